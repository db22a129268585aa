import Foundation
import GRDB
import Log
package import NewsModel

/// The articles in newsboat's cache (`cache.db`), which is opened for reading alone and left as it is.
///
/// The file is not ours, so nothing in it is trusted: its tables are looked at first, every value is taken for text or a number, and
/// functions in its schema are not called.
package enum NewsboatCache {
  /// An article as newsboat keeps it.
  package struct Entry: Hashable, Sendable {
    package var guid: String?
    /// HTML, like the content.
    package var title: String
    package var author: String?
    package var link: String?
    package var feedTitle: String?
    package var feedAddress: String
    /// Nil where the feed gave none.
    package var published: Timestamp?
    package var content: String
    package var isRead: Bool
    /// Whether its reader gave it a flag, whichever.
    package var isFlagged: Bool
  }

  /// Whether a file that begins with the bytes is a database of SQLite.
  package static func isDatabase(_ start: UnsafeRawBufferPointer) -> Bool {
    start.starts(with: Array("SQLite format 3".utf8) + [0])
  }

  /// Hands over every article that newsboat has not deleted, in the order in which they came; ends early where `body` gives false.
  ///
  /// - Throws: `StoreError.notAStore` where the file is another database; what SQLite has against it else.
  package static func read(_ path: String, _ body: (Entry) -> Bool) throws(StoreError) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { Log.attempt("close newsboat's cache", .info) { try queue.close() } }
      let items = try queue.read { db in
        let (feeds, items) = (try columns(of: "rss_feed", db), try columns(of: "rss_item", db))
        guard feeds.isSuperset(of: feedColumns), items.isSuperset(of: itemColumns) else {
          throw StoreError.notAStore(path: path)
        }
        return items
      }
      let sql = articles(having: items)
      var last = Int64.min
      // In pieces: newsboat, which may be running, cannot write while somebody reads.
      while true {
        let rows = try queue.read { try Row.fetchAll($0, sql: sql, arguments: [last]) }
        for row in rows {
          last = try row.number(0, in: .min ... .max)
          guard body(entry(row)) else { return }
        }
        if rows.isEmpty { return }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The columns that every version of newsboat has.
  private static let feedColumns = ["rssurl", "title"]
  private static let itemColumns = [
    "id", "guid", "title", "author", "url", "feedurl", "pubDate", "content", "unread",
  ]

  /// The columns of a table; none where there is no such table.
  private static func columns(of table: String, _ db: Database) throws -> Set<String> {
    // A view could be anything, and take any time.
    let isTable = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?)", arguments: [table])
    return isTable == true ? Set(try db.columns(in: table).map(\.name)) : []
  }

  /// Longer texts are cut, in characters.
  private static let longestContent = 1 << 20
  private static let longestLine = 8 << 10
  /// Articles that are read at once.
  private static let piece = 20

  private static func text(_ column: String, _ limit: Int = longestLine) -> String {
    "substr(CAST(\(column) AS TEXT), 1, \(limit))"
  }

  private static func articles(having columns: Set<String>) -> String {
    """
    SELECT i.rowid, \(text("i.guid")), \(text("i.title")), \(text("i.author")), \(text("i.url")), \(text("f.title")), \
    \(text("i.feedurl")), CAST(i.pubDate AS INTEGER), \(text("i.content", longestContent)), \
    CAST(i.unread AS INTEGER), \(columns.contains("flags") ? text("i.flags") : "NULL")
    FROM rss_item i LEFT JOIN rss_feed f ON f.rssurl = i.feedurl
    WHERE i.rowid > ? \(columns.contains("deleted") ? "AND i.deleted = 0" : "") ORDER BY i.rowid LIMIT \(piece)
    """
  }

  private static func entry(_ row: Row) -> Entry {
    func text(_ index: Int) -> String? { (row[index] as String?).flatMap { $0.isEmpty ? nil : $0 } }
    let seconds = row[7] as Int64? ?? 0
    // Newsboat writes 0 where there is no time; what is outside of these centuries is a mistake.
    let isTime = seconds > 0 && seconds < 7_258_118_400
    return Entry(
      guid: text(1), title: text(2) ?? "", author: text(3), link: text(4), feedTitle: text(5),
      feedAddress: text(6) ?? "", published: isTime ? Timestamp(seconds) : nil, content: text(8) ?? "",
      isRead: row[9] as Int64? == 0, isFlagged: text(10) != nil)
  }
}
