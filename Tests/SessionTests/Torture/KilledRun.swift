import Foundation
import Glibc
import Terminal
import Testing

/// A run of the program at a terminal that is killed after some time, unless it has ended before.
struct KilledRun {
  let exit: PseudoTerminal.Exit
  /// All that the program wrote to the terminal.
  let text: String
  let duration: Duration

  var wasKilled: Bool { exit == .signal(SIGKILL) }

  /// The longest that a run may take which nobody kills.
  private static let patience = Duration.seconds(120)

  init(exit: PseudoTerminal.Exit, text: String, duration: Duration) {
    (self.exit, self.text, self.duration) = (exit, text, duration)
  }

  /// - Parameter delay: nil where it is to end by itself.
  init(_ arguments: [String], in run: CommandLineRun, killedAfter delay: Duration?) throws {
    let terminal = try PseudoTerminal(size: Size(width: 100, height: 10))
    let start = ContinuousClock.now
    try terminal.spawn(
      try #require(BuiltProgram.path, "newstape has not been built"), arguments,
      environment: [
        "HOME": run.home, "LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai", "NEWSTAPE_DATA": CommandLineRun.checkout,
      ])
    if let exit = terminal.waitForExit(delay ?? Self.patience) {
      self.exit = exit
    } else {
      terminal.send(signal: SIGKILL)
      exit = try #require(terminal.waitForExit(Self.patience))
    }
    duration = start.duration(to: .now)
    text = String(decoding: terminal.rawBytes, as: UTF8.self)
  }

  /// The number that the pattern's first group takes from the last line of progress that has it; 0 where none has.
  func announced(_ pattern: Regex<(Substring, Substring)>) -> Int {
    text.matches(of: pattern).last.flatMap { Int($0.output.1) } ?? 0
  }
}
