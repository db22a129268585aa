import CSystem
import Glibc
import NewsModel
import Synchronization

/// What one program at a time may do with a store, or some share: each is a lock on a byte of the file that lies far behind its end.
///
/// The lock is on the file, so that whoever reaches it by whatever name meets it; the system drops it with the process; and nothing
/// lies beside the store.
enum StoreLock: Int64 {
  /// Opens the store: SQLite does not wait for others when it switches a new file to its log.
  case opening
  /// Uses the store. Shared by all, except where the file has several names.
  case use
  /// Writes. Shared by all who do.
  case writing
  case refreshing
  /// Makes the search index, and folds anew what other rules folded.
  case indexing
  /// Reads what articles are about.
  case analysing

  /// SQLite's own locks are far below.
  fileprivate var byte: Int64 { (1 << 62) + rawValue }
}

/// The locks of this program on the file of a store.
///
/// POSIX drops all locks that a program holds on a file, SQLite's too, as soon as the program closes any descriptor of it. So none
/// is closed while a store of this program lies in the file: it waits for its next use.
final class FileLocks: Sendable {
  let identity: FileIdentity
  private let path: String

  /// The unused descriptors of a file, and how many stores of this program lie in it.
  private struct OpenFile {
    var stores = 0
    var idle: [Int32] = []
  }

  private static let files = Mutex<[FileIdentity: OpenFile]>([:])

  /// Opens the file for writing; one that is not there is made, if that is wanted, for this user alone.
  init(path: String, creates: Bool) throws(SystemProblem) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY | (creates ? O_CREAT : 0), 0o600)
    guard descriptor >= 0 else { throw SystemProblem(code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemProblem(code: code)
    }
    let identity = FileIdentity(status)
    self.path = path
    self.identity = identity
    Self.files.withLock { files in
      files[identity, default: OpenFile()].stores += 1
      files[identity, default: OpenFile()].idle.append(descriptor)
    }
  }

  /// Ends the use of the file. Its connections must be closed by then.
  deinit {
    Self.files.withLock { files in
      files[identity]?.stores -= 1
      guard let file = files[identity], file.stores == 0 else { return }
      for descriptor in file.idle { close(descriptor) }
      files[identity] = nil
    }
  }

  /// Whether a store of this program lies in a file.
  static func areHeld(_ path: String) -> Bool {
    guard let status = StoreFile.status(path) else { return false }
    return files.withLock { $0[FileIdentity(status)] != nil }
  }

  /// Takes a lock; nil where another program, or another store of this one, holds it.
  func acquire(_ lock: StoreLock, shared: Bool = false) -> HeldLock? {
    guard let descriptor = descriptor() else { return nil }
    let held = HeldLock(lock, descriptor, of: self)
    return held.change(shared: shared) ? held : nil
  }

  /// Takes a lock as soon as it is free, or gives up.
  func acquire(_ lock: StoreLock, shared: Bool = false, within seconds: Double) -> HeldLock? {
    let pause: Double = 0.02
    var left = seconds
    while true {
      if let held = acquire(lock, shared: shared) { return held }
      guard left > 0 else { return nil }
      usleep(UInt32(pause * 1e6))
      left -= pause
    }
  }

  private func descriptor() -> Int32? {
    if let idle = Self.files.withLock({ $0[identity]?.idle.popLast() }) { return idle }
    let new = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard new >= 0 else { return nil }
    var status = stat()
    guard fstat(new, &status) == 0, FileIdentity(status) == identity else {
      // Another file has this name now, and a store of this program may lie in it, too: better a descriptor too many.
      return nil
    }
    return new
  }

  fileprivate func giveBack(_ descriptor: Int32) {
    Self.files.withLock { $0[identity]?.idle.append(descriptor) }
  }
}

/// A lock that is held until this value goes away.
final class HeldLock: Sendable {
  private let lock: StoreLock
  private let descriptor: Int32
  private let locks: FileLocks

  fileprivate init(_ lock: StoreLock, _ descriptor: Int32, of locks: FileLocks) {
    self.lock = lock
    self.descriptor = descriptor
    self.locks = locks
  }

  deinit {
    _ = cs_lock_byte(descriptor, lock.byte, .giveUp)
    locks.giveBack(descriptor)
  }

  /// Makes the lock a shared one, or one for this holder alone; where others prevent that, it stays as it is.
  ///
  /// Of the open file, not of the process: several stores of one program keep each other out, too.
  func change(shared: Bool) -> Bool {
    let code = cs_lock_byte(descriptor, lock.byte, shared ? .share : .own)
    // Some network drives know no such locks: better without than not at all.
    return code != EAGAIN && code != EACCES
  }
}

/// The files that former versions of the program locked, beside the store.
enum FormerLockFiles {
  /// Removes those that no program holds.
  static func remove(beside file: StoreFile) {
    for ending in ["-session", "-index", "-refresh"] {
      let path = file.path + ending
      let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      var status = stat()
      let isOurs = fstat(descriptor, &status) == 0 && status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
      if isOurs, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}
