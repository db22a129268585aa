import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

/// Which lines of a body become what, and which are taken out.
@Suite struct BodyDraftingTests {
  private let sentence = "公司公布了上半年的数据,货量同比回升百分之六。"

  private func body(
    _ texts: [String], _ policy: BodyBuilder.HeadingPolicy = .shortLines, _ header: PageHeader = PageHeader()
  )
    -> BodyBuilder
  {
    BodyBuilder(lines(texts), header: header, headings: policy)
  }

  private func texts(_ texts: [String], _ policy: BodyBuilder.HeadingPolicy = .shortLines) -> [String] {
    body(texts, policy).blocks.map { $0.text }
  }

  @Test(arguments: [
    ("| 甲 | 乙 |", BodyBuilder.Draft.row(["甲", "乙"])), ("| 甲 |", .text("| 甲 |")), ("| 甲 | 乙", .text("| 甲 | 乙")),
    ("|||", .text("|||")),
    ("## 甲", .heading("甲", level: 2)), ("> 甲", .quote("甲")), ("＞ 甲", .quote("甲")),
    ("• 甲", .item(.bullet, whole: "• 甲", rest: "甲")),
    ("1. ## 甲", .item(.number, whole: "1. ## 甲", rest: "甲")), ("一、甲", .item(.chapter, whole: "一、甲", rest: "甲")),
    ("甲", .text("甲")),
  ])
  func aLineIsWhatItsMarksSay(_ line: String, _ draft: BodyBuilder.Draft) {
    #expect(BodyBuilder.shaped(line[...]) == draft)
  }

  // MARK: Fields

  @Test func fieldsWithinTheBodyAreTakenOnce() {
    let body = body([sentence, "来源：港口日报", "编辑：赵六", "原标题：货量走高", sentence])
    #expect(body.header.source == "港口日报")
    #expect(body.header.originalTitle == "货量走高")
    #expect(body.blocks.count == 2)
  }

  @Test func inARecordAFieldOfTheTextIsALineThatIsLeftOut() {
    #expect(body([sentence, "来源：港口日报", sentence], .numberedLines).removed == ["来源：港口日报"])
    #expect(body([sentence, "来源：港口日报", sentence]).removed == [])
  }

  @Test(arguments: ["闻一舟：运价见底。", "记者：运价会涨吗？", "媒体：邻国称港口已经关闭，货轮改道远洋航线", "合同金额：3亿元", "来源：货量回升了。"])
  func whatSomebodySaysIsNoField(_ line: String) {
    #expect(texts([sentence, line, sentence]).count == 3)
  }

  @Test func aDayAtTheStartOrTheEndDatesAPage() {
    let date = { (lines: [String], policy: BodyBuilder.HeadingPolicy) in self.body(lines, policy).header.published?.day
    }
    #expect(date(["2031年6月15日", sentence], .shortLines) == 15)
    #expect(date([sentence, sentence, sentence, sentence, "2031年6月15日"], .shortLines) == 15)
    #expect(date([sentence, sentence, sentence, sentence, "2031年6月15日", sentence], .shortLines) == nil)
    // In a record it belongs to a document.
    #expect(date([sentence, sentence, sentence, sentence, "2031年6月15日"], .numberedLines) == nil)
    #expect(texts(["2031年6月15日", sentence], .numberedLines) == ["2031年6月15日", sentence])
    #expect(texts(["2031年6月15日", sentence]) == [sentence])
  }

  // MARK: Bylines

  @Test func oneParagraphAboveTheBylineIsTheSummary() {
    let named = body(["货量回升,运价走稳", "记者 李四", sentence])
    #expect(named.byline == "李四")
    #expect(named.summary == "货量回升,运价走稳")
    #expect(body(["记者 李四", sentence]).summary == nil)
    #expect(body([sentence, sentence, "记者 李四", sentence]).summary == nil)
    #expect(body(["图为宁川港夜景", "货量回升,运价走稳", "记者 李四", sentence]).summary == "货量回升,运价走稳")
    var header = PageHeader()
    header.summary = "已有摘要"
    #expect(body(["货量回升,运价走稳", "记者 李四", sentence], .shortLines, header).summary == nil)
  }

  @Test func aFieldThatNamesTheWriterHasASummaryAboveIt() {
    let named = body(["货量回升,运价走稳", "作者：李四", sentence])
    #expect(named.header.byline == "李四")
    #expect(named.summary == "货量回升,运价走稳")
  }

  @Test func theSameBylineOnceMoreIsTakenOutAndAnotherStays() {
    #expect(body(["记者 李四", sentence, "记者 李四"]).removed == ["记者 李四"])
    #expect(body(["记者 李四", sentence, "（记者 王五）"]).removed == ["（记者 王五）"])
    #expect(texts(["记者 李四", sentence, "记者 王五", sentence]) == [sentence, "记者 王五", sentence])
  }

  @Test func thePaperOfTheWriterIsKept() {
    #expect(body(["港口日报记者 李四", sentence]).header.employer == "港口日报")
    #expect(body(["本报记者 李四", sentence]).header.employer == nil)
  }

  // MARK: What is no part of the article

  @Test func noticesStandAboveAndBelowTheText() {
    let notice = "本网转载此文,不代表本网赞同其观点。"
    #expect(texts([notice, sentence, sentence, notice]) == [sentence, sentence])
    let body = body([sentence, "责任编辑：赵六", "打印 关闭"])
    #expect(body.blocks.count == 1)
    #expect(body.removed == ["打印 关闭"])
  }

  @Test func aLineBelowTheHeadingOfANoticeBelongsToIt() {
    #expect(texts([sentence, "免责声明：", "市场有风险，入市需谨慎，内容仅供参考。", sentence]) == [sentence, sentence])
  }

  @Test func longNoticesGoAndLongTextsStay() {
    let long = String(repeating: sentence, count: 12)
    #expect(long.utf8.count > BodyBuilder.longestSpecialLine)
    #expect(texts([sentence, long, sentence]).count == 3)
    #expect(texts([sentence, "免责声明：" + long, sentence]) == [sentence, sentence])
    // No mark counts in running text.
    #expect(texts(["> " + long]) == ["> " + long])
  }

  @Test(arguments: ["01", "09"]) func aNumberAboveAHeadingSaysNothing(_ line: String) {
    #expect(body([sentence, line, "两条新航线", sentence]).removed == [line[...]])
  }

  @Test(arguments: ["11", "012"]) func otherNumbersStay(_ line: String) {
    #expect(body([sentence, line, sentence]).blocks.map(\.text).contains(line))
  }

  @Test func strokesInPlaceOfAValueStayInARecord() {
    #expect(texts([sentence, "净利润", "——", "3亿元", sentence], .numberedLines).contains("——"))
    #expect(!texts([sentence, "净利润", "——", "3亿元", sentence]).contains("——"))
    #expect(!texts([sentence, "——", sentence], .numberedLines).contains("——"))
    #expect(!texts([sentence, "净利润", "———", "3亿元", sentence], .numberedLines).contains("———"))
  }

  // MARK: Code and lists

  @Test func codeStandsBetweenFences() {
    #expect(body(["```swift", "# a", "打印 关闭", "```", sentence]).blocks == [.code("# a\n打印 关闭"), .paragraph(sentence)])
    #expect(body(["```", "```"]).blocks == [.code("")])
    #expect(texts([sentence, "```", "let a = 1"]).contains("let a = 1"))
    #expect(BodyBuilder.code(in: [.plain("```"), .picture("甲"), .plain("```")], from: 0) == nil)
    #expect(BodyBuilder.code(in: [.plain("甲"), .plain("```")], from: 0) == nil)
  }

  @Test func runsOfOneKindAreOneBlock() {
    #expect(body(["• 甲", "• 乙", "1. 丙", "2. 丁"]).blocks == [.list(["甲", "乙"]), .list(["1. 丙", "2. 丁"])])
    #expect(body(["> 甲", "> 乙", sentence, "> 丙"]).blocks == [.quote("甲\n乙"), .paragraph(sentence), .quote("丙")])
    #expect(body(["• 甲。"]).blocks == [.list(["甲。"])])
    #expect(body(["1. 甲。"]).blocks == [.paragraph("1. 甲。")])
  }

  @Test func rowsWithoutWordsAreNoneOfATable() {
    #expect(body(["| 甲 | 乙 |", "| - | - |", "| 1 | 2 |"]).blocks == [.table([["甲", "乙"], ["1", "2"]])])
    #expect(body([sentence, "| - | - |"]).blocks == [.paragraph(sentence)])
  }

  @Test func aBulletBeforeAHeadingOnlySetsItOff() {
    #expect(body([sentence, "■ 两条新航线", sentence]).blocks[1] == .heading("两条新航线", level: 3))
    #expect(body([sentence, "• ## 两条新航线", sentence]).blocks[1] == .heading("两条新航线", level: 3))
  }

  @Test func picturesAreFigures() {
    let picture = lines([sentence, "宁川港夜景"]).enumerated().map { $0 == 1 ? $1.of(.picture) : $1 }
    #expect(
      BodyBuilder(picture, header: PageHeader(), headings: .shortLines).blocks == [
        .paragraph(sentence), .figure("宁川港夜景"),
      ])
  }
}
