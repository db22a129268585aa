/// Text that a terminal, a log, a clipboard or a file name can take: the only kind of text that they accept.
///
/// What safe text holds:
/// - no control characters (C0, DEL, C1), so no escape sequence; what follows an ESC stays as plain text;
/// - nothing that is not shown by itself (Unicode's Default_Ignorable_Code_Point): bidirectional controls, zero-width
///   spaces and joiners, variation selectors, tags, soft hyphens, Hangul fillers; no interlinear annotations, no skin
///   tones. Of emoji that are joined into one only the first is kept, since terminals disagree about the rest;
/// - at most four combining marks in a row, and none without a character before it in the line: such a mark gets a
///   dotted circle (◌). So a text never begins with one, and joining safe texts gives safe text;
/// - U+FFFD for what is unassigned in Unicode 14, the version of the oldest C library that we run on: such scalars
///   have no width that all agree on. Private use scalars stay: C libraries give them one column.
///
/// It is made where text is shown, not where it is kept: see `KeptText`.
public struct SafeText: Hashable, Sendable {
  package let string: String

  /// One line of text: a line break (also CRLF, U+0085, U+2028, U+2029) or a tab becomes one blank.
  ///
  /// Linear in the text; where nothing is to be changed `raw` itself is kept and nothing is allocated.
  package init(_ raw: String) {
    string = Sanitiser.singleLine.sanitise(raw)
  }

  /// Text of several lines: every line break becomes `\n`, a tab one blank.
  package init(lines raw: String) {
    string = Sanitiser.multiLine.sanitise(raw)
  }

  /// Takes what was cut from safe texts between clusters, or joined from them.
  init(trusted: String) {
    string = trusted
  }

  package var isEmpty: Bool { string.isEmpty }

  /// The first scalar from `start` on, in bytes, that one line of safe text never holds, with its place; nil where there is
  /// none. For those who write such scalars in another form. The bytes must be those of a `String`.
  package static func firstUnsafe(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
    var index = Sanitiser.singleLine.endOfPlain(utf8, from: start)
    while index < utf8.count {
      let (value, end) = utf8.scalar(at: index)
      if ScalarTable.shared.traits(value).fate != .keep, let scalar = Unicode.Scalar(value) {
        return (scalar, index..<end)
      }
      index = Sanitiser.singleLine.endOfPlain(utf8, from: end)
    }
    return nil
  }

  package static func + (a: SafeText, b: SafeText) -> SafeText { SafeText(trusted: a.string + b.string) }
}

extension SafeText: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(value) }
}

extension SafeText: CustomStringConvertible {
  public var description: String { string }
}

/// Keeps spreadsheets from taking a text of others for a formula, whose functions may fetch or run something.
///
/// An apostrophe before the text says that it is text, as in every spreadsheet; what is written so is read back as it was.
package enum FormulaGuard {
  /// The text for a cell: with an apostrophe before it where it begins like a formula.
  package static func guarded(_ text: String) -> String { isFormula(text[...]) ? "'" + text : text }

  /// The text of a cell as it was before `guarded`; one that was never guarded stays as it is.
  package static func unguarded(_ cell: String) -> String {
    cell.utf8.first == apostrophe && isFormula(cell.dropFirst()) ? String(cell.dropFirst()) : cell
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Blanks are passed over, as some spreadsheets do, and so are apostrophes: else one of the text would be taken for the guard.
  private static func isFormula(_ text: Substring) -> Bool {
    let start = text.unicodeScalars.first { $0 != "'" && $0 != " " && $0 != "\n" && $0 != "\t" && $0 != "\r" }
    return start.map(starts.contains) ?? false
  }

  /// The full-width ones, too, which some spreadsheets read as the others.
  private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
