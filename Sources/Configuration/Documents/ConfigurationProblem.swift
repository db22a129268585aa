package import TOML

/// A mistake in a configuration file, a theme, the environment or an option.
package struct ConfigurationProblem: Error, Hashable, Sendable {
  /// What is wrong, with what a message needs to name it.
  package enum Kind: Hashable, Sendable {
    /// The file is there, yet cannot be read.
    case unreadable
    /// The file is not TOML.
    case notation(TOMLMistake.Kind)
    case unknownSetting(suggestion: String?)
    /// A value of the wrong type or out of range; `found` is written as in the file.
    case badValue(found: String, allowed: SettingKind)
    /// A program of `[pipe]` or `[share]` without its command.
    case commandMissing
    /// `[keys]` names a command that does not exist.
    case unknownCommand(suggestion: String?)
    /// `[keys]` names a key that cannot be read.
    case badKey(String)
    case unknownRole(suggestion: String?)
    /// Neither `#rrggbb` nor a name of the palette nor one of the terminal's colours.
    case badColor(String)
    case badModifier(String)
    /// A theme's entry is neither a colour nor a table of `fg`, `bg` and `modifiers`.
    case badStyle(String)
    case themeNotFound(String)
    /// A theme inherits from itself; the names lead from the theme back to its first repetition.
    case inheritanceCycle([String])
  }

  package var kind: Kind
  /// The dotted key it is about; empty where it is about a whole file.
  package var key: String
  package var origin: Origin

  package init(_ kind: Kind, key: String = "", at origin: Origin) {
    self.kind = kind
    self.key = key
    self.origin = origin
  }

  package var file: String? {
    if case .file(let path, _) = origin { path } else { nil }
  }

  package var place: TOMLPlace? {
    if case .file(_, let place) = origin { place } else { nil }
  }

  /// By file, and within one by place; a whole file comes before its places.
  static func inOrderOfFiles(_ a: ConfigurationProblem, _ b: ConfigurationProblem) -> Bool {
    func order(_ problem: ConfigurationProblem) -> (String, Int, Int) {
      (problem.file ?? "", problem.place?.line ?? 0, problem.place?.column ?? 0)
    }
    return order(a) < order(b)
  }

  /// Whether it leaves open what the user wants, so that nothing should be done: of a file that could not be read, or not as a
  /// whole, any setting may be missing, and without the store's path news would go into another store. After any other mistake the
  /// default holds, or what a theme inherits.
  package var isFatal: Bool {
    switch kind {
    case .unreadable, .notation: true
    case .badValue: key == "store.path"
    case .unknownSetting, .commandMissing, .unknownCommand, .badKey, .unknownRole, .badColor, .badModifier, .badStyle,
      .themeNotFound, .inheritanceCycle:
      false
    }
  }
}

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

/// The nearest of some names to one that was mistyped.
enum Suggestion {
  /// The name with the fewest edits to `word`, at most a third of its length and never more than three; nil if none.
  static func nearest<Names: Sequence<String>>(to word: String, among names: Names) -> String? {
    let limit = min(3, max(1, word.utf8.count / 3))
    let distances = names.map { (name: $0, edits: edits(Array(word.utf8), Array($0.utf8))) }
    let best = distances.min { ($0.edits, $0.name) < ($1.edits, $1.name) }
    return best.flatMap { $0.edits <= limit ? $0.name : nil }
  }

  /// The Levenshtein distance (V. Levenshtein, 1966) in O(a · b) time and O(b) memory.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substituted = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
