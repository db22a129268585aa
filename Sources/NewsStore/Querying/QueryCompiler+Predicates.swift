import GRDB
import NewsModel
import TextBasics

extension QueryCompiler {
  struct Predicate {
    var sql: String
    var arguments: [any DatabaseValueConvertible] = []
  }

  /// The query as a condition on the row `a`. No column in it can be NULL, so `NOT` is the plain opposite.
  func predicate(_ query: Query) throws -> Predicate {
    switch query {
    case .all: Predicate(sql: "1")
    case .and(let terms): try join(terms, " AND ", none: "1")
    case .or(let terms): try join(terms, " OR ", none: "0")
    case .not(let term):
      try { inner in Predicate(sql: "NOT \(inner.sql)", arguments: inner.arguments) }(predicate(term))
    case .tag(let name):
      try { term in
        Predicate(
          sql: "EXISTS (SELECT 1 FROM posting t WHERE t.term_id \(term.sql) AND t.article_id = a.id)",
          arguments: term.arguments)
      }(isTerm(.tag, name))
    case .source(let name):
      try { Predicate(sql: "a.source_id \($0.sql)", arguments: $0.arguments) }(isTerm(.source, name))
    case .label(let name): try { Predicate(sql: "a.label_id \($0.sql)", arguments: $0.arguments) }(isTerm(.label, name))
    case .unread: Predicate(sql: "a.is_read = 0")
    case .read: Predicate(sql: "a.is_read = 1")
    case .starred: Predicate(sql: "a.is_starred = 1")
    case .stub: Predicate(sql: "a.is_stub = 1")
    case .muted: Predicate(sql: "a.is_muted = 1")
    case .since(let moment): Predicate(sql: "a.published >= ?", arguments: [moment.rawValue])
    case .until(let moment): Predicate(sql: "a.published < ?", arguments: [moment.rawValue])
    case .title(let text) where !hasFoldedTitles: Predicate(sql: "contains_text(a.title, ?)", arguments: [text])
    case .title(let text):
      Predicate(sql: "instr(coalesce(a.folded_title, a.title), ?) > 0", arguments: [Folding.fold(text)])
    case .text(let text):
      Predicate(
        sql: """
          (contains_text(a.title, ?) OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key
            AND (contains_body(b.blocks, ?) OR contains_text(b.summary, ?))))
          """, arguments: [text, text, text])
    case .author(let name):
      Predicate(
        sql: "EXISTS (SELECT 1 FROM body b WHERE b.key = a.key AND contains_text(b.byline, ?))", arguments: [name])
    case .regex(let pattern):
      Predicate(
        sql: """
          (matches_text(a.title, ?) OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key
            AND (matches_body(b.blocks, ?) OR matches_text(b.summary, ?))))
          """, arguments: [pattern, pattern, pattern])
    }
  }

  /// What a column must be that names a term.
  private func isTerm(_ kind: TermKind, _ name: String) throws -> Predicate {
    let terms = try FoldedNames.terms(kind, name, db)
    guard terms.count > 1 else { return Predicate(sql: "= ?", arguments: [terms.first ?? -1]) }
    return Predicate(sql: "IN (" + terms.map { _ in "?" }.joined(separator: ", ") + ")", arguments: terms)
  }

  private func join(_ terms: [Query], _ word: String, none: String) throws -> Predicate {
    let parts = try terms.map(predicate)
    return parts.isEmpty
      ? Predicate(sql: none)
      : Predicate(
        sql: "(" + parts.map(\.sql).joined(separator: word) + ")", arguments: parts.flatMap(\.arguments))
  }
}
