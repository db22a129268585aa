import Dashboard
import Terminal
import TextBasics

/// The terminal as the loop uses it: the one of the process, or memory in tests.
protocol LoopTerminal {
  /// Sleeps until keys, messages or signals come, or the deadline passes.
  func wait(until deadline: ContinuousClock.Instant) -> Wake<Action>
  /// Shows the frame, with the cursor at a place or hidden.
  func present(_ buffer: Buffer, cursor: Point?)
  /// The next frame is drawn as a whole.
  func invalidate()
  /// Stops the program until the shell continues it.
  func suspendProcess()
  /// False where the terminal takes no text.
  func copyToClipboard(_ text: SafeText) -> Bool
}

/// The terminal of the process, through curses.
struct CursesTerminal: LoopTerminal {
  private let screen: CursesScreen
  private let events: EventLoop<Action>

  init(_ screen: CursesScreen, mailbox: Mailbox<Action>) {
    self.screen = screen
    events = EventLoop(screen: screen, mailbox: mailbox)
  }

  func wait(until deadline: ContinuousClock.Instant) -> Wake<Action> { events.wait(until: deadline) }
  func present(_ buffer: Buffer, cursor: Point?) { screen.present(buffer, cursor: cursor) }
  func invalidate() { screen.invalidate() }
  func suspendProcess() { screen.suspendProcess() }
  func copyToClipboard(_ text: SafeText) -> Bool { screen.copyToClipboard(text) }
}
