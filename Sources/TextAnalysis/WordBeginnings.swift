/// With what words begin: a set of hashes that may hold more than was put in, but never less (Bloom, 1970, with one bit).
///
/// Most places of a text are done with after one look here, which stays in the processor's nearest cache. What counts of a Chinese word
/// are two characters, of others four letters or digits of ASCII, or fewer where a shorter word ends.
struct WordBeginnings: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64
  /// The first characters below 128 with which anything may begin, for words that are shorter and may go on.
  private var freeLetters: (UInt64, UInt64) = (0, 0)
  /// Whether there is a word of one Chinese character.
  private var hasSingles = false

  /// - Parameter words: about how many there will be.
  init(capacity words: Int) {
    var size: UInt64 = 12
    while size < 19, 1 << size < words * 8 { size += 1 }
    bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
    shift = 64 - size
  }

  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, mayGoOn: Bool) {
    let hash = hash(word, 0)
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
    if word[0] < 0x80 {
      guard mayGoOn, word.count < 4 else { return }
      if word[0] < 64 { freeLetters.0 |= 1 << UInt64(word[0]) } else { freeLetters.1 |= 1 << UInt64(word[0] - 64) }
    } else if word.scalarOfWord(at: 0).end == word.count {
      hasSingles = true
    }
  }

  /// Whether a word may begin at `index`.
  @inline(__always)
  func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if holds(hash(bytes, index)) { return true }
    let first = bytes[index]
    if first < 0x80 {
      return (first < 64 ? freeLetters.0 >> UInt64(first) : freeLetters.1 >> UInt64(first - 64)) & 1 != 0
    }
    return hasSingles && holds(hash(UInt64(bytes.scalarOfWord(at: index).value) << 21 | Self.pair))
  }

  @inline(__always)
  private func holds(_ hash: Int) -> Bool { bits[hash >> 6] & 1 << UInt64(hash & 63) != 0 }

  @inline(__always)
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return hash(UInt64(letters(bytes, index)) | Self.lettersOnly) }
    // Two characters of three bytes, as nearly all are, need not be read.
    if index + 8 <= bytes.count, first & bytes[index + 3] >= 0xE0, let start = bytes.baseAddress {
      let eight = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
      return hash(eight & (1 << 48 - 1))
    }
    return hash(pair(bytes, index))
  }

  private func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    let (first, end) = bytes.scalarOfWord(at: index)
    if bytes[index] >= 0xE0, index + 6 <= bytes.count, bytes[index + 3] >= 0xE0 {
      return (0..<6).reduce(0) { $0 | UInt64(bytes[index + $1]) << UInt64(8 * $1) }
    }
    let second = end < bytes.count ? bytes.scalarOfWord(at: end).value : 0
    return UInt64(first) << 21 | UInt64(second) | Self.pair
  }

  private static let pair: UInt64 = 1 << 62
  private static let lettersOnly: UInt64 = 1 << 63

  /// The first byte and up to three letters or digits behind it, in the bytes of a number.
  @inline(__always)
  private func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    var letters = UInt32(bytes[index])
    var next = index + 1
    var shift: UInt32 = 8
    while shift < 32, next < bytes.count, bytes[next].isWordByte {
      letters |= UInt32(bytes[next]) << shift
      next += 1
      shift += 8
    }
    return letters
  }

  @inline(__always)
  private func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
