/// A query that the reader keeps under a name.
package struct SavedQuery: Hashable, Sendable {
  /// Unique: names that differ in case, width or Chinese script alone are the same.
  package var name: String
  /// The query as typed, to be read by `QueryParser` when it is used: `since:7d` means the last seven days on every day.
  package var text: String
  /// Whether the pages of the articles that match are looked at again for changes, and for whether they are gone.
  package var isRechecked: Bool

  package init(name: String, text: String, isRechecked: Bool = false) {
    self.name = name
    self.text = text
    self.isRechecked = isRechecked
  }
}

/// What is done to news that matches a query, once, as it arrives.
package struct Rule: Hashable, Sendable {
  /// Unique: names that differ in case, width or Chinese script alone are the same.
  package var name: String
  /// The query as typed, to be read by `QueryParser` when it is used.
  package var text: String
  package var actions: [StatusAction]
  package var isEnabled: Bool

  package init(name: String, text: String, actions: [StatusAction], isEnabled: Bool = true) {
    self.name = name
    self.text = text
    self.actions = actions
    self.isEnabled = isEnabled
  }
}

/// A rule that was passed over because its query cannot be read.
package struct RuleProblem: Hashable, Sendable {
  package var name: String
  package var error: QueryError

  package init(name: String, error: QueryError) {
    self.name = name
    self.error = error
  }
}

/// Why a name that the reader gave to a tag, a saved query, a rule or a subscription is refused.
package enum NameProblem: Error, Hashable, Sendable {
  case empty
  /// In characters.
  case tooLong(limit: Int)
  /// Another one has the name.
  case taken(String)
  /// None has the name.
  case unknown(String)
}

extension NameProblem {
  /// The longest name, in characters: twice what a list can show.
  package static let longestName = 60

  /// The name as it is kept: on one line, without blanks around it. Throws where it is empty or too long.
  package static func checked(_ name: String) throws(NameProblem) -> String {
    let words = name.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ")
    guard !words.isEmpty else { throw .empty }
    guard words.count <= longestName else { throw .tooLong(limit: longestName) }
    return words
  }

  /// A name made of a title that somebody else gave: on one line, cut where it is too long; nil where nothing is left.
  package static func name(from title: String) -> String? {
    let words = title.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ")
    guard !words.isEmpty else { return nil }
    return words.count <= longestName ? words : words.prefix(longestName - 1) + "…"
  }
}
