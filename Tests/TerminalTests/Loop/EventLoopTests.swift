import Foundation
import Glibc
import Testing

@testable import Terminal

@Suite struct EventLoopTests {
  /// A pipe that stands for the terminal.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init() {
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      (reading, writing) = (ends[0], ends[1])
    }

    deinit {
      close(reading)
      hangUp()
    }

    func send(_ bytes: [UInt8]) { _ = write(writing, bytes, bytes.count) }
    func send(_ text: String) { send(Array(text.utf8)) }

    func hangUp() {
      if writing >= 0 { close(writing) }
      writing = -1
    }
  }

  private let terminal = Pipe()
  private let signals = Pipe()
  private let mailbox = Mailbox<String>()

  private var loop: EventLoop<String> {
    EventLoop(input: terminal.reading, signals: signals.reading, mailbox: mailbox)
  }

  private var soon: ContinuousClock.Instant { .now + .seconds(10) }

  @Test func keysThatCameTogetherComeTogether() {
    terminal.send("jj\u{1B}[A")
    #expect(loop.wait(until: soon).input == [.key(.character("j")), .key(.character("j")), .key(Key(.up))])
  }

  @Test func everythingThatHasComeIsInOneWake() {
    terminal.send("j")
    mailbox.post("done")
    signals.send([UInt8(SIGTERM)])
    let wake = loop.wait(until: soon)
    #expect(wake.input == [.key(.character("j"))])
    #expect(wake.messages == ["done"])
    #expect(wake.signals == [.terminate(SIGTERM)])
  }

  @Test func aDeadlineEndsTheWaitNotEarlierThanItsTime() {
    let deadline = ContinuousClock.now + .milliseconds(30)
    let wake = loop.wait(until: deadline)
    #expect(wake.isTimeout)
    #expect(ContinuousClock.now >= deadline)
  }

  @Test func aDeadlineOfThePastDoesNotWait() {
    #expect(loop.wait(until: .now - .seconds(5)).isTimeout)
  }

  @Test func escapeAloneArrivesWithoutADeadline() {
    terminal.send("\u{1B}")
    #expect(loop.wait().input == [.key(Key(.escape))])
  }

  @Test func aMessageOfAnotherThreadEndsTheWait() {
    let mailbox = mailbox
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.005)
      mailbox.post("hello")
    }
    #expect(EventLoop(input: -1, signals: -1, mailbox: mailbox).wait(until: soon).messages == ["hello"])
  }

  @Test func theEndOfTheTerminalIsToldOnce() {
    let loop = loop
    terminal.send("j")
    terminal.hangUp()
    #expect(loop.wait(until: soon).input == [.key(.character("j"))])
    #expect(loop.wait(until: soon).signals == [.terminate(SIGHUP)])
    #expect(loop.wait(until: .now + .milliseconds(5)).isTimeout)
  }

  @Test(arguments: [
    (SIGTERM, TerminalSignal.terminate(SIGTERM)), (SIGHUP, .terminate(SIGHUP)), (SIGINT, .terminate(SIGINT)),
    (SIGTSTP, .suspend), (SIGCONT, .resume),
  ])
  func signalsHaveMeanings(number: Int32, signal: TerminalSignal) {
    signals.send([UInt8(number), UInt8(number)])
    #expect(loop.wait(until: soon).signals == [signal])
  }

  @Test func waitingTakesNoProcessorTime() {
    func used() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let before = used()
    _ = loop.wait(until: .now + .milliseconds(200))
    #expect(used() - before < 0.01)
  }
}
