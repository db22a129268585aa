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
