import Dashboard
import NewsModel
import Terminal
import TextBasics

/// Runs the dashboard on a terminal: waits for keys, answers and timers, and draws once for all that has come.
///
/// One plain thread owns it; nothing that it calls takes longer than drawing a frame.
final class DashboardLoop {
  /// How the loop ended.
  enum End: Equatable {
    case quit
    /// By a signal, of this number.
    case signal(Int32)
  }

  private var state: State
  private var renderer = FrameRenderer()
  private let terminal: any LoopTerminal
  private let runner: EffectRunner
  private let services: Services
  private var timers = TimerQueue()
  /// What is asked once the frame is drawn: the store would read it on the core that draws.
  private var postponed: [AskedRequest] = []
  private var end: End?
  private var minute = Timestamp.now.minute

  /// What the loop needs of the world besides screen and store.
  struct Services {
    /// Starts the browser with a link; returns whether that went wrong, in words.
    var openInBrowser: (String) -> (text: SafeText, isError: Bool)
    /// Runs a program that has the terminal to itself; returns when it has ended.
    var runInTerminal: (TerminalProgram) -> HandoffEnd
  }

  init(state: State, terminal: any LoopTerminal, runner: EffectRunner, services: Services) {
    self.state = state
    self.terminal = terminal
    self.runner = runner
    self.services = services
  }

  /// Runs until the user quits or a signal ends the program; the place is saved in either case.
  func run() -> End {
    perform(state.start())
    waitForHeadlines(atMost: .milliseconds(40))
    draw()
    while end == nil {
      let list = state.listNumber
      handle(terminal.wait(until: nextDeadline))
      if state.listNumber != list { waitForHeadlines(atMost: .milliseconds(3)) }
      draw()
    }
    runner.save(state.session)
    runner.endVisit()
    runner.finish()
    return end ?? .quit
  }

  /// The headlines of another list are usually there at once: one frame with them is better than two, and sooner.
  private func waitForHeadlines(atMost limit: Duration) {
    let deadline = ContinuousClock.now + limit
    while state.awaitsHeadlines, end == nil, ContinuousClock.now < deadline { handle(terminal.wait(until: deadline)) }
  }

  private func draw() {
    let frame = renderer.frame(of: state)
    terminal.present(frame.buffer, cursor: frame.cursor)
    terminal.reportDrags(frame.hasBorders)
    for request in postponed { runner.ask(request) }
    postponed.removeAll()
  }

  /// The next timer, or the next full minute for the clock.
  private var nextDeadline: ContinuousClock.Instant {
    let nextMinute = ContinuousClock.now + .seconds(60 - Timestamp.now.rawValue % 60)
    return timers.deadline.map { min($0, nextMinute) } ?? nextMinute
  }

  private func handle(_ wake: Wake<Action>) {
    for signal in wake.signals { handle(signal) }
    var input = wake.input[...]
    while let event = state.nextEvent(from: &input) { perform(state.update(.input(event))) }
    for action in wake.messages { perform(state.update(action)) }
    for tag in timers.removeDue(at: .now) { perform(state.update(.timer(tag))) }
    let now = Timestamp.now
    if now.minute != minute {
      minute = now.minute
      perform(state.update(.clock(now)))
    }
  }

  private func handle(_ signal: TerminalSignal) {
    switch signal {
    case .terminate(let number): end = .signal(number)
    case .suspend: terminal.suspendProcess()
    case .resume: break
    }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .ask(let request) where request.slot.canFollowList:
      // Of each slot only the newest request counts.
      postponed.removeAll { $0.slot == request.slot }
      postponed.append(request)
    case .ask(let request): runner.ask(request)
    case .stop(let slot):
      postponed.removeAll { $0.slot == slot }
      runner.stop(slot)
    case .change(let change, let purpose): runner.change(change, purpose)
    case .bulk(let request, let label): runner.change(request, label: label)
    case .undoBulk(let step, let label): runner.undo(step, label: label)
    case .stopBulk: runner.stopBulk()
    case .export(let request, let label): runner.export(request, label: label)
    case .stopExport: runner.stopExport()
    case .changeSaved(let changes): runner.changeSaved(changes)
    case .teach(let lesson, let key, let purpose): runner.teach(lesson, about: key, purpose)
    case .changeSubscription(let change, let purpose): runner.changeSubscription(change, purpose)
    case .refresh(let request): runner.refresh(request)
    case .stopRefresh: runner.stopRefresh()
    case .wake(let tag, let milliseconds): timers.set(tag, at: .now + .milliseconds(milliseconds))
    case .openInBrowser(let link):
      let notice = services.openInBrowser(link)
      report(notice.text, isError: notice.isError)
    case .copy(let text, let notice):
      if terminal.copyToClipboard(text) {
        report(notice, isError: false)
      } else {
        perform(state.update(.copyRefused(limit: CursesScreen.clipboardLimit)))
      }
    case .handOff(let request): runner.handOff(request)
    case .lendTerminal(let program):
      let end = terminal.lend { services.runInTerminal(program) }
      perform(state.update(.handedOff(end)))
    case .notifyDesktop(let text): terminal.notify(text)
    case .save(let session): runner.save(session)
    case .redraw: terminal.invalidate()
    case .suspend: terminal.suspendProcess()
    case .quit: end = .quit
    }
  }

  private func report(_ text: SafeText, isError: Bool) { perform(state.update(.notice(text, isError: isError))) }
}

/// The terminal as the loop uses it: the one of the process, or memory in tests.
protocol LoopTerminal {
  /// Sleeps until keys, messages or signals come, or the deadline passes.
  func wait(until deadline: ContinuousClock.Instant) -> Wake<Action>
  /// Shows the frame, with the cursor at a place or hidden.
  func present(_ buffer: Buffer, cursor: Point?)
  /// Whether movements of the mouse with its button down are wanted, too.
  func reportDrags(_ isWanted: Bool)
  /// The next frame is drawn as a whole.
  func invalidate()
  /// Stops the program until the shell continues it.
  func suspendProcess()
  /// Gives the terminal to somebody else until `body` returns.
  func lend<Result>(to body: () -> Result) -> Result
  /// False where the terminal takes no text of this length.
  func copyToClipboard(_ text: SafeText) -> Bool
  /// Tells of something on the desktop, where the terminal can.
  func notify(_ text: SafeText)
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
  func reportDrags(_ isWanted: Bool) { screen.reportDrags(isWanted) }
  func invalidate() { screen.invalidate() }
  func suspendProcess() { screen.suspendProcess() }
  func lend<Result>(to body: () -> Result) -> Result { screen.lendTerminal(to: body) }
  func copyToClipboard(_ text: SafeText) -> Bool { screen.copyToClipboard(text) }
  func notify(_ text: SafeText) { screen.notify(text) }
}

/// The timers that the dashboard waits for. While a key is held down they are hundreds: each step sets one for its preview and one
/// for the place that is to be remembered.
struct TimerQueue {
  /// Latest first, so that those that are due are taken off the end; of one moment the one that was set last stands first.
  private var entries: [(deadline: ContinuousClock.Instant, tag: TimerTag)] = []

  /// When the next one is due; nil where none is set.
  var deadline: ContinuousClock.Instant? { entries.last?.deadline }

  mutating func set(_ tag: TimerTag, at deadline: ContinuousClock.Instant) {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].deadline > deadline { low = middle + 1 } else { high = middle }
    }
    entries.insert((deadline, tag), at: low)
  }

  /// Takes out those that are due, earliest first.
  mutating func removeDue(at now: ContinuousClock.Instant) -> [TimerTag] {
    var due: [TimerTag] = []
    while let next = entries.last, next.deadline <= now {
      due.append(next.tag)
      entries.removeLast()
    }
    return due
  }
}
