import Foundation
import Glibc
import Log
import TOML

/// What configuration needs of a file system; tests hand in one of their own and need no home folder.
package struct FileAccess: Sendable {
  /// Why a file could not be read.
  package enum ReadError: Error, Hashable, Sendable {
    case absent
    /// There is something of that name, but no file that can be read.
    case unreadable
  }

  /// The bytes of the file at a path; of one that is larger than any configuration only as many as tell that. Throws `ReadError`.
  package var read: @Sendable (_ path: String) throws(ReadError) -> [UInt8]
  /// The names in a folder in no particular order; empty where there is no such folder.
  package var list: @Sendable (_ folder: String) -> [String]
  package var isFile: @Sendable (_ path: String) -> Bool
  package var isFolder: @Sendable (_ path: String) -> Bool

  package init(
    read: @escaping @Sendable (_ path: String) throws(ReadError) -> [UInt8],
    list: @escaping @Sendable (_ folder: String) -> [String],
    isFile: @escaping @Sendable (_ path: String) -> Bool,
    isFolder: @escaping @Sendable (_ path: String) -> Bool
  ) {
    self.read = read
    self.list = list
    self.isFile = isFile
    self.isFolder = isFolder
  }

  /// The bytes of the file at a path; nil where there is none that can be read.
  func bytes(_ path: String) -> [UInt8]? {
    do throws(ReadError) {
      return try read(path)
    } catch {  // Neither of the two reasons says more than the nil.
      return nil
    }
  }

  /// Opens a file or a pipe; nil for a pipe into which nobody writes, for whom we would wait for ever.
  private static func open(_ path: String) -> FileHandle? {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFIFO {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // A pipe that nobody has opened to write tells nothing at all.
      guard poll(&request, 1, patience) > 0 else { return nil }
    }
    let flags = fcntl(descriptor, F_GETFL)
    return fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0 ? file : nil
  }

  /// In milliseconds.
  private static let patience: Int32 = 5_000

  /// The file system of this computer.
  package static let disk = FileAccess(
    read: { path throws(ReadError) in
      guard FileManager.default.fileExists(atPath: path) else { throw .absent }
      guard let file = FileAccess.open(path) else { throw .unreadable }
      var bytes: [UInt8] = []
      let limit = TOMLDocument.Limits().size + 1
      do {
        // A pipe gives its bytes in pieces.
        while bytes.count < limit, let piece = try file.read(upToCount: limit - bytes.count), !piece.isEmpty {
          bytes += piece
        }
      } catch {
        Log.warning("cannot read \(path)", error)
        throw .unreadable
      }
      return bytes
    },
    list: { path in
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      return Log.attempt("list \(path)") { try FileManager.default.contentsOfDirectory(atPath: path) } ?? []
    },
    isFile: { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    },
    isFolder: { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    })
}
