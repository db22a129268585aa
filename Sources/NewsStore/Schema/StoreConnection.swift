internal import Foundation
internal import GRDB
internal import TextBasics

/// Opens the file of a store: refuses what is none, sets every connection up, migrates.
enum StoreConnection {
  static func open(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "newstape"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      if db.configuration.readonly {
        try db.execute(sql: "PRAGMA cache_size = -4096")
      } else {
        // Before anything is written: switching the journal mode alone would change a file that is not ours.
        try refuseForeignFile(db, path: path)
        try db.execute(
          sql: """
            PRAGMA page_size = \(pageSize);
            PRAGMA cache_size = -32768;
            PRAGMA synchronous = NORMAL;
            PRAGMA secure_delete = OFF;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            """)
      }
      // The writer meets every page of the file in time: mapped, they would all count as this program's memory.
      let mapped = db.configuration.readonly ? mappedBytes : 0
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = \(mapped)")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    let found = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found < Schema.version { try Schema.migrator.migrate(pool) }
    return pool
  }

  /// Bodies of 2 to 3 KB waste a third of a 4 KB page and an eighth of this one.
  private static let pageSize = 8_192

  /// SQLite reads clean pages from the mapping, so that they take no private memory.
  private static let mappedBytes = 4 << 30

  private static func refuseForeignFile(_ db: Database, path: String) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if id == Schema.applicationID {
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if found > Schema.version { throw StoreError.newerVersion(found: found, supported: Schema.version) }
    } else if try id != 0 || Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") != 0 {
      throw StoreError.notAStore(path: path)
    }
  }
}
