import TextBasics

/// Folds the literal characters of a pattern, so that it is looked for in folded text, and nothing else of it.
///
/// ASCII stays: matching is caseless anyway, and `\S` is not `\s`. What becomes ASCII is written by its number, since a
/// full-width asterisk or parenthesis is a character, not an operator. What becomes several scalars is a group, so that what repeats
/// it repeats all of them; within a set each of them will do.
struct PatternFolding {
  static func fold(_ pattern: String) -> String {
    guard pattern.utf8.contains(where: { $0 >= 0x80 }) else { return pattern }
    var folding = PatternFolding()
    var rest = pattern.literals[...]
    while let literal = rest.popFirst() {
      // Between `\Q` and `\E` a backslash is a character like any other.
      if literal == "\\", let next = rest.first, !folding.isQuoted || next == "E" {
        rest.removeFirst()
        folding.appendEscaped(next)
      } else {
        folding.append(literal)
      }
    }
    return folding.result
  }

  private var result = ""
  private var isQuoted = false
  private var isInSet = false

  private mutating func appendEscaped(_ literal: String) {
    if literal == "Q" || literal == "E" { isQuoted = literal == "Q" }
    if literal.isASCII { result += "\\" + literal } else { append(literal) }
  }

  private mutating func append(_ literal: String) {
    if !isQuoted, literal == "[" { isInSet = true }
    if !isQuoted, literal == "]" { isInSet = false }
    guard !literal.isASCII else {
      result += literal
      return
    }
    let folded = Folding.fold(literal)
    let written = folded.unicodeScalars.map(Self.byNumber).joined()
    guard folded.unicodeScalars.count != 1 || written != folded else {
      result += folded
      return
    }
    let term = isInSet || folded.unicodeScalars.count == 1 ? written : "(?:" + written + ")"
    result += isQuoted ? "\\E" + term + "\\Q" : term
  }

  private static func byNumber(_ scalar: Unicode.Scalar) -> String {
    scalar.isASCII ? "\\x{" + String(scalar.value, radix: 16) + "}" : String(scalar)
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// Letters with their marks, and everything else scalar by scalar: a mark behind an operator does not make it a letter.
  fileprivate var literals: [String] {
    flatMap { character in
      character.isLetter ? [String(character)] : character.unicodeScalars.map { String($0) }
    }
  }
}
