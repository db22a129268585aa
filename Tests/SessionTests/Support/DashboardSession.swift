import Glibc
import Terminal
import Testing

/// The dashboard as a reader uses it: keys go in, a screen is looked at, and nothing is waited for longer than it takes.
final class DashboardSession {
  /// What a test waited for in vain, with the screen as it was then.
  struct Unseen: Error, CustomStringConvertible {
    let wanted: String
    let line: UInt
    let screen: String

    var description: String { "line \(line): waited for \(wanted); the screen was\n\(screen)" }
  }

  let terminal: PseudoTerminal
  /// Keeps the home folder as long as the program runs.
  private let run: CommandLineRun

  /// Starts the dashboard in the home folder of `run`.
  init(
    in run: CommandLineRun, size: Size = Size(width: 120, height: 40), arguments: [String] = [],
    environment: [String: String] = [:], by launcher: [String] = []
  ) throws {
    self.run = run
    terminal = try PseudoTerminal(size: size)
    let environment = [
      "HOME": run.home, "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai", "NEWSTAPE_DATA": CommandLineRun.checkout,
      "PATH": "/usr/bin:/bin",
      // Where a Swift toolchain is installed, its runtime would show a crash in a debugger of its own.
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { _, new in new }
    let program = try #require(BuiltProgram.path, "newstape has not been built")
    let line = launcher + [program] + arguments
    try terminal.spawn(line[0], Array(line.dropFirst()), environment: environment)
  }

  var screen: VirtualTerminal { terminal.screen }

  /// Types text, or keys as the terminal sends them.
  func press(_ keys: String) { terminal.send(keys) }

  /// Waits until all of the texts are on screen.
  func see(_ texts: String..., line: UInt = #line) throws {
    try see(texts.joined(separator: " and "), line: line) { screen in texts.allSatisfy(screen.text.contains) }
  }

  /// Waits until none of the texts is on screen.
  func seeNoMore(_ texts: String..., line: UInt = #line) throws {
    try see("no \(texts)", line: line) { screen in !texts.contains(where: screen.text.contains) }
  }

  /// Waits until the screen is as described.
  func see(_ wanted: String, line: UInt = #line, where isAsWanted: (VirtualTerminal) -> Bool) throws {
    guard terminal.wait(until: isAsWanted) else {
      throw Unseen(wanted: wanted, line: line, screen: screen.text)
    }
  }

  /// Waits until nothing more comes: a frame may arrive in pieces, and a change of size brings several.
  func comeToRest() { terminal.settle(.milliseconds(100)) }

  /// What is on screen once it has come to rest.
  func picture() -> [[VirtualTerminal.Character]] {
    comeToRest()
    return screen.picture
  }

  /// Waits until the screen looks as it did.
  func see(_ picture: [[VirtualTerminal.Character]], line: UInt = #line) throws {
    guard !terminal.wait(until: { $0.picture == picture }) else { return }
    let old = picture.map { $0.map(\.text).joined() }
    let changed = zip(old, screen.lines.dropFirst()).filter { !$0.hasPrefix($1) }.map { "\($0)\n\($1)" }
    throw Unseen(wanted: "the former picture", line: line, screen: changed.joined(separator: "\n"))
  }

  /// Waits for something beside the screen.
  func await(_ wanted: String, line: UInt = #line, until isSo: () -> Bool) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    while !isSo() {
      guard ContinuousClock.now < deadline else { throw Unseen(wanted: wanted, line: line, screen: screen.text) }
      terminal.settle(.milliseconds(5))
    }
  }

  /// Waits until the selected headline contains the text.
  func seeSelected(_ text: String, line: UInt = #line) throws {
    try see("a selection of \(text)", line: line) { $0.selectedHeadline?.contains(text) == true }
  }

  /// Waits for the end of the program; nil where it goes on.
  func exit() -> PseudoTerminal.Exit? { terminal.waitForExit() }

  /// Quits from wherever the dashboard is, and returns how it ended.
  func quit() -> PseudoTerminal.Exit? {
    press("Q")
    return exit()
  }

  /// Whether the terminal is as a shell left it: its own screen, a cursor, no modes, lines and echo.
  var isTerminalGivenBack: Bool {
    !screen.isAlternateScreen && screen.isCursorVisible && screen.modes.isDisjoint(with: [1, 1000, 1002, 1006, 2004])
      && screen.style == .standard && terminal.isSane
  }
}

extension VirtualTerminal {
  /// The row of the feed on which the selection stands, from its marker on.
  var selectedHeadline: Substring? {
    lines.lazy.compactMap { line in
      ["▶", ">"].lazy.compactMap { marker in line.hasPrefix(marker) ? line[...] : nil }.first
    }.first
  }

  /// What a reader sees: without the first row, where a clock goes, and without the colour that a blank would be written in.
  var picture: [[Character]] {
    cells.dropFirst().map { row in
      row.map { cell in
        cell.text == " " && cell.style.modifiers.isEmpty
          ? Character(style: Style(background: cell.style.background)) : cell
      }
    }
  }

  /// Whether any cell has a colour.
  var hasColors: Bool {
    cells.joined().contains { $0.style.foreground != .standard || $0.style.background != .standard }
  }
}

/// Keys as `xterm-256color` sends them.
enum Keys {
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let tab = "\t"
  static let up = "\u{1B}OA"
  static let down = "\u{1B}OB"
  static let pageUp = "\u{1B}[5~"
  static let pageDown = "\u{1B}[6~"

  static func control(_ letter: Character) -> String {
    letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
  }
}
