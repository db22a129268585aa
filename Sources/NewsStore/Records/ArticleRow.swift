internal import Foundation
internal import GRDB
internal import NewsModel

/// The columns of `article` in the order in which rows are read, and the values that they make.
enum ArticleRow {
  static let columns = """
    a.id, a.key, a.published, a.is_estimated, a.is_stub, a.is_read, a.is_starred, a.is_muted, \
    a.source_id, a.label_id, a.tag_ids, a.title
    """
  static let bodyColumns = """
    b.origin_id, b.url, b.byline, b.summary, b.previous, b.next, b.related, b.blocks, b.feed_id, b.links, b.feed_text
    """

  static func article(_ row: Row) -> StoredArticle {
    StoredArticle(
      id: row[0], key: row[1], published: Timestamp(row[2] as Int64), isEstimated: row[3], isStub: row[4],
      status: ArticleStatus(isRead: row[5], isStarred: row[6], isMuted: row[7]), source: row[8], label: row[9],
      tags: TagIDs(row[10]), title: row[11])
  }

  /// `article`, and the body from the columns after it.
  static func articleWithBody(_ row: Row) -> StoredArticle {
    var result = article(row)
    result.body = StoredBody(
      originID: row[12], url: row[13], byline: row[14], summary: row[15], previous: row[16], next: row[17],
      related: row[18], blocks: row[19], feed: row[20], links: row[21], feedText: (row[22] as Data?).map(FeedText.init))
    return result
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
