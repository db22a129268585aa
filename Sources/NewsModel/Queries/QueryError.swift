/// What is wrong with a query that was typed, and where.
package struct QueryError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// No field has this name, but one has nearly.
    case unknownField(String)
    /// A field without a value.
    case missingValue(QueryField)
    /// `is:` takes a `QueryStatus`.
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
    /// More terms, or a deeper nesting, than anybody types.
    case tooComplex
  }

  package var kind: Kind
  /// The part of the text it is about, in characters; empty where something is missing.
  package var range: Range<Int>

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
