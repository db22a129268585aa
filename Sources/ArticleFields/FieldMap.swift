import TextScanning

/// Names of columns and keys of one's own, with the field that each means: `title=Article_title,text=body,source=source.name`.
package struct FieldMap: Hashable, Sendable {
  /// One pair.
  package struct Entry: Hashable, Sendable {
    package var field: ArticleField
    /// The name as it was written.
    package var path: String
    /// The names on the way into nested objects, as they are compared; numbers count the elements of lists.
    package var steps: [String]
  }

  package private(set) var entries: [Entry] = []

  /// No names.
  package init() {}

  /// Reads pairs of a field and a name, separated by commas. A point in a name leads into an object or a list
  /// (`authors.0.name`); a backslash before a comma, a point or an equals sign makes it part of the name.
  package init(_ text: String) throws(FieldMapProblem) {
    for pair in Self.pieces(of: text[...], at: ",") where !pair.allSatisfy(\.isWhitespace) { try add(pair) }
    guard !entries.isEmpty else { throw .incomplete(text) }
  }

  /// The pairs of both; of a name that is in both, the meaning in `self` counts.
  package func merging(_ other: FieldMap) -> FieldMap {
    var merged = self
    merged.entries += other.entries.filter { entry in !entries.contains { $0.steps == entry.steps } }
    return merged
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The names as they were written.
  package var paths: [String] { entries.map(\.path) }

  private mutating func add(_ pair: Substring) throws(FieldMapProblem) {
    let sides = Self.pieces(of: pair, at: "=")
    guard sides.count == 2 else { throw .incomplete(String(pair)) }
    let (word, path) = (String(sides[0].trimmed), sides[1].trimmed)
    guard !word.isEmpty, !path.isEmpty else { throw .incomplete(String(pair)) }
    guard let field = ArticleField(word: word) else { throw .unknownField(word) }
    let steps = Self.pieces(of: path, at: ".").map { FieldNames.folded(Self.unescaped($0)) }
    guard !steps.contains("") else { throw .incomplete(String(pair)) }
    let name = Self.unescaped(path)
    guard !entries.contains(where: { $0.steps == steps }) else { throw .repeatedName(name) }
    entries.append(Entry(field: field, path: name, steps: steps))
  }

  /// The pieces between the sign, wherever no backslash stands before it; with their backslashes.
  private static func pieces(of text: Substring, at sign: Character) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var isEscaped = false
    for index in text.indices {
      if text[index] == sign, !isEscaped {
        pieces.append(text[start..<index])
        start = text.index(after: index)
      }
      isEscaped = text[index] == "\\" && !isEscaped
    }
    return pieces + [text[start...]]
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}

/// What is wrong with names of one's own. Words for people are made at the edge.
package enum FieldMapProblem: Error, Hashable, Sendable {
  /// Not a field, an equals sign and a name.
  case incomplete(String)
  /// There is no such field.
  case unknownField(String)
  /// One name with two meanings.
  case repeatedName(String)
}
