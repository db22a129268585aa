import Foundation
import NewsModel

/// Finds the files below some folders: sorted by name, without hidden ones, each folder once.
struct FileWalker {
  struct File: Hashable {
    var path: RawPath
    /// In bytes; nil for what has no size, such as a pipe.
    var size: Int?
  }

  /// Folders that were entered, by device and number: links may lead in circles.
  private var entered: Set<FolderID> = []

  private struct FolderID: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// Hands over every file below `path`, or `path` itself where it is one. Ends early where `visit` gives false.
  ///
  /// A path that was named is taken even where it is hidden or no ordinary file.
  mutating func walk(
    _ path: String, visit: (File) -> Bool, problem: (ImportProblem) -> Void
  ) -> Bool {
    walk(RawPath(path), isNamed: true, visit, problem)
  }

  private mutating func walk(
    _ path: RawPath, isNamed: Bool, _ visit: (File) -> Bool, _ problem: (ImportProblem) -> Void
  ) -> Bool {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      let code = errno
      // A dangling link within a folder is nothing that was asked for.
      guard isNamed || code != ENOENT else { return true }
      problem(ImportProblem(code == ENOENT ? .notFound : .unreadable(SystemProblem(code: code)), path: path.text))
      return true
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let id = FolderID(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
      guard entered.insert(id).inserted else { return true }
      return walkFolder(path, visit, problem)
    case S_IFREG: return visit(File(path: path, size: Int(status.st_size)))
    default: return isNamed ? visit(File(path: path, size: nil)) : true
    }
  }

  private mutating func walkFolder(
    _ path: RawPath, _ visit: (File) -> Bool, _ problem: (ImportProblem) -> Void
  ) -> Bool {
    guard let names = Self.names(in: path) else {
      problem(ImportProblem(.unreadable(SystemProblem(code: errno)), path: path.text))
      return true
    }
    for name in names {
      let goesOn = walk(path.appending(name), isNamed: false, visit, problem)
      if !goesOn { return false }
    }
    return true
  }

  /// The names that are not hidden, in the order of their bytes; nil, with `errno`, where the folder cannot be read.
  private static func names(in folder: RawPath) -> [[UInt8]]? {
    guard let stream = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { $0 } }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
