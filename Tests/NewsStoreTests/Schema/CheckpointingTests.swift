import Foundation
import GRDB
import Testing

@testable import NewsStore

@Suite struct CheckpointingTests {
  @Test func theLogBeginsAnewWhileMuchIsWrittenAndNothingIsLost() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "news.db").path
    let limits = Checkpointing.Limits(step: 10, full: 40, overfull: 160)
    let checkpointing = Checkpointing(path: path, limits: limits)
    var configuration = Configuration()
    configuration.prepareDatabase { db in if !db.configuration.readonly { checkpointing.follow(db) } }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.write { try $0.execute(sql: "CREATE TABLE page (number INTEGER PRIMARY KEY, data BLOB NOT NULL)") }

    let count = 2_000
    for number in 1...count {
      try pool.write { db in
        try db.execute(sql: "INSERT INTO page VALUES (?, zeroblob(3000))", arguments: [number])
      }
    }

    let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
    // A page of the log has its own head; a transaction of a few pages may come on top.
    #expect(log > 0 && log <= (limits.overfull + 20) * (4_096 + 24))
    checkpointing.close()
    pool.invalidateReadOnlyConnections()
    try pool.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    let reopened = try DatabaseQueue(path: path)
    let rows = try reopened.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM page") }
    let verdict = try reopened.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(rows == count && verdict == "ok")
  }
}
