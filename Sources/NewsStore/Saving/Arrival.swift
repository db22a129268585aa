import Foundation
import NewsModel
import WebAddresses

/// A draft with the numbers of its terms and of what it is.
///
/// It is a class because it goes through many hands: a copy of its many texts would cost more than most of what is done with them.
final class ReadyItem {
  let draft: ItemDraft
  let item: StoredArticle
  let identity: Identity
  /// What it said before, the oldest first, and until when.
  let former: [(article: StoredArticle, replaced: Timestamp)]

  init(_ draft: ItemDraft, _ item: StoredArticle, former: [(article: StoredArticle, replaced: Timestamp)]) {
    (self.draft, self.item, self.former) = (draft, item, former)
    identity = Identity(item, draft.content.compared)
  }
}

/// An item on its way into the store, and the rules by which it is one of the articles that share a name with it (`ArticleFinder`
/// says them in words).
struct Arrival {
  let ready: ReadyItem
  /// What has come of its body so far.
  let body: ArrivingBody
  /// That of the days in which articles are told apart.
  let zone: TimeZone

  var item: StoredArticle { ready.item }
  var identity: Identity { ready.identity }
  private var isOfDayOnly: Bool { ready.draft.content.isOfDayOnly }
  /// Whether it says from where it comes, within which an id is unique.
  private var isNamed: Bool { ready.item.body.feed != nil || ready.item.source != Schema.noSource }

  typealias Finding = ArticleFinder.Finding

  /// The article that says the same; of several the one with most in common, and one that no item of the body is yet.
  func same(among candidates: [Candidate]) -> StoredArticle? {
    func rank(_ candidate: Candidate) -> Int {
      (candidate.likeness.text.isEqual ? 4 : 0) + (candidate.likeness.hasSameTitle ? 2 : 0)
        + (body.holds(candidate.article) ? 0 : 1)
    }
    return candidates.filter(\.likeness.saysTheSame).max { rank($0) < rank($1) }?.article
  }

  /// The article of which the item is another snapshot, whatever order they come in: one that has its id, and has or had its address, its time
  /// of publication or words in common with it. Without an id, and where a day is all that is known, they must be related: a page of flashes
  /// has many of one second, and an id may be that of a share. Of one moment there is one snapshot.
  ///
  /// - Parameter versions: all that an article said, with when it arrived.
  func snapshot(
    withID: [Candidate], withAddress: [Candidate], versions: (StoredArticle) throws -> [StoredArticle]
  ) rethrows -> StoredArticle? {
    guard ready.draft.content.carriesMoment, !item.isEstimated else { return nil }
    func snapshot(
      _ candidates: [Candidate], _ name: Int64?, where isOne: (StoredArticle, Likeness) -> Bool
    ) throws -> StoredArticle? {
      guard let name, let only = candidates.first?.article, candidates.count == 1, !body.sharedNames.contains(name)
      else { return nil }
      let said = try versions(only)
      if body.holds(only), said.contains(where: { $0.arrived == ready.draft.content.moment }) { return nil }
      return said.contains { isOne($0, Likeness($0, item)) } ? only : nil
    }
    func hasSameTime(_ version: StoredArticle) -> Bool {
      version.published == item.published && !version.isEstimated
    }
    let hasAddress = identity.address != nil && withID.allSatisfy { $0.names.address == identity.address }
    return try snapshot(withID, identity.originDigest) {
      isNamed && (hasAddress || !isOfDayOnly && hasSameTime($0)) || $1.isRelated
    }
      ?? snapshot(withAddress.filter { !$0.hasOtherOrigin }, identity.addressDigest) { hasSameTime($0) && $1.isRelated }
      ?? snapshot(withAddress.filter(\.hasOtherOrigin), identity.addressDigest) { hasSameTime($0) && $1.hasSameTitle }
  }

  func byID(_ candidates: [Candidate]) -> Finding? {
    guard let name = identity.originDigest, let only = only(candidates, name) else { return nil }
    return isNamed || !only.likeness.mayBeOfMany(in: zone) ? .likely(only.article, name: name) : nil
  }

  /// - Parameter candidates: those with no other id of the same origin.
  func byAddress(_ candidates: [Candidate]) -> Finding? {
    guard let name = identity.addressDigest else { return nil }
    let own = candidates.filter { $0.article.mayHaveSource(of: item) }
    let (pool, isOne): ([Candidate], (Likeness) -> Bool) =
      own.isEmpty ? (candidates, \.isRelated) : (own, { !$0.isOfManyArticles(in: zone) })
    return only(pool, name).flatMap { isOne($0.likeness) ? .likely($0.article, name: name) : nil }
  }

  /// - Parameter candidates: those with another id of the same origin.
  func byAddressAndTitle(_ candidates: [Candidate]) -> Finding? {
    guard let name = identity.addressDigest else { return nil }
    let titled = candidates.filter(\.likeness.hasSameTitle)
    let equal = titled.first {
      $0.likeness.text.isEqual || $0.likeness.text.isUnknown && !$0.likeness.isOfOtherDay(in: zone)
    }
    if let equal { return .found(equal.article) }
    guard let only = only(titled, name) else { return nil }
    let isOther =
      only.likeness.isOfOtherDay(in: zone) && !only.likeness.text.isUnknown && !only.likeness.text.sharesParagraph
    return isOther ? nil : .likely(only.article, name: name)
  }

  /// - Parameter candidates: those of the same source, title and minute.
  func byTitle(_ candidates: [Candidate]) -> Finding? {
    let sure = candidates.filter { !isOfDayOnly || $0.likeness.text.isEqual || $0.likeness.text.isUnknown }
    if let same = same(among: sure) { return .found(same) }
    let name = Identity.bareTitleDigest(identity.title)
    if isOfDayOnly {
      let revised = candidates.filter { $0.likeness.text.isRevision && !body.holds($0.article) }
      return revised.count == 1 ? .likely(revised[0].article, name: name) : nil
    }
    return only(candidates, name).map { .likely($0.article, name: name) }
  }

  /// The one that a name leaves, where the name is no other item's.
  private func only(_ candidates: [Candidate], _ name: Int64) -> Candidate? {
    guard candidates.count == 1, !body.holds(candidates[0].article), !body.sharedNames.contains(name)
    else { return nil }
    return candidates[0]
  }
}

/// A stored article that may be what an arriving item is.
struct Candidate {
  let article: StoredArticle
  let names: Identity.Compared
  let likeness: Likeness
  /// Whether the origin that both come from gave them different ids.
  let hasOtherOrigin: Bool
  let hasOtherAddress: Bool

  init(_ article: StoredArticle, for arrival: Arrival) {
    func differ(_ a: String?, _ b: String?) -> Bool {
      guard let a, let b, a != b else { return false }
      // An id that is an address may go over to https with its site.
      return WebAddress.canonical(a) != WebAddress.canonical(b)
    }
    self.article = article
    names = Identity.Compared(article)
    likeness = Likeness(article, arrival.item)
    hasOtherOrigin =
      article.originScope == arrival.item.originScope && differ(names.originID, arrival.identity.originID)
    hasOtherAddress = differ(names.address, arrival.identity.address)
  }
}

extension StoredArticle {
  /// Whether both come from one source, as far as they name one.
  fileprivate func mayHaveSource(of item: StoredArticle) -> Bool {
    originScope == item.originScope || source == item.source || source == Schema.noSource
      || item.source == Schema.noSource
  }
}
