import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// What `newstape tags` and `newstape sources` have in common.
struct TermOptions: ParsableArguments {
  @OptionGroup var filter: FilterOptions

  @Option(help: .text("最多列出几行；0 为全部。", "At most so many lines; 0 lists all.", value: .number))
  var limit = 0

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  /// How many lines are wanted at most.
  func checkedLimit(_ setup: Setup) throws -> Int {
    guard limit >= 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    return limit == 0 ? .max : limit
  }

  func run(_ field: TermField, _ setup: Setup, _ output: inout Output) throws {
    let query = try filter.query(setup)
    let limit = try checkedLimit(setup)
    try setup.withLibraryOrSample { library in
      try write(try library.store.terms(field, matching: query, limit: limit), from: library, setup, &output)
    }
  }

  private func write(
    _ terms: [TermCount], from library: NewsLibrary, _ setup: Setup, _ output: inout Output
  ) throws {
    if json {
      for term in terms { try output.writeJSON(TermObject(term), from: library) }
    } else if output.isTerminal {
      try TermTable(setup: setup).write(terms, to: &output)
    } else {
      for term in terms {
        try output.writeRow([SafeText(term.name), SafeText(String(term.count)), SafeText(String(term.unread))])
      }
    }
  }
}

/// `newstape tags`
struct TagsCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "tags",
      .init("列出标签及其条数，多的在前。", "Lists tags with their counts, most frequent first."),
      .init(
        "输出到管道时每行为名称、新闻数、未读数，以制表符分隔。",
        "Into a pipe as lines of name, articles and unread articles, separated by tabs."),
      examples: [
        "newstape tags --limit 20",
        "newstape tags --source 晨报 --since 30d",
      ])
  }

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws { try terms.run(.tag, setup, &output) }
}

/// `newstape stats`
struct StatsCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "stats",
      .init("统计一段时间的新闻。", "Counts articles over a span of time."),
      .init(
        """
        总数、每天的新闻量（一天内则为每小时），以及最多的标签、来源和栏目。时段到现在为止；若最新的新闻更早，\
        则到那一条为止。输出到管道时每行为类别、名称和数量，以制表符分隔。
        """,
        """
        Totals, articles a day (an hour for a single day), and the most frequent tags, sources and labels. \
        The span ends now, or with the newest article where that is older. Into a pipe as lines of kind, \
        name and counts, separated by tabs.
        """),
      examples: [
        "newstape stats",
        "newstape stats --span week --tag IPO",
        "newstape stats --span everything --json | jq .total.articles",
      ])
  }

  @OptionGroup var filter: FilterOptions

  @Option(
    help: .text(
      "day 24小时，week 7天，month 30天，quarter 90天，year 1年，everything 全部。",
      "day (24 h), week (7 days), month (30), quarter (90), year or everything.", value: .span))
  var span = StatisticsSpan.month.rawValue

  @Option(help: .text("标签、来源、栏目最多各列几个。", "At most so many tags, sources and labels.", value: .number))
  var limit = 10

  @Flag(help: .text("输出一个 JSON 对象。", "Print a JSON object."))
  var json = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard let span = StatisticsSpan(rawValue: span) else {
      throw CommandFailure(.usage, setup.words.badSpan(span))
    }
    guard limit >= 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    let query = try filter.query(setup)
    try setup.withLibraryOrSample { library in
      let statistics = try library.store.statistics(query, over: span, in: setup.displayZone, termLimit: limit)
      try write(statistics, over: span, from: library, setup, &output)
    }
  }

  private func write(
    _ statistics: Statistics, over span: StatisticsSpan, from library: NewsLibrary, _ setup: Setup,
    _ output: inout Output
  ) throws {
    if json {
      try output.writeJSON(StatisticsObject(statistics, span: span, zone: setup.displayZone), from: library)
    } else if output.isTerminal {
      try StatisticsText(setup: setup).write(statistics, to: &output)
    } else {
      try writeRows(statistics, setup, &output)
    }
  }

  private func writeRows(_ statistics: Statistics, _ setup: Setup, _ output: inout Output) throws {
    func row(_ kind: String, _ name: String, _ counts: Int...) throws {
      try output.writeRow([SafeText(kind), SafeText(name)] + counts.map { SafeText(String($0)) })
    }
    let total = statistics.overall
    try row("total", "articles", total.articles)
    try row("total", "unread", total.unread)
    try row("total", "starred", total.starred)
    try row("total", "stubs", total.stubs)
    try row("range", "articles", statistics.inRange.articles, statistics.previousCount)
    for bucket in statistics.volume {
      try row("volume", bucket.start.iso8601(in: setup.displayZone), bucket.count, bucket.unread)
    }
    for term in statistics.tags { try row("tag", term.name, term.count, term.unread) }
    for term in statistics.sources { try row("source", term.name, term.count, term.unread) }
    for term in statistics.labels { try row("label", term.name, term.count, term.unread) }
  }
}
