import Dispatch
import Foundation
import Synchronization

/// Turns the first Ctrl-C, or SIGTERM, into the wish that a long work end after its present step; the second ends the program.
struct Interruption {
  private let received: ReceivedSignal

  /// The number of the signal that came; shared with the handlers.
  private final class ReceivedSignal: Sendable {
    let number = Atomic<Int32>(0)
  }

  /// From its return on no signal is lost: the handler leaves each in a pipe, and the pipe waits for who reads it.
  ///
  /// - Parameter cancel: called on another thread.
  init(_ cancel: @escaping @Sendable () -> Void) {
    let received = ReceivedSignal()
    self.received = received
    let source = DispatchSource.makeReadSource(fileDescriptor: signalPipe.reading, queue: .global())
    // It keeps itself: a command can be stopped up to its end.
    source.setEventHandler { [source] in
      defer { withExtendedLifetime(source) {} }
      var number: UInt8 = 0
      guard read(signalPipe.reading, &number, 1) == 1 else { return }
      guard received.number.exchange(Int32(number), ordering: .relaxed) == 0 else { _exit(128 + Int32(number)) }
      cancel()
    }
    source.resume()
    // A program that was started with the signal ignored, in the background, leaves it so.
    for number in [SIGINT, SIGTERM] where !Self.isIgnored(number) { Self.handle(number) }
    Self.unblock([SIGINT, SIGTERM])
  }

  /// Whoever starts the program from a thread that blocks signals hands that on: they would wait for ever.
  private static func unblock(_ numbers: [Int32]) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func handle(_ number: Int32) {
    var action = sigaction()
    // What a handler may do is little: a write, and `errno` as it was.
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(signalPipe.writing, &byte, 1)
      errno = saved
    }
    action.sa_flags = Int32(SA_RESTART)
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    // SIG_IGN is the number 1 in the shape of a function, which cannot be compared as one.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// The exit code that tells the shell of the signal; nil where none came.
  var status: ExitStatus? {
    let number = received.number.load(ordering: .relaxed)
    return number == 0 ? nil : ExitStatus(rawValue: 128 + number)
  }
}

/// Where the handler of signals leaves their numbers. Made before the first handler is.
private let signalPipe: (reading: Int32, writing: Int32) = {
  var ends: [Int32] = [-1, -1]
  pipe(&ends)
  for end in ends {
    // Programs that are started must not hold it open, and a full pipe must not stop the handler.
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
  }
  return (ends[0], ends[1])
}()
