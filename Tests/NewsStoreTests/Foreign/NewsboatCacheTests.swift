import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

struct NewsboatCacheTests {
  private let path = FileManager.default.temporaryDirectory.path + "/newstape-cache-\(UUID().uuidString).db"

  /// A cache with the columns that newsboat 2 has.
  private func make(_ sql: String, items: String = "rss_item") throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
            title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0);
          CREATE TABLE \(items) (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
            title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
            feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
            unread INTEGER(1) NOT NULL, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0);
          INSERT INTO rss_feed VALUES ('https://a.example/rss', 'https://a.example/', '晨星日报', 0);
          \(sql)
          """)
    }
    try queue.close()
  }

  private func read() throws -> [NewsboatCache.Entry] {
    defer { try? FileManager.default.removeItem(atPath: path) }
    var entries: [NewsboatCache.Entry] = []
    try NewsboatCache.read(path) { entry in
      entries.append(entry)
      return true
    }
    return entries
  }

  @Test func articlesComeWithFeedTimeAndWhatWasDoneToThem() throws {
    try make(
      """
      INSERT INTO rss_item VALUES (1, 'g1', '产能翻番', '林某', 'https://a.example/1', 'https://a.example/rss', 1655271729,
        '<p>正文。</p>', 0, 'a', 0);
      INSERT INTO rss_item VALUES (2, 'g2', '删去的', '', '', 'https://a.example/rss', 0, '', 1, NULL, 1);
      INSERT INTO rss_item VALUES (3, 'g3', '没有源', '', '', 'https://b.example/rss', 0, '', 1, NULL, 0);
      """)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(
      try read() == [
        NewsboatCache.Entry(
          guid: "g1", title: "产能翻番", author: "林某", link: "https://a.example/1", feedTitle: "晨星日报",
          feedAddress: "https://a.example/rss", published: Timestamp(1_655_271_729), content: "<p>正文。</p>",
          isRead: true,
          isFlagged: true),
        NewsboatCache.Entry(
          guid: "g3", title: "没有源", author: nil, link: nil, feedTitle: nil, feedAddress: "https://b.example/rss",
          published: nil, content: "", isRead: false, isFlagged: false),
      ])
    #expect(!before.isEmpty)
  }

  @Test func valuesOfAnyKindAreTaken() throws {
    try make(
      """
      INSERT INTO rss_item VALUES (1, x'ff00fe', x'e6b6a8', 3.5, 7, 'https://a.example/rss', 'morgen', x'00', 'ja', 1, 0);
      INSERT INTO rss_item VALUES (2, '', '', '', '', '', 9223372036854775807, '', 1, NULL, 0);
      """)
    let entries = try read()
    #expect(entries.count == 2)
    #expect(entries[0].title == "涨")
    #expect(entries.allSatisfy { $0.published == nil })
  }

  @Test func moreThanAPieceComesInOrder() throws {
    try make(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
      INSERT INTO rss_item SELECT i, 'g' || i, 't', '', '', '', i, '', 1, NULL, 0 FROM n;
      """)
    #expect(try read().map(\.guid) == (1...250).map { "g\($0)" })
  }

  @Test func anotherDatabaseIsRefusedAndAViewIsNoTable() throws {
    try make("CREATE VIEW rss_item AS SELECT * FROM other;", items: "other")
    #expect(throws: StoreError.notAStore(path: path)) { try read() }
  }

  @Test func aFileThatIsNoDatabaseIsRefused() throws {
    try Data("SQLite format 3\0".utf8 + [UInt8](repeating: 0xff, count: 4_096)).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try read() }
  }
}
