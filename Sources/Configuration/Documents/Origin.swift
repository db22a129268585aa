/// Where a value was written: what an effective configuration and every message about one names.
public enum Origin: Hashable, Sendable {
  /// Nowhere: the program's own default.
  case standard
  /// A file; the line counts from 1 and is nil where the whole file is meant.
  case file(String, line: Int?)
  /// A variable of the environment.
  case environment(String)
  /// An option of the command line, with its dashes.
  case option(String)

  /// As messages and listings write it: `path:line`, `$NAME`, `--name` or `default`.
  public var notation: String {
    switch self {
    case .standard: "default"
    case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .environment(let name): "$" + name
    case .option(let name): name
    }
  }
}
