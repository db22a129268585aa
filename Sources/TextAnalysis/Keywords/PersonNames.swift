/// Joins a family name and what follows it where the same name comes again: 沈 and 知远, which the dictionary does not know, are 沈知远.
///
/// Linear in the words.
struct PersonNames {
  private static let longest = 3
  /// A given name of two characters is no commoner as a word than this.
  private static let commonestGivenName: UInt8 = 10

  private static let familyNames = keys(KeywordWords.familyNames)
  private static let notInNames = keys(KeywordWords.notInNames)

  private let table: KeywordTable
  private var counts = NumberMap(capacity: 64)

  init(_ table: KeywordTable) { self.table = table }

  /// Whether a character stands alone far more often than in a name.
  static func isNeverInNames(_ character: TextWord) -> Bool { notInNames[character.key] != 0 }

  private static func keys(_ characters: String) -> NumberMap {
    let bytes = Array(characters.utf8)
    var cutter = WordCutter()
    cutter.cut(bytes, bytes.indices)
    var keys = NumberMap(capacity: cutter.words.count)
    for word in cutter.words { keys[word.key] = 1 }
    return keys
  }

  /// Replaces the parts of every name that stands there twice.
  mutating func join(_ words: inout [TextWord]) {
    for index in words.indices where words[index].characters == 1 {
      for name in candidates(words, index) { counts[name.word.key] += 1 }
    }
    guard counts.count > 0 else { return }
    var joined: [TextWord] = []
    joined.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      if words[index].characters == 1, let name = best(candidates(words, index)) {
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
  private func best(_ names: [(word: TextWord, end: Int)]) -> (word: TextWord, end: Int)? {
    var best: (name: (word: TextWord, end: Int), count: UInt32)?
    for name in names.reversed() {
      let count = counts[name.word.key]
      guard count > 1 else { continue }
      if let known = best, known.count * 10 >= count * 7 { continue }
      best = (name, count)
    }
    return best?.name
  }

  /// The names that may begin at a word, the shortest first, with the word behind each.
  private func candidates(_ words: [TextWord], _ start: Int) -> [(word: TextWord, end: Int)] {
    guard words[start].characters == 1, Self.familyNames[words[start].key] != 0 else { return [] }
    var name = words[start]
    var names: [(TextWord, Int)] = []
    var index = start + 1
    while index < words.count, name.characters < Self.longest {
      let next = words[index]
      guard next.range.lowerBound == name.range.upperBound, next.characters > 0,
        name.characters + next.characters <= Self.longest, isGivenName(next)
      else { break }
      name.range = name.range.lowerBound..<next.range.upperBound
      name.key = name.key &* 0x1_0000_0001 ^ next.key
      name.characters += next.characters
      (name.kind, name.level) = (.person, 2)
      index += 1
      names.append((name, index))
    }
    return names
  }

  private func isGivenName(_ word: TextWord) -> Bool {
    word.characters == 1
      ? Self.notInNames[word.key] == 0 : word.level <= Self.commonestGivenName && table.weight(of: word.key) > 0
  }
}
