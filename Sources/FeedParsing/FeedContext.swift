import ArticleFields
package import Foundation
package import NewsModel

/// What surrounds the bytes of a feed.
package struct FeedContext: Sendable {
  /// Where it was fetched from, against which its relative addresses are resolved.
  package var address: String?
  /// The HTTP header, which may name a character set.
  package var contentType: String?
  /// The zone of dates that carry none in a Chinese feed; elsewhere such dates are UTC, as most that leave it out mean it.
  package var zone: TimeZone
  /// The present: a day without its year is the last such day.
  package var now: Timestamp
  /// The largest feed that is read, in bytes.
  package var sizeLimit: Int
  /// What comes after so many items is left out, with a note.
  package var itemLimit: Int

  package init(
    address: String? = nil, contentType: String? = nil, zone: TimeZone = ParsingContext.defaultZone,
    now: Timestamp = .now, sizeLimit: Int = 64 << 20, itemLimit: Int = 50_000
  ) {
    self.address = address
    self.contentType = contentType
    self.zone = zone
    self.now = now
    self.sizeLimit = sizeLimit
    self.itemLimit = itemLimit
  }
}

extension FeedContext {
  /// What a date of a feed says: in the forms of feeds, else in those of records, among them days without a year and days of a
  /// spreadsheet.
  ///
  /// - Parameter isChinese: whether the feed is: then a date without a zone has that of the context.
  func reading(of date: UnsafeBufferPointer<UInt8>, isChinese: Bool) -> DateReading {
    let zone = isChinese ? zone : .gmt
    let reading = FeedDate.reading(date, zone: zone)
    guard reading == .unreadable, date.count <= FeedDate.longest else { return reading }
    return RecordDate.read(String(decoding: date, as: UTF8.self), ParsingContext(zone: zone, now: now))
  }
}
