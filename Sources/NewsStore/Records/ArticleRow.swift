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

  /// Throws `UnreadableColumn`, as `articleWithBody` does.
  static func article(_ row: Row) throws -> StoredArticle {
    StoredArticle(
      id: try row.number(0), key: try row.number(1), published: try row.moment(2), isEstimated: try row.flag(3),
      isStub: try row.flag(4),
      status: ArticleStatus(isRead: try row.flag(5), isStarred: try row.flag(6), isMuted: try row.flag(7)),
      source: try row.number(8), label: try row.number(9), tags: TagIDs(try row.text(10)), title: try row.text(11))
  }

  /// `article`, and the body from the columns after it.
  static func articleWithBody(_ row: Row) throws -> StoredArticle {
    var result = try article(row)
    result.body = try body(row, from: 12)
    return result
  }

  /// Reads `bodyColumns`, of which the first is number `offset`.
  private static func body(_ row: Row, from offset: Int) throws -> StoredBody {
    StoredBody(
      originID: try row.textIfPresent(offset), url: try row.textIfPresent(offset + 1),
      byline: try row.textIfPresent(offset + 2), summary: try row.textIfPresent(offset + 3),
      previous: try row.textIfPresent(offset + 4), next: try row.textIfPresent(offset + 5),
      related: try row.bytes(offset + 6), blocks: try row.bytes(offset + 7), feed: try row.numberIfPresent(offset + 8),
      links: try row.bytesIfPresent(offset + 9), feedText: try row.bytesIfPresent(offset + 10).map(FeedText.init))
  }

  /// The body of a key; nil where there is none that can be read.
  static func readableBody(_ db: Database, key: Int64) throws -> StoredBody? {
    do {
      return try db.cachedStatement(sql: "SELECT \(bodyColumns) FROM body b WHERE b.key = ?").first([key]) {
        try body($0, from: 0)
      }
    } catch  where error.isDamage {
      return nil
    }
  }

  /// The article of a key with its body.
  static func fetch(_ db: Database, key: Int64) throws -> StoredArticle? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns), \(bodyColumns) FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?
        """)
    return try statement.first([key], articleWithBody)
  }

  /// What `read` gives; nil where what it reads is damaged.
  static func readable<T>(_ read: () throws -> T?) throws -> T? {
    do {
      return try read()
    } catch is UnreadableColumn {
      return nil
    }
  }
}
