import CSQLite
import Foundation
import MeasuredStore
import Measuring

/// Lists and counts by when articles arrived, and as of moments before some of them were edited.
///
/// The store is given a past first: each article came some minutes after it was published, and one in twenty was edited one to four times.
struct TimeScene: Scene {
  static let name = "time"
  let stage: Stage

  private static let limit = 50

  func play(_ size: Int, _ report: inout Report) throws {
    let path = stage.stores.path(size)
    let past = try StorePast(of: path)
    let store = try MeasuredStore(at: path)
    defer { try? store.close() }
    func list(_ subject: Subject, _ query: String) throws {
      report.add(subject, size, try timed { try store.list(query, limit: Self.limit, at: past.end) }.milliseconds)
    }
    for number in 1...stage.effort.slowKeys {
      for query in ["seen:\(number * 2)h", "seen:\(number)d"] { try list(.seenList, query) }
      let moment = "as-of:" + past.moment(number, of: stage.effort.slowKeys)
      try list(.asOfList, moment)
      report.add(.asOfCount, size, try timed { try store.count(moment, at: past.end) }.milliseconds)
      try list(.changedList, "is:changed")
    }
  }
}

/// Gives a store a past where it has none yet.
private struct StorePast {
  private let oldest: Int64
  private let newest: Int64

  var end: Date { Date(timeIntervalSince1970: Double(newest) + 3_600) }

  /// The `number`th of some moments that are spread over the time of the articles.
  func moment(_ number: Int, of count: Int) -> String {
    let seconds = oldest + (newest - oldest) * Int64(number) / Int64(count + 1)
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.timeZone(separator: .omitted))
  }

  init(of path: String) throws {
    // The tables are brought up to date by the program.
    try MeasuredStore(at: path).close()
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw CocoaError(.fileReadUnknown) }
    defer { sqlite3_close(database) }
    func number(_ sql: String) -> Int64 {
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      sqlite3_prepare_v2(database, sql, -1, &statement, nil)
      return sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0
    }
    func run(_ sql: String) throws {
      guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw CocoaError(.fileWriteUnknown) }
    }
    oldest = number("SELECT published FROM article ORDER BY id LIMIT 1")
    newest = number("SELECT published FROM article ORDER BY id DESC LIMIT 1")
    guard number("SELECT count(*) FROM version") == 0 else { return }
    Note.write("giving the articles a past")
    try run(
      """
      BEGIN;
      UPDATE article SET arrived = published + key % 1800;
      WITH RECURSIVE edition (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM edition WHERE number < 4)
      INSERT INTO version
      SELECT a.key, e.number, a.arrived + (e.number - 1) * 40000, a.arrived + e.number * 40000, NULL, 1, a.id, a.published,
        a.is_estimated, a.is_stub, a.source_id, a.label_id, a.tag_ids, a.facets, a.title || '（旧）', 0, 1, x''
      FROM article a CROSS JOIN edition e WHERE a.key % 20 = 0 AND e.number <= 1 + (a.key / 20) % 4;
      UPDATE article SET change = 1 WHERE key % 20 = 0;
      COMMIT;
      """)
  }
}
