import Foundation
import NewsModel
import NewsStore
import Testing

@testable import App

/// What commands that read a store write into a pipe, without a program that is started.
@Suite struct ReadingCommandsTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save(
        [
          Item(
            url: "https://news.example/1", label: "聚焦", title: "云杉动力召回电池", source: "星海财经", published: published,
            blocks: [.paragraph("公司主动召回。")], tags: ["电池", "召回"]),
          Item(
            title: "远帆航运扩大船队", source: "晚报", published: published - 3_600, blocks: [.paragraph("新船动工，电池船在内。")],
            tags: ["电池"]),
          Item(title: "Harbor lights", published: published - 7_200, isStub: true),
        ], at: published + 600)
      _ = try library.store.apply([.star], matching: .title("航运"))
      _ = try library.store.apply([.read], matching: .source("晚报"))
    }
  }

  @Test func headlinesAreRowsOfFields() throws {
    #expect(
      try setup.call("list") == """
        1\t2019-05-06T08:30:00+08:00\t星海财经\tunread\t云杉动力召回电池\t电池,召回\t\t\t\t2019-05-06T08:40:00+08:00
        2\t2019-05-06T07:30:00+08:00\t晚报\tstarred\t远帆航运扩大船队\t电池\t\t\t\t2019-05-06T08:40:00+08:00
        3\t2019-05-06T06:30:00+08:00\t\tunread,stub\tHarbor lights\t\t\t\t\t2019-05-06T08:40:00+08:00

        """)
  }

  @Test func optionsAndWordsChooseHeadlines() throws {
    #expect(try setup.call("search", "电池", "-tag:召回").lines.map { $0.prefix(1) } == ["2"])
    #expect(try setup.call("list", "--unread", "--limit", "1").lines.count == 1)
    #expect(try setup.call("list", "--limit", "0").lines.count == 3)
    #expect(try setup.call("list", "--tag", "电池", "--count") == "2\n")
    #expect(try setup.call("list", "--count", "--limit", "1") == "3\n")
    #expect(try setup.call("list", "--json").objects.map { $0["id"] as? Int } == [1, 2, 3])
  }

  @Test func theMostRelevantComesFirst() throws {
    #expect(try setup.call("search", "电池").lines.count == 2)
    #expect(try setup.call("search", "航运", "OR", "电池", "--relevance", "--limit", "1").lines.count == 1)
    #expect(try setup.call("search", "nothing-like-it", "--relevance") == "")
  }

  @Test func mutedOnesAreMarked() throws {
    try setup.withOwnLibrary { _ = try $0.store.apply([.mute], matching: .tag("召回")) }
    #expect(try setup.call("list").lines.count == 2)
    #expect(try setup.call("list", "is:muted").contains("\tunread,muted\t"))
  }

  @Test func anArticleIsShownAsTextOrJSON() throws {
    let text = try setup.call("show", "1")
    #expect(text.lines.first == "[聚焦] 云杉动力召回电池" && text.contains("公司主动召回。"))
    #expect(try setup.call("show", "1", "--json").objects.first?["text"] as? String == "公司主动召回。")
  }

  @Test func eachVersionSaysSinceWhenAndUntilWhenItStood() throws {
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    try setup.withOwnLibrary(.create) { library in
      let item = Item(
        url: "https://news.example/1", title: "云杉动力召回十万块电池", source: "星海财经", published: published,
        blocks: [.paragraph("公司主动召回。")])
      _ = try library.store.save([item], at: published + 7_200)
    }
    let versions = try setup.call("show", "1", "--history", "--json").objects
    #expect(versions.map { $0["title"] as? String } == ["云杉动力召回电池", "云杉动力召回十万块电池"])
    #expect(
      versions.map { $0["arrived"] as? String } == ["2019-05-06T08:40:00+08:00", "2019-05-06T10:30:00+08:00"])
    #expect(versions.map { $0["replaced"] as? String } == ["2019-05-06T10:30:00+08:00", nil])
  }

  @Test(arguments: [
    (["show", "9"], App.ExitStatus.noInput, "9"), (["show", "first"], .usage, "first"),
    (["list", "--limit=-1"], .usage, "--limit"),
    (["tags", "--limit=-1"], .usage, "--limit"), (["stats", "--span", "decade"], .usage, "decade"),
    (["stats", "--limit=-1"], .usage, "--limit"), (["saved", "show", "无"], .usage, "无"),
    (["rules", "test", "无"], .usage, "无"), (["remove", "无"], .noInput, "无"),
    (["list", "is:nonsense"], .usage, "nonsense"),
  ])
  func whatCannotBeDoneIsRefusedInWords(arguments: [String], status: App.ExitStatus, word: String) throws {
    let command = try NewstapeCommand.parseAsRoot(QueryArguments.disguised(arguments))
    let called = try #require(command as? any ProgramCommand)
    let failure = try #require(throws: CommandFailure.self) {
      try written { output in try setup.explainingErrors { try called.run(setup, &output) } }
    }
    #expect(failure.status == status)
    #expect(failure.message.contains(word), "\(failure.message)")
  }

  @Test func termsAreRowsWithCounts() throws {
    #expect(try setup.call("tags") == "电池\t2\t1\n召回\t1\t1\n")
    #expect(try setup.call("tags", "--limit", "1") == "电池\t2\t1\n")
    #expect(try setup.call("tags", "is:stub") == "")
    #expect(try setup.call("sources").lines.sorted() == ["星海财经\t1\t1", "晚报\t1\t0"].sorted())
    #expect(try setup.call("sources", "--json", "is:read").objects.map { $0["name"] as? String } == ["晚报"])
  }

  @Test func sourcesThatAreFollowedAreListedBeforeTheyBringAnything() throws {
    try setup.withOwnLibrary { library in
      _ = try library.store.subscribe(Subscription(name: "晨报", address: "https://me:secret@news.example/rss"))
    }
    let lines = try setup.call("sources").lines
    #expect(lines.count == 3 && lines[2].hasPrefix("晨报\t0\t0\tnew\t0.0\t\t"))
    #expect(!lines[2].contains("secret"))
    #expect(try setup.call("sources", "--limit", "2").lines.count == 2)
    // Who asks for certain news wants no others.
    #expect(try setup.call("sources", "--unread").lines == ["星海财经\t1\t1"])
    let objects = try setup.call("sources", "--json").objects
    #expect((objects[2]["feed"] as? [String: Any])?["health"] as? String == "new")
  }

  @Test func statisticsAreRowsOfKinds() throws {
    let rows = try setup.call("stats", "--span", "week").lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows.prefix(5).map { $0.joined(separator: " ") } == [
        "total articles 3", "total unread 2", "total starred 1", "total stubs 1", "range articles 3 0",
      ])
    let volume = rows.filter { $0[0] == "volume" }
    #expect(volume.count == 7 && volume.last == ["volume", "2019-05-06T00:00:00+08:00", "3", "2"])
    #expect(
      rows.suffix(5).map { $0.prefix(3).joined(separator: " ") }.sorted()
        == [
          "label 聚焦 1", "source 星海财经 1", "source 晚报 1", "tag 召回 1", "tag 电池 2",
        ].sorted())
    #expect(try setup.call("stats", "--span", "day", "--limit", "0").lines.count == 5 + 24 + 5)
    #expect(try setup.call("stats", "--json").objects.first?["span"] as? String == "month")
  }

  @Test func statisticsHeedTheTimeOfTheQuery() throws {
    func volume(_ arguments: String...) throws -> [String] {
      try setup.call(["stats"] + arguments).lines.filter { $0.hasPrefix("volume") }
    }
    let year = try volume("--since", "2019", "--until", "2019")
    #expect(year.count == 365 && year.contains("volume\t2019-05-06T00:00:00+08:00\t3\t2"))
    #expect(try volume("since:2019-05-06", "until:2019-05-06").count == 24)
    #expect(try volume("until:2019-05-05").count == 1)
    #expect(try volume("until:2019-05-06", "--span", "week").count == 7)
    let months = try volume("--since", "2019", "--until", "2019", "--bucket", "month")
    #expect(months.count == 12 && months[4] == "volume\t2019-05-01T00:00:00+08:00\t3\t2")
    #expect(try volume("--since", "2018", "--until", "2019", "--bucket", "year").count == 1)
    let object = try #require(try setup.call("stats", "--since", "2019", "--bucket", "month", "--json").objects.first)
    #expect(object["span"] is NSNull && object["bucket"] as? String == "month")
    #expect(try setup.call("stats", "--since", "2019", "--bucket", "month", "--svg").contains("Articles a month"))
  }

  @Test func sessionsAreCountedInTheOrderOfTheDay() throws {
    #expect(
      try setup.call("stats", "--by", "session").lines == [
        "pre\t3\t0\t2", "morning\t0\t0\t0", "lunch\t0\t0\t0", "afternoon\t0\t0\t0", "post\t0\t0\t0", "closed\t0\t0\t0",
      ])
    #expect(try setup.call("stats", "--by", "session", "--and", "tag").lines == ["session\t电池\t召回", "pre\t2\t1"])
    #expect(
      try setup.call("stats", "--by", "source", "--and", "session", "--csv") == "source,pre\r\n星海财经,1\r\n晚报,1\r\n")
    #expect(try setup.call("stats", "--by", "session", "--json").objects.first?["name"] as? String == "pre")
    #expect(try setup.call("stats", "--by", "session", "--svg").contains("Articles by trading session"))
    #expect(try setup.call("list", "session:pre", "--count") == "3\n")
    #expect(try setup.call("stats", "--by", "session", "时段：早盘").lines.first == "pre\t0\t0\t0")
  }

  @Test func theSettingChoosesTheExchange() throws {
    let newYork = try home.setup("market.exchange = \"nyse\"\n")
    // It was Sunday evening there.
    #expect(
      try newYork.call("stats", "--by", "session").lines == [
        "pre\t0\t0\t0", "open\t0\t0\t0", "post\t0\t0\t0", "closed\t3\t0\t2",
      ])
    #expect(try newYork.call("list", "session:closed", "--count") == "3\n")
    let failure = try #require(throws: CommandFailure.self) { try newYork.call("list", "session:lunch") }
    #expect(failure.status == .usage && failure.message.contains("NYSE has no session"))
  }

  @Test func whatLiesBeyondTheCalendarIsARowOfItsOwn() throws {
    try setup.withOwnLibrary { library in
      let early = CivilTime(year: 1995, month: 5, day: 8, hour: 10).timestamp(in: setup.displayZone)
      _ = try library.store.save([Item(title: "早年的新闻", published: early)])
    }
    let rows = try setup.call("stats", "--by", "session", "--span", "everything").lines
    #expect(rows.first == "pre\t3\t0\t2" && rows.last == "beyond the calendar\t1\t0\t1")
    #expect(
      try setup.call("stats", "--by", "session", "--and", "source", "--span", "everything").lines.last
        == "beyond the calendar\t0\t0")
    #expect(try setup.call("list", "-session:pre").lines.count == 1)
  }

  @Test func anEmptyStoreHasNothingToList() throws {
    let empty = try TemporaryHome().setup()
    try empty.withOwnLibrary(.create) { try $0.store.save(SavedQuery(name: "甲", text: "铜")) }
    #expect(try empty.call("list") == "" && empty.call("tags") == "")
  }

  // MARK: Sources that are removed

  @Test func aSourceIsRemovedWithOrWithoutItsArticles() throws {
    try setup.withOwnLibrary { library in
      _ = try library.store.subscribe(Subscription(name: "晨报", address: "https://a.example/rss"))
      _ = try library.store.subscribe(Subscription(name: "早报", address: "https://b.example/rss"))
    }
    #expect(try setup.call("remove", "晨报").lines.count == 1)
    #expect(try setup.call("remove", "https://b.example/rss", "--with-articles").contains("早报"))
    #expect(try setup.withOwnLibrary { try $0.store.subscriptions() } == [])
    #expect(try setup.call("list").lines.count == 3)
  }
}
