/// What is wrong with a query that was typed, and where.
public struct QueryError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// No field has this name.
    case unknownField(String)
    /// A field without a value.
    case missingValue(String)
    /// `is:` takes unread, read, starred, stub and muted.
    case unknownStatus(String)
    case badDate(String)
    case unclosedQuote
    /// A regular expression without the slash that ends it.
    case unclosedPattern
    case emptyPattern
    case badPattern(PatternMistake.Reason)
    case unclosedParenthesis
    case unopenedParenthesis
    /// Nothing stands where a term is needed: after `-`, beside `OR`, within parentheses.
    case missingTerm
  }

  public var kind: Kind
  /// The part of the text it is about, in characters.
  public var range: Range<Int>

  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
