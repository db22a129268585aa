import Foundation
import NewsModel
import Testing

@testable import App

@Suite struct FilterOptionsTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  private func query(_ arguments: String...) throws -> Query {
    try FilterOptions.parse(QueryArguments.disguised(["list"] + arguments).dropFirst().map { $0 }).query(setup)
  }

  private func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) -> Timestamp {
    CivilTime(year: year, month: month, day: day, hour: hour, minute: 0).timestamp(in: setup.displayZone)
  }

  @Test func nothingMeansEverything() throws { #expect(try query() == .all) }

  @Test func operandsAreOneQuery() throws {
    #expect(try query("降准", "-tag:IPO") == .and([.text("降准"), .not(.tag("IPO"))]))
    #expect(try query("铜", "OR", "铝") == .or([.text("铜"), .text("铝")]))
  }

  /// An article has many tags, but one source and one label.
  @Test func allTagsMustBeThereAndOneOfTheSources() throws {
    #expect(try query("--tag", "IPO", "--tag", "港股") == .and([.tag("IPO"), .tag("港股")]))
    #expect(try query("--source", "晨报", "--source", "晚报") == .or([.source("晨报"), .source("晚报")]))
    #expect(try query("--label", "聚焦", "--label", "热搜") == .or([.label("聚焦"), .label("热搜")]))
    #expect(try query("--source", "晨报") == .source("晨报"))
  }

  @Test func optionsAndWordsMustAllHold() throws {
    #expect(
      try query("降准", "--unread", "--starred", "--tag", "IPO") == .and([.text("降准"), .tag("IPO"), .unread, .starred]))
    #expect(try query("is:unread", "--unread") == .unread)
  }

  @Test func aSpanOfTimeEndsWithTheLastMomentThatIsNamed() throws {
    #expect(try query("--since", "2022-06-15") == .since(moment(2022, 6, 15)))
    #expect(try query("--until", "2022-06-15") == .until(moment(2022, 6, 16)))
    #expect(try query("--until", "2022-06") == .until(moment(2022, 7, 1)))
    #expect(
      try query("--since", "2022", "--until", "2022") == .and([.since(moment(2022, 1, 1)), .until(moment(2023, 1, 1))]))
  }

  @Test(arguments: ["--since", "--until"]) func aTimeThatIsNoneIsRefused(option: String) throws {
    let failure = try #require(throws: CommandFailure.self) { try query(option, "昨晚八点") }
    #expect(failure.status == .usage)
    #expect(failure.message.contains(option) && failure.message.contains("昨晚八点"))
  }

  @Test func aQueryThatIsNoneIsRefusedWithItsPlace() throws {
    let failure = try #require(throws: CommandFailure.self) { try query("降准 is:nonsense") }
    #expect(failure.status == .usage)
    #expect(failure.details == ["  降准 is:nonsense", "          ^^^^^^^^"])
  }
}

@Suite struct ActionOptionsTests {
  private func actions(_ arguments: String...) throws -> [StatusAction] {
    try ActionOptions.parse(arguments).actions(.init(language: .en))
  }

  @Test func marksComeBeforeTagsInOneOrder() throws {
    #expect(try actions("--tag", "云岭", "--star", "--read") == [.read, .star, .tag("云岭")])
    #expect(try actions("--untag", "甲", "--tag", "乙", "--tag", "丙") == [.tag("乙"), .tag("丙"), .untag("甲")])
    #expect(try actions("--unread", "--unstar", "--mute") == [.unread, .unstar, .mute])
    #expect(try actions("--unmute") == [.unmute])
  }

  @Test func nothingToDoIsAMistake() throws {
    #expect(try #require(throws: CommandFailure.self) { try actions() }.status == .usage)
  }

  @Test(arguments: [
    ["--read", "--unread"], ["--star", "--unstar"], ["--mute", "--unmute"], ["--tag", "甲", "--untag", "甲"],
  ])
  func aThingAndItsOppositeContradict(arguments: [String]) throws {
    let options = try ActionOptions.parse(arguments)
    let failure = try #require(throws: CommandFailure.self) { try options.actions(.init(language: .en)) }
    #expect(failure.status == .usage)
    #expect(failure.message.contains("contradict"))
  }

  @Test func aRuleDoesItsActionsInOneOrder() throws {
    #expect(
      try RuleActionOptions.parse(["--mute", "--read", "--star", "--tag", "甲", "--tag", "乙"]).actions == [
        .tag("甲"), .tag("乙"), .star, .read, .mute,
      ])
    #expect(try RuleActionOptions.parse([]).actions == [])
  }
}

@Suite struct RecordOptionsTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  @Test func optionsGoBeforeTheSettings() throws {
    let setup = try home.setup("import.map = [\"title=Headline,text=Body\"]")
    let (reading, named) = try RecordOptions.parse(["--map", "label=Headline", "--clean"]).reading(setup)
    #expect(named.paths == ["Headline"])
    #expect(reading.fieldMap.paths.sorted() == ["Body", "Headline"])
    #expect(reading.fieldMap.entries.first { $0.path == "Headline" }?.field == .label)
    #expect(reading.cleansRecords)
    #expect(reading.zone.identifier == "Asia/Shanghai")
  }

  @Test func whoseMistakeItIsIsSaid() throws {
    let own = try home.setup()
    let option = try #require(throws: CommandFailure.self) {
      try RecordOptions.parse(["--map", "title"]).reading(own)
    }
    #expect(option.status == .usage && option.message.contains("--map"))
    let unknown = try #require(throws: CommandFailure.self) {
      try RecordOptions.parse(["--map", "nonsense=a"]).reading(own)
    }
    #expect(unknown.message.contains("nonsense") && unknown.message.contains("title"))
  }
}
