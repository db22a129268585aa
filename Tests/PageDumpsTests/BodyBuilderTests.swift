import NewsModel
import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

@Suite struct BodyBuilderTests {
  private func blocks(_ text: String, _ policy: BodyBuilder.HeadingPolicy = .shortLines) -> [Block] {
    BodyBuilder(TextLines.split(text[...]), header: PageHeader(), headings: policy).blocks
  }

  private let sentence = "公司公布了上半年的数据,货量同比回升百分之六。"

  @Test func aShortLineBetweenParagraphsIsAHeading() {
    let text = "\(sentence)\n\n两条新航线\n\n\(sentence)"
    #expect(blocks(text) == [.paragraph(sentence), .heading("两条新航线", level: 2), .paragraph(sentence)])
  }

  @Test(arguments: ["货量回升了。", "主要数据如下：", "公司表示，", "——远帆航运董事长", "既然如此，运价会涨吗？", "2031年6月15日", "(以上为公司公告原文。)"])
  func otherShortLinesAreNot(_ line: String) {
    #expect(blocks("\(sentence)\n\n\(line)\n\n\(sentence)").filter(\.isHeading).isEmpty)
  }

  @Test func aShortLineAtTheEndIsNoHeading() {
    #expect(blocks("\(sentence)\n\n远帆航运董事会").last == .paragraph("远帆航运董事会"))
  }

  @Test func threeShortLinesInARowAreNoHeadings() {
    #expect(blocks("\(sentence)\n\n营业收入\n\n净利润\n\n毛利率\n\n\(sentence)").filter(\.isHeading).isEmpty)
  }

  @Test func headingsMayStandAroundFigures() {
    let text = "\(sentence)\n\n两条新航线\n\n(新航线示意图)\n\n\(sentence)"
    #expect(blocks(text).map(\.isHeading) == [false, true, false, false])
  }

  @Test func numberedHeadings() {
    let text = "一、经营情况\n\n\(sentence)\n\n（一）运力\n\n\(sentence)\n\n二、展望\n\n\(sentence)"
    let levels = blocks(text, .numberedLines).map { if case .heading(_, let level) = $0 { level } else { 0 } }
    #expect(levels == [2, 0, 3, 0, 2, 0])
  }

  @Test func shortLinesOfOtherTextsStayParagraphs() {
    #expect(blocks("\(sentence)\n\n两条新航线\n\n\(sentence)", .numberedLines).filter(\.isHeading).isEmpty)
  }

  @Test func listsKeepNumbersAndDropBullets() {
    #expect(blocks("\(sentence)\n\n• 甲\n• 乙\n\n\(sentence)")[1] == .list(["甲", "乙"]))
    #expect(blocks("\(sentence)\n\n1. 甲公司\n2. 乙公司\n\n\(sentence)")[1] == .list(["1. 甲公司", "2. 乙公司"]))
  }

  @Test func quotesAndTables() {
    #expect(blocks("> 甲\n> 乙") == [.quote("甲\n乙")])
    #expect(blocks("| 项目 | 金额 |\n|---|---|\n| 收入 | 3亿 |") == [.table([["项目", "金额"], ["收入", "3亿"]])])
  }

  @Test(
    arguments: [
      ("(相关资料图)", "相关资料图"), ("（图片来源:远帆航运）", "图片来源:远帆航运"), ("(工人在宁川港装卸集装箱)", "工人在宁川港装卸集装箱"), ("图：宁川港夜景", "宁川港夜景"),
      ("▲宁川港夜景", "宁川港夜景"), ("图为宁川港夜景。", "图为宁川港夜景。"), ("宁川港夜景 李四 摄", "宁川港夜景 李四 摄"), ("图片来源:视界图库", "图片来源:视界图库"),
      ("图/视界图库", "图/视界图库"), ("图一 货量走势", "图一 货量走势"), ("图表1 货量走势", "图表1 货量走势"), ("图片由企业提供", "图片由企业提供"),
      ("摄影/李四", "摄影/李四"),
      ("图注：宁川港夜景", "宁川港夜景"), ("资料图：宁川港夜景。", "宁川港夜景。"), ("截图自公司网站", "截图自公司网站"),
    ])
  func figureNotes(_ line: String, _ caption: String) {
    #expect(blocks("\(sentence)\n\n\(line)\n\n\(sentence)")[1] == .figure(caption))
  }

  @Test func figureCaptionsAreNotInThePlainText() {
    #expect(blocks("\(sentence)\n\n(资料图)\n\n\(sentence)").plainText == "\(sentence)\n\n\(sentence)")
  }

  @Test func wrappedEnglishTextIsPutTogether() {
    let text =
      "Northwind Grid said it\nwould build a battery storage site near the city, and that\nthe permits were under way.\n"
      + "    Construction starts in the third quarter and should be\nfinished within eighteen months, the company said."
    #expect(
      blocks(text, .numberedLines) == [
        .paragraph(
          "Northwind Grid said it would build a battery storage site near the city, and that the permits were under way."
        ),
        .paragraph(
          "Construction starts in the third quarter and should be finished within eighteen months, the company said."),
      ])
  }

  @Test func inTextThatIsSetInAShortLineGoesOn() {
    let text =
      "Northwind Grid and\nHarbor Power Corp said they would build a battery storage site together, and\nthat the permits"
      + " were under way.\n    Construction starts in the third quarter and should be\nfinished within eighteen months."
    #expect(blocks(text, .numberedLines).count == 2)
  }

  @Test(
    arguments: [
      "超出预期的\n航运\n行情延续到了六月，运价继续走高。", "三年前，公司的当家人\n闻一舟\n还在说，运价不会再跌。", "十年之前，远帆航运曾是与\n江湾港、海岳平起平坐的巨头。",
      "货主由\n远帆航运\n变为江湾港，合同照旧。",
    ])
  func linesBrokenAroundShortLinksArePutTogether(_ text: String) {
    #expect(blocks(text, .numberedLines) == [.paragraph(text.replacing("\n", with: ""))])
  }

  @Test func aShortLineBehindAFinishedOneStaysApart() {
    let text = "\(sentence)\n航运\n六月的运价继续走高，货量也有所回升。"
    #expect(blocks(text, .numberedLines).count == 3)
  }

  @Test func linesBrokenAroundLinksArePutTogether() {
    let text = "据公告,本次交易完成之后,标的公司将由\n远帆航运\n全资持有，不再单独上市。\n公司股票明日复牌。"
    #expect(
      blocks(text, .numberedLines) == [.paragraph("据公告,本次交易完成之后,标的公司将由远帆航运全资持有，不再单独上市。"), .paragraph("公司股票明日复牌。")])
  }
}
