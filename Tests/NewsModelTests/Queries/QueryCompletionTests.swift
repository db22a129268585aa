import NewsModel
import Testing

@Suite struct QueryCompletionTests {
  @Test(arguments: [
    ("", QueryCompletion.Subject.term, "", 0..<0), ("ta", .term, "ta", 0..<2), ("央行 ta", .term, "ta", 3..<5),
    ("央行 ", .term, "", 3..<3), ("-so", .term, "so", 1..<3), ("(", .term, "", 1..<1), ("a OR t", .term, "t", 5..<6),
    ("tag:", .value(.tag), "", 4..<4), ("tag:消", .value(.tag), "消", 4..<5), ("-标签：cq", .value(.tag), "cq", 4..<6),
    ("source:\"Harbor W", .value(.source), "Harbor W", 7..<16), (#"label:"a\"b"#, .value(.label), "a\"b", 6..<11),
    ("is:un", .value(.status), "un", 3..<5), ("x since:2022-0", .value(.since), "2022-0", 8..<14),
    ("👨‍👩‍👧 tag:e\u{301}", .value(.tag), "e\u{301}", 6..<7),
  ])
  func whatIsBeingTypedIsFound(text: String, subject: QueryCompletion.Subject, typed: String, range: Range<Int>) throws
  {
    let completion = try #require(QueryCompletion(of: text, caret: text.count))
    #expect(completion.subject == subject)
    #expect(completion.typed == typed)
    #expect(completion.range == range)
  }

  @Test(arguments: ["\"New Y", "\"New York\"", "tag:\"a b\"", "/ta", "/a/", "(a)", "OR", "autor:", "「新"])
  func phrasesAndWhatIsCompleteStay(text: String) {
    #expect(QueryCompletion(of: text, caret: text.count) == nil)
  }

  @Test func onlyWhatStandsBeforeTheCaretCounts() throws {
    let text = "tag:消 is:unread"
    let completion = try #require(QueryCompletion(of: text, caret: 5))
    #expect(completion.typed == "消")
    #expect(completion.applied("消费金融".quotedAsValue, to: text) == "tag:消费金融 is:unread")
    #expect(completion.applied("消费 金融".quotedAsValue, to: text) == "tag:\"消费 金融\" is:unread")
  }

  @Test func anOpenQuotationMarkIsReplacedToo() throws {
    let text = "source:“Har"
    let completion = try #require(QueryCompletion(of: text, caret: text.count))
    #expect(completion.applied("Harbor Wire".quotedAsValue, to: text) == "source:\"Harbor Wire\"")
    #expect(completion.applied("Harbor".quotedAsValue, to: text) == "source:Harbor")
  }

  @Test func anyTextAndCaretIsTaken() {
    var random = RandomQueries(seed: 5)
    for _ in 0..<3_000 {
      let text = random.text()
      let caret = Int.random(in: 0...text.count, using: &random)
      guard let completion = QueryCompletion(of: text, caret: caret) else { continue }
      #expect(completion.range.upperBound == caret)
      #expect(completion.applied("x", to: text).hasSuffix("x" + text.dropFirst(caret)))
    }
  }
}
