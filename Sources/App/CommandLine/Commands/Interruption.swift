import Dispatch
import Foundation
import Synchronization

/// Turns the first Ctrl-C, or SIGTERM, into the wish that a long work end after its present step; the second ends the program.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let received: ReceivedSignal

  /// The number of the signal that came; shared with the handlers.
  private final class ReceivedSignal: Sendable {
    let number = Atomic<Int32>(0)
  }

  /// - Parameter cancel: called on another thread.
  init(_ cancel: @escaping @Sendable () -> Void) {
    let received = ReceivedSignal()
    self.received = received
    sources = [SIGINT, SIGTERM].compactMap { number in
      // A program that was started with the signal ignored, in the background, leaves it so.
      guard !Self.isIgnored(number) else { return nil }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard received.number.exchange(number, ordering: .relaxed) == 0 else { _exit(128 + number) }
        cancel()
      }
      source.resume()
      return source
    }
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
