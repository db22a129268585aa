package import NewsModel

/// A change of what the reader keeps: saved queries and rules.
package enum SavedChange: Hashable, Sendable {
  /// Keeps a query under its name, in the place of the one that has it.
  case saveQuery(SavedQuery)
  case renameQuery(String, to: String)
  case removeQuery(String)
  /// Puts a query at a place in the order, from 0.
  case moveQuery(String, to: Int)
  /// Keeps a rule under its name, in the place of the one that has it.
  case saveRule(Rule)
  case renameRule(String, to: String)
  case removeRule(String)
  case moveRule(String, to: Int)
  case setRule(String, isEnabled: Bool)
}
