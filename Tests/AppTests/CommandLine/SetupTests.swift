import Configuration
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing
import TextAnalysis

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

  @Test func mistakesInOwnTablesAreToldWithTheirPlaces() throws {
    #expect(try setup().mistakesInOwnTables == [])
    try home.write("alias\t某某\t没有这家公司\ntone\t爆单\t很好\n", to: ".config/newstape/tables.tsv")
    let file = home.path + "/.config/newstape/tables.tsv"
    #expect(
      try setup("language = \"zh-Hans\"").mistakesInOwnTables == [
        file + ":1:10：没有公司“没有这家公司”，请写代码或全名",
        file + ":2:9：“很好”不是倾向，可用：正面、负面、中性，或 -3 至 3",
      ])
    #expect(try setup("language = \"en\"").mistakesInOwnTables[0].hasPrefix(file + ":1:10: there is no company"))
  }

  @Test(arguments: [
    ("compny\t马上消费", "没有“compny”这类", "there is no kind compny"), ("alias\t宁王", "这里缺少一列", "a column is missing"),
    ("not-keyword\t记者\t1", "多出一列", "one column too many"), ("event\t减持\t卖出", "没有事件“卖出”", "there is no event 卖出"),
    ("event\t!评级\t减持", "没有要出现的词", "no word that must stand there"),
    ("event\t减持\t减持\ta b", "细类中不能有空格", "cannot hold a blank"),
    ("event\t减持\t减持\t清仓\t上", "“上”不是方向", "上 is no direction"), ("tone\t爆单\t4", "“4”不是倾向", "4 is no tone"),
    ("alias\t某某\t没有这家", "没有公司“没有这家”", "there is no company 没有这家"),
  ])
  func eachMistakeIsToldInBothLanguages(row: String, chinese: String, english: String) throws {
    try home.write(row + "\n", to: ".config/newstape/tables.tsv")
    for (language, words) in [("zh-Hans", chinese), ("en", english)] {
      let mistakes = try setup("language = \"\(language)\"").mistakesInOwnTables
      #expect(mistakes.count == 1)
      #expect(mistakes.first?.contains(words) == true)
    }
  }

  @Test func fileThatIsNoTextOrHasNoEndIsTold() throws {
    let file = ".config/newstape/tables.tsv"
    try home.write(String(repeating: "# 很长的注释\n", count: 80_000), to: file)
    #expect(try setup("language = \"en\"").mistakesInOwnTables.first?.contains("larger than 1 MB") == true)
    try home.write("tone\t" + String(repeating: "爆", count: 300) + "\t1", to: file)
    #expect(try setup("language = \"en\"").mistakesInOwnTables.first?.contains("longer than 200 characters") == true)
    try home.write(String(repeating: "tone\t爆单\t1\n", count: 20_001), to: file)
    #expect(try setup("language = \"en\"").mistakesInOwnTables.first?.contains("more than 20,000 rows") == true)
    try Data([0xFF, 0xFE, 0x09]).write(to: URL(filePath: home.path + "/" + file))
    #expect(try setup("language = \"en\"").mistakesInOwnTables.first?.contains("not UTF-8") == true)
    // What cannot be read is no reason to stop, and what is there is never written over.
    let tables = OwnTablesFile(path: home.path + "/" + file)
    #expect(tables.tables().rows == [])
  }

  @Test func ownTablesAreWrittenAsAWholeAndALinkStaysOne() throws {
    let row = OwnRow.alias(word: "宁王", company: "300750")
    let file = OwnTablesFile(path: home.path + "/.config/newstape/tables.tsv")
    #expect(file.tables() == OwnTables())
    #expect(try file.change { OwnTables.text($0, adding: row) }.rows == [row])
    #expect(file.tables().rows == [row])
    try home.write("# 我的\ntone\t爆单\t+2\n", to: "elsewhere.tsv")
    try FileManager.default.removeItem(atPath: file.path)
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: home.path + "/elsewhere.tsv")
    _ = try file.change { OwnTables.text($0, adding: row) }
    _ = try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
    let text = try String(contentsOfFile: home.path + "/elsewhere.tsv", encoding: .utf8)
    #expect(text == "# 我的\ntone\t爆单\t+2\nalias\t宁王\t300750\n")
    _ = try file.change { OwnTables.text($0, removing: row) }
    #expect(file.tables().rows == [.tone(word: "爆单", weight: 2)])
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
