import Dashboard
import NewsModel
import RegularExpressions
import TextBasics

/// Answers requests from an array, as the store does from its tables.
struct FakeLibrary: Library {
  /// Newest first.
  var articles: [Article]
  var kept = SavedCollection()
  /// Articles that wait for the search index.
  var unindexed = 0
  var sources: [SubscriptionOverview] = []
  /// What is found at addresses; there is nothing at others.
  var feeds: [String: [FoundFeed]] = [:]
  /// What undoes changes of many articles, by the numbers of their steps.
  private(set) var bulkSteps: [(step: UndoStep, inverse: [StatusChange])] = []

  init(articles: [Article]) { self.articles = articles }

  private func matching(_ query: Query) -> [Headline] {
    articles.filter { query.matches($0) && (!$0.headline.status.isMuted || query.looksAtMuted) }.map(\.headline)
  }

  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) -> HeadlinePage {
    let all = matching(query)
    var page = page(all, from: cursor, limit: limit)
    page.total = total(of: all, query)
    return page
  }

  /// The store, too, has to count what a search finds.
  private func total(of all: [Headline], _ query: Query) -> Int? { query.searchesWords ? nil : all.count }

  func headlines(around key: ArticleKey, matching query: Query, limit: Int) -> HeadlineWindow {
    let all = matching(query)
    guard let headline = all.first(where: { $0.key == key }) else {
      return HeadlineWindow(older: page(all, from: .newest, limit: limit), total: total(of: all, query))
    }
    return HeadlineWindow(
      newer: page(all, from: .newerThan(headline.id), limit: limit), headline: headline,
      older: page(all, from: .olderThan(headline.id), limit: limit), total: total(of: all, query))
  }

  /// Whatever the store finds relevant: here the longest titles.
  func mostRelevant(to query: Query, limit: Int) -> [Headline] {
    Array(matching(query).sorted { ($0.title.count, $0.id) > ($1.title.count, $1.id) }.prefix(limit))
  }

  func count(_ query: Query) -> Int { matching(query).count }

  func unindexedCount() -> Int { unindexed }

  func position(of id: ArticleID, in query: Query) -> Int { matching(query).count { $0.id > id } }

  func article(_ key: ArticleKey) -> Article? { articles.first { $0.headline.key == key } }

  func statistics(_ query: Query, over span: StatisticsSpan) -> Statistics { statistics(query, span) }

  func terms(_ field: TermField, matching query: Query) -> [TermCount] { terms(field, matching(query)) }

  func collection() -> SavedCollection { kept }

  func undoSteps() -> [UndoStep] { bulkSteps.map(\.step).reversed() }

  func subscriptions() -> [SubscriptionOverview] { sources }

  func feeds(at address: String) -> FeedSearchResult { .found(feeds[address] ?? []) }

  func theme(named name: String) -> LoadedTheme {
    name == "broken"
      ? LoadedTheme(theme: nil, problems: ["broken.toml:1:2: a name is missing here"])
      : LoadedTheme(theme: name == "plain" ? .plain : nil)
  }

  private func page(_ all: [Headline], from cursor: PageCursor, limit: Int) -> HeadlinePage {
    switch cursor {
    case .newest: return HeadlinePage(headlines: Array(all.prefix(limit)), hasMore: all.count > limit)
    case .oldest: return HeadlinePage(headlines: Array(all.suffix(limit)), hasMore: all.count > limit)
    case .olderThan(let id):
      let older = all.filter { $0.id < id }
      return HeadlinePage(headlines: Array(older.prefix(limit)), hasMore: older.count > limit)
    case .newerThan(let id):
      let newer = all.filter { $0.id > id }
      return HeadlinePage(headlines: Array(newer.suffix(limit)), hasMore: newer.count > limit)
    }
  }

  private func terms(_ field: TermField, _ headlines: [Headline]) -> [TermCount] {
    var counts: [String: (count: Int, unread: Int)] = [:]
    for headline in headlines {
      for name in headline.values(of: field) {
        counts[name, default: (0, 0)].count += 1
        if !headline.status.isRead { counts[name, default: (0, 0)].unread += 1 }
      }
    }
    return counts.map { TermCount(name: $0, count: $1.count, unread: $1.unread) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func statistics(_ query: Query, _ span: StatisticsSpan) -> Statistics {
    let all = matching(query)
    let (range, bucket) = span.range(
      endingAt: all.first?.published ?? SampleNews.now, oldest: all.last?.published ?? SampleNews.now,
      in: SampleNews.zone)
    let inside = all.filter { range.contains($0.published) }
    let length = Int64(bucket == .hour ? 3_600 : 86_400)
    let volume = (0..<max(1, (range.upperBound - range.lowerBound) / length)).map { index in
      let start = range.lowerBound + index * length
      return VolumeBucket(start: start, count: inside.count { start <= $0.published && $0.published < start + length })
    }
    func counted(_ field: TermField) -> [TermCount] {
      terms(field, inside).prefix(20).map { term in
        TermCount(
          name: term.name, count: term.count, previousCount: term.count * 4 / 5 + 1, unread: term.unread,
          series: (0..<7).map { ($0 * 3 + term.count) % 9 })
      }
    }
    return Statistics(
      request: StatisticsRequest(query: query, range: range, bucket: bucket), overall: totals(all),
      inRange: totals(inside), previousCount: inside.count * 4 / 5, volume: volume, tags: counted(.tag),
      sources: counted(.source), labels: counted(.label))
  }

  private func totals(_ headlines: [Headline]) -> Totals {
    Totals(
      articles: headlines.count, unread: headlines.count { !$0.status.isRead },
      starred: headlines.count { $0.status.isStarred }, stubs: headlines.count { $0.isStub })
  }

  /// Writes a change of statuses and returns its inverse, as the store does.
  mutating func apply(_ change: StatusChange) -> StatusChange {
    var changed: [ArticleKey] = []
    for index in articles.indices where change.keys.contains(articles[index].headline.key) {
      let before = articles[index].headline
      articles[index].headline.apply(change.action)
      if articles[index].headline != before { changed.append(before.key) }
    }
    return StatusChange(change.action.inverse, of: changed)
  }

  /// Makes a change of what is followed, and returns it as it was made.
  mutating func apply(_ change: SubscriptionChange) -> SubscriptionChange {
    switch change {
    case .add(var source):
      source.id = Subscription.ID((sources.map(\.subscription.id.rawValue).max() ?? 0) + 1)
      sources.append(
        SubscriptionOverview(subscription: source, state: FetchState(), articlesADay: 0, articles: 0, unread: 0))
      return .add(source)
    case .remove(let source): sources.removeAll { $0.subscription.id == source.id }
    case .replace(let old, let new):
      for index in sources.indices where sources[index].subscription.id == old.id { sources[index].subscription = new }
    }
    return change
  }

  /// Changes all that match, and remembers what undoes it.
  mutating func change(_ request: BulkRequest) -> BulkEnd {
    let keys = matching(.allOf([request.query, StatusAction.candidates(of: request.actions)])).map(\.key)
    let inverse = request.actions.map { apply(StatusChange($0, of: keys)) }
    let changed = Set(inverse.flatMap(\.keys)).count
    guard changed > 0 else { return .changed(request, BulkOutcome(articles: 0)) }
    let id = UndoStep.ID(rawValue: (bulkSteps.last?.step.id.rawValue ?? 0) + 1)
    let step = UndoStep(id: id, made: SampleNews.now, actions: request.actions, articles: changed)
    bulkSteps.append((step, inverse))
    return .changed(request, BulkOutcome(articles: changed, undoStep: id))
  }

  mutating func undo(_ id: UndoStep.ID) -> BulkEnd {
    guard let index = bulkSteps.firstIndex(where: { $0.step.id == id }) else { return .nothingToUndo }
    let step = bulkSteps.remove(at: index)
    for change in step.inverse { _ = apply(change) }
    return .undone(BulkOutcome(articles: step.step.articles))
  }
}

extension Headline {
  fileprivate func values(of field: TermField) -> [String] {
    switch field {
    case .tag: tags
    case .source: [source ?? ""]
    case .label: [label ?? ""]
    }
  }
}

extension Query {
  /// What the store's queries mean, said once more in the simplest way.
  fileprivate func matches(_ article: Article) -> Bool {
    let headline = article.headline
    let texts = [headline.title, article.summary ?? ""] + article.blocks.map(\.text)
    return switch self {
    case .all: true
    case .and(let terms): terms.allSatisfy { $0.matches(article) }
    case .or(let terms): terms.contains { $0.matches(article) }
    case .not(let term): !term.matches(article)
    case .tag(let name): headline.tags.contains(name)
    case .source(let name): headline.source ?? "" == name
    case .label(let name): headline.label ?? "" == name
    case .unread: !headline.status.isRead
    case .read: headline.status.isRead
    case .starred: headline.status.isStarred
    case .stub: headline.isStub
    case .muted: headline.status.isMuted
    case .since(let moment): headline.published >= moment
    case .until(let moment): headline.published < moment
    case .title(let text): headline.title.holds(text)
    case .text(let text):
      texts.contains { $0.holds(text) }
    case .regex(let pattern):
      texts.contains { text in (try? RegularExpression(pattern))?.matches(text) ?? false }
    case .author(let name): (article.byline ?? "").holds(name)
    }
  }
}

extension String {
  fileprivate func holds(_ text: String) -> Bool { Folding.fold(self).contains(Folding.fold(text)) }
}
