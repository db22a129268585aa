import ArgumentParser
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import Wording

/// `newstape export`
struct ExportCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes articles out as Markdown, JSON Lines, CSV, HTML or RSS, or sources as OPML.",
    discussion: """
      All articles that match go out with their bodies, newest first. Muted ones go out where the query says is:muted, and in \
      JSON Lines without a query, which keep everything: newstape import reads them back without loss. docs/exchange.md says \
      what the others keep. A file is written beside its place and put there when it is whole.

      EXAMPLES:
        newstape export is:starred --output starred.md
        newstape export 降准 since:30d --format csv > cuts.csv
        newstape export --format jsonl | gzip > backup.jsonl.gz
        newstape export --output subscriptions.opml        (what you follow; also --format newsboat)
        newstape export --output mine.opml --with-passwords     (addresses as they are: a file for yourself alone)
      """)

  @OptionGroup var filter: FilterOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, jsonl, csv, html, rss, opml, newsboat
  }

  @Option(help: "The format; left out, what the name of the file says, else markdown.")
  var format: Format?

  @Option(help: ArgumentHelp("The file; left out, standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Lists of sources keep passwords and keys in addresses.")
  var withPasswords = false

  @Flag(help: "Replace the file where it is there already.")
  var force = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    if let format = listFormat { return try exportSources(as: format, setup, &output) }
    let format = try chosenFormat(setup.words)
    var query = try filter.query(setup)
    // A backup keeps what is not to be listed, too.
    if query == .all, format == .jsonl { query = .or([.muted, .not(.muted)]) }
    let title = filter.operands.isEmpty ? "newstape" : QueryArguments.text(filter.operands)
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    try setup.withOwnLibrary { library in
      setup.reportObstacle(of: library)
      let muted = query.looksAtMuted ? 0 : try library.store.count(.allOf([query, .muted]), cancellation: cancellation)
      defer { if muted > 0 { CommandRunner.reportError(setup.words.withoutMuted(muted)) } }
      do {
        guard let path = self.output, path != "-" else {
          _ = try library.export(
            .matching(query), as: format, title: title, zone: setup.sourceZone, cancellation: cancellation
          ) { try output.write(document: $0) }
          return
        }
        var display = ProgressDisplay(words: setup.words)
        let total = try library.store.count(query, cancellation: cancellation)
        let count = try library.export(
          .matching(query), as: format, title: title, zone: setup.sourceZone, toFile: path, replaces: force,
          cancellation: cancellation
        ) { display.showExport($0, of: total) }
        display.end()
        output.writeLine(setup.words.written(count, to: path))
      } catch StoreError.cancelled {
        throw interruption.status ?? ExitStatus.interrupted
      }
    }
  }

  /// The format where sources are asked for, not articles.
  private var listFormat: SubscriptionFormat? {
    if let format { return SubscriptionFormat(rawValue: format.rawValue) }
    return output.flatMap { SubscriptionFormat(fileName: $0) }
  }

  private func exportSources(as format: SubscriptionFormat, _ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      let subscriptions = try library.store.subscriptions()
      let document = format.document(subscriptions, withPasswords: withPasswords)
      if let path = self.output, path != "-" {
        try library.writeFile(path, replaces: force) { try $0.write(document) }
        output.writeLine(setup.words.listedSources(subscriptions.count, to: path))
      } else {
        try output.write(document: document)
      }
      let bare = withPasswords ? 0 : subscriptions.count(where: \.hasSecrets)
      if bare > 0 { CommandRunner.reportError(setup.words.withoutPasswords(bare)) }
    }
  }

  private func chosenFormat(_ words: Words) throws -> ExportFormat {
    if let format = format.flatMap({ ExportFormat(rawValue: $0.rawValue) }) { return format }
    guard let path = output, path != "-" else { return .markdown }
    guard let format = ExportFormat(fileName: path) else { throw CommandFailure(.usage, words.noFormat(path)) }
    return format
  }
}
