internal import Foundation
internal import GRDB
internal import Synchronization

/// The news that a person keeps: one SQLite file, which several programs may use at once.
///
/// All functions are synchronous and may be called from any thread; reads run beside each other and beside one write. Those that can
/// take long take a `Cancellation`. What a function has written when it returns survives a crash of the program.
public final class NewsStore: Sendable {
  public let path: String
  /// Whether the last program that wrote ended without `close()`, and no `check()` has passed since.
  public let wasUncleanlyClosed: Bool

  let pool: DatabasePool
  let names: TermNames
  let damage: DamageLog
  private let session: SessionMarker
  private let checkpointing: Checkpointing
  private let writer = Mutex(WriterMemory())

  /// What to do where there is no file yet.
  public enum OpenMode: Sendable {
    /// Make the file and the folders that lead to it.
    case create
    /// Throw `StoreError.notFound`.
    case existing
  }

  /// Opens the store at `path`, and brings one of an older program up to date.
  ///
  /// A file that is not a store or that a newer program wrote is left as it is.
  ///
  /// - Parameter onUpgrade: told how far bringing a store up to date has come, which may take minutes.
  public static func open(
    at path: String, _ mode: OpenMode = .create, onUpgrade: @escaping (UpgradeProgress) -> Void = { _ in }
  ) throws(StoreError) -> NewsStore {
    do {
      return try NewsStore(path: path, mode: mode, onUpgrade)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private init(path: String, mode: OpenMode, _ onUpgrade: @escaping (UpgradeProgress) -> Void) throws {
    let file = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, isFolder.boolValue { throw StoreError.notAStore(path: path) }
    if !exists {
      guard mode == .create else { throw StoreError.notFound(path: path) }
      do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      } catch {
        throw StoreError.cannotOpen(path: path, detail: error.localizedDescription)
      }
    }
    self.path = path
    checkpointing = Checkpointing(path: path)
    damage = DamageLog()
    pool = try StoreConnection.open(path, checkpointing, damage, onUpgrade: onUpgrade)
    session = SessionMarker(path: path)
    names = TermNames()
    wasUncleanlyClosed = try pool.read { [session] in try session.wasUncleanlyClosed($0) }
  }

  /// Ends the use of the store. Call it once, when no other call is running; nothing works afterwards.
  public func close() throws(StoreError) {
    do {
      if session.hasBegun { try pool.write { try session.end($0) } }
      checkpointing.close()
      // The writing connection must be the last: only that one moves the log into the file and removes it.
      pool.invalidateReadOnlyConnections()
      try pool.close()
      StoreUpgrade.removeBackup(path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// What answers had to do without since the store was opened.
  public var damageMet: StoreDamage { damage.damage }

  /// Calls `observer`, on the thread that reads, when the first damaged article and the first damage of the index are met.
  public func observeDamage(_ observer: @escaping @Sendable () -> Void) { damage.observe(observer) }

  /// Differs from the last answer when another program, or another `NewsStore`, has changed the file since. Own writes leave it.
  ///
  /// Takes a few microseconds; waits while this store writes.
  public func dataVersion() throws(StoreError) -> Int64 {
    do {
      return try pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func read<T>(_ cancellation: Cancellation? = nil, _ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try pool.read { db in
        guard let cancellation else { return try body(db) }
        return try cancellation.watch(db) { try body(db) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Runs `body` in a transaction of its own; counts that it changed are written with it.
  func write<T: Sendable>(_ body: (inout StoreWriter) throws -> T) throws(StoreError) -> T {
    do {
      // The lock is always taken before the pool's writer, never the other way round.
      return try writer.withLock { memory in
        do {
          let result = try pool.write { db in
            try session.begin(db)
            var writer = try StoreWriter(db, memory: memory)
            memory = WriterMemory()
            let result = try body(&writer)
            memory = try writer.finish()
            return result
          }
          session.didCommit()
          return result
        } catch {
          // What was remembered may name rows that were rolled back.
          memory = WriterMemory()
          throw error
        }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Runs `body` alone on the writing connection, outside of any transaction, for what puts other content in place of all there is.
  func replaceAll(_ body: (Database) throws -> Void) throws {
    try writer.withLock { memory in
      memory = WriterMemory()
      try pool.writeWithoutTransaction(body)
      damage.forget()
    }
  }

  /// Runs `body` alone on the writing connection, and takes a clean result as the end of an unclean state.
  func forgetUncleanEnd() throws(StoreError) {
    do {
      try pool.write { try session.forgetUncleanEnd($0) }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
