import TextBasics

/// The words that keywords pass over, or take first. A reader's own words join it.
struct KeywordTable: Sendable {
  static let standard = KeywordTable(
    silent: [KeywordWords.silent, KeywordWords.englishSilent], weak: [KeywordWords.weak],
    strong: [KeywordWords.englishSubjects])

  /// By the key of a word, its weight in hundredths.
  private var weights = NumberMap(capacity: 4_000)

  /// - Parameters: lists of words with commas between them.
  init(silent: [String], weak: [String], strong: [String]) {
    for list in silent { add(list, weight: 0) }
    for list in weak { add(list, weight: 0.6) }
    for list in strong { add(list, weight: 1.6) }
  }

  /// Passes over the words of a reader. Returns them folded: the dictionary may cut them otherwise.
  mutating func join(_ own: OwnTables) -> Set<String> {
    var words: Set<String> = []
    for case .notKeyword(let word) in own.rows {
      add(word, weight: 0)
      words.insert(Folding.fold(word))
    }
    return words
  }

  private mutating func add(_ list: String, weight: Double) {
    let bytes = Array(Folding.fold(list).utf8)
    var cutter = WordCutter()
    for range in bytes.split(separator: UInt8(ascii: ",")).map(\.indices) {
      // What the dictionary cuts is no word that could be a keyword.
      cutter.cut(bytes, range)
      if let word = cutter.words.last, word.range == range { weights[word.key] = UInt32(weight * 100) + 1 }
    }
  }

  /// What the word's weight is multiplied with.
  @inline(__always)
  func weight(of key: UInt64) -> Double {
    let found = weights[key]
    return found == 0 ? 1 : Double(found - 1) / 100
  }
}
