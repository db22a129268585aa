import Configuration
import Wording

/// Files that readers write.
extension FuzzTarget {
  /// Whatever stands in the file, settings come of it, and mistakes that can be read.
  static let settings = FuzzTarget("settings", longestInput: 2_048) { bytes throws(FuzzFinding) in
    let paths = Paths(environment: ["HOME": "/home/reader"])
    let files = files([paths.configuration: bytes])
    let (settings, problems) = Settings.load(environment: [:], paths: paths, files: files)
    _ = settings.entries
    try expectReadable(problems, bytes)
  }

  static let themes = FuzzTarget("themes", longestInput: 2_048) { bytes throws(FuzzFinding) in
    let files = files(["/themes/mine.toml": bytes])
    let (theme, problems) = ThemeCatalog(userFolder: "/themes", shippedFolder: nil, files: files).load("mine")
    for role in ThemeRole.all { _ = theme.style(for: role) }
    try expectReadable(problems, bytes)
  }

  private static func files(_ texts: [String: [UInt8]]) -> FileAccess {
    FileAccess(
      read: { path throws(FileAccess.ReadError) in
        guard let bytes = texts[path] else { throw .absent }
        return bytes
      }, list: { _ in [] }, isFile: { texts[$0] != nil }, isFolder: { _ in false })
  }

  private static func expectReadable(_ problems: [ConfigurationProblem], _ bytes: [UInt8]) throws(FuzzFinding) {
    let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    for problem in problems {
      for language in Language.allCases { _ = problem.message(in: language) }
      guard let place = problem.place else { continue }
      try expect((1...lines).contains(place.line), "a mistake in line \(place.line) of \(lines)")
      try expect((1...bytes.count + 1).contains(place.column), "a mistake in column \(place.column)")
    }
  }
}
