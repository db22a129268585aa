/// How many articles a change of many takes at a time: as many as are written while nobody notices that they wait.
struct BulkPace {
  private static let range = 100...4_000
  private static let target = Duration.milliseconds(25)

  private(set) var size = 500

  /// How long the store is left to others between two transactions: SQLite's waiting programs only look from time to time.
  static let rest = Duration.milliseconds(2)

  /// Learns from a batch; moves half of the way, as single batches differ.
  mutating func learn(_ count: Int, took time: Duration) {
    guard count > 0, time > .zero else { return }
    let fitting = min(Double(count) * (Self.target / time), 100_000)
    size = min(max((size + Int(fitting)) / 2, Self.range.lowerBound), Self.range.upperBound)
  }
}
