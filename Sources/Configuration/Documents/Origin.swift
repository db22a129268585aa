package import TOML

/// Where a value was written: what an effective configuration and every message about one names.
package enum Origin: Hashable, Sendable {
  /// Nowhere: the program's own default.
  case standard
  /// A file; no place where the whole file is meant.
  case file(String, at: TOMLPlace?)
  /// A variable of the environment.
  case environment(String)
  /// An option of the command line, with its dashes.
  case option(String)

  /// As messages and listings write it: `path:line:column`, `$NAME`, `--name` or `default`.
  package var notation: String {
    switch self {
    case .standard: "default"
    case .file(let path, let place): place.map { "\(path):\($0.line):\($0.column)" } ?? path
    case .environment(let name): "$" + name
    case .option(let name): name
    }
  }
}
