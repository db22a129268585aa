extension Folding {
  /// Where `needle` stands in the text, both folded: the ranges of the text as it is, in order, none overlapping another.
  ///
  /// A range covers the marks that follow its last character, so that showing it in another style splits no cluster, and all of a
  /// character of which it is a part, as ﬁ is of what is found by i. What is not shown of the needle is not looked for: 👍🏽 is found
  /// in 👍. An empty needle stands nowhere. Linear in the text for ordinary needles, in the worst case times the needle.
  package static func ranges(of needle: String, in text: SafeText) -> [Range<String.Index>] {
    let needle = fold(SafeText(needle).string)
    let matches = needle.withBytes { needle in fold(text.string).withBytes { $0.offsets(of: needle) } }
    return ranges(ofFolded: matches.map { $0..<$0 + needle.utf8.count }, in: text)
  }

  /// The ranges of the text that became `folded`: ranges of bytes of the folded text, at its scalars, in order, none
  /// overlapping another, none empty. What is given back covers marks that follow, and leaves out what an earlier one
  /// covers. Linear.
  package static func ranges(ofFolded folded: [Range<Int>], in text: SafeText) -> [Range<String.Index>] {
    guard !folded.isEmpty else { return [] }
    return text.string.withBytes { bytes in
      OriginalOffsets(bytes).ranges(of: folded)
    }.map { range in
      let utf8 = text.string.utf8
      return utf8.index(
        utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(
          utf8.startIndex, offsetBy: range.upperBound)
    }
  }
}

/// Leads from offsets in folded text back to the text.
private struct OriginalOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var unit: FoldingUnits
  /// Where the folded form of the unit ends.
  private var foldedEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    unit = FoldingUnits(bytes)
  }

  func ranges(of matches: [Range<Int>]) -> [Range<Int>] {
    var walk = self
    var covered = 0
    return matches.compactMap { match in
      walk.advance(to: match.lowerBound)
      let start = max(covered, walk.unit.range.lowerBound)
      walk.advance(to: match.upperBound - 1)
      covered = walk.endOfMarks()
      return start < covered ? start..<covered : nil
    }
  }

  /// Goes on to the unit whose folded form holds the byte at `target`.
  private mutating func advance(to target: Int) {
    while foldedEnd <= target {
      foldedEnd = unit.passSingles(from: foldedEnd, upTo: target)
      guard foldedEnd <= target, unit.advance() else { return }
      foldedEnd += unit.foldedWidth
    }
  }

  private func endOfMarks() -> Int { bytes.endOfMarks(from: unit.range.upperBound) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the marks end that begin at a place.
  func endOfMarks(from start: Int) -> Int {
    var end = start
    while end < count {
      let next = scalar(at: end)
      guard ScalarTable.shared.traits(next.value).isMark else { break }
      end = next.end
    }
    return end
  }

  /// The offsets of all occurrences that do not overlap. UTF-8 never matches in the middle of a scalar.
  fileprivate func offsets(of needle: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let first = needle.first, let last = needle.last else { return [] }
    var result: [Int] = []
    var index = 0
    while index + needle.count <= count {
      if self[index] == first, self[index + needle.count - 1] == last, hasBytes(needle, at: index) {
        result.append(index)
        index += needle.count
      } else {
        index += 1
      }
    }
    return result
  }

  private func hasBytes(_ other: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    for offset in 0..<other.count where self[index + offset] != other[offset] { return false }
    return true
  }
}
