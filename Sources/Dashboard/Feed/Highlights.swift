import NewsModel
import RegularExpressions
import Terminal
import TextBasics

/// What a query looks for that can be seen in an article, to be marked where it stands.
///
/// What a query excludes is nowhere in its results, so it is left out.
struct Highlights: Hashable, Sendable {
  /// Parts of an article; each term of a query concerns some of them.
  struct Places: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let title = Places(rawValue: 1)
    static let meta = Places(rawValue: 2)
    static let body = Places(rawValue: 4)
    /// Tags, related headlines, notes.
    static let beside = Places(rawValue: 8)
    static let everywhere: Places = [.title, .meta, .body, .beside]
  }

  /// One term: what is looked for, and where.
  private struct Pattern: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case text
      case regex
    }

    var kind = Kind.text
    var text: String
    var places: Places
  }

  private var patterns: [Pattern] = []
  /// Those of the patterns that had to be compiled, by their text.
  private var expressions: [String: RegularExpression] = [:]

  init(_ query: Query) { add(query) }

  /// A text by itself, wherever it stands.
  init(text: String) { add(Pattern(text: text, places: .everywhere)) }

  var isEmpty: Bool { patterns.isEmpty }

  private mutating func add(_ query: Query) {
    switch query {
    case .and(let terms), .or(let terms): for term in terms { add(term) }
    case .text(let text): add(Pattern(text: text, places: [.title, .body]))
    case .title(let text): add(Pattern(text: text, places: .title))
    case .author(let name): add(Pattern(text: name, places: .meta))
    case .regex(let pattern):
      expressions[pattern] = RegularExpression.ifValid(pattern)
      add(Pattern(kind: .regex, text: pattern, places: [.title, .body]))
    default: break
    }
  }

  private mutating func add(_ pattern: Pattern) {
    if !pattern.text.isEmpty, !patterns.contains(pattern) { patterns.append(pattern) }
  }

  /// Where the terms stand in a text of one place, in order; overlapping ones are one range. Linear in the text for each
  /// term.
  func ranges(in text: SafeText, of place: Places) -> [Range<String.Index>] {
    let found = patterns.filter { $0.places.contains(place) }.flatMap { ranges(of: $0, in: text) }
    return found.count < 2 ? found : Self.merged(found)
  }

  private func ranges(of pattern: Pattern, in text: SafeText) -> [Range<String.Index>] {
    switch pattern.kind {
    case .text: Folding.ranges(of: pattern.text, in: text)
    case .regex: expressions[pattern.text]?.ranges(in: text) ?? []
    }
  }

  private static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension Highlights {
  /// What is compiled follows from the patterns.
  static func == (a: Highlights, b: Highlights) -> Bool { a.patterns == b.patterns }
  func hash(into hasher: inout Hasher) { hasher.combine(patterns) }
}

extension ColumnWidths {
  /// The cells that a part of a text takes where the text begins at the left of `row`; what lies outside is cut off.
  func cells(of range: Range<String.Index>, in text: SafeText, row: Rect) -> Rect {
    let start = columns(SafeText(String(text.string[..<range.lowerBound])))
    let length = columns(SafeText(String(text.string[range])))
    return Rect(x: row.x + start, y: row.y, width: length, height: 1).intersection(row)
  }
}
