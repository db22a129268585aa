import TextBasics

/// Reads the words that an article turns on: those that come often and early, in the title above all, and are rare elsewhere.
///
/// A word weighs the sum of its places (term frequency, the title three times), the square root of its rarity in the dictionary, and
/// its class. No word is invented: each stands in the article as it is given.
struct KeywordReader: Sendable {
  /// What is read of an article. Linear in it.
  private static let limit = 8 << 10
  private static let inTitle = 3.0
  /// What the beginning of the text counts for beside the rest, and how many bytes further on it counts for half.
  private static let atBeginning = 3.75
  private static let halfWay = 150.0
  private static let mostChinese = 5
  /// English headlines and tags turn on fewer words.
  private static let mostEnglish = 3
  /// The natural logarithm of one word among all.
  private static let rarest = 13.0

  private let own: KeywordTable?

  /// - Parameter table: the standard one where none is given. That is made with the dictionary, a fifth of what all tables cost, when the
  ///   first keywords are asked for: articles with tags of their own need none.
  init(table: KeywordTable? = nil) { own = table }

  private var table: KeywordTable { own ?? .standard }

  /// Up to five words, the weightiest first, word for word.
  func keywords(of text: AnalysedText) -> [String] {
    var cutter = WordCutter()
    cutter.cut(text.bytes, text.title)
    cutter.cut(text.bytes, text.text.lowerBound..<min(text.text.upperBound, text.text.lowerBound + Self.limit))
    var words = cutter.takeWords()
    let table = table
    var names = PersonNames(table)
    names.join(&words)
    StandingCompounds.join(&words, in: text.bytes, table)
    let letters = words.count { $0.characters == 0 }
    let most = letters * 5 > words.count * 4 ? Self.mostEnglish : Self.mostChinese
    return choose(weigh(words, text, table), most, text)
  }
}

// MARK: - Weights

extension KeywordReader {
  /// A word with all its places.
  private struct Candidate {
    var first: TextWord
    var weight: Double

    /// Places break ties, so that the same words give the same order.
    func isLess(than other: Candidate) -> Bool {
      weight < other.weight || weight == other.weight && first.range.lowerBound > other.first.range.lowerBound
    }
  }

  private func weigh(_ words: [TextWord], _ text: AnalysedText, _ table: KeywordTable) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(words.count)
    var indices = NumberMap(capacity: words.count * 2 / 3)
    let titleEnd = text.titleEnd
    for word in words where word.characters != 1 && word.kind != .none {
      let place = placeWeight(word.range.lowerBound, titleEnd)
      var index = 0
      indices.update(word.key) {
        if $0 == 0 { $0 = UInt32(candidates.count + 1) }
        index = Int($0)
      }
      if index > candidates.count {
        candidates.append(Candidate(first: word, weight: place))
      } else {
        candidates[index - 1].weight += place
      }
    }
    for index in candidates.indices {
      let word = candidates[index].first
      candidates[index].weight *= Self.rarity[Int(word.level)] * Self.weight(of: word.kind) * table.weight(of: word.key)
    }
    return candidates
  }

  /// By level, the square root of how rare a word is.
  private static let rarity = (0...WordDictionary.levelOfAll).map {
    min(Double(WordDictionary.levelOfAll - $0) / 2, rarest).squareRoot()
  }

  private func placeWeight(_ offset: Int, _ titleEnd: Int) -> Double {
    guard offset >= titleEnd else { return Self.inTitle }
    return 1 + Self.atBeginning / (1 + Double(offset - titleEnd) / Self.halfWay)
  }

  private static func weight(of kind: WordClass) -> Double {
    switch kind {
    case .none: 0
    case .noun: 1.1
    case .place: 1.15
    case .person: 1.1
    case .action, .verb: 1.05
    case .quality: 0.7
    }
  }

  /// The weightiest words of which none holds another.
  private func choose(_ candidates: [Candidate], _ most: Int, _ text: AnalysedText) -> [String] {
    let first = Self.weightiest(of: candidates)
    var ranges = Self.apart(first, [], most, text.bytes)
    if ranges.count < most, first.count == Self.firstLook, let last = first.last {
      let others = candidates.filter { $0.weight > 0 && $0.isLess(than: last) }.sorted { $1.isLess(than: $0) }
      ranges = Self.apart(others, ranges, most, text.bytes)
    }
    // The words of the text are looked up in its order, in one pass.
    let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    var words = [String](repeating: "", count: ranges.count)
    for (place, word) in zip(order, text.quotes(order.map { ranges[$0] })) { words[place] = word }
    return words
  }

  /// So many words are looked at before all are put in order, which is seldom needed.
  private static let firstLook = 16

  /// The first words by weight, in one pass.
  private static func weightiest(of candidates: [Candidate]) -> [Candidate] {
    var found: [Candidate] = []
    found.reserveCapacity(firstLook + 1)
    for candidate in candidates where candidate.weight > 0 {
      if found.count == firstLook, !found[firstLook - 1].isLess(than: candidate) { continue }
      var place = found.count
      while place > 0, found[place - 1].isLess(than: candidate) { place -= 1 }
      found.insert(candidate, at: place)
      if found.count > firstLook { found.removeLast() }
    }
    return found
  }

  /// Ranges, and those of the words that hold none of them and are held by none, until there are `most`.
  private static func apart(
    _ words: [Candidate], _ ranges: [Range<Int>], _ most: Int, _ bytes: [UInt8]
  ) -> [Range<Int>] {
    var ranges = ranges
    for word in words.lazy.map(\.first.range) where ranges.count < most {
      if !ranges.contains(where: { bytes.holds(word, in: $0) || bytes.holds($0, in: word) }) { ranges.append(word) }
    }
    return ranges
  }
}

extension [UInt8] {
  /// Whether the bytes of one range stand in another, at any place.
  fileprivate func holds(_ part: Range<Int>, in whole: Range<Int>) -> Bool {
    guard part.count <= whole.count else { return false }
    return withUnsafeBufferPointer { bytes in
      (whole.lowerBound...whole.upperBound - part.count).contains { place in
        var length = 0
        while length < part.count, bytes[place + length] == bytes[part.lowerBound + length] { length += 1 }
        return length == part.count
      }
    }
  }
}
