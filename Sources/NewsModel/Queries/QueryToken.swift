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
