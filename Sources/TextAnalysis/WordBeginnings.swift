/// With what words begin: a set of hashes that may hold more than was put in, but never less (Bloom, 1970, with one bit).
///
/// Most places of a text are done with after one look here, which stays in the processor's nearest cache. What counts of a Chinese word
/// are two characters, of one that begins with a letter or digit of ASCII all letters and digits up to the first other sign.
struct WordBeginnings: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64
  /// Whether there is a word of one character that is not ASCII.
  private var hasSingles = false
  /// How many letters of a word that may go on count; 0 where there is none.
  private var stemLength = 0

  /// - Parameter words: about how many there will be.
  init(capacity words: Int) {
    var size: UInt64 = 12
    while size < 19, 1 << size < words * 8 { size += 1 }
    bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
    shift = 64 - size
  }

  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, isStem: Bool) {
    guard word[0].isWordByte else {
      if word.scalarOfWord(at: 0).end == word.count { hasSingles = true }
      return note(characters(word, 0))
    }
    let (end, key) = letters(word, 0, word.count)
    guard isStem, end == word.count else { return note(key) }
    // A stem of one letter must be looked up for every word with that letter, and so on: the shortest one tells how many count.
    let length = min(end, 3)
    if stemLength == 0 || length < stemLength { stemLength = length }
    for count in 1...length { note(letters(word, 0, count).key | Self.stem) }
  }

  private mutating func note(_ key: UInt64) {
    let hash = hash(key)
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// Whether a word may begin with the letters and digits from `index` on, of which there is one at least; and where they end.
  @inline(__always)
  func mayHoldLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> (end: Int, mayHold: Bool) {
    let (end, key) = letters(bytes, index, limit)
    if holds(key) { return (end, true) }
    guard stemLength > 0 else { return (end, false) }
    return (end, holds(letters(bytes, index, min(limit, index + stemLength)).key | Self.stem))
  }

  /// Whether a word may begin with the character at `index`, which is no letter or digit of ASCII.
  @inline(__always)
  func mayHoldCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    holds(characters(bytes, index)) || hasSingles && holds(single(bytes.scalarOfWord(at: index).value))
  }

  @inline(__always)
  private func holds(_ key: UInt64) -> Bool {
    let hash = hash(key)
    return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0
  }

  /// Fibonacci hashing, as in the trie.
  @inline(__always)
  private func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}

// MARK: - Keys

extension WordBeginnings {
  private static let pair: UInt64 = 1 << 62
  private static let stem: UInt64 = 1 << 63

  /// The letters and digits up to the first other sign: the last seven of them, with the length.
  @inline(__always)
  private func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> (end: Int, key: UInt64) {
    var key: UInt64 = 0
    var end = index
    while end < limit, bytes[end].isWordByte {
      key = key << 8 | UInt64(bytes[end])
      end += 1
    }
    return (end, key & (1 << 56 - 1) | UInt64(truncatingIfNeeded: end &- index) & 31 << 56)
  }

  /// Two characters; one where the other is missing.
  @inline(__always)
  private func characters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    // Two characters of three bytes, as nearly all are, need not be read.
    if index + 8 <= bytes.count, bytes[index] & bytes[index + 3] >= 0xE0, let start = bytes.baseAddress {
      let eight = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
      return eight & (1 << 48 - 1)
    }
    return rareCharacters(bytes, index)
  }

  private func rareCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    if bytes[index] >= 0xE0, index + 6 <= bytes.count, bytes[index + 3] >= 0xE0 {
      return (0..<6).reduce(0) { $0 | UInt64(bytes[index + $1]) << UInt64(8 * $1) }
    }
    let (first, end) = bytes.scalarOfWord(at: index)
    guard end < bytes.count else { return single(first) }
    return UInt64(first) << 21 | UInt64(bytes.scalarOfWord(at: end).value) | Self.pair
  }

  @inline(__always)
  private func single(_ character: UInt32) -> UInt64 { UInt64(character) << 21 | Self.pair }
}
