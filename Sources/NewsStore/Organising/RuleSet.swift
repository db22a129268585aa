import Foundation
import GRDB
import NewsModel
import RegularExpressions

/// The rules in force, ready for the articles of one transaction.
struct RuleSet {
  private let rules: [(matcher: QueryMatcher, actions: [ResolvedAction])]
  private let terms: TermLookup
  /// The rules that cannot be followed.
  let problems: [RuleProblem]

  /// Dates in queries are read as of `now` in `zone`.
  init(_ writer: inout StoreWriter, now: Timestamp, zone: TimeZone) throws {
    var rules: [(QueryMatcher, [ResolvedAction])] = []
    var problems: [RuleProblem] = []
    let parser = QueryParser(now: now, zone: zone, checkPattern: RegularExpression.mistake)
    for rule in try Rule.fetchAll(writer.db) where rule.isEnabled {
      do {
        let query = try parser.parse(rule.text)
        rules.append((QueryMatcher(query), try writer.resolve(rule.actions)))
      } catch let error as QueryError {
        problems.append(RuleProblem(name: rule.name, error: error))
      }
    }
    self.rules = rules
    self.problems = problems
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
