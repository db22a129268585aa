import Foundation
import GRDB
import NewsModel

/// Reads articles from rows whose columns are those of `HeadlineColumn`, then those of `BodyColumn`.
enum ArticleRow {
  static let columns = HeadlineColumn.list(HeadlineColumn.read)
  static let bodyColumns = BodyColumn.list(BodyColumn.read)

  /// Throws `UnreadableColumn`, as `articleWithBody` does.
  static func article(_ row: Row) throws -> StoredArticle {
    var result = StoredArticle(published: Timestamp(0), title: "")
    for (index, column) in HeadlineColumn.read.enumerated() { try column.read(row, index, into: &result) }
    return result
  }

  /// `article`, and the body from the columns after it.
  static func articleWithBody(_ row: Row) throws -> StoredArticle {
    var result = try article(row)
    try readBody(row, from: HeadlineColumn.read.count, into: &result)
    return result
  }

  private static func readBody(_ row: Row, from offset: Int, into article: inout StoredArticle) throws {
    for (index, column) in BodyColumn.read.enumerated() { try column.read(row, offset + index, into: &article) }
  }

  /// The body of a key; nil where there is none that can be read.
  static func readableBody(_ db: Database, key: Int64) throws -> StoredBody? {
    do {
      return try db.cachedStatement(sql: "SELECT \(bodyColumns) FROM body b WHERE b.key = ?").first([key]) { row in
        var article = StoredArticle(published: Timestamp(0), title: "")
        try readBody(row, from: 0, into: &article)
        return article.body
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
