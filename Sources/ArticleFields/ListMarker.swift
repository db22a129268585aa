import TextScanning

/// The bullet or number at the start of a line.
package enum ListMarker: Hashable {
  case bullet
  /// `一、`, `第一章`, `01`
  case chapter
  /// `（一）`
  case section
  /// `1.`, `1、`, `(1)`, `①`
  case number

  /// The marker and what follows it; nil for a line without one.
  package static func split(_ line: Substring) -> (marker: ListMarker, rest: Substring)? {
    let scalars = line.unicodeScalars
    guard let first = scalars.first else { return nil }
    if bullets.contains(first) { return filled(.bullet, Substring(scalars.dropFirst())) }
    if spacedBullets.contains(first), let second = scalars.dropFirst().first, second.isBlank {
      return filled(.bullet, Substring(scalars.dropFirst()))
    }
    if (0x2460...0x2473).contains(first.value) { return filled(.number, Substring(scalars.dropFirst())) }
    if first == "(" || first == "（" { return bracketed(Substring(scalars.dropFirst())) }
    if first == "第" { return chapter(Substring(scalars.dropFirst())) }
    let numerals = scalars.prefix(while: chineseNumerals.contains)
    if !numerals.isEmpty, numerals.count <= 3, let mark = scalars.dropFirst(numerals.count).first,
      mark == "、" || mark == "." || mark == "．"
    {
      return filled(.chapter, Substring(scalars.dropFirst(numerals.count + 1)))
    }
    return numbered(scalars)
  }

  private static let bullets: ScalarSet = [
    "•", "●", "■", "◆", "▪", "◇", "○", "□", "►", "▶", "➤", "·", "‣", "◦", "★", "☆",
  ]
  private static let spacedBullets: ScalarSet = ["-", "*", "–", "—", "+"]
  private static let chineseNumerals: ScalarSet = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private static func filled(_ marker: ListMarker, _ rest: Substring) -> (ListMarker, Substring)? {
    let rest = rest.trimmed
    return rest.isEmpty ? nil : (marker, rest)
  }

  private static func bracketed(_ text: Substring) -> (ListMarker, Substring)? {
    let scalars = text.unicodeScalars
    guard let end = scalars.prefix(4).firstIndex(where: { $0 == ")" || $0 == "）" }) else { return nil }
    let inner = scalars[..<end]
    let rest = Substring(scalars[scalars.index(after: end)...])
    if !inner.isEmpty, inner.allSatisfy(chineseNumerals.contains) { return filled(.section, rest) }
    if !inner.isEmpty, inner.count <= 2, inner.allSatisfy(\.isASCIIDigit) { return filled(.number, rest) }
    return nil
  }

  private static func chapter(_ text: Substring) -> (ListMarker, Substring)? {
    let scalars = text.unicodeScalars
    let numerals = scalars.prefix { chineseNumerals.contains($0) || $0.isASCIIDigit }
    guard !numerals.isEmpty, numerals.count <= 3 else { return nil }
    let rest = Substring(scalars.dropFirst(numerals.count))
    for word in ["章", "节", "部分", "篇"] { if let rest = rest.dropping(prefix: word) { return filled(.chapter, rest) } }
    return nil
  }

  /// `1.` not before a digit, `1、`, `1)`, `01 `.
  private static func numbered(_ scalars: Substring.UnicodeScalarView) -> (ListMarker, Substring)? {
    let digits = scalars.prefix(while: \.isASCIIDigit)
    guard (1...2).contains(digits.count) else { return nil }
    let rest = scalars.dropFirst(digits.count)
    guard let mark = rest.first else { return nil }
    if mark.isBlank, digits.count == 2, digits.first == "0" { return filled(.chapter, Substring(rest)) }
    guard ["、", ".", "．", ")", "）"].contains(mark) else { return nil }
    let text = rest.dropFirst()
    if mark == ".", let next = text.first, next.isASCIIDigit { return nil }
    return filled(.number, Substring(text))
  }
}
