import Foundation
import NewsModel

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

extension State {
  /// The filter as it was typed, or else in the words of the query language.
  var filterText: String { presentSource.text }

  /// The name under which the filter is kept.
  var filterName: String? { presentSource.name }

  /// Where the filter comes from; its description where it was not typed.
  var presentSource: FilterSource {
    if let filterSource, filterSource.query == filter { return filterSource }
    return FilterSource(query: filter, text: notation.describe(filter))
  }

  /// Keeps the name under which the filter of a text is kept now.
  mutating func nameFilter(_ name: String, text: String) {
    if text == filterText { filterSource = FilterSource(query: filter, text: text, name: name) }
  }
}
