/// One line of the table: something measured at several sizes of the store, and what is promised of it.
public struct Figure: Sendable {
  public enum Unit: Sendable {
    case milliseconds
    case megabytes
    /// A number without a unit, such as a ratio.
    case plain
    case perSecond
  }

  public var name: String
  public var unit = Unit.milliseconds
  public var bar = Bar()
  /// By the number of articles of the store.
  public var samples: [Int: Samples] = [:]
  /// Bytes written to the terminal, where it is about a key.
  public var bytes: [Int: Samples] = [:]

  public init(name: String, unit: Unit = .milliseconds, bar: Bar = Bar()) {
    self.name = name
    self.unit = unit
    self.bar = bar
  }
}

/// What a figure must hold at the largest store; nil where nothing is promised.
public struct Bar: Sendable {
  public var median: Double?
  public var p99: Double?
  /// Bytes, half of the time.
  public var bytes: Double?
  /// The other way round: at least so much.
  public var atLeast: Double?
  /// Within twice the figure of the smallest store, or one millisecond of it.
  public var staysLevel = false

  public init(
    median: Double? = nil, p99: Double? = nil, bytes: Double? = nil, atLeast: Double? = nil, staysLevel: Bool = false
  ) {
    self.median = median
    self.p99 = p99
    self.bytes = bytes
    self.atLeast = atLeast
    self.staysLevel = staysLevel
  }

  var promisesNothing: Bool { median == nil && p99 == nil && bytes == nil && atLeast == nil && !staysLevel }
}

extension Figure {
  var largest: Int { samples.keys.max() ?? 0 }
  var smallest: Int { samples.keys.min() ?? 0 }

  /// The largest store's median as a multiple of the smallest's; nil with one size.
  public var ratio: Double? {
    guard smallest < largest, let small = samples[smallest]?.median, let large = samples[largest]?.median, small > 0
    else { return nil }
    return large / small
  }

  /// Whether the bar is held; nil where there is none, or no measurement.
  public var isHeld: Bool? {
    guard !bar.promisesNothing, let measured = samples[largest], !measured.isEmpty else { return nil }
    var isHeld = true
    if let limit = bar.median { isHeld = isHeld && measured.median <= limit }
    if let limit = bar.p99 { isHeld = isHeld && measured.p99 <= limit }
    if let limit = bar.atLeast { isHeld = isHeld && measured.median >= limit }
    if let limit = bar.bytes, let bytes = bytes[largest] { isHeld = isHeld && bytes.median <= limit }
    if bar.staysLevel, let small = samples[smallest] {
      isHeld = isHeld && (measured.median <= small.median * 2 || measured.median <= small.median + 1)
    }
    return isHeld
  }
}
