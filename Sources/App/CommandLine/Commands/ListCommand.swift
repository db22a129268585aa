import ArgumentParser
import Foundation
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape list`, which is `newstape search`, too
struct ListCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      .init("列出或搜索新闻标题，新的在前。", "Lists or searches headlines, newest first."),
      .init(
        """
        在标题和正文中查找；不写查询即列出全部。查询中有 shell 会解释的符号时，请用单引号括起来。\
        查询中的 sort:arrived、sort:oldest、sort:relevance 改变顺序。

        在终端上分列显示：编号、时间、标记（● 未读，○ 已读，◌ 仅标题，★ 星标）、来源、标题、标签。输出到管道\
        时每行为编号、时间（ISO 8601）、来源、标记、标题、标签、公司、事件、倾向、收到时间，以制表符分隔；一栏有多个时以逗号分隔。\
        加 --json 则每行一个对象。
        """,
        """
        Words are looked for in titles and texts; without any, all headlines are listed. Put a query in \
        single quotes where the shell would read its signs itself. sort:arrived, sort:oldest and \
        sort:relevance in it list in another order.

        On a terminal in columns: id, time, marks (● unread, ○ read, ◌ headline only, ★ starred), source, \
        title, tags. Into a pipe as lines of the fields id, time (ISO 8601), source, marks, title, tags, \
        companies, events, tone, time of arrival, separated by tabs; several in one field are separated by \
        commas. With --json one object a line.
        """),
      examples: [
        "newstape search 降准 -tag:期货 since:7d",
        "newstape search '(降准 OR 降息) \"New York\" is:unread' --count",
        "newstape search '/净利.{0,6}(翻番|倍增)/' --json | jq -r .title",
        "newstape list --tag IPO --tag 港股 --since 7d",
        "newstape list --source 晨报 --unread --limit 0",
      ],
      aliases: ["search"])
  }

  @OptionGroup var filter: FilterOptions

  @Option(
    help: .text(
      "最多列出几条；0 为全部。不写时，终端上为 50，否则为全部。",
      "At most so many headlines; 0 lists all. Left out, 50 on a terminal, else all.", value: .number))
  var limit: Int?

  private static let terminalLimit = 50

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  @Flag(help: .text("只输出符合条件的条数，不受 --limit 限制。", "Print only how many articles match, whatever the limit."))
  var count = false

  @Flag(
    help: .text("按相关度排序，同 sort:relevance。", "Those first that are most about the words: the same as sort:relevance."))
  var relevance = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let limit = try setup.limit(limit ?? (output.isTerminal ? Self.terminalLimit : 0))
    let query = try self.query(setup)
    try setup.withLibraryOrSample { library in
      if query.searchesWords {
        let waiting = try library.store.unindexedCount()
        if waiting > 0 { CommandRunner.reportError(setup.words.searchesUnindexed(waiting)) }
      }
      try setup.reportBeyondCalendar(query, in: library.store)
      if count { return try output.writeLine(SafeText(String(try library.store.count(query)))) }
      var table = HeadlineTable(setup: setup, columns: output.columns)
      try library.store.forEachPage(of: query, limit: limit) { headlines in
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

  private func query(_ setup: Setup) throws -> Query {
    let query = try filter.query(setup)
    guard relevance else { return query }
    if query.orders.contains(where: { $0 != .relevance }) {
      throw CommandFailure(.usage, setup.words.mistake(.contradictingOrder))
    }
    guard !query.soughtTexts.isEmpty else { throw CommandFailure(.usage, setup.words.mistake(.nothingToRank)) }
    return query.sorted(by: .relevance)
  }

  /// A headline as a row for scripts.
  static func fields(_ headline: Headline, zone: TimeZone) -> [SafeText] {
    var marks: [String] = []
    if !headline.status.isRead { marks.append("unread") }
    if headline.status.isStarred { marks.append("starred") }
    if headline.isStub { marks.append("stub") }
    if headline.status.isMuted { marks.append("muted") }
    if headline.change != .none { marks.append("changed") }
    if headline.withdrawn != nil { marks.append("withdrawn") }
    return [
      SafeText(headline.key.description), SafeText(headline.published.iso8601(in: zone)),
      SafeText(headline.source ?? ""), SafeText(marks.joined(separator: ",")), SafeText(headline.title),
      SafeText(headline.tags.joined(separator: ",")), SafeText(headline.facets.companies.joined(separator: ",")),
      SafeText(headline.facets.events.map { $0.detail ?? $0.kind.rawValue }.joined(separator: ",")),
      SafeText(headline.facets.tone?.rawValue ?? ""), SafeText(headline.arrived?.iso8601(in: zone) ?? ""),
    ]
  }
}

/// `newstape show`
struct ShowCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      .init("显示一条新闻的全文。", "Prints an article."),
      .init(
        "编号是 newstape list 的第一列，不会改变。",
        "The id of an article is the first column of newstape list; it never changes."),
      examples: [
        "newstape show 42",
        "newstape show 42 --json | jq -r .text",
        "newstape show 42 --history",
      ])
  }

  @Argument(help: .text("新闻的编号。", "The article's id.", value: .id))
  var id: String

  @Flag(help: .text("输出一个 JSON 对象。", "Print a JSON object."))
  var json = false

  @Flag(
    help: .text(
      "输出修改记录：来源改了哪些句子，意思是否变了。与 --json 一起用时每版一行，先旧后新，arrived 和 replaced 为其起止。",
      "Print what its sources changed, sentence by sentence, and whether the sense changed. With --json a line for each version, the oldest first; arrived and replaced say since when and until when it stood."
    ))
  var history = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard let key = Int64(id) else { throw CommandFailure(.usage, setup.words.badArticleID(id)) }
    try setup.withLibraryOrSample { library in
      guard let article = try library.store.article(ArticleKey(key)) else {
        throw CommandFailure(.noInput, setup.words.noArticle(id))
      }
      if history {
        let versions = try library.store.history(of: ArticleKey(key))
        guard json else { return try HistoryText(setup: setup).write(versions, to: &output) }
        for version in versions {
          try output.writeJSON(VersionObject(version, zone: setup.sourceZone), from: library)
        }
      } else if json {
        try output.writeJSON(ArticleObject(article, zone: setup.sourceZone), from: library)
      } else {
        try ArticleText(setup: setup, columns: output.columns).write(article, to: &output)
      }
    }
  }
}
