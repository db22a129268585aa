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
/// Some 260,000 words of two to five characters, unpacked once from `DictionaryFacts`. Frequencies and classes are those of jieba's
/// dictionary. Nearly all looks are for two characters: those stand in a table of each first character, a megabyte together, which stays
/// in the processor's second cache. Longer words are looked up only where two characters begin one.
///
/// Lives as long as the program, in plain memory: an array would be retained and released for every text.
struct WordDictionary {
  // Safe because the memory is written before anyone sees the pointers, and never again.
  nonisolated(unsafe) static let shared = WordDictionary(
    characters: DictionaryFacts.characters, entries: DictionaryFacts.entries)

  static let longestWord = 5
  /// Twice the natural logarithm of all frequencies together: what a word's level is taken from, to be a probability.
  static let levelOfAll = 36

  private static let base: UInt64 = 7000
  /// The first character of those whose first byte is one of an ideograph.
  private static let firstCharacter = 0x4000
  private static let characters = 0x6000

  /// By character, from U+4000: its number from 1, or 0 where no word has it.
  private let numbers: UnsafePointer<UInt16>
  /// By number, what the character is as a word.
  private let singles: UnsafePointer<Entry>
  /// By number, where the table of the words stands that begin with the character.
  private let tables: UnsafePointer<Table>
  /// The tables, with open addressing. 0 is an empty slot.
  private let pairs: UnsafePointer<UInt32>
  /// By key, the words of three characters and more.
  private let longWords: NumberMap

  /// A word's frequency and class.
  struct Entry: Sendable {
    private let bits: UInt8

    init(level: Int, kind: Int) { bits = UInt8(truncatingIfNeeded: level & 31 | kind << 5) }
    fileprivate init(bits: UInt8) { self.bits = bits }

    fileprivate var value: UInt32 { UInt32(bits) }
    /// Twice the natural logarithm of the frequency, at most 28.
    var level: UInt8 { bits & 31 }
    var kind: WordClass { WordClass(rawValue: bits >> 5) ?? .none }
  }

  /// Where the second characters of one first character stand; the size is a power of two.
  private struct Table {
    var start: UInt32 = 0
    var mask: UInt32 = 0
  }

  /// What two characters are: the number of the second one, a word perhaps, and the beginning of longer ones.
  struct Pair {
    fileprivate private(set) var bits: UInt32

    private static let wordFlag: UInt32 = 1 << 8
    private static let longestShift: UInt32 = 9
    private static let thirdShift: UInt32 = 11
    fileprivate static let secondShift: UInt32 = 19

    fileprivate init(bits: UInt32) { self.bits = bits }
    fileprivate init(second: UInt32) { bits = second << Self.secondShift }

    fileprivate var second: UInt32 { bits >> Self.secondShift }
    @inline(__always)
    var entry: Entry? { bits & Self.wordFlag != 0 ? Entry(bits: UInt8(truncatingIfNeeded: bits)) : nil }
    /// The characters of the longest word that begins so.
    var longest: Int { Int(bits >> Self.longestShift & 3) + 2 }

    /// Whether a longer word may go on with this character; most that do not are known at once.
    @inline(__always)
    func mayGoOn(with third: UInt16) -> Bool { bits >> (Self.thirdShift &+ UInt32(third & 7)) & 1 != 0 }

    fileprivate mutating func note(_ entry: Entry) { bits |= Self.wordFlag | entry.value }

    fileprivate mutating func noteLonger(_ length: Int, third: UInt32) {
      if length > longest { bits = bits & ~(3 << Self.longestShift) | UInt32(length - 2) << Self.longestShift }
      bits |= 1 << (Self.thirdShift + (third & 7))
    }
  }

  /// The number of an ideograph for keys, or 0. Its first byte must be one of an ideograph.
  @inline(__always)
  func number(of first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    numbers[Int(first & 0x0F) &<< 12 | Int(second & 0x3F) &<< 6 | Int(third & 0x3F) &- Self.firstCharacter]
  }

  /// The key of a word and one more character. A word of five characters fits into 64 bits.
  @inline(__always)
  static func key(_ beginning: UInt64, _ number: UInt16) -> UInt64 { beginning &* base &+ UInt64(number) }

  @inline(__always)
  func single(_ number: UInt16) -> Entry { singles[Int(number)] }

  /// What two characters are together; nil where no word begins with them.
  @inline(__always)
  func pair(_ first: UInt16, _ second: UInt16) -> Pair? {
    let table = tables[Int(first)]
    let slots = pairs + Int(table.start)
    var index = Self.slot(of: UInt32(second)) & table.mask
    while true {
      let pair = Pair(bits: slots[Int(index)])
      if pair.bits == 0 { return nil }
      if pair.second == UInt32(second) { return pair }
      index = (index &+ 1) & table.mask
    }
  }

  /// The word of three characters or more with this key.
  @inline(__always)
  func longWord(_ key: UInt64) -> Entry? {
    longWords.value(of: key).map { Entry(bits: UInt8(truncatingIfNeeded: $0)) }
  }

  /// Fibonacci hashing, as in `NumberMap`.
  @inline(__always)
  private static func slot(of second: UInt32) -> UInt32 { (second &* 0x9e37_79b9) >> 16 }
}

// MARK: - Unpacking

extension WordDictionary {
  private init(characters: StaticString, entries: StaticString) {
    var builder = Builder()
    characters.withUTF8Buffer { builder.addCharacters($0) }
    entries.withUTF8Buffer { builder.addEntries(PackedEntries(bytes: $0)) }
    numbers = Self.lasting(builder.numbers)
    singles = Self.lasting(builder.singles)
    tables = Self.lasting(builder.tables)
    pairs = Self.lasting(builder.pairs)
    longWords = builder.longWords
  }

  /// A copy that is never given back.
  private static func lasting<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    elements.withUnsafeBufferPointer { elements in
      if let start = elements.baseAddress { copy.initialize(from: start, count: elements.count) }
    }
    return UnsafePointer(copy)
  }

  private struct Builder {
    var numbers = [UInt16](repeating: 0, count: WordDictionary.characters)
    var singles = [Entry(level: 0, kind: 0)]
    var tables = [Table()]
    /// The first slot is the table of characters with which no word begins.
    var pairs: [UInt32] = [0]
    var longWords = NumberMap(capacity: 140_000)
    /// The pairs of one first character.
    private var block: [Pair] = []

    mutating func addCharacters(_ bytes: UnsafeBufferPointer<UInt8>) {
      var number: UInt16 = 0
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        number += 1
        numbers[Int(scalar.value) - WordDictionary.firstCharacter] = number
      }
      singles.reserveCapacity(Int(number) + 1)
      tables.reserveCapacity(Int(number) + 1)
    }

    mutating func addEntries(_ entries: PackedEntries) {
      var reader = entries
      pairs.reserveCapacity(300_000)
      while !reader.isAtEnd { readBlock(&reader) }
    }

    /// All words that begin with one character.
    private mutating func readBlock(_ reader: inout PackedEntries) {
      let first = UInt64(singles.count)
      let level = reader.next()
      singles.append(Entry(level: level, kind: reader.next()))
      block.removeAll(keepingCapacity: true)
      // The second and third character of the word before, the keys of the first two and three, of which at most so many are shared.
      var (second, third, two, three, count) = (UInt32(0), UInt32(0), UInt64(0), UInt64(0), 1)
      var pair = Pair(bits: 0)
      while let level = reader.nextInBlock() {
        let form = reader.next()
        let (kind, own, shared) = (form / 12, form / 3 % 4 + 1, min(form % 3, count - 1))
        var key = shared == 0 ? first : shared == 1 ? two : three
        count = 1 + shared
        for _ in 0..<own {
          let high = reader.next()
          let number = UInt16(high * PackedEntries.signs + reader.next() + 1)
          key = WordDictionary.key(key, number)
          count += 1
          if count == 2 { (two, second) = (key, UInt32(number)) }
          if count == 3 { (three, third) = (key, UInt32(number)) }
        }
        // Words with the same beginning stand together.
        if pair.second != second {
          if pair.bits != 0 { block.append(pair) }
          pair = Pair(second: second)
        }
        let entry = Entry(level: level, kind: kind)
        if count == 2 {
          pair.note(entry)
        } else {
          pair.noteLonger(count, third: third)
          longWords.update(key) { $0 = entry.value }
        }
      }
      if pair.bits != 0 { block.append(pair) }
      addTable()
    }

    private mutating func addTable() {
      guard !block.isEmpty else { return tables.append(Table()) }
      var size = 2
      while size * 2 < block.count * 3 { size *= 2 }
      let table = Table(start: UInt32(pairs.count), mask: UInt32(size - 1))
      tables.append(table)
      pairs.append(contentsOf: repeatElement(0, count: size))
      for pair in block {
        var index = WordDictionary.slot(of: pair.second) & table.mask
        while pairs[Int(table.start + index)] != 0 { index = (index + 1) & table.mask }
        pairs[Int(table.start + index)] = pair.bits
      }
    }
  }
}

/// The numbers behind the signs of `DictionaryFacts.entries`.
private struct PackedEntries {
  static let signs = 92

  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  /// The next number; nil at the end of a block, which is passed.
  mutating func nextInBlock() -> Int? {
    guard index < bytes.count else { return nil }
    guard bytes[index] != UInt8(ascii: " ") else {
      index += 1
      return nil
    }
    return next()
  }

  @inline(__always)
  mutating func next() -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    index += 1
    // The printable characters without the quotation mark and the backslash.
    return max(0, Int(byte) - 0x21 - (byte > 0x22 ? 1 : 0) - (byte > 0x5C ? 1 : 0))
  }
}
