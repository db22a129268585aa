/// How much of what a text keeps speaking of, and of its first sentence, lies in any piece of it.
///
/// Pairs of neighbouring characters stand for words: no dictionary is needed, and sums from the beginning answer for every piece in
/// constant time. Linear in the text.
struct SummaryTerms: Sendable {
  /// A pair that comes often counts no more than so many times.
  private static let mostRepeats: UInt32 = 3

  /// What was counted up to a byte.
  private struct Sums {
    var repeats: Int32 = 0
    var shared: Int32 = 0
    var characters: Int32 = 0
  }

  private let start: Int
  /// By byte.
  private let sums: [Sums]

  init(_ bytes: [UInt8], _ range: Range<Int>, firstSentence: Range<Int>) {
    start = range.lowerBound
    var pairs = CharacterPair.all(of: bytes, range)
    let counts = Self.count(&pairs, firstSentence)
    sums = [Sums](unsafeUninitializedCapacity: range.count + 1) { sums, count in
      var (index, sum) = (0, Sums())
      for pair in pairs {
        while index <= pair.place &- range.lowerBound {
          sums[index] = sum
          index &+= 1
        }
        sum.characters &+= 1
        guard pair.key != 0 else { continue }
        let found = counts.value(at: Int(truncatingIfNeeded: pair.key) &- 1)
        sum.repeats &+= Int32(min(found >> 1 - 1, Self.mostRepeats))
        sum.shared &+= Int32(found & 1)
      }
      while index <= range.count {
        sums[index] = sum
        index &+= 1
      }
      count = range.count + 1
    }
  }

  /// By pair, twice how often it stands there, and one more where it stands in the first sentence. The key of each pair becomes its place
  /// there from 1: so it is looked for once.
  private static func count(_ pairs: inout [CharacterPair], _ firstSentence: Range<Int>) -> NumberMap {
    var counts = NumberMap(capacity: pairs.count + 1)
    pairs.withUnsafeMutableBufferPointer { pairs in
      for index in pairs.indices where pairs[index].key != 0 {
        let isInFirst: UInt32 = firstSentence.contains(pairs[index].place) ? 1 : 0
        pairs[index].key = UInt64(counts.update(pairs[index].key) { $0 = ($0 &+ 2) | isInFirst } &+ 1)
      }
    }
    return counts
  }

  /// Letters, digits and ideographs.
  func characters(in range: Range<Int>) -> Int { difference(\.characters, range) }

  /// How often its pairs come again elsewhere.
  func repeats(in range: Range<Int>) -> Int { difference(\.repeats, range) }

  /// How many of its pairs stand in the first sentence.
  func shared(in range: Range<Int>) -> Int { difference(\.shared, range) }

  @inline(__always)
  private func difference(_ sum: (Sums) -> Int32, _ range: Range<Int>) -> Int {
    Int(sum(sums[range.upperBound - start]) - sum(sums[range.lowerBound - start]))
  }
}

/// A character with the one before it.
private struct CharacterPair {
  var place: Int
  /// 0 where no character stands right before it.
  var key: UInt64

  /// All pairs of a range of a folded text, one for each letter, digit and ideograph.
  static func all(of bytes: [UInt8], _ range: Range<Int>) -> [CharacterPair] {
    [CharacterPair](unsafeUninitializedCapacity: range.count) { pairs, count in
      forEach(of: bytes, range) { pair in
        pairs[count] = pair
        count &+= 1
        return true
      }
    }
  }

  /// Calls `body` with each pair until it gives false.
  @inline(__always)
  static func forEach(of bytes: [UInt8], _ range: Range<Int>, _ body: (CharacterPair) -> Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var (index, last) = (range.lowerBound, UInt64(0))
      while index < range.upperBound {
        let byte = bytes[index]
        var character = UInt64(0)
        var length = 1
        if byte.beginsIdeograph, index &+ 3 <= range.upperBound {
          character = UInt64(byte) << 16 | UInt64(bytes[index &+ 1]) << 8 | UInt64(bytes[index &+ 2])
          length = 3
        } else if byte.isWordByte {
          character = UInt64(byte)
        }
        if character != 0, !body(CharacterPair(place: index, key: last == 0 ? 0 : last << 24 | character)) { return }
        last = character
        index &+= length
      }
    }
  }
}

/// The pairs of characters of a title, to tell what only repeats it.
struct TitleTerms: Sendable {
  /// What has so large a share of the title's pairs, and little else, repeats it.
  private static let repeatedShare = 0.7
  private static let otherShare = 1.6

  private var keys = NumberMap(capacity: 64)

  init(_ text: AnalysedText) {
    var keys = keys
    CharacterPair.forEach(of: text.bytes, text.title) { pair in
      if pair.key != 0 { keys[pair.key] = 1 }
      return true
    }
    self.keys = keys
  }

  func isRepeated(by range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard keys.count > 0, range.count < 400 else { return false }
    let all = Double(keys.count)
    var (count, shared) = (0, 0)
    CharacterPair.forEach(of: bytes, range) { pair in
      count &+= 1
      if pair.key != 0, keys.value(of: pair.key) != nil { shared &+= 1 }
      // What has so much else repeats nothing, whatever follows.
      return Double(count) <= all * Self.otherShare
    }
    return Double(shared) >= all * Self.repeatedShare && Double(count) <= all * Self.otherShare
  }
}
