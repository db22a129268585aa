import Foundation
import Testing

/// What the program does without news: the sample, help, mistakes, settings, themes.
struct ProgramTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  @Test func withoutAStoreTheSampleIsShownAndSaysSo() throws {
    let result = try run("list", "--json")
    #expect(result.status == 0)
    #expect(try result.objects.count > 80)
    #expect(
      result.errors
        == "newstape: this is the bundled sample; subscribe to feeds with newstape add, or bring in your own news with newstape import\n"
    )
    #expect(!FileManager.default.fileExists(atPath: run.home + "/.local/share/newstape/newstape.db"))
  }

  @Test func aStoreThatWasNamedMustBeThere() throws {
    let result = try run("--store", run.home + "/x.db", "list")
    #expect(result.status == 66)
    #expect(result.errors == "newstape: there is no store at \(run.home)/x.db; fill one with newstape import\n")
  }

  @Test func aFileThatIsNoStoreIsLeftAlone() throws {
    let path = try run.write("Dear diary, nothing happened today.", to: "diary.txt")
    let result = try run("list", "--store", path)
    #expect(result.status == 65)
    #expect(result.errors.contains("is not a newstape store"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Dear diary, nothing happened today.")
  }

  @Test func theDashboardNeedsATerminal() throws {
    let result = try run()
    #expect(result.status != 0)
    #expect(result.errors == "newstape: the dashboard needs a terminal; for scripts use newstape list\n")
  }

  @Test(arguments: [
    ["--nonsense"], ["nonsense"], ["list", "--limit", "many"], ["list", "--limit", "-1"], ["show"], ["parse"],
    ["list", "--language", "klingon"], ["list", "--theme", "nonsense"],
  ])
  func aMistakeIsOneLine(arguments: [String]) throws {
    let result = try run.start(arguments).wait()
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("newstape: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    "add", "remove", "refresh", "watch", "import", "list", "show", "tags", "sources", "stats", "parse", "analyse",
    "themes",
    "config", "store check",
  ])
  func everyCommandHasHelpWithExamples(command: String) throws {
    let result = try run.start(command.split(separator: " ").map(String.init) + ["--help"]).wait()
    #expect(result.status == 0)
    #expect(result.output.contains("EXAMPLES:\n  "))
    #expect(result.output.contains("newstape \(command)") || command == "parse")
  }

  @Test func theVersionIsPrinted() throws {
    let result = try run("--version")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("newstape "))
  }

  @Test func theConfigurationNamesWhereEachValueComesFrom() throws {
    try run.write("language = \"en\"\n\n[reader]\nmeasure = 60\n", to: ".config/newstape/config.toml")
    let result = try run("config", "--theme", "nord", environment: ["NEWSTAPE_STORE": "/x.db"])
    #expect(result.status == 0)
    func origin(_ start: String) -> String? {
      result.lines.first { $0.hasPrefix(start) }?.split(separator: "#").last?.trimmingCharacters(in: .whitespaces)
    }
    #expect(origin("theme = \"nord\"") == "--theme")
    #expect(origin("language = \"en\"") == "~/.config/newstape/config.toml:1:12")
    #expect(origin("reader.measure = 60") == "~/.config/newstape/config.toml:4:11")
    #expect(origin("store.path = \"/x.db\"") == "$NEWSTAPE_STORE")
    #expect(origin("mouse = true") == "default")
  }

  @Test func mistakesInTheConfigurationAreNamedAndDoNotStopTheRest() throws {
    let file = try run.write("reader.measure = \"wide\"\n", to: "my.toml")
    let config = try run("config", "--config", file)
    #expect(config.status == 78)
    #expect(config.lines.last?.hasPrefix("# problem: \(file):1:18: reader.measure") == true)
    let list = try run("list", "--config", file)
    #expect(list.status == 0)
    #expect(list.errors.contains("\(file):1:18"))
    #expect(try run("list", "--config", run.home + "/nowhere.toml").status == 66)
  }

  @Test func aFileThatIsNoTOMLStopsEveryCommandWithAllOfItsMistakes() throws {
    let file = try run.write(
      "theme = nord\n[reader]\nmesure = 60\n[\nstore.path = \"/x\ny = {g=\"\",s=[}\n", to: "my.toml")
    for arguments in [["list"], ["import", file], ["config"], []] {
      let result = try run.start(arguments + ["--config", file]).wait()
      #expect(result.status == 78, "\(arguments)")
      let text = result.output + result.errors
      for place in ["1:9", "3:1", "4:2", "5:14", "6:5"] {
        #expect(text.contains("\(file):\(place): "), "\(arguments) \(place)")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: run.home + "/.local/share/newstape/newstape.db"))
  }

  @Test(arguments: ["[\n", "\"\\u0000\" = 1\n", "a={g=\"\",s=[}\n", "\0", "\u{FEFF}\u{FEFF}", "a = \"\"\"", "[[[["])
  func noConfigurationAbortsTheProgram(text: String) throws {
    let file = try run.write(text, to: "my.toml")
    #expect(try run("config", "--config", file).status == 78)
  }

  @Test func passwordsOfTheConfigurationAreMasked() throws {
    let file = try run.write("fetch.proxy = \"http://li:geheim@proxy.example:8080\"\n", to: "my.toml")
    let config = try run("config", "--config", file)
    #expect(config.status == 0)
    #expect(config.output.contains("fetch.proxy = \"http://***@proxy.example:8080\""))
    #expect(!config.output.contains("geheim"))
    for line in [
      "fetch.proxy = http://li:geheim@proxy.example", "proxy = \"http://li:geheim@x\" 1",
      "fetch.proxy = [\"li:geheim@x\"]",
    ] {
      let broken = try run("config", "--config", try run.write(line, to: "broken.toml"))
      #expect(broken.status == 78 && !(broken.output + broken.errors).contains("geheim"), "\(line)")
    }
  }

  @Test func themesAreListedWithTheirOwners() throws {
    try run.write("inherits = \"nord\"\n", to: ".config/newstape/themes/mine.toml")
    let result = try run("themes", "--theme", "mine")
    #expect(result.lines.contains("*\tmine\tuser\t~/.config/newstape/themes/mine.toml"))
    #expect(result.lines.contains { $0.hasPrefix("\tnord\tshipped\t") })
  }
}
