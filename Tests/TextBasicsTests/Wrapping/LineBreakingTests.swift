import Foundation
import Growth
import SeededRandom
import Testing

@testable import TextBasics

@Suite struct LineBreakingTests {
  private let widths = ColumnWidths()

  private func wrap(_ text: String, _ limit: Int) -> [String] {
    widths.wrap(SafeText(lines: text), columns: limit).map(\.string)
  }

  @Test func breaksBetweenIdeographs() {
    #expect(wrap("近年来监管部门陆续发布", 8) == ["近年来监", "管部门陆", "续发布"])
    #expect(wrap("近年来监管部门", 9) == ["近年来监", "管部门"])
  }

  @Test func breaksEnglishAtBlanks() {
    #expect(wrap("Shares of the lender rose", 10) == ["Shares of", "the lender", "rose"])
    #expect(wrap("the  lender   rose", 6) == ["the", "lender", "rose"])
  }

  @Test func breaksBetweenLatinAndIdeographs() {
    #expect(wrap("公司IPO申请", 6) == ["公司", "IPO申", "请"])
  }

  @Test(arguments: Array("，。、；：？！」』”’）】》%…,.;:!?)]}％〉·～"))
  func beginsNoLineWithACloser(_ closer: Character) {
    #expect(wrap("中文\(closer)国", 4) == ["中", "文\(closer)", "国"])
  }

  @Test(arguments: Array("「『“‘（【《([{$￥〈"))
  func endsNoLineWithAnOpener(_ opener: Character) {
    let lines = wrap("中文\(opener)国人", 6)
    #expect(lines.first == "中文")
    #expect(lines.dropFirst().first?.first == opener)
  }

  @Test func keepsSeveralClosersTogether() {
    #expect(wrap("他说“好。”他走", 8) == ["他说", "“好。”他", "走"])
  }

  @Test func keepsNumbersWhole() {
    #expect(wrap("开展2,000亿元", 10) == ["开展", "2,000亿元"])
    #expect(wrap("增长3.5%以上", 6) == ["增长", "3.5%以", "上"])
    #expect(wrap("两市A股上", 6) == ["两市", "A股上"])
    #expect(wrap("共约12美元", 6) == ["共约", "12美元"])
    #expect(wrap("第3季度", 5) == ["第3季", "度"])
    #expect(wrap("在6月15日", 6) == ["在6月", "15日"])
    #expect(wrap("自2020-2022年", 10) == ["自", "2020-2022", "年"])
  }

  @Test func breaksAfterHyphensInWords() {
    #expect(wrap("a state-owned firm", 8) == ["a state-", "owned", "firm"])
    #expect(wrap("at COVID-19 now", 8) == ["at", "COVID-19", "now"])
    #expect(wrap("temperature of -5", 15) == ["temperature of", "-5"])
    #expect(wrap("and/or", 4) == ["and/", "or"])
  }

  @Test func keepsApostrophesInWords() {
    #expect(wrap("they don’t sell", 8) == ["they", "don’t", "sell"])
    #expect(wrap("they don't sell", 8) == ["they", "don't", "sell"])
  }

  @Test func doesNotTearDashesAndFlags() {
    #expect(wrap("一二——三四", 6) == ["一二——", "三四"])
    #expect(wrap("一二三——四", 7) == ["一二三", "——四"])
    #expect(wrap("新股🇨🇳🇺🇸", 6) == ["新股🇨🇳", "🇺🇸"])
  }

  @Test func splitsAWordThatIsLongerThanALine() {
    #expect(wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrap("to abcdefghij", 4) == ["to", "abcd", "efgh", "ij"])
    #expect(wrap("abcd,efgh", 4) == ["abc", "d,ef", "gh"])
    #expect(wrap("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test func splitsARunOfClosersWhereNothingElseHelps() {
    #expect(wrap("！！！！！", 4) == ["！！", "！！", "！"])
  }

  @Test func keepsEmptyLinesAndIndentation() {
    #expect(wrap("", 10) == [""])
    #expect(wrap("一\n\n二\n", 10) == ["一", "", "二", ""])
    #expect(wrap("　　近年来监管", 8) == ["　　近年", "来监管"])
    #expect(wrap("  abcdefgh", 6) == ["  abcd", "efgh"])
    #expect(wrap("一\n  二", 10) == ["一", "  二"])
  }

  @Test func dropsBlanksAtTheEndOfALine() {
    #expect(wrap("近年来　　监管", 6) == ["近年来", "监管"])
    #expect(wrap("abc   \ndef  ", 10) == ["abc", "def"])
    #expect(wrap("          abc", 4) == ["abc"])
  }

  @Test(arguments: [1, 0, -5])
  func aLimitBelowTwoCountsAsTwo(_ limit: Int) {
    #expect(wrap("新股ab", limit) == ["新", "股", "ab"])
  }

  @Test func linesFitAndLoseNothing() {
    var random = SeededGenerator(seed: 13)
    let signs = Array("中文股价元亿月 ，。“”（）《》…—-/,.%()$#1234567890abcdeIPO\n ")
    for _ in 0..<400 {
      let text = String((0..<60).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
      for limit in [2, 5, 11, 24] {
        let lines = wrap(text, limit)
        #expect(lines.allSatisfy { widths.columns(SafeText($0)) <= limit }, "\(text.debugDescription)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
        #expect(!lines.contains { $0.hasSuffix(" ") })
      }
    }
  }

  @Test func keepsToTheLineEndsOfChinese() {
    var random = SeededGenerator(seed: 31)
    let signs = Array("中文股价元亿月IPO第，。”）》…、“（《￥(#1234567890-%, ")
    for _ in 0..<400 {
      let text = String((0..<80).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
      let lines = wrap(text, 30)
      #expect(!lines.dropFirst().contains { $0.first.map("，。”）》…、%,".contains) ?? true }, "\(lines)")
      #expect(!lines.dropLast().contains { $0.last.map("“（《￥(".contains) ?? true }, "\(lines)")
    }
  }

  @Test(arguments: ["a", "，", " ", "股1"]) func takesLinearTime(unit: String) {
    #expect(growsLinearly(from: 5_000, { String(repeating: unit, count: $0) }) { _ = wrap($0, 76) })
  }
}

/// One stop, comma or closing sign may stand in the margin.
@Suite struct HangingPunctuationTests {
  private let widths = ColumnWidths()

  private func wrap(_ text: String, _ limit: Int, hanging: Int = 2) -> [String] {
    widths.wrap(SafeText(lines: text), columns: limit, hanging: hanging).map(\.string)
  }

  @Test(arguments: Array("，。、；：？！」』”’）】》"))
  func aClosingSignStandsInTheMargin(_ sign: Character) {
    #expect(wrap("中文字\(sign)下一行", 6) == ["中文字\(sign)", "下一行"])
    #expect(wrap("中文字\(sign)", 6) == ["中文字\(sign)"])
  }

  @Test func nothingHangsWhereNoMarginIs() {
    #expect(wrap("中文字，下一行", 6, hanging: 0) == ["中文", "字，下", "一行"])
    #expect(wrap("中文字，下一行", 6, hanging: 1) == ["中文", "字，下", "一行"])
  }

  @Test func whatBelongsToASignTakesItAlong() {
    #expect(wrap("中文字。”下一行", 6) == ["中文", "字。”", "下一行"])
    #expect(wrap("共有2,000元", 5) == ["共有", "2,000", "元"])
  }

  @Test func signsThatEndNoSentenceStayInside() {
    #expect(wrap("中文字（下）", 6) == ["中文字", "（下）"])
    #expect(wrap("中文字国", 6) == ["中文字", "国"])
  }

  @Test func linesLoseNothingAndHangByOneSign() {
    var random = SeededGenerator(seed: 17)
    let signs = Array("中文股价元，。“”（）《》…、—,.%()1234abc\n ")
    for _ in 0..<400 {
      let text = String((0..<60).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
      for limit in [4, 11, 24] {
        let lines = wrap(text, limit)
        for line in lines where widths.columns(SafeText(line)) > limit {
          #expect(widths.columns(SafeText(line)) <= limit + 2)
          #expect(widths.columns(SafeText(String(line.dropLast()))) <= limit)
        }
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
      }
    }
  }
}

/// A thin blank between Han and Latin signs is a gap for the eye.
@Suite struct GapTests {
  private func wrap(_ text: String, _ limit: Int) -> [String] {
    ColumnWidths().wrap(SafeText(text), columns: limit).map(\.string)
  }

  @Test func itBreaksWhatCouldBeBrokenAndNothingElse() {
    #expect(wrap("公司\u{2009}IPO\u{2009}申请", 6) == ["公司", "IPO\u{2009}申", "请"])
    #expect(wrap("公司6\u{2009}月", 6) == ["公司", "6\u{2009}月"])
    #expect(wrap("年\u{2009}A\u{2009}股", 5) == ["年", "A\u{2009}股"])
  }

  @Test func itVanishesAtTheEndOfALine() {
    #expect(wrap("公司\u{2009}IPO", 4) == ["公司", "IPO"])
    #expect(wrap("公司\u{2009}IPO", 5) == ["公司", "IPO"])
  }
}
