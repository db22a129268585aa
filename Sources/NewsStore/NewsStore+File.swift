import CSystem
import Foundation
import GRDB

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

  /// Whether a path leads to a store of newstape, whoever's, or to what SQLite keeps beside one.
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
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 72), header.count == 72,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return false }
    let number = header.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int32(bitPattern: number) == Schema.applicationID
  }
}
