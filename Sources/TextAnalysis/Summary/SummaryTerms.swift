/// How much of what a text keeps speaking of, and of its first sentence, lies in any piece of it.
///
/// Pairs of neighbouring characters stand for words: no dictionary is needed, and sums from the beginning answer for every piece in
/// constant time. Linear in the text.
struct SummaryTerms: Sendable {
  /// A pair that comes often counts no more than so many times.
  private static let mostRepeats: UInt32 = 3

  private let start: Int
  /// Sums up to each byte.
  private var repeats: [Int32]
  private var shared: [Int32]
  private var characters: [Int32]

  init(_ bytes: [UInt8], _ range: Range<Int>, firstSentence: Range<Int>) {
    start = range.lowerBound
    repeats = [Int32](repeating: 0, count: range.count + 1)
    (shared, characters) = (repeats, repeats)
    let pairs = Self.pairs(bytes, range)
    var counts = NumberMap(capacity: pairs.count + 1)
    for pair in pairs where pair.key != 0 { counts[pair.key] += 1 }
    var inFirst = NumberMap(capacity: 256)
    for pair in pairs where pair.key != 0 && firstSentence.contains(pair.place) { inFirst[pair.key] = 1 }
    var (next, sums) = (0, (repeats: Int32(0), shared: Int32(0), characters: Int32(0)))
    for place in range {
      let index = place - start
      (repeats[index], shared[index], characters[index]) = sums
      guard next < pairs.count, pairs[next].place == place else { continue }
      let key = pairs[next].key
      next += 1
      sums.characters += 1
      guard key != 0 else { continue }
      sums.repeats += Int32(min(counts[key] - 1, Self.mostRepeats))
      sums.shared += Int32(inFirst[key])
    }
    (repeats[range.count], shared[range.count], characters[range.count]) = sums
  }

  /// Letters, digits and ideographs.
  func characters(in range: Range<Int>) -> Int { difference(characters, range) }

  /// How often its pairs come again elsewhere.
  func repeats(in range: Range<Int>) -> Int { difference(repeats, range) }

  /// How many of its pairs stand in the first sentence.
  func shared(in range: Range<Int>) -> Int { difference(shared, range) }

  private func difference(_ sums: [Int32], _ range: Range<Int>) -> Int {
    Int(sums[range.upperBound - start] - sums[range.lowerBound - start])
  }

  /// Each character with the pair that it ends; the key is 0 where no character stands right before it.
  fileprivate static func pairs(_ bytes: [UInt8], _ range: Range<Int>) -> [(place: Int, key: UInt64)] {
    var pairs: [(Int, UInt64)] = []
    pairs.reserveCapacity(range.count / 2)
    var (index, last) = (range.lowerBound, UInt64(0))
    while index < range.upperBound {
      let byte = bytes[index]
      var character = UInt64(0)
      var length = 1
      if (0xE4...0xE9).contains(byte), index + 3 <= range.upperBound {
        character = UInt64(byte) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
        length = 3
      } else if byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
        character = UInt64(byte)
      }
      if character != 0 { pairs.append((index, last == 0 ? 0 : last << 24 | character)) }
      last = character
      index += length
    }
    return pairs
  }
}

/// The pairs of characters of a title, to tell what only repeats it.
struct TitleTerms: Sendable {
  /// What has so large a share of the title's pairs, and little else, repeats it.
  private static let repeatedShare = 0.7
  private static let otherShare = 1.6

  private var keys = NumberMap(capacity: 64)

  init(_ text: AnalysedText) {
    for pair in SummaryTerms.pairs(text.bytes, text.title) where pair.key != 0 { keys[pair.key] = 1 }
  }

  func isRepeated(by range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard keys.count > 0, range.count < 400 else { return false }
    let pairs = SummaryTerms.pairs(bytes, range)
    let shared = pairs.count { $0.key != 0 && keys[$0.key] != 0 }
    let all = Double(keys.count)
    return Double(shared) >= all * Self.repeatedShare && Double(pairs.count) <= all * Self.otherShare
  }
}
