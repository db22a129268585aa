internal import GRDB
public import NewsModel

/// Why a store could not be opened, read or written.
///
/// Words for people are made where the error is shown; `detail` holds the words of SQLite or of the system.
public enum StoreError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case notFound(path: String)
  /// The file is no newstape store; it was not touched.
  case notAStore(path: String)
  /// A newer program wrote the store, in a form that this one does not know; it was not touched.
  case newerVersion(found: Int, supported: Int)
  /// The file, or its folder, cannot be opened or created.
  case cannotOpen(path: String, detail: String)
  /// The file, or its folder, cannot be written.
  case readOnly(path: String)
  /// The file's content contradicts itself.
  case damaged(path: String, detail: String)
  /// Another program kept the store locked for longer than is waited.
  case busy
  case diskFull
  /// A name that the reader gave is refused.
  case name(NameProblem)
  case subscription(SubscriptionProblem)
  /// The caller cancelled the work; nothing of it was written.
  case cancelled
  case failed(detail: String)
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
    default: self = .failed(detail: String(describing: error))
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, detail: detail)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
    default: self = .failed(detail: detail)
    }
  }
}
