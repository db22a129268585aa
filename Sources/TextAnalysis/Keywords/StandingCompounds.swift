/// Joins words that are one: terms of the table that the dictionary cuts, and pieces of a name that it does not know.
///
/// Pieces are those of a name where none of them stands anywhere in the article without the other, and one of them is rare or a single
/// character: 云岭 and 电池 are 云岭电池. Linear in the words.
enum StandingCompounds {
  private static let longest: UInt8 = 8
  /// A word that is no commoner than this is rare.
  fileprivate static let rarest: UInt8 = 3
  private static let leastCount: UInt32 = 2
  /// Neither is a character of a name commoner than this, where the dictionary has it for a particle or the like.
  fileprivate static let commonestOfName: UInt8 = 17

  static func join(_ words: inout [TextWord], in bytes: [UInt8], _ table: KeywordTable) {
    joinTerms(&words, in: bytes)
    joinNames(&words, table)
  }

  // MARK: Terms

  /// Terms in groups that begin with the same word as the dictionary cuts them, the longest first, and by the key of that word the number
  /// of the group from 1.
  private static let terms: (groups: [[[UInt8]]], numbers: NumberMap, beginnings: KeySet) = {
    var (groups, numbers, beginnings) = ([[[UInt8]]](), NumberMap(capacity: 256), KeySet())
    for term in KeywordWords.compounds.parts(",") {
      let bytes = Array(term.utf8)
      var cutter = WordCutter()
      cutter.cut(bytes, bytes.indices)
      guard let first = cutter.words.first else { continue }
      if numbers[first.key] == 0 {
        groups.append([])
        beginnings.insert(first.key)
        numbers[first.key] = UInt32(groups.count)
      }
      groups[Int(numbers[first.key]) - 1].append(bytes)
    }
    return (groups.map { $0.sorted { $0.count > $1.count } }, numbers, beginnings)
  }()

  private static func joinTerms(_ words: inout [TextWord], in bytes: [UInt8]) {
    let terms = terms
    /// Where the longest term ends that begins with a word.
    func end(_ word: TextWord) -> Int? {
      let group = Int(terms.numbers[word.key])
      guard group > 0 else { return nil }
      return terms.groups[group - 1].first { bytes[word.range.lowerBound...].starts(with: $0) }
        .map { word.range.lowerBound + $0.count }
    }
    // Few words begin a term.
    guard var index = words.firstIndex(where: { terms.beginnings.mayHold($0.key) && end($0) != nil }) else { return }
    var joined: [TextWord] = []
    joined.reserveCapacity(words.count)
    joined.append(contentsOf: words[..<index])
    while index < words.count {
      var word = words[index]
      index += 1
      if let end = end(word) {
        while index < words.count, words[index].range.upperBound <= end {
          word.absorb(words[index])
          index += 1
        }
        word.kind = .noun
      }
      joined.append(word)
    }
    words = joined
  }

  // MARK: Names

  /// Two neighbours, by their keys and the key of both together.
  private struct Pair {
    var first: UInt64
    var second: UInt64
    var both: UInt64
  }

  /// The pairs whose halves stand nowhere without each other.
  private static func standingPairs(in words: [TextWord], _ table: KeywordTable) -> (pairs: NumberMap, firsts: KeySet) {
    var counts = NumberMap(capacity: 256)
    var again: [Pair] = []
    let neverInNames = PersonNames.neverInNames
    words.withUnsafeBufferPointer { words in
      guard var last = words.first else { return }
      var lastIsOfName = last.isOfName(neverInNames)
      for word in words.dropFirst() {
        let isOfName = word.isOfName(neverInNames)
        defer { (last, lastIsOfName) = (word, isOfName) }
        guard lastIsOfName, isOfName, last.isPiece || word.isPiece, last.touches(word),
          table.weight(of: last.key) > 0, table.weight(of: word.key) > 0
        else { continue }
        let pair = Pair(first: last.key, second: word.key, both: last.key(with: word))
        counts.update(pair.both) {
          $0 += 1
          if $0 == leastCount { again.append(pair) }
        }
      }
    }
    var (standing, firsts) = (NumberMap(capacity: again.count), KeySet())
    guard !again.isEmpty else { return (standing, firsts) }
    var (halves, keys) = (NumberMap(capacity: 2 * again.count), KeySet())
    for key in again.flatMap({ [$0.first, $0.second] }) {
      halves[key] = 1
      keys.insert(key)
    }
    for word in words where keys.mayHold(word.key) && halves.value(of: word.key) != nil {
      halves.update(word.key) { $0 += 1 }
    }
    for pair in again {
      let count = counts[pair.both] + 1
      guard halves[pair.first] == count, halves[pair.second] == count else { continue }
      standing[pair.both] = 1
      firsts.insert(pair.first)
    }
    dropTails(&standing, words, neverInNames)
    return (standing, firsts)
  }

  /// What stands before a single character may be the beginning of the name: 证全球 is the end of 中证全球.
  private static func dropTails(_ standing: inout NumberMap, _ words: [TextWord], _ neverInNames: CharacterSet) {
    guard standing.count > 0 else { return }
    for index in words.indices.dropFirst(2) where words[index - 1].characters == 1 {
      let (before, first, second) = (words[index - 2], words[index - 1], words[index])
      guard first.mayJoin(second, neverInNames), standing[first.key(with: second)] > 0, before.characters == 1,
        before.touches(first),
        !before.mayJoin(first, neverInNames) || standing[before.key(with: first)] == 0
      else { continue }
      standing[first.key(with: second)] = 0
    }
  }

  private static func joinNames(_ words: inout [TextWord], _ table: KeywordTable) {
    let (standing, firsts) = standingPairs(in: words, table)
    guard standing.count > 0 else { return }
    let neverInNames = PersonNames.neverInNames
    var count = 1
    var last = words[0]
    for index in words.indices.dropFirst() {
      let word = words[index]
      if firsts.mayHold(last.key), last.mayJoin(word, neverInNames), standing[last.key(with: word)] > 0,
        words[count - 1].characters + word.characters <= longest
      {
        words[count - 1].absorb(word)
        words[count - 1].kind = .noun
      } else {
        if count < index { words[count] = word }
        count += 1
      }
      last = word
    }
    words.removeLast(words.count - count)
  }
}

extension TextWord {
  /// Whether this is hardly a word by itself.
  fileprivate var isPiece: Bool { characters == 1 || level <= StandingCompounds.rarest }

  /// Whether the next word stands right behind it and both are of ideographs.
  @inline(__always)
  fileprivate func mayJoin(_ next: TextWord, _ neverInNames: CharacterSet) -> Bool {
    (isPiece || next.isPiece) && touches(next) && isOfName(neverInNames) && next.isOfName(neverInNames)
  }

  fileprivate func touches(_ next: TextWord) -> Bool {
    characters > 0 && next.characters > 0 && isFollowed(by: next)
  }

  /// Particles, verbs and whole names of persons are not, but single characters such as 春 and 立 are.
  @inline(__always)
  fileprivate func isOfName(_ neverInNames: CharacterSet) -> Bool {
    guard characters == 1 else { return kind != .none && kind != .verb && kind != .person }
    return !neverInNames.contains(key) && (kind != .none || level <= StandingCompounds.commonestOfName)
  }

  /// A number for both together.
  fileprivate func key(with next: TextWord) -> UInt64 { key &* 0x1_0000_0001 ^ next.key }

  /// Takes a word behind it into itself.
  fileprivate mutating func absorb(_ next: TextWord) {
    key = key(with: next)
    range = range.lowerBound..<next.range.upperBound
    characters += next.characters
    level = min(level, next.level)
  }
}

/// Keys of words: most that are none of them are told by one bit.
private struct KeySet: Sendable {
  private var bits = SIMD8<UInt64>()

  mutating func insert(_ key: UInt64) {
    let hash = Self.hash(key)
    bits[Int(hash >> 6)] |= 1 << (hash & 63)
  }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let hash = Self.hash(key)
    return bits[Int(truncatingIfNeeded: hash &>> 6)] & 1 << (hash & 63) != 0
  }

  /// Nine bits.
  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9e37_79b9_7f4a_7c15) >> 55 }
}
