import TextBasics

/// Folds the literal characters of a pattern, so that it is looked for in folded text, and nothing else of it.
///
/// ASCII stays: matching is caseless anyway, and `\S` is not `\s`. What becomes ASCII is written by its number, since a
/// full-width asterisk or parenthesis is a character, not an operator.
enum PatternFolding {
  static func fold(_ pattern: String) -> String {
    guard pattern.utf8.contains(where: { $0 >= 0x80 }) else { return pattern }
    var result = ""
    var rest = pattern.unicodeScalars[...]
    var isQuoted = false
    while let scalar = rest.popFirst() {
      // Between `\Q` and `\E` a backslash is a character like any other.
      guard scalar == "\\", let next = rest.first, !isQuoted || next == "E" else {
        result += folded(scalar, isQuoted: isQuoted)
        continue
      }
      rest.removeFirst()
      isQuoted = next == "Q"
      result += next.isASCII ? "\\" + String(next) : folded(next, isQuoted: false)
    }
    return result
  }

  private static func folded(_ scalar: Unicode.Scalar, isQuoted: Bool) -> String {
    guard !scalar.isASCII else { return String(scalar) }
    let folded = Folding.fold(String(scalar))
    guard let ascii = folded.utf8.first, ascii < 0x80 else { return folded }
    let number = "\\x{" + String(ascii, radix: 16) + "}"
    return isQuoted ? "\\E" + number + "\\Q" : number
  }
}
