/// What was measured of one thing, again and again.
public struct Samples: Sendable {
  public private(set) var values: [Double]

  public init(_ values: [Double] = []) { self.values = values }

  public mutating func add(_ value: Double) { values.append(value) }
  public mutating func add(_ other: Samples) { values += other.values }

  public var isEmpty: Bool { values.isEmpty }
  public var count: Int { values.count }
  public var median: Double { percentile(50) }
  public var p99: Double { percentile(99) }

  /// The smallest value that so many in a hundred do not exceed (nearest rank); 0 where there are none.
  public func percentile(_ percent: Double) -> Double {
    let ordered = values.sorted()
    let rank = Int((percent / 100 * Double(ordered.count)).rounded(.up))
    return ordered.isEmpty ? 0 : ordered[min(max(rank, 1), ordered.count) - 1]
  }
}

extension Duration {
  public var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1_000_000_000_000_000
  }

  public var seconds: Double { milliseconds / 1_000 }
}

/// Runs `body`; returns how long it took in milliseconds, and its result.
public func timed<T>(_ body: () throws -> T) rethrows -> (milliseconds: Double, result: T) {
  let start = ContinuousClock.now
  let result = try body()
  return (start.duration(to: .now).milliseconds, result)
}
