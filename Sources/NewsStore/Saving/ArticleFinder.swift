import Foundation
import GRDB
import NewsModel

/// Finds the stored article that an arriving item is.
///
/// An item has names: the origin's id, its address, its title at its time. What a name proves depends on who else bears it. The
/// first rule that holds decides:
///
/// 1. The article with the item's id, else the one with its address, that says the same (`Likeness.saysTheSame`).
/// 2. The article with its id, else the one with its address, of which the item is a snapshot that says itself when it was collected
///    (`Arrival.snapshot`): several may stand in one body, in any order.
/// 3. The only article with its id, whatever it says now. An id without a source, which may count rows, proves nothing where
///    headline, text and day have nothing in common.
/// 4. The only article with its address, unless the address plainly serves many (`Likeness.isOfManyArticles`). One of another
///    source must be related to it; one to which its origin gave another id must have its title, as some give a new id at each fetch.
/// 5. The article of its source, title and minute. Where no more than the day is known, the text must be the same, or nearly.
/// 6. The only stub that it completes.
///
/// Two items of one body that say different things are different articles. So rules 3 to 5 hold for no article that another item of
/// the body is, and for no name that several articles, or several items of the body, bear while they say different things. As the
/// article's own item may come later in the body, such an answer is only `likely` until the body has ended.
struct ArticleFinder {
  let db: Database
  var index = IdentityIndex()

  enum Finding {
    case none
    case found(StoredArticle)
    /// Known by a name alone, which has this number.
    case likely(StoredArticle, name: Int64)
  }

  func article(arriving arrival: Arrival) throws -> Finding {
    let identity = arrival.identity
    let withID = try candidates(identity.originDigest, for: arrival) {
      $0.names.originID == identity.originID && $0.article.originScope == arrival.item.originScope
    }
    if let same = arrival.same(among: withID) { return .found(same) }
    let withAddress = try candidates(identity.addressDigest, for: arrival) { $0.names.address == identity.address }
    let ofOrigin = withAddress.filter { !$0.hasOtherOrigin }
    if let same = arrival.same(among: ofOrigin) { return .found(same) }
    let snapshot = try arrival.snapshot(withID: withID, withAddress: withAddress) { article in
      let versions = FormerVersions(db: db)
      guard try versions.end(of: article.key) != nil else { return [article] }
      return try VersionTimeline(article, versions)?.articles ?? [article]
    }
    if let snapshot { return .found(snapshot) }
    let finding =
      try arrival.byID(withID) ?? arrival.byAddress(ofOrigin)
      ?? arrival.byAddressAndTitle(withAddress.filter(\.hasOtherOrigin)) ?? arrival.byTitle(titled(arrival))
      ?? stub(completedBy: arrival).map(Finding.found)
    return finding ?? .none
  }

  /// Those of the item's source, title and minute that have no other names than it.
  private func titled(_ arrival: Arrival) throws -> [Candidate] {
    let (item, identity) = (arrival.item, arrival.identity)
    // A time that was known may be taken for a guess by now.
    let digests = [identity.textDigest, identity.titleDigest, item.isEstimated ? identity.datedTitleDigest : nil]
    var keys: Set<Int64> = []
    return try digests.flatMap { digest in
      try candidates(digest, for: arrival) {
        $0.article.source == item.source && $0.names.title == identity.title
          && ($0.article.published.minute == item.published.minute || $0.article.isEstimated && item.isEstimated)
          && !$0.hasOtherOrigin && !$0.hasOtherAddress
      }
    }
    .filter { keys.insert($0.article.key).inserted }
  }

  private func stub(completedBy arrival: Arrival) throws -> StoredArticle? {
    let (item, identity) = (arrival.item, arrival.identity)
    let stubs = try articles(index.keys(identity.starts.ofStubs, db)).filter {
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
      try (headlines(identity.starts.ofStubs) + headlines(identity.starts.ofArticles)).filter {
        guard $0.published.minute == stub.published.minute else { return false }
        let other = $0.comparableTitle
        return other.isOrContinues(title) || ($0.isStub && title.isOrContinues(other))
      }
    let equal = candidates.filter { $0.comparableTitle == title }
    if let own = equal.first(where: \.isStub) { return own }
    if !equal.isEmpty { return equal.count == 1 ? equal[0] : nil }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// The articles under a number that are as wanted; none where so many are there that the name tells nothing.
  private func candidates(
    _ digest: Int64?, for arrival: Arrival, where isWanted: (Candidate) -> Bool
  ) throws -> [Candidate] {
    guard let digest, let keys = try index.fewKeys(digest, db) else { return [] }
    return try articles(keys).map { Candidate($0, for: arrival) }.filter(isWanted)
  }

  private func articles(_ keys: [Int64]) throws -> [StoredArticle] {
    try keys.compactMap { key in try ArticleRow.readable { try ArticleRow.fetch(db, key: key) } }
  }

  private func headlines(_ digest: Int64) throws -> [StoredArticle] {
    try index.keys(digest, db).compactMap { key in
      try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
        .first([key], ArticleRow.article)
    }
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
