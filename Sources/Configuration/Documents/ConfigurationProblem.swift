/// A mistake in a configuration file, a theme, the environment or an option.
///
/// None of them stops the program: it goes on with the default, or with the value that the theme inherits.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  /// What is wrong, with what a message needs to name it.
  public enum Kind: Hashable, Sendable {
    /// The file is there, yet cannot be read as UTF-8 text.
    case unreadable
    /// The file is not TOML; the text is the parser's own.
    case syntax(String)
    case unknownSetting(suggestion: String?)
    /// A value of the wrong type or out of range; `found` is written as in the file.
    case badValue(found: String, allowed: SettingKind)
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

  public var kind: Kind
  /// The dotted key it is about; empty where it is about a whole file.
  public var key: String
  public var origin: Origin

  public init(_ kind: Kind, key: String = "", at origin: Origin) {
    self.kind = kind
    self.key = key
    self.origin = origin
  }

  public var file: String? {
    if case .file(let path, _) = origin { path } else { nil }
  }

  /// Counted from 1.
  public var line: Int? {
    if case .file(_, let line) = origin { line } else { nil }
  }
}
