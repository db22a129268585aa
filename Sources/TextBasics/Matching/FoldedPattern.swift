internal import CSystem

/// Finds out whether text contains another one, both folded, without folding the text.
///
/// Folding takes each scalar by itself, so a pattern stands for all texts that fold to it. A part of it that only one text folds
/// to is looked for as it is, at some 5 GB/s; around each place where it stands the rest is compared scalar by
/// scalar. Most of Chinese text is such a part: half of the pattern's characters have no Traditional form.
public struct FoldedPattern: Sendable {
  private let pattern: [UInt8]
  /// The part of the pattern that is looked for.
  private let anchor: Range<Int>
  /// All texts that fold to the anchor.
  private let anchorSources: [[UInt8]]

  /// Takes some 50 µs, as it looks for what folds to the pattern's scalars.
  public init(_ text: String) {
    let folded = Folding.fold(text)
    pattern = Array(folded.utf8)
    let sources = FoldingTable.shared.sources(of: Set(folded.unicodeScalars.map(\.value)))
    (anchor, anchorSources) = Self.anchor(of: folded, sources)
  }

  /// Whether the text, well-formed UTF-8, contains the pattern. The empty pattern is contained in every text.
  public func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !pattern.isEmpty else { return true }
    return anchorSources.contains { place(of: $0, in: text, from: 0) != nil }
  }

  /// How often the pattern stands in the text, overlapping places included; never for the empty pattern.
  public func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    anchorSources.reduce(0) { sum, source in
      var (count, start) = (0, 0)
      while let place = place(of: source, in: text, from: start) {
        count += 1
        start = place + 1
      }
      return sum + count
    }
  }

  /// Where the anchor, as `source` writes it, next stands within the whole pattern.
  private func place(of source: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var start = start
    while let found = cs_find(base + start, text.count - start, source, source.count) {
      let place = found - base
      if hasPrefix(in: text, before: place), hasSuffix(in: text, after: place + source.count) { return place }
      start = place + 1
    }
    return nil
  }

  /// Whether what stands before `end` folds to the pattern before its anchor.
  private func hasPrefix(in text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    pattern.withUnsafeBufferPointer { pattern in
      var (place, textPlace) = (anchor.lowerBound, end)
      while place > 0 {
        guard textPlace > 0 else { return false }
        place = pattern.startOfScalar(before: place)
        textPlace = text.startOfScalar(before: textPlace)
        guard FoldingTable.shared.fold(text.scalar(at: textPlace).value) == pattern.scalar(at: place).value else {
          return false
        }
      }
      return true
    }
  }

  /// Whether what stands from `start` on folds to the pattern after its anchor.
  private func hasSuffix(in text: UnsafeBufferPointer<UInt8>, after start: Int) -> Bool {
    pattern.withUnsafeBufferPointer { pattern in
      var (place, textPlace) = (anchor.upperBound, start)
      while place < pattern.count {
        guard textPlace < text.count else { return false }
        let (wanted, end) = pattern.scalar(at: place)
        let (found, textEnd) = text.scalar(at: textPlace)
        guard FoldingTable.shared.fold(found) == wanted else { return false }
        (place, textPlace) = (end, textEnd)
      }
      return true
    }
  }

  /// The longest part to which only it itself folds; where there is none, the scalar to which the fewest fold.
  private static func anchor(
    of text: String, _ sources: [UInt32: [UInt32]]
  ) -> (range: Range<Int>, sources: [[UInt8]]) {
    var best = 0..<0
    var run = 0..<0
    var rarest: (range: Range<Int>, sources: [UInt32])?
    for scalar in text.unicodeScalars {
      let range = run.upperBound..<run.upperBound + UTF8.width(of: scalar.value)
      let folding = sources[scalar.value] ?? [scalar.value]
      run = folding.count == 1 ? run.lowerBound..<range.upperBound : range.upperBound..<range.upperBound
      if run.count > best.count { best = run }
      if folding.count < rarest?.sources.count ?? .max { rarest = (range, folding) }
    }
    let bytes = Array(text.utf8)
    if !best.isEmpty { return (best, [Array(bytes[best])]) }
    guard let rarest else { return (0..<0, []) }
    let texts = rarest.sources.map { scalar in
      var bytes: [UInt8] = []
      bytes.append(scalar: scalar)
      return bytes
    }
    return (rarest.range, texts)
  }
}
