import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics

/// `newstape undo`
struct UndoCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back the last change of many articles.",
    discussion: """
      The store remembers the last twenty changes that newstape mark, newstape rules apply or the dashboard made to many \
      articles at once. With --list they are listed, newest first: into a pipe as lines of time, articles and actions, \
      separated by tabs. Ctrl-C stops; the same command goes on from there.

      EXAMPLES:
        newstape undo --list
        newstape undo
      """)

  @Flag(help: "List what can be taken back, and change nothing.")
  var list = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      let steps = try library.undoSteps()
      guard let newest = steps.first else { return CommandRunner.reportError(setup.messages.nothingToUndo) }
      if list {
        for step in steps { try write(step, setup, to: &output) }
      } else {
        try undo(newest, in: library, setup, &output)
      }
    }
  }

  private func undo(_ step: UndoStep, in library: NewsLibrary, _ setup: Setup, _ output: inout Output) throws {
    let cancellation = LibraryCancellation()
    let interruption = Interruption { cancellation.cancel() }
    var display = ProgressDisplay(messages: setup.messages)
    let done = try library.undo(step.id, cancellation: cancellation) { display.show($0) }
    display.end()
    let time = CivilTime(step.made, in: setup.displayZone)
    output.writeLine(
      setup.messages.undone(step, at: "\(time.isoDate) \(time.clock)", articles: done?.articles ?? 0))
    if done?.wasCancelled == true { output.writeLine(setup.messages.undoStopped) }
    try output.flush()
    if let status = interruption.status { throw status }
  }

  private func write(_ step: UndoStep, _ setup: Setup, to output: inout Output) throws {
    if output.isTerminal {
      let time = CivilTime(step.made, in: setup.displayZone)
      output.writeLine("\(time.isoDate) \(time.clock)  \(setup.messages.wouldChange(step.articles, step.actions))")
    } else {
      try output.writeRow([
        SafeText(step.made.iso8601(in: setup.sourceZone)), SafeText(String(step.articles)),
        SafeText(step.actions.map(\.description).joined(separator: ",")),
      ])
    }
  }
}
