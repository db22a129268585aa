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

  @Test(arguments: [
    ("colour:red", QueryError(.unknownField("colour"), at: 0..<10)),
    ("a tag:", QueryError(.missingValue("tag"), at: 2..<6)),
    ("is:new", QueryError(.unknownStatus("new"), at: 0..<6)),
    ("x since:soon", QueryError(.badDate("soon"), at: 2..<12)),
    ("央行 \"降准", QueryError(.unclosedQuote, at: 3..<6)),
    ("(a b", QueryError(.unclosedParenthesis, at: 0..<1)),
    ("a b) c", QueryError(.unopenedParenthesis, at: 3..<4)),
    ("a OR", QueryError(.missingTerm, at: 4..<4)),
    ("OR a", QueryError(.missingTerm, at: 0..<2)),
    ("a -", QueryError(.missingTerm, at: 2..<3)),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, error: QueryError) {
    #expect(throws: error) { try parser.parse(text) }
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    #expect(throws: QueryError.self) { try parser.parse(String(repeating: "(", count: 100_000)) }
    #expect(throws: QueryError.self) { try parser.parse(String(repeating: "-", count: 100_000) + "a") }
  }

  /// Whatever query is printed is read back as itself.
  @Test func printedQueriesAreReadBack() throws {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let query = randomQuery(depth: 0, &dice)
      let text = query.description(in: zone)
      #expect(try parser.parse(text) == query, "\(text)")
    }
  }

  private func randomQuery(depth: Int, _ dice: inout some RandomNumberGenerator) -> Query {
    let names = ["IPO", "消费 金融", "a\"b", "(x)", "-y", "OR", "tag:z", "c\\d", "“引”", "新能源", "/x/"]
    let name = names.randomElement(using: &dice) ?? ""
    let moment = Timestamp(now.rawValue + Int64.random(in: -90_000_000...0, using: &dice))
    let minute = Timestamp(moment.minute * 60)
    switch Int.random(in: 0..<(depth < 3 ? 15 : 11), using: &dice) {
    case 0: return .tag(name)
    case 1: return .source(name)
    case 2: return .label(name)
    case 3: return .title(name)
    case 4: return [Query.unread, .read, .starred, .stub].randomElement(using: &dice) ?? .unread
    case 5: return .since(moment)
    case 6: return .until(moment)
    case 7: return .since(minute)
    case 8: return .until(minute)
    case 9: return .until(CivilTime(dayNumber: CivilTime(moment, in: zone).dayNumber).timestamp(in: zone))
    case 10: return .regex([#"a/b"#, #"\d+\\"#, #"(x|/)\\y"#, "一 二"].randomElement(using: &dice) ?? "x")
    case 11: return .not(randomQuery(depth: depth + 1, &dice))
    case 12:
      return .or([randomQuery(depth: depth + 1, &dice), randomOperand(depth: depth + 1, &dice)])
    default:
      return .allOf([randomOperand(depth: depth + 1, &dice), randomOperand(depth: depth + 1, &dice)])
    }
  }

  /// A query that keeps its shape inside of another one.
  private func randomOperand(depth: Int, _ dice: inout some RandomNumberGenerator) -> Query {
    randomQuery(depth: depth, &dice)
  }
}
