import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import WebPages

/// The lines between a headline and its text.
@Suite struct PageHeadLinesTests {
  private let title = "云杉动力净利翻倍"

  private func read(_ blocks: [HTMLBlock], title: String? = nil, isDayFirst: Bool? = nil, beside: Set<Int> = []) -> (
    lines: PageLines, lead: [String]
  ) {
    var lines = PageLines(title: title ?? self.title, sites: ["星海网"], context: context(), isDayFirst: isDayFirst)
    let lead = lines.readHead(blocks) { beside.contains($0) }
    return (lines, lead.map(\.block.text))
  }

  private func read(_ texts: [String]) -> PageLines { read(([title] + texts).map { line($0) }).lines }

  @Test func onlyWhatStandsBelowTheHeadlineIsRead() {
    let lines = read([line("来源：旧报 2030-01-01"), heading(title), line("来源：星海财经 2031-02-03 10:15")]).lines
    #expect(lines.header.source == "星海财经" && !lines.isBareSource)
    #expect(lines.published?.year == 2031 && lines.published?.clock?.minute == 15)
  }

  @Test(arguments: ["云杉动力净利翻倍", "云杉动力：净利翻倍！", "云杉动力净利翻倍 - 星海网", "快讯"]) func theHeadlineMayStandThereWithItsSite(
    shown: String
  ) {
    let lines = read([line("来源：旧报 2030-01-01"), heading(shown), line("2031-02-03 10:15")]).lines
    #expect((lines.header.source == nil) == (shown != "快讯"))
  }

  @Test func withoutTheHeadlineTheLastLinesAreRead() {
    let filler = (0..<24).map { _ in line("甲") }
    #expect(read([line("来源：星海财经")] + filler).lines.header.source == "星海财经")
    #expect(read([line("来源：星海财经"), line("甲")] + filler).lines.header.source == nil)
  }

  // MARK: - Sources beside a date

  @Test func aNameAloneBesideTheDateIsTheSource() {
    for texts in [["星海财经", "2031-02-03 10:15"], ["2031-02-03 10:15", "星海财经"]] {
      let lines = read(texts)
      #expect(lines.header.source == "星海财经" && lines.isBareSource, "\(texts)")
    }
    #expect(read(["星海财经", "2031-02-03 10:15", "云杉观察"]).header.source == "星海财经")
  }

  @Test(arguments: [
    ["星海财经"], ["星海财经", "一行别的文字，没有句号", "2031-02-03"], ["打印 收藏 分享", "2031-02-03"], ["分享到", "2031-02-03"],
    ["记者 林一帆", "2031-02-03"], ["100", "2031-02-03"],
  ]) func otherLinesAreNone(texts: [String]) {
    #expect(read(texts).header.source == nil)
  }

  @Test func aNamedSourceGoesBeforeABareOne() {
    let lines = read(["云杉观察", "2031-02-03", "来源：星海财经"])
    #expect(lines.header.source == "星海财经" && !lines.isBareSource)
  }

  // MARK: - Dates

  @Test func aDateInSeveralLinesIsOne() {
    let date = read(["2031", "02/03", "19:02"]).published
    #expect(date?.year == 2031 && date?.month == 2 && date?.day == 3 && date?.clock?.hour == 19)
    #expect(read(["2031-02-03", "19:02"]).published?.clock?.minute == 2)
  }

  @Test(arguments: [["2031", "甲"], ["12", "34"], ["甲乙", "02/03"], ["2031", "02/33"]]) func otherNumbersAreNotJoined(
    texts: [String]
  ) {
    #expect(read(texts).published == nil)
  }

  @Test func aTimeThatDependsOnTheSavingIsKnownAsSuch() {
    let lines = read(["昨天 22:10 星海财经"])
    #expect(lines.isRelativeDate && lines.published?.month == 6 && lines.published?.day == 30)
    #expect(!read(["2031-02-03 22:10"]).isRelativeDate)
  }

  @Test func aFullDateAnywhereInALineWillDo() {
    #expect(read(["甲乙丙丁，戊己庚辛 2031-02-03 22:10 壬癸子丑，寅卯"]).published?.day == 3)
    #expect(read(["甲乙丙丁，戊己庚辛 2031-02-03 壬癸子丑，寅卯"]).published == nil)
  }

  @Test func listsAndTablesHoldFieldsToo() {
    let list = HTMLBlock(block: .list(["2031-02-03 10:15", "来源：星海财经"]), node: 0, size: 40)
    #expect(read([heading(title), list]).lines.header.source == "星海财经")
    let table = HTMLBlock(block: .table([["", "来源：星海财经"], ["2031-02-03 10:15"]]), node: 0, size: 40)
    let lines = read([heading(title), table]).lines
    #expect(lines.header.source == "星海财经" && lines.published?.day == 3)
  }

  @Test func longLinesHoldNoFields() {
    #expect(
      read([heading(title), HTMLBlock(block: .paragraph("来源：星海财经"), node: 0, size: 201)]).lines.header.source == nil)
  }

  @Test func theLanguageTellsWhichNumberIsTheMonth() {
    let blocks = [heading("Gold climbs to a record"), line("08/05/2030")]
    #expect(read(blocks, title: "Gold climbs to a record", isDayFirst: true).lines.published?.month == 5)
    #expect(read(blocks, title: "Gold climbs to a record", isDayFirst: false).lines.published?.month == 8)
    #expect(read(blocks, title: "Gold climbs to a record", isDayFirst: true).lines.published?.isUncertain == false)
  }

  @Test func aDateAboveTheHeadlineIsTakenWhereNoneIsBelow() {
    #expect(read([line("2031-02-03"), heading(title)]).lines.footDate?.day == 3)
    #expect(read([line("发布时间：2031-02-03"), heading(title)]).lines.footDate?.day == 3)
    #expect(read([line("2031-02-03"), heading(title), line("2031-02-04")]).lines.footDate == nil)
    #expect(read([line("2031-02-03"), line("甲"), line("乙"), line("丙"), heading(title)]).lines.footDate == nil)
    #expect(read([line("02-03"), heading(title)]).lines.footDate == nil)
  }

  @Test func aThreadHasItsDateBetweenTwoHeadlines() {
    let between = ["甲", "2031-02-03 10:15", "乙", "丙", "丁", "戊"].map { line($0) }
    #expect(read([line("主题：" + title)] + between + [heading(title)]).lines.footDate?.day == 3)
  }

  // MARK: - Standfirsts

  private let lead = "云杉动力昨日晚间公布三季报，公司当季收入同比增长四成，净利润翻了一倍。"

  @Test func sentencesBelowAChineseHeadlineBeginTheText() {
    #expect(read([heading(title), line("2031-02-03 10:15"), line(lead)]).lead == [lead])
    #expect(read([line(lead)]).lead.isEmpty)
    #expect(read([heading(title), line(lead, node: 7)], beside: [7]).lead.isEmpty)
    #expect(read([heading(title), line(lead), line(lead), line(lead)]).lead.count == 3)
    #expect(read([heading(title), line(lead), line(lead), line(lead), line(lead)]).lead.isEmpty)
  }

  @Test func subtitlesOfOtherLanguagesDoNot() {
    let subtitle = "Gold rose for a third day as buyers came back to the market, traders in Port Ford said."
    #expect(read([heading("Gold climbs to a record"), line(subtitle)], title: "Gold climbs to a record").lead.isEmpty)
  }

  @Test func linesThatAreNoSentencesDoNotEither() {
    for text in ["云杉动力昨日", lead.dropLast() + "", "摘要：" + lead] {
      #expect(read([heading(title), line(String(text))]).lead.isEmpty, "\(text)")
    }
    #expect(read([heading(title), line(lead, linked: 60)]).lead.isEmpty)
  }

  @Test func aStandfirstThatTheTextRepeatsIsLeftOut() {
    let lines = read([title])
    let other = line("公司表示，新厂房明年投产，届时产能将达到两万吨，投资者需要关注订单的持续性。")
    func texts(_ body: [HTMLBlock]) -> [String] { lines.withLead([line(lead)], before: body).map(\.block.text) }
    #expect(texts([other]) == [lead, other.block.text])
    #expect(texts([line(lead + "另有一句。"), other]).count == 2)
    #expect(texts([other, other, other, other, other, line(lead)]).count == 7)
    #expect(texts([]) == [lead])
    // A short line within it says less.
    #expect(texts([line("云杉动力"), other]).first == lead)
  }

  @Test(
    arguments: [
      ("云杉动力净利翻倍_财经_星海网", "星海网"), ("云杉动力净利翻倍 - 星海网", "星海网"), ("云杉动力净利翻倍", nil), ("星海网：云杉动力净利翻倍", nil), (nil, nil),
    ] as [(String?, String?)])
  func theSiteStandsBehindTheHeadlineInTheTitle(document: String?, site: String?) {
    #expect(read([]).siteInTitle(document) == site)
  }
}

/// The blocks of a text, and what stands among them.
@Suite struct PageBodyLinesTests {
  private func read(_ blocks: [HTMLBlock], title: String = "云杉动力净利翻倍") -> (
    lines: PageLines, kept: [String], removed: [String]
  ) {
    var lines = PageLines(title: title, sites: ["星海网"], context: context(), isDayFirst: nil)
    let kept = lines.readBody(blocks)
    return (lines, kept.map(\.block.text), lines.removed.map(\.block.text))
  }

  private let first = "云杉动力昨日晚间公布三季报，公司当季收入同比增长四成，净利润较去年同期翻了一倍。"
  private let second = "公司表示，新厂房将于明年投产，届时年产能将达到两万吨，目前订单已经排到后年。"
  private let third = "分析人士认为，行业景气度仍在上行，但原材料价格的波动可能压缩利润空间。"

  @Test func aTextWithoutAnythingElseStaysWhole() {
    let found = read([
      line(first), heading("产能"), line(second), HTMLBlock(block: .list(["甲", "乙"]), node: 0, size: 6), line(third),
    ])
    #expect(found.kept == [first, "产能", second, "甲\n乙", third])
    #expect(found.removed.isEmpty)
  }

  @Test func theHeadlineWithinTheTextGoesWithWhatStandsAbove() {
    let found = read([line("首页 > 财经"), heading("云杉动力净利翻倍"), line(first)])
    #expect(found.kept == [first] && found.removed == ["首页 > 财经"])
    // What is a text stands above no headline.
    #expect(read([line(first), heading("云杉动力净利翻倍"), line(second)]).kept.count == 3)
  }

  @Test func fieldsAtBothEndsAreTakenAndNotKept() {
    let found = read([line("来源：星海财经　作者：林一帆"), line("2031-02-03 10:15"), line(first), line("（责任编辑：周小满）")])
    #expect(found.kept == [first] && found.removed == ["（责任编辑：周小满）"])
    #expect(
      found.lines.header.source == "星海财经" && found.lines.header.byline == "林一帆" && found.lines.published?.day == 3)
  }

  @Test func aNameBesideTheDateIsTheSourceAndNoText() {
    let found = read([line("星海财经"), line("2031-02-03 10:15 云南"), line(first)])
    #expect(found.kept == [first] && found.lines.header.source == "星海财经" && found.lines.isBareSource)
    #expect(read([line("来源：云杉观察"), line("2031-02-03"), line("星海财经"), line(first)]).lines.header.source == "云杉观察")
  }

  @Test(arguments: ["相关阅读", "猜你喜欢：", "热点新闻", "网友评论", "Comments (3)"]) func aHeadingOfOtherThingsEndsTheText(
    text: String
  ) {
    let found = read([line(first), line(second), line(text), line("星海港吞吐量创新高"), line("山海重工中标")])
    #expect(found.kept == [first, second])
    #expect(found.removed == [text, "星海港吞吐量创新高", "山海重工中标"])
  }

  @Test func suchAHeadingAboveMostOfTheTextHeadsASection() {
    #expect(read([line(first), heading("热点新闻"), line(second), line(third), line(first)]).kept.contains("热点新闻"))
  }

  @Test func aBoxInTheMiddleEndsWhereTheTextGoesOn() {
    let start = [line(first), line(second), line(third)]
    let found = read(start + [line("相关阅读"), line("山海重工中标", linked: 18), line(first), line(second)])
    #expect(found.kept == [first, second, third, first, second])
    #expect(found.removed == ["相关阅读", "山海重工中标"])
    // Comments go on to the end.
    #expect(read(start + [line("网友评论"), line(first), line(second)]).kept == [first, second, third])
  }

  @Test func aBoxOfTeasersWithManyLinesIsNoText() {
    let teasers = (0..<4).map { line("山海重工中标第\($0)期") }
    #expect(read([line(first), line(second), line("相关阅读")] + teasers + [line(third)]).kept == [first, second])
  }

  @Test func teasersWithTheirDatesBehindTheTextGo() {
    let teasers = ["甲", "乙"].flatMap { [heading("星海港吞吐量创新高" + $0), line("2031-01-0\($0 == "甲" ? 1 : 2)")] }
    let found = read([line(first), line(second)] + teasers)
    #expect(found.kept == [first, second] && found.removed.count == 4)
    // One date may be the article's own.
    #expect(read([line(first), heading("星海港"), line("2031-01-01"), line(second)]).kept.contains("星海港"))
  }

  @Test func aDateAloneAtTheEndIsTheArticles() {
    let found = read([line(first), line(second), line("2031年2月3日")])
    #expect(found.kept == [first, second] && found.lines.footDate?.day == 3)
  }

  @Test func headingsAndLinksAtTheEndHoldNothing() {
    #expect(read([line(first), heading("展望")]).kept == [first])
    #expect(read([line(first), line("山海重工中标大单的消息", linked: 33)]).kept == [first])
    #expect(read([line(first), HTMLBlock(block: .list(["山海", "星海"]), node: 0, size: 12, linked: 9)]).kept == [first])
    #expect(read([line(first), HTMLBlock(block: .list(["山海", "星海"]), node: 0, size: 12, linked: 6)]).kept.count == 2)
  }

  @Test(arguments: ["（原标题：云杉动力三季报出炉）", "原标题：云杉动力三季报出炉", "声明：未经授权不得转载", "扫一扫下载客户端", "阅读全文"]) func noticesWithinTheTextGo(
    text: String
  ) {
    let found = read([line(first), line(text), line(second)])
    #expect(found.kept == [first, second])
  }

  @Test func aParagraphThatIsALinkIsOtherNews() {
    let text = "山海重工中标大单"
    #expect(read([line(first), line(second), line(text, linked: 24), line(third)]).removed == [text])
    #expect(read([line(first), line(second), line(text, linked: 12), line(third)]).kept.contains(text))
    #expect(read([line(first), line(second), line(text + "。", linked: 27), line(third)]).kept.contains(text + "。"))
    #expect(read([line(first), line(second), line("https://a.example/x", linked: 19), line(third)]).kept.count == 4)
  }

  @Test(arguments: [
    ("相关阅读：山海重工中标大单", 30, true), ("相关阅读：山海重工中标大单", 15, false), ("上一篇：山海重工中标大单", 15, true), ("标签：云杉", 6, true),
    ("上一篇：山海重工", 0, false),
  ]) func relatedLinesAreMostlyLinks(text: String, linked: Int, isRemoved: Bool) {
    #expect(
      read([line(first), line(second), line(text, linked: linked), line(third)]).kept.contains(text) != isRemoved)
  }

  @Test func linesBesideTheTextThatSayNothingGo() {
    for text in ["【评论】【论坛】【打印】", "星海网", "* * *"] {
      #expect(read([line(first), line(second), line(text)]).kept == [first, second], "\(text)")
    }
    #expect(read([line(first), line(second), line("星海网"), line(third)]).kept.contains("星海网"))
  }

  @Test func aWritersRoleBelowTheNameGoes() {
    let text = "Gold rose for a third day as buyers came back to the market, traders in Port Ford said on Monday."
    let blocks = [line("By Ann Poe"), line("Markets Reporter"), line(text)]
    #expect(read(blocks, title: "Gold climbs").kept == [text])
    #expect(read([line("Markets Reporter"), line(text)], title: "Gold climbs").kept.count == 2)
  }

  // MARK: - Behind the text

  private func foot(_ texts: [String]) -> PageLines {
    var lines = PageLines(title: "云杉动力净利翻倍", sites: [], context: context(), isDayFirst: nil)
    lines.readFoot(texts.map { line($0) })
    return lines
  }

  @Test func fieldsBehindTheTextAreTaken() {
    let lines = foot(["来源：星海财经", "标签：金价 油价", "2031-02-03"])
    #expect(lines.header.source == "星海财经" && lines.header.tags == ["金价", "油价"] && lines.footDate?.day == 3)
  }

  @Test func tenLinesBehindItAreLookedAt() {
    let filler = [String](repeating: "甲", count: 9)
    #expect(foot(filler + ["来源：星海财经"]).header.source == "星海财经")
    #expect(foot(filler + ["甲", "来源：星海财经"]).header.source == nil)
  }
}
