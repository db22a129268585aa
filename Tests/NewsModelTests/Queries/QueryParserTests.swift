import Foundation
import NewsModel
import Testing

@Suite struct QueryParserTests {
  private let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  private var now: Timestamp { CivilTime(year: 2026, month: 3, day: 18, hour: 9).timestamp(in: zone) }
  private var parser: QueryParser { QueryParser(now: now, zone: zone) }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
    CivilTime(year: year, month: month, day: day).timestamp(in: zone)
  }

  @Test func blankTextMeansEverything() throws {
    #expect(try parser.parse("") == .all)
    #expect(try parser.parse("  \u{3000}") == .all)
  }

  @Test func fieldsWordsAndPhrasesAreTerms() throws {
    #expect(try parser.parse("tag:IPO") == .tag("IPO"))
    #expect(try parser.parse("来源：星海财经") == .source("星海财经"))
    #expect(try parser.parse("label:\"a \\\"b\\\"\"") == .label("a \"b\""))
    #expect(try parser.parse("降准") == .text("降准"))
    #expect(try parser.parse("“降 准”") == .text("降 准"))
    #expect(try parser.parse("IS:unread Is:STUB") == .and([.unread, .stub]))
  }

  /// A query as of a moment asks as it would have been asked then; the moment itself counts from now.
  @Test func relativeTimesCountFromTheMomentThatIsAsked() throws {
    let then = CivilTime(year: 2026, month: 3, day: 2, hour: 10, minute: 30).timestamp(in: zone)
    let parser = QueryParser(now: then, zone: zone)
    for text in [
      "since:7d", "since:today", "until:yesterday", "since:24h", "seen:30h", "since:close", "since:1y -until:open",
    ] {
      let asked = try self.parser.parse(text + " as-of:2026-03-02T10:30")
      #expect(try asked == .allOf(parser.parse(text).conjuncts + [.asOf(then)]), "\(text)")
    }
    #expect(try self.parser.parse("as-of:24h").asOf == now - 86_400)
    #expect(try self.parser.parse("as-of:24h since:24h") == .and([.asOf(now - 86_400), .since(now - 2 * 86_400)]))
  }

  @Test func formsOfArticlesAreTermsWithFewValues() throws {
    #expect(try parser.parse("lang:zh-hant") == .trait(.language(.traditionalChinese)))
    #expect(try parser.parse("语言：英文") == .trait(.language(.english)))
    #expect(try parser.parse("has:table OR 含：链接") == .or([.trait(.table), .trait(.link)]))
    #expect(try parser.parse("folder:宏观 文件夹：\"\"") == .and([.folder("宏观"), .folder("")]))
    #expect(try parser.parse("网址：https://Example.com/a") == .address(AddressCondition("example.com/a")))
    #expect(try parser.parse("has:history") == parser.parse("is:changed"))
    #expect(try parser.parse("kind:flash") == parser.parse("状态：快讯"))
    #expect(try parser.parse("类型：仅标题") == .stub)
    #expect(try parser.parse("kind:article") == .and([.not(.stub), .not(.trait(.flash))]))
    #expect(throws: QueryError(.unknownChoice(.language, "xx"), at: 7..<9)) { try parser.parse("a lang:xx") }
    #expect(throws: QueryError(.unknownChoice(.has, ""), at: 4..<6)) { try parser.parse("has:\"\"") }
  }

  @Test func textBetweenSlashesIsARegularExpression() throws {
    #expect(try parser.parse("/降(准|息)/") == .regex("降(准|息)"))
    #expect(try parser.parse(#"-/a\/b\\/ x"#) == .and([.not(.regex(#"a/b\\"#)), .text("x")]))
    #expect(try parser.parse("1/2 a/b/") == .and([.text("1/2"), .text("a/b/")]))
    #expect(try parser.parse(#""/etc""#) == .text("/etc"))
  }

  @Test func aRegularExpressionIsCheckedAndItsMistakeShownInPlace() {
    let strict = QueryParser(now: now, zone: zone) { pattern in
      pattern.contains("(") ? PatternMistake(.unclosedGroup, at: pattern.count) : nil
    }
    #expect(throws: QueryError(.badPattern(.unclosedGroup), at: 8..<8)) { try strict.parse(#"a -/(b\// c"#) }
    #expect(throws: QueryError(.emptyPattern, at: 2..<4)) { try strict.parse("a //") }
    #expect(throws: QueryError(.unclosedPattern, at: 2..<6)) { try strict.parse(#"a /b\/"#) }
  }

  @Test func operatorsBindAsExpected() throws {
    #expect(try parser.parse("a b OR c") == .or([.and([.text("a"), .text("b")]), .text("c")]))
    #expect(try parser.parse("a (b OR c)") == .and([.text("a"), .or([.text("b"), .text("c")])]))
    #expect(try parser.parse("-tag:x -(a b)") == .and([.not(.tag("x")), .not(.and([.text("a"), .text("b")]))]))
    #expect(try parser.parse("or") == .text("or"))
  }

  @Test func datesIncludeWhatTheyName() throws {
    #expect(
      try parser.parse("since:2026-03-01 until:2026-03") == .and([.since(day(2026, 3, 1)), .until(day(2026, 4, 1))]))
    #expect(try parser.parse("since:7d") == .since(day(2026, 3, 12)))
    #expect(try parser.parse("起:今天") == .since(day(2026, 3, 18)))
  }

  @Test func sessionsAreThoseOfTheExchange() throws {
    func session(_ session: TradingSession, _ exchange: TradingCalendar.Exchange = .sse) -> Query {
      .session(SessionCondition(session, of: exchange))
    }
    #expect(try parser.parse("session:open -时段：休市") == .and([session(.open), .not(session(.closed))]))
    #expect(try parser.parse("Session:PRE") == session(.pre))
    let newYork = QueryParser(now: now, zone: zone, exchange: .nyse)
    #expect(try newYork.parse("session:post") == session(.post, .nyse))
    #expect(throws: QueryError(.noSession(.lunch, .nyse), at: 8..<13)) { try newYork.parse("session:lunch") }
    #expect(throws: QueryError(.unknownSession("night"), at: 8..<13)) { try parser.parse("session:night") }
    // It is nine o'clock on a Wednesday in Shanghai, and Tuesday evening in New York.
    #expect(try parser.parse("since:close") == .since(day(2026, 3, 17) + 15 * 3_600))
    #expect(try parser.parse("until:open") == .until(day(2026, 3, 17) + 9 * 3_600 + 1_800))
    #expect(try newYork.parse("since:收盘") == .since(day(2026, 3, 18) + 4 * 3_600))
    let later = QueryParser(now: day(2031, 1, 1), zone: zone)
    #expect(throws: QueryError(.beyondCalendar(.sse), at: 6..<11)) { try later.parse("since:close") }
  }

  @Test func chineseKeyboardsNeedNoSwitching() throws {
    #expect(try parser.parse("（标签：IPO　－来源：「星海 财经」）") == .and([.tag("IPO"), .not(.source("星海 财经"))]))
    #expect(try parser.parse("『降 准』“加 息”＂平 盘＂") == .and([.text("降 准"), .text("加 息"), .text("平 盘")]))
    #expect(try parser.parse("状态:未读 is:仅标题") == .and([.unread, .stub]))
    // What earlier versions called them, in queries that were saved then.
    #expect(try parser.parse("状态:静音 is:待补全") == parser.parse("状态:屏蔽 is:仅标题"))
  }

  @Test func colonsOfProseAreNoFields() throws {
    #expect(try parser.parse("今日热搜：降准") == .text("今日热搜：降准"))
    #expect(try parser.parse("IPO：三家过会") == .text("IPO：三家过会"))
    #expect(try parser.parse("12:30 :x") == .and([.text("12:30"), .text(":x")]))
    #expect(try parser.parse("tag:a:b") == .tag("a:b"))
  }

  @Test(arguments: [
    "NYSE:BABA", "SH:600519", "https://example.com/a?b=c:d", #"C:\new"#, "mailto:a@b.example", "foo:bar", "x:",
    "TAGS:x", "Autor:x",
    "tile:x", "libel:x", "a:tag:b", "re:Q3", "标鉴:x", "http://[::1]:80/", #"\\server\share"#,
  ])
  func whatStandsBehindNoFieldIsAWord(word: String) throws {
    #expect(try parser.parse(word) == .text(word))
    #expect(try parser.parse("-" + word + " 降准") == .and([.not(.text(word)), .text("降准")]))
    #expect(try parser.parse(parser.parse(word).description(in: zone)) == .text(word))
  }

  @Test(arguments: ["tags:x", "titel:x", "sorce:x", "sources:x", "autor:x", "sicne:7d", "untill:7d", "labels:x"])
  func whatIsNearlyAFieldIsTold(text: String) throws {
    let name = String(text.prefix { $0 != ":" })
    #expect(throws: QueryError(.unknownField(name), at: 0..<name.count)) { try parser.parse(text) }
    #expect(try parser.parse("\"\(text)\"") == .text(text))
  }

  @Test func minusExcludesWhateverFollows() throws {
    #expect(
      try parser.parse(#"-a -"b c" -/d/ -(e OR f)"#)
        == .and([
          .not(.text("a")), .not(.text("b c")), .not(.regex("d")), .not(.or([.text("e"), .text("f")])),
        ]))
    #expect(try parser.parse("5-10 --a") == .and([.text("5-10"), .text("a")]))
  }

  @Test(arguments: [
    ("autor:red", QueryError(.unknownField("autor"), at: 0..<5)),
    ("a lable:b", QueryError(.unknownField("lable"), at: 2..<7)),
    ("a tag: b", QueryError(.missingValue(.tag), at: 2..<6)),
    ("is:new", QueryError(.unknownStatus("new"), at: 3..<6)),
    ("x since:soon y", QueryError(.badDate("soon"), at: 8..<12)),
    ("央行 \"降准", QueryError(.unclosedQuote, at: 3..<6)),
    ("央行 title:「降准", QueryError(.unclosedQuote, at: 9..<12)),
    ("(a b", QueryError(.unclosedParenthesis, at: 0..<1)),
    ("a b) c", QueryError(.unopenedParenthesis, at: 3..<4)),
    ("a OR", QueryError(.missingTerm, at: 4..<4)),
    ("OR a", QueryError(.missingTerm, at: 0..<2)),
    ("a -", QueryError(.missingTerm, at: 2..<3)),
    ("(a OR ) b", QueryError(.missingTerm, at: 6..<7)),
    ("👨‍👩‍👧 e\u{301} is:x", QueryError(.unknownStatus("x"), at: 7..<8)),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, error: QueryError) {
    #expect(throws: error) { try parser.parse(text) }
  }

  @Test func whatNobodyTypesIsRefusedNotFollowed() throws {
    for text in [String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "a"] {
      #expect(throws: QueryError(.tooComplex, at: 64..<65)) { try parser.parse(text) }
    }
    let many = (0..<256).map { "a\($0)" }.joined(separator: " ")
    #expect(try parser.parse(many).conjuncts.count == 256)
    #expect(throws: QueryError(.tooComplex, at: many.count + 1..<many.count + 2)) { try parser.parse(many + " b") }
  }
}
