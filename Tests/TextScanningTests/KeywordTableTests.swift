import Testing

@testable import TextScanning

@Suite struct KeywordTableTests {
  private let table = KeywordTable([(1, "来源,文章来源"), (2, "Tag,tags"), (3, "作者")])

  @Test(arguments: [
    ("来源：甲", 1, "：甲"), ("来　源 甲", 1, " 甲"), ("文章来源", 1, ""), ("TAGS: a", 2, ": a"), ("tag1", 2, "1"),
  ])
  func theLongestKeywordCounts(text: String, value: Int, rest: String) {
    #expect(table.match(text[...])?.value == value)
    #expect(table.match(text[...])?.rest ?? "" == rest)
  }

  @Test(arguments: ["", "Taggart", "源来", "作 家", "文章"]) func otherBeginningsAreNone(text: String) {
    #expect(table.match(text[...]) == nil)
  }
}

@Suite struct KeywordTableRuleTests {
  private let table = KeywordTable([
    ("source", "来源,来源地,Source"), ("by", "BY,by line"), ("a-b", "a-b"), ("mixed", "第1版,Q值"), ("none", ""),
    ("none", ",,"),
  ])

  private func found(_ text: String) -> String? { table.match(text[...]).map { "\($0.value)|\($0.rest)" } }

  @Test(arguments: [
    ("来源地：甲", "source|：甲"), ("来 源\u{3000}地", "source|"), ("来源 地图", "source|图"), ("来源图", "source|图"),
  ])
  func aLongerKeywordGoesFirst(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    ("sOuRcE: a", "source|: a"), ("by", "by|"), ("By Ann", "by| Ann"), ("BY LINE x", "by| x"), ("A-B", "a-b|"),
  ])
  func lettersMatchInAnyCase(text: String, expected: String) { #expect(found(text) == expected) }

  /// Blanks may stand between Chinese characters alone.
  @Test(arguments: ["s ource", "b y", "第 1版", "第1 版", "Q 值", " 来源", "第１版"])
  func otherKeywordsAreNotSpacedOut(text: String) { #expect(found(text) == nil) }

  @Test func aKeywordOfLettersEndsBeforeALetterOfASCIIAlone() {
    #expect(found("bygone") == nil)
    #expect(found("by1") == "by|1")
    #expect(found("by甲") == "by|甲")
    #expect(found("来源a") == "source|a")
    #expect(found("Sourceé") == "source|é")
  }

  @Test func anEmptyListHasNoKeyword() {
    #expect(KeywordTable([(1, "")]).match("甲") == nil)
    #expect(KeywordTable<Int>([]).match("甲") == nil)
  }

  @Test(
    arguments: [("A", "a"), ("Z", "z"), ("@", "@"), ("[", "["), ("a", "a"), ("À", "À"), ("Ａ", "Ａ")]
      as [(Unicode.Scalar, Unicode.Scalar)])
  func capitalLettersOfASCIIBecomeSmall(scalar: Unicode.Scalar, expected: Unicode.Scalar) {
    #expect(scalar.lowercasedASCII == expected)
  }
}
