import ArgumentParser
import Configuration
import Log
import NewsLibrary

/// A subcommand: it gets what every command needs, and its errors become words and exit codes.
protocol ProgramCommand: ParsableCommand {
  var options: GlobalOptions { get }

  /// Does the work; what it leaves in `output` is written afterwards.
  func run(_ setup: Setup, _ output: inout Output) throws
}

extension ProgramCommand {
  func run() throws {
    let setup = try Setup.load(options)
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
    if library.isSample { CommandRunner.reportError(messages.sampleShown) }
    reportObstacle(of: library)
    return try tellingDamage(of: library) { try body(library) }
  }

  /// Tells of what keeps the store from being written and concerns whoever reads it, too: the state of the disk.
  func reportObstacle(of library: NewsLibrary) {
    if let note = library.obstacle.flatMap({ messages.onlyRead($0) }) { CommandRunner.reportError(note) }
  }

  /// Runs `body` on the user's own library, and closes it.
  ///
  /// - Parameter mode: whether a store is made where there is none. One into which nothing is written goes away again.
  func withOwnLibrary<T>(_ mode: OpenMode = .existing, _ body: (NewsLibrary) throws -> T) throws -> T {
    let library = try openOwnLibrary(mode)
    defer { library.closeAndLog() }
    return try tellingDamage(of: library) { try body(library) }
  }

  /// Runs `body`, and tells what it had to do without because the store is damaged.
  ///
  /// - Throws: `ExitStatus.badData` where articles were left out; what comes of a damaged index is only slower.
  private func tellingDamage<T>(of library: NewsLibrary, _ body: () throws -> T) throws -> T {
    defer { if !library.damageMet.isNone { CommandRunner.reportError(messages.damageMet(library.damageMet)) } }
    let result = try body()
    if library.damageMet.articles > 0 || library.damageMet.hasUnreachableArticles { throw ExitStatus.badData }
    return result
  }
}
