import Configuration
import TOML

/// Files in memory, so that tests need no home folder.
func memoryFiles(_ texts: [String: String], unreadable: Set<String> = []) -> FileAccess {
  FileAccess(
    read: { path throws(FileAccess.ReadError) in
      if unreadable.contains(path) { throw .unreadable }
      guard let text = texts[path] else { throw .absent }
      return Array(text.utf8)
    },
    list: { folder in
      texts.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
        .filter { !$0.contains("/") }
    },
    isFile: { texts[$0] != nil || unreadable.contains($0) },
    isFolder: { folder in texts.keys.contains { $0.hasPrefix(folder + "/") } })
}

extension Origin {
  /// A place in a file: line and column.
  static func file(_ path: String, _ line: Int, _ column: Int) -> Origin {
    .file(path, at: TOMLPlace(line: line, column: column))
  }
}

/// The top of the checkout that this test was built in.
let checkout = #filePath.components(untilFolder: "Tests")

extension String {
  fileprivate func components(untilFolder name: String) -> String {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    guard let end = parts.lastIndex(of: Substring(name)) else { return self }
    return parts[..<end].joined(separator: "/")
  }
}
