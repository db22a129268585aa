/// The marks with which pages set headings off: `### `, `▍`, `■ `, `**…**`, `【…】`.
enum HeadingMark {
  /// A heading in Markdown's form with its level, which is 2 at least: the title is the first.
  static func markdown(_ line: Substring) -> (text: Substring, level: Int)? {
    let marks = line.unicodeScalars.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    let rest = Substring(line.unicodeScalars.dropFirst(marks))
    guard rest.unicodeScalars.first?.isBlank ?? false, !rest.trimmed.isEmpty else { return nil }
    return (rest.trimmed(of: ["#"]), max(marks, 2))
  }

  /// The text of a heading without what only sets it off.
  static func stripped(_ heading: Substring) -> Substring {
    if let bold = heading.dropping(prefix: "**")?.dropping(suffix: "**"), !bold.isEmpty { return bold.trimmed }
    if let slanted = heading.dropping(prefix: "*")?.dropping(suffix: "*"), !slanted.isEmpty { return slanted.trimmed }
    if let inner = heading.enclosed(by: ["【": ["】"]]) { return inner }
    let scalars = heading.unicodeScalars.drop { $0.isBlank || signs.contains($0) }
    return scalars.isEmpty ? heading : Substring(scalars)
  }

  private static let signs: ScalarSet = [
    "▍", "▌", "▎", "▏", "▋", "▊", "▉", "█", "┃", "│", "|", "｜", "丨", "■", "◆", "●", "▶", "►", "◎", "★", "※", "▪", "◇",
    "○",
  ]
}
