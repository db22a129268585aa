import Foundation
import Synchronization

/// Something that another thread does a little later.
final class DelayedAction: Sendable {
  private let moment = Mutex<ContinuousClock.Instant?>(nil)

  init(after seconds: TimeInterval, _ action: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: seconds)
      self.moment.withLock { $0 = .now }
      action()
    }
  }

  /// When it was done; waits for it.
  var done: ContinuousClock.Instant {
    while true {
      if let moment = moment.withLock(\.self) { return moment }
      Thread.sleep(forTimeInterval: 0.001)
    }
  }
}
