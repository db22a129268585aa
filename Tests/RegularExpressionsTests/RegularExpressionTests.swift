import NewsModel
import RegularExpressions
import Testing
import TextBasics

@Suite struct RegularExpressionTests {
  private func finds(_ pattern: String, _ text: String) throws -> Bool {
    try RegularExpression(pattern).matches(text)
  }

  @Test(arguments: [
    ("降准|降息", "央行宣布降息", true), ("^央行", "昨日，央行", false), ("^央行", "昨日\n央行", true), ("利率$", "下调利率\n", true),
    (#"\d{6}\.(SH|SZ)"#, "云山科技 688001.SH", true), ("净利润.{0,6}增长", "净利润同比增长两成", true), ("a.b", "a\nb", false),
    ("", "", true), ("x*", "", true), ("x", "", false), (#"\p{Han}{3}"#, "abc一二三", true),
  ])
  func patternsAreOfPerlsKind(pattern: String, text: String, isFound: Bool) throws {
    #expect(try finds(pattern, text) == isFound)
  }

  @Test(arguments: [
    ("ipo", "ＩＰＯ过会"), ("ＩＰＯ", "ipo过会"), ("臺灣.*銀行", "台湾某银行"), ("台湾.*银行", "臺灣某銀行"), ("[Ａ-Ｃ]股", "a股"),
    ("（暂定）", "(暫定)"), (#"\（暂定\）"#, "（暂定）"), ("５Ｇ", "5g手机"), (#"\Q（*）\E！"#, "(*)！"), (#"\Q\\E。"#, "\\。"),
    ("É", "é"), ("[^銀]行", "某行"),
  ])
  func caseWidthAndTraditionalMakeNoDifference(pattern: String, text: String) throws {
    #expect(try finds(pattern, text))
  }

  @Test func fullWidthSignsAreNoOperators() throws {
    #expect(try !finds("a＊b", "aab"))
    #expect(try finds("a＊b", "a*b"))
    #expect(try !finds("[^銀]行", "银行"))
  }

  @Test func wordsAreOfASCII() throws {
    #expect(try finds(#"\bAI\b"#, "用AI写"))
    #expect(try !finds(#"\bAI\b"#, "chair"))
    #expect(try !finds(#"^\w+$"#, "银行"))
  }

  @Test(arguments: [
    ("(a", PatternMistake.Reason.unclosedGroup), ("a)b", .unopenedGroup), ("银行[a", .unclosedSet),
    ("*a", .nothingToRepeat), ("银{3,1}", .badRepeat), ("[z-a]", .badSet), (#"银行\"#, .unknownEscape),
    (#"\p{Nowhere}"#, .unknownEscape), (#"(a)\2"#, .unknownReference), ("(?<=a+)b", .badLookbehind),
    ("(?!", .unclosedGroup), ("(?y)", .badGroup), (String(repeating: "(", count: 100), .tooLarge),
    (String(repeating: "长", count: 5_000), .tooLarge),
  ])
  func mistakesHaveAReasonAndAPlace(pattern: String, reason: PatternMistake.Reason) throws {
    let mistake = try #require(RegularExpression.mistake(in: pattern))
    #expect(mistake.reason == reason)
    #expect((0...pattern.count).contains(mistake.offset))
    #expect(throws: mistake) { try RegularExpression(pattern) }
  }

  @Test func placesAreInCharacters() {
    #expect(RegularExpression.mistake(in: "银行[a")?.offset == 4)
    #expect(RegularExpression.mistake(in: "银行）a)b")?.offset == 4)
    #expect(RegularExpression.mistake(in: "银行|降准") == nil)
  }

  @Test func rangesAreThoseOfTheTextAsItIs() throws {
    let text = SafeText("ＩＰＯ与ipo，臺灣與台湾")
    func found(_ pattern: String) throws -> [String] {
      try RegularExpression(pattern).ranges(in: text).map { String(text.string[$0]) }
    }
    #expect(try found("ipo") == ["ＩＰＯ", "ipo"])
    #expect(try found("台湾(?=与)") == ["臺灣"])
    #expect(try found("x*") == [])
    #expect(try found("[a-z]*") == ["ＩＰＯ", "ipo"])
    #expect(try found("没有") == [])
  }

  @Test func rangesCoverMarksOnce() throws {
    let text = SafeText("ae\u{301}\u{302}b")
    let ranges = try RegularExpression(".").ranges(in: text)
    #expect(ranges.map { String(text.string[$0]) } == ["a", "e\u{301}\u{302}", "b"])
  }

  /// The patterns that take for ever, over texts made for them.
  @Test(arguments: [
    ("(a+)+$", String(repeating: "a", count: 5_000) + "!"), ("(.*,){11}P", String(repeating: "1,", count: 4_000)),
    ("[^x]*y", String(repeating: "长", count: 400_000)), (#"(\w+\s*)+:"#, String(repeating: "word ", count: 50_000)),
    ("(?:(?:a|b)*c)*d", String(repeating: "ab", count: 100_000)),
  ])
  func searchesEnd(pattern: String, text: String) throws {
    #expect(try !finds(pattern, text))
    #expect(try RegularExpression(pattern).ranges(in: SafeText(text)).isEmpty)
  }

  @Test func longTextsAreSearchedToTheirEnd() throws {
    let text = String(repeating: "央行公告，利率不变。\n", count: 20_000) + "终于降准"
    #expect(try finds("^终于降准$", text))
    #expect(try finds("(?<=终于)降准", text))
    #expect(try RegularExpression("公告|降准").ranges(in: SafeText(lines: text)).count == 20_001)
  }

  @Test func oneExpressionServesManyThreads() async throws {
    let expression = try RegularExpression("(降准|降息).*银行")
    let found = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<200).filter { expression.matches("第\($0)次\($0 % 2 == 0 ? "降准" : "加息")，银行") }.count }
      }
      return await group.reduce(0, +)
    }
    #expect(found == 400)
  }
}
