internal import GRDB
internal import NewsModel

/// Finds the stored article that an arriving one is.
struct ArticleFinder {
  let db: Database

  /// The article that `item` is a new form of: by the origin's id within its source, else by address, else by source, title and
  /// minute; else the one stub that it completes.
  func article(arriving item: StoredArticle) throws -> StoredArticle? {
    if let id = item.body.originID {
      let found = try articles(.origin(source: item.source, id: id)).first {
        $0.body.originID == id && $0.source == item.source
      }
      if let found { return found }
    }
    if let url = item.body.url.map(CanonicalURL.make) {
      let found = try articles(.url(canonical: url)).first {
        $0.body.url.map(CanonicalURL.make) == url && !$0.hasOtherOrigin(than: item)
      }
      if let found { return found }
    }
    return try articleOfTitle(item) ?? stub(completedBy: item)
  }

  private func articleOfTitle(_ item: StoredArticle) throws -> StoredArticle? {
    let title = item.comparableTitle
    let found = try articles(item.titleIdentity).filter {
      $0.source == item.source && $0.comparableTitle == title && $0.isEstimated == item.isEstimated
        && !$0.hasOtherOrigin(than: item) && !$0.hasOtherAddress(than: item)
    }
    let inMinute = found.first { $0.published.minute == item.published.minute }
    // Where both times are guesses, the same text is the same article: a file that was copied has a new time.
    return inMinute ?? (item.isEstimated ? found.first { $0.body.blocks == item.body.blocks } : nil)
  }

  private func stub(completedBy item: StoredArticle) throws -> StoredArticle? {
    let (title, minute) = (item.comparableTitle, item.published.minute)
    let stubs = try articles(.stubStart(folded: title, minute: minute)).filter {
      $0.isStub && $0.published.minute == minute && ($0.source == Schema.noSource || $0.source == item.source)
        && title.isOrContinues($0.comparableTitle)
    }
    return stubs.count == 1 ? stubs[0] : nil
  }

  /// The article or stub that an entry of a list of related news stands for: the same title, else the one title that
  /// it is a cut of, or the one stub that is a cut of it. Nil where two come into question.
  func article(listedAs stub: StoredArticle) throws -> StoredArticle? {
    let (title, minute) = (stub.comparableTitle, stub.published.minute)
    let candidates =
      try
      (headlines(.stubStart(folded: title, minute: minute)) + headlines(.articleStart(folded: title, minute: minute)))
      .filter {
        guard $0.published.minute == minute else { return false }
        let other = $0.comparableTitle
        return other.isOrContinues(title) || ($0.isStub && title.isOrContinues(other))
      }
    let equal = candidates.filter { $0.comparableTitle == title }
    if let own = equal.first(where: \.isStub) { return own }
    if !equal.isEmpty { return equal.count == 1 ? equal[0] : nil }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func articles(_ identity: Identity) throws -> [StoredArticle] {
    try keys(identity).compactMap { try ArticleRow.fetch(db, key: $0) }
  }

  private func headlines(_ identity: Identity) throws -> [StoredArticle] {
    let statement = try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
    return try keys(identity).compactMap { try statement.first([$0], ArticleRow.article) }
  }

  private func keys(_ identity: Identity) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key"), arguments: [identity.digest])
  }
}

extension StoredArticle {
  fileprivate func hasOtherOrigin(than item: StoredArticle) -> Bool {
    guard let own = body.originID, let other = item.body.originID else { return false }
    return source == item.source && own != other
  }

  fileprivate func hasOtherAddress(than item: StoredArticle) -> Bool {
    guard let own = body.url, let other = item.body.url else { return false }
    return CanonicalURL.make(own) != CanonicalURL.make(other)
  }
}

extension String {
  /// Whether the folded title is `start`, or `start` is long enough to be a cut of it.
  fileprivate func isOrContinues(_ start: String) -> Bool {
    self == start
      || (utf8.starts(with: start.utf8)
        && start.unicodeScalars.prefix(Identity.shortestCut).count == Identity.shortestCut)
  }
}
