import GRDB
import NewsModel

/// All that the counts of an article that is not muted depend on.
struct CountedFacts: Equatable {
  var published: Timestamp
  var isStub: Bool
  var status: ArticleStatus
  var source: Int64
  var label: Int64
  var tags: [Int64]
  var facets: StoredFacets

  /// Every term that the article counts for, but for the whole store.
  var terms: [(kind: TermKind, id: Int64)] {
    [(.source, source), (.label, label)] + tags.map { (.tag, $0) } + facets.terms
  }

  /// The terms of one kind that name something.
  func terms(_ kind: TermKind) -> [Int64] {
    switch kind {
    case .everything: []
    case .source: source == Schema.noSource ? [] : [source]
    case .label: label == Schema.noLabel ? [] : [label]
    case .tag: tags
    case .company, .event, .topic, .tone, .keyword: facets.terms(of: kind)
    }
  }

  /// Hands over the terms of some kinds that name something; what was read from the words is looked at once.
  func forEachTerm(of kinds: [TermKind], _ body: (TermKind, Int64) -> Void) {
    var wantsFacets = false
    for kind in kinds {
      switch kind {
      case .everything: break
      case .source: if source != Schema.noSource { body(kind, source) }
      case .label: if label != Schema.noLabel { body(kind, label) }
      case .tag: for tag in tags { body(kind, tag) }
      case .company, .event, .topic, .tone, .keyword: wantsFacets = true
      }
    }
    guard wantsFacets else { return }
    for term in facets.terms where kinds.contains(term.kind) { body(term.kind, term.id) }
  }

  var totals: Totals {
    Totals(
      articles: 1, unread: status.isRead ? 0 : 1, starred: status.isStarred ? 1 : 0, stubs: isStub ? 1 : 0)
  }
}

extension CountedFacts {
  /// What counts of an article, muted or not.
  init(_ article: StoredArticle) {
    self.init(
      published: article.published, isStub: article.isStub, status: article.status, source: article.source,
      label: article.label, tags: article.tags.all, facets: article.facets)
  }

  static let columns = HeadlineColumn.list([.published, .isStub, .isRead, .isStarred, .source, .label, .tags, .facets])

  /// Reads `columns`, which begin at `offset`.
  init(_ row: Row, from offset: Int) throws {
    self.init(
      published: try row.moment(offset), isStub: try row.flag(offset + 1),
      status: ArticleStatus(isRead: try row.flag(offset + 2), isStarred: try row.flag(offset + 3)),
      source: try row.number(offset + 4), label: try row.number(offset + 5),
      tags: TagIDs(try row.text(offset + 6)).all,
      facets: StoredFacets(try row.text(offset + 7)))
  }
}

extension CountedFacts {
  /// Hands over the facts of every article of a query, in any order.
  static func forEach(
    of query: Query, _ db: Database, _ damage: DamageLog, _ body: (CountedFacts) -> Void
  ) throws {
    let rows = try QueryCompiler(db).compile(query, isOrdered: false).cursor(db, columns)
    while let row = try rows.next() { body(try CountedFacts(row, from: 0)) }
    guard let moment = query.asOf else { return }
    try PastArticles(db, asOf: moment, damage).forEach(matching: query) { article in
      body(CountedFacts(article))
      return true
    }
  }
}

extension Totals {
  /// Reads articles, unread, starred and stubs, which begin at `offset`.
  init(_ row: Row, from offset: Int) throws {
    self.init(
      articles: try row.count(offset), unread: try row.count(offset + 1), starred: try row.count(offset + 2),
      stubs: try row.count(offset + 3))
  }

  static func += (a: inout Totals, b: Totals) {
    a.articles += b.articles
    a.unread += b.unread
    a.starred += b.starred
    a.stubs += b.stubs
  }

  static prefix func - (a: Totals) -> Totals {
    Totals(articles: -a.articles, unread: -a.unread, starred: -a.starred, stubs: -a.stubs)
  }
}
