package import Configuration
package import NewsModel
package import TextBasics
import Wording

/// Handing articles to what is outside of the program: programs of the configuration, editor, pager, clipboard.
struct Handoff: Feature {
  enum Event: Sendable {
    /// Asks which program of a use is to get the article; where there is one, it gets it.
    case offer(ArticleProgram.Use, of: ArticleKey)
    case start(HandoffTarget, with: ArticleKey)
    /// Shows once more what a program wrote last.
    case showOutput
    case ended(HandoffEnd)
  }

  /// So many programs run at once.
  static let mostRunning = 4

  let programs: [ArticleProgram]
  /// How many programs of the configuration run beside the screen.
  private(set) var running = 0
  private var output: ProgramOutput?

  init(programs: [ArticleProgram]) { self.programs = programs }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .offer(let use, let key): offer(use, of: key, environment, &outcomes)
    case .start(let target, let key): start(target, with: key, environment, &outcomes)
    case .showOutput: if let output { outcomes.append(.present(.picker(Self.list(output, environment.words)))) }
    case .ended(let end): finish(end, environment, &outcomes)
    }
    return outcomes
  }

  // MARK: - Starting

  private mutating func offer(
    _ use: ArticleProgram.Use, of key: ArticleKey, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    let words = environment.words
    let offered = programs.filter { $0.use == use }
    var items = offered.map { program in
      Picker.Item(text: program.name, detail: program.command.first ?? "", value: .handoff(.program(program), key))
    }
    if use == .pipe, let output {
      items.append(Picker.Item(text: words.lastOutput(of: output.name), value: .output))
    }
    if offered.isEmpty {
      outcomes.notify(words.noProgram(table: use.rawValue), isError: true)
    } else if items.count == 1, let only = offered.first {
      start(.program(only), with: key, environment, &outcomes)
    } else {
      let title = words(use == .pipe ? Command.pipe.title : Command.share.title)
      outcomes.append(.present(.picker(Picker(.programs, title: title, items: items))))
    }
  }

  private mutating func start(
    _ target: HandoffTarget, with key: ArticleKey, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    let words = environment.words
    if case .program(let program) = target, program.output != .terminal {
      guard running < Self.mostRunning else {
        outcomes.notify(words.manyProgramsRun(running), isError: true)
        return
      }
      running += 1
      outcomes.append(.hint(SafeText(words.programStarted(program.name))))
    }
    outcomes.append(.effect(.handOff(HandoffRequest(key: key, asOf: environment.filter.asOf, target: target))))
  }

  // MARK: - What came of it

  private mutating func finish(_ end: HandoffEnd, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let words = environment.words
    switch end {
    case .awaitsTerminal(let program): outcomes.append(.effect(.lendTerminal(program)))
    case .text(let text): outcomes.append(.effect(.copy(text, notice: SafeText(words.textCopied))))
    case .ran(let output):
      running = max(0, running - 1)
      take(output, environment, &outcomes)
    case .failed(let reason, isProgram: let isProgram):
      if isProgram { running = max(0, running - 1) }
      outcomes.append(.notify(reason, isError: true))
    case .returned(let notice): if let notice { outcomes.append(.notify(notice, isError: false)) }
    }
  }

  /// Shows what a program wrote, unless the reader is in something else: then it is kept.
  private mutating func take(_ output: ProgramOutput, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let words = environment.words
    guard !output.lines.isEmpty else {
      let text = output.failure ?? SafeText(words.programEnded(output.name, wroteNothing: output.isAwaited))
      outcomes.append(.notify(text, isError: output.failure != nil))
      return
    }
    self.output = output
    let done = words.programEnded(output.name, wroteNothing: false)
    // No longer is it running.
    outcomes.append(output.failure.map { .notify($0, isError: true) } ?? .hint(SafeText(done)))
    if !environment.hasOverlay {
      outcomes.append(.present(.picker(Self.list(output, words))))
    } else if output.failure == nil {
      outcomes.notify(words.outputKept(output.name))
    }
  }

  private static func list(_ output: ProgramOutput, _ words: Words) -> Picker {
    var items = output.lines.map { Picker.Item(text: $0.string, value: .nothing) }
    if output.isCut { items.append(Picker.Item(text: words.outputCut, value: .nothing)) }
    return Picker(.output, title: output.name, items: items)
  }
}

/// Whom an article is handed to.
package enum HandoffTarget: Hashable, Sendable {
  case program(ArticleProgram)
  case editor
  case pager
  /// As plain text.
  case clipboard
}

/// An article on its way out.
package struct HandoffRequest: Hashable, Sendable {
  package var key: ArticleKey
  /// As of when it is handed over; nil for now.
  package var moment: Timestamp?
  package var target: HandoffTarget

  package init(key: ArticleKey, asOf moment: Timestamp? = nil, target: HandoffTarget) {
    self.key = key
    self.moment = moment
    self.target = target
  }
}

/// A program that is ready to start, and waits for the terminal.
package struct TerminalProgram: Hashable, Sendable {
  /// What messages call it.
  package var name: String
  /// The program and its arguments.
  package var command: [String]
  /// The file that holds the article, in a folder of its own.
  package var file: String
  /// Whether it reads the file as its standard input.
  package var readsInput: Bool

  package init(name: String, command: [String], file: String, readsInput: Bool) {
    self.name = name
    self.command = command
    self.file = file
    self.readsInput = readsInput
  }
}

/// What a program wrote that ran beside the screen.
package struct ProgramOutput: Hashable, Sendable {
  package var name: String
  package var lines: [SafeText]
  /// It wrote more than is kept.
  package var isCut: Bool
  /// Whether somebody wants to see what it writes.
  package var isAwaited: Bool
  /// Why it failed, in words; nil where it did not.
  package var failure: SafeText?

  package init(name: String, lines: [SafeText], isCut: Bool = false, isAwaited: Bool = true, failure: SafeText? = nil) {
    self.name = name
    self.lines = lines
    self.isCut = isCut
    self.isAwaited = isAwaited
    self.failure = failure
  }
}

/// What came of handing an article out.
package enum HandoffEnd: Hashable, Sendable {
  case awaitsTerminal(TerminalProgram)
  /// A program has given the terminal back; the text says what is to be told of it.
  case returned(SafeText?)
  /// A program beside the screen has ended.
  case ran(ProgramOutput)
  /// What goes into the clipboard.
  case text(SafeText)
  /// It could not be done; the text says why.
  ///
  /// - Parameter isProgram: whether it was to be a program beside the screen.
  case failed(SafeText, isProgram: Bool)
}
