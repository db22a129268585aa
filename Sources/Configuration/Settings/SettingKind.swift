/// Which values a setting takes.
package enum SettingKind: Hashable, Sendable {
  case flag
  /// A whole number in a range, and what it counts.
  case number(ClosedRange<Int>, unit: String)
  case choice([String])
  /// The name of a theme.
  case theme
  /// A name of the IANA time zone database, or `local`.
  case zone
  /// A file: absolute, or below the home folder by `~/`.
  case path
  /// Any text.
  case text
  /// A program and its arguments.
  case command
  /// Pairs with an equals sign between.
  case pairs
  /// A key or several.
  case keys

  /// What is allowed, in words.
  package func description(in language: Language) -> String {
    let isChinese = language == .zhHans
    switch self {
    case .flag: return isChinese ? "true 或 false" : "true or false"
    case .number(let range, let unit):
      return isChinese
        ? "\(range.lowerBound) 到 \(range.upperBound) 的整数（\(unit)）"
        : "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit))"
    case .choice(let names):
      return (isChinese ? "" : "one of ") + names.joined(separator: isChinese ? "、" : ", ")
    case .theme: return isChinese ? "主题名称" : "the name of a theme"
    case .zone:
      return isChinese ? "时区名称（如 \"Asia/Shanghai\"）或 \"local\"" : "a time zone such as \"Asia/Shanghai\", or \"local\""
    case .path:
      return isChinese ? "绝对路径，或以 ~/ 开头的路径" : "an absolute path, or one that begins with ~/"
    case .text: return isChinese ? "文字" : "a text"
    case .command: return isChinese ? "程序及其参数的列表" : "a list of a program and its arguments"
    case .pairs: return isChinese ? "“字段=名称”的列表" : "a list of field=name"
    case .keys: return isChinese ? "按键，或按键的列表" : "a key, or a list of keys"
    }
  }
}
