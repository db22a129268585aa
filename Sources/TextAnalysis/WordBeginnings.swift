/// With what words begin: a set of hashes that may hold more than was put in, but never less (Bloom, 1970, with one bit).
///
/// Most places of a text are done with after one look here, which stays in the processor's nearest cache. What counts of a Chinese word
/// are two characters, of one that begins with a letter or digit of ASCII all letters and digits up to the first other sign.
struct WordBeginnings: Sendable {
  private static let largest: UInt64 = 19

  private var bits: [UInt64]
  private let shift: UInt64
  /// By the last twelve bits of a character that is not ASCII, a bit where it is a word; empty where none is.
  private var singles: [UInt64] = []
  /// How many letters of a word that may go on count; 0 where there is none.
  private var stemLength = 0
  /// By sign of ASCII that is no letter or digit, a bit where a word begins with it.
  private var signs: (UInt64, UInt64) = (0, 0)

  /// - Parameter words: about how many there will be.
  init(capacity words: Int) {
    var size: UInt64 = 12
    while size < Self.largest, 1 << size < words * 8 { size += 1 }
    bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
    shift = 64 - size
  }

  /// How many words it tells from others; with many more it tells little. The largest one takes any number.
  var capacity: Int { 64 - shift >= Self.largest ? .max : bits.count * 8 }

  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, isStem: Bool) {
    guard word[0].isWordByte else {
      if word[0] < 64 { signs.0 |= 1 << UInt64(word[0]) } else if word[0] < 128 { signs.1 |= 1 << UInt64(word[0] - 64) }
      let (first, end) = word.scalarOfWord(at: 0)
      if end == word.count {
        if singles.isEmpty { singles = [UInt64](repeating: 0, count: 64) }
        singles[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
      }
      return note(WordKeys.characters(word, 0))
    }
    let (end, key) = WordKeys.letters(word, 0, word.count)
    guard isStem, end == word.count else { return note(key) }
    // A stem of one letter must be looked up for every word with that letter, and so on: the shortest one tells how many count.
    let length = min(end, 3)
    if stemLength == 0 || length < stemLength { stemLength = length }
    for count in 1...length { note(WordKeys.letters(word, 0, count).key | WordKeys.stem) }
  }

  private mutating func note(_ key: UInt64) {
    let hash = WordKeys.hash(key, shift)
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
  }
}

extension WordBeginnings {
  /// Whether a word may begin with the letters and digits from `index` on, of which there is one at least; and where they end.
  @inline(__always)
  func mayHoldLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> (end: Int, mayHold: Bool) {
    let (end, key) = WordKeys.letters(bytes, index, limit)
    if holds(key) { return (end, true) }
    guard stemLength > 0 else { return (end, false) }
    return (end, holds(WordKeys.letters(bytes, index, min(limit, index &+ stemLength)).key | WordKeys.stem))
  }

  /// Whether a word may begin with the character at `index`, which is no letter or digit of ASCII.
  @inline(__always)
  func mayHoldCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let first = bytes[index]
    if first < 0x80, (first < 64 ? signs.0 : signs.1) & 1 << UInt64(first & 63) == 0 { return false }
    return holds(WordKeys.characters(bytes, index)) || holdsSingle(bytes.scalarOfWord(at: index).value)
  }

  /// The first place from `index` on that is no ideograph, or where a word may begin: most places of a Chinese text are passed here.
  @inline(__always)
  func passIdeographs(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int, before limit: Int) -> Int {
    guard let start = bytes.baseAddress else { return index }
    let end = min(limit, bytes.count &- 7)
    var index = index
    return bits.withUnsafeBufferPointer { bits in
      while index < end {
        let eight = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
        // A character of three bytes, and behind it one of three or four, or of ASCII.
        guard eight & 0xF0 == 0xE0, let key = WordKeys.characters(eight) else { break }
        let hash = WordKeys.hash(key, shift)
        if bits[hash >> 6] & 1 << UInt64(hash & 63) != 0 { break }
        if !singles.isEmpty, holdsSingle(UInt32(truncatingIfNeeded: eight >> 2 & 0xFC0 | eight >> 16 & 0x3F)) { break }
        index &+= 3
      }
      return index
    }
  }

  /// Whether the character, of which the last twelve bits are enough, may be a word.
  @inline(__always)
  private func holdsSingle(_ character: UInt32) -> Bool {
    singles.withUnsafeBufferPointer { singles in
      !singles.isEmpty && singles[Int(character >> 6 & 63)] & 1 << UInt64(character & 63) != 0
    }
  }

  @inline(__always)
  private func holds(_ key: UInt64) -> Bool {
    let hash = WordKeys.hash(key, shift)
    // A hash has as many bits as the set has places.
    return bits.withUnsafeBufferPointer { $0[hash >> 6] } & 1 << UInt64(hash & 63) != 0
  }
}

// MARK: - Keys

/// What counts of the beginning of a word, as a number.
private enum WordKeys {
  private static let pair: UInt64 = 1 << 62
  static let stem: UInt64 = 1 << 63
  private static let sixBytes: UInt64 = 1 << 48 - 1
  private static let fourBytes: UInt64 = 1 << 32 - 1

  /// Fibonacci hashing, as in the trie.
  @inline(__always)
  static func hash(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The letters and digits up to the first other sign: the last seven of them, with the length.
  @inline(__always)
  static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> (end: Int, key: UInt64) {
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
  static func characters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    // A character of three bytes and another one, or one of ASCII, as nearly all are, need not be read.
    if index &+ 8 <= bytes.count, bytes[index] & 0xF0 == 0xE0, let start = bytes.baseAddress {
      let eight = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
      if let key = characters(eight) { return key }
    }
    return rareCharacters(bytes, index)
  }

  /// The key of a character of three bytes and another one; nil where that has two bytes.
  @inline(__always)
  static func characters(_ eight: UInt64) -> UInt64? {
    if eight & 0xE000_0000 == 0xE000_0000 { return eight & sixBytes }
    return eight & 0x8000_0000 == 0 ? eight & fourBytes : nil
  }

  private static func rareCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    if bytes[index] & 0xF0 == 0xE0, index + 4 <= bytes.count {
      let length = bytes[index + 3] < 0x80 ? 4 : bytes[index + 3] >= 0xE0 && index + 6 <= bytes.count ? 6 : 0
      if length > 0 { return (0..<length).reduce(0) { $0 | UInt64(bytes[index + $1]) << UInt64(8 * $1) } }
    }
    let (first, end) = bytes.scalarOfWord(at: index)
    guard end < bytes.count else { return single(first) }
    return UInt64(first) << 21 | UInt64(bytes.scalarOfWord(at: end).value) | pair
  }

  @inline(__always)
  static func single(_ character: UInt32) -> UInt64 { UInt64(character) << 21 | pair }
}
