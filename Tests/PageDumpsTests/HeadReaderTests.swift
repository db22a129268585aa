import ParsingSupport
import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

/// From the headline to where the text begins; `PageHeaderTests` has the forms of fields.
@Suite struct HeadReaderTests {
  private let title = "远帆航运上半年货量回升"
  private let fields = "来源:港口日报 发布时间:2031-06-15 05:42"
  private let sentence = "远帆航运公布了上半年的数据,货量同比回升百分之六,好于市场此前的预期。"

  private func read(_ lines: [TextLine], _ header: PageHeader = PageHeader()) -> HeadReader {
    var reader = HeadReader(lines, from: 0, header: header, context: context())
    reader.read()
    return reader
  }

  private func read(_ texts: [String]) -> HeadReader { read(lines([title] + texts)) }

  /// How many lines below the headline belong to the head.
  private func length(_ texts: [String]) -> Int { read(texts).end - 1 }

  @Test func theHeadEndsWhereTheTextBegins() {
    let reader = read([fields, sentence, sentence])
    #expect(reader.header.title == title[...])
    #expect(reader.header.source == "港口日报")
    #expect(reader.end == 2)
    #expect(reader.removed == [])
    #expect(length([sentence]) == 0)
    #expect(length([]) == 0)
    #expect(read(lines([])).end == 0)
  }

  @Test(arguments: [("标题：货量回升", "货量回升"), ("# 货量回升", "货量回升"), ("• ## 货量回升", "货量回升"), ("货量回升", "货量回升")])
  func aTitleStandsWithoutItsMarks(_ line: String, _ title: String) {
    #expect(read(lines([line, fields])).header.title == title[...])
  }

  @Test func anOriginalTitleIsAllThatSomeDumpsHave() {
    let header = read(lines(["原标题：货量回升", fields])).header
    #expect(header.title == nil)
    #expect(header.originalTitle == "货量回升")
  }

  // MARK: Noise

  @Test func countersAndButtonsAreLeftOut() {
    let reader = read(["57人参与", "字号 大 中 小", fields, "[logo.png]", sentence])
    #expect(reader.end == 5)
    #expect(reader.removed == ["57人参与", "字号 大 中 小", "[logo.png]"])
  }

  @Test func whatAnAccountSaysOfItselfIsLeftOut() {
    #expect(length([fields, "微信号", "harbornotes", "功能介绍 每日航运要闻", sentence]) == 4)
    #expect(read(["东港笔记", "微信号 harbornotes", sentence]).header.source == "东港笔记")
  }

  // MARK: Lines that are not known

  @Test func shortLinesAboveTheFieldsBelongToTheHead() {
    let reader = read(["航运频道", "港口", fields, sentence])
    #expect(reader.end == 4)
    #expect(reader.removed == ["航运频道", "港口"])
  }

  @Test func tooManyOfThemAreTheText() {
    let names = (1...7).map { "第\($0)栏目" }
    #expect(length(Array(names.prefix(6)) + [fields, sentence]) == 7)
    #expect(length(names + [fields, sentence]) == 0)
  }

  @Test func behindDateAndSourceAButtonProvesLittle() {
    #expect(length([fields, "航运频道", "57人参与", "分享到 微信 微博", sentence]) == 4)
    #expect(length([fields, "航运频道", "57人参与", sentence]) == 1)
    #expect(length([fields, "远帆航运货量同比回升百分之六", "57人参与", "分享到 微信 微博", sentence]) == 1)
    #expect(length([fields, "航运频道", "港口频道", "57人参与", "分享到 微信 微博", sentence]) == 1)
  }

  @Test func aLongLineAboveAButtonIsTheTexts() {
    #expect(length(["航运频道的名字", "57人参与", sentence]) == 2)
    #expect(length(["远帆航运上半年货量同比回升", "57人参与", sentence]) == 0)
  }

  @Test func runningTextEndsTheHead() {
    #expect(length([sentence, fields, sentence]) == 2)
    #expect(length([sentence + sentence + sentence + sentence, fields, sentence]) == 0)
    #expect(length([sentence, sentence, fields, sentence]) == 0)
  }

  // MARK: The standfirst

  @Test func aSentenceAboveTheFieldsIsTheSummary() {
    let reader = read(["货量回升,运价走稳,半年报好于市场预期。", fields, sentence, sentence])
    #expect(reader.header.summary == "货量回升,运价走稳,半年报好于市场预期。")
    #expect(reader.end == 3)
    // Without a text below the fields it is the text.
    #expect(read(["货量回升,运价走稳,半年报好于市场预期。", fields, "港口频道"]).header.summary == nil)
  }

  @Test func whatThePageSaysAlreadyMakesNoStandfirst() {
    let reader = read(["2031-06-15", "货量回升,运价走稳,半年报好于市场预期。", "来源:港口日报", sentence, sentence])
    #expect(reader.header.summary == nil)
    #expect(reader.end == 2)
  }

  // MARK: The headline once more

  @Test(arguments: [
    ("货量同比大幅回升_晨港网", "货量同比大幅回升"), ("货量同比大幅回升", "货量同比大幅回升"), ("货量同比大幅回升 | 财经", "货量同比大幅回升"), ("货量同比大幅回升", "# 货量同比大幅回升"),
    ("货量同比大幅回升", "# 货量同比大幅回升，运价走稳"),
  ])
  func theFirstHeadingRepeatsTheTitle(_ title: String, _ heading: String) {
    let reader = read(lines([title, heading, fields, sentence]))
    #expect(reader.header.title == heading.replacing("# ", with: "")[...])
    #expect(reader.end == 3)
  }

  @Test(arguments: [
    ("货量同比大幅回升", "货量同比大幅回升，运价走稳"), ("货量同比大幅回升两成", "货量同比大幅回升"), ("货量回升_晨港网", "货量"), ("货量回升", "# 货量回升，运价走稳"),
  ])
  func otherLinesDoNot(_ title: String, _ heading: String) {
    #expect(read(lines([title, heading, fields, sentence])).header.title == title[...])
  }

  // MARK: Fields on lines of their own

  @Test func aKeyAndItsValueMayStandOnTwoLines() {
    #expect(read(["By", "Ann Poe", "2031-06-15 05:42", sentence]).header.byline == "Ann Poe")
    #expect(read(["来源", "港口日报", sentence]).header.source == "港口日报")
    #expect(read(["发布时间", "2031-06-15 05:42", sentence]).header.date?.day == 15)
    #expect(read(["来源", "远帆航运公布了数据。", sentence]).header.source == nil)
    #expect(read(["标签", "港口日报", sentence]).header.source == nil)
  }

  @Test func barsMayHaveLinesOfTheirOwn() {
    let reader = read(["Ann Poe", "|", "June 15, 2031", "｜", "Example Wire", sentence])
    #expect(reader.header.date?.day == 15)
    #expect(reader.header.source == "Example Wire")
    #expect(reader.end == 6)
  }

  @Test func piecesBetweenBarsAreReadEach() {
    let header = read(["发表于2031-06-15 05:42| 1164次阅读| 来源港口日报| 作者李四", sentence]).header
    #expect(header.source == "港口日报")
    #expect(header.byline == "李四")
    #expect(header.date?.clock?.minute == 42)
    // A piece that is nothing of the kind leaves the line to the text.
    #expect(read(["2031-06-15 05:42 | 货量同比回升，运价走稳。", sentence]).header.source == nil)
  }

  @Test func aKeyMayBeGluedToItsName() {
    #expect(read(["来源港口日报", sentence]).header.source == "港口日报")
    #expect(read(["作者李四", sentence]).header.byline == "李四")
    #expect(read(["作者远帆航运公司", sentence]).header.byline == nil)
    #expect(read(["来源于港口的货量，同比回升", sentence]).header.source == nil)
  }

  @Test func aTimeMayStandApartFromItsDay() {
    let clock = read(["2031-06-15", "港口日报", "05:42", sentence]).header.date?.clock
    #expect(clock?.hour == 5 && clock?.minute == 42)
    #expect(read(["05:42", sentence]).header.date == nil)
  }

  @Test func aDateInPiecesIsOne() {
    let reader = read(["2031", "06/15", "05:42", "港口日报", sentence])
    #expect(reader.header.date?.timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
    #expect(reader.end == 5)
  }

  @Test func aDayIsCountedFromTheSaving() {
    #expect(read(["港口日报 昨天 05:42", sentence]).header.date?.timestamp(in: shanghai) == moment(2031, 6, 30, 5, 42))
    #expect(read(["3小时前", sentence]).header.date?.timestamp(in: shanghai) == moment(2031, 6, 30, 21))
  }

  // MARK: A source alone on its line

  @Test func aNameAboveOrBelowTheDateIsTheSource() {
    #expect(read(["港口日报", "2031-06-15 05:42", sentence]).header.source == "港口日报")
    #expect(read(["远帆通讯员之家", "发布时间：2031-06-15", sentence]).header.source == "远帆通讯员之家")
    #expect(read(["2031-06-15 05:42", "港口日报", sentence]).header.source == "港口日报")
    #expect(read(["港口日报", "06-15", sentence]).header.source == nil)
  }

  @Test func belowTheDateANameMustBeAHouseOrStandClose() {
    let after = { (name: String, gap: String) in
      read(lines("\(title)\n\n2031-06-15 05:42\(gap)\(name)\n\n\(sentence)")).header.source
    }
    #expect(after("远帆之家", "\n") == "远帆之家")
    #expect(after("远帆之家", "\n\n") == nil)
    #expect(after("港口日报", "\n\n") == "港口日报")
    #expect(read(["2031-06-15 05:42", "远帆之家", "57人参与", sentence]).header.source == "远帆之家")
  }

  @Test(arguments: ["记者 李四", "编辑 赵六", "1. 航运", "两条新航线，三条旧航线", "货量回升。", "远帆航运上半年货量同比回升"])
  func otherLinesAreNoSource(_ line: String) {
    #expect(read([line, "2031-06-15 05:42", sentence]).header.source == nil)
  }

  // MARK: Summaries

  @Test(arguments: ["摘要", "【核心提示】", "导语："]) func aParagraphBelowTheWordForItIsTheSummary(_ word: String) {
    let reader = read([fields, word, sentence, sentence])
    #expect(reader.header.summary == sentence)
    #expect(reader.end == 4)
  }

  @Test func aListBelowTheWordIsTheSummary() {
    let items = { (rows: [String]) in read([fields, "要点"] + rows + [sentence]).header.summary }
    #expect(items(["1. 货量回升。", "2. 运价走稳。"]) == "货量回升。运价走稳。")
    #expect(items(["• 货量回升", "• 运价走稳"]) == "货量回升；运价走稳")
    #expect(items(["• Ports grow", "• Rates hold."]) == "Ports grow; Rates hold.")
    #expect(items(["• Ports grow.", "• Rates hold."]) == "Ports grow. Rates hold.")
    #expect(items(["1. 货量回升。", "• 运价走稳。"]) == nil)
    let many = items((1...9).map { "\($0). 货量回升。" })
    #expect(many == String(repeating: "货量回升。", count: 8))
  }

  @Test func aShortLineBelowTheWordIsNone() {
    #expect(read([fields, "摘要", "货量回升", sentence]).header.summary != "货量回升")
    #expect(read([fields, "摘要说明", sentence]).header.summary == nil)
  }

  // MARK: Accounts

  @Test func anAccountNamesItsWriterAndItself() {
    let header = read(["原创 林一帆 东港笔记 2031-06-15 05:42", sentence]).header
    #expect(header.byline == "林一帆")
    #expect(header.source == "东港笔记")
    #expect(header.date?.day == 15)
    #expect(read(["原创 林一帆 东港笔记", sentence]).header.source == "东港笔记")
    #expect(read(["原创 货量回升百分之六 东港笔记", sentence]).header.byline == nil)
  }

  @Test func aNameBelowTheWordForOriginalsIsTheWriter() {
    #expect(read(["原创", "林一帆", "东港笔记", "2031-06-15 05:42", sentence]).header.byline == "林一帆")
    #expect(read(["转载", "林一帆", "东港笔记", "2031-06-15 05:42", sentence]).header.byline == nil)
  }
}
