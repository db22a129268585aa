import Foundation
import NewsModel

/// In which circumstances items are saved.
struct SavingContext {
  var now = Timestamp.now
  /// The reader's: that of dates in rules, and of the days in which articles are told apart.
  var zone = TimeZone.current
  /// Whether the pages of new articles, and of those whose text the feed changed, are to be fetched.
  var awaitsPages = false
}

extension StoreWriter {
  /// Saves all items of a body.
  mutating func save(_ drafts: [ItemDraft], _ context: SavingContext = SavingContext()) throws -> SaveReport {
    var body = ArrivingBody()
    return try save(drafts, of: &body, endingAt: [drafts.count], context)
  }

  /// Saves some items of a body in order, and follows the rules for what is new.
  ///
  /// - Parameter ends: the places in `drafts` before which a body ends and the next one begins. What has come of a body that has
  ///   not ended is remembered in `body`, to go on with.
  mutating func save(
    _ drafts: [ItemDraft], of body: inout ArrivingBody, endingAt ends: [Int], _ context: SavingContext
  ) throws -> SaveReport {
    let rules = try RuleSet(&self, now: context.now, zone: context.zone)
    var report = SaveReport(ruleProblems: rules.problems)
    var ends = ends[...]
    for (place, ready) in try prepare(drafts).enumerated() {
      while let end = ends.first, end <= place {
        try endBody(&body, context, rules, &report)
        ends.removeFirst()
      }
      try save(ready, of: &body, isDecided: false, context, rules, &report)
      if body.isCrowded { try decideWaiting(of: &body, context, rules, &report) }
    }
    for _ in ends { try endBody(&body, context, rules, &report) }
    return report
  }

  private mutating func endBody(
    _ body: inout ArrivingBody, _ context: SavingContext, _ rules: RuleSet, _ report: inout SaveReport
  ) throws {
    try decideWaiting(of: &body, context, rules, &report)
    body = ArrivingBody()
  }

  private mutating func decideWaiting(
    of body: inout ArrivingBody, _ context: SavingContext, _ rules: RuleSet, _ report: inout SaveReport
  ) throws {
    guard body.hasWaitingItems else { return }
    for ready in try prepare(body.removeWaiting()) {
      try save(ready, of: &body, isDecided: true, context, rules, &report)
    }
  }

  /// Looks up at once what the items name.
  private mutating func prepare(_ drafts: [ItemDraft]) throws -> [ReadyItem] {
    var ready: [ReadyItem] = []
    ready.reserveCapacity(drafts.count)
    for draft in drafts {
      let item = try article(draft)
      let former = try draft.content.former.map { (try formerArticle($0.draft), $0.replaced) }
      ready.append(ReadyItem(draft, item, former: former))
    }
    try finder.index.lookUp(ready.flatMap { $0.identity.digestsToLookUp }, db)
    return ready
  }

  /// What a draft holds, with the numbers of its terms.
  private mutating func article(_ draft: ItemDraft) throws -> StoredArticle {
    var article = draft.content.article
    article.source = try term(.source, draft.source)
    article.label = try term(.label, draft.content.label)
    article.tags.page = try tags(draft.tags)
    article.feed = article.body.feed
    article.host = try draft.content.host.map { try host(named: $0) }
    return article
  }

  private mutating func formerArticle(_ draft: ItemDraft) throws -> StoredArticle {
    var article = try article(draft)
    article.isStub = draft.content.isStub
    if !draft.content.carriesMoment { article.arrived = nil }
    article.traits = ArticleTraits(article)
    return article
  }

  /// - Parameter isDecided: whether what is likely holds, as the article's own item has not come.
  private mutating func save(
    _ ready: ReadyItem, of body: inout ArrivingBody, isDecided: Bool, _ context: SavingContext, _ rules: RuleSet,
    _ report: inout SaveReport
  ) throws {
    let draft = ready.draft
    if let stub = draft.content.stub {
      try save(stub, as: ready.item, arriving: ready.item.arrived, marks: draft.content.marks, rules, &report)
    } else {
      let old: StoredArticle?
      switch try find(ready, in: body, context) {
      case .none: old = nil
      case .found(let article): old = article
      case .likely(let article, _) where isDecided: old = article
      case .likely(_, let name): return body.postpone(draft, named: name)
      }
      let isRepeated = old.map { body.holds($0) } ?? false
      let saved = try save(ready, as: old, isRepeated: isRepeated, rules, &report)
      body.note(saved.article.key)
      if context.awaitsPages, saved.hasNewText, saved.article.body.details.url != nil {
        try AwaitedPages(db: db).add(saved.article.key, at: context.now)
      }
    }
    for stub in draft.content.related { try save(stub, arriving: ready.item.arrived, rules, &report) }
  }

  /// No copy of the body outlives the question: the next item changes it in place.
  private func find(
    _ ready: ReadyItem, in body: ArrivingBody, _ context: SavingContext
  ) throws -> ArticleFinder.Finding {
    try finder.article(arriving: Arrival(ready: ready, body: body, zone: context.zone))
  }

  /// - Parameter isRepeated: whether another item of the body is the article, too.
  /// - Returns: the article, and whether it is new, or whoever brought it changed its text.
  private mutating func save(
    _ ready: ReadyItem, as old: StoredArticle?, isRepeated: Bool, _ rules: RuleSet, _ report: inout SaveReport
  ) throws -> (article: StoredArticle, hasNewText: Bool) {
    guard let old else {
      var new = ready.item
      try make(ready.draft.content.marks, on: &new)
      try follow(rules, for: &new, &report)
      try insert(&new, ready)
      report.keys.append(ArticleKey(new.key))
      report.new += 1
      return (new, true)
    }
    var new = old.updated(with: ready.item)
    // The first id stays, so that the body brings nothing new when it comes again.
    if isRepeated { new.body.details.originID = old.body.details.originID ?? new.body.details.originID }
    if old.isStub, !new.isStub { try follow(rules, for: &new, &report) }
    let standing: StoredArticle
    switch try place(of: ready, in: old, isPresent: new == old) {
    case .next(let present):
      standing = try follow(ready.former, from: present)
      if ready.former.isEmpty {
        (new.arrived, new.change) = (standing.arrived, standing.change)
      } else {
        new = standing.updated(with: ready.item)
      }
    case .held:
      report.unchanged += 1
      return (old, false)
    case .former(let article):
      report.keys.append(ArticleKey(old.key))
      report.updated += 1
      return (article, false)
    case .outdated:
      report.outdated += 1
      return (old, false)
    }
    let change = SourceChange(
      arrived: ready.draft.content.moment, feed: ready.item.body.feed, change: old.change(to: new))
    new = try replace(standing, with: new, by: change)
    report.keys.append(ArticleKey(old.key))
    if old.isStub { report.completedStubs += 1 } else { report.updated += 1 }
    return (new, new.body.feed == ready.item.body.feed && new.body.deliveredBlocks != old.body.deliveredBlocks)
  }

  /// What an article says once it has said, one after the other, what another store kept of it since.
  private mutating func follow(
    _ former: [(article: StoredArticle, replaced: Timestamp)], from present: StoredArticle
  ) throws -> StoredArticle {
    var standing = present
    var since = try FormerVersions(db: db).end(of: present.key) ?? present.arrived
    for version in former.map(\.article) {
      guard let arrived = version.arrived, let last = since, arrived > last else { continue }
      let new = standing.updated(with: version)
      guard new != standing else { continue }
      let change = SourceChange(arrived: arrived, feed: nil, change: standing.change(to: new))
      standing = try replace(standing, with: new, by: change)
      since = arrived
    }
    return standing
  }

  /// Where the words of an item belong.
  private enum Place {
    /// They take the place of what stands: this.
    case next(StoredArticle)
    /// The article says so, or said so then.
    case held
    /// They are a version of the article, which is this now.
    case former(StoredArticle)
    /// They are older than what stands, and its versions cannot take them up.
    case outdated
  }

  /// Words that say themselves when they arrived, as snapshots and exports do, take their place among the versions; all others come now.
  ///
  /// - Parameter isPresent: whether the words are those that stand.
  private mutating func place(of ready: ReadyItem, in old: StoredArticle, isPresent: Bool) throws -> Place {
    guard ready.draft.content.carriesMoment, !old.isStub, let arrived = old.arrived else {
      return isPresent ? .held : .next(old)
    }
    let (moment, item, versions) = (ready.draft.content.moment, ready.item, FormerVersions(db: db))
    let since = try versions.end(of: old.key) ?? arrived
    if ready.former.isEmpty, moment > since || isPresent && moment == since { return isPresent ? .held : .next(old) }
    guard var timeline = try VersionTimeline(old, versions) else {
      return isPresent ? .held : moment > since ? .next(old) : .outdated
    }
    for version in ready.former.map(\.article) {
      guard let arrived = version.arrived else { continue }
      try timeline.weave(version, at: arrived) { try freeID(for: $0) }
    }
    try timeline.weave(item, at: moment) { try freeID(for: $0) }
    let isNext = !isPresent && moment >= timeline.since && !(moment == timeline.since && timeline.holds(item))
    guard timeline.hasChanged else { return isNext ? .next(old) : .held }
    let present = try replace(old, with: timeline.write(versions, of: old))
    return isNext ? .next(present) : .former(present)
  }

  /// Writes an article that is not there yet, and what another store kept of it before: each version takes the place of the one before it,
  /// at the moment at which it did so there. The marks are those of now.
  private mutating func insert(_ present: inout StoredArticle, _ ready: ReadyItem) throws {
    guard var article = ready.former.first?.article else { return try insert(&present, ready.identity) }
    (article.status, article.tags.own) = (present.status, present.tags.own)
    // Of an article with very many versions the first ones are missing: what the others said was not known when it arrived.
    article.arrived = article.arrived ?? present.arrived
    try insert(&article, Identity(article))
    for (next, replaced) in zip(ready.former.dropFirst().map(\.article) + [present], ready.former.map(\.replaced)) {
      var new = next
      (new.id, new.key, new.facets) = (article.id, article.key, article.facets)
      (new.status, new.tags.own) = (present.status, present.tags.own)
      (new.arrived, new.change) = (article.arrived, article.change)
      let change = SourceChange(arrived: replaced, feed: nil, change: article.change(to: new))
      article = try replace(article, with: new, by: change)
    }
    var read = article
    read.status = present.status
    present = read.status == article.status ? article : try replace(article, with: read)
  }

  private mutating func follow(_ rules: RuleSet, for article: inout StoredArticle, _ report: inout SaveReport) throws {
    if rules.looksAtFacets { article.facets = try stored(FacetQueue.read(AnalysedWords(article))) }
    if try rules.apply(to: &article) { report.ruled += 1 }
  }

  private mutating func make(_ marks: [StatusAction], on article: inout StoredArticle) throws {
    guard !marks.isEmpty else { return }
    for action in try resolve(marks) { _ = article.apply(action) }
  }

  /// - Parameter item: what is known of it where it came by itself and not in a list.
  private mutating func save(
    _ draft: StubDraft, as item: StoredArticle? = nil, arriving arrived: Timestamp?, marks: [StatusAction] = [],
    _ rules: RuleSet, _ report: inout SaveReport
  ) throws {
    var stub = draft.article
    stub.arrived = arrived
    stub.label = try term(.label, draft.label)
    if let item {
      stub.source = item.source
      stub.tags.page = item.tags.page
    }
    let found = try finder.article(listedAs: stub)
    guard let found else {
      try make(marks, on: &stub)
      try follow(rules, for: &stub, &report)
      try insert(&stub, Identity(stub))
      report.keys.append(ArticleKey(stub.key))
      report.stubs += 1
      return
    }
    guard found.isStub, let old = try ArticleRow.fetch(db, key: found.key) else { return }
    let new = old.withLonger(stub)
    guard new != old else { return }
    try replace(old, with: new, by: SourceChange(arrived: arrived ?? .now, feed: item?.body.feed, change: .none))
    report.keys.append(ArticleKey(old.key))
  }
}

extension StoredArticle {
  /// The stub with what another cut of the same headline adds to it.
  fileprivate func withLonger(_ stub: StoredArticle) -> StoredArticle {
    var result = self
    if stub.comparableTitle.utf8.count > comparableTitle.utf8.count { result.title = stub.title }
    if label == Schema.noLabel { result.label = stub.label }
    if source == Schema.noSource { result.source = stub.source }
    if tags.page.isEmpty { result.tags.page = stub.tags.page.filter { !tags.own.contains($0) } }
    if (stub.body.details.summary?.utf8.count ?? 0) > (body.details.summary?.utf8.count ?? 0) {
      result.body.details.summary = stub.body.details.summary
    }
    return result
  }
}
