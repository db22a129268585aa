import Foundation
import NewsModel
import RegularExpressions

/// Where a filter comes from: the text that it was read from, and the name that it is kept under.
///
/// The text says more than the query: `since:7d` means other days tomorrow.
struct FilterSource: Hashable, Sendable {
  /// What the text meant when it was read.
  var query: Query
  var text: String
  var name: String?
}

extension FilterSource {
  /// The source of a filter with more terms than this one has; nil where it is not an extension of this one.
  ///
  /// - Parameter typed: the text of what was added, where there is one.
  func extended(to wider: Query, typed: String? = nil, _ describe: (Query) -> String) -> FilterSource? {
    let known = query.conjuncts
    let terms = wider.conjuncts
    guard terms.count >= known.count, Array(terms.prefix(known.count)) == known else { return nil }
    let added = Query.allOf(Array(terms.dropFirst(known.count)))
    let parts = [Self.part(text, meaning: query), Self.part(typed ?? describe(added), meaning: added)]
    return FilterSource(query: wider, text: parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// A text as it stands beside another that must hold too: alternatives need parentheses.
  private static func part(_ text: String, meaning query: Query) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    if case .or = query { return "(" + text + ")" }
    return text
  }
}

/// A filter left behind, with the place in its list.
struct FilterStep: Sendable, Hashable {
  var filter: Query
  var source: FilterSource?
  var order = ListOrder.newestFirst
  var selected: ArticleKey?
  /// The row on screen of the selection, counted in headlines.
  var row = 0
}

/// In which order the list shows its articles.
enum ListOrder: Sendable, Hashable {
  case newestFirst
  /// What is most about the words of a search first.
  case relevance
}

/// Queries as the reader writes them: what a text means depends on the day and the time zone.
struct QueryNotation: Sendable {
  let now: Timestamp
  let zone: TimeZone

  func parse(_ text: String) throws(QueryError) -> Query {
    try QueryParser(now: now, zone: zone, checkPattern: RegularExpression.mistake).parse(text)
  }

  func describe(_ query: Query) -> String { query.description(in: zone) }
}
