/// Cuts a query's text into tokens. Linear in its length.
///
/// It goes by scalars, not by characters: a combining mark at the beginning of a name would make one character with the
/// quotation mark before it.
struct QueryLexer {
  let scalars: [Unicode.Scalar]
  private var position = 0
  /// Where the last token begins, also one that was refused.
  private(set) var tokenStart = 0
  /// What stands in quotation marks that nothing closes.
  private(set) var openQuote: String?

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The number of scalars of the text.
  var length: Int { scalars.count }

  mutating func tokens() throws(QueryError) -> [QueryToken] {
    var tokens: [QueryToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = current, condition(scalar) { position += 1 }
  }

  /// - Throws: the place of an error is in scalars, too.
  mutating func next() throws(QueryError) -> QueryToken? {
    skip { $0.properties.isWhitespace }
    guard let scalar = current else { return nil }
    let start = position
    tokenStart = start
    switch scalar {
    case _ where QuerySign.opensGroup(scalar): return sign(.open)
    case _ where QuerySign.closesGroup(scalar): return sign(.close)
    case _ where QuerySign.excludes(scalar): return sign(.minus)
    case _ where QuerySign.quotes[scalar] != nil: return QueryToken(.word(try quoted()), at: start..<position)
    case QuerySign.slash: return QueryToken(.pattern(try pattern()), at: start..<position)
    default: return try wordOrField()
    }
  }

  private mutating func sign(_ kind: QueryToken.Kind) -> QueryToken {
    position += 1
    return QueryToken(kind, at: position - 1..<position)
  }

  private mutating func wordOrField() throws(QueryError) -> QueryToken {
    let start = position
    skip { !QuerySign.endsWord($0) && !QuerySign.endsName($0) }
    if let colon = current, QuerySign.endsName(colon) {
      let name = text(from: start)
      if let field = QueryField(name: name) { return try value(of: field, from: start) }
      // Headlines, tickers and addresses are full of colons: what is no field is a word, unless it is one that was mistyped.
      if colon == ":", QueryField(mistyped: name) != nil {
        let end = position
        skip { !QuerySign.endsWord($0) }
        return QueryToken(.unknownField(name), at: start..<position, valueStart: end)
      }
      skip { !QuerySign.endsWord($0) }
    }
    let word = text(from: start)
    return QueryToken(word == QuerySign.either ? .or : .word(word), at: start..<position)
  }

  private mutating func value(of field: QueryField, from start: Int) throws(QueryError) -> QueryToken {
    position += 1
    let valueStart = position
    var value: String?
    // A comparison may stand before the mark: `amount:>"100m usd"`.
    skip { QuerySign.comparisons.contains($0) }
    if let scalar = current, QuerySign.quotes[scalar] != nil {
      value = text(from: valueStart) + (try quoted())
    } else {
      skip { !QuerySign.endsWord($0) }
      value = position > valueStart ? text(from: valueStart) : nil
    }
    return QueryToken(.field(field, value: value), at: start..<position, valueStart: valueStart)
  }

  /// Text in quotation marks; a backslash takes the next scalar as it is.
  private mutating func quoted() throws(QueryError) -> String {
    let start = position
    let end = QuerySign.quotes[scalars[start]]
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == end { return String(text) }
      if scalar == QuerySign.escape, let next = current {
        position += 1
        text.append(next)
      } else {
        text.append(scalar)
      }
    }
    openQuote = String(text)
    throw QueryError(.unclosedQuote, at: start..<position)
  }

  /// A regular expression between slashes; a backslash takes the next scalar with it.
  private mutating func pattern() throws(QueryError) -> String {
    let start = position
    position += 1
    while let scalar = current, scalar != QuerySign.slash { position += scalar == QuerySign.escape ? 2 : 1 }
    guard position < scalars.count else { throw QueryError(.unclosedPattern, at: start..<scalars.count) }
    let pattern = text(from: start + 1)
    position += 1
    return pattern
  }

  private func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<position])
    return String(view)
  }
}

/// A part of a query's text. Places are counted in scalars.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open
    case close
    case minus
    case or
    /// The value is nil where nothing follows the colon.
    case field(QueryField, value: String?)
    /// What is no field, but looks like one that was mistyped.
    case unknownField(String)
    case word(String)
    /// A regular expression as it stands between its slashes, those within it still with their backslash.
    case pattern(String)
  }

  var kind: Kind
  var range: Range<Int>
  /// Where the value of a field begins, behind the colon; of an unknown field where its name ends; of other tokens, where
  /// they begin.
  var valueStart: Int

  init(_ kind: Kind, at range: Range<Int>, valueStart: Int? = nil) {
    self.kind = kind
    self.range = range
    self.valueStart = valueStart ?? range.lowerBound
  }
}

/// What has a meaning in the text of a query. Chinese keyboards write most of it in full width.
enum QuerySign {
  /// Quotation marks, each with the one that ends what it begins.
  static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "＂": "＂", "“": "”", "”": "”", "「": "」", "『": "』",
  ]

  static let comparisons: Set<Unicode.Scalar> = ["<", ">", "=", "＜", "＞", "＝", "﹤", "﹥", "≤", "≥"]

  static func opensGroup(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  static func closesGroup(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }
  static func excludes(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "－" }
  static func endsName(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
  static let either = "OR"
  static let slash: Unicode.Scalar = "/"
  static let escape: Unicode.Scalar = "\\"

  /// Whether a word or a plain value cannot go on with this.
  static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || opensGroup(scalar) || closesGroup(scalar) || quotes[scalar] != nil
  }
}
