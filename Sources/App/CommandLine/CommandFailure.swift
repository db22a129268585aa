import Dashboard
import NewsModel
import TextBasics

/// Why a command ended early: one line for standard error, in the reader's language, and the exit code.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String
  /// What the message is about, in lines below it.
  var details: [SafeText]

  init(_ status: ExitStatus, _ message: String, details: [SafeText] = []) {
    self.status = status
    self.message = message
    self.details = details
  }

  /// What is wrong with a query: in words, with a caret under the place.
  init(_ error: QueryError, in text: String, _ setup: Setup) {
    let start = text.index(text.startIndex, offsetBy: error.range.lowerBound)
    let end = text.index(start, offsetBy: error.range.count)
    let before = setup.widths.columns(SafeText(String(text[..<start])))
    let columns = setup.widths.columns(SafeText(String(text[start..<end])))
    let carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, columns))
    self.init(
      .usage, error.kind.message(in: setup.language), details: ["  " + SafeText(text), SafeText("  " + carets)])
  }
}
