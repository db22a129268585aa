internal import Foundation
internal import GRDB
internal import Glibc
internal import TextBasics

extension DatabasePool {
  /// Reads without the mapping, for what goes through the whole file once: mapped, all of it would count as this program's
  /// memory.
  func readUnmapped<T>(_ body: (Database) throws -> T) throws -> T {
    try read { db in
      try db.execute(sql: "PRAGMA mmap_size = 0")
      defer { try? db.execute(sql: "PRAGMA mmap_size = \(StoreConnection.mappedBytes)") }
      return try body(db)
    }
  }
}

/// Opens the file of a store: refuses what is none, sets every connection up, migrates.
enum StoreConnection {
  static func open(
    _ path: String, _ checkpointing: Checkpointing, _ damage: DamageLog, onUpgrade: @escaping (UpgradeProgress) -> Void
  ) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "newstape"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try TextFunctions.register(db)
      try CandidateTable.register(db, damage)
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
            PRAGMA journal_size_limit = 67108864;
            """)
        checkpointing.follow(db)
      }
      // The writer meets every page of the file in time: mapped, they would all count as this program's memory.
      let mapped = db.configuration.readonly ? mappedBytes : 0
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = \(mapped)")
    }
    return try alone(path) {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try StoreUpgrade(pool, path: path, progress: onUpgrade).run()
      do {
        try Refolding.begin(pool)
        try SearchBlock.discardOtherForms(pool)
      } catch  where error.isDamage {
        // What is damaged is told when it is used, so that a repair can open it.
      }
      return pool
    }
  }

  /// Runs `body` while no other program opens a store in the same folder: SQLite does not wait for others when it
  /// switches a new file to WAL.
  ///
  /// Where the folder cannot be locked, as on some network drives, `body` runs all the same.
  private static func alone<T>(_ path: String, _ body: () throws -> T) rethrows -> T {
    let folder = Glibc.open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return try body() }
    // Closing ends the lock.
    defer { _ = Glibc.close(folder) }
    while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }

  /// Bodies of 2 to 3 KB waste a third of a 4 KB page, an eighth of one of 8 KB and a sixteenth of this one. Files of older programs
  /// keep what they have.
  private static let pageSize = 16_384

  /// SQLite reads clean pages from the mapping, so that they take no private memory.
  static let mappedBytes = 4 << 30

  private static func refuseForeignFile(_ db: Database, path: String) throws {
    // In one transaction: another program may be making the store at this moment.
    try db.inTransaction(.deferred) {
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      if id == Schema.applicationID {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if found > Schema.version { throw StoreError.newerVersion(found: found, supported: Schema.version) }
      } else if try id != 0 || hasForeignTables(db) {
        throw StoreError.notAStore(path: path)
      }
      return .commit
    }
  }

  /// The migrator's own table comes first, before the file bears our mark.
  private static func hasForeignTables(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')")
      ?? false
  }
}
