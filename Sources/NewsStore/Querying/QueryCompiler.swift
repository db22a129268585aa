internal import GRDB
internal import NewsModel
internal import TextBasics

/// Makes SQL of a query. Whatever the reader typed is bound, never part of the statement.
///
/// Of the terms that must all hold, the one with the fewest articles is walked, by the counts that the store keeps; the others are
/// tested row by row. All indexes are in the order of ids, so nothing is ever sorted. Muted articles are left out where the query
/// does not speak of them; a store without any is not asked about them.
struct QueryCompiler {
  private let db: Database
  private let spill: Int64
  private let muted: Int

  init(_ db: Database) throws {
    self.db = db
    spill = try StoreState.spill.value(db)
    muted = Int(try StoreState.muted.value(db))
  }

  func compile(_ query: Query) throws -> CompiledQuery {
    let query = query.withoutMutedExcluded
    let terms = query.conjuncts
    let looksAtMuted = query.looksAtMuted
    let walks = try terms.compactMap { term in
      try walk(term, looksAtMuted: looksAtMuted).map { (walk: $0, term: term) }
    }
    let total = try totals(of: Schema.everything).articles + (looksAtMuted ? muted : 0)
    let everything = Walk(rows: "article a NOT INDEXED", id: "a.id", condition: "", count: total)
    // Half of all rows through an index cost more than all of them in a row.
    let best = walks.min { $0.walk.count < $1.walk.count }.flatMap { $0.walk.count * 2 > total ? nil : $0 }

    var result = CompiledQuery(rows: (best?.walk ?? everything).rows, id: (best?.walk ?? everything).id)
    if let best {
      result.conditions.append(best.walk.condition)
      result.arguments += best.walk.arguments
    }
    if muted > 0, !looksAtMuted, best?.walk.leavesMutedOut != true {
      result.conditions.append("a.is_muted = 0")
      // Of a term whose articles are all muted nothing is to be found: no need to walk through them.
      if best?.walk.count == 0 { result.conditions.append("0") }
    }
    for term in terms where term != best?.term {
      narrow(&result, by: term)
      let predicate = try predicate(term)
      result.conditions.append(predicate.sql)
      result.arguments += predicate.arguments
    }
    return result
  }

  /// An index whose rows are those of one term.
  private struct Walk {
    var rows: String
    var id: String
    var condition: String
    var arguments: [any DatabaseValueConvertible] = []
    var count: Int
    var leavesMutedOut = false
  }

  /// The indexes of flags hold no muted articles, except that of muted ones; the lists of terms hold all.
  private func walk(_ term: Query, looksAtMuted: Bool) throws -> Walk? {
    switch term {
    case .tag(let name): try walk(.tag, name, looksAtMuted: looksAtMuted)
    case .source(let name): try walk(.source, name, looksAtMuted: looksAtMuted)
    case .label(let name): try walk(.label, name, looksAtMuted: looksAtMuted)
    case .unread where !looksAtMuted: try flagWalk("article_unread", "a.is_read = 0", \.unread)
    case .starred where !looksAtMuted: try flagWalk("article_starred", "a.is_starred = 1", \.starred)
    case .stub where !looksAtMuted: try flagWalk("article_stub", "a.is_stub = 1", \.stubs)
    case .muted:
      Walk(rows: "article a INDEXED BY article_muted", id: "a.id", condition: "a.is_muted = 1", count: muted)
    default: nil
    }
  }

  private func walk(_ kind: TermKind, _ name: String, looksAtMuted: Bool) throws -> Walk {
    let id = try TermWriter.find(kind, name, db)
    let counted = try id.map { try totals(of: $0).articles } ?? 0
    // CROSS JOIN keeps SQLite from turning the walk round.
    return Walk(
      rows: "posting p CROSS JOIN article a ON a.id = p.article_id", id: "p.article_id",
      condition: "p.term_id = ?", arguments: [id ?? -1], count: counted + (looksAtMuted ? muted : 0))
  }

  private func flagWalk(_ index: String, _ condition: String, _ count: KeyPath<Totals, Int>) throws -> Walk {
    Walk(
      rows: "article a INDEXED BY \(index)", id: "a.id", condition: condition + " AND a.is_muted = 0",
      count: try totals(of: Schema.everything)[keyPath: count], leavesMutedOut: true)
  }

  /// Where the term bounds time, it bounds ids too.
  private func narrow(_ query: inout CompiledQuery, by term: Query) {
    switch term {
    case .since(let moment): query.require("\(query.id) >= ?", TimeOrderedID.first(ofMinute: moment.minute))
    case .until(let moment): query.require("\(query.id) < ?", TimeOrderedID.upperBound(before: moment, spill: spill))
    default: break
    }
  }

  /// The query as several, each with an index to walk, that together give its articles; nil where one index serves it well.
  ///
  /// Walking all articles for one of two rare tags would read the whole store.
  func branches(_ query: Query) throws -> [Query]? {
    let query = query.withoutMutedExcluded
    let terms = query.conjuncts
    // Each branch would judge for itself whether muted articles come into question.
    guard !query.looksAtMuted else { return nil }
    guard try !terms.contains(where: { try walk($0, looksAtMuted: false) != nil }) else { return nil }
    for case .or(let alternatives) in terms where !alternatives.isEmpty {
      let rest = terms.filter { $0 != .or(alternatives) }
      let branches = alternatives.map { Query.allOf(rest + [$0]) }
      let haveWalks = try branches.allSatisfy { branch in
        try branch.conjuncts.contains { try walk($0, looksAtMuted: false) != nil }
      }
      if haveWalks { return branches }
    }
    return nil
  }

  func totals(of term: Int64) throws -> Totals {
    let statement = try db.cachedStatement(sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = ?")
    return try statement.first([term]) { Totals($0, from: 0) } ?? Totals()
  }
}

extension QueryCompiler {
  private struct Predicate {
    var sql: String
    var arguments: [any DatabaseValueConvertible] = []
  }

  /// The query as a condition on the row `a`. No column in it can be NULL, so `NOT` is the plain opposite.
  private func predicate(_ query: Query) throws -> Predicate {
    switch query {
    case .all: Predicate(sql: "1")
    case .and(let terms): try join(terms, " AND ", none: "1")
    case .or(let terms): try join(terms, " OR ", none: "0")
    case .not(let term):
      try { inner in Predicate(sql: "NOT \(inner.sql)", arguments: inner.arguments) }(predicate(term))
    case .tag(let name):
      Predicate(
        sql: "EXISTS (SELECT 1 FROM posting t WHERE t.term_id = ? AND t.article_id = a.id)",
        arguments: [try TermWriter.find(.tag, name, db) ?? -1])
    case .source(let name): Predicate(sql: "a.source_id = ?", arguments: [try TermWriter.find(.source, name, db) ?? -1])
    case .label(let name): Predicate(sql: "a.label_id = ?", arguments: [try TermWriter.find(.label, name, db) ?? -1])
    case .unread: Predicate(sql: "a.is_read = 0")
    case .read: Predicate(sql: "a.is_read = 1")
    case .starred: Predicate(sql: "a.is_starred = 1")
    case .stub: Predicate(sql: "a.is_stub = 1")
    case .muted: Predicate(sql: "a.is_muted = 1")
    case .since(let moment): Predicate(sql: "a.published >= ?", arguments: [moment.rawValue])
    case .until(let moment): Predicate(sql: "a.published < ?", arguments: [moment.rawValue])
    case .title(let text):
      Predicate(sql: "instr(coalesce(a.folded_title, a.title), ?) > 0", arguments: [Folding.fold(text)])
    case .text(let text):
      Predicate(
        sql: """
          (instr(coalesce(a.folded_title, a.title), ?) > 0
            OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key AND body_contains(b.summary, b.blocks, ?)))
          """, arguments: [Folding.fold(text), Folding.fold(text)])
    case .author(let name):
      Predicate(
        sql: "EXISTS (SELECT 1 FROM body b WHERE b.key = a.key AND instr(folded(b.byline), ?) > 0)",
        arguments: [Folding.fold(name)])
    case .regex(let pattern):
      Predicate(
        sql: """
          (pattern_matches(a.title, ?)
            OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key AND pattern_matches_body(b.summary, b.blocks, ?)))
          """, arguments: [pattern, pattern])
    }
  }

  private func join(_ terms: [Query], _ word: String, none: String) throws -> Predicate {
    let parts = try terms.map(predicate)
    return parts.isEmpty
      ? Predicate(sql: none)
      : Predicate(
        sql: "(" + parts.map(\.sql).joined(separator: word) + ")", arguments: parts.flatMap(\.arguments))
  }
}
