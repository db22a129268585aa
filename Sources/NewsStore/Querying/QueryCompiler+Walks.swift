import GRDB
import NewsModel

extension QueryCompiler {
  /// How rows are reached: rows in the order of ids, among which are all that match.
  struct AccessPath {
    var rows: String
    var id: String
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    /// The term that all walked rows satisfy; nil where every term is still to be tested.
    var term: Query?
    /// About how many rows there are, in the measure of one that is read through an index.
    var cost: Int
    var leavesMutedOut = false
  }

  /// The cheapest access path for terms that must all hold.
  func cheapestPath(_ terms: [Query], looksAtMuted: Bool) throws -> AccessPath {
    let total = try totals(of: Schema.everything).articles + (looksAtMuted ? muted : 0)
    let everything = AccessPath(rows: "article a NOT INDEXED", id: "a.id", cost: total)
    var others = try terms.compactMap { try path($0, looksAtMuted: looksAtMuted) }
    if let candidates = try candidatePath(terms, total: total) { others.append(candidates) }
    // Half of all rows through an index cost more than all of them in a row.
    return others.min { $0.cost < $1.cost }.flatMap { $0.cost * 2 > total ? nil : $0 } ?? everything
  }

  /// Whether an index narrows what is to be walked for any of the terms.
  func hasPath(_ terms: [Query]) throws -> Bool {
    try hasIndex && CandidateQuery(terms) != nil || terms.contains { try path($0, looksAtMuted: false) != nil }
  }

  /// The indexes of flags hold no muted articles, except that of muted ones; the lists of terms hold all.
  private func path(_ term: Query, looksAtMuted: Bool) throws -> AccessPath? {
    switch term {
    case .tag(let name): try path(.tag, name, term, looksAtMuted: looksAtMuted)
    case .source(let name): try path(.source, name, term, looksAtMuted: looksAtMuted)
    case .label(let name): try path(.label, name, term, looksAtMuted: looksAtMuted)
    case .unread where !looksAtMuted: try path("article_unread", "a.is_read = 0", \.unread, term)
    case .starred where !looksAtMuted: try path("article_starred", "a.is_starred = 1", \.starred, term)
    case .stub where !looksAtMuted: try path("article_stub", "a.is_stub = 1", \.stubs, term)
    case .muted:
      AccessPath(
        rows: "article a INDEXED BY article_muted", id: "a.id", conditions: ["a.is_muted = 1"], term: term, cost: muted)
    default: nil
    }
  }

  /// Nil where several terms have the name, whose articles come in no common order.
  private func path(_ kind: TermKind, _ name: String, _ term: Query, looksAtMuted: Bool) throws -> AccessPath? {
    let ids = try FoldedNames.terms(kind, name, db)
    guard ids.count <= 1 else { return nil }
    let id = ids.first
    let counted = try id.map { try totals(of: $0).articles } ?? 0
    // CROSS JOIN keeps SQLite from turning the path round.
    return AccessPath(
      rows: "posting p CROSS JOIN article a ON a.id = p.article_id", id: "p.article_id", conditions: ["p.term_id = ?"],
      arguments: [id ?? -1], term: term, cost: counted + (looksAtMuted ? muted : 0))
  }

  private func path(
    _ index: String, _ condition: String, _ count: KeyPath<Totals, Int>, _ term: Query
  ) throws -> AccessPath {
    AccessPath(
      rows: "article a INDEXED BY \(index)", id: "a.id", conditions: [condition + " AND a.is_muted = 0"], term: term,
      cost: try totals(of: Schema.everything)[keyPath: count], leavesMutedOut: true)
  }

  private func candidatePath(_ terms: [Query], total: Int) throws -> AccessPath? {
    guard hasIndex, let candidates = CandidateQuery(terms) else { return nil }
    let count = try CandidateEstimate(db, total: total).count(candidates)
    // Going through all titles costs a tenth of going through as many texts.
    let isOfTitlesOnly = terms.allSatisfy { if case .title = $0 { true } else { CandidateQuery([$0]) == nil } }
    return AccessPath(
      rows: "\(CandidateTable.name) c CROSS JOIN article a ON a.id = c.id", id: "c.id", conditions: ["c.query = ?"],
      arguments: [candidates.encoded], cost: isOfTitlesOnly ? count * 10 : count)
  }
}
