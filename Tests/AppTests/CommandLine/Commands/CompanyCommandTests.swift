import Foundation
import NewsModel
import NewsStore
import Testing

@testable import App

/// What `newstape company` prints, without a program that is started.
@Suite struct CompanyCommandTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
    // A Monday.
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([
        Item(title: "贵州茅台(600519)拟回购不超过3亿元股份", source: "晚报", published: published),
        Item(title: "贵州茅台(600519)：拟回购不超过3亿元股份", source: "晨报", published: published - 600),
        Item(title: "贵州茅台(600519)与五粮液(000858)遭股东减持1.2亿元", source: "晚报", published: published - 8 * 86_400),
        Item(title: "宁德时代(300750)净利润同比下降35%", source: "晨报", published: published - 86_400),
      ])
      while try library.store.analyseNext() > 0 {}
    }
  }

  private func rows(_ kind: String, _ arguments: String...) throws -> [[String]] {
    try setup.call(["company"] + arguments).lines.map { $0.components(separatedBy: "\t") }.filter { $0[0] == kind }
      .map { Array($0.dropFirst()) }
  }

  @Test(arguments: ["600519", "sh600519", "600519.SH", "贵州茅台", "gzmt", "$600519"])
  func aCompanyIsNamedByCodeNameOrInitials(name: String) throws {
    #expect(try rows("company", name) == [["600519.SH", "贵州茅台"]])
  }

  @Test func countsAreOfItsNews() throws {
    #expect(try rows("total", "600519") == [["articles", "3"], ["unread", "3"]])
    #expect(try rows("range", "600519").first == ["articles", "3"])
    #expect(try rows("with", "600519") == [["五粮液 000858.SZ", "1"]])
    #expect(try rows("source", "600519") == [["晚报", "2"], ["晨报", "1"]])
    #expect(try rows("week", "600519").map { $0.prefix(2) } == [["2019-05-06", "2"], ["2019-04-22", "1"]])
    #expect(try rows("article", "600519").count == 3)
  }

  @Test func aMomentShowsWhatWasKnownThen() throws {
    #expect(try rows("total", "600519", "--as-of", "2020-01-01T00:00") == [["articles", "0"], ["unread", "0"]])
    #expect(try rows("article", "600519", "--as-of", "2020-01-01").isEmpty)
    #expect(try rows("article", "600519", "--as-of", "2099-01-01").count == 3)
    #expect(throws: CommandFailure.self) { try setup.call("company", "600519", "--as-of", "soon") }
  }

  @Test func eventsHaveTheirFiguresAndAreOneWhereADayRepeatsThem() throws {
    let events = try rows("event", "600519")
    #expect(events.map { $0[1] } == ["回购", "减持"])
    #expect(events.map { $0[2] } == ["CNY 300m", "CNY 120m"])
    #expect(events.map { $0[4] } == ["2", "1"])
    #expect(events[0][0].hasPrefix("2019-05-06"))
  }

  @Test func eachPartHasAtMostSoManyLines() throws {
    #expect(try rows("event", "600519", "--limit", "1").count == 1)
    #expect(try rows("article", "600519", "--limit", "1").count == 1)
    #expect(try rows("article", "600519", "--limit", "0").count == 3)
    #expect(try setup.refusal(of: "company", "600519", "--limit=-1").status == .usage)
    #expect(try setup.refusal(of: "company", "600519", "--span", "era").message.contains("era"))
  }

  @Test func theObjectHoldsThePage() throws {
    let object = try #require(try setup.call("company", "600519", "--json").objects.first)
    #expect(object["name"] as? String == "贵州茅台" && object["code"] as? String == "600519.SH")
    #expect((object["total"] as? [String: Any])?["articles"] as? Int == 3)
    let event = try #require((object["events"] as? [[String: Any]])?.first)
    #expect(event["kind"] as? String == "回购" && event["amount"] as? Double == 300_000_000)
    #expect(event["articles"] as? Int == 2 && event["title"] as? String != nil)
    #expect((object["companies"] as? [[String: Any]])?.first?["code"] as? String == "000858.SZ")
    #expect((object["news"] as? [[String: Any]])?.count == 3)
    #expect((object["listings"] as? [[String: Any]])?.first?["exchange"] as? String == "SSE")
  }

  @Test func onATerminalItIsAPage() throws {
    let command = try NewstapeCommand.parseAsRoot(["company", "600519"])
    let called = try #require(command as? any ProgramCommand)
    let screen = try shown { output in try called.run(setup, &output) }
    for text in ["贵州茅台  600519.SH Shanghai", "3 articles, 3 unread", "CNY 300m", "2019-05-06  2", "五粮液 000858.SZ  1"] {
      #expect(screen.contains(text), "\(text)")
    }
  }

  @Test func aChineseInterfaceHasAChinesePage() throws {
    let setup = try home.setup("language = \"zh-Hans\"\n")
    let command = try NewstapeCommand.parseAsRoot(["company", "gzmt", "--span", "everything"])
    let called = try #require(command as? any ProgramCommand)
    let screen = try shown(columns: 120) { output in try called.run(setup, &output) }
    for text in ["600519.SH 上交所", "新闻3条，未读3条", "3亿元", "减持", "同时提到的公司", "每周新闻量与倾向", "来源"] {
      #expect(screen.contains(text), "\(text)")
    }
    let lines = screen.split(separator: "\n")
    let (events, weeks) = (lines.firstIndex(of: "事件"), lines.firstIndex(of: "每周新闻量与倾向"))
    #expect(try #require(events) < #require(weeks))
  }

  @Test func aCompanyWithoutNewsSaysSo() throws {
    #expect(try rows("total", "00700") == [["articles", "0"], ["unread", "0"]])
    let command = try NewstapeCommand.parseAsRoot(["company", "00700"])
    let called = try #require(command as? any ProgramCommand)
    #expect(try shown { output in try called.run(setup, &output) }.contains("No article names 腾讯."))
  }

  @Test func aShorterSpanCountsLess() throws {
    let week = try rows("range", "600519", "--span", "week")
    #expect(week.map { $0[1] } == ["2", "2", "0"])
    #expect(try rows("with", "600519", "--span", "week").isEmpty)
    #expect(try rows("total", "600519", "--span", "week").first == ["articles", "3"])
    let all = try rows("range", "600519", "--span", "everything")
    #expect(all.map { $0[0] } == ["articles", "positive", "negative"])
    #expect(all.map { $0[1] } == ["3", "2", "1"])
  }

  @Test func weeksTellTheirTone() throws {
    let weeks = try rows("week", "600519")
    #expect(weeks == [["2019-05-06", "2", "2", "0"], ["2019-04-22", "1", "0", "1"]])
  }

  @Test func listingsAndNamesAreLinesOfTheirOwn() throws {
    #expect(try rows("listing", "600519") == [["600519.SH", "SSE"]])
    #expect(try rows("name", "600519").contains(["茅台"]))
    #expect(try rows("listing", "601318").count == 2)
  }

  @Test func articlesAreLinesAsListPrintsThem() throws {
    let listed = try setup.call("list", "company:600519").lines
    let told = try setup.call("company", "600519").lines.filter { $0.hasPrefix("article\t") }
    #expect(told.map { $0.dropFirst("article\t".count) } == listed.map { $0[...] })
  }

  @Test func theObjectTellsWeeksSourcesAndTheRange() throws {
    let object = try #require(try setup.call("company", "600519", "--json", "--span", "year").objects.first)
    let weeks = try #require(object["weeks"] as? [[String: Any]])
    #expect(weeks.map { $0["start"] as? String } == ["2019-05-06", "2019-04-22"])
    #expect(weeks.map { $0["positive"] as? Int } == [2, 0] && weeks.map { $0["negative"] as? Int } == [0, 1])
    let sources = try #require(object["sources"] as? [[String: Any]])
    #expect(sources.map { $0["name"] as? String } == ["晚报", "晨报"])
    #expect(object["span"] as? String == "year" && object["positive"] as? Int == 2 && object["negative"] as? Int == 1)
    #expect((object["to"] as? String)?.hasPrefix("2019-05-07") == true)
    #expect(object["waiting"] as? Int == 0 && (object["otherNames"] as? [String])?.contains("茅台") == true)
    #expect(object["sample"] == nil)
  }

  @Test func anObjectOfACompanyWithoutNewsIsWhole() throws {
    let object = try #require(try setup.call("company", "00700", "--json").objects.first)
    #expect(object["name"] as? String == "腾讯" && object["code"] as? String == "00700.HK")
    for part in ["events", "weeks", "companies", "sources", "news"] {
      #expect((object[part] as? [Any])?.isEmpty == true, "\(part)")
    }
  }

  @Test func whatWaitsIsTold() throws {
    try setup.withOwnLibrary { library in
      _ = try library.store.save([Item(title: "贵州茅台(600519)分红", published: Timestamp(1_557_200_000))])
    }
    #expect(try rows("total", "600519").last == ["waiting", "1"])
  }

  @Test func whatNoTableKnowsIsRefused() throws {
    let failure = try setup.refusal(of: "company", "没有这家公司")
    #expect(failure.status == .usage && failure.message.contains("没有这家公司"))
  }

  @Test func severalCompaniesAreListed() throws {
    let failure = try setup.refusal(of: "company", "中国银")
    #expect(failure.status == .usage && failure.details.contains { $0.string.contains("601988.SH") })
  }
}
