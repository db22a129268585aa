import Foundation
import GRDB
import GRDBSQLite
import Log
import NewsModel
import TextBasics

extension DatabasePool {
  /// Reads without the mapping, for what goes through the whole file once: mapped, all of it would count as this program's
  /// memory.
  func readUnmapped<T>(_ body: (Database) throws -> T) throws -> T {
    try read { db in
      try db.execute(sql: "PRAGMA mmap_size = 0")
      defer {
        Log.attempt("map the file again", .info) {
          try db.execute(sql: "PRAGMA mmap_size = \(StoreConnection.mappedBytes)")
        }
      }
      return try body(db)
    }
  }
}

extension DatabasePool {
  /// Reads what may be damaged: SQLite does not end a transaction in which it met a page that is none, which takes nothing from what
  /// was read.
  ///
  /// - Parameter didMeetDamage: called where it did so.
  func readDamaged<T>(
    isMapped: Bool = false, didMeetDamage: () -> Void = {}, _ body: (Database) throws -> T
  ) throws -> T {
    var result: T?
    do {
      if isMapped { try read { result = try body($0) } } else { try readUnmapped { result = try body($0) } }
    } catch let error as DatabaseError where error.isDamage {
      guard let result else { throw error }
      didMeetDamage()
      return result
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return result
  }
}

/// Opens the file of a store: refuses what is none, sets every connection up, migrates.
enum StoreConnection {
  /// Opens a file to read and write it, and brings it up to date.
  static func open(
    _ file: StoreFile, _ checkpointing: Checkpointing, _ damage: DamageLog,
    onUpgrade: @escaping (UpgradeProgress) -> Void
  ) throws -> DatabasePool {
    var configuration = basicConfiguration(damage)
    configuration.prepareDatabase { db in
      if db.configuration.readonly {
        try db.execute(sql: "PRAGMA cache_size = -4096")
      } else {
        // Before anything is written: switching the journal mode alone would change a file that is not ours.
        // In one transaction: another program may be making the store at this moment.
        try db.inTransaction(.deferred) {
          try refuseForeignFile(db, path: file.path)
          return .commit
        }
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
    let pool = try DatabasePool(path: file.path, configuration: configuration)
    try StoreUpgrade(pool, path: file.path, progress: onUpgrade).run()
    do {
      try Refolding.begin(pool)
      try SearchBlock.discardOtherForms(pool)
      try FacetQueue.renewOtherForms(pool)
      try TraitRows.forgetOtherForms(pool)
    } catch  where error.isDamage {
      // What is damaged is told when it is used, so that a repair can open it.
      Log.warning("the state of folding or of the index is damaged", error)
    }
    return pool
  }

  /// Opens a file that cannot be written, only to read it: beside whoever writes, where the log says that somebody does, else as one
  /// that nobody changes, for which SQLite makes no file beside it.
  static func openForReading(_ file: StoreFile, _ damage: DamageLog) throws -> DatabasePool {
    let hasLog = file.hasLog
    var configuration = basicConfiguration(damage)
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: "PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = \(mappedBytes)")
    }
    do {
      let pool = try DatabasePool(path: hasLog ? file.path : file.frozenAddress, configuration: configuration)
      try pool.readDamaged(isMapped: true) { db in
        try refuseForeignFile(db, path: file.path)
        try refuseOlderFile(db, path: file.path)
      }
      return pool
    } catch let error as DatabaseError where hasLog && error.resultCode != .SQLITE_CORRUPT {
      // Without the log the file alone may contradict itself: it is not to be read.
      throw StoreError.logUnreadable(path: file.log)
    }
  }

  /// What all connections have in common.
  private static func basicConfiguration(_ damage: DamageLog) -> Configuration {
    var configuration = Configuration()
    configuration.label = "newstape"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try TextFunctions.register(db)
      try SessionFunction.register(db)
      try CandidateTable.register(db, damage)
    }
    return configuration
  }

  /// Bodies of 2 to 3 KB waste a third of a 4 KB page, an eighth of one of 8 KB and a sixteenth of this one. Files of older programs
  /// keep what they have.
  private static let pageSize = 16_384

  /// SQLite reads clean pages from the mapping, so that they take no private memory.
  static let mappedBytes = 4 << 30

  private static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  private static func refuseForeignFile(_ db: Database, path: String) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if id == Schema.applicationID {
      let found = try version(db)
      if found > Schema.version { throw StoreError.newerVersion(found: found, supported: Schema.version) }
    } else if try id != 0 || hasForeignTables(db) {
      throw StoreError.notAStore(path: path)
    }
  }

  /// What cannot be written cannot be brought up to date either.
  private static func refuseOlderFile(_ db: Database, path: String) throws {
    guard try version(db) == Schema.version else { throw StoreError.olderVersion(path: path) }
    do {
      let isCurrent = try StoreState.index.value(db) == SearchBlock.form && Refolding.isDoneOfNames(db)
      guard isCurrent else { throw StoreError.olderVersion(path: path) }
    } catch  where error.isDamage {
      // What is damaged is told when it is used.
      Log.warning("the state of folding or of the index is damaged", error)
    }
  }

  /// The migrator's own table comes first, before the file bears our mark.
  private static func hasForeignTables(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')")
      ?? false
  }
}

extension Cancellation {
  /// Runs `body`; statements that it runs on `db` end with SQLITE_INTERRUPT soon after `cancel()`.
  ///
  /// - Throws: `CancellationError` if it is cancelled already.
  func watch<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    if isCancelled { throw CancellationError() }
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      db.sqliteConnection, Self.instructionsBetweenLooks,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
      }, context)
    defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(self) { try body() }
  }

  /// Virtual-machine instructions of SQLite: some tens of microseconds.
  private static let instructionsBetweenLooks: Int32 = 4_000
}
