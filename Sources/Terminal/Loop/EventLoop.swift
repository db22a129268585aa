import CNcurses
import Glibc
import Synchronization

/// Waits for keys, messages, signals and the clock at once. One thread owns it, the one that draws.
///
/// While nothing happens the thread sleeps in the kernel. What has come in the meantime comes together, so that the
/// owner draws once for all of it.
package final class EventLoop<Message: Sendable> {
  private let mailbox: Mailbox<Message>
  private let inputDescriptor: Int32
  private let signalDescriptor: Int32
  private let screen: CursesScreen?
  private var decoder: InputDecoder
  /// The terminal is gone: nothing is read from it any more.
  private var isInputClosed = false

  package init(screen: CursesScreen, mailbox: Mailbox<Message>) {
    self.screen = screen
    self.mailbox = mailbox
    inputDescriptor = screen.inputDescriptor
    signalDescriptor = nc_signals_descriptor()
    decoder = screen.makeDecoder()
  }

  /// A loop without a screen; a descriptor of −1 is never ready.
  init(input: Int32, signals: Int32, decoder: InputDecoder = InputDecoder(), mailbox: Mailbox<Message>) {
    screen = nil
    self.mailbox = mailbox
    self.decoder = decoder
    inputDescriptor = input
    signalDescriptor = signals
  }

  /// Sleeps until something happens or the deadline passes; without a deadline as long as it takes.
  package func wait(until deadline: ContinuousClock.Instant? = nil) -> Wake<Message> {
    while true {
      var wake = Wake<Message>()
      let ready = poll(until: [deadline, decoder.deadline].compactMap { $0 }.min())
      if ready.signals { readSignals(into: &wake) }
      if ready.input { readInput(into: &wake) }
      if ready.messages { wake.messages = mailbox.takeAll() }
      let now = ContinuousClock.now
      while let event = decoder.nextEvent(at: now) { wake.input.append(event) }
      for answer in decoder.takeAnswers() { screen?.learn(answer) }
      if !wake.isTimeout { return wake }
      if let deadline, now >= deadline { return wake }
    }
  }

  private func poll(until deadline: ContinuousClock.Instant?) -> (input: Bool, messages: Bool, signals: Bool) {
    func waiting(_ descriptor: Int32) -> pollfd { pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }
    var descriptors = [
      waiting(isInputClosed ? -1 : inputDescriptor), waiting(mailbox.descriptor), waiting(signalDescriptor),
    ]
    let count = Glibc.poll(&descriptors, nfds_t(descriptors.count), Self.milliseconds(until: deadline))
    guard count > 0 else { return (false, false, false) }
    return (descriptors[0].revents != 0, descriptors[1].revents != 0, descriptors[2].revents != 0)
  }

  /// Rounded up, so that a wait never ends just before its deadline and runs in circles.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = max(.zero, ContinuousClock.now.duration(to: deadline)).components
    guard left.seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(left.seconds) * 1000 + Int32((left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private func readInput(into wake: inout Wake<Message>) {
    var bytes = [UInt8](repeating: 0, count: 16 * 1024)
    let count = read(inputDescriptor, &bytes, bytes.count)
    if count > 0 {
      decoder.feed(bytes[..<count], at: .now)
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isInputClosed = true
      if !wake.signals.contains(.terminate(SIGHUP)) { wake.signals.append(.terminate(SIGHUP)) }
    }
  }

  private func readSignals(into wake: inout Wake<Message>) {
    var numbers = [UInt8](repeating: 0, count: 256)
    let count = max(0, read(signalDescriptor, &numbers, numbers.count))
    for number in numbers[..<count] {
      guard let signal = TerminalSignal(number: Int32(number)) else { continue }
      if signal == .resume { screen?.recover() }
      if !wake.signals.contains(signal) { wake.signals.append(signal) }
    }
    guard count > 0, let screen else { return }
    if let size = screen.adoptTerminalSize() {
      wake.input.append(.resize(size))
    } else if numbers[..<count].contains(UInt8(SIGWINCH)) {
      // The terminal has its size again; while it was smaller it has lost what did not fit.
      screen.invalidate()
      wake.input.append(.resize(screen.size))
    }
  }
}

/// All that had come when a wait ended. Nothing at all means that the deadline has passed.
package struct Wake<Message: Sendable>: Sendable {
  package var input: [InputEvent] = []
  package var messages: [Message] = []
  package var signals: [TerminalSignal] = []

  package init() {}

  package var isTimeout: Bool { input.isEmpty && messages.isEmpty && signals.isEmpty }
}

extension Wake: Equatable where Message: Equatable {}

/// Where any thread leaves values for the one that waits in an `EventLoop`.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable while there is something in the box.
  let descriptor: Int32

  /// Ends the program where the system has no descriptor left to give.
  package init() {
    descriptor = nc_eventfd()
    precondition(descriptor >= 0, "no file descriptor left")
  }

  deinit { close(descriptor) }

  /// Leaves a message and wakes who waits. Messages of one thread keep their order.
  package func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    guard wasEmpty else { return }
    var one: UInt64 = 1
    // It can only fail where the counter is full, and then the reader is being woken already.
    _ = write(descriptor, &one, MemoryLayout.size(ofValue: one))
  }

  /// Takes all messages out, oldest first.
  package func takeAll() -> [Message] {
    // In this order: a message that comes between is taken now and costs one needless wake, never a lost one.
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

/// What the system or the shell asks of the program.
package enum TerminalSignal: Hashable, Sendable {
  /// Quit; with the number of the signal (a shell expects the exit code 128 + number). Also comes when the terminal is
  /// gone.
  case terminate(Int32)
  /// Stop, as ^Z does where the terminal reads it itself.
  case suspend
  /// The shell has continued the program; the screen has been repainted.
  case resume

  /// Nil for signals that say nothing more than to look at the terminal's size.
  init?(number: Int32) {
    switch number {
    case SIGTERM, SIGHUP, SIGINT: self = .terminate(number)
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .resume
    default: return nil
    }
  }
}
