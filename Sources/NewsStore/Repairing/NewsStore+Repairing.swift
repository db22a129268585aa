import Foundation
import GRDB
import Log
package import NewsModel

extension NewsStore {
  /// Copies the store as it is at this moment into an empty file, page by page and damage included, while others read and write.
  ///
  /// The copy is one file that needs no other, and closed.
  ///
  /// - Parameter progress: told how much is copied, from 0 to 1.
  package func copy(
    to path: String, cancellation: Cancellation? = nil, progress: @escaping (Double) -> Void = { _ in }
  ) throws(StoreError) {
    do {
      try StoreCopy.write(pool, to: path, cancellation: cancellation, progress: progress)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Makes the store anew out of all that can be read of it: articles with their marks, what the reader keeps, and what follows from
  /// them. The search index is empty afterwards, and all articles wait for it.
  ///
  /// The new content is made in a file of its own and takes the place of the old in one transaction: whoever is stopped or killed leaves
  /// the store as it was, and other programs see either. Needs as much room as the store takes, twice, and once more where pages are
  /// damaged.
  ///
  /// - Throws: `StoreError.busy` where another program indexes or analyses the store, or writes to it again and again.
  package func repair(
    cancellation: Cancellation? = nil, progress: @escaping (RepairProgress) -> Void = { _ in }
  ) throws(StoreError) -> RepairReport {
    do {
      guard let indexing = try lock(for: .indexing), let analysing = try lock(for: .analysing) else {
        throw StoreError.busy
      }
      let temporary = file.path + StoreFile.repairing
      defer { Self.remove(temporary) }
      return try withExtendedLifetime((indexing, analysing)) {
        for _ in 0..<Self.attempts {
          Self.remove(temporary)
          if let report = try repairOnce(temporary, cancellation, progress) { return report }
        }
        throw StoreError.busy
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static let attempts = 3

  /// Nil where another program has written to the store meanwhile.
  private func repairOnce(
    _ temporary: String, _ cancellation: Cancellation?, _ progress: @escaping (RepairProgress) -> Void
  ) throws -> RepairReport? {
    let observer = try DatabaseQueue(path: file.path)
    let before = try observer.dataVersion()
    let pageSize = try pool.read { try Int.fetchOne($0, sql: "PRAGMA page_size") } ?? 16_384
    let rescue = try Self.emptyStore(temporary, pageSize: pageSize)
    let leaves = try leafRows(temporary + "-pages", cancellation)
    let report = try pool.readDamaged { source in
      try rescue.write { target in
        var salvage = Salvage(from: source, leaves, to: target, cancellation: cancellation) { progress(.reading($0)) }
        let (articles, losses) = try salvage.run()
        return RepairReport(articles: articles, losses: losses)
      }
    }
    let isWritten = try replaceContent(with: rescue) { done in
      if cancellation?.isCancelled == true { throw CancellationError() }
      progress(.writing(done))
      return try observer.dataVersion() == before
    }
    try rescue.close()
    return isWritten ? report : nil
  }

  /// What the leaves of the file hold, from a copy of it; nil where SQLite comes to all of them by itself.
  private func leafRows(_ copy: String, _ cancellation: Cancellation?) throws -> LeafRows? {
    let shapes = try TableShape.all()
    var missing: Set<String> = []
    let isSound = try pool.readDamaged { db in
      missing = Set(shapes.map(\.name)).subtracting(try TableShape.all(db).map(\.name))
      return try Self.isStructureSound(db)
    }
    guard !isSound || !missing.isEmpty else { return nil }
    defer { Self.remove(copy) }
    // SQLite hands out no page that it cannot walk to, and what it wrote last may lie in its log.
    try StoreCopy.write(pool, to: copy, cancellation: cancellation) { _ in }
    return try LeafRows(path: copy, shapes: shapes, missing: missing, cancellation: cancellation)
  }

  private static func isStructureSound(_ db: Database) throws -> Bool {
    do {
      return try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
    } catch let error as DatabaseError where error.isDamage {
      return false
    }
  }

  /// Gives the room back that deleted and rewritten rows left free. Needs as much room as the store takes, twice, until it is done;
  /// who is stopped or killed leaves the store as it was.
  ///
  /// - Returns: the bytes of the store before and after.
  package func compact(
    cancellation: Cancellation? = nil, progress: @escaping (Double) -> Void = { _ in }
  ) throws(StoreError) -> (before: Int, after: Int) {
    do {
      try refuseWriting()
      let temporary = file.path + StoreFile.compacting
      defer { Self.remove(temporary) }
      let before = size
      for _ in 0..<Self.attempts {
        Self.remove(temporary)
        let observer = try DatabaseQueue(path: file.path)
        let version = try observer.dataVersion()
        try observer.writeWithoutTransaction { db in
          func copy() throws { try db.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
          try cancellation.map { try $0.watch(db, copy) } ?? copy()
        }
        let compacted = try DatabaseQueue(path: temporary)
        let isWritten = try replaceContent(with: compacted) { done in
          if cancellation?.isCancelled == true { throw CancellationError() }
          progress(done)
          return try observer.dataVersion() == version
        }
        try compacted.close()
        try observer.close()
        if isWritten {
          // The file is cut when the log is moved into it, which waits for those who read.
          Log.attempt("cut the file of a compacted store", .info) {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
          }
          return (before, size)
        }
      }
      throw StoreError.busy
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Bytes of the file and of its log.
  private var size: Int {
    [file.path, file.log].reduce(0) { $0 + Int(StoreFile.status($1)?.st_size ?? 0) }
  }

  private static func emptyStore(_ path: String, pageSize: Int) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // It lives no longer than the repair: nothing of it must outlast a crash. What fails is rolled back, for which the journal is there.
      try db.execute(
        sql:
          "PRAGMA page_size = \(pageSize); PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768"
      )
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try Schema.migrator.migrate(queue)
    return queue
  }

  private struct OtherWriter: Error {}

  /// Writes the content of another store over that of this one, in one transaction. Returns false, and writes nothing, where
  /// `isUntouched` says that this one is no longer what it was.
  ///
  /// - Parameter isUntouched: asked while nobody else can write; told how much is written.
  private func replaceContent(with other: DatabaseQueue, _ isUntouched: @escaping (Double) throws -> Bool) throws
    -> Bool
  {
    do {
      try replaceAll { target in
        try other.read { source in
          let pages = try Int32.fetchOne(source, sql: "PRAGMA page_count") ?? 0
          // Two steps at least: after the last one it is too late to look.
          try source.backup(to: target, pagesPerStep: max(1, min(StoreCopy.pagesAtOnce, pages / 2))) { state in
            guard !state.isCompleted else { return }
            let done = 1 - Double(state.remainingPageCount) / Double(max(1, state.totalPageCount))
            if try !isUntouched(done) { throw OtherWriter() }
          }
        }
      }
      return true
    } catch is OtherWriter {
      return false
    }
  }

  private static func remove(_ path: String) {
    for end in ["", "-journal", "-wal", "-shm"] where unlink(path + end) != 0 && errno != ENOENT {
      Log.warning("cannot remove \(path + end)", SystemProblem(code: errno))
    }
  }
}

extension DatabaseQueue {
  fileprivate func dataVersion() throws -> Int64? {
    try writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
  }
}

/// Copies a store as it is at one moment, page by page and damage included, while others read and write.
enum StoreCopy {
  static let pagesAtOnce: CInt = 256

  /// Writes the copy into an empty file: one that needs no other, and closed.
  ///
  /// - Parameter progress: told how much is copied, from 0 to 1.
  static func write(
    _ pool: DatabasePool, to path: String, cancellation: Cancellation? = nil, progress: @escaping (Double) -> Void
  ) throws {
    // A small store is copied in one step, after which it is too late to stop.
    if cancellation?.isCancelled == true { throw CancellationError() }
    let target = try DatabaseQueue(path: path)
    try pool.readUnmapped { source in
      // The first look makes the moment.
      _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
      try target.writeWithoutTransaction { target in
        // Without any journal a copy that fails half-way could not be rolled back.
        try target.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        try source.backup(to: target, pagesPerStep: pagesAtOnce) { state in
          if cancellation?.isCancelled == true { throw CancellationError() }
          progress(1 - Double(state.remainingPageCount) / Double(max(1, state.totalPageCount)))
        }
        // A damaged copy is a copy all the same.
        Log.attempt("end the sessions of a copy", .info) { try endSessions(target) }
      }
    }
    try target.close()
  }

  /// No program is at work on the copy.
  private static func endSessions(_ db: Database) throws {
    try db.execute(sql: "PRAGMA journal_mode = DELETE")
    try db.inTransaction {
      try db.execute(sql: "UPDATE state SET value = 0 WHERE name = 'sessions'")
      return .commit
    }
  }
}
