public import Foundation

/// What surrounds the bytes of a feed.
public struct FeedContext: Sendable {
  /// Where it was fetched from, against which its relative addresses are resolved.
  public var address: String?
  /// The HTTP header, which may name a character set.
  public var contentType: String?
  /// The zone of dates that carry none in a Chinese feed; elsewhere such dates are UTC, as most that leave it out mean it.
  public var zone: TimeZone
  /// The largest feed that is read, in bytes.
  public var sizeLimit: Int
  /// What comes after so many items is left out, with a note.
  public var itemLimit: Int

  public init(
    address: String? = nil, contentType: String? = nil, zone: TimeZone = ParsingContext.defaultZone,
    sizeLimit: Int = 64 << 20, itemLimit: Int = 50_000
  ) {
    self.address = address
    self.contentType = contentType
    self.zone = zone
    self.sizeLimit = sizeLimit
    self.itemLimit = itemLimit
  }
}
