/// In which order a list shows its articles: what `sort:` asks for.
package enum ArticleOrder: String, CaseIterable, Hashable, Sendable {
  /// By publish time, the newest first.
  case published
  /// By publish time, the oldest first.
  case oldest
  /// By arrival in the store, the latest first; of one second, the newest first. Articles of which it is not known come last.
  case arrived
  /// What is most about the sought words first, of the newest that match; the others follow by publish time.
  case relevance

  package var chineseName: String {
    switch self {
    case .published: "发布"
    case .oldest: "最旧"
    case .arrived: "收到"
    case .relevance: "相关度"
    }
  }

  /// The order of a name in either language, in any case.
  package init?(name: String) {
    guard let order = Self.called(name, { [$0.rawValue, $0.chineseName] }) else { return nil }
    self = order
  }

  /// Whether an article stands before another one. Scores are not known here: by relevance the newer stands first.
  package func puts(_ one: ArticlePlace, before other: ArticlePlace) -> Bool {
    switch self {
    case .published, .relevance: one.id > other.id
    case .oldest: one.id < other.id
    case .arrived:
      (one.arrived ?? ArticlePlace.unknownArrival, one.id) > (other.arrived ?? ArticlePlace.unknownArrival, other.id)
    }
  }
}

/// Where an article stands in a list of any order (`ArticleOrder`).
package struct ArticlePlace: Hashable, Sendable {
  /// Follows publish time.
  package var id: ArticleID
  /// When it arrived in the store; nil where that is not known.
  package var arrived: Timestamp?

  /// Before every arrival.
  package static let unknownArrival = Timestamp(0)

  package init(id: ArticleID, arrived: Timestamp? = nil) {
    self.id = id
    self.arrived = arrived
  }

  /// The place right before this one, at which a page that begins with this article begins.
  package func justBefore(in order: ArticleOrder) -> ArticlePlace {
    switch order {
    case .published, .arrived, .relevance: ArticlePlace(id: ArticleID(id.rawValue + 1), arrived: arrived)
    case .oldest: ArticlePlace(id: ArticleID(id.rawValue - 1), arrived: arrived)
    }
  }
}

extension Headline {
  package var place: ArticlePlace { ArticlePlace(id: id, arrived: arrived) }
}

/// Where a page of headlines begins. Pages are found by key, never by counting rows (keyset pagination).
package enum PageCursor: Hashable, Sendable {
  /// The first articles of the list.
  case start
  /// The last articles.
  case end
  /// Those directly behind the place.
  case after(ArticlePlace)
  /// Those directly before the place.
  case before(ArticlePlace)

  /// Whether it leads towards the end of the list.
  package var leadsOn: Bool {
    switch self {
    case .start, .after: true
    case .end, .before: false
    }
  }
}

/// Some neighbouring headlines of a list, in its order whatever the cursor was.
package struct HeadlinePage: Hashable, Sendable {
  package var headlines: [Headline]
  /// Whether the list goes on beyond the page in the direction in which it was read.
  package var hasMore: Bool
  /// The length of the whole list at the moment of the page; nil where it would have to be counted.
  package var total: Int?

  package init(headlines: [Headline] = [], hasMore: Bool = false, total: Int? = nil) {
    self.headlines = headlines
    self.hasMore = hasMore
    self.total = total
  }
}

/// The headlines of a list around an article, or its first ones where the list does not hold it.
package struct HeadlineWindow: Hashable, Sendable {
  /// What stands directly before the article and behind it.
  package var before: HeadlinePage
  /// The article itself; nil where it is gone or does not match. Then `after` holds the first of the list.
  package var headline: Headline?
  package var after: HeadlinePage
  /// The length of the whole list at the moment of the window; nil where it would have to be counted.
  package var total: Int?

  package init(
    before: HeadlinePage = HeadlinePage(), headline: Headline? = nil, after: HeadlinePage, total: Int? = nil
  ) {
    self.before = before
    self.headline = headline
    self.after = after
    self.total = total
  }
}

/// What is written out.
package enum ExportSelection: Hashable, Sendable {
  /// All articles of a query, in its order.
  case matching(Query)
  /// The figures of all articles of a query, in its order: rows of a table, without texts.
  case table(Query)
  /// As of a moment; nil for now.
  case article(ArticleKey, asOf: Timestamp? = nil)

  /// As of when; nil for now.
  package var moment: Timestamp? {
    switch self {
    case .matching(let query), .table(let query): query.asOf
    case .article(_, let moment): moment
    }
  }
}
