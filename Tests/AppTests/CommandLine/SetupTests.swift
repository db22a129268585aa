import Configuration
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing

@testable import App

struct SetupTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func setup(_ configuration: String = "", _ arguments: String...) throws -> Setup {
    try home.write(configuration, to: ".config/newstape/config.toml")
    return try Setup.load(
      try GlobalOptions.parse(arguments), environment: ["HOME": home.path, "NEWSTAPE_DATA": TemporaryHome.checkout])
  }

  @Test func aServersZoneSaysNothingOfItsReader() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let utc = try #require(TimeZone(identifier: "UTC"))
    #expect(try setup().displayZone(local: berlin) == berlin)
    #expect(try setup().displayZone(local: utc).identifier == "Asia/Shanghai")
    #expect(try setup("timezone.sources = \"Europe/Berlin\"").displayZone(local: utc) == berlin)
    #expect(try setup("timezone.display = \"local\"").displayZone(local: utc) == utc)
    #expect(try setup("timezone.display = \"Europe/Berlin\"").displayZone(local: utc) == berlin)
  }

  @Test func mistakesOfEveryKindAreFound() throws {
    try home.write("\"ui.selection\" = \"#12\"\n", to: ".config/newstape/themes/mine.toml")
    let setup = try setup(
      """
      theme = "mine"
      mousse = true
      [keys]
      "article.nonsense" = ["x"]
      "move.next" = ["C-NoSuchKey"]
      """)
    let lines = setup.allProblems.map { "\($0.origin.notation.split(separator: "/").last ?? "")" }
    #expect(lines == ["config.toml:2:1", "config.toml:4:1", "config.toml:5:1", "mine.toml:1:18"])
  }

  @Test func anOptionThatCannotBeFollowedIsAnError() throws {
    for arguments in [["--theme", "nonsense"], ["--language", "klingon"]] {
      let error = try #require(throws: CommandFailure.self) { try setup("", arguments[0], arguments[1]) }
      #expect(error.status == .usage)
    }
    #expect(try setup("", "--theme", "nord").settings.theme == "nord")
  }

  @Test func onlyTheReadersOwnChoiceOfAZoneCounts() throws {
    #expect(try home.setup("timezone.sources = \"Europe/Berlin\"").sourceZone.identifier == "Europe/Berlin")
    #expect(try home.setup().displayZone.identifier == "Asia/Shanghai")
  }

  @Test func theLanguageComesFromOptionSettingAndEnvironment() throws {
    #expect(try home.setup().language == .en)
    #expect(try home.setup("", ["LANG": "zh_CN.UTF-8"]).language == .zhHans)
    #expect(try home.setup("language = \"zh-Hans\"").language == .zhHans)
    let option = try Setup.load(
      try GlobalOptions.parse(["--language", "en"]), environment: home.environment(["LANG": "zh_CN.UTF-8"]))
    #expect(option.language == .en)
  }

  @Test func aMistakeIsToldWithItsPlace() throws {
    let setup = try home.setup("mousse = true")
    #expect(setup.problems.count == 1 && !setup.hasFatalProblem)
    let words = setup.describe(try #require(setup.problems.first))
    #expect(words.contains("config.toml:2") && words.contains("mousse"))
    try setup.reportProblems()
  }

  @Test func nothingIsDoneWithSettingsThatCannotBeRead() throws {
    let setup = try home.setup("theme = ")
    try #require(setup.hasFatalProblem)
    #expect(throws: App.ExitStatus.configuration) { try setup.reportProblems() }
  }

  @Test func aPasswordInTheSettingsIsNotTold() throws {
    let setup = try home.setup("fetch.proxy = \"ftp://me:secret@proxy.example\"")
    for problem in setup.allProblems { #expect(!setup.describe(problem).contains("secret")) }
  }

  // MARK: Where the store is

  @Test func aStoreThatWasNamedIsReadAndWritten() throws {
    let setup = try home.setup("store.path = \"~/mine.db\"")
    #expect(setup.readLocation == .init(.named, path: home.path + "/mine.db"))
    #expect(setup.writeLocation == setup.readLocation)
  }

  @Test func theSampleIsReadUntilThereIsAStore() throws {
    let setup = try home.setup()
    #expect(setup.readLocation == .init(.sample, path: setup.paths.sampleStore))
    #expect(setup.writeLocation == .init(.user, path: setup.paths.store))
    try home.write("", to: ".local/share/newstape/newstape.db")
    #expect(setup.readLocation == setup.writeLocation)
  }

  @Test func aStoreThatIsNoneIsExplained() throws {
    try home.write("no store at all, but a text of some length", to: "mine.db")
    let setup = try home.setup("store.path = \"~/mine.db\"")
    let failure = try #require(throws: CommandFailure.self) { try setup.openLibrary() }
    #expect(failure.status == .badData && failure.message.contains("mine.db"))
    #expect(throws: CommandFailure.self) { try setup.openOwnLibrary(.create) }
  }

  // MARK: Fetching

  @Test func settingsOfFetchingBecomeLimits() throws {
    let standard = try home.setup().fetchSettings
    #expect(standard.userAgent == ProgramVersion.userAgent && standard.proxy == nil)
    let setup = try home.setup(
      """
      fetch.interval = 45
      fetch.proxy = "none"
      fetch.connections = 3
      timezone.sources = "Europe/Berlin"
      """)
    try #require(setup.problems.isEmpty)
    let fetching = setup.fetchSettings
    #expect(fetching.interval == 45 * 60)
    #expect(fetching.proxy == "")
    #expect(fetching.limits.connections == 3)
    #expect(fetching.limits.bodySize == setup.settings.fetchSizeLimit << 20)
    #expect(fetching.sourceZone.identifier == "Europe/Berlin" && fetching.rulesZone.identifier == "Asia/Shanghai")
    #expect(fetching.describe([.cutShort]) == "ends within an entry")
  }

  // MARK: Subscriptions

  @Test func subscriptionsAreNamedByNameOrAddress() throws {
    let setup = try home.setup()
    try setup.withOwnLibrary(.create) { library in
      let store = library.store
      let morning = try store.subscribe(Subscription(name: "ＡＢ晨报", address: "https://a.example/rss"))
      let evening = try store.subscribe(Subscription(name: "晚报", address: "https://b.example/rss"))
      #expect(try store.subscriptions(named: ["ab晨报", "https://b.example/rss"], setup.words) == [morning, evening])
      #expect(try store.subscriptions(named: [], setup.words) == [])
      let failure = try #require(throws: CommandFailure.self) {
        try store.subscriptions(named: ["晚报", "https://me:secret@c.example/"], setup.words)
      }
      #expect(failure.status == .noInput)
      #expect(failure.message.contains("c.example") && !failure.message.contains("secret"))
    }
  }

  // MARK: Keys and queries

  @Test func keysOfTheConfigurationReplaceTheDefaultOnes() throws {
    let (_, none) = try home.setup().keymap
    #expect(none.isEmpty)
    let setup = try home.setup("[keys]\n\"move.next\" = [\"n\", \"C-NoSuchKey\"]\n\"no.such\" = [\"x\"]")
    let problems = setup.keymap.problems.map { setup.describe($0) }
    #expect(problems.count == 2)
    #expect(problems.contains { $0.contains("C-NoSuchKey") } && problems.contains { $0.contains("no.such") })
  }

  @Test func aPatternIsCheckedBeforeItIsUsed() throws {
    let setup = try home.setup()
    #expect(try setup.query("/净利.*翻番/") == .regex("净利.*翻番"))
    let failure = try #require(throws: CommandFailure.self) { try setup.query("/(净利/") }
    #expect(failure.status == .usage && failure.details.count == 2)
  }
}
