import GRDB
import NewsModel

/// Makes SQL of a query. Whatever the reader typed is bound, never part of the statement.
///
/// Of the terms that must all hold, the compiler walks the articles of the one with the fewest, by the counts that the store keeps
/// or by a guess from the search index. The others are tested row by row. All access paths are in the order of ids, so nothing is
/// ever sorted. Muted articles are left out where the query does not speak of them; a store without any is not asked about them.
struct QueryCompiler {
  let db: Database
  /// How many articles are muted; more than 0 where the file does not tell.
  let muted: Int
  /// Whether folded titles were made by the present rules.
  let hasFoldedTitles: Bool
  let hasIndex: Bool
  private let overflow: Int64

  /// So many minutes bound nothing.
  private static let unknownOverflow: Int64 = 1 << 40

  init(_ db: Database) throws {
    self.db = db
    hasFoldedTitles = try Refolding.isDone(db)
    hasIndex = try SearchBlock.isUsable(db)
    overflow = try StoreState.minuteOverflow.readable(db) ?? Self.unknownOverflow
    muted = Int(try StoreState.muted.readable(db) ?? 1)
  }

  func compile(_ query: Query) throws -> CompiledQuery {
    let query = query.withoutMutedExcluded
    let terms = query.conjuncts
    let looksAtMuted = query.looksAtMuted
    let path = try cheapestPath(terms, looksAtMuted: looksAtMuted)
    var result = CompiledQuery(rows: path.rows, id: path.id, conditions: path.conditions, arguments: path.arguments)
    if muted > 0, !looksAtMuted, !path.leavesMutedOut {
      result.conditions.append("a.is_muted = 0")
      // A term whose articles are all muted matches nothing: there is no need to walk through them.
      if path.cost == 0, path.term != nil { result.conditions.append("0") }
    }
    for term in terms where term != path.term {
      narrow(&result, by: term)
      let predicate = try predicate(term)
      result.conditions.append(predicate.sql)
      result.arguments += predicate.arguments
    }
    return result
  }

  /// Where the term bounds time, it bounds ids too.
  private func narrow(_ query: inout CompiledQuery, by term: Query) {
    switch term {
    case .since(let moment): query.require("\(query.id) >= ?", TimeOrderedID.first(ofMinute: moment.minute))
    case .until(let moment):
      query.require("\(query.id) < ?", TimeOrderedID.upperBound(before: moment, overflow: overflow))
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
    guard !query.looksAtMuted, try !hasPath(terms) else { return nil }
    for case .or(let alternatives) in terms where !alternatives.isEmpty {
      let rest = terms.filter { $0 != .or(alternatives) }
      let branches = alternatives.map { Query.allOf(rest + [$0]) }
      if try branches.allSatisfy({ try hasPath($0.conjuncts) }) { return branches }
    }
    return nil
  }

  func totals(of term: Int64) throws -> Totals {
    let statement = try db.cachedStatement(sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = ?")
    return try statement.first([term]) { try Totals($0, from: 0) } ?? Totals()
  }
}
