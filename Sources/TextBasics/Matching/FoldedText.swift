/// A text with its folded form, and the way back from each place of that: for whoever quotes a text again and again.
///
/// `Folding.ranges` walks through the text for each list of ranges; this keeps where the two part, which are few places.
package struct FoldedText: Sendable {
  package let original: SafeText
  /// `original` folded.
  package let bytes: [UInt8]

  /// A piece that takes another number of bytes in the folded text, or is folded together.
  private struct Change {
    var original: Range<Int>
    var folded: Range<Int>
  }

  /// In order. Between one and the next the texts are the same, letter by letter.
  private let changes: [Change]

  /// Linear.
  package init(_ original: SafeText) {
    self.original = original
    (bytes, changes) = original.string.withBytes { Self.fold($0) }
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], [Change]) {
    // Folded text is seldom longer; what grows most takes more room at the next try.
    var capacity = bytes.count
    while true {
      var changes: [Change] = []
      changes.reserveCapacity(bytes.count / 16)
      var isComplete = false
      let folded = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
        let end = FoldingScan(bytes).fold(from: 0, into: output) { original, folded in
          // A unit that begins before its mark takes the place of what was noted of its letter.
          while let last = changes.last, last.original.upperBound > original.lowerBound { changes.removeLast() }
          changes.append(Change(original: original, folded: folded))
        }
        (count, isComplete) = (end ?? 0, end != nil)
      }
      if isComplete { return (folded, changes) }
      capacity += capacity / 2 + 48
    }
  }

  /// The ranges of the text that became `folded`, as `Folding.ranges(ofFolded:in:)` gives them: ranges of bytes of the folded text, at its
  /// scalars, in order, none overlapping another, none empty. Each takes the logarithm of the number of places where the texts part.
  package func ranges(ofFolded folded: [Range<Int>]) -> [Range<String.Index>] {
    guard !folded.isEmpty else { return [] }
    return original.string.withBytes { bytes in
      var covered = 0
      return folded.compactMap { range in
        let start = max(covered, unit(at: range.lowerBound, bytes).lowerBound)
        covered = bytes.endOfMarks(from: unit(at: max(range.lowerBound, range.upperBound - 1), bytes).upperBound)
        return start < covered ? start..<covered : nil
      }
    }.map { (range: Range<Int>) in
      let utf8 = original.string.utf8
      return utf8.index(
        utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(
          utf8.startIndex, offsetBy: range.upperBound)
    }
  }

  /// What is folded together to the byte at `place` of the folded text.
  private func unit(at place: Int, _ original: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].folded.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    var start = place
    if low > 0 {
      let change = changes[low - 1]
      if place < change.folded.upperBound { return change.original }
      start += change.original.upperBound - change.folded.upperBound
    }
    guard start < original.count else { return original.count..<original.count }
    start = original.startOfScalar(before: start + 1)
    return start..<original.scalar(at: start).end
  }
}
