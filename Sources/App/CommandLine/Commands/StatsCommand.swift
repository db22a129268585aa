import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape stats`
struct StatsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts articles over a span of time.",
    discussion: """
      Totals, articles a day (an hour for a single day), and the most frequent tags, sources and labels. The span ends \
      now, or with the newest article where that is older. Into a pipe as lines of kind, name and counts, separated by \
      tabs.

      EXAMPLES:
        newstape stats
        newstape stats --span week --tag IPO
        newstape stats --span everything --json | jq .total.articles
      """)

  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("day, week, month, quarter, year or everything.", valueName: "span"))
  var span = StatisticsSpan.month.rawValue

  @Option(help: ArgumentHelp("At most so many tags, sources and labels.", valueName: "number"))
  var limit = 10

  @Flag(help: "Print a JSON object.")
  var json = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

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
