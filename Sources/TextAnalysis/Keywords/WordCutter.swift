import TextBasics

/// A word where it stands in a folded text, in 24 bytes: a text has some hundreds, which are walked through several times.
struct TextWord: Sendable {
  private var start: UInt32
  private var end: UInt32
  /// The same for the same word; of an English one, for its forms.
  var key: UInt64
  /// Twice the natural logarithm of the word's frequency.
  var level: UInt8
  var kind: WordClass
  /// The characters of a Chinese word, 0 for one of letters.
  var characters: UInt8

  init(range: Range<Int>, key: UInt64, level: UInt8, kind: WordClass, characters: UInt8) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    (self.key, self.level, self.kind, self.characters) = (key, level, kind, characters)
  }

  var range: Range<Int> {
    get { Int(start)..<Int(max(start, end)) }
    set {
      start = UInt32(truncatingIfNeeded: newValue.lowerBound)
      end = UInt32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// Whether another word stands right behind it.
  func isFollowed(by next: TextWord) -> Bool { end == next.start }
}

/// Cuts a folded text into words.
///
/// A run of ideographs is cut where the product of the words' probabilities is largest (dynamic programming over a dictionary, as in
/// jieba); a run of letters and digits is one word. Linear in the text. All else parts words.
struct WordCutter {
  private let dictionary = WordDictionary.shared
  private(set) var words: [TextWord] = []

  /// A place of a run, and the best way to cut the run from there on.
  private struct Cut {
    /// The sum of the levels of its words.
    var sum: Int32 = 0
    /// The number of the character that stands there.
    var number: UInt16 = 0
    /// The characters of the first word.
    var length: UInt8 = 1
    var entry = WordDictionary.Entry(level: 0, kind: 0)
  }

  mutating func removeWords() { words.removeAll(keepingCapacity: true) }

  /// The words, which are the caller's own then.
  mutating func takeWords() -> [TextWord] {
    var taken: [TextWord] = []
    swap(&taken, &words)
    return taken
  }

  /// Appends the words of `range`.
  mutating func cut(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: Cut.self, capacity: range.count / 3 + 2) { cuts in
        // A word of letters has two bytes at least.
        withUnsafeTemporaryAllocation(of: TextWord.self, capacity: range.count / 2 + 1) { buffer in
          let run = IdeographRun(dictionary: dictionary, cuts: cuts)
          var found = Found(buffer: buffer)
          var index = range.lowerBound
          while index < range.upperBound {
            let byte = bytes[index]
            if byte.beginsIdeograph {
              index = run.cut(bytes, index..<range.upperBound, &found)
            } else if Self.isLetter(byte) || 0xC3...0xC9 ~= byte {
              index = Self.cutLetters(bytes, index..<range.upperBound, &found)
            } else {
              index &+= 1
            }
          }
          words.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<found.count]))
        }
      }
    }
  }

  /// Whether the dictionary has a word that begins before a range, from `start` on, and ends within it: all are ideographs there. Where it has
  /// none, no cut gives one.
  func mayStraddle(_ range: Range<Int>, from start: Int, _ bytes: [UInt8]) -> Bool {
    func number(_ place: Int) -> UInt16 { dictionary.number(of: bytes[place], bytes[place + 1], bytes[place + 2]) }
    var place = range.lowerBound - 3
    while place >= start, range.lowerBound - place < WordDictionary.longestWord * 3 {
      defer { place -= 3 }
      let (first, second) = (number(place), number(place + 3))
      guard first != 0, second != 0, let pair = dictionary.pair(first, second) else { continue }
      var (key, end) = (WordDictionary.key(UInt64(first), second), place + 6)
      if pair.entry != nil, end > range.lowerBound, end < range.upperBound { return true }
      while end + 3 < range.upperBound, end - place < pair.longest * 3 {
        let next = number(end)
        guard next != 0 else { break }
        key = WordDictionary.key(key, next)
        end += 3
        if end > range.lowerBound, dictionary.longWord(key) != nil { return true }
      }
    }
    return false
  }

  /// Words in memory that is large enough for all of them.
  private struct Found {
    let buffer: UnsafeMutableBufferPointer<TextWord>
    var count = 0

    @inline(__always)
    mutating func append(_ word: TextWord) {
      buffer[count] = word
      count &+= 1
    }
  }
}

// MARK: - Ideographs

extension WordCutter {
  /// Cuts one run after the other, in memory that is there for all of them.
  private struct IdeographRun {
    let dictionary: WordDictionary
    /// For each place of a run, and the one behind it.
    let cuts: UnsafeMutableBufferPointer<Cut>

    /// Gives the end of the run.
    func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: inout Found) -> Int {
      var (index, count) = (range.lowerBound, 0)
      while index &+ 3 <= range.upperBound, bytes[index].beginsIdeograph {
        cuts[count] = Cut(number: dictionary.number(of: bytes[index], bytes[index &+ 1], bytes[index &+ 2]))
        count &+= 1
        index &+= 3
      }
      weigh(count)
      var place = 0
      while place < count {
        let cut = cuts[place]
        let length = Int(cut.length)
        if cut.number != 0 {
          var key = UInt64(cut.number)
          for next in place &+ 1..<place &+ length { key = WordDictionary.key(key, cuts[next].number) }
          let start = range.lowerBound &+ place &* 3
          words.append(
            TextWord(
              range: start..<start &+ length &* 3, key: key, level: cut.entry.level, kind: cut.entry.kind,
              characters: cut.length))
        }
        place &+= length
      }
      return max(index, range.lowerBound + 1)
    }

    /// Finds the best word at each place, from the end of the run.
    @inline(__always)
    private func weigh(_ count: Int) {
      let cost = Int32(WordDictionary.levelOfAll)
      cuts[count] = Cut()
      var place = count
      while place > 0 {
        place &-= 1
        let number = cuts[place].number
        let next = cuts[place &+ 1]
        let single = dictionary.single(number)
        var best = Cut(sum: Int32(single.level) &- cost &+ next.sum, number: number, entry: single)
        // The place behind the run has no number.
        if number != 0, next.number != 0, let pair = dictionary.pair(number, next.number) {
          if let entry = pair.entry { take(entry, 2) }
          if place &+ 2 < count, pair.mayGoOn(with: cuts[place &+ 2].number) {
            var key = WordDictionary.key(UInt64(number), next.number)
            var end = place &+ 2
            while end &- place < pair.longest, end < count, cuts[end].number != 0 {
              key = WordDictionary.key(key, cuts[end].number)
              end &+= 1
              if let entry = dictionary.longWord(key) { take(entry, end &- place) }
            }
          }
        }
        cuts[place] = best

        @inline(__always)
        func take(_ entry: WordDictionary.Entry, _ characters: Int) {
          let sum = Int32(entry.level) &- cost &+ cuts[place &+ characters].sum
          // Of equals the shortest: headlines are made of short words.
          guard sum > best.sum else { return }
          best = Cut(sum: sum, number: number, length: UInt8(truncatingIfNeeded: characters), entry: entry)
        }
      }
    }
  }
}

// MARK: - Letters

extension WordCutter {
  /// The frequency that a word of letters counts for: that of a Chinese word of middling rarity.
  private static let levelOfLetters: UInt8 = 20

  /// Gives the end of the run.
  private static func cutLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: inout Found
  ) -> Int {
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
      let stem = stem(bytes, range.lowerBound..<end)
      words.append(
        TextWord(
          range: range.lowerBound..<end, key: key(bytes, stem), level: levelOfLetters, kind: .noun,
          characters: 0))
    }
    return end
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 || byte.isDigit }

  /// The word without the ending of a plural or a genitive, for counting alone: prices and price are one word.
  private static func stem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    if end - range.lowerBound > 3, bytes[end - 1] == UInt8(ascii: "s"), bytes[end - 2] == UInt8(ascii: "'") { end -= 2 }
    guard end - range.lowerBound > 3, bytes[end - 1] == UInt8(ascii: "s") else { return range.lowerBound..<end }
    switch bytes[end - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return range.lowerBound..<end
    default: return range.lowerBound..<end - 1
    }
  }

  /// A number for the bytes of a word of letters. That two words of an article get one number is as likely as a fault of the
  /// memory, and costs a keyword.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    Digest(bytes[range]).value | 1
  }
}
