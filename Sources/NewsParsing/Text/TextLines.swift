import TextBasics

/// One line of a text, without blanks around it; never empty.
struct TextLine: Hashable {
  var text: Substring
  /// Counted from 1.
  var number: Int
  /// Whether an empty line, or nothing, stands before it.
  var isAfterBlank: Bool
  /// Whether the line was set in by blanks.
  var isIndented: Bool
}

/// Cuts text into its lines.
enum TextLines {
  /// Decoded text without character references, made safe, with `\n` between lines.
  ///
  /// The one place where text of a source passes `SafeText`; all that a parser hands out is a part of the result.
  static func cleaned(_ text: String) -> String { SafeText(lines: HTMLEntities.decode(text)).string }

  /// A single line of a source, made safe.
  static func cleanedLine(_ text: String) -> String {
    String(SafeText(HTMLEntities.decode(text)).string[...].trimmed)
  }

  /// The lines that hold something, in order.
  static func split(_ text: Substring) -> [TextLine] {
    var lines: [TextLine] = []
    var number = 0
    var isAfterBlank = true
    for raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = Substring(raw)
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        isAfterBlank = true
      } else {
        lines.append(
          TextLine(
            text: trimmed, number: number, isAfterBlank: isAfterBlank,
            isIndented: trimmed.startIndex > line.startIndex))
        isAfterBlank = false
      }
    }
    return lines
  }
}
