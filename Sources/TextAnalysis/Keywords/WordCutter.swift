import TextBasics

/// A word where it stands in a folded text.
struct TextWord: Sendable {
  var range: Range<Int>
  /// The same for the same word; of an English one, for its forms.
  var key: UInt64
  /// Twice the natural logarithm of the word's frequency.
  var level: UInt8
  var kind: WordClass
  /// The characters of a Chinese word, 0 for one of letters.
  var characters: Int
}

/// Cuts a folded text into words.
///
/// A run of ideographs is cut where the product of the words' probabilities is largest (dynamic programming over a dictionary, as in
/// jieba); a run of letters and digits is one word. Linear in the text. All else parts words.
struct WordCutter {
  private let dictionary = WordDictionary.shared
  private var numbers: [UInt16] = []
  /// For each place of a run, and the one behind it.
  private var cuts: [Cut] = []
  private(set) var words: [TextWord] = []

  /// The best way to cut a run from a place on.
  private struct Cut {
    /// The sum of the levels of its words.
    var sum: Int32 = 0
    /// The first word: its characters, its key and what it is.
    var length = 1
    var key: UInt64 = 0
    var entry = WordDictionary.Entry(level: 0, kind: .none)
  }

  mutating func removeWords() { words.removeAll(keepingCapacity: true) }

  /// Appends the words of `range`.
  mutating func cut(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 0xE4...0xE9: index = cutIdeographs(bytes, index..<range.upperBound)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3...0xC9:
        index = cutLetters(bytes, index..<range.upperBound)
      default: index += 1
      }
    }
  }
}

// MARK: - Ideographs

extension WordCutter {
  /// Gives the end of the run.
  private mutating func cutIdeographs(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    numbers.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index + 3 <= range.upperBound, (0xE4...0xE9).contains(bytes[index]) {
      let scalar =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      numbers.append(dictionary.number(of: scalar))
      index += 3
    }
    weigh()
    var place = 0
    while place < numbers.count {
      let cut = cuts[place]
      if cut.key != 0 {
        let start = range.lowerBound + place * 3
        words.append(
          TextWord(
            range: start..<start + cut.length * 3, key: cut.key, level: cut.entry.level, kind: cut.entry.kind,
            characters: cut.length))
      }
      place += cut.length
    }
    return max(index, range.lowerBound + 1)
  }

  /// Finds the best word at each place, from the end of the run.
  private mutating func weigh() {
    let count = numbers.count
    if cuts.count <= count { cuts = [Cut](repeating: Cut(), count: count * 2 + 1) }
    cuts[count].sum = 0
    for place in stride(from: count - 1, through: 0, by: -1) {
      let cost = Int32(WordDictionary.levelOfAll)
      let single = dictionary.single(numbers[place])
      var best = Cut(
        sum: Int32(single.level) - cost + cuts[place + 1].sum, key: UInt64(numbers[place]), entry: single)
      if numbers[place] != 0, place + 1 < count, numbers[place + 1] != 0 {
        var key = WordDictionary.key(UInt64(numbers[place]), numbers[place + 1])
        if let pair = dictionary.lookUp(key) {
          if let entry = pair.entry { take(entry, key, 2) }
          var end = place + 2
          while end - place < pair.longest, end < count, numbers[end] != 0 {
            key = WordDictionary.key(key, numbers[end])
            end += 1
            if let entry = dictionary.lookUp(key)?.entry { take(entry, key, end - place) }
          }
        }
      }
      cuts[place] = best

      func take(_ entry: WordDictionary.Entry, _ key: UInt64, _ characters: Int) {
        let sum = Int32(entry.level) - cost + cuts[place + characters].sum
        // Of equals the shortest: headlines are made of short words.
        if sum > best.sum { best = Cut(sum: sum, length: characters, key: key, entry: entry) }
      }
    }
  }
}

// MARK: - Letters

extension WordCutter {
  /// The frequency that a word of letters counts for: that of a Chinese word of middling rarity.
  private static let levelOfLetters: UInt8 = 20

  /// Gives the end of the run.
  private mutating func cutLetters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var (index, letters, digits) = (range.lowerBound, 0, 0)
    loop: while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
      case 0xC3...0xC9 where index + 1 < range.upperBound:
        letters += 1
        index += 1
      case UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "'"):
        guard index + 1 < range.upperBound, isLetter(bytes[index + 1]) else { break loop }
      default: break loop
      }
      index += 1
    }
    let end = max(index, range.lowerBound + 1)
    if letters > 0, letters + digits > 1, letters >= digits || letters + digits <= 4 {
      let stem = Self.stem(bytes, range.lowerBound..<end)
      words.append(
        TextWord(
          range: range.lowerBound..<end, key: Self.key(bytes, stem), level: Self.levelOfLetters, kind: .noun,
          characters: 0))
    }
    return end
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The word without the ending of a plural or a genitive, for counting alone: prices and price are one word.
  static func stem(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    if end - range.lowerBound > 3, bytes[end - 1] == UInt8(ascii: "s"), bytes[end - 2] == UInt8(ascii: "'") { end -= 2 }
    guard end - range.lowerBound > 3, bytes[end - 1] == UInt8(ascii: "s") else { return range.lowerBound..<end }
    switch bytes[end - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return range.lowerBound..<end
    default: return range.lowerBound..<end - 1
    }
  }

  /// A number for the bytes of a word of letters (FNV-1a). That two words of an article get one number is as likely as a fault of the
  /// memory, and costs a keyword.
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash | 1
  }
}
