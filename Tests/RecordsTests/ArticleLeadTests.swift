import Testing

@testable import Records
@testable import TextScanning

/// The first and last lines of bodies whose crawler joined short elements by commas.
@Suite struct ArticleLeadTests {
  private func split(_ text: String, title: String = "") -> [String] {
    ArticleLead.split(TextLines.split(text[...]), title: title[...]).map { String($0.text) }
  }

  @Test(
    arguments: [
      ("来源：港口日报,记者 林一帆,公司公布了数据。", ["来源：港口日报", "记者 林一帆", "公司公布了数据。"]),
      ("原标题：甲的旧题,公司公布了数据。", ["原标题：甲的旧题", "公司公布了数据。"]),
      ("编辑：赵六,公司公布了数据。", ["编辑：赵六", "公司公布了数据。"]),
      ("发布时间：2031-06-15, 公司公布了数据。", ["发布时间：2031-06-15", "公司公布了数据。"]),
    ] as [(String, [String])])
  func fieldsBeforeTheTextStandApart(text: String, expected: [String]) {
    #expect(split(text) == expected)
  }

  @Test(arguments: [
    "公司公布了数据,货量回升。", "去年以来,来源：港口日报", "8月4日,来源稳定,货量回升。", "标签：港口,公司公布了数据。", "来源：港口日报,",
    "来源：港口日报，公司公布了数据。", "成交1,200万元。",
  ])
  func aLineThatBeginsWithWordsStaysOne(text: String) {
    #expect(split(text) == [text])
  }

  @Test func theHeadlineAmongTheElementsGoes() {
    #expect(split("甲公司增产,来源：港口日报,公司公布了数据。", title: "甲公司增产") == ["来源：港口日报", "公司公布了数据。"])
    #expect(split("甲公司增产,公司公布了数据。", title: "乙") == ["甲公司增产,公司公布了数据。"])
  }

  @Test func aCommaWithinANumberDoesNotSeparate() {
    #expect(split("来源：港口日报1,200期,公司公布了数据。") == ["来源：港口日报1,200期", "公司公布了数据。"])
  }

  @Test func anElementIsShort() {
    let long = String(repeating: "报", count: 140)
    #expect(split("来源：\(long),公司公布了数据。").count == 1)
    #expect(split("来源：\(long.prefix(100)),公司公布了数据。").count == 2)
  }

  @Test(arguments: ["（原标题：甲的旧题）", "(原标题：甲的旧题)"]) func theFormerHeadlineInBracketsStandsApart(note: String) {
    #expect(split(note + "公司公布了数据。") == [note, "公司公布了数据。"])
    #expect(split(note + "来源：港口日报,公司公布了数据。") == [note, "来源：港口日报", "公司公布了数据。"])
    #expect(split(note) == [note])
  }

  @Test(arguments: ["（来源：港口日报）公司公布了数据。", "（原标题甲）公司公布了数据。", "（原标题：甲公司公布了数据。"])
  func otherBracketsBelongToTheText(text: String) {
    #expect(split(text) == [text])
  }

  @Test func theNoteOfANoticeBehindTheTextStandsApart() {
    #expect(split("第一段。\n以公告为准。,责任编辑：赵六") == ["第一段。", "以公告为准。", "责任编辑：赵六"])
    #expect(split("第一段。\n以公告为准。,免责声明：\(String(repeating: "不构成建议", count: 30))").count == 3)
    // In the line before the last, too, and not above it.
    #expect(split("第一段。\n二,责任编辑：赵六\n三段。").count == 4)
    #expect(split("第一段。\n二,责任编辑：赵六\n三段。\n四段。").count == 4)
  }

  @Test(arguments: [
    "以公告为准。,责任编辑赵六", ",责任编辑：赵六", "以公告为准。责任编辑：赵六",
    "以公告为准。,责任编辑：赵六说公司在声明里写得很清楚的那一段话其实并不是这样的意思",
  ])
  func whatOnlyResemblesANoticeStays(text: String) {
    #expect(split("第一段。\n第二段。\n" + text) == ["第一段。", "第二段。", text])
  }

  @Test func placesOfLinesStay() {
    let lines = ArticleLead.split(TextLines.split("\n  来源：港口日报,公司公布了数据。\n第二段。"), title: "")
    #expect(lines.map(\.number) == [2, 2, 3])
    #expect(lines.prefix(2).allSatisfy { $0.isIndented && $0.isAfterBlank })
    #expect(ArticleLead.split([], title: "").isEmpty)
  }
}
