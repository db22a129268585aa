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
