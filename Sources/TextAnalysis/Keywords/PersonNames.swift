/// Joins a family name and what follows it where the same name comes again: 沈 and 知远, which the dictionary does not know, are 沈知远.
///
/// Linear in the words.
struct PersonNames {
  private static let longest: UInt8 = 3
  /// A given name of two characters is no commoner as a word than this.
  private static let commonestGivenName: UInt8 = 10

  private static let familyNames = CharacterSet(KeywordWords.familyNames)
  private static let notInNames = CharacterSet(KeywordWords.notInNames)

  private let table: KeywordTable
  private let familyNames = Self.familyNames
  private let notInNames = Self.notInNames
  private var counts = NumberMap(capacity: 64)

  init(_ table: KeywordTable) { self.table = table }

  /// Characters that stand alone far more often than in a name.
  static var neverInNames: CharacterSet { notInNames }

  /// A name that may stand there, and the word behind it.
  private struct Name {
    var word: TextWord
    var end: Int
  }

  /// Replaces the parts of every name that stands there twice.
  mutating func join(_ words: inout [TextWord]) {
    var counts = counts
    var comesAgain = false
    for (index, word) in words.enumerated() where word.characters == 1 && familyNames.contains(word.key) {
      forEachName(words, index) { name in
        counts.update(name.word.key) {
          $0 += 1
          if $0 > 1 { comesAgain = true }
        }
      }
    }
    guard comesAgain else { return }
    self.counts = counts
    var joined: [TextWord] = []
    joined.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      if words[index].characters == 1, familyNames.contains(words[index].key), let name = best(words, index) {
        joined.append(name.word)
        index = name.end
      } else {
        joined.append(words[index])
        index += 1
      }
    }
    words = joined
  }

  /// The longest name that comes again, unless a shorter one comes much more often.
  private func best(_ words: [TextWord], _ start: Int) -> Name? {
    var best: (name: Name, count: UInt32)?
    forEachName(words, start) { name in
      let count = counts[name.word.key]
      guard count > 1 else { return }
      if let shorter = best, count * 10 < shorter.count * 7 { return }
      best = (name, count)
    }
    return best?.name
  }

  /// Calls `body` with the names that may begin at a family name, the shortest first.
  @inline(__always)
  private func forEachName(_ words: [TextWord], _ start: Int, _ body: (Name) -> Void) {
    var name = words[start]
    var index = start + 1
    while index < words.count, name.characters < Self.longest {
      let next = words[index]
      guard name.isFollowed(by: next), next.characters > 0,
        name.characters + next.characters <= Self.longest, isGivenName(next)
      else { return }
      name.range = name.range.lowerBound..<next.range.upperBound
      name.key = name.key &* 0x1_0000_0001 ^ next.key
      name.characters += next.characters
      (name.kind, name.level) = (.person, 2)
      index += 1
      body(Name(word: name, end: index))
    }
  }

  private func isGivenName(_ word: TextWord) -> Bool {
    word.characters == 1
      ? !notInNames.contains(word.key) : word.level <= Self.commonestGivenName && table.weight(of: word.key) > 0
  }
}

/// Single characters, by the keys that they have as words.
struct CharacterSet: Sendable {
  private var bits: [UInt64] = []

  /// - Parameter characters: with commas between them.
  init(_ characters: String) {
    let bytes = Array(characters.utf8)
    var cutter = WordCutter()
    cutter.cut(bytes, bytes.indices)
    for word in cutter.words where word.characters == 1 { insert(word.key) }
  }

  private mutating func insert(_ key: UInt64) {
    while bits.count <= key >> 6 { bits.append(0) }
    bits[Int(key >> 6)] |= 1 << (key & 63)
  }

  /// Whether a word of one character is one of them.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    let place = Int(truncatingIfNeeded: key >> 6)
    return place < bits.count && bits.withUnsafeBufferPointer { $0[place] } & 1 << (key & 63) != 0
  }
}
