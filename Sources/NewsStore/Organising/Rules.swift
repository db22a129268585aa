import Foundation
import GRDB
package import NewsModel
import RegularExpressions
import TextAnalysis
import TextBasics

extension NewsStore {
  /// The rules for arriving news, in the order in which they are followed.
  package func rules() throws(StoreError) -> [Rule] {
    try read { try Rule.fetchAll($0) }
  }

  /// The rule of a name. Throws `StoreError.name` where there is none.
  package func rule(_ name: String) throws(StoreError) -> Rule {
    let folded = Folding.fold(name)
    let found = try rules().first { Folding.fold($0.name) == folded }
    guard let found else { throw .name(.unknown(name)) }
    return found
  }

  /// Keeps a rule under its name: in the place of the one that has the name, else behind the others.
  ///
  /// It is followed from now on; `apply(_:matching:)` does the same to what is there already. Throws `StoreError.name` for a
  /// name, of the rule or of a tag in it, that is empty or too long.
  package func save(_ rule: Rule) throws(StoreError) {
    let actions = try checked(rule.actions)
    try write { writer in
      try writer.rules.save(
        rule.name, ["query": rule.text, "actions": actions.lines, "is_enabled": rule.isEnabled])
    }
  }

  /// Lets a rule rest, or puts it in force again. Throws `StoreError.name` where there is none.
  package func setRule(_ name: String, isEnabled: Bool) throws(StoreError) {
    try write { writer in
      let id = try writer.rules.existingID(name)
      try writer.db.execute(sql: "UPDATE rule SET is_enabled = ? WHERE id = ?", arguments: [isEnabled, id])
    }
  }

  /// Gives a rule another name. Throws `StoreError.name` where there is none, or where another has the new name.
  package func renameRule(_ name: String, to newName: String) throws(StoreError) {
    try write { try $0.rules.rename(name, to: newName) }
  }

  /// Forgets a rule; what it did stays. Throws `StoreError.name` where there is none.
  package func removeRule(_ name: String) throws(StoreError) {
    try write { try $0.rules.remove(name) }
  }

  /// Puts a rule at a place in the order, from 0. Throws `StoreError.name` where there is none.
  package func moveRule(_ name: String, to place: Int) throws(StoreError) {
    try write { try $0.rules.move(name, to: place) }
  }
}

extension StoreWriter {
  fileprivate var rules: NamedRows { NamedRows(db: db, table: .rule) }
}

/// The rules in force, ready for the articles of one transaction.
struct RuleSet {
  private let rules: [(matcher: QueryMatcher, actions: [ResolvedAction])]
  private let terms: TermLookup
  /// The rules that cannot be followed.
  let problems: [RuleProblem]
  /// Whether a rule asks for facets, which an arriving article then needs at once.
  let looksAtFacets: Bool

  /// Dates in queries are read as of `now` in `zone`.
  init(_ writer: inout StoreWriter, now: Timestamp, zone: TimeZone) throws {
    var rules: [(QueryMatcher, [ResolvedAction])] = []
    var problems: [RuleProblem] = []
    var looksAtFacets = false
    let parser = QueryParser(
      now: now, zone: zone, names: TextAnalyser.names, asksForArriving: true, checkPattern: RegularExpression.mistake)
    for rule in try Rule.fetchAll(writer.db) where rule.isEnabled {
      do {
        let query = try parser.parse(rule.text)
        looksAtFacets = looksAtFacets || query.looksAtFacets
        rules.append((QueryMatcher(query), try writer.resolve(rule.actions)))
      } catch let error as QueryError {
        problems.append(RuleProblem(name: rule.name, error: error))
      }
    }
    self.rules = rules
    self.problems = problems
    self.looksAtFacets = looksAtFacets
    terms = TermLookup(writer.db)
  }

  /// Does to an arriving article what the rules say, one after the other: each sees what those before it did, and none sees an
  /// article that was muted, unless it asks for muted ones. Returns whether anything changed.
  func apply(to article: inout StoredArticle) throws -> Bool {
    var hasChanged = false
    for rule in rules where try rule.matcher.matches(article, terms) {
      for action in rule.actions where article.apply(action) { hasChanged = true }
    }
    return hasChanged
  }
}

extension Rule {
  /// In the reader's order.
  static func fetchAll(_ db: Database) throws -> [Rule] {
    let statement = try db.cachedStatement(
      sql: "SELECT name, query, actions, is_enabled FROM rule ORDER BY position, id")
    return try Row.fetchAll(statement).map { row in
      Rule(
        name: try row.text(0), text: try row.text(1), actions: [StatusAction](lines: try row.text(2)),
        isEnabled: try row.flag(3))
    }
  }
}
