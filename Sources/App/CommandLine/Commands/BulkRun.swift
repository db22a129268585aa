import Foundation
import NewsLibrary
import NewsModel
import TextBasics

/// A change of many articles on the command line: asks first, shows how far it is, can be stopped, says what it did.
struct BulkRun {
  let setup: Setup
  let actions: [StatusAction]
  let query: Query
  let agreement: AgreementOptions

  func run(in library: NewsLibrary, _ output: inout Output) throws {
    let messages = setup.messages
    let affected = Query.allOf([query, StatusAction.candidates(of: actions)])
    let count = try library.count(affected)
    if agreement.dryRun { return output.writeLine(messages.wouldChange(count, actions)) }
    guard count > 0, try agreement.isAgreed || isAgreed(messages.askForChange(count, actions)) else {
      return output.writeLine(messages.nothingChanged)
    }
    let cancellation = LibraryCancellation()
    let interruption = Interruption { cancellation.cancel() }
    var display = ProgressDisplay(messages: messages)
    let done = try library.apply(actions, matching: query, cancellation: cancellation) { display.show($0) }
    display.end()
    output.writeLine(done.articles == 0 ? messages.nothingChanged : messages.changed(done.articles))
    if done.wasCancelled { output.writeLine(messages.changeStopped) }
    try output.flush()
    if let status = interruption.status { throw status }
  }

  /// Asks the person at the terminal; where none is, the command line must say so.
  private func isAgreed(_ question: String) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(.usage, setup.messages.needsYes)
    }
    var output = Output(descriptor: STDERR_FILENO)
    output.write(SafeText(question))
    try output.flush()
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return ["y", "yes", "是", "好"].contains(answer)
  }
}
