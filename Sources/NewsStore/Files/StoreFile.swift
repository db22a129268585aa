import CSystem
import Foundation
import GRDB
import Glibc
import Log
package import NewsModel

/// Which file it is, whatever name it is reached by.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// The file of a store by its real name, and what SQLite keeps beside it.
struct StoreFile: Hashable, Sendable {
  /// Absolute, with links resolved: never an address that SQLite would read as a URI, never `:memory:`.
  let path: String

  /// The file that a path leads to, which need not be there.
  init(_ path: String) { self.path = Self.resolved(path) }

  var folder: String { (path as NSString).deletingLastPathComponent }

  /// SQLite's write-ahead log.
  var log: String { path + "-wal" }

  /// The file itself and what SQLite may make beside it.
  var parts: [String] { [path] + Self.endings.map { path + $0 } }

  /// How the names of what SQLite makes beside a file end.
  static let endings = ["-wal", "-shm", "-journal"]

  /// Whether SQLite's log holds anything that may be missing in the file.
  var hasLog: Bool { (Self.status(log)?.st_size ?? 0) > 0 }

  /// The address that opens the file as one that does not change: without locks, log or anything beside it.
  var frozenAddress: String {
    let plain = Set("/._-~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let digits = Array("0123456789ABCDEF")
    let escaped = path.utf8.reduce(into: "") { text, byte in
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return "file:\(escaped)?mode=ro&immutable=1"
  }

  /// Whether a path leads to a part of the store, by whatever name: link, other case, or a part that is not there yet.
  func includes(_ path: String) -> Bool {
    let other = Self.resolved(path)
    let identity = Self.status(other).map { FileIdentity($0) }
    return parts.contains { part in
      // Where the drive does not tell cases apart, neither do its users.
      part.lowercased() == other.lowercased()
        || identity != nil && Self.status(part).map { FileIdentity($0) } == identity
    }
  }

  /// What the names of the files in which a repair and a compaction work end in.
  static let repairing = "-repairing"
  static let compacting = "-compacting"

  /// Whether a path is one that care of the store may write to: its backups, and what it works in.
  func reserves(_ path: String) -> Bool {
    let (own, other) = (self.path.lowercased(), Self.resolved(path).lowercased())
    return ["-before-", Self.repairing, Self.compacting].contains { other.hasPrefix(own + $0) }
  }

  /// Removes the file and what lies beside it.
  func remove() { for part in parts { unlink(part) } }

  /// What the system says of a path, links followed; nil where it says nothing.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// The path of the file beside which SQLite keeps another.
  static func withoutEnding(_ path: String) -> String {
    endings.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) } ?? path
  }

  static func isFile(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

  /// The absolute path with links resolved, as far as there is anything; of a link into nothing, the place it names.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    // A ring of links leads nowhere: the system says so, and we would go round for ever.
    let isRing = errno == ELOOP
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    if !isRing, let target = linkTarget(of: absolute) { return resolved(target) }
    let (folder, name) = ((absolute as NSString).deletingLastPathComponent, (absolute as NSString).lastPathComponent)
    guard name != "..", name != ".", folder != absolute else { return absolute }
    let parent = resolved(folder)
    return parent == "/" ? "/" + name : parent + "/" + name
  }

  private static func linkTarget(of path: String) -> String? {
    let room = Int(PATH_MAX)
    var bytes = [CChar](repeating: 0, count: room)
    // What is no link has no target.
    let count = readlink(path, &bytes, room)
    guard count > 0 else { return nil }
    let target = String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.hasPrefix("/") ? target : (path as NSString).deletingLastPathComponent + "/" + target
  }
}

/// Folders of the user's own files, which other users cannot read.
package enum PrivateFolder {
  /// Makes a folder and those that lead to it, for this user alone; folders that are there already stay as they are.
  package static func make(_ path: String) throws(SystemProblem) {
    guard mkdir(path, 0o700) != 0 else { return }
    if errno == ENOENT, path != "/", !path.isEmpty {
      try make((path as NSString).deletingLastPathComponent)
      guard mkdir(path, 0o700) != 0 else { return }
    }
    // It may be there, or another program may have been quicker.
    let code = errno
    guard code == EEXIST || code == EROFS, let status = StoreFile.status(path) else { throw SystemProblem(code: code) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemProblem(code: ENOTDIR) }
  }
}

extension NewsStore {
  /// Whether a path leads to the store's file or to one that SQLite makes beside it, whatever name it is reached by.
  package func includes(_ path: String) -> Bool { file.includes(path) }

  /// Whether a path is one that care of the store may write to: its backups, and what it works in, whether they are there or not.
  package func reserves(_ path: String) -> Bool { file.reserves(path) }

  /// The rights of the file, where they let others than its owner read it or write it; nil where they do not.
  package var rightsOfOthers: UInt16? {
    guard let rights = StoreFile.status(file.path)?.st_mode, rights & 0o066 != 0 else { return nil }
    return UInt16(rights & 0o777)
  }

  /// Mends the fault of a thread that reads a store whose file was just cut short, so that the reading goes on and ends as `StoreError.lost`.
  ///
  /// For a program with a handler of its own for SIGBUS, which calls it there with the `siginfo_t`; 0 means another fault.
  package static let mendFault: @convention(c) @Sendable (UnsafeRawPointer?) -> Int32 = { cs_survive_cut_mapping($0) }

  /// Whether a path leads to any store of newstape, or to what SQLite keeps beside one.
  ///
  /// It must be none that this program has open: see `FileLocks`.
  package static func isStore(atPath path: String) -> Bool {
    let path = StoreFile(path).path
    return bearsMark(path) || bearsMark(StoreFile.withoutEnding(path))
  }

  /// Whether a path leads to a store that this program has open to write, or to what SQLite keeps beside one.
  ///
  /// Whoever opens such a file takes SQLite's locks away when they close it: see `FileLocks`.
  package static func isOpen(atPath path: String) -> Bool {
    FileLocks.areHeld(path) || FileLocks.areHeld(StoreFile.withoutEnding(path))
  }

  /// "Database Header Format" of sqlite.org/fileformat2.html: the application's number stands at 68, its highest byte first.
  private static func bearsMark(_ path: String) -> Bool {
    // A pipe would keep us waiting.
    guard StoreFile.isFile(path), let file = FileHandle(forReadingAtPath: path) else {
      return false
    }
    let header = Log.attempt("read the head of \(path)", .info) { try file.read(upToCount: 72) }
    guard let header = header.flatMap(\.self), header.count == 72,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return false }
    let number = header.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int32(bitPattern: number) == Schema.applicationID
  }
}
