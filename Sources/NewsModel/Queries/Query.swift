/// Which articles are meant: one tree for the list, the filter, statistics and the command line.
package indirect enum Query: Hashable, Sendable {
  /// Every article.
  case all
  case and([Query])
  case or([Query])
  case not(Query)
  /// A value by which articles are counted, by its whole name. Articles that name no source have the source "", those without a
  /// label the label "".
  case term(TermField, String)
  /// A figure of one of its events is so.
  case figure(FigureCondition)
  case unread
  case read
  case starred
  case stub
  /// Muted articles match only queries that speak of them (`looksAtMuted`).
  case muted
  /// Published at or after the moment.
  case since(Timestamp)
  /// Published before the moment.
  case until(Timestamp)
  /// Published in a session of an exchange.
  case session(SessionCondition)
  /// Arrived in the store at or after the moment. Articles of which that is not known never match.
  case seen(since: Visit)
  /// Had arrived by the moment. All else that the query asks is asked of the article as it was then. Holds for the whole query:
  /// `Query.asOf`.
  case asOf(Timestamp)
  /// Asks nothing of an article: in which order those that match are listed. Holds for the whole query: `Query.order`.
  case sort(ArticleOrder)
  /// Its source has changed its title, text or time.
  case changed
  /// Its page is gone.
  case withdrawn
  case trait(ArticleTrait)
  /// Brought by a feed that lies in a folder of this name, at any depth; "" for feeds in none.
  case folder(String)
  case address(AddressCondition)
  /// The folded title contains the folded text.
  case title(String)
  /// The folded title, the summary or a block of the body contains the folded text.
  case text(String)
  /// The folded byline contains the folded text.
  case author(String)
  /// The regular expression matches in the title, the summary or one block of the body.
  case regex(String)
}

extension Query {
  /// Since when an article is new to the reader.
  package enum Visit: Hashable, Sendable {
    case begun(Timestamp)
    /// Since the dashboard was left last, which the store knows; since ever where it never was.
    case last

    /// - Parameter last: when the dashboard was left last; nil where it never was.
    package func moment(last: Timestamp?) -> Timestamp {
      switch self {
      case .begun(let moment): moment
      case .last: last ?? Timestamp(1)
      }
    }
  }

  package static func tag(_ name: String) -> Query { .term(.tag, name) }
  package static func source(_ name: String) -> Query { .term(.source, name) }
  package static func label(_ name: String) -> Query { .term(.label, name) }

  /// Whether articles are found by words in them, not only by what was counted or marked.
  package var searchesWords: Bool {
    leaves.contains { leaf in
      switch leaf {
      case .text, .title, .author, .regex: true
      default: false
      }
    }
  }

  /// Whether it asks for what is read from the words of an article (`Facets`).
  package var looksAtFacets: Bool {
    switch self {
    case .term(let field, _): TermField.facets.contains(field)
    case .figure: true
    case .and(let terms), .or(let terms): terms.contains(where: \.looksAtFacets)
    case .not(let term): term.looksAtFacets
    case .all, .unread, .read, .starred, .stub, .muted, .since, .until, .session, .seen, .asOf, .sort, .changed,
      .withdrawn, .trait, .folder, .address, .title, .text, .author, .regex:
      false
    }
  }

  /// The session that it asks for; the first where it asks for several, nil for other queries.
  package var soughtSession: SessionCondition? {
    leaves.lazy.compactMap { if case .session(let condition) = $0 { condition } else { nil } }.first
  }

  /// What a query for sessions could mean beside what it finds: the articles before and behind the time for which the calendar knows any.
  /// None for other queries.
  package var beyondCalendar: [Query] {
    guard let known = soughtSession?.known else { return [] }
    let rest = conjuncts.filter { $0.soughtSession == nil }
    return [.until(known.lowerBound), .since(known.upperBound)].map { .allOf(rest + [$0]) }
  }

  /// The part of the query that is a search; `all` where none is.
  package var search: Query { .allOf(conjuncts.filter(\.searchesWords)) }

  /// The texts that an article must have, or may have: what it is ranked by.
  package var soughtTexts: [String] {
    switch self {
    case .text(let text), .title(let text): [text]
    case .and(let terms), .or(let terms): terms.flatMap(\.soughtTexts)
    default: []
    }
  }
}

extension Query {
  /// The conjunction of the given queries, flattened, each term once, without `all`.
  package static func allOf(_ queries: [Query]) -> Query {
    var terms: [Query] = []
    for query in queries.flatMap(\.conjuncts) where !terms.contains(query) { terms.append(query) }
    return terms.isEmpty ? .all : terms.count == 1 ? terms[0] : .and(terms)
  }

  /// The disjunction of the given queries, flattened, each alternative once; `all` where one of them is, and nothing
  /// at all, which is `not(all)`, where there are none.
  package static func anyOf(_ queries: [Query]) -> Query {
    var terms: [Query] = []
    for query in queries.flatMap(\.disjuncts) where !terms.contains(query) { terms.append(query) }
    if terms.contains(.all) { return .all }
    return terms.isEmpty ? .not(.all) : terms.count == 1 ? terms[0] : .or(terms)
  }

  /// What the query leaves out.
  package static func excluding(_ query: Query) -> Query {
    if case .not(let inner) = query { return inner }
    return .not(query)
  }

  /// The terms that must all hold; none for `all`.
  package var conjuncts: [Query] {
    switch self {
    case .all: []
    case .and(let terms): terms.flatMap(\.conjuncts)
    default: [self]
    }
  }

  /// The alternatives of which one must hold; the query itself where it has none.
  private var disjuncts: [Query] {
    switch self {
    case .or(let terms): terms.flatMap(\.disjuncts)
    case .not(.all): []
    default: [self]
    }
  }

  /// The terms without what joins them, in their order, excluded ones among them.
  package var leaves: [Query] {
    switch self {
    case .and(let terms), .or(let terms): terms.flatMap(\.leaves)
    case .not(let term): term.leaves
    default: [self]
    }
  }

  /// The query with another term in the place of each, however deep it stands.
  package func replacingLeaves(_ replacement: (Query) -> Query) -> Query {
    switch self {
    case .and(let terms): .and(terms.map { $0.replacingLeaves(replacement) })
    case .or(let terms): .or(terms.map { $0.replacingLeaves(replacement) })
    case .not(let term): .not(term.replacingLeaves(replacement))
    default: replacement(self)
    }
  }

  /// The same query without empty, doubled and needless parts: the form that the parser gives. Some queries that mean the
  /// same still differ, such as those whose terms stand in another order.
  package var simplified: Query {
    switch self {
    case .and(let terms): .allOf(terms.map(\.simplified))
    case .or(let terms): .anyOf(terms.map(\.simplified))
    case .not(let term): .excluding(term.simplified)
    default: self
    }
  }
}

extension Query {
  /// The moment as of which articles are meant; nil for now. Of several the earliest.
  package var asOf: Timestamp? {
    conjuncts.compactMap { if case .asOf(let moment) = $0 { moment } else { nil } }.min()
  }

  /// The query about articles as they were at a moment; the query itself where that is nil.
  package func known(at moment: Timestamp?) -> Query {
    guard let moment else { return self }
    return .allOf(conjuncts + [.asOf(moment)])
  }

  /// Whether a moment as of which articles are meant stands where it cannot hold for the whole query.
  var hasMisplacedAsOf: Bool { conjuncts.contains { if case .asOf = $0 { false } else { $0.speaksOfAsOf } } }

  private var speaksOfAsOf: Bool { leaves.contains { if case .asOf = $0 { true } else { false } } }
}

extension Query {
  /// The order in which its articles are listed. Where nothing can be scored, none is by relevance; of several the last one holds.
  package var order: ArticleOrder {
    let order = orders.last ?? .published
    return order == .relevance && soughtTexts.isEmpty ? .published : order
  }

  /// The orders that it asks for, each once; more than one contradict each other.
  package var orders: [ArticleOrder] { conjuncts.compactMap(\.ownOrder) }

  /// The query that lists the same articles in an order.
  package func sorted(by order: ArticleOrder) -> Query {
    order == .published ? withoutOrder : .allOf(withoutOrder.conjuncts + [.sort(order)])
  }

  /// What it asks of articles, whatever their order.
  package var withoutOrder: Query { orders.isEmpty ? self : .allOf(conjuncts.filter { $0.ownOrder == nil }) }

  /// What both ask, in the order of the other query where that has one.
  package func narrowed(by other: Query) -> Query {
    .allOf((other.orders.isEmpty ? self : withoutOrder).conjuncts + [other])
  }

  /// Whether an order stands where it cannot hold for the whole query.
  var hasMisplacedOrder: Bool { conjuncts.contains { $0.ownOrder == nil && $0.leaves.contains { $0.ownOrder != nil } } }

  private var ownOrder: ArticleOrder? { if case .sort(let order) = self { order } else { nil } }
}

extension Query {
  /// Whether muted articles come into question: they match only queries that speak of them.
  ///
  /// A query that asks for articles that are not muted, and says no more of them, leaves them out like any other.
  package var looksAtMuted: Bool { withoutMutedExcluded.speaksOfMuted }

  /// The query without what holds by itself where muted articles do not come into question.
  package var withoutMutedExcluded: Query {
    let rest = Query.allOf(conjuncts.filter { $0 != .not(.muted) })
    return rest.speaksOfMuted ? self : rest
  }

  private var speaksOfMuted: Bool { leaves.contains(.muted) }
}

/// What `is:` asks for.
package enum QueryStatus: String, CaseIterable, Hashable, Sendable {
  case unread, read, starred, stub, flash, muted, changed, withdrawn

  package var chineseName: String {
    switch self {
    case .unread: "未读"
    case .read: "已读"
    case .starred: "星标"
    case .stub: "仅标题"
    case .flash: "快讯"
    case .muted: "屏蔽"
    case .changed: "有改动"
    case .withdrawn: "原文已删"
    }
  }

  /// What earlier versions called it, in queries that were saved with them.
  private var formerName: String? {
    switch self {
    case .stub: "待补全"
    case .muted: "静音"
    case .unread, .read, .starred, .flash, .changed, .withdrawn: nil
    }
  }

  /// The status of a name in either language, in any case.
  package init?(name: String) {
    let status = Self.called(name) { [$0.rawValue, $0.chineseName] + [$0.formerName].compactMap(\.self) }
    guard let status else { return nil }
    self = status
  }

  package var query: Query {
    switch self {
    case .unread: .unread
    case .read: .read
    case .starred: .starred
    case .stub: .stub
    case .flash: .trait(.flash)
    case .muted: .muted
    case .changed: .changed
    case .withdrawn: .withdrawn
    }
  }
}
