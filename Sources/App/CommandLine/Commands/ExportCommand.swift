import ArgumentParser
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import Wording

/// `newstape export`
struct ExportCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export",
      .init(
        "导出新闻：Markdown、JSON Lines、CSV、HTML、RSS、纯文本；导出订阅：OPML。",
        "Writes articles out as Markdown, JSON Lines, CSV, HTML, RSS or text, or feeds as OPML."),
      .init(
        """
        符合条件的新闻连同正文全部导出，新的在前（sort: 可改变顺序）。已屏蔽的只在查询写明 is:muted 时导出；不写查询的 JSON \
        Lines 则保留一切，可由 newstape import 原样读回。其他格式保留什么见 docs/exchange.md。文件写完整后才\
        放到指定位置。

        加 --table 则导出表格，不含正文：每个事件一行，有时间、公司、代码、交易所、事件、方向、金额、币种、幅度、\
        倾向、来源、标题和编号；格式为 csv、tsv、json 或 jsonl。
        """,
        """
        All articles that match go out with their bodies, newest first or as sort: says. Hidden ones go out where the query \
        says is:muted, and in JSON Lines without a query, which keep everything: newstape import reads them \
        back without loss. docs/exchange.md says what the others keep. A file is written beside its place \
        and put there when it is whole.

        With --table a table goes out, without texts: a row for each event with time, company, code, exchange, \
        event, direction, amount, currency, percentage, tone, source, title and id, as csv, tsv, json or jsonl.
        """),
      examples: [
        "newstape export is:starred --output starred.md",
        "newstape export 降准 since:30d --format csv > cuts.csv",
        "newstape export --format jsonl | gzip > backup.jsonl.gz",
        "newstape export is:changed --output changed.jsonl",
        .init(
          "newstape export event:回购 since:30d --table --output buybacks.csv", "事件表格，金额与幅度为数值",
          "a row for each event, with figures as numbers"),
        .init(
          "newstape export --output subscriptions.opml", "订阅列表，也可用 --format newsboat",
          "your feeds; also --format newsboat"),
        .init(
          "newstape export --output mine.opml --with-passwords", "保留网址中的密码，仅供自用",
          "addresses as they are, for yourself alone"),
      ])
  }

  @OptionGroup var filter: FilterOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, jsonl, csv, html, rss, text, tsv, json, opml, newsboat
  }

  @Option(
    help: .text(
      "格式；不写时由文件名决定，否则为 markdown。", "The format; left out, what the name of the file says, else markdown.",
      value: .format))
  var format: Format?

  @Option(help: .text("文件；不写时为标准输出。", "The file; left out, standard output.", value: .file))
  var output: String?

  @Flag(help: .text("导出事件表格，不含正文。", "Write the table of events, without texts."))
  var table = false

  @Flag(help: .text("订阅列表保留网址中的密码和密钥。", "Lists of feeds keep passwords and keys in addresses."))
  var withPasswords = false

  @Flag(help: .text("覆盖已有的文件。", "Replace the file where it is there already."))
  var force = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    switch try product(setup.words) {
    case .table(let format): try exportTable(as: format, setup, &output)
    case .sources(let format): try exportSources(as: format, setup, &output)
    case .articles(let format): try exportArticles(as: format, setup, &output)
    }
  }

  /// What goes out, and in which format.
  private enum Product {
    case table(TableFormat), sources(SubscriptionFormat), articles(ExportFormat)
  }

  private func product(_ words: Words) throws -> Product {
    if table { return .table(try tableFormat(words)) }
    if let format = listFormat { return .sources(format) }
    return .articles(try chosenFormat(words))
  }

  private func exportArticles(as format: ExportFormat, _ setup: Setup, _ output: inout Output) throws {
    var query = try filter.query(setup)
    let isOfEverything = query.withoutOrder == .all
    let title = isOfEverything ? "newstape" : setup.words.title(of: query, in: setup.sourceZone)
    // A backup keeps what is not to be listed, too.
    if isOfEverything, format == .jsonl {
      query = .allOf([.or([.muted, .not(.muted)])] + query.orders.map { .sort($0) })
    }
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    try setup.withOwnLibrary { library in
      setup.reportObstacle(of: library)
      try setup.reportBeyondCalendar(query, in: library.store)
      let muted = query.looksAtMuted ? 0 : try library.store.count(.allOf([query, .muted]), cancellation: cancellation)
      defer { if muted > 0 { CommandRunner.reportError(setup.words.withoutMuted(muted)) } }
      do {
        guard let path = self.output, path != "-" else {
          _ = try library.export(
            .matching(query), as: format, title: title, zone: setup.sourceZone,
            cancellation: cancellation
          ) { try output.write(document: $0) }
          return
        }
        var display = ProgressDisplay(words: setup.words)
        let total = try library.store.count(query, cancellation: cancellation)
        let count = try library.export(
          .matching(query), as: format, title: title, zone: setup.sourceZone, toFile: path,
          replaces: force, cancellation: cancellation
        ) { display.showExport($0, of: total) }
        display.end()
        output.writeLine(setup.words.written(count, to: path))
      } catch StoreError.cancelled {
        throw interruption.status ?? ExitStatus.interrupted
      }
    }
  }

  private func exportTable(as format: TableFormat, _ setup: Setup, _ output: inout Output) throws {
    let query = try filter.query(setup)
    try setup.withLibraryOrSample { library in
      try setup.reportBeyondCalendar(query, in: library.store)
      guard let path = self.output, path != "-" else {
        _ = try library.exportTable(of: query, as: format, zone: setup.sourceZone) { try output.write(document: $0) }
        return
      }
      var display = ProgressDisplay(words: setup.words)
      let total = try library.store.count(query)
      let count = try library.exportTable(
        of: query, as: format, zone: setup.sourceZone, toFile: path, replaces: force
      ) { display.showExport($0, of: total) }
      display.end()
      output.writeLine(setup.words.written(count, to: path))
    }
  }

  /// Left out, what the name of the file says, else CSV.
  private func tableFormat(_ words: Words) throws -> TableFormat {
    let formats = TableFormat.allCases.map(\.rawValue)
    if let format {
      guard let found = TableFormat(rawValue: format.rawValue) else {
        throw CommandFailure(.usage, words.noTableFormat(format.rawValue, formats))
      }
      return found
    }
    guard let path = output, path != "-" else { return .csv }
    guard let format = TableFormat(fileName: path) else { throw CommandFailure(.usage, words.noFormat(path, formats)) }
    return format
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
    if let format {
      guard let found = ExportFormat(rawValue: format.rawValue) else {
        throw CommandFailure(.usage, words.needsTable(format.rawValue))
      }
      return found
    }
    guard let path = output, path != "-" else { return .markdown }
    guard let format = ExportFormat(fileName: path) else { throw CommandFailure(.usage, words.noFormat(path)) }
    return format
  }
}
