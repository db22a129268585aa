import CNcurses
import Glibc

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
