import Foundation

/// The files that come with the program: themes, and the data that it works with.
package struct DataFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package var themes: String { path + "/themes" }
  package var data: String { path + "/data" }

  /// Finds the folder: `NEWSTAPE_DATA`, then `../share/newstape` beside the program, then the checkout it was built in.
  ///
  /// - Parameter executable: the absolute path of the program with links resolved; see `executablePath`.
  /// - Returns: the first of them that has a folder `themes` or `data`; nil when none has.
  package static func locate(
    environment: [String: String], executable: String?, files: FileAccess = .disk
  ) -> DataFolder? {
    var candidates: [String] = []
    if let given = environment["NEWSTAPE_DATA"], !given.isEmpty { candidates.append(given) }
    let parents = executable.map(parents(of:)) ?? []
    if parents.count > 1 { candidates.append((parents[1] == "/" ? "" : parents[1]) + "/share/newstape") }
    candidates += parents.filter { files.isFile($0 + "/Package.swift") && files.isFolder($0 + "/themes") }
    return candidates.map(DataFolder.init).first { files.isFolder($0.themes) || files.isFolder($0.data) }
  }

  /// Where the running program lies, links resolved; nil where the system does not tell.
  package static var executablePath: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// The folders above `path`, nearest first, `/` last.
  private static func parents(of path: String) -> [String] {
    var parts = path.split(separator: "/").dropLast()
    var result: [String] = []
    while true {
      result.append("/" + parts.joined(separator: "/"))
      if parts.isEmpty { return result }
      parts = parts.dropLast()
    }
  }
}
