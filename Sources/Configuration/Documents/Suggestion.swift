/// The nearest of some names to one that was mistyped.
enum Suggestion {
  /// The name with the fewest edits to `word`, at most a third of its length and never more than three; nil if none.
  static func nearest<Names: Sequence<String>>(to word: String, among names: Names) -> String? {
    let limit = min(3, max(1, word.utf8.count / 3))
    let distances = names.map { (name: $0, edits: edits(Array(word.utf8), Array($0.utf8))) }
    let best = distances.min { ($0.edits, $0.name) < ($1.edits, $1.name) }
    return best.flatMap { $0.edits <= limit ? $0.name : nil }
  }

  /// The Levenshtein distance (V. Levenshtein, 1966) in O(a · b) time and O(b) memory.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substituted = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
