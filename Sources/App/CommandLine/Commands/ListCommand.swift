import ArgumentParser
import Foundation
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape list`, which is `newstape search`, too
struct ListCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists or searches headlines, newest first.",
    discussion: """
      Words are looked for in titles and texts; without any, all headlines are listed. Put a query in single quotes \
      where the shell would read its signs itself.

      On a terminal in columns: id, time, marks (● unread, ○ read, ◌ headline only, ★ starred), source, title, tags. \
      Into a pipe as lines of the fields id, time (ISO 8601), source, marks, title, tags, separated by tabs; several \
      marks or tags are separated by commas. With --json one object a line.

      EXAMPLES:
        newstape search 降准 -tag:期货 since:7d
        newstape search '(降准 OR 降息) "New York" is:unread' --count
        newstape search '/净利.{0,6}(翻番|倍增)/' --json | jq -r .title
        newstape list --tag IPO --tag 港股 --since 7d
        newstape list --source 投资时报 --unread --limit 0
      """,
    aliases: ["search"])

  @OptionGroup var filter: FilterOptions

  @Option(
    help: ArgumentHelp(
      "At most so many headlines; 0 lists all. Left out, 50 on a terminal, else all.", valueName: "number"))
  var limit: Int?

  private static let terminalLimit = 50

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Flag(help: "Print only how many articles match, whatever the limit.")
  var count = false

  @Flag(help: "Of the newest 2,000 that match, those first that are most about the words.")
  var relevance = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let limit = limit ?? (output.isTerminal ? Self.terminalLimit : 0)
    guard limit >= 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    let query = try filter.query(setup)
    try setup.withLibraryOrSample { library in
      if query.searchesWords {
        let waiting = try library.store.unindexedCount()
        if waiting > 0 { CommandRunner.reportError(setup.words.searchesUnindexed(waiting)) }
      }
      if count { return try output.writeLine(SafeText(String(try library.store.count(query)))) }
      var table = HeadlineTable(setup: setup, columns: output.columns)
      try forEachPage(of: query, in: library, limit: limit) { headlines in
        if json {
          for headline in headlines {
            try output.writeJSON(HeadlineObject(headline, zone: setup.sourceZone), from: library)
          }
        } else if output.isTerminal {
          try table.write(headlines, to: &output)
        } else {
          for headline in headlines { try output.writeRow(Self.fields(headline, zone: setup.sourceZone)) }
        }
      }
      if try library.store.count(.all) == 0 { CommandRunner.reportError(setup.words.storeIsEmpty) }
    }
  }

  /// Reads page by page, so that memory stays flat and the first lines come at once.
  private func forEachPage(
    of query: Query, in library: NewsLibrary, limit: Int, _ body: ([Headline]) throws -> Void
  ) throws {
    if relevance { return try body(library.store.mostRelevant(to: query, limit: limit == 0 ? .max : limit)) }
    var left = limit == 0 ? Int.max : limit
    var cursor = PageCursor.newest
    while left > 0 {
      let page = try library.store.headlines(matching: query, from: cursor, limit: min(left, 1_000))
      try body(page.headlines)
      left -= page.headlines.count
      guard page.hasMore, let last = page.headlines.last else { return }
      cursor = .olderThan(last.id)
    }
  }

  /// A headline as a row for scripts.
  static func fields(_ headline: Headline, zone: TimeZone) -> [SafeText] {
    var marks: [String] = []
    if !headline.status.isRead { marks.append("unread") }
    if headline.status.isStarred { marks.append("starred") }
    if headline.isStub { marks.append("stub") }
    if headline.status.isMuted { marks.append("muted") }
    return [
      SafeText(headline.key.description), SafeText(headline.published.iso8601(in: zone)),
      SafeText(headline.source ?? ""), SafeText(marks.joined(separator: ",")), SafeText(headline.title),
      SafeText(headline.tags.joined(separator: ",")),
    ]
  }
}

/// `newstape show`
struct ShowCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints an article.",
    discussion: """
      The id of an article is the first column of newstape list; it never changes.

      EXAMPLES:
        newstape show 42
        newstape show 42 --json | jq -r .text
      """)

  @Argument(help: ArgumentHelp("The article's id.", valueName: "id"))
  var id: String

  @Flag(help: "Print a JSON object.")
  var json = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard let key = Int64(id) else { throw CommandFailure(.usage, setup.words.badArticleID(id)) }
    try setup.withLibraryOrSample { library in
      guard let article = try library.store.article(ArticleKey(key)) else {
        throw CommandFailure(.noInput, setup.words.noArticle(id))
      }
      if json {
        try output.writeJSON(ArticleObject(article, zone: setup.sourceZone), from: library)
      } else {
        try ArticleText(setup: setup, columns: output.columns).write(article, to: &output)
      }
    }
  }
}
