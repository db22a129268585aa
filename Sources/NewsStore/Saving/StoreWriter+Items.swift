internal import NewsModel

extension StoreWriter {
  /// Saves an item and the stubs of its related list, and notes in the report what that did.
  mutating func save(_ draft: ItemDraft, _ report: inout SaveReport) throws {
    var item = draft.article
    item.source = try term(.source, draft.source)
    item.label = try term(.label, draft.label)
    item.tags = try tags(draft.tags)
    if let old = try ArticleFinder(db: db).article(arriving: item) {
      let new = old.updated(with: item)
      if new == old {
        report.unchanged += 1
      } else {
        try replace(old, with: new)
        report.keys.append(ArticleKey(old.key))
        if old.isStub { report.completedStubs += 1 } else { report.updated += 1 }
      }
    } else {
      report.keys.append(ArticleKey(try insert(item).key))
      report.new += 1
    }
    for stub in draft.related { try save(stub, &report) }
  }

  private mutating func save(_ draft: StubDraft, _ report: inout SaveReport) throws {
    var stub = draft.article
    stub.label = try term(.label, draft.label)
    let found = try ArticleFinder(db: db).article(listedAs: stub)
    guard let found else {
      report.keys.append(ArticleKey(try insert(stub).key))
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
