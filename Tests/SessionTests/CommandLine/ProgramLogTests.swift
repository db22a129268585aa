import Foundation
import NewsStore
import Testing

/// The log as the program writes it.
@Suite struct ProgramLogTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  private var path: String { run.home + "/.local/state/newstape/newstape.log" }

  /// The lines of the log without time and process.
  private func lines() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      String(line[try #require(line.firstRange(of: "] ")).upperBound...])
    }
  }

  @Test func whereNothingFailsNothingIsWritten() throws {
    #expect(try run("list").status == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [(["--log-level", "info"], [:]), ([], ["NEWSTAPE_LOG": "info"])])
  func optionAndVariableSayHowMuchIsWritten(options: [String], environment: [String: String]) throws {
    #expect(try run.start(options + ["themes"], environment: environment).wait().status == 0)
    let lines = try lines()
    #expect(lines.first?.hasPrefix("info App: newstape ") == true)
    #expect(lines.last == "info App: newstape ends with 0")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func aLevelThatIsNoneIsNamed() throws {
    let result = try run("list", "--log-level", "loud")
    #expect(result.status == 64)
    #expect(result.errors.contains("--log-level"))
    #expect(try run("list", environment: ["NEWSTAPE_LOG": "loud"]).errors.contains("$NEWSTAPE_LOG"))
  }

  @Test func anErrorThatTheProgramGoesOnAfterIsWritten() throws {
    let store = run.home + "/news.db"
    let opened = try NewsStore.open(at: store, .create)
    try opened.set(.session, to: "{")
    try opened.close()
    let session = try DashboardSession(in: run, arguments: ["--store", store])
    try session.see("newstape")
    #expect(session.quit() == .code(0))
    #expect(try lines().contains { $0.hasPrefix("warning App: cannot read where the reader was: ") })
  }

  @Test func aLogThatCannotBeWrittenChangesNothing() throws {
    try run.write("no folder", to: ".local/state")
    let result = try run("themes", "--log-level", "debug")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }
}
