import ArgumentParser
import Log
import NewsLibrary
import NewsModel
import NewsStore
import Wording

/// `newstape store`
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Looks after the store.",
    subcommands: [
      StoreCheckCommand.self, StoreBackupCommand.self, StoreRepairCommand.self, StoreCompactCommand.self,
    ])
}

/// `newstape store check`
struct StoreCheckCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads the whole store for damage.",
    discussion: """
      Looks at the file, every row, every text, all counts, what articles are recognised by, and the search index; takes some 5 \
      seconds for 100,000 articles. Ends with 65 and names what is wrong where the store is not sound: newstape store repair \
      mends it. Changes nothing.

      EXAMPLES:
        newstape store check
        newstape store check --store backup.db
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    try setup.withOwnLibrary { library in
      setup.reportObstacle(of: library)
      var display = ProgressDisplay(words: setup.words)
      defer { display.end() }
      do {
        let findings = try library.store.check(cancellation: cancellation) { display.show($0) }
        display.end()
        for finding in findings { output.writeLine(setup.words.describe(finding)) }
        guard findings.isEmpty else {
          throw CommandFailure(.badData, setup.words.storeIsUnsound(library.store.path, findings: findings.count))
        }
        output.writeLine(try setup.words.sound(library))
        if let rights = library.store.rightsOfOthers {
          output.writeLine(setup.words.othersMayUse(library.store.path, rights: rights))
        }
      } catch StoreError.cancelled {
        throw interruption.status ?? ExitStatus.interrupted
      }
    }
  }
}

/// `newstape store backup`
struct StoreBackupCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the store into a file.",
    discussion: """
      The copy is the store as it is at one moment, whole, in one file; others may go on reading and writing meanwhile. It is \
      a store itself: --store reads it, and cp puts it back. newstape export --format jsonl writes what any program reads.

      EXAMPLES:
        newstape store backup ~/backup/news-2024-06-15.db
        newstape store backup --force /media/stick/news.db
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: String

  @Flag(help: "Replace the file where it is there already.")
  var force = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let size = try setup.caringForStore { library, display, cancellation in
      try library.backUp(to: file, replaces: force, cancellation: cancellation) { display.bar.showBackup($0) }
    }
    output.writeLine(setup.words.backedUp(to: file, bytes: size))
  }
}

/// `newstape store repair`
struct StoreRepairCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Mends a damaged store.",
    discussion: """
      Checks the store and, where it is not sound, copies it to a backup beside it and makes it anew out of all that can be \
      read: articles with their marks, and what you keep. Counts, the search index and all else that follows from them are \
      made from the articles. Says what could not be brought back; the backup still has it. Nothing is changed in a sound \
      store. A repair that is stopped leaves the store as it was. Ends with 65 where damage is left, and where headlines or \
      texts are lost.

      EXAMPLES:
        newstape store repair
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let words = setup.words
    var newsIsLost = false
    let left = try setup.caringForStore { library, display, cancellation -> [StoreFinding] in
      let articles = Log.attempt("count the articles", .info) { try library.store.count(.all) } ?? 0
      guard
        let repair = try library.repair(cancellation: cancellation, progress: { display.bar.show($0, of: articles) })
      else {
        display.bar.end()
        output.writeLine(try words.sound(library))
        return []
      }
      display.bar.end()
      output.writeLine(words.backup(repair.backup))
      for finding in repair.report.findings { output.writeLine(words.found(finding)) }
      for loss in repair.report.losses { output.writeLine(words.describe(loss)) }
      newsIsLost = repair.report.losses.contains { $0.kind.isOfNews }
      output.writeLine(words.repaired(articles: repair.report.articles))
      try output.flush()
      try library.indexAll(cancellation: cancellation) { display.bar.showIndexing($0, of: $1) }
      let left = try library.store.check(cancellation: cancellation) { display.bar.show($0) }
      display.bar.end()
      for finding in left { output.writeLine(words.describe(finding)) }
      return left
    }
    if !left.isEmpty { throw CommandFailure(.badData, words.damageIsLeft(left.count)) }
    if newsIsLost { throw CommandFailure(.badData, words.newsIsLost) }
  }
}

/// `newstape store compact`
struct StoreCompactCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Gives room on the disk back.",
    discussion: """
      Writes the store anew without the gaps that removed and changed articles left. Needs room for two more stores while it \
      works. One that is stopped leaves the store as it was.

      EXAMPLES:
        newstape store compact
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let (before, after) = try setup.caringForStore { library, display, cancellation in
      display.bar.showCompacting(0)
      return try library.store.compact(cancellation: cancellation) { display.bar.showCompacting($0) }
    }
    output.writeLine(setup.words.compacted(from: before, to: after))
  }
}

extension Words {
  /// That a store is sound, and what it holds.
  fileprivate func sound(_ library: NewsLibrary) throws -> String {
    let muted = try library.store.count(.muted)
    return storeIsSound(library.store.path, articles: try library.store.count(.all) + muted, muted: muted)
  }
}

extension Setup {
  /// Runs `body` on the reader's own store, which must be there, with a display on standard error and a way to stop it.
  fileprivate func caringForStore<T>(
    _ body: (NewsLibrary, SharedDisplay, Cancellation) throws -> T
  ) throws -> T {
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    let library = try openLibrary(at: writeLocation.path, .existing)
    defer { library.closeAndLog() }
    let display = SharedDisplay(words)
    defer { display.bar.end() }
    do {
      return try body(library, display, cancellation)
    } catch StoreError.cancelled {
      throw interruption.status ?? ExitStatus.interrupted
    }
  }
}
