import Configuration
package import Dashboard
package import Foundation
package import NewsModel
import RegularExpressions
package import TextAnalysis
import TextBasics

/// Answers requests from an array, as the store does from its tables. `LibraryContractTests` holds that both answer the same.
package struct FakeLibrary: Library {
  /// Newest first.
  package var articles: [Article]
  package var kept = SavedCollection()
  /// Articles that wait for the search index.
  package var unindexed = 0
  /// The companies that its tables know.
  package var companies: [CompanyTable.Entry] = []
  /// Articles that nobody has read for facets.
  package var unanalysed = 0
  package var sources: [SubscriptionOverview] = []
  /// What is found at addresses; there is nothing at others.
  package var feeds: [String: [FoundFeed]] = [:]
  /// What undoes changes of many articles, by the numbers of their steps.
  package private(set) var bulkSteps: [(step: UndoStep, inverse: [StatusChange])] = []
  /// What the reader called wrong.
  package var wrong: [ArticleKey: [FacetTerm]] = [:]
  /// Whether it makes up how many articles there were before a range, and how terms went within it: news of three days has no trends.
  package var inventsTrends = false
  /// What companies are called, by their codes.
  package var companyNames: [String: String] = [:]
  /// When the dashboard was left last.
  package var lastVisit: Timestamp?
  /// What articles said before they were changed, by their keys, and until when.
  package var former: [ArticleKey: (article: Article, replaced: Timestamp)] = [:]
  /// The moment at which it is asked.
  private let now: Timestamp
  private let zone: TimeZone

  package init(articles: [Article], now: Timestamp, zone: TimeZone) {
    self.articles = articles
    self.now = now
    self.zone = zone
  }

  private func matching(_ query: Query) -> [Headline] {
    let meant = Query.allOf(query.conjuncts.map { $0 == .seen(since: .last) ? .seen(since: .begun(visitEnd)) : $0 })
    return known(asOf: query.asOf).filter { meant.matches($0) && (!$0.headline.status.isMuted || meant.looksAtMuted) }
      .map(\.headline)
  }

  private func listed(_ query: Query) -> [Headline] {
    matching(query).sorted { query.order.puts($0.place, before: $1.place) }
  }

  private var visitEnd: Timestamp { Query.Visit.last.moment(last: lastVisit) }

  private func known(asOf moment: Timestamp?) -> [Article] {
    guard let moment else { return articles }
    return articles.map { article in
      former[article.headline.key].flatMap { $0.replaced > moment ? $0.article : nil } ?? article
    }
  }

  package func headlines(matching query: Query, from cursor: PageCursor, limit: Int) -> HeadlinePage {
    let all = listed(query)
    var page = page(all, query.order, from: cursor, limit: limit)
    page.total = total(of: all, query)
    return page
  }

  /// The store, too, has to count what a search finds.
  private func total(of all: [Headline], _ query: Query) -> Int? { query.searchesWords ? nil : all.count }

  package func headlines(around key: ArticleKey, matching query: Query, limit: Int) -> HeadlineWindow {
    let all = listed(query)
    guard let headline = all.first(where: { $0.key == key }) else {
      return HeadlineWindow(after: page(all, query.order, from: .start, limit: limit), total: total(of: all, query))
    }
    return HeadlineWindow(
      before: page(all, query.order, from: .before(headline.place), limit: limit), headline: headline,
      after: page(all, query.order, from: .after(headline.place), limit: limit), total: total(of: all, query))
  }

  /// Whatever the store finds relevant: here the longest titles.
  package func mostRelevant(to query: Query, limit: Int) -> [Headline] {
    Array(matching(query).sorted { ($0.title.count, $0.id) > ($1.title.count, $1.id) }.prefix(limit))
  }

  package func count(_ query: Query) -> Int { matching(query).count }

  package func unindexedCount() -> Int { unindexed }

  package func unanalysedCount() -> Int { unanalysed }

  package func position(of place: ArticlePlace, in query: Query) -> Int {
    matching(query).count { query.order.puts($0.place, before: place) }
  }

  package func article(_ key: ArticleKey, asOf moment: Timestamp? = nil) -> Article? {
    known(asOf: moment).first { article in
      article.headline.key == key && Query.all.known(at: moment).matches(article)
    }
  }

  /// Companies are named by what they are called, nothing else.
  package func companies(of article: Article) -> ArticleCompanies {
    let codes = article.headline.facets.companies
    let names = codes.compactMap { code in companyNames[code].map { ArticleCompanies.Naming($0, code) } }
    let texts = [article.headline.title] + article.blocks.map(\.text)
    return ArticleCompanies(
      titles: codes.map { code in .init(companyNames[code].map { $0 + " " + code } ?? code, code) },
      words: texts.flatMap { text in
        names.flatMap { name in text.ranges(of: name.text).map { (start: $0.lowerBound, name: name) } }
          .sorted { $0.start < $1.start }.map(\.name)
      })
  }

  package func history(of key: ArticleKey, asOf moment: Timestamp?) -> [KeptVersion] {
    guard let present = articles.first(where: { $0.headline.key == key }) else { return [] }
    let old = former[key]
    var history = [
      KeptVersion(
        number: old == nil ? 1 : 2, article: present, arrived: old?.replaced ?? present.headline.arrived,
        replaced: nil, broughtBy: sources.first?.subscription.name, change: present.headline.change)
    ]
    if let old {
      let first = KeptVersion(
        number: 1, article: old.article, arrived: old.article.headline.arrived, replaced: old.replaced,
        broughtBy: nil, change: .none)
      history.insert(first, at: 0)
    }
    guard let moment else { return history }
    return history.filter { ($0.arrived ?? moment) <= moment }
  }

  package func wrongFacets(of key: ArticleKey) -> [FacetTerm] { wrong[key] ?? [] }

  package func statistics(
    _ query: Query, over span: StatisticsSpan?, fields: [TermField] = TermField.published
  ) -> Statistics { statistics(query, span, fields) }

  package func tones(of companies: [String], in request: StatisticsRequest) -> [String: ToneCounts] {
    let counted = matching(request.query).filter { request.range.contains($0.published) }.map(\.facets)
    return Dictionary(
      uniqueKeysWithValues: companies.map { company in
        let facets = counted.filter { $0.companies.contains(company) }
        return (
          company,
          ToneCounts(
            positive: facets.count { $0.tone == .positive }, negative: facets.count { $0.tone == .negative })
        )
      })
  }

  package func companyCounts(
    of company: String, asOf moment: Timestamp? = nil, over span: StatisticsSpan
  ) -> CompanyCounts {
    let query = Query.term(.company, company).known(at: moment)
    let all = matching(query)
    let range = range(of: all, until: now, span).range
    func counted(_ query: Query, _ fields: [TermField]) -> Statistics {
      statistics(query, (range, .day), fields, termLimit: 21)
    }
    let tones = Tone.allCases.map { tone in
      (tone, counted(.allOf([query, .term(.tone, tone.rawValue)]), []).volume)
    }
    return CompanyCounts(
      statistics: counted(query, CompanyCounts.fields),
      tones: Dictionary(uniqueKeysWithValues: tones))
  }

  package func company(_ code: String) -> CompanyTable.Entry? {
    let code = code.uppercased()
    return companies.first { company in
      company.listings.contains { [$0.name, $0.code, "SH" + $0.code].contains(code) } || company.code == code
    }
  }

  package func companies(meant typed: String) -> [CompanyTable.Entry] {
    if let company = company(typed) { return [company] }
    let matcher = NameMatcher(typed)
    return companies.filter { company in
      ([company.name] + company.otherNames).contains { matcher.score($0)?.positions.count == $0.unicodeScalars.count }
    }
  }

  package func companies(completing typed: String) -> [CompanyTable.Entry] {
    companies.filter { NameMatcher(typed).score($0.name) != nil || $0.code.hasPrefix(typed) }
  }

  package func terms(
    _ fields: [TermField], matching query: Query, limit: Int = .max
  ) -> [TermField: [TermCount]] {
    let found = matching(query)
    return Dictionary(uniqueKeysWithValues: fields.map { ($0, Array(terms($0, found).prefix(limit))) })
  }

  package func hosts(limit: Int) -> [String] {
    let hosts = articles.compactMap(\.url).compactMap(AddressCondition.host)
    let counts = Dictionary(hosts.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }

  package func collection() -> SavedCollection { kept }

  package func undoSteps() -> [UndoStep] { bulkSteps.map(\.step).reversed() }

  package func subscriptions() -> [SubscriptionOverview] { sources }

  package func feeds(at address: String) -> FeedSearchResult { .found(feeds[address] ?? []) }

  package func theme(named name: String) -> LoadedTheme {
    name == "broken"
      ? LoadedTheme(theme: nil, problems: ["broken.toml:1:2: a name is missing here"])
      : LoadedTheme(theme: name == "plain" ? .plain : nil)
  }

  private func page(_ all: [Headline], _ order: ArticleOrder, from cursor: PageCursor, limit: Int) -> HeadlinePage {
    let rest =
      switch cursor {
      case .start, .end: all
      case .after(let place): all.filter { order.puts(place, before: $0.place) }
      case .before(let place): all.filter { order.puts($0.place, before: place) }
      }
    return HeadlinePage(
      headlines: Array(cursor.leadsOn ? rest.prefix(limit) : rest.suffix(limit)), hasMore: rest.count > limit)
  }

  /// What names nothing is not counted.
  private func terms(_ field: TermField, _ headlines: [Headline]) -> [TermCount] {
    var counts: [String: (count: Int, unread: Int)] = [:]
    for headline in headlines {
      for name in headline.values(of: field) where !name.isEmpty {
        counts[name, default: (0, 0)].count += 1
        if !headline.status.isRead { counts[name, default: (0, 0)].unread += 1 }
      }
    }
    return counts.map { name, counts in
      TermCount(
        name: name, title: field == .company ? companyNames[name] : nil, count: counts.count, unread: counts.unread)
    }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func statistics(_ query: Query, _ span: StatisticsSpan?, _ fields: [TermField]) -> Statistics {
    let all = matching(query)
    let stated = span == nil ? query.statedRange(now: now, in: zone) { all.last?.published } : nil
    return statistics(
      query, stated ?? range(of: all, until: query.lastMoment(now: now), span ?? .everything), fields)
  }

  private func statistics(
    _ query: Query, _ time: (range: Range<Timestamp>, bucket: StatisticsBucket),
    _ fields: [TermField], termLimit: Int = 20
  ) -> Statistics {
    let all = matching(query)
    let (range, bucket) = time
    let length = range.upperBound - range.lowerBound
    let inside = all.filter { range.contains($0.published) }
    let before = all.filter { (range.lowerBound - length..<range.lowerBound).contains($0.published) }
    let step = Int64(bucket == .hour ? 3_600 : 86_400)
    let volume = (0..<length / step).map { index in
      let start = range.lowerBound + index * step
      let headlines = inside.filter { start <= $0.published && $0.published < start + step }
      return VolumeBucket(start: start, count: headlines.count, unread: headlines.count { !$0.status.isRead })
    }
    // Slices are whole quarter-hours, those of four weeks and more whole UTC days.
    let sliceUnit: Int64 = length >= 28 * 86_400 ? 86_400 : 900
    let start = sliceUnit == 900 ? range.lowerBound : range.lowerBound - range.lowerBound.rawValue % sliceUnit
    let units = (range.upperBound - start + sliceUnit - 1) / sliceUnit
    func counted(_ field: TermField) -> [TermCount] {
      terms(field, inside).prefix(termLimit).map { term in
        var term = term
        if inventsTrends {
          term.previousCount = term.count * 4 / 5 + 1
          term.series = (0..<7).map { ($0 * 3 + term.count) % 9 }
          return term
        }
        term.previousCount = before.count { $0.values(of: field).contains(term.name) }
        term.series = [Int](repeating: 0, count: 7)
        for headline in inside where headline.values(of: field).contains(term.name) {
          term.series[Int((headline.published - start) / sliceUnit * 7 / units)] += 1
        }
        return term
      }
    }
    return Statistics(
      request: StatisticsRequest(
        query: query, range: range, bucket: bucket, fields: fields, termLimit: termLimit), overall: totals(all),
      inRange: totals(inside), previousCount: inventsTrends ? inside.count * 4 / 5 : before.count, volume: volume,
      terms: Dictionary(uniqueKeysWithValues: fields.map { ($0, counted($0)) }))
  }

  /// Old news has statistics too: then the span ends with the newest of it.
  private func range(
    of all: [Headline], until latest: Timestamp, _ span: StatisticsSpan
  ) -> (range: Range<Timestamp>, bucket: StatisticsBucket) {
    let newest = all.first?.published ?? latest
    let isRecent = all.isEmpty || span.days.map { newest > latest - Int64($0) * 86_400 } ?? false
    return span.range(endingAt: isRecent ? latest : newest, oldest: all.last?.published ?? newest, in: zone)
  }

  private func totals(_ headlines: [Headline]) -> Totals {
    Totals(
      articles: headlines.count, unread: headlines.count { !$0.status.isRead },
      starred: headlines.count { $0.status.isStarred }, stubs: headlines.count { $0.isStub })
  }

  /// Writes a change of statuses and returns its inverse, as the store does.
  package mutating func apply(_ change: StatusChange) throws(NameProblem) -> StatusChange {
    let action = try kept(change.action)
    var changed: [ArticleKey] = []
    for key in change.keys {
      guard let index = articles.firstIndex(where: { $0.headline.key == key }) else { continue }
      let before = articles[index].headline
      articles[index].headline.apply(action)
      if articles[index].headline != before { changed.append(key) }
    }
    return StatusChange(action.inverse, of: changed)
  }

  /// The action with the name of its tag as it was first written.
  private func kept(_ action: StatusAction) throws(NameProblem) -> StatusAction {
    switch action {
    case .tag(let name): .tag(known(try NameProblem.checked(name)))
    case .untag(let name): .untag(known(try NameProblem.checked(name)))
    default: action
    }
  }

  private func known(_ name: String) -> String {
    articles.lazy.flatMap(\.headline.tags).first { $0.isCalled(name) } ?? name
  }

  /// Makes a change of what is followed, and returns it as it was made.
  package mutating func apply(_ change: SubscriptionChange) -> SubscriptionChange {
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
  package mutating func change(_ request: BulkRequest) -> BulkEnd {
    let keys = matching(.allOf([request.query, StatusAction.candidates(of: request.actions)])).map(\.key)
    var inverse: [StatusChange] = []
    do {
      // What was done last is undone first.
      for action in request.actions { inverse.insert(try apply(StatusChange(action, of: keys)), at: 0) }
    } catch {
      return .failed(SafeText("\(error)"))
    }
    let changed = Set(inverse.flatMap(\.keys)).count
    guard changed > 0 else { return .changed(request, BulkOutcome(articles: 0)) }
    let id = UndoStep.ID(rawValue: (bulkSteps.last?.step.id.rawValue ?? 0) + 1)
    bulkSteps.append((UndoStep(id: id, made: now, actions: request.actions, articles: changed), inverse))
    return .changed(request, BulkOutcome(articles: changed, undoStep: id))
  }

  package mutating func undo(_ id: UndoStep.ID) -> BulkEnd {
    guard let index = bulkSteps.firstIndex(where: { $0.step.id == id }) else { return .nothingToUndo }
    let inverse = bulkSteps.remove(at: index).inverse
    // The names were checked when the change was made.
    let undone = inverse.compactMap { try? apply($0) }
    return .undone(BulkOutcome(articles: Set(undone.flatMap(\.keys)).count))
  }
}

extension Headline {
  fileprivate func values(of field: TermField) -> [String] {
    switch field {
    case .tag: tags
    case .source: [source ?? ""]
    case .label: [label ?? ""]
    case .company, .event, .topic, .tone, .keyword: facets.values(of: field)
    }
  }
}

extension Query {
  /// What the store's queries mean, said once more in the simplest way.
  fileprivate func matches(_ article: Article) -> Bool {
    let headline = article.headline
    let texts = [headline.title, article.summary ?? ""] + article.blocks.flatMap(\.pieces)
    return switch self {
    case .all: true
    case .and(let terms): terms.allSatisfy { $0.matches(article) }
    case .or(let terms): terms.contains { $0.matches(article) }
    case .not(let term): !term.matches(article)
    case .term(let field, let name): headline.values(of: field).contains { $0.isCalled(name) }
    case .figure(let condition): condition.matches(headline.facets.events)
    case .unread: !headline.status.isRead
    case .read: headline.status.isRead
    case .starred: headline.status.isStarred
    case .stub: headline.isStub
    case .muted: headline.status.isMuted
    case .since(let moment): headline.published >= moment
    case .until(let moment): headline.published < moment
    case .seen(let visit): headline.arrived.map { $0 >= visit.moment(last: nil) } ?? false
    case .asOf(let moment): headline.arrived.map { $0 <= moment } ?? true
    case .sort: true
    case .changed: headline.change != .none
    case .withdrawn: headline.withdrawn != nil
    case .session(let condition): condition.holds(at: headline.published)
    case .trait(let trait): article.has(trait)
    // It does not know which feed brought an article.
    case .folder: false
    case .address(let condition): condition.matches(article.url)
    case .title(let text): headline.title.holds(text)
    case .text(let text):
      texts.contains { $0.holds(text) }
    case .regex(let pattern):
      texts.contains { text in (try? RegularExpression(pattern))?.matches(text) ?? false }
    case .author(let name): (article.byline ?? "").holds(name)
    }
  }
}

extension Article {
  fileprivate func has(_ trait: ArticleTrait) -> Bool {
    switch trait {
    case .language(let language): LanguageReader.language(of: [headline.title] + blocks.map(\.text)) == language
    case .link: !links.isEmpty
    case .table: blocks.contains { if case .table = $0 { true } else { false } }
    case .figure: blocks.contains { if case .figure = $0 { true } else { false } }
    case .flash:
      !headline.isStub
        && [headline.title, "【" + headline.title].contains { blocks.first?.text.hasPrefix($0) ?? false }
    }
  }
}

extension Block {
  /// Each is looked through by itself.
  fileprivate var pieces: [String] {
    switch self {
    case .list(let items): items
    case .table(let rows): rows.flatMap(\.self)
    case .paragraph, .heading, .quote, .code, .figure: [text]
    }
  }
}

extension String {
  /// Names that differ only in the way of writing are one.
  fileprivate func isCalled(_ name: String) -> Bool { Folding.fold(self) == Folding.fold(name) }

  fileprivate func holds(_ text: String) -> Bool { Folding.fold(self).contains(Folding.fold(text)) }
}
