import Foundation
import GRDB
import Log

/// How far bringing a store of an older program up to date has come.
package enum UpgradeProgress: Hashable, Sendable {
  /// How much of the store is copied, from 0 to 1, before anything is changed.
  case backingUp(Double)
  /// The step that has begun, from 1.
  case step(Int, of: Int)
}

/// Brings the tables of a store of an older program up to date, one step a transaction: an upgrade that is killed goes on where it was.
///
/// Before the first step the store is copied beside itself, where there is room; the copy goes when a program has closed the
/// store without trouble.
struct StoreUpgrade {
  private let pool: DatabasePool
  private let path: String
  private let progress: (UpgradeProgress) -> Void

  init(_ pool: DatabasePool, path: String, progress: @escaping (UpgradeProgress) -> Void) {
    self.pool = pool
    self.path = path
    self.progress = progress
  }

  /// Where the store lies as it was before this program's version of the tables.
  static func backupPath(_ path: String) -> String { "\(path)-before-\(Schema.version)" }

  static func removeBackup(_ path: String) { unlink(backupPath(path)) }

  func run() throws {
    let found = try version()
    guard found < Schema.version else { return }
    // A file that has no tables yet has nothing to lose, and is made in no time.
    guard found > 0 else { return try migrate() }
    keepOldStore()
    for step in found + 1...Schema.version {
      progress(.step(step - found, of: Schema.version - found))
      try migrate(upTo: step)
    }
  }

  private func version() throws -> Int { try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 } }

  /// Another program may be doing the same at this moment.
  private func migrate(upTo step: Int = Schema.version) throws {
    do {
      try Schema.migrator.migrate(pool, upTo: Schema.stepNames[step - 1])
    } catch {
      // The second program to upgrade finds the tables made between its look and its turn.
      guard try version() >= step else { throw error }
    }
  }

  /// One that is there already is that of an upgrade that was killed, and older than what it left.
  private func keepOldStore() {
    let backup = Self.backupPath(path)
    let temporary = backup + "-part"
    guard !FileManager.default.fileExists(atPath: backup), hasRoom() else { return }
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    close(descriptor)
    do {
      try StoreCopy.write(pool, to: temporary) { progress(.backingUp($0)) }
      rename(temporary, backup)
    } catch {
      // An upgrade needs no backup: every step is whole or did not happen.
      Log.warning("cannot copy the store before it is brought up to date", error)
      unlink(temporary)
    }
  }

  /// For the copy, and for what the steps write.
  private func hasRoom() -> Bool {
    var disk = statvfs()
    var file = stat()
    guard statvfs(path, &disk) == 0, stat(path, &file) == 0 else { return false }
    let free = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
    return free.overflow || free.partialValue / 3 > UInt64(max(0, file.st_size))
  }
}
