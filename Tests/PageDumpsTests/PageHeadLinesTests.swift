import ParsingSupport
import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

/// What stands above a headline, and what a tool says of the page.
@Suite struct PageHeadLinesTests {
  private let title = "远帆航运上半年货量回升"
  private let sentence = "远帆航运公布了上半年的数据，货量同比回升百分之六，好于市场此前的预期。"

  private func head(_ texts: [String]) -> PageHead { PageHead(lines(texts), context: context()) }

  @Test func theLinesAboveFillGaps() {
    let head = head(["2031-06-15 05:42", "来源：港口日报", "# " + title, sentence, sentence])
    #expect(head.header.source == "港口日报")
    #expect(head.header.date?.day == 15)
    #expect(head.end == 3)
  }

  @Test func whatItsOwnLinesSayComesFirst() {
    let head = head(["2031-06-20 10:00", "# " + title, "来源：港口日报 2031-06-15 05:42", sentence, sentence])
    #expect(head.header.date?.day == 15)
  }

  @Test func onlyFullDatesCloseByCount() {
    #expect(head(["06-20 10:00", "# " + title, sentence, sentence]).header.date == nil)
    let far = ["2031-06-20 10:00", "首页 财经 股票 基金", "航运", "港口", "运价", "# " + title, sentence, sentence]
    #expect(head(far).header.date == nil)
    #expect(head(Array(far.dropFirst(0).prefix(4)) + Array(far.suffix(3))).header.date?.day == 20)
  }

  @Test func otherLinesAboveAreLeftOut() {
    let head = head(["首页 财经 股票 基金", "航运", "# " + title, "来源：港口日报 2031-06-15", sentence])
    #expect(Set(head.removed) == ["首页 财经 股票 基金", "航运"])
  }

  @Test func theAddressOfAPageMayStandFirst() {
    let head = head([
      "https://port.example/a", "首页 财经 股票 基金", "航运", "港口", "运价", "# " + title, "来源：港口日报 2031-06-15", sentence,
    ])
    #expect(head.header.url == "https://port.example/a")
  }

  @Test func theSiteStandsBehindTheHeadline() {
    let head = head([title + "_晨港网", "2031-06-15 05:42", sentence])
    #expect(head.header.title == title[...])
    #expect(head.site == "晨港网")
    #expect(head.header.source == nil)
  }

  @Test func withoutAHeadlineTheFirstLineThatMayBeOneIsIt() {
    #expect(head(["来源：港口日报", "打印 关闭", "货量"]).header.title == "货量")
    #expect(head(["来源：港口日报", "2031-06-15"]).header.title == nil)
    let fields = Array(repeating: "57人参与", count: 30)
    #expect(head(fields).header.title == nil)
  }

  @Test func anOriginalTitleThatStandsFirstIsTheHeadline() {
    let head = head(["原标题：货量回升", sentence, sentence])
    #expect(head.header.originalTitle == "货量回升")
    #expect(head.end == 1)
  }

  // MARK: What a tool says

  private func dump(_ matter: String, _ texts: [String]) -> PageHead {
    PageHead(lines("---\n\(matter)\n---\n\n" + texts.joined(separator: "\n\n")), context: context())
  }

  @Test func aHeadlineThatTheTextRepeatsComesFromTheText() {
    let head = dump(
      "title: \(title) - 晨港网\nlayout: post",
      ["首页 财经 股票 基金", "# " + title, "来源：港口日报 2031-06-15 05:42", sentence, sentence])
    #expect(head.header.title == title[...])
    #expect(head.header.source == "港口日报")
    #expect(head.end == 7)
    #expect(head.removed == ["layout: post", "首页 财经 股票 基金"])
  }

  @Test func otherwiseTheToolIsBelieved() {
    let head = dump("title: \(title)", ["两条新航线的经济账", sentence, sentence])
    #expect(head.header.title == title[...])
  }

  @Test func aTitleThatSaysWhatTheSiteIsGivesWayToTheHeadline() {
    let head = dump("title: 今日行情_大盘_个股_晨港网", [title, "来源：港口日报 2031-06-15 05:42", sentence, sentence])
    #expect(head.header.title == title[...])
  }

  @Test func theSiteComesBeforeTheAccountAndTheHostLast() {
    #expect(dump("title: 甲\nsitename: 港口日报\nauthor: 东港笔记官方账号\nhostname: port.example", [sentence]).site == "港口日报")
    #expect(dump("title: 甲\nauthor: 东港笔记官方账号\nhostname: port.example", [sentence]).site == "东港笔记官方账号")
    #expect(dump("title: \(title)_晨港网\nhostname: port.example", [sentence]).site == "晨港网")
    #expect(dump("title: 甲\nhostname: port.example", [sentence]).site == "port.example")
  }

  @Test func aTimeOfDayComesFromTheText() {
    let head = dump("title: \(title)\ndate: 2031-06-15", [title, "2031-06-15 05:42", sentence, sentence])
    #expect(head.header.date?.clock?.minute == 42)
  }
}
