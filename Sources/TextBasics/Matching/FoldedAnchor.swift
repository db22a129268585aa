/// The part of a folded pattern by which it is looked for in text that is not folded.
///
/// It is the longest part that only it itself folds to, else the scalar that the fewest fold to. Counted are the scalars of usual text; of
/// the others, such as letters in circles, there are too many to look for, but few texts have any.
struct FoldedAnchor: Sendable {
  /// Where it lies in the pattern's bytes.
  let range: Range<Int>
  /// The usual texts that fold to it, scalar by scalar.
  let sources: [[UInt8]]
  /// The usual scalars that become several, it among them.
  let specials: [[UInt8]]
  /// Whether other scalars than the usual ones fold to it.
  let hasUnusualSources: Bool
  /// Whether it is several scalars, between which a text may have some that are dropped.
  let isRun: Bool

  /// More texts to look for would take longer than to fold the text.
  private static let mostTexts = 5

  /// Nil where the pattern has no such part.
  init?(of pattern: String) {
    let scalars = Self.located(pattern)
    let bytes = Array(pattern.utf8)
    if let run = Self.longestRun(scalars, { $0.isAlone && !$0.isUnusual }) ?? Self.longestRun(scalars, \.isAlone) {
      self.init(
        range: run, sources: [Array(bytes[run])], specials: [],
        hasUnusualSources: scalars.contains { run.overlaps($0.range) && $0.origins.isUnusual })
      return
    }
    let fewest = scalars.filter { !$0.origins.hasMarks }.min { $0.origins.count < $1.origins.count }
    guard let fewest, fewest.origins.count <= Self.mostTexts else { return nil }
    let origins = fewest.origins
    self.init(
      range: fewest.range, sources: origins.plain.map(Self.bytes), specials: origins.specials.map(Self.bytes),
      hasUnusualSources: origins.isUnusual)
  }

  private init(range: Range<Int>, sources: [[UInt8]], specials: [[UInt8]], hasUnusualSources: Bool) {
    self.range = range
    self.sources = sources
    self.specials = specials
    self.hasUnusualSources = hasUnusualSources
    isRun = sources.contains { $0.isSeveralScalars }
  }

  private typealias Located = (range: Range<Int>, origins: FoldingOrigins.Origins)

  private static func located(_ pattern: String) -> [Located] {
    var end = 0
    return pattern.unicodeScalars.map { scalar in
      let start = end
      end += UTF8.width(of: scalar.value)
      return (start..<end, FoldingOrigins.shared.of(scalar.value))
    }
  }

  private static func longestRun(_ scalars: [Located], _ belongs: (FoldingOrigins.Origins) -> Bool) -> Range<Int>? {
    var best = 0..<0
    var run = 0..<0
    for (range, origins) in scalars {
      run = belongs(origins) ? (run.isEmpty ? range : run.lowerBound..<range.upperBound) : 0..<0
      if run.count > best.count { best = run }
    }
    return best.isEmpty ? nil : best
  }

  private static func bytes(of scalar: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(scalar: scalar)
    return bytes
  }
}

extension [UInt8] {
  fileprivate var isSeveralScalars: Bool { dropFirst().contains { $0 & 0xC0 != 0x80 } }
}

/// What folds to each scalar: the folding table turned round.
private struct FoldingOrigins: Sendable {
  static let shared = FoldingOrigins()

  struct Origins {
    /// The usual scalars that fold to this one alone; itself first, usual or not.
    var plain: [UInt32]
    /// The usual scalars that fold to several, this one among them.
    var specials: [UInt32] = []
    /// Whether there are others.
    var isUnusual = false
    /// Whether it is a mark, or may have been written as a letter and marks.
    var hasMarks: Bool

    var count: Int { plain.count + specials.count }
    /// Whether of the usual scalars it folds to itself alone.
    var isAlone: Bool { count == 1 && !hasMarks }
  }

  /// A target and one of its sources, in one number that sorts by them.
  private struct Entry {
    let bits: UInt64

    init(_ target: UInt32, _ source: UInt32, isSpecial: Bool) {
      bits = UInt64(target) << 32 | UInt64(source) << 1 | (isSpecial ? 1 : 0)
    }

    var target: UInt32 { UInt32(bits >> 32) }
    var source: UInt32 { UInt32(truncatingIfNeeded: bits) >> 1 }
    var isSpecial: Bool { bits & 1 == 1 }
  }

  /// By target, then by source.
  private let entries: [Entry]

  private init() {
    let table = FoldingTable.shared
    var entries: [Entry] = []
    entries.reserveCapacity(14_000)
    table.forEachChange { source, target in
      if target < FoldingTable.firstSpecial {
        entries.append(Entry(target, source, isSpecial: false))
      } else {
        for scalar in table.scalars(table.special(target)) { entries.append(Entry(scalar, source, isSpecial: true)) }
      }
    }
    entries.sort { $0.bits < $1.bits }
    self.entries = entries
  }

  func of(_ scalar: UInt32) -> Origins {
    let isSpecial = FoldingTable.shared.target(scalar) >= FoldingTable.firstSpecial
    var result = Origins(plain: [scalar], hasMarks: isSpecial || MarkComposition.shared.isComposite(scalar))
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].target < scalar { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, entries[low].target == scalar {
      let entry = entries[low]
      if !Self.isUsual(entry.source) {
        result.isUnusual = true
      } else if entry.isSpecial {
        // Some become it twice.
        if result.specials.last != entry.source { result.specials.append(entry.source) }
      } else {
        result.plain.append(entry.source)
      }
      low += 1
    }
    return result
  }

  /// What `cs_has_unusual` passes over.
  private static func isUsual(_ scalar: UInt32) -> Bool {
    switch scalar {
    case ..<0x580, 0x2000...0x203F, 0x3000...0x30FF, 0x3400...0x9FFF, 0xFF00...0xFFFF: true
    default: false
    }
  }
}
