import Foundation
import GRDB
import Log
import NewsModel
import Synchronization

/// The news that a person keeps: one SQLite file, which several programs may use at once.
///
/// All functions are synchronous and may be called from any thread; reads run beside each other and beside one write. Those that can
/// take long take a `Cancellation`. What a function has written when it returns survives a crash of the program.
///
/// Every read is one snapshot: what a function returns was true at one moment. Every commit is announced to the observer
/// (`observe`), so that no writer can forget to do so.
package final class NewsStore: Sendable {
  package let path: String
  /// Whether the last program that wrote ended without `close()`, and no `check()` has passed since. Not known, and false, where nothing
  /// can be written.
  package let wasUncleanlyClosed: Bool
  /// Why nothing can be written; nil where all can. What changes the store throws it.
  package let obstacle: StoreError?

  let file: StoreFile
  let names: TermNames
  let damage: DamageLog
  private let announcer = Announcer()
  private let connections: Mutex<Connections>
  private let presence: FilePresence
  /// Nil where nothing can be written.
  private let locks: FileLocks?
  private let checkpointing: Checkpointing?
  /// The `dataVersion()` of a file that was made for this use.
  private let versionWhenMade: Int64?
  private let session: SessionMarker
  /// The share of all who use the file.
  private let use: Mutex<HeldLock?>
  private let writer = Mutex(WriterMemory())

  private struct Connections {
    var pool: DatabasePool
    /// The state of a file that is read without locks.
    var stamp: FileStamp?
  }

  /// What to do where there is no file yet.
  package enum OpenMode: Sendable {
    /// Make the file and the folders that lead to it.
    case create
    /// Throw `StoreError.notFound`.
    case existing
  }

  /// Opens the store at `path`, and brings one of an older program up to date.
  ///
  /// A file that is not a store or that a newer program wrote is left as it is. One that cannot be written, as its drive is full, its
  /// folder write-protected or its owner another, is opened to be read: `obstacle` says why.
  ///
  /// - Parameter onUpgrade: told how far bringing a store up to date has come, which may take minutes.
  package static func open(
    at path: String, _ mode: OpenMode = .create, onUpgrade: @escaping (UpgradeProgress) -> Void = { _ in }
  ) throws(StoreError) -> NewsStore {
    do {
      return try NewsStore(OpenedFile(path: path, mode, onUpgrade), path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a store as one that cannot be written, for whatever reason.
  static func open(at path: String, unwritableAs obstacle: StoreError) throws(StoreError) -> NewsStore {
    do {
      return try NewsStore(OpenedFile(reading: StoreFile(path), path: path, obstacle: obstacle), path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private init(_ opened: OpenedFile, path: String) throws {
    self.path = path
    file = opened.file
    obstacle = opened.obstacle
    presence = opened.presence
    locks = opened.writing?.locks
    checkpointing = opened.writing?.checkpointing
    use = Mutex(opened.writing?.use)
    connections = Mutex(Connections(pool: opened.pool, stamp: opened.stamp))
    session = SessionMarker(opened.writing?.locks)
    names = TermNames()
    damage = opened.damage
    let isNew = opened.writing?.isNew ?? false
    versionWhenMade = try isNew ? Self.dataVersion(opened.pool) : nil
    wasUncleanlyClosed = try opened.pool.readDamaged(isMapped: true) { [session] in try session.wasUncleanlyClosed($0) }
  }

  /// Ends the use of the store. Call it once, when no other call is running; nothing works afterwards.
  ///
  /// A file that was made for this use, and into which nothing was written, goes away again.
  package func close() throws(StoreError) {
    announcer.stop()
    do {
      let pool = pool
      if presence.loss != nil {
        // Closing the connections would write to the file. They are left to the end of the program.
        _ = Unmanaged.passRetained(pool)
        return
      }
      let isWasted = try !session.hasBegun && versionWhenMade == dataVersion()
      if session.hasBegun { try pool.write { try session.end($0) } }
      session.leave()
      checkpointing?.close()
      // The writing connection must be the last: only that one moves the log into the file and removes it.
      pool.invalidateReadOnlyConnections()
      try pool.close()
      let share = use.withLock { use in
        defer { use = nil }
        return use
      }
      if obstacle == nil { StoreUpgrade.removeBackup(file.path) }
      if isWasted, let share, share.change(shared: false), presence.loss == nil { file.remove() }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Differs from the last answer when another program, or another `NewsStore`, has changed the file since. Own writes leave it.
  ///
  /// Takes a few microseconds; waits while this store writes.
  package func dataVersion() throws(StoreError) -> Int64 {
    do {
      if connections.withLock({ $0.stamp }) != nil { return FileStamp(file).version }
      return try Self.dataVersion(pool)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func dataVersion(_ pool: DatabasePool) throws -> Int64 {
    try pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// What answers had to do without since the store was opened.
  package var damageMet: StoreDamage { damage.damage }

  /// Calls `observer` with every event from now on until `close()`: on the thread that commits or meets damage, and for other
  /// programs on a thread of its own, within about half a second. Call it once, before the first read.
  package func observe(_ observer: @escaping @Sendable (StoreEvent) -> Void) {
    damage.observe { observer(.damageMet) }
    announcer.start(observer, ChangeWatcher(of: self, onEvent: observer))
  }

  var pool: DatabasePool { connections.withLock { $0.pool } }

  /// What has become of the file of the store; nil where all is well. Takes long only where the file became shorter.
  package var loss: StoreLoss? { loss(pool) }

  private func loss(_ pool: DatabasePool) -> StoreLoss? {
    presence.loss {
      Log.attempt("read the store that became shorter", .error) {
        try pool.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      } == "ok"
    }
  }

  /// A lock of the writers; nil where another program, or another thread of this one, holds it.
  func lock(for purpose: StoreLock) throws(StoreError) -> HeldLock? {
    try refuseWriting()
    return locks?.acquire(purpose)
  }

  func refuseWriting() throws(StoreError) {
    if let obstacle { throw obstacle }
  }

  private func refuse(_ loss: StoreLoss?) throws(StoreError) {
    if let loss { throw .lost(path: path, loss) }
  }

  /// What is wrong, in view of what has become of the file.
  private func explained(_ error: any Error) -> StoreError {
    presence.loss.map { StoreError.lost(path: path, $0) } ?? StoreError(error, path: path)
  }

  func read<T>(_ cancellation: Cancellation? = nil, _ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      try refuse(presence.loss)
      let result = try withReadablePool { pool in
        try pool.readDamaged(isMapped: true, didMeetDamage: damage.noteLists) { db in
          guard let cancellation else { return try body(db) }
          return try cancellation.watch(db) { try body(db) }
        }
      }
      // What was read from a file that was cut meanwhile is not what it held.
      try refuse(presence.loss)
      return result
    } catch {
      throw explained(error)
    }
  }

  /// Runs a read; that of a file without locks again, where it was changed meanwhile.
  private func withReadablePool<T>(_ body: (DatabasePool) throws -> T) throws -> T {
    for _ in 0..<3 {
      let (pool, stamp) = connections.withLock { ($0.pool, $0.stamp) }
      guard let stamp else { return try body(pool) }
      let result = Result { try body(pool) }
      if FileStamp(file) == stamp { return try result.get() }
      let newStamp = file.hasLog ? nil : FileStamp(file)
      let newPool = try StoreConnection.openForReading(file, damage)
      connections.withLock { $0 = Connections(pool: newPool, stamp: newStamp) }
    }
    throw StoreError.busy
  }

  /// Runs `body` in a transaction of its own; counts that it changed are written with it. Announces the commit where it changed
  /// a row.
  ///
  /// - Parameters:
  ///   - articles: how far the whole change had come before this step; the error says so.
  ///   - isSeen: whether a reader can see what changes. What is not seen is not announced.
  func write<T: Sendable>(
    after articles: Int = 0, isSeen: Bool = true, _ body: (inout StoreWriter) throws -> T
  ) throws(StoreError) -> T {
    do {
      try refuseWriting()
      // The lock is always taken before the pool's writer, never the other way round.
      let (result, hasChanged) = try writer.withLock { memory in
        do {
          let pool = pool
          // Whatever is written to a file that lacks a part hides the lack.
          try refuse(loss(pool))
          let result = try pool.write { db in
            try session.begin(db)
            let changes = db.totalChangesCount
            var writer = try StoreWriter(db, memory: memory)
            memory = WriterMemory()
            let result = try body(&writer)
            memory = try writer.finish()
            return (result, db.totalChangesCount != changes)
          }
          session.didCommit()
          return result
        } catch {
          // What was remembered may name rows that were rolled back.
          memory = WriterMemory()
          throw error
        }
      }
      // Outside of the lock: the observer may write in its turn.
      if isSeen, hasChanged { announcer.announce(.changed(by: .thisProgram)) }
      return result
    } catch {
      throw explained(error).after(articles)
    }
  }

  /// Tells the observer what no commit told.
  func announce(_ event: StoreEvent) { announcer.announce(event) }

  /// Runs `body` alone on the writing connection, outside of any transaction, for what puts other content in place of all there is.
  func replaceAll(_ body: (Database) throws -> Void) throws {
    try refuseWriting()
    try refuse(loss)
    try writer.withLock { memory in
      memory = WriterMemory()
      try pool.writeWithoutTransaction(body)
      damage.forget()
    }
    announcer.announce(.changed(by: .thisProgram))
  }

  /// Takes a clean check as the end of an unclean state.
  func forgetUncleanEnd() throws(StoreError) {
    guard obstacle == nil else { return }
    do {
      try pool.write { try session.forgetUncleanEnd($0) }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
