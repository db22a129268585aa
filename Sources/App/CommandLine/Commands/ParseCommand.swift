import ArgumentParser
import FeedParsing
import Foundation
import JSON
import NewsLibrary
import NewsModel
import NewsParsing
import TextBasics
import Wording

/// `newstape parse`
struct ParseCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "parse",
      .init("显示从文件中读出的内容，不保存。", "Shows what newstape reads in a file; nothing is saved."),
      .init(
        """
        每条新闻输出一个 JSON 对象，各占一行：栏目、标题、来源、作者、时间、摘要、正文、段落、标签、前后篇、\
        相关新闻、剔除的行；网页另有网址和链接。订阅源（RSS、Atom、JSON Feed）是一个对象，含其条目。没有的\
        为 null。在终端上，若未加 --json 或 --as page，则输出为文字。
        """,
        """
        Prints one JSON object for each article, on a line of its own: the page's label, title, source, \
        byline, time, summary, text, blocks, tags, neighbours and related news, the lines that were left \
        out, and of a web page its address and links. A feed (RSS, Atom, JSON Feed) is one object with its \
        items. What is missing is null. On a terminal, and without --json or --as page, an article is \
        printed as text.
        """),
      examples: [
        "newstape parse --as page saved-page.txt",
        "newstape parse --as page --url https://example.org/1.html 1.html",
        "newstape parse --as feed --url https://example.org/feed.xml feed.xml | jq -r '.items[].title'",
        "newstape parse --json news.jsonl.gz | jq -r .title",
        "curl -s https://example.org/page.txt | newstape parse -",
      ])
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case auto
    case page
    case feed
  }

  @Argument(help: .text("文件；- 为标准输入。", "Files; - is standard input.", value: .file))
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: .text(
      "文件是什么：page 网页，feed 订阅源，auto 自动识别。", "What the files are: page, feed, or auto to find it out.", value: .form))
  var format = Format.auto

  @Option(
    help: .text(
      "输入来自的网址，用于补全其中的相对链接。", "Where the input is from: its relative addresses are resolved.", value: .address))
  var url: String?

  @Option(
    help: .text(
      "随之而来的 HTTP 头，可含字符集。", "The HTTP header with which it came; it may name a character set.", value: .header))
  var contentType: String?

  @Flag(help: .text("在终端上也输出 JSON。", "Print JSON on a terminal, too."))
  var json = false

  @OptionGroup(title: HelpSection.records) var records: RecordOptions

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    var (reading, map) = try records.reading(setup)
    (reading.address, reading.contentType) = (url, contentType)
    var notes = ImportNotes()
    var failures: [any Error] = []
    var status: ExitStatus?
    for file in files {
      var problems: [ImportProblem] = []
      var further = 0
      if format == .feed || format == .auto && FeedFile.isFeed(file) {
        if let problem = try printFeed(file, setup, &output) { problems.append(problem) }
      } else {
        let found = PageReading.parse(
          file, as: format == .page ? .pageDump : nil, reading: reading,
          item: { item in
            do { try write(item, of: file, setup, &output) } catch { failures.append(error) }
          },
          problem: { if problems.count < ImportReport.keptProblems { problems.append($0) } else { further += 1 } })
        notes.add(found)
      }
      if let failure = failures.first { throw failure }
      guard !problems.isEmpty else { continue }
      // In the order of the inputs, as far as two streams have one.
      try output.flush()
      for problem in problems { CommandRunner.reportError(setup.words.refused(problem)) }
      if further > 0 { CommandRunner.reportError(setup.words.moreRefused(further)) }
      status = status == .noInput ? status : Self.status(of: problems)
    }
    try output.flush()
    for line in setup.words.notes(notes, named: map) { CommandRunner.reportError(line) }
    if let status { throw status }
  }

  /// Prints a feed as it is read; gives what was wrong where it is none.
  private func printFeed(_ file: String, _ setup: Setup, _ output: inout Output) throws -> ImportProblem? {
    let context = FeedContext(address: url, contentType: contentType, zone: setup.sourceZone)
    var printer = FeedPrinter(zone: setup.sourceZone)
    var failure: (any Error)?
    let result = FeedFile.read(file, context: context) { item, feed in
      guard failure == nil else { return }
      do { try printer.add(item, of: feed, to: &output) } catch { failure = error }
    }
    if let failure { throw failure }
    switch result {
    case .failure(let problem): return problem
    case .success(let feed):
      try printer.end(feed, to: &output)
      return nil
    }
  }

  private static func status(of problems: [ImportProblem]) -> ExitStatus {
    problems.contains { $0.reason == .notFound } ? .noInput : .badData
  }

  private func write(_ item: Item, of file: String, _ setup: Setup, _ output: inout Output) throws {
    if json || format == .page || !output.isTerminal {
      try output.writeJSON(PageObject(item, zone: setup.sourceZone))
    } else {
      try ArticleText(setup: setup, columns: output.columns).write(Article(preview: item), to: &output)
      try output.writeLine()
      for line in item.removed { output.writeLine(setup.words.leftOut(RemovedLine(text: line, path: file))) }
    }
  }
}

extension Article {
  /// An item as the article that it would become.
  fileprivate init(preview item: Item) {
    self.init(
      headline: Headline(
        id: ArticleID(0), key: ArticleKey(0), label: item.label, title: item.title, source: item.source,
        published: item.published ?? .now, isDateEstimated: item.isDateEstimated || item.published == nil,
        tags: item.tags),
      details: item.details, blocks: item.blocks, related: item.related.map { RelatedArticle(item: $0) })
  }
}

/// Prints a feed as one JSON object while it is read: with the memory of one item.
///
/// Title and link come first. Where a feed names them only behind its first items, these wait.
struct FeedPrinter {
  private let zone: TimeZone
  /// Items that wait for the title.
  private var waiting: [UInt8] = []
  private var isBegun = false
  private var isEmpty = true

  init(zone: TimeZone) { self.zone = zone }

  mutating func add(_ item: FeedItem, of feed: ParsedFeed, to output: inout Output) throws {
    if !isBegun, feed.title != nil, feed.link != nil { try begin(feed, &output) }
    if !isEmpty { waiting.append(UInt8(ascii: ",")) }
    isEmpty = false
    try JSONLine.append(FeedItemObject(item, zone: zone), to: &waiting)
    if isBegun { try output.writeJSON(piece: &waiting) }
  }

  mutating func end(_ feed: ParsedFeed, to output: inout Output) throws {
    if !isBegun { try begin(feed, &output) }
    waiting += "]}".utf8
    try output.writeJSON(piece: &waiting)
    try output.writeLine()
  }

  private mutating func begin(_ feed: ParsedFeed, _ output: inout Output) throws {
    isBegun = true
    var start: [UInt8] = []
    try JSONLine.append(FeedObject(feed), to: &start)
    // The object stays open for its items.
    start.removeLast()
    start += ",\"items\":[".utf8
    try output.writeJSON(piece: &start)
    try output.writeJSON(piece: &waiting)
  }
}
