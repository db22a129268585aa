import Foundation
import NewsModel

/// All that `body` holds of an article in one run of bytes: what versions keep the difference of.
///
/// Each part that is there is its name, a blank, its length in bytes as decimal digits, a colon and its bytes. A part that a later
/// program no longer knows is passed over.
enum BodyArchive {
  static func encode(_ body: StoredBody) -> Data {
    var result = Data()
    func write(_ name: String, _ bytes: Data?) {
      guard let bytes else { return }
      result += Data("\(name) \(bytes.count):".utf8)
      result += bytes
    }
    for field in ArticleDetails.Field.allCases { write(field.rawValue, body.details[field].map { Data($0.utf8) }) }
    write(Name.related, body.related)
    write(Name.blocks, body.blocks)
    write(Name.links, body.links)
    write(Name.feed, body.feed.map { Data(String($0).utf8) })
    write(Name.feedText, body.feedText?.data)
    return result
  }

  /// Nil where the bytes are not what `encode` makes.
  static func decode(_ archive: Data) -> StoredBody? {
    var body = StoredBody()
    var rest = archive[...]
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let blank = rest[..<colon].firstIndex(of: UInt8(ascii: " ")),
        let count = Int(String(decoding: rest[rest.index(after: blank)..<colon], as: UTF8.self)), count >= 0,
        count < rest.endIndex - colon
      else { return nil }
      let start = rest.index(after: colon)
      read(String(decoding: rest[..<blank], as: UTF8.self), Data(rest[start..<start + count]), into: &body)
      rest = rest[(start + count)...]
    }
    return body
  }

  private static func read(_ name: String, _ bytes: Data, into body: inout StoredBody) {
    switch name {
    case Name.related: body.related = bytes
    case Name.blocks: body.blocks = bytes
    case Name.links: body.links = bytes
    case Name.feed: body.feed = Int64(String(decoding: bytes, as: UTF8.self))
    case Name.feedText: body.feedText = DeliveredText(bytes)
    default:
      if let field = ArticleDetails.Field(rawValue: name) {
        body.details[field] = String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private enum Name {
    static let related = "related"
    static let blocks = "blocks"
    static let links = "links"
    static let feed = "feed_id"
    static let feedText = "feed_text"
  }
}
