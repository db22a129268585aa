import GRDB
import NewsModel

extension QueryCompiler {
  /// Rows in the order of ids among which all that match are found.
  struct Walk {
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

  /// The cheapest walk for terms that must all hold.
  func bestWalk(_ terms: [Query], looksAtMuted: Bool) throws -> Walk {
    let total = try totals(of: Schema.everything).articles + (looksAtMuted ? muted : 0)
    let everything = Walk(rows: "article a NOT INDEXED", id: "a.id", cost: total)
    var others = try terms.compactMap { try walk($0, looksAtMuted: looksAtMuted) }
    if let candidates = try candidateWalk(terms, total: total) { others.append(candidates) }
    // Half of all rows through an index cost more than all of them in a row.
    return others.min { $0.cost < $1.cost }.flatMap { $0.cost * 2 > total ? nil : $0 } ?? everything
  }

  /// Whether any of the terms narrows what is to be walked.
  func hasWalk(_ terms: [Query]) throws -> Bool {
    try hasIndex && CandidateQuery(terms) != nil || terms.contains { try walk($0, looksAtMuted: false) != nil }
  }

  /// The indexes of flags hold no muted articles, except that of muted ones; the lists of terms hold all.
  private func walk(_ term: Query, looksAtMuted: Bool) throws -> Walk? {
    switch term {
    case .tag(let name): try walk(.tag, name, term, looksAtMuted: looksAtMuted)
    case .source(let name): try walk(.source, name, term, looksAtMuted: looksAtMuted)
    case .label(let name): try walk(.label, name, term, looksAtMuted: looksAtMuted)
    case .unread where !looksAtMuted: try walk("article_unread", "a.is_read = 0", \.unread, term)
    case .starred where !looksAtMuted: try walk("article_starred", "a.is_starred = 1", \.starred, term)
    case .stub where !looksAtMuted: try walk("article_stub", "a.is_stub = 1", \.stubs, term)
    case .muted:
      Walk(
        rows: "article a INDEXED BY article_muted", id: "a.id", conditions: ["a.is_muted = 1"], term: term, cost: muted)
    default: nil
    }
  }

  /// Nil where several terms have the name, whose articles come in no common order.
  private func walk(_ kind: TermKind, _ name: String, _ term: Query, looksAtMuted: Bool) throws -> Walk? {
    let ids = try FoldedNames.terms(kind, name, db)
    guard ids.count <= 1 else { return nil }
    let id = ids.first
    let counted = try id.map { try totals(of: $0).articles } ?? 0
    // CROSS JOIN keeps SQLite from turning the walk round.
    return Walk(
      rows: "posting p CROSS JOIN article a ON a.id = p.article_id", id: "p.article_id", conditions: ["p.term_id = ?"],
      arguments: [id ?? -1], term: term, cost: counted + (looksAtMuted ? muted : 0))
  }

  private func walk(
    _ index: String, _ condition: String, _ count: KeyPath<Totals, Int>, _ term: Query
  ) throws -> Walk {
    Walk(
      rows: "article a INDEXED BY \(index)", id: "a.id", conditions: [condition + " AND a.is_muted = 0"], term: term,
      cost: try totals(of: Schema.everything)[keyPath: count], leavesMutedOut: true)
  }

  private func candidateWalk(_ terms: [Query], total: Int) throws -> Walk? {
    guard hasIndex, let candidates = CandidateQuery(terms) else { return nil }
    let count = try CandidateEstimate(db, total: total).count(candidates)
    // Going through all titles costs a tenth of going through as many texts.
    let isOfTitlesOnly = terms.allSatisfy { if case .title = $0 { true } else { CandidateQuery([$0]) == nil } }
    return Walk(
      rows: "\(CandidateTable.name) c CROSS JOIN article a ON a.id = c.id", id: "c.id", conditions: ["c.query = ?"],
      arguments: [candidates.encoded], cost: isOfTitlesOnly ? count * 10 : count)
  }
}
