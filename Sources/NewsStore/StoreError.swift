import GRDB
import Glibc
package import NewsModel

/// Why a store could not be opened, read or written.
///
/// Words for people are made where the error is shown; `detail` holds the words of SQLite or of the system.
package enum StoreError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case notFound(path: String)
  /// The file is no newstape store; it was not touched.
  case notAStore(path: String)
  /// A newer program wrote the store, in a form that this one does not know; it was not touched.
  case newerVersion(found: Int, supported: Int)
  /// An older program wrote the store, and it cannot be brought up to date where it lies: it cannot be written there.
  case olderVersion(path: String)
  /// The file, or its folder, cannot be opened or created.
  case cannotOpen(path: String, SystemProblem)
  /// The file, or its folder, cannot be written.
  case readOnly(path: String)
  /// What was written last lies in SQLite's log, at this path, which cannot be read where nothing can be written.
  case logUnreadable(path: String)
  /// The file has several names (hard links), and another program uses it.
  case usedByAnotherName(path: String)
  /// The file is no longer the one that was opened; nothing more is read or written.
  case lost(path: String, StoreLoss)
  /// The file's content contradicts itself.
  case damaged(path: String, detail: String)
  /// Another program kept the store locked for longer than is waited.
  case busy
  case diskFull
  /// The disk refused to read or write.
  case inputOutput(path: String)
  /// A name that the reader gave is refused.
  case name(NameProblem)
  case subscription(SubscriptionProblem)
  /// The caller cancelled the work; nothing of it was written.
  case cancelled
  /// A change of many articles ended early; what it did to so many of them before that stays.
  indirect case stopped(after: Int, StoreError)
  case failed(detail: String)
}

extension StoreError {
  /// The error of a long change that had come so far.
  package func after(_ articles: Int) -> StoreError { articles > 0 ? .stopped(after: articles, self) : self }
}

extension StoreError {
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case is CancellationError: self = .cancelled
    case let error as DatabaseError: self = StoreError(error, path: path)
    case let error as UnreadableColumn: self = .damaged(path: path, detail: error.description)
    case let error as RowDecodingError: self = .damaged(path: path, detail: error.description)
    case let error as DamagedPage: self = .damaged(path: path, detail: error.description)
    case let problem as SystemProblem: self = StoreError(problem, path: path)
    default: self = .failed(detail: String(describing: error))
    }
  }

  /// Why a file could not be opened.
  init(_ problem: SystemProblem, path: String) {
    switch problem.code {
    case ENOSPC, EDQUOT: self = .diskFull
    case EROFS: self = .readOnly(path: path)
    default: self = .cannotOpen(path: path, problem)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_ERROR where error.lacksPart: self = .damaged(path: path, detail: detail)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, Self.refusal(of: path))
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR: self = Self.isDiskFull(path) ? .diskFull : .inputOutput(path: path)
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
    default: self = .failed(detail: detail)
    }
  }

  /// What the system has against a file that SQLite could not open, as far as one can still see.
  private static func refusal(of path: String) -> SystemProblem {
    let file = StoreFile(path)
    let isRefused = access(file.path, R_OK | W_OK) != 0 || access(file.folder, R_OK | W_OK | X_OK) != 0
    return SystemProblem(code: isRefused ? errno : EIO)
  }

  /// SQLite says no more than that it could not read or write where a drive has no room for the index of its log.
  private static func isDiskFull(_ path: String) -> Bool {
    var drive = statvfs()
    return statvfs(StoreFile(path).folder, &drive) == 0 && drive.f_bavail == 0
  }
}
