import Testing

@testable import Configuration

struct SettingsLoadingTests {
  private let home = ["HOME": "/home/li"]
  private let file = "/home/li/.config/newstape/config.toml"

  private func load(
    _ text: String?, environment: [String: String] = [:], overrides: Overrides = Overrides()
  ) -> (settings: Settings, problems: [ConfigurationProblem]) {
    let environment = environment.merging(home) { $1 }
    let files = memoryFiles(text.map { [file: $0] } ?? [:])
    return Settings.load(
      environment: environment, paths: Paths(environment: environment), files: files, overrides: overrides)
  }

  @Test func withoutAFileTheDefaultsHold() {
    let (settings, problems) = load(nil)
    #expect(problems == [])
    #expect(settings.entries == Settings().entries)
    #expect(settings.entries.allSatisfy { !$0.isSet })
    #expect(settings.readerMeasure == 76)
    #expect(settings.sourceZone == .named("Asia/Shanghai"))
    #expect(settings.storePath == nil)
  }

  @Test func aFileSetsEverySettingAndItsLineIsKept() {
    let (settings, problems) = load(
      """
      theme = "nord"
      language = "en"
      ambiguous_width = 2
      symbols = "ascii"
      colors = 256
      mouse = false
      links = "on"
      [store]
      path = "~/news/tape.db"
      [timezone]
      sources = "Asia/Tokyo"
      display = "UTC"
      [reader]
      measure = 64
      mark_read_after = 1500
      hanging_punctuation = true
      script_spacing = true
      [list]
      show_tags = false
      [market]
      exchange = "hkex"
      colors = "safe"
      [browser]
      command = ["firefox", "--new-tab", "{url}"]
      [statistics]
      range = "month"
      [import]
      map = ["title=kop", "source=source.name"]
      [fetch]
      interval = 60
      automatic = false
      proxy = "none"
      user_agent = "reader"
      size_limit = 8
      time_limit = 20
      connections = 6
      [notices]
      queries = ["降准", "新股"]
      form = "osc777"
      [log]
      level = "debug"
      """)
    #expect(problems == [])
    #expect(settings.theme == "nord")
    #expect(settings.language == .en)
    #expect(settings.ambiguousWidth.columns == 2)
    #expect(settings.symbols == .ascii)
    #expect(settings.colors == .indexed256)
    #expect(!settings.mouse)
    #expect(settings.storePath == "/home/li/news/tape.db")
    #expect(settings.sourceZone.zone.identifier == "Asia/Tokyo")
    #expect(settings.displayZone == .named("UTC"))
    #expect(settings.readerMeasure == 64)
    #expect(settings.markReadAfter == 1500)
    #expect(settings.hangsPunctuation && settings.spacesScripts)
    #expect(!settings.showsTags)
    #expect(settings.marketColors == .safe && settings.exchange == .hkex)
    #expect(settings.browserCommand == ["firefox", "--new-tab", "{url}"])
    #expect(settings.statisticsRange == .month)
    #expect(settings.importMap == ["title=kop", "source=source.name"])
    #expect(settings.fetchInterval == 60 && settings.fetchProxy == "none" && settings.fetchUserAgent == "reader")
    #expect(!settings.refreshesAutomatically)
    #expect(settings.fetchSizeLimit == 8 && settings.fetchTimeLimit == 20 && settings.fetchConnections == 6)
    #expect(settings.links == .on && settings.noticedQueries == ["降准", "新股"] && settings.noticeForm == .osc777)
    #expect(settings.logLevel == .debug)
    #expect(settings.origin(of: "reader.measure") == .file(file, 14, 11))
    #expect(settings.entries.allSatisfy { $0.isSet })
  }

  @Test func chineseIsUnderstoodByItsBareName() {
    let (settings, problems) = load("language = \"zh\"")
    #expect(settings.language == .zhHans && problems == [])
  }

  @Test func optionsOutweighTheEnvironmentWhichOutweighsTheFile() {
    let text = "theme = \"a\"\nlanguage = \"en\"\nstore.path = \"/a.db\""
    let environment = ["NEWSTAPE_THEME": "b", "NEWSTAPE_LANG": "zh-Hans", "NEWSTAPE_STORE": ""]
    let (settings, problems) = load(text, environment: environment, overrides: Overrides(theme: "c"))
    #expect(problems == [])
    #expect(settings.theme == "c")
    #expect(settings.origin(of: "theme") == .option("--theme"))
    #expect(settings.language == .zhHans)
    #expect(settings.origin(of: "language") == .environment("NEWSTAPE_LANG"))
    #expect(settings.storePath == "/a.db")
  }

  @Test func aWrongPairTakesNoOtherWithIt() {
    let (settings, problems) = load("import.map = [\"title=kop\", \"tekst\", \"text=tekst\"]")
    #expect(settings.importMap == ["title=kop", "text=tekst"])
    #expect(problems.map(\.kind) == [.badValue(found: "\"tekst\"", allowed: .pairs)])
  }

  @Test func mistakesAreNamedAndTheDefaultHolds() {
    let (settings, problems) = load(
      """
      thme = "nord"
      symbols = "fancy"
      mouse = "yes"
      store.path = "tape.db"
      reader = { measure = 7, mark_read_after = 0.5 }
      timezone.sources = "Mars/Olympus"
      browser.command = []
      market = 3
      theme = "../x"
      """)
    func problem(_ kind: ConfigurationProblem.Kind, _ key: String, _ line: Int, _ column: Int) -> ConfigurationProblem {
      ConfigurationProblem(kind, key: key, at: .file(file, line, column))
    }
    #expect(
      problems == [
        problem(.unknownSetting(suggestion: "theme"), "thme", 1, 1),
        problem(.badValue(found: "\"fancy\"", allowed: .choice(["auto", "unicode", "ascii"])), "symbols", 2, 11),
        problem(.badValue(found: "\"yes\"", allowed: .flag), "mouse", 3, 9),
        problem(.badValue(found: "\"tape.db\"", allowed: .path), "store.path", 4, 14),
        problem(.badValue(found: "7", allowed: .number(20...200, unit: "columns")), "reader.measure", 5, 22),
        problem(.badValue(found: "0.5", allowed: .number(0...60_000, unit: "ms")), "reader.mark_read_after", 5, 43),
        problem(.badValue(found: "\"Mars/Olympus\"", allowed: .zone), "timezone.sources", 6, 20),
        problem(.badValue(found: "[]", allowed: .command), "browser.command", 7, 19),
        problem(.unknownSetting(suggestion: nil), "market", 8, 1),
        problem(.badValue(found: "\"../x\"", allowed: .theme), "theme", 9, 9),
      ])
    #expect(settings.entries == Settings().entries)
  }

  @Test func mistakesInTheEnvironmentAndInOptionsNameTheirPlace() {
    let (settings, problems) = load(
      nil, environment: ["NEWSTAPE_LANG": "fr"], overrides: Overrides(values: ["mouse": "maybe", "mose": "1"]))
    let languages = SettingKind.choice(["auto", "zh-Hans", "en"])
    #expect(
      problems == [
        ConfigurationProblem(
          .badValue(found: "\"fr\"", allowed: languages), key: "language", at: .environment("NEWSTAPE_LANG")),
        ConfigurationProblem(.unknownSetting(suggestion: "mouse"), key: "mose", at: .option("--set")),
        ConfigurationProblem(.badValue(found: "\"maybe\"", allowed: .flag), key: "mouse", at: .option("--set")),
      ])
    #expect(settings.language == .auto)
  }

  @Test func aTextOfAnOptionIsReadByTheKindOfItsSetting() {
    let values = ["mouse": "false", "reader.measure": "50", "ambiguous_width": "2", "browser.command": "w3m -N"]
    let (settings, problems) = load(nil, overrides: Overrides(values: values))
    #expect(problems == [])
    #expect(!settings.mouse)
    #expect(settings.readerMeasure == 50)
    #expect(settings.ambiguousWidth == .two)
    #expect(settings.browserCommand == ["w3m", "-N"])
  }

  @Test func anOptionMayNameAStoreBesideTheCurrentFolder() {
    #expect(load(nil, overrides: Overrides(store: "tape.db")).settings.storePath == "tape.db")
    #expect(load(nil, environment: ["NEWSTAPE_STORE": "~/t.db"]).settings.storePath == "/home/li/t.db")
  }

  @Test func keysAreKeptInTheOrderOfTheFile() {
    let (settings, problems) = load(
      """
      [keys]
      "article.next" = ["n", "gg"]
      article.star = []
      quit = "x"
      "page.up" = 4
      """)
    #expect(
      settings.keyBindings == [
        .init(command: "article.next", keys: ["n", "gg"], origin: .file(file, 2, 1)),
        .init(command: "article.star", keys: [], origin: .file(file, 3, 9)),
        .init(command: "quit", keys: ["x"], origin: .file(file, 4, 1)),
      ])
    #expect(
      problems == [
        ConfigurationProblem(.badValue(found: "4", allowed: .keys), key: "keys.page.up", at: .file(file, 5, 13))
      ])
    #expect(
      settings.entries.last
        == .init(key: "keys.quit", notation: "[\"x\"]", origin: .file(file, 4, 1)))
  }

  @Test func mistakesInTheNotationAndInTheSettingsAreToldAtOnceInTheOrderOfTheFile() {
    let (settings, problems) = load("[reader]\nmesure = 64\nmark_read_after = = 1\n[\n")
    #expect(
      problems == [
        ConfigurationProblem(
          .unknownSetting(suggestion: "reader.measure"), key: "reader.mesure", at: .file(file, 2, 1)),
        ConfigurationProblem(.notation(.badValue("=")), at: .file(file, 3, 19)),
        ConfigurationProblem(.notation(.keyMissing), at: .file(file, 4, 2)),
      ])
    #expect(problems.map(\.isFatal) == [false, true, true])
    #expect(settings.entries == Settings().entries)
  }

  @Test func onlyAMistakeThatMayHideTheStoreIsFatal() {
    func isFatal(_ text: String) -> [Bool] { load(text).problems.map(\.isFatal) }
    #expect(isFatal("store.path = 3") == [true])
    #expect(isFatal("store.paht = \"/a.db\"\nmouse = 1\nnothing = 2") == [false, false, false])
    #expect(isFatal("\"\\u0000\" = 1") == [false])
    #expect(isFatal("\0") == [true])
  }

  @Test func aKeyThatCannotBeSeenIsWrittenWithQuotationMarks() {
    let problems = load("\"\\u0000\" = 1\n\"\" = 2\n\"a\\u001Bb\".c = 3").problems
    #expect(problems.map(\.key) == ["\"\\u0000\"", "\"\"", "\"a\\u001Bb\""])
  }

  @Test func aFileThatCannotBeReadIsNamed() {
    let paths = Paths(environment: home)
    let files = memoryFiles([:], unreadable: [file])
    let (_, problems) = Settings.load(environment: home, paths: paths, files: files)
    #expect(problems == [ConfigurationProblem(.unreadable, at: .file(file, at: nil))])
  }

  @Test func noColorIsADefaultThatAnyoneMayOutweigh() {
    #expect(load(nil, environment: ["NO_COLOR": "1"]).settings.colors == .mono)
    #expect(load(nil, environment: ["NO_COLOR": ""]).settings.colors == .auto)
    #expect(load("colors = \"16\"", environment: ["NO_COLOR": "1"]).settings.colors == .ansi16)
  }
}
