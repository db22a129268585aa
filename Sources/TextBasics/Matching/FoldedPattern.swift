import CSystem

/// Finds out whether text contains another one, both folded, without folding the text where that can be helped.
///
/// A part of the pattern that few texts fold to is looked for as these texts, at some 5 GB/s; around each place where one stands the
/// rest is compared scalar by scalar. Most of Chinese text is such a part: half of the characters have no other usual form. What
/// this cannot decide is decided by folding the text: marks beside a place, texts with unusual characters such as letters in
/// circles, which may be the pattern's, and texts with joiners, which may stand within it.
package struct FoldedPattern: Sendable {
  private let pattern: [UInt8]
  /// The part of the pattern that is looked for; nil where texts are folded.
  private let anchor: FoldedAnchor?

  /// Takes some microseconds for a pattern of ordinary length.
  package init(_ text: String) {
    let folded = Folding.fold(text)
    pattern = Array(folded.utf8)
    anchor = FoldedAnchor(of: folded)
  }

  /// Whether the text contains the pattern. The empty pattern is contained in every text.
  package func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !pattern.isEmpty else { return true }
    guard let anchor else { return isContained(inFolded: text) }
    for source in anchor.sources {
      var start = 0
      while let place = place(of: source, in: text, from: start) {
        switch verdict(anchor.range, in: text, at: place, length: source.count) {
        case .yes: return true
        case .unknown: return isContained(inFolded: text)
        case .no: start = place + 1
        }
      }
    }
    return mayHide(anchor, in: text) && isContained(inFolded: text)
  }

  /// How often the pattern stands in the text, overlapping places included; never for the empty pattern.
  package func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard !pattern.isEmpty else { return 0 }
    guard let anchor, !mayHide(anchor, in: text) else { return count(inFolded: text) }
    var count = 0
    for source in anchor.sources {
      var start = 0
      while let place = place(of: source, in: text, from: start) {
        switch verdict(anchor.range, in: text, at: place, length: source.count) {
        case .yes: count += 1
        case .unknown: return self.count(inFolded: text)
        case .no: break
        }
        start = place + 1
      }
    }
    return count
  }

  /// Whether the anchor may stand in the text as something that is not looked for.
  private func mayHide(_ anchor: FoldedAnchor, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    anchor.hasUnusualSources && cs_has_unusual(text.baseAddress, text.count)
      || anchor.isRun && cs_has_joining(text.baseAddress, text.count)
      || anchor.specials.contains { place(of: $0, in: text, from: 0) != nil }
  }

  private func place(of source: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    return cs_find(base + start, text.count - start, source, source.count).map { $0 - base }
  }

  // MARK: Around an anchor

  private enum Verdict {
    case yes, no
    /// Something stands there that is not folded scalar by scalar.
    case unknown
  }

  /// Whether the pattern stands where its anchor was found.
  private func verdict(
    _ anchor: Range<Int>, in text: UnsafeBufferPointer<UInt8>, at place: Int, length: Int
  ) -> Verdict {
    pattern.withUnsafeBufferPointer { pattern in
      let before = Self.compare(pattern, before: anchor.lowerBound, text, before: place)
      guard before == .yes else { return before }
      return Self.compare(pattern, from: anchor.upperBound, text, from: place + length)
    }
  }

  private static func compare(
    _ pattern: UnsafeBufferPointer<UInt8>, before end: Int, _ text: UnsafeBufferPointer<UInt8>, before textEnd: Int
  ) -> Verdict {
    var (place, textPlace) = (end, textEnd)
    while place > 0 {
      guard textPlace > 0 else { return .no }
      place = pattern.startOfScalar(before: place)
      textPlace = text.startOfScalar(before: textPlace)
      let target = FoldingTable.shared.target(text.scalar(at: textPlace).value)
      guard target < FoldingTable.firstSpecial else { return .unknown }
      guard target == pattern.scalar(at: place).value else { return .no }
    }
    return .yes
  }

  private static func compare(
    _ pattern: UnsafeBufferPointer<UInt8>, from start: Int, _ text: UnsafeBufferPointer<UInt8>, from textStart: Int
  ) -> Verdict {
    var (place, textPlace) = (start, textStart)
    // One scalar more than the pattern has: a mark there would change the last one.
    while textPlace < text.count {
      let (scalar, textEnd) = text.scalar(at: textPlace)
      let target = FoldingTable.shared.target(scalar)
      guard target < FoldingTable.firstSpecial else { return .unknown }
      guard place < pattern.count else { return .yes }
      let (wanted, end) = pattern.scalar(at: place)
      // A mark behind another letter may make it the one that is wanted.
      guard target == wanted else { return isSpecial(text, at: textEnd) ? .unknown : .no }
      (place, textPlace) = (end, textEnd)
    }
    return place < pattern.count ? .no : .yes
  }

  private static func isSpecial(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index < text.count && FoldingTable.shared.target(text.scalar(at: index).value) >= FoldingTable.firstSpecial
  }

  // MARK: In folded text

  private func isContained(inFolded text: UnsafeBufferPointer<UInt8>) -> Bool {
    withFolded(text) { place(of: pattern, in: $0, from: 0) != nil }
  }

  private func count(inFolded text: UnsafeBufferPointer<UInt8>) -> Int {
    withFolded(text) { folded in
      var (count, start) = (0, 0)
      while let place = place(of: pattern, in: folded, from: start) {
        count += 1
        start = place + 1
      }
      return count
    }
  }

  private func withFolded<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + text.count / 8 + 64) { room in
      FoldingScan(text).fold(from: 0, into: room).map { body(UnsafeBufferPointer(rebasing: room[..<$0])) }
    }
    if let result { return result }
    var folded: [UInt8] = []
    let count = Folding.fold(text, into: &folded)
    return folded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}

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
