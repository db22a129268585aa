package import Foundation
package import NewsModel

/// An item with all the work done that needs no database, so that the transaction stays short, and another thread than the one
/// that saves can do it.
package struct ItemDraft: Sendable {
  private(set) var source: String?
  private(set) var tags: [String]
  let content: ItemContent

  /// An item without a time stands at `now`, marked as estimated.
  ///
  /// - Parameters:
  ///   - feed: the subscription that brought the item; nil where a file did.
  ///   - arrivesAsPublished: whether it arrives when it was published where it is new; a change of what is there comes at its own moment.
  ///   - zone: that of times without one: where it is midnight there, or in UTC, no more than the day is known.
  package init(
    _ item: Item, at now: Timestamp = .now, feed: Subscription.ID? = nil, arrivesAsPublished: Bool = false,
    zone: TimeZone = .current
  ) {
    source = item.source?.storable
    tags = item.tags.compactMap(\.storable)
    content = ItemContent(item, at: now, feed: feed, arrivesAsPublished: arrivesAsPublished, zone: zone)
  }

  /// The item with what its subscription says now, which may have been changed since it was fetched: its name, where the item
  /// names no source, and its tags beside the item's own.
  func brought(by subscription: Subscription) -> ItemDraft {
    var result = self
    result.source = source ?? subscription.name
    result.tags += subscription.tags.filter { !tags.contains($0) }
    return result
  }
}

/// What an item says by itself, whoever brought it.
///
/// It is a class because it goes through many hands: a copy of its many texts would cost more than most of what is done with them.
final class ItemContent: Sendable {
  let label: String?
  let article: StoredArticle
  /// Of its address.
  let host: String?
  /// When its words arrived: the moment that the item carries, as snapshots and exports do, else the present one.
  let moment: Timestamp
  let carriesMoment: Bool
  /// Whether its time stands for no more than the day, or for nothing.
  let isOfDayOnly: Bool
  let related: [StubDraft]
  /// The item as a headline only; nil where it is more.
  let stub: StubDraft?
  let marks: [StatusAction]
  /// What it said before, the oldest first, and until when.
  let former: [(draft: ItemDraft, replaced: Timestamp)]
  /// Whether its headline was all that was known.
  let isStub: Bool
  let compared: Identity.Compared

  fileprivate init(
    _ item: Item, at now: Timestamp, feed: Subscription.ID?, arrivesAsPublished: Bool, zone: TimeZone
  ) {
    label = item.label?.storable
    let title = item.title.storable ?? ""
    var details = item.details
    details.originID = OriginID.named(details.originID)
    details.url = details.url.flatMap { OriginID.isPlaceholder($0) ? nil : $0 }
    details.replaceTexts(\.storable)
    let arrived = arrivesAsPublished ? item.publication(in: zone) ?? item.arrived : item.arrived
    var article = StoredArticle(
      published: item.published ?? now, isEstimated: item.isDateEstimated || item.published == nil, title: title,
      arrived: arrived.map { min($0, now) } ?? now,
      body: StoredBody(
        details: details, related: BodyCoding.encode(item.related), blocks: BodyCoding.encode(item.blocks),
        feed: feed?.rawValue, links: BodyCoding.encode(item.links)))
    article.withdrawn = item.withdrawn.map { min($0, now) }
    article.traits = ArticleTraits(article)
    self.article = article
    host = details.url.flatMap(AddressCondition.host)
    // What stands now arrived when what stood before was replaced.
    let carried = item.former.last?.replaced ?? item.arrived
    (moment, carriesMoment) = (min(carried ?? now, now), carried != nil)
    isStub = item.isStub
    former = item.former.map { (ItemDraft($0.item, at: now, feed: feed, zone: zone), min($0.replaced, now)) }
    isOfDayOnly = article.isEstimated || article.published.isMidnight(in: zone)
    related = item.related.compactMap(StubDraft.init)
    stub = item.isStub ? StubDraft(RelatedItem(item)) : nil
    marks = item.marks
    compared = Identity.Compared(article)
  }
}

extension Item {
  /// When it was known to be published: of a day without a time of day its end, and nil where the time is a guess.
  ///
  /// Midnight elsewhere counts as an hour here: eight o'clock in Shanghai is midnight in Greenwich, and much is published then.
  fileprivate func publication(in zone: TimeZone) -> Timestamp? {
    guard let published, !isDateEstimated else { return nil }
    let local = CivilTime(published, in: zone)
    guard local == CivilTime(dayNumber: local.dayNumber) else { return published }
    return CivilTime(dayNumber: local.dayNumber + 1).timestamp(in: zone) - 1
  }
}

extension Timestamp {
  fileprivate func isMidnight(in zone: TimeZone) -> Bool {
    // In no zone in use is it midnight at another time than a quarter-hour.
    guard rawValue % 900 == 0 else { return false }
    let local = CivilTime(self, in: zone)
    return rawValue % 86_400 == 0 || local.hour == 0 && local.minute == 0
  }
}

/// An entry of a list of related news that can become a stub: not the page itself, and with a time to stand at.
struct StubDraft {
  let label: String?
  let article: StoredArticle

  init?(_ item: RelatedItem) {
    guard !item.isSelf, let published = item.published, let title = item.title.storable else { return nil }
    label = item.label?.storable
    var article = StoredArticle(
      published: published, isStub: true, title: title,
      body: StoredBody(details: ArticleDetails(summary: item.summary?.storable)))
    article.traits = ArticleTraits(article)
    self.article = article
  }
}

extension RelatedItem {
  fileprivate init(_ item: Item) {
    self.init(label: item.label, title: item.title, summary: item.summary, published: item.published)
  }
}

extension String {
  /// The text as SQLite can keep it, which ends text at U+0000; nil where there is none.
  fileprivate var storable: String? {
    guard !isEmpty else { return nil }
    return utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self
  }
}
