import CSystem
import Glibc
import Synchronization

/// How the file of an open store was lost.
package enum StoreLoss: Hashable, Sendable {
  /// It was moved away or removed.
  case missing
  /// Another file lies in its place.
  case replaced
  /// It was cut short, or the disk gives a part of it no longer.
  case cut
}

/// Notices that the file of an open store is no longer the one that was opened.
final class FilePresence: Sendable {
  private let file: StoreFile
  private let identity: FileIdentity
  private let cuts: UInt32
  private let size: Atomic<Int64>
  private let isCut = Atomic(false)

  /// - Parameter identity: the file that was opened.
  init(_ file: StoreFile, _ identity: FileIdentity) {
    self.file = file
    self.identity = identity
    cs_survive_cut_mappings()
    cuts = cs_cut_mappings()
    size = Atomic(Int64(StoreFile.status(file.path)?.st_size ?? 0))
  }

  /// What has become of the file; nil where nothing is known against it. Takes about a microsecond.
  var loss: StoreLoss? {
    // The system does not tell which mapped file was cut. A store that is opened again is read again.
    if isCut.load(ordering: .relaxed) || cs_cut_mappings() != cuts { return .cut }
    guard let status = StoreFile.status(file.path) else { return .missing }
    return FileIdentity(status) == identity ? nil : .replaced
  }

  /// The same with a look at the size.
  ///
  /// - Parameter isWhole: whether all pages of the file are there. Called where it became shorter, which a store that another program
  ///   made compact does, too.
  func loss(_ isWhole: () -> Bool) -> StoreLoss? {
    if let loss { return loss }
    let current = Int64(StoreFile.status(file.path)?.st_size ?? 0)
    guard size.exchange(current, ordering: .relaxed) > current else { return nil }
    if !isWhole() { isCut.store(true, ordering: .relaxed) }
    return loss
  }
}

/// A state of a file and of the log beside it, for reading a file without locks.
struct FileStamp: Hashable, Sendable {
  private let identity: FileIdentity?
  private let size: Int64
  private let seconds: Int64
  private let nanoseconds: Int64
  private let hasLog: Bool

  init(_ file: StoreFile) {
    let status = StoreFile.status(file.path)
    identity = status.map { FileIdentity($0) }
    size = Int64(status?.st_size ?? 0)
    seconds = Int64(status?.st_mtim.tv_sec ?? 0)
    nanoseconds = Int64(status?.st_mtim.tv_nsec ?? 0)
    hasLog = file.hasLog
  }

  /// Differs where the file was changed.
  var version: Int64 { seconds &* 1_000_000_000 &+ nanoseconds &+ size &+ (hasLog ? 1 : 0) }
}
