/// What became of each sentence of a text in a later one, and which words of a changed sentence are others.
///
/// Sentences that are alike are found first: at both ends, then those that stand once in either text (patience difference, Bram Cohen), then
/// the rest by Myers' algorithm within a limit. What is alike elsewhere was moved. What is left is paired by the pieces of words that two
/// sentences share. Near-linear: whatever costs more than a limit per sentence is left as removed and added.
package struct TextDifference: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case same
    case removed
    case added
    case changed
    /// The same sentence at another place; it is told where it stands now.
    case moved
  }

  /// Words that took the place of others; either side may be empty. Offsets of UTF-8 bytes within the whole texts.
  package struct Words: Hashable, Sendable {
    package var old: Range<Int>
    package var new: Range<Int>
  }

  /// One sentence, with the blanks and line breaks behind it; several in a row that are the same, or were removed or added, are one.
  package struct Passage: Hashable, Sendable {
    package var kind: Kind
    /// Offsets of UTF-8 bytes; empty where the sentence was added.
    package var old: Range<Int>
    /// Empty where the sentence was removed.
    package var new: Range<Int>
    /// The differences within a sentence that stands in both texts, in their order; of one that was moved, of the blanks behind it alone.
    package var words: [Words] = []
  }

  /// In the order of the newer text; what was removed stands where it stood.
  package let passages: [Passage]

  /// No more of either text is compared, in bytes; what follows was removed and added.
  package static let limit = 4 << 20

  package init(from old: String, to new: String) {
    self.init(from: Array(old.utf8), to: Array(new.utf8))
  }

  package init(from old: [UInt8], to new: [UInt8]) {
    passages = old == new ? Self.unchanged(old.count) : PassageFinder(old, new).passages()
  }

  package var isEmpty: Bool { passages.allSatisfy { $0.kind == .same } }

  private static func unchanged(_ count: Int) -> [Passage] {
    count == 0 ? [] : [Passage(kind: .same, old: 0..<count, new: 0..<count)]
  }
}

/// Aligns the sentences of two texts.
private struct PassageFinder {
  private typealias Passage = TextDifference.Passage

  /// So many sentences on either side of a gap are compared each with each.
  private static let longestGap = 40

  private let old: [UInt8]
  private let new: [UInt8]
  private let oldSentences: [Range<Int>]
  private let newSentences: [Range<Int>]
  /// For each sentence of the newer text, the one of the older text that it is or was; -1 where it is new.
  private var origins: [Int]
  /// Of the older text: whether it stands in the newer one.
  private var isKept: [Bool]

  init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = old
    self.new = new
    oldSentences = Sentences.ranges(in: old, limit: TextDifference.limit)
    newSentences = Sentences.ranges(in: new, limit: TextDifference.limit)
    origins = [Int](repeating: -1, count: newSentences.count)
    isKept = [Bool](repeating: false, count: oldSentences.count)
  }

  consuming func passages() -> [TextDifference.Passage] {
    var numbers = SentenceNumbers()
    let (oldNumbers, newNumbers) = (
      numbers.numbers(of: oldSentences, in: old), numbers.numbers(of: newSentences, in: new)
    )
    let anchors = SequenceMatch(oldNumbers, newNumbers).pairs()
    for (a, b) in anchors { keep(a, as: b) }
    findMoved(oldNumbers, newNumbers)
    let moved = Set(newSentences.indices.filter { origins[$0] >= 0 }).subtracting(anchors.map(\.1))
    pairChanged(anchors)
    return list(moved: moved)
  }

  private mutating func keep(_ a: Int, as b: Int) {
    origins[b] = a
    isKept[a] = true
  }

  private mutating func findMoved(_ oldNumbers: [Int], _ newNumbers: [Int]) {
    var places: [Int: [Int]] = [:]
    for (index, number) in oldNumbers.enumerated().reversed() where !isKept[index] {
      places[number, default: []].append(index)
    }
    for (index, number) in newNumbers.enumerated() where origins[index] < 0 {
      if let place = places[number]?.popLast() { keep(place, as: index) }
    }
  }

  /// Sentences between two that are the same.
  private mutating func pairChanged(_ anchors: [(Int, Int)]) {
    var (a, b) = (0, 0)
    for (nextA, nextB) in anchors + [(oldSentences.count, newSentences.count)] {
      let (left, right) = ((a..<nextA).filter { !isKept[$0] }, (b..<nextB).filter { origins[$0] < 0 })
      (a, b) = (nextA + 1, nextB + 1)
      guard !left.isEmpty, !right.isEmpty, min(left.count, right.count) <= Self.longestGap else { continue }
      // Of a long gap the beginning of the longer side is looked at.
      let (lefts, rights) = (left.prefix(2 * Self.longestGap), right.prefix(2 * Self.longestGap))
      let pairs = SentencePairs(
        lefts.map { SentenceShape(old[oldSentences[$0]]) }, rights.map { SentenceShape(new[newSentences[$0]]) })
      for (x, y) in pairs.best() { keep(left[x], as: right[y]) }
    }
  }

  private func list(moved: Set<Int>) -> [Passage] {
    var passages: [Passage] = []
    var next = 0
    var place = 0
    func removed(upTo end: Int) {
      while next < end {
        if !isKept[next] {
          let start = oldSentences[next]
          add(Passage(kind: .removed, old: start, new: place..<place), to: &passages)
        }
        next += 1
      }
    }
    for (index, range) in newSentences.enumerated() {
      let origin = origins[index]
      if origin >= 0, !moved.contains(index) { removed(upTo: origin) }
      add(passage(range, origin: origin, isMoved: moved.contains(index)), to: &passages)
      place = range.upperBound
    }
    removed(upTo: oldSentences.count)
    return passages + rest()
  }

  /// What lies behind the limit.
  private func rest() -> [Passage] {
    let (a, b) = ((oldSentences.last?.upperBound ?? 0)..<old.count, (newSentences.last?.upperBound ?? 0)..<new.count)
    if a.count == b.count, old[a] == new[b] { return a.isEmpty ? [] : [Passage(kind: .same, old: a, new: b)] }
    return [
      Passage(kind: .removed, old: a, new: b.lowerBound..<b.lowerBound),
      Passage(kind: .added, old: a.upperBound..<a.upperBound, new: b),
    ].filter { !$0.old.isEmpty || !$0.new.isEmpty }
  }

  private func passage(_ range: Range<Int>, origin: Int, isMoved: Bool) -> Passage {
    guard origin >= 0 else { return Passage(kind: .added, old: 0..<0, new: range) }
    let source = oldSentences[origin]
    let words = old[source] == new[range] ? [] : WordDifference.words(old, source, new, range)
    return Passage(kind: isMoved ? .moved : words.isEmpty ? .same : .changed, old: source, new: range, words: words)
  }

  private func add(_ passage: Passage, to passages: inout [Passage]) {
    if var last = passages.last, last.kind == passage.kind, passage.words.isEmpty, last.words.isEmpty,
      last.new.upperBound == passage.new.lowerBound || passage.kind == .removed,
      last.old.upperBound == passage.old.lowerBound || passage.kind == .added
    {
      last.old = passage.kind == .added ? last.old : last.old.lowerBound..<passage.old.upperBound
      last.new = passage.kind == .removed ? last.new : last.new.lowerBound..<passage.new.upperBound
      passages[passages.count - 1] = last
    } else {
      passages.append(passage)
    }
  }
}

/// One number for sentences of the same words, whatever blanks stand behind them.
private struct SentenceNumbers {
  private var known: [ArraySlice<UInt8>: Int] = [:]

  mutating func numbers(of sentences: [Range<Int>], in bytes: [UInt8]) -> [Int] {
    sentences.map { range in
      var end = range.upperBound
      while end > range.lowerBound, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
      let words = bytes[range.lowerBound..<end]
      let number = known[words] ?? known.count
      known[words] = number
      return number
    }
  }
}

/// What a sentence is like: the numbers of its pieces of three bytes, sorted.
private struct SentenceShape {
  private static let mostPieces = 600
  private(set) var pieces: [UInt32] = []

  init(_ bytes: ArraySlice<UInt8>) {
    var piece: UInt32 = 0
    for (index, byte) in bytes.prefix(Self.mostPieces).enumerated() {
      piece = (piece << 8 | UInt32(byte)) & 0xFF_FFFF
      if index > 1 { pieces.append(piece) }
    }
    pieces.sort()
  }

  /// Twice what both share, of what both have.
  func likeness(to other: SentenceShape) -> Double {
    guard !pieces.isEmpty, !other.pieces.isEmpty else { return 0 }
    var (a, b, shared) = (0, 0, 0)
    while a < pieces.count, b < other.pieces.count {
      if pieces[a] == other.pieces[b] {
        (a, b, shared) = (a + 1, b + 1, shared + 1)
      } else if pieces[a] < other.pieces[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return Double(2 * shared) / Double(pieces.count + other.pieces.count)
  }
}

/// Which sentences became which, in their order, so that all in all they are most alike.
private struct SentencePairs {
  /// Sentences that are less alike are others.
  private static let leastLikeness = 0.34

  private let left: [SentenceShape]
  private let right: [SentenceShape]

  init(_ left: [SentenceShape], _ right: [SentenceShape]) {
    self.left = left
    self.right = right
  }

  func best() -> [(Int, Int)] {
    let width = right.count + 1
    var sums = [Double](repeating: 0, count: (left.count + 1) * width)
    var isPair = [Bool](repeating: false, count: sums.count)
    for a in left.indices.reversed() {
      for b in right.indices.reversed() {
        let likeness = left[a].likeness(to: right[b])
        let paired = likeness < Self.leastLikeness ? -1 : likeness + sums[(a + 1) * width + b + 1]
        let apart = max(sums[(a + 1) * width + b], sums[a * width + b + 1])
        isPair[a * width + b] = paired > apart
        sums[a * width + b] = max(paired, apart)
      }
    }
    var (a, b, pairs) = (0, 0, [(Int, Int)]())
    while a < left.count, b < right.count {
      if isPair[a * width + b] {
        pairs.append((a, b))
        (a, b) = (a + 1, b + 1)
      } else if sums[(a + 1) * width + b] >= sums[a * width + b + 1] {
        a += 1
      } else {
        b += 1
      }
    }
    return pairs
  }
}
