import Configuration
import Foundation
import Testing

@testable import App

struct SetupTests {
  private let home: CommandLineRun

  init() throws { home = try CommandLineRun() }

  private func setup(_ configuration: String = "", _ arguments: String...) throws -> Setup {
    try home.write(configuration, to: ".config/newstape/config.toml")
    return try Setup.load(
      try GlobalOptions.parse(arguments), environment: ["HOME": home.home, "NEWSTAPE_DATA": CommandLineRun.checkout])
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
}
