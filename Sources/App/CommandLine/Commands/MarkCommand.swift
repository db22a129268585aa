import ArgumentParser
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// `newstape mark`
struct MarkCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "mark",
      .init(
        "对符合查询的全部新闻：标为已读、加星标、加标签或屏蔽。",
        "Marks, stars, tags or hides all articles that match a query."),
      .init(
        """
        更改前说明共有多少条并询问；没有终端时须加 --yes。按 Ctrl-C 可随时停止。newstape undo 撤销上一次更改，\
        几天后也可以。
        """,
        """
        Says how many match and asks before it changes anything; where no terminal is, --yes is needed. \
        Ctrl-C stops between two articles. newstape undo takes the last change back, also days later.
        """),
      examples: [
        "newstape mark '-since:30d -is:starred' --read",
        "newstape mark 'source:快讯社 title:广告' --mute --yes",
        "newstape mark '云岭电池 since:2022-06' --tag 云岭 --star --dry-run",
      ])
  }

  @Argument(
    help: .text("哪些新闻，用查询语言；'()' 为全部。", "Which articles, in the query language; '()' stands for all.", value: .query))
  var operands: [String] = []

  @OptionGroup(title: HelpSection.actions) var what: ActionOptions
  @OptionGroup var agreement: AgreementOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let actions = try what.actions(setup.words)
    guard !operands.isEmpty else { throw CommandFailure(.usage, setup.words.noQuery) }
    let query = try setup.query(QueryArguments.text(operands))
    try setup.withOwnLibrary { library in
      try BulkRun(setup: setup, actions: actions, query: query, agreement: agreement).run(in: library, &output)
    }
  }
}

/// A change of many articles on the command line: asks first, shows how far it is, can be stopped, says what it did.
struct BulkRun {
  let setup: Setup
  let actions: [StatusAction]
  let query: Query
  let agreement: AgreementOptions

  func run(in library: NewsLibrary, _ output: inout Output) throws {
    let words = setup.words
    let affected = Query.allOf([query, StatusAction.candidates(of: actions)])
    let count = try library.store.count(affected)
    if agreement.dryRun { return output.writeLine(words.wouldChange(count, actions)) }
    guard count > 0, try agreement.isAgreed || isAgreed(words.askForChange(count, actions)) else {
      return output.writeLine(words.nothingChanged)
    }
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    var display = ProgressDisplay(words: words)
    let done = try library.store.apply(actions, matching: query, cancellation: cancellation) { display.show($0) }
    display.end()
    output.writeLine(done.articles == 0 ? words.nothingChanged : words.changed(done.articles))
    if done.wasCancelled { output.writeLine(words.changeStopped) }
    try output.flush()
    if let status = interruption.status { throw status }
  }

  /// Asks the person at the terminal; where none is, the command line must say so.
  private func isAgreed(_ question: String) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(.usage, setup.words.needsYes)
    }
    var output = Output(descriptor: STDERR_FILENO)
    output.write(SafeText(question))
    try output.flush()
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return ["y", "yes", "是", "好"].contains(answer)
  }
}

/// `newstape undo`
struct UndoCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "undo",
      .init("撤销上一次批量更改。", "Takes back the last change of many articles."),
      .init(
        """
        新闻库记住最近二十次批量更改，由 newstape mark、newstape rules apply 或主界面做出。加 --list 列出，\
        新的在前：输出到管道时每行为时间、条数、动作，以制表符分隔。按 Ctrl-C 停止；再次运行同一命令即可继续。
        """,
        """
        The store remembers the last twenty changes that newstape mark, newstape rules apply or the \
        dashboard made to many articles at once. With --list they are listed, newest first: into a pipe as \
        lines of time, articles and actions, separated by tabs. Ctrl-C stops; the same command goes on from \
        there.
        """),
      examples: [
        "newstape undo --list",
        "newstape undo",
      ])
  }

  @Flag(help: .text("列出可撤销的更改，不做更改。", "List what can be taken back, and change nothing."))
  var list = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      let steps = try library.store.undoSteps()
      guard let newest = steps.first else { return CommandRunner.reportError(setup.words.noChangeToUndo) }
      if list {
        for step in steps { try write(step, setup, to: &output) }
      } else {
        try undo(newest, in: library, setup, &output)
      }
    }
  }

  private func undo(_ step: UndoStep, in library: NewsLibrary, _ setup: Setup, _ output: inout Output) throws {
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    var display = ProgressDisplay(words: setup.words)
    let done = try library.store.undo(step.id, cancellation: cancellation) { display.show($0) }
    display.end()
    let time = CivilTime(step.made, in: setup.displayZone)
    output.writeLine(
      setup.words.undone(step, at: "\(time.isoDate) \(time.clock)", articles: done?.articles ?? 0))
    if done?.wasCancelled == true { output.writeLine(setup.words.undoStopped) }
    try output.flush()
    if let status = interruption.status { throw status }
  }

  private func write(_ step: UndoStep, _ setup: Setup, to output: inout Output) throws {
    if output.isTerminal {
      let time = CivilTime(step.made, in: setup.displayZone)
      output.writeLine("\(time.isoDate) \(time.clock)  \(setup.words.wouldChange(step.articles, step.actions))")
    } else {
      try output.writeRow([
        SafeText(step.made.iso8601(in: setup.sourceZone)), SafeText(String(step.articles)),
        SafeText(step.actions.map(\.description).joined(separator: ",")),
      ])
    }
  }
}
