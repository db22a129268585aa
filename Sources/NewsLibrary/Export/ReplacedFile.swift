import Foundation
package import NewsModel

/// A file that is written beside its place and put there when it is whole: a part of it is never seen.
package struct ReplacedFile: ~Copyable {
  /// Why a file could not be written.
  package enum Failure: Error, Hashable, Sendable {
    /// There is something at the path already.
    case exists(path: String)
    /// What is at the path is a folder or a device, which nothing replaces.
    case notAFile(path: String)
    /// What is at the path is the store itself.
    case isTheStore(path: String)
    /// The path leads to a store, or to what SQLite keeps beside one.
    case store(path: String)
    case system(path: String, SystemProblem)
  }

  private let path: String
  private let temporary: String
  private let descriptor: Int32

  /// Runs `body` with the file to write into; what was there before stays until it has ended, and for ever where it throws.
  ///
  /// - Parameter replaces: whether a file that is there already may be replaced.
  package static func write<T>(
    _ path: String, replaces: Bool, _ body: (borrowing ReplacedFile) throws -> T
  ) throws -> T {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw Failure.notAFile(path: path) }
    guard replaces || !exists(path) else { throw Failure.exists(path: path) }
    let file = try ReplacedFile(path)
    do {
      let result = try body(file)
      try file.putInPlace(replaces: replaces)
      return result
    } catch {
      unlink(file.temporary)
      throw error
    }
  }

  /// Whether there is anything at a path, a dangling link included.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private init(_ path: String) throws(Failure) {
    self.path = path
    let file = URL(fileURLWithPath: path)
    temporary =
      file.deletingLastPathComponent().path + "/.\(file.lastPathComponent).\(getpid())-\(UInt32.random(in: 0 ... .max))"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(path: path, SystemProblem(code: errno)) }
  }

  deinit { close(descriptor) }

  /// Where the file lies until it is put in place, for what writes it by its name.
  package var temporaryPath: String { temporary }

  package func write(_ bytes: [UInt8]) throws(Failure) {
    let code = bytes.withUnsafeBytes { bytes -> Int32 in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    if code != 0 { throw .system(path: path, SystemProblem(code: code)) }
  }

  /// A link makes no file disappear that came in the meantime; a renaming does.
  private func putInPlace(replaces: Bool) throws(Failure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(path: path, SystemProblem(code: errno)) }
    if replaces {
      guard rename(temporary, path) == 0 else { throw .system(path: path, SystemProblem(code: errno)) }
      return
    }
    if link(temporary, path) == 0 {
      unlink(temporary)
    } else if errno == EEXIST || Self.exists(path) {
      throw .exists(path: path)
    } else if rename(temporary, path) != 0 {
      // Some drives know no links.
      throw .system(path: path, SystemProblem(code: errno))
    }
  }
}
