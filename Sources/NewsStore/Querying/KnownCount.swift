import GRDB
import NewsModel

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

  /// The count for whoever does without one that cannot be read.
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
    switch query {
    case .tag(let name): (.tag, name)
    case .source(let name): (.source, name)
    case .label(let name): (.label, name)
    default: nil
    }
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
