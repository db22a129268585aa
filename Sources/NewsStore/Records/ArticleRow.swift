internal import Foundation
internal import GRDB
internal import NewsModel

/// The columns of `article` in the order in which rows are read, and the values that they make.
enum ArticleRow {
  static let columns = """
    a.id, a.key, a.published, a.is_estimated, a.is_stub, a.is_read, a.is_starred, \
    a.source_id, a.label_id, a.tag_ids, a.title
    """
  static let bodyColumns = "b.origin_id, b.url, b.byline, b.summary, b.previous, b.next, b.related, b.blocks"

  static func article(_ row: Row) -> StoredArticle {
    StoredArticle(
      id: row[0], key: row[1], published: Timestamp(row[2] as Int64), isEstimated: row[3], isStub: row[4],
      status: ArticleStatus(isRead: row[5], isStarred: row[6]), source: row[7], label: row[8],
      tags: tagIDs(row[9]), title: row[10])
  }

  /// `article`, and the body from the columns after it.
  static func articleWithBody(_ row: Row) -> StoredArticle {
    var result = article(row)
    result.body = StoredBody(
      originID: row[11], url: row[12], byline: row[13], summary: row[14], previous: row[15], next: row[16],
      related: row[17], blocks: row[18])
    return result
  }

  static func text(ofTagIDs ids: [Int64]) -> String { ids.map(String.init).joined(separator: " ") }

  static func tagIDs(_ text: String) -> [Int64] {
    var ids: [Int64] = []
    var number: Int64?
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        if let number { ids.append(number) }
        number = nil
      } else {
        number = (number ?? 0) &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      }
    }
    if let number { ids.append(number) }
    return ids
  }

  /// The article of a key with its body.
  static func fetch(_ db: Database, key: Int64) throws -> StoredArticle? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns), \(bodyColumns) FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?
        """)
    return try statement.first([key], articleWithBody)
  }
}
