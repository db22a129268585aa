internal import GRDB
internal import NewsModel

/// Finds the stored article that an arriving one is.
struct ArticleFinder {
  let db: Database
  var index = IdentityIndex()

  /// The article that `item` is a new form of: by the origin's id within its scope, else by address, else by source, title and
  /// minute; else the one stub that it completes.
  func article(arriving item: StoredArticle, _ identity: Identity) throws -> StoredArticle? {
    if let digest = identity.originDigest {
      let found = try articles(digest).first {
        $0.body.originID == item.body.originID && $0.originScope == item.originScope
      }
      if let found { return found }
    }
    if let digest = identity.addressDigest {
      let found = try articles(digest).first {
        $0.body.url.map(CanonicalURL.make) == identity.address && !$0.hasOtherOrigin(than: item)
      }
      if let found { return found }
    }
    return try articleOfTitle(item, identity) ?? stub(completedBy: item, identity)
  }

  private func articleOfTitle(_ item: StoredArticle, _ identity: Identity) throws -> StoredArticle? {
    let found = try articles(identity.titleDigest).filter {
      $0.source == item.source && $0.comparableTitle == identity.title && $0.isEstimated == item.isEstimated
        && !$0.hasOtherOrigin(than: item) && !$0.hasOtherAddress(than: identity)
    }
    let inMinute = found.first { $0.published.minute == item.published.minute }
    // Where both times are guesses, the same text is the same article: a file that was copied has a new time.
    return inMinute ?? (item.isEstimated ? found.first { $0.body.blocks == item.body.blocks } : nil)
  }

  private func stub(completedBy item: StoredArticle, _ identity: Identity) throws -> StoredArticle? {
    let stubs = try articles(identity.startDigest(ofStubs: true)).filter {
      $0.isStub && $0.published.minute == item.published.minute
        && ($0.source == Schema.noSource || $0.source == item.source)
        && identity.title.isOrContinues($0.comparableTitle)
    }
    return stubs.count == 1 ? stubs[0] : nil
  }

  /// The article or stub that an entry of a list of related news stands for: the same title, else the one title that
  /// it is a cut of, or the one stub that is a cut of it. Nil where two come into question.
  func article(listedAs stub: StoredArticle) throws -> StoredArticle? {
    let identity = Identity(stub)
    let title = identity.title
    let candidates =
      try (headlines(identity.startDigest(ofStubs: true)) + headlines(identity.startDigest(ofStubs: false))).filter {
        guard $0.published.minute == stub.published.minute else { return false }
        let other = $0.comparableTitle
        return other.isOrContinues(title) || ($0.isStub && title.isOrContinues(other))
      }
    let equal = candidates.filter { $0.comparableTitle == title }
    if let own = equal.first(where: \.isStub) { return own }
    if !equal.isEmpty { return equal.count == 1 ? equal[0] : nil }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func articles(_ digest: Int64) throws -> [StoredArticle] {
    try index.keys(digest, db).compactMap { try ArticleRow.fetch(db, key: $0) }
  }

  private func headlines(_ digest: Int64) throws -> [StoredArticle] {
    try index.keys(digest, db).compactMap { key in
      try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
        .first([key], ArticleRow.article)
    }
  }
}

extension StoredArticle {
  fileprivate func hasOtherOrigin(than item: StoredArticle) -> Bool {
    guard let own = body.originID, let other = item.body.originID, originScope == item.originScope else { return false }
    // An id that is an address may go over to https with its site.
    return own != other && CanonicalURL.make(own) != CanonicalURL.make(other)
  }

  fileprivate func hasOtherAddress(than identity: Identity) -> Bool {
    guard let own = body.url, let other = identity.address else { return false }
    return CanonicalURL.make(own) != other
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
