import Synchronization

/// How many articles go into one transaction: as many as are written in about the time that a reader may wait.
final class BatchSize: Sendable {
  private static let range = 50...1_000
  private static let target = Duration.milliseconds(40)
  private let size = Atomic(250)

  var current: Int { size.load(ordering: .relaxed) }

  /// Learns from a batch; moves half of the way, as single batches differ.
  func learn(_ count: Int, took time: Duration) {
    guard count > 0, time > .zero else { return }
    let fitting = Double(count) * (Self.target / time)
    let next = Int((Double(current) + min(fitting, 100_000)) / 2)
    size.store(min(max(next, Self.range.lowerBound), Self.range.upperBound), ordering: .relaxed)
  }
}
