/// What a Chinese word is, as far as keywords care. The order is that of `Scripts/make-dictionary`.
enum WordClass: UInt8, Sendable {
  /// Particles, numerals, adverbs, words of time: never a keyword.
  case none
  case noun
  case place
  case person
  case verb
  /// A verb that stands as a noun: 投资, 合作.
  case action
  /// Adjectives, sayings, and what stands before nouns.
  case quality
}

/// The words of Chinese with their frequencies, by the numbers of their characters.
///
/// Some 260,000 words of two to five characters, unpacked once from `DictionaryFacts`: 5 MB, some 10 ms. Frequencies and classes are
/// those of jieba's dictionary.
struct WordDictionary: Sendable {
  static let shared = WordDictionary(
    characters: DictionaryFacts.characters, entries: DictionaryFacts.entries)

  static let longestWord = 5
  /// Twice the natural logarithm of all frequencies together: what a word's level is taken from, to be a probability.
  static let levelOfAll = 36

  private static let base: UInt64 = 7000
  private static let firstIdeograph: UInt32 = 0x4E00
  private static let ideographs = 0x9FFF - 0x4E00 + 1

  /// By ideograph, from U+4E00: its number from 1, or 0 where no word has it.
  private var numbers = [UInt16](repeating: 0, count: Self.ideographs)
  /// By number, what the character is as a word.
  private var singles: [Entry] = [Entry(level: 0, kind: .none)]
  /// By key, what a word is, and in a key of two characters how long words are that begin so.
  private var words = NumberMap(capacity: 380_000)

  /// A word's frequency and class.
  struct Entry: Sendable {
    /// Twice the natural logarithm of the frequency, at most 28.
    var level: UInt8
    var kind: WordClass
  }

  /// The number of an ideograph for keys, or 0.
  @inline(__always)
  func number(of scalar: UInt32) -> UInt16 {
    scalar >= Self.firstIdeograph && scalar < Self.firstIdeograph + UInt32(Self.ideographs)
      ? numbers[Int(scalar - Self.firstIdeograph)] : 0
  }

  /// The key of a word and one more character. A word of five characters fits into 64 bits.
  @inline(__always)
  static func key(_ beginning: UInt64, _ number: UInt16) -> UInt64 { beginning &* base &+ UInt64(number) }

  func single(_ number: UInt16) -> Entry { singles[Int(number)] }

  /// The word with this key, and for a key of two characters the length of the longest word that begins so.
  @inline(__always)
  func lookUp(_ key: UInt64) -> (entry: Entry?, longest: Int)? {
    words.value(of: key).map { value in
      let kind = WordClass(rawValue: UInt8(truncatingIfNeeded: value >> 5) & 7) ?? .none
      let entry = Entry(level: UInt8(truncatingIfNeeded: value) & 31, kind: kind)
      return (value & Self.wordFlag != 0 ? entry : nil, Int(value >> 8 & 7))
    }
  }
}

// MARK: - Unpacking

extension WordDictionary {
  private static let wordFlag: UInt32 = 1 << 11

  private init(characters: StaticString, entries: StaticString) {
    var number: UInt16 = 0
    characters.withUTF8Buffer { bytes in
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        number += 1
        numbers[Int(scalar.value - Self.firstIdeograph)] = number
      }
    }
    entries.withUTF8Buffer { bytes in
      var reader = PackedEntries(bytes: bytes)
      for first in 1...max(1, number) { readBlock(of: first, &reader) }
    }
  }

  /// All words that begin with one character.
  private mutating func readBlock(of first: UInt16, _ reader: inout PackedEntries) {
    let level = reader.next()
    singles.append(Entry(level: UInt8(level), kind: WordClass(rawValue: UInt8(reader.next())) ?? .none))
    // The keys of the first two and three characters of the word before, of which at most so many are shared.
    var (two, three, count) = (UInt64(0), UInt64(0), 1)
    var (beginning, longest) = (UInt64(0), UInt32(0))
    while let level = reader.nextInBlock() {
      let form = reader.next()
      let (kind, own, shared) = (form / 12, form / 3 % 4 + 1, min(form % 3, count - 1))
      var key = shared == 0 ? UInt64(first) : shared == 1 ? two : three
      count = 1 + shared
      for _ in 0..<own {
        let high = reader.next()
        key = Self.key(key, UInt16(high * PackedEntries.signs + reader.next() + 1))
        count += 1
        if count == 2 { two = key } else if count == 3 { three = key }
      }
      words.update(key) { $0 |= UInt32(level) | UInt32(kind) << 5 | Self.wordFlag }
      // Words with the same beginning stand together.
      if two != beginning { (beginning, longest) = (two, 0) }
      guard count > longest else { continue }
      longest = UInt32(count)
      words.update(beginning) { $0 = $0 & ~(7 << 8) | max($0 >> 8 & 7, longest) << 8 }
    }
  }
}

/// The numbers behind the signs of `DictionaryFacts.entries`.
private struct PackedEntries {
  static let signs = 92

  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next number; nil at the end of a block, which is passed.
  mutating func nextInBlock() -> Int? {
    guard index < bytes.count else { return nil }
    guard bytes[index] != UInt8(ascii: " ") else {
      index += 1
      return nil
    }
    return next()
  }

  mutating func next() -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    index += 1
    // The printable characters without the quotation mark and the backslash.
    switch byte {
    case 0x21: return 0
    case 0x23..<0x5C: return Int(byte) - 0x22
    case 0x5D..<0x7F: return Int(byte) - 0x23
    default: return 0
    }
  }
}
