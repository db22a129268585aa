import Foundation

/// What configuration needs of a file system; tests hand in one of their own and need no home folder.
public struct FileAccess: Sendable {
  /// Why a file could not be read.
  public enum ReadError: Error, Hashable, Sendable {
    case absent
    /// There is something of that name, but no readable UTF-8 text.
    case unreadable
  }

  /// The text of the file at a path; throws `ReadError`.
  public var read: @Sendable (_ path: String) throws(ReadError) -> String
  /// The names in a folder in no particular order; empty where there is no such folder.
  public var list: @Sendable (_ folder: String) -> [String]
  public var isFile: @Sendable (_ path: String) -> Bool
  public var isFolder: @Sendable (_ path: String) -> Bool

  public init(
    read: @escaping @Sendable (_ path: String) throws(ReadError) -> String,
    list: @escaping @Sendable (_ folder: String) -> [String],
    isFile: @escaping @Sendable (_ path: String) -> Bool,
    isFolder: @escaping @Sendable (_ path: String) -> Bool
  ) {
    self.read = read
    self.list = list
    self.isFile = isFile
    self.isFolder = isFolder
  }

  /// The file system of this computer.
  public static let disk = FileAccess(
    read: { path throws(ReadError) in
      guard FileManager.default.fileExists(atPath: path) else { throw .absent }
      guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
      else { throw .unreadable }
      return text
    },
    list: { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] },
    isFile: { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    },
    isFolder: { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    })
}
