import Testing

@testable import ArticleFields

/// What a line of a page's head says, line by line.
@Suite struct PageHeaderLineTests {
  /// The head after its lines, and which of them were taken.
  private func read(_ lines: String...) -> (header: PageHeader, taken: [Bool]) {
    var header = PageHeader()
    let taken = lines.map { header.take($0[...]) }
    return (header, taken)
  }

  private func parts(_ date: FoundDate?) -> [Int]? {
    date.map { [$0.year ?? 0, $0.month, $0.day, $0.clock?.hour ?? -1, $0.clock?.minute ?? -1] }
  }

  private let june15 = [2031, 6, 15, 5, 42]

  // MARK: Fields

  @Test func everyFieldGoesToItsPlace() {
    let (header, taken) = read(
      "标题:货量回升 来源:港口日报 作者:李四", "原标题:旧题", "发布时间:2031-06-15 05:42 更新时间:2031-06-16 08:00", "关键词:航运 港口",
      "原文链接:https://port.example/1", "摘要:货量回升,运价走稳。")
    #expect(taken == [true, true, true, true, true, true])
    #expect(header.title == "货量回升" && header.originalTitle == "旧题")
    #expect(header.source == "港口日报" && header.byline == "李四")
    #expect(parts(header.published) == june15)
    #expect(parts(header.updated) == [2031, 6, 16, 8, 0])
    #expect(header.tags == ["航运", "港口"])
    #expect(header.url == "https://port.example/1")
    #expect(header.summary == "货量回升,运价走稳。")
    #expect(header.pending == nil && header.passedOver == ["原标题:旧题"])
  }

  @Test func theFirstOfTwoCounts() {
    let (header, _) = read(
      "来源:港口日报 来源:江湾日报", "作者:李四 作者:王五", "标题:甲 标题:乙", "更新时间:2031-06-16 08:00 更新时间:2031-06-17 08:00",
      "链接:https://port.example/1 链接:https://port.example/2")
    #expect(header.source == "港口日报" && header.byline == "李四" && header.title == "甲")
    #expect(header.updated?.day == 16)
    #expect(header.url == "https://port.example/1")
  }

  @Test func aPageThatWasChangedHasThatDate() {
    #expect(parts(read("更新时间:2031-06-16 08:00").header.date) == [2031, 6, 16, 8, 0])
    #expect(parts(read("更新时间:2031-06-16 08:00", "2031-06-15 05:42").header.date) == june15)
    #expect(PageHeader().date == nil)
  }

  @Test(arguments: [
    "来源:港口日报。公司公布数据", "相关阅读:货量回升", "图片来源:视界图库", "上一篇:货量", "友情链接:港口日报", "记者：公司怎么看？", "问：货量如何", "来源", "关键是:港口",
    "来源:港口日报 相关新闻:货量", "来源:" + String(repeating: "港口", count: 60),
  ])
  func otherLinesAreLeft(line: String) {
    let (header, taken) = read(line)
    #expect(taken == [false])
    #expect(header.source == nil && header.byline == nil)
  }

  @Test func valuesThatCannotBeAreNotKept() {
    let (header, taken) = read("标签:公司公布了数据！", "链接:port.example", "发布时间:今天", "来源:未知", "作者:无")
    #expect(taken == [true, true, true, true, true])
    #expect(
      header.tags.isEmpty && header.url == nil && header.published == nil && header.source == nil
        && header.byline == nil)
  }

  @Test func aNameMayEndInAPoint() {
    #expect(read("Author: Ann Poe Jr.").header.byline == "Ann Poe Jr.")
    #expect(read("Author: what is it worth?").taken == [false])
  }

  @Test(arguments: [
    "责任编辑:赵六", "阅读:1234 评论:5", "编辑：赵六 校对：王五", "编辑/赵六", "编辑 赵六", "（责任编辑：赵六）",
  ])
  func linesOfWhichNothingIsKeptAreListed(line: String) {
    let (header, taken) = read(line)
    #expect(taken == [true])
    #expect(header.passedOver == [line.hasPrefix("（") ? "责任编辑：赵六" : line[...]])
    #expect(header.source == nil && header.byline == nil)
  }

  @Test func aLineOfWhichSomethingIsKeptIsNotListed() {
    #expect(read("责任编辑:赵六 来源:港口日报").header.passedOver.isEmpty)
    #expect(read("港口日报 责任编辑:赵六").header.passedOver.isEmpty)
    #expect(read("责任编辑:").header.passedOver.isEmpty)
    #expect(read("原标题:旧题").header.passedOver.isEmpty)
    #expect(read("标题:新题", "原标题:旧题").header.passedOver == ["原标题:旧题"])
  }

  @Test func namesAndDatesStandBesideEachOtherInAValue() {
    let (header, _) = read("来源:港口日报 记者 李四 2031-06-15 05:42")
    #expect(header.source == "港口日报" && header.byline == "李四")
    #expect(parts(header.published) == june15)
    #expect(parts(read("作者:李四 2031-06-15 05:42").header.published) == june15)
    #expect(parts(read("责任编辑:赵六 2031-06-15 05:42").header.published) == june15)
    #expect(read("发布时间:2031-06-15 05:42 港口日报").header.source == "港口日报")
    #expect(read("发布时间:2031-06-15 05:42 阅读 12").header.source == nil)
  }

  @Test func whatStandsBeforeTheFirstKeyIsThePaperOrTheDate() {
    let (header, _) = read("港口日报 作者:李四")
    #expect(header.source == "港口日报" && header.byline == "李四")
    #expect(parts(read("2031-06-15 05:42 作者:李四").header.published) == june15)
    #expect(read("港口日报 阅读:12").taken == [false])
  }

  // MARK: Keys without colons

  @Test(arguments: [
    "发布时间 2031-06-15 05:42 来源 港口日报", "来源 港口日报 发布时间 2031-06-15 05:42", "2031-06-15 05:42 来源 港口日报",
    "发布时间 2031-06-15 05:42 来源：港口日报",
  ])
  func crawlersDropColons(line: String) {
    let (header, taken) = read(line)
    #expect(taken == [true])
    #expect(header.source == "港口日报")
    #expect(parts(header.published) == june15)
  }

  @Test func anEnglishKeyIsNoneBeforeAPreposition() {
    #expect(parts(read("Published June 15, 2031 5:42 AM Source Example Wire").header.published) == june15)
    #expect(parts(read("Published on June 15, 2031 5:42 AM").header.published) == june15)
    #expect(read("港口 来源 复杂").taken == [false])
  }

  // MARK: A key alone

  @Test func theValueMayStandOnTheNextLine() {
    let (header, taken) = read(
      "来源：", "港口日报", "发布时间：", "2031-06-15 05:42", "阅读：", "1,234", "作者：", "李四", "摘要：", "货量回升,运价走稳。")
    #expect(!taken.contains(false))
    #expect(header.source == "港口日报" && header.byline == "李四")
    #expect(parts(header.published) == june15)
    #expect(header.summary == "货量回升,运价走稳。")
  }

  @Test func aKeyWaitsForOneLine() {
    #expect(read("来源：").header.pending == .source)
    #expect(read("标题:甲 来源：").header.pending == .source)
    #expect(read("来源：", "2031年6月15日,公司发布公告。", "港口日报").header.source == nil)
    #expect(read("来源：", "编辑:赵六").header.source == nil)
    #expect(read("来源：", "这家报纸的名字长到没有一家报纸会用的地步").header.source == nil)
    #expect(read("发布时间：", "港口日报").header.published == nil)
    #expect(read("阅读：", "一千").taken == [true, false])
    #expect(read("标签：", "航运").taken == [true, false])
  }

  @Test func whoeverReadsAPageMayTellTheKey() {
    var header = PageHeader()
    let taken = [
      header.take("Ann Poe", asValueOf: .author), header.take("soon", asValueOf: .published),
      header.take("来源:港口日报", asValueOf: .summary),
    ]
    #expect(taken == [true, false, false])
    #expect(header.byline == "Ann Poe" && header.published == nil)
    header.takeSummary("货量回升。")
    #expect(header.summary == "货量回升。")
  }

  // MARK: Summaries

  @Test(arguments: ["摘要：货量回升。", "【核心提示】货量回升。", "[摘要]：货量回升。", "导语: 货量回升。", "【导语】 ：货量回升。", "Summary: 货量回升。"])
  func aSummaryIsLabelled(line: String) {
    let (header, taken) = read(line)
    #expect(taken == [true])
    #expect(header.summary == "货量回升。")
  }

  @Test func onlyOneSummaryIsTakenAndOnlyInTheHead() {
    let (header, taken) = read("摘要：货量回升。", "核心提示：运价走稳。")
    #expect(taken == [true, false])
    #expect(header.summary == "货量回升。")
    var other = PageHeader()
    let takenInBody = ["摘要：货量回升。", "【摘要】货量回升。"].map { other.takeInBody($0[...]) }
    #expect(takenInBody == [false, false])
    #expect(read("【摘要 货量回升").taken == [false])
  }

  // MARK: Dates with names

  @Test(
    arguments: [
      ("2031-06-15 05:42 港口日报 李四", "港口日报", "李四"), ("港口日报 李四 2031-06-15 05:42", "港口日报", "李四"),
      ("李四 港口日报 2031-06-15 05:42", "港口日报", "李四"), ("港口日报 | 记者 李四 | 2031-06-15 05:42", "港口日报", "李四"),
      ("2031-06-15 05:42 港口日报 综合", "港口日报", nil), ("2031-06-15 05:42", nil, nil),
      ("(2031-06-15 05:42) 港口日报", "港口日报", nil), ("港口日报2031-06-15 05:42", "港口日报", nil),
      ("2031年6月15日 05:42 分享 港口日报", "港口日报", nil), ("By Ann Poe June 15, 2031 5:42 AM", nil, "Ann Poe"),
      ("Example Wire - June 15, 2031 5:42 AM", "Example Wire", nil), ("Published June 15, 2031 5:42 AM", nil, nil),
    ] as [(String, String?, String?)])
  func paperAndWriterStandBesideADate(line: String, source: String?, byline: String?) {
    let (header, taken) = read(line)
    #expect(taken == [true])
    #expect(parts(header.published) == june15)
    #expect(header.source == source)
    #expect(header.byline == byline)
  }

  @Test(arguments: [
    "2031年6月14日,远帆航运发布公告,上半年货量同比回升百分之六。", "06-15", "05:42", "公司于2031年6月15日公告", "2031年6月15日 远帆航运发布上半年的数据并公布计划",
    "甲 乙 丙 丁 2031-06-15 05:42", "2031-06-15 05:42" + String(repeating: " 港口", count: 24), "货量回升",
  ])
  func aSentenceWithADateIsNoHead(line: String) {
    let (header, taken) = read(line)
    #expect(taken == [false])
    #expect(header.published == nil)
  }

  @Test func aSecondDateCountsWhereItSaysMore() {
    #expect(parts(read("2031-06-15", "2031-06-15 05:42").header.published) == june15)
    #expect(parts(read("2031-06-15 05:42", "2031-06-15 06:30").header.published) == june15)
    #expect(parts(read("2031-06-15", "2031-06-16 05:42").header.published) == [2031, 6, 15, -1, -1])
    #expect(read("2031-06-15 05:42", "2031-06-16 08:00").taken == [true, true])
    #expect(read("2031-06-15 05:42", "2031-06-16 08:00 港口日报").taken == [true, false])
  }

  @Test func aDateIsNewsOfTheSameDayOnly() throws {
    var header = PageHeader()
    let day = try #require(DateParsing.first(in: "2031-06-15"))
    let full = try #require(DateParsing.first(in: "2031-06-15 05:42"))
    let other = try #require(DateParsing.first(in: "2030-06-15 05:42"))
    #expect(header.isNews(day))
    header.published = day
    #expect(!header.isNews(day) && header.isNews(full) && !header.isNews(other))
    header.published = full
    #expect(!header.isNews(full))
  }

  // MARK: Writers, credits, addresses

  @Test func aWriterMayStandAlone() {
    #expect(read("记者 李四", "记者 王五").header.byline == "李四")
    #expect(read("By Ann Poe").header.byline == "Ann Poe")
    #expect(read("江湾新闻记者 李四").header.employer == "江湾新闻")
    #expect(read("本报记者 李四").header.employer == nil)
    #expect(read("来源｜港口日报").header.source == "港口日报")
    #expect(read("图/视界图库").taken == [false])
  }

  @Test func anAddressMayStandAlone() {
    let (header, taken) = read("<https://port.example/1>", "http://port.example/2")
    #expect(taken == [true, true])
    #expect(header.url == "https://port.example/1")
    #expect(read("https://port.example/1 货量").taken == [false])
    #expect(read("http").taken == [false] && read("ftp://port.example").taken == [false])
    #expect(read("https://" + String(repeating: "a", count: 1_992)).taken == [true])
    #expect(read("https://" + String(repeating: "a", count: 1_993)).taken == [false])
  }
}

/// What lines elsewhere on a page add to its head.
@Suite struct PageHeaderElsewhereTests {
  private func header(_ lines: String...) -> PageHeader {
    var header = PageHeader()
    for line in lines { _ = header.take(line[...]) }
    return header
  }

  @Test(arguments: ["来源：港口日报", "（来源：港口日报）", "责任编辑：赵六", "作者：李四", "更新时间：2031-06-15 05:42", "原标题：旧题", "编辑｜赵六", "媒体：港口日报"])
  func fieldsThatNoTextHasAreTakenWithinTheBody(line: String) {
    var header = PageHeader()
    let isTaken = header.takeInBody(line[...])
    #expect(isTaken)
  }

  @Test(arguments: [
    "阅读：12", "标题：货量", "标签：航运", "记者：公司怎么看新航线", "媒体：邻国称两家公司的设备被提前换走", "来源：这是一句话！", "编辑：我们收到了来信！", "港口日报 来源：江湾日报",
    "摘要：货量", "2031-06-15 05:42", "图：厂房",
  ])
  func otherLinesBelongToTheBody(line: String) {
    var header = PageHeader()
    let isTaken = header.takeInBody(line[...])
    #expect(!isTaken)
    #expect(header.source == nil && header.byline == nil && header.published == nil)
  }

  @Test func aBareDateFillsAGap() {
    var header = PageHeader()
    let lines = ["06-15 05:42", "港口日报 2031-06-15", "2031-06-15", "2031-06-16"]
    #expect(lines.map { header.takeBareDate($0[...]) } == [false, false, true, false])
    #expect(header.published?.day == 15)
  }

  @Test func aTimeOfDayMayBeSetApart() {
    var empty = PageHeader()
    #expect(["05:42"].map { empty.takeClock($0) } == [false])
    var dated = header("2031-06-15")
    let lines = ["港口日报", "25:00", "05:42", "06:30"]
    #expect(lines.map { dated.takeClock($0[...]) } == [false, false, true, false])
    #expect(dated.published?.clock == FoundDate.Clock(hour: 5, minute: 42))
  }

  @Test func fieldsBelowTheTextFillGaps() {
    var page = PageHeader()
    let lines = ["版权声明 来源：港口日报 时间：2031-06-15 05:42 作者：李四", "来源：江湾日报 时间：2031-06-16 05:42"]
    #expect(lines.map { page.takeBelowText($0[...]) } == [true, false])
    #expect(page.source == "港口日报" && page.published?.day == 15 && page.byline == nil)
    var dated = header("2031-06-15 05:42")
    #expect(["来源：港口日报 时间：2031-06-16 05:42"].map { dated.takeBelowText($0) } == [true])
    #expect(dated.source == "港口日报" && dated.published?.day == 15)
  }

  @Test(arguments: ["来源：这是一句话。", "时间：06-15 05:42", "货量回升", "编辑：赵六", "来源：" + String(repeating: "港口 ", count: 40)])
  func otherLinesBelowTheTextFillNone(line: String) {
    var page = PageHeader()
    let isTaken = page.takeBelowText(line[...])
    #expect(!isTaken)
  }

  @Test func aNoteInBracketsMayCloseAPage() {
    var page = PageHeader()
    let lines = [
      "港口日报 2031年6月15日 05:42", "(港口日报)", "(港口日报 6月15日 05:42)", "(港口日报 2031年6月15日 05:42）", "(港口日报 2031年6月16日 05:42)",
    ]
    #expect(lines.map { page.takeClosingNote($0[...]) } == [false, false, false, true, false])
    #expect(page.source == "港口日报" && page.published?.day == 15)
  }

  @Test func whatIsKnownIsNotReplaced() {
    var page = header("2031-06-15 05:42 港口日报", "标签:航运", "编辑:赵六")
    page.fillGaps(
      from: header("2031-06-16 08:00 江湾日报 李四", "标签:航运 港口", "链接:https://port.example/1", "摘要:货量回升。", "原标题:旧题", "编辑:王五"))
    #expect(page.published?.day == 15 && page.source == "港口日报")
    #expect(
      page.byline == "李四" && page.url == "https://port.example/1" && page.summary == "货量回升。"
        && page.originalTitle == "旧题")
    #expect(page.tags == ["航运", "港口"])
    #expect(page.passedOver == ["编辑:赵六", "编辑:王五"])
  }

  @Test func onlyAFullDateFillsAGap() {
    var page = PageHeader()
    page.fillGaps(from: header("06-15 05:42"))
    #expect(page.date == nil)
    page.fillGaps(from: header("江湾新闻记者 李四"))
    #expect(page.employer == "江湾新闻")
    page.updated = DateParsing.first(in: "2031-06-14")
    page.fillGaps(from: header("2031-06-15 05:42"))
    #expect(page.published == nil)
  }
}
