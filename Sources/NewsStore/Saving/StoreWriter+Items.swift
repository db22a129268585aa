internal import Foundation
internal import NewsModel

extension StoreWriter {
  /// Saves items in order, and follows the rules for what is new.
  ///
  /// - Parameter awaitingPages: whether the pages of new articles, and of those whose text the feed changed, are to be fetched.
  mutating func save(
    _ drafts: [ItemDraft], at now: Timestamp = .now, zone: TimeZone = .current, awaitingPages: Bool = false
  ) throws -> SaveReport {
    let rules = try RuleSet(&self, now: now, zone: zone)
    var items: [(item: StoredArticle, identity: Identity)] = []
    items.reserveCapacity(drafts.count)
    for draft in drafts {
      var item = draft.article
      item.source = try term(.source, draft.source)
      item.label = try term(.label, draft.label)
      item.tags.page = try tags(draft.tags)
      items.append((item, Identity(item, draft.compared)))
    }
    try finder.index.lookUp(items.flatMap { $0.identity.digestsToLookUp }, db)
    var report = SaveReport(ruleProblems: rules.problems)
    for ((item, identity), draft) in zip(items, drafts) {
      if let stub = draft.stub {
        try save(stub, marks: draft.marks, rules, &report)
      } else {
        let saved = try save(item, identity, marks: draft.marks, rules, &report)
        if awaitingPages, let saved, saved.body.url != nil { try AwaitedPages(db: db).add(saved.key, at: now) }
      }
      for stub in draft.related { try save(stub, rules, &report) }
    }
    return report
  }

  /// Returns the article where it is new, or where whoever brought it changed its text.
  private mutating func save(
    _ item: StoredArticle, _ identity: Identity, marks: [StatusAction], _ rules: RuleSet, _ report: inout SaveReport
  ) throws -> StoredArticle? {
    if let old = try finder.article(arriving: item, identity) {
      var new = old.updated(with: item)
      if old.isStub, !new.isStub { try follow(rules, for: &new, &report) }
      if new == old {
        report.unchanged += 1
        return nil
      }
      try replace(old, with: new)
      report.keys.append(ArticleKey(old.key))
      if old.isStub { report.completedStubs += 1 } else { report.updated += 1 }
      return new.body.feed == item.body.feed && new.body.deliveredBlocks != old.body.deliveredBlocks ? new : nil
    }
    var new = item
    try make(marks, on: &new)
    try follow(rules, for: &new, &report)
    new = try insert(new, identity)
    report.keys.append(ArticleKey(new.key))
    report.new += 1
    return new
  }

  private func follow(_ rules: RuleSet, for article: inout StoredArticle, _ report: inout SaveReport) throws {
    if try rules.apply(to: &article) { report.ruled += 1 }
  }

  private mutating func make(_ marks: [StatusAction], on article: inout StoredArticle) throws {
    guard !marks.isEmpty else { return }
    for action in try resolve(marks) { _ = article.apply(action) }
  }

  private mutating func save(
    _ draft: StubDraft, marks: [StatusAction] = [], _ rules: RuleSet, _ report: inout SaveReport
  ) throws {
    var stub = draft.article
    stub.label = try term(.label, draft.label)
    let found = try finder.article(listedAs: stub)
    guard let found else {
      try make(marks, on: &stub)
      try follow(rules, for: &stub, &report)
      report.keys.append(ArticleKey(try insert(stub, Identity(stub)).key))
      report.stubs += 1
      return
    }
    guard found.isStub, let old = try ArticleRow.fetch(db, key: found.key) else { return }
    let new = old.withLonger(stub)
    guard new != old else { return }
    try replace(old, with: new)
    report.keys.append(ArticleKey(old.key))
  }
}

extension StoredArticle {
  /// The stub with what another cut of the same headline adds to it.
  fileprivate func withLonger(_ stub: StoredArticle) -> StoredArticle {
    var result = self
    if stub.comparableTitle.utf8.count > comparableTitle.utf8.count { result.title = stub.title }
    if label == Schema.noLabel { result.label = stub.label }
    if (stub.body.summary?.utf8.count ?? 0) > (body.summary?.utf8.count ?? 0) {
      result.body.summary = stub.body.summary
    }
    return result
  }
}
