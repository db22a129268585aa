import ArgumentParser
import Configuration
import Foundation
import Log
import NewsLibrary
import NewsStore
import TextBasics
import Wording

/// Runs a command line and turns whatever comes of it into one line and an exit code.
enum CommandRunner {
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try NewstapeCommand.parseAsRoot(Self.readable(arguments))
      try command.run()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch let failure as CommandFailure {
      reportError(failure.message, details: failure.details)
      return failure.status
    } catch {
      return report(error, arguments)
    }
  }

  /// The arguments in the form that the parser of arguments understands.
  private static func readable(_ arguments: [String]) -> [String] {
    QueryArguments.disguised(ArgumentOrder.withGlobalOptionsLast(EmptyValues.separated(arguments)))
  }

  /// Writes one line to standard error, and what it is about below it.
  static func reportError(_ message: String, details: [SafeText] = []) {
    var output = Output(descriptor: STDERR_FILENO)
    output.writeLine("newstape: " + message)
    Log.attempt("write to standard error", .debug) {
      for detail in details { try output.writeLine(detail) }
      try output.flush()
    }
  }

  /// Help and version are errors to the parser of arguments, but not to us.
  private static func report(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let words = Words(language: language(of: arguments))
    return HelpLanguage.$current.withValue(words.language) {
      guard NewstapeCommand.exitCode(for: error) != .success else {
        Log.attempt("write the help") { try writeHelp(for: error, words) }
        return .success
      }
      let mistake = UsageMistake(NewstapeCommand.message(for: error)).message(words)
      let command = commandPath(in: NewstapeCommand.fullMessage(for: error), after: "Usage: ") ?? ["newstape"]
      reportError(mistake + words.semicolon + words.seeHelp(command.joined(separator: " ")))
      return .usage
    }
  }

  private static func writeHelp(for error: any Error, _ words: Words) throws {
    var output = Output()
    let text = NewstapeCommand.fullMessage(for: error)
    let path = text.hasPrefix("OVERVIEW: ") ? commandPath(in: text, after: "USAGE: ") : nil
    if let page = path.flatMap({ HelpPage($0, words: words, columns: output.columns) }) {
      for line in page.lines { try output.writeLine(line) }
    } else {
      output.write(SafeText(lines: text + "\n"))
    }
    try output.flush()
  }

  /// The names of the command that was called: the parser tells it only within its line of usage.
  private static func commandPath(in text: String, after label: String) -> [String]? {
    let usage = text.split(separator: "\n").first { $0.hasPrefix(label) }?.dropFirst(label.count)
    return usage?.split(separator: " ").prefix { $0.allSatisfy(\.isLetter) }.map(String.init)
  }

  /// The language of the interface as far as it can be known of arguments that could not be read.
  private static func language(of arguments: [String]) -> Language {
    func value(of option: String) -> String? {
      let prefix = option + "="
      let last = arguments.lastIndex { $0 == option || $0.hasPrefix(prefix) }
      guard let last else { return nil }
      if arguments[last] != option { return String(arguments[last].dropFirst(prefix.count)) }
      return arguments.indices.contains(last + 1) ? arguments[last + 1] : nil
    }
    let environment = ProcessInfo.processInfo.environment
    let paths = Paths(environment: environment, configuration: value(of: "--config"))
    let overrides = Overrides(language: value(of: "--language"))
    return Settings.load(environment: environment, paths: paths, overrides: overrides).settings.language(
      in: environment)
  }
}

/// A subcommand: it gets what every command needs, and its errors become words and exit codes.
protocol ProgramCommand: ParsableCommand {
  var options: GlobalOptions { get }

  /// Does the work; what it leaves in `output` is written afterwards.
  func run(_ setup: Setup, _ output: inout Output) throws
}

extension ProgramCommand {
  func run() throws {
    let setup = try Setup.load(options)
    setup.followReader()
    // `newstape config` lists them itself.
    if !(self is ConfigCommand) { try setup.reportProblems() }
    var output = Output()
    try setup.explainingErrors {
      do {
        try run(setup, &output)
      } catch {
        Log.attempt("write the output", .info) { try output.flush() }
        throw error
      }
      try output.flush()
    }
  }
}

extension NewsLibrary {
  /// Closes a library whose work is done. That it cannot be closed changes nothing of the work, and is logged.
  func closeAndLog() { Log.attempt("close the store", .error) { try close() } }
}

extension Setup {
  /// Runs `body` on the user's own library or, where there is none yet, the sample, and closes it: for what shows news, and nothing else.
  func withLibraryOrSample<T>(_ body: (NewsLibrary) throws -> T) throws -> T {
    let library = try openLibrary()
    defer { library.closeAndLog() }
    if library.isSample {
      CommandRunner.reportError(words.sampleShown)
      // Nothing else reads it on the command line.
      if library.store.obstacle == nil { while try library.store.analyseNext() > 0 {} }
    }
    reportObstacle(of: library)
    return try tellingDamage(of: library) { try body(library) }
  }

  /// Says that articles have no facets where nobody can read them, as the store cannot be written; nil where none is concerned.
  func noteOfUnanalysed(in store: NewsStore) throws -> String? {
    guard store.obstacle != nil else { return nil }
    let count = try store.unanalysedCount()
    return count > 0 ? words.notAnalysed(count) : nil
  }

  /// Tells of what keeps the store from being written and concerns whoever reads it, too: the state of the disk.
  func reportObstacle(of library: NewsLibrary) {
    if let note = library.store.obstacle.flatMap({ words.onlyRead($0) }) { CommandRunner.reportError(note) }
  }

  /// Runs `body` on the user's own library, and closes it.
  ///
  /// - Parameter mode: whether a store is made where there is none. One into which nothing is written goes away again.
  func withOwnLibrary<T>(_ mode: NewsStore.OpenMode = .existing, _ body: (NewsLibrary) throws -> T) throws -> T {
    let library = try openOwnLibrary(mode)
    defer { library.closeAndLog() }
    return try tellingDamage(of: library) { try body(library) }
  }

  /// Runs `body`, and tells what it had to do without because the store is damaged.
  ///
  /// - Throws: `ExitStatus.badData` where articles or former versions were left out; what comes of a damaged index is only slower.
  private func tellingDamage<T>(of library: NewsLibrary, _ body: () throws -> T) throws -> T {
    let store = library.store
    defer { if !store.damageMet.isNone { CommandRunner.reportError(words.damageMet(store.damageMet)) } }
    let result = try body()
    let damage = store.damageMet
    if damage.articles + damage.versions > 0 || damage.hasUnreachableArticles { throw ExitStatus.badData }
    return result
  }
}
