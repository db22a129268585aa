import Foundation
import Log

/// Where the user's files are, by the XDG Base Directory Specification 0.8.
package struct Paths: Hashable, Sendable {
  package let home: String
  /// The user's settings, `~/.config/newstape/config.toml`.
  package let configuration: String
  /// The folder of the user's own themes, `~/.config/newstape/themes`.
  package let themes: String
  /// What the reader taught the analysis, `~/.config/newstape/tables.tsv`.
  package let tables: String
  /// The store, `~/.local/share/newstape/newstape.db`, unless `store.path` says another place.
  package let store: String
  /// The store of the bundled sample, beside the user's.
  package let sampleStore: String
  /// The log, `~/.local/state/newstape/newstape.log`; it also takes standard error while the program owns the screen.
  package let log: String
  /// What the dashboard remembers from one start to the next.
  package let session: String

  /// A variable of the specification that is empty or no absolute path is ignored, as it demands.
  ///
  /// - Parameter file: the user's settings where they are not in the usual place.
  package init(environment: [String: String], configuration file: String? = nil) {
    func folder(_ variable: String, else standard: String) -> String {
      guard let value = environment[variable], value.hasPrefix("/") else { return standard }
      return value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
    }
    home = folder("HOME", else: "")
    let configuration = folder("XDG_CONFIG_HOME", else: home + "/.config") + "/newstape"
    let data = folder("XDG_DATA_HOME", else: home + "/.local/share") + "/newstape"
    let state = folder("XDG_STATE_HOME", else: home + "/.local/state") + "/newstape"
    self.configuration = file ?? configuration + "/config.toml"
    themes = configuration + "/themes"
    tables = configuration + "/tables.tsv"
    store = data + "/newstape.db"
    sampleStore = data + "/sample.db"
    log = state + "/newstape.log"
    session = state + "/session.json"
  }

  /// `path` with a leading `~/` replaced by the home folder.
  package func expanding(_ path: String) -> String {
    path == "~" ? home : path.hasPrefix("~/") ? home + path.dropFirst(1) : path
  }

  /// `path` with the home folder written as `~`, as messages show it.
  package func abbreviating(_ path: String) -> String {
    !home.isEmpty && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}

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
    Log.attempt("find the file of the program", .info) {
      try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }
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
