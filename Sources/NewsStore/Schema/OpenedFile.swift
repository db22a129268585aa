import Foundation
import GRDB
import Glibc
import NewsModel

/// The file of a store as it was opened, for writing where that is possible, else to read it.
struct OpenedFile {
  let file: StoreFile
  let presence: FilePresence
  let pool: DatabasePool
  let damage = DamageLog()
  /// The state of a file that is read without locks, because no program is known to change it.
  var stamp: FileStamp?
  /// Nil where nothing can be written.
  var writing: Writing?
  /// Why nothing can be written.
  var obstacle: StoreError?

  /// What a writer holds.
  struct Writing {
    let locks: FileLocks
    /// The share of all who use the file.
    let use: HeldLock
    let checkpointing: Checkpointing
    /// Whether the file was made just now.
    let isNew: Bool
  }

  init(path: String, _ mode: NewsStore.OpenMode, _ onUpgrade: @escaping (UpgradeProgress) -> Void) throws {
    let file = StoreFile(path)
    let exists = try Self.exists(file, path)
    if !exists {
      guard mode == .create else { throw StoreError.notFound(path: path) }
      do throws(SystemProblem) {
        try PrivateFolder.make(file.folder)
      } catch {
        throw StoreError(error, path: path)
      }
    }
    do {
      try self.init(writing: file, path: path, creates: !exists, onUpgrade)
    } catch {
      let error = StoreError(error, path: path)
      guard exists, error.leavesReading else { throw error }
      try self.init(reading: file, path: path, obstacle: error)
    }
  }

  /// Whether there is a file. Throws for what no store can be.
  private static func exists(_ file: StoreFile, _ path: String) throws -> Bool {
    guard let status = StoreFile.status(file.path) else {
      let code = errno
      guard code == ENOENT || code == ENOTDIR else { throw StoreError(SystemProblem(code: code), path: path) }
      return false
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAStore(path: path) }
    return true
  }

  private init(
    writing file: StoreFile, path: String, creates: Bool, _ onUpgrade: @escaping (UpgradeProgress) -> Void
  ) throws {
    let (locks, use) = try Self.lock(file, path, creates: creates)
    // Where somebody holds it for longer than that, SQLite's own patience must do.
    let opening = locks.acquire(.opening, within: Self.patience)
    defer { withExtendedLifetime(opening) {} }
    let checkpointing = Checkpointing(path: file.path)
    do {
      pool = try StoreConnection.open(file, checkpointing, damage, onUpgrade: onUpgrade)
    } catch {
      if creates, use.change(shared: false) { Self.removeIfEmpty(file) }
      throw error
    }
    FormerLockFiles.remove(beside: file)
    self.file = file
    presence = FilePresence(file, locks.identity)
    writing = Writing(locks: locks, use: use, checkpointing: checkpointing, isNew: creates)
  }

  /// Opens a file that cannot be written.
  init(reading file: StoreFile, path: String, obstacle: StoreError) throws {
    guard let status = StoreFile.status(file.path) else { throw StoreError.notFound(path: path) }
    stamp = file.hasLog ? nil : FileStamp(file)
    do {
      pool = try StoreConnection.openForReading(file, damage)
    } catch {
      throw StoreError(error, path: path)
    }
    self.file = file
    self.obstacle = obstacle.asObstacle(path: path)
    presence = FilePresence(file, FileIdentity(status))
  }

  /// The file's locks and a share of its use.
  private static func lock(
    _ file: StoreFile, _ path: String, creates: Bool
  ) throws -> (locks: FileLocks, use: HeldLock) {
    while true {
      let locks: FileLocks
      do throws(SystemProblem) {
        locks = try FileLocks(path: file.path, creates: creates)
      } catch {
        throw StoreError(error, path: path)
      }
      // Each name has a log of its own: two programs that come by two names would spoil each other's work.
      let hasOtherNames = (StoreFile.status(file.path)?.st_nlink ?? 1) > 1
      guard let use = locks.acquire(.use, shared: !hasOtherNames, within: patience) else {
        throw hasOtherNames ? StoreError.usedByAnotherName(path: path) : StoreError.busy
      }
      // Whoever made it may have removed it meanwhile, as it remained empty.
      if StoreFile.status(file.path).map({ FileIdentity($0) }) == locks.identity { return (locks, use) }
      guard creates else { throw StoreError.notFound(path: path) }
    }
  }

  private static func removeIfEmpty(_ file: StoreFile) {
    if StoreFile.status(file.path)?.st_size == 0 { file.remove() }
  }

  /// In seconds.
  private static let patience = 1.0
}

extension StoreError {
  /// Whether what cannot be opened for writing may still be read.
  fileprivate var leavesReading: Bool {
    switch self {
    case .cannotOpen, .readOnly, .diskFull, .inputOutput: true
    case .notFound, .notAStore, .newerVersion, .olderVersion, .logUnreadable, .usedByAnotherName, .lost, .damaged,
      .busy,
      .name, .subscription, .cancelled, .stopped, .failed:
      false
    }
  }

  /// Why a store that can be read cannot be written.
  fileprivate func asObstacle(path: String) -> StoreError {
    if case .cannotOpen = self { .readOnly(path: path) } else { self }
  }
}
