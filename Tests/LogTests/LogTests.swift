import Synchronization
import Testing

@testable import Log

private struct Broken: Error, CustomStringConvertible {
  var description: String { "the disk is full" }
}

/// Keeps lines for a test to look at.
private final class CollectedLines: LogSink {
  private let lines = Mutex<[LogLine]>([])

  func write(_ line: LogLine) { lines.withLock { $0.append(line) } }

  /// The lines as `level module: text`.
  var texts: [String] { lines.withLock { $0.map { "\($0.level) \($0.module): \($0.text)" } } }
}

@Suite struct LogTests {
  private func logged(_ body: () throws -> Void) rethrows -> [String] {
    let lines = CollectedLines()
    try Log.$taskSink.withValue(lines) { try body() }
    return lines.texts
  }

  @Test func aLineNamesItsLevelAndTheModuleThatWroteIt() {
    #expect(
      logged {
        Log.error("one")
        Log.warning("two")
        Log.info("three", Broken())
        Log.debug("four")
      } == [
        "error LogTests: one", "warning LogTests: two", "info LogTests: three: the disk is full",
        "debug LogTests: four",
      ])
  }

  @Test func whatIsTriedAndThrowsIsLoggedAndGivesNothing() {
    var result: Int? = 1
    let lines = logged { result = Log.attempt("count the lamps") { throw Broken() } }
    #expect(result == nil)
    #expect(lines == ["warning LogTests: cannot count the lamps: the disk is full"])
  }

  @Test func whatIsTriedAndSucceedsIsNotLogged() {
    var result: Int?
    #expect(logged { result = Log.attempt("count the lamps", .error) { 7 } }.isEmpty)
    #expect(result == 7)
  }

  @Test func withoutALogNoTextIsMade() {
    var made = 0
    func text() -> String {
      made += 1
      return ""
    }
    Log.error(text())
    #expect(made == 0)
  }

  @Test func aTestDoesNotTurnOnTheLogOfTheProcess() {
    var opened = 0
    func file() -> LogFile {
      opened += 1
      return LogFile("/nowhere") { false }
    }
    Log.keep(in: file(), from: .debug)
    #expect(opened == 0)
  }
}
