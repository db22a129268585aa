import Dashboard
import Foundation
import Terminal
import TextBasics

@testable import App

/// A terminal without a terminal: a script types when the screen shows what it waits for.
final class MemoryTerminal: LoopTerminal {
  /// What happens as soon as a line of the screen holds the text.
  struct Step {
    var text: String
    var wake: Wake<Action>

    static func type(_ keys: Key..., when text: String) -> Step {
      var wake = Wake<Action>()
      wake.input = keys.map { .key($0) }
      return Step(text: text, wake: wake)
    }

    static func signal(_ signal: TerminalSignal, when text: String) -> Step {
      var wake = Wake<Action>()
      wake.signals = [signal]
      return Step(text: text, wake: wake)
    }
  }

  /// A script that waits in vain ends the loop by this signal.
  static let givenUp: Int32 = 14

  private let mailbox: Mailbox<Action>
  private let screen = MemoryScreen(size: Size(width: 120, height: 30))
  private var script: [Step]
  private let patience = ContinuousClock.now + .seconds(120)
  private(set) var copied: [SafeText] = []
  private(set) var notices: [SafeText] = []
  private(set) var invalidations = 0
  private(set) var suspensions = 0
  /// How often the terminal was lent to somebody.
  private(set) var loans = 0
  /// Whether the terminal takes a text for the clipboard.
  var takesText = true
  /// The sizes of the frames, and their lines.
  private(set) var drawn: Set<Size> = []
  private var frames: [[String]] = []

  init(_ mailbox: Mailbox<Action>, _ script: Step...) {
    self.mailbox = mailbox
    self.script = script
  }

  var size: Size { screen.size }

  func shows(_ text: String) -> Bool { screen.lines.contains { $0.contains(text) } }

  func wait(until deadline: ContinuousClock.Instant) -> Wake<Action> {
    while true {
      var wake = Wake<Action>()
      wake.messages = mailbox.takeAll()
      if !wake.messages.isEmpty { return wake }
      if let step = script.first, shows(step.text) { return script.removeFirst().wake }
      if ContinuousClock.now >= deadline { return wake }
      if ContinuousClock.now >= patience {
        wake.signals = [.terminate(Self.givenUp)]
        return wake
      }
      Thread.sleep(forTimeInterval: 0.001)
    }
  }

  func present(_ buffer: Buffer, cursor: Point?) {
    screen.present(buffer, cursor: cursor)
    drawn.insert(buffer.size)
    frames.append(screen.lines)
  }

  /// Whether any frame so far showed a text.
  func everShown(_ text: String) -> Bool { frames.contains { $0.contains { $0.contains(text) } } }

  func reportDrags(_ isWanted: Bool) {}
  func invalidate() { invalidations += 1 }
  func suspendProcess() { suspensions += 1 }

  func notify(_ text: SafeText) { notices.append(text) }

  func lend<Result>(to body: () -> Result) -> Result {
    loans += 1
    return body()
  }

  func copyToClipboard(_ text: SafeText) -> Bool {
    guard takesText else { return false }
    copied.append(text)
    return true
  }
}
