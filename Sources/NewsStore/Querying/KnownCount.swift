import GRDB
import NewsModel
import SearchIndex
import TextBasics

/// Answers from the counts that the store keeps of each term.
struct KnownCount {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Nil where the query is none of: everything, a term, a state, a term and a state; or the muted articles.
  func count(_ query: Query) throws -> Int? {
    if query == .muted { return try StoreState.muted.readable(db).map { Int($0) } }
    let parts = query.withoutMutedExcluded.conjuncts
    let terms = parts.filter { Self.term($0) != nil }
    let states = parts.compactMap(Self.state)
    guard terms.count <= 1, states.count <= 1, terms.count + states.count == parts.count else { return nil }
    guard let totals = try totals(ofTerm: terms.first ?? .all) else { return nil }
    return states.first.map { $0(totals) } ?? totals.articles
  }

  /// The count by this or another of the numbers, roll-ups and indexes that tell it without a look at any article; nil where none does.
  func withoutArticles(_ query: Query) throws -> Int? {
    try count(query) ?? IndexedCount(db).count(query) ?? SessionCount(db).count(query) ?? TraitRows(db).count(query)
  }

  /// The count; nil where it cannot be read, too.
  func readable(_ query: Query) throws -> Int? {
    do {
      return try count(query)
    } catch  where error.isDamage {
      return nil
    }
  }

  /// The counts of everything or of one term; nil for other queries.
  func totals(_ query: Query) throws -> Totals? {
    query == .all || Self.term(query) != nil ? try totals(ofTerm: query) : nil
  }

  /// Nil where several terms have the name.
  private func totals(ofTerm query: Query) throws -> Totals? {
    guard let (kind, name) = Self.term(query) else { return try QueryCompiler(db).totals(of: Schema.everything) }
    let ids = try FoldedNames.terms(kind, name, db)
    guard let id = ids.first else { return Totals() }
    return ids.count == 1 ? try QueryCompiler(db).totals(of: id) : nil
  }

  static func term(_ query: Query) -> (kind: TermKind, name: String)? {
    if case .term(let field, let name) = query { (TermKind(field), name) } else { nil }
  }

  private static func state(_ query: Query) -> ((Totals) -> Int)? {
    switch query {
    case .unread: { $0.unread }
    case .read: { $0.articles - $0.unread }
    case .starred: { $0.starred }
    case .stub: { $0.stubs }
    default: nil
    }
  }
}

/// Counts the articles that contain one or two characters, by the index alone.
struct IndexedCount {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Nil where the index cannot tell: for other queries, while articles wait, where an article is in two blocks, and where it is
  /// damaged.
  func count(_ query: Query) throws -> Int? {
    guard case .text(let text) = query.withoutMutedExcluded, try isComplete() else { return nil }
    let needle = TextNeedle(Folding.fold(text))
    guard needle.isExact, let gram = needle.grams.first else { return nil }
    do {
      return try SearchBlock.all(db).reduce(0) { try $0 + ($1.list(of: gram, db)?.count ?? 0) }
    } catch is DamagedPage {
      return nil
    }
  }

  /// Whether every article stands in the index once, in its present form, and none is muted.
  ///
  /// An article that was changed waits, or stands in a second block until both are merged: then the blocks hold more.
  private func isComplete() throws -> Bool {
    let waiting = try Int64.fetchOne(db, sql: "SELECT article_id FROM unindexed LIMIT 1")
    guard waiting == nil, try StoreState.muted.readable(db) == 0 else { return false }
    let indexed = try SearchBlock.all(db).reduce(0) { $0 + $1.documents }
    return try indexed == QueryCompiler(db).totals(of: Schema.everything).articles
  }
}
