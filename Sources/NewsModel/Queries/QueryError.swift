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
    /// `session:` takes a `TradingSession`.
    case unknownSession(String)
    /// The exchange has no such session, as New York has no lunch.
    case noSession(TradingSession, TradingCalendar.Exchange)
    /// Of the present moment the calendar of the exchange does not know when trading began or ended last.
    case beyondCalendar(TradingCalendar.Exchange)
    /// No table knows a company of this name or code.
    case unknownCompany(String)
    /// `event:` takes a kind of event, `topic:` a `Topic`, `tone:` a `Tone`.
    case unknownEvent(String), unknownTopic(String), unknownTone(String)
    /// The field takes one of its `choices`.
    case unknownChoice(QueryField, String)
    /// `amount:` and `change:` take a comparison with a number.
    case badFigure(QueryField, String)
    case unclosedQuote
    /// A regular expression without the slash that ends it.
    case unclosedPattern
    case emptyPattern
    case badPattern(PatternMistake.Reason)
    case unclosedParenthesis
    case unopenedParenthesis
    /// Nothing stands where a term is needed: after `-`, beside `OR`, within parentheses.
    case missingTerm
    /// `as-of:` holds for a whole query, and stands in none of its parts.
    case misplacedAsOf
    /// Of news as it arrives nothing was known before.
    case asOfArriving
    /// `sort:` takes an `ArticleOrder`.
    case unknownOrder(String)
    /// `sort:` holds for a whole query, and stands in none of its parts.
    case misplacedOrder
    /// Of two orders only one can hold.
    case contradictingOrder
    /// Without words there is nothing by which articles could be relevant.
    case nothingToRank
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

/// What is wrong with a regular expression, and where.
package struct PatternMistake: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable, CaseIterable {
    /// A parenthesis that nothing closes.
    case unclosedGroup
    /// A closing parenthesis too many.
    case unopenedGroup
    /// A bracket that nothing closes.
    case unclosedSet
    /// `*`, `+`, `?` or `{…}` behind nothing.
    case nothingToRepeat
    /// `{3,1}`, or more than 65,535 times.
    case badRepeat
    /// A range that runs backwards or a class that there is not, within brackets.
    case badSet
    /// A backslash before something that it says nothing about, or at the end.
    case unknownEscape
    /// To a group that is not there.
    case unknownReference
    /// One without a fixed length.
    case badLookbehind
    /// `(?` with something behind it that means nothing.
    case badGroup
    case tooLarge
    case other
  }

  package var reason: Reason
  /// Before which character of the pattern it was found; its length where something is missing at the end.
  package var offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
