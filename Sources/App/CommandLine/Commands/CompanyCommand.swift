import ArgumentParser
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import TextAnalysis
import TextBasics
import Wording

/// `newstape company`
struct CompanyCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "company",
      .init("显示一家公司的新闻、事件、倾向和同时提到的公司。", "Shows a company's news, events, tone and the companies named with it."),
      .init(
        """
        公司写代码（600519、00700.HK、AAPL）、名称或拼音首字母（gzmt）。有几家都符合时列出它们，不做选择。

        依次为：名称与各地代码、新闻数、事件（日期、金额或百分比、倾向）、每周新闻量、同时提到的公司、来源、最新的新闻。\
        事件取自最新的500条新闻。输出到管道时每行以类别开头，以制表符分隔；加 --json 输出一个对象。
        """,
        """
        A company is a code (600519, 00700.HK, AAPL), a name, or the initials of its pinyin (gzmt). Where several \
        companies fit, they are listed and none is chosen.

        In this order: names and codes, counts, events (day, amount or percentage, tone), articles by week, the \
        companies named with it, sources, and the newest articles. Events are those of the newest 500 articles. Into \
        a pipe each line begins with its kind, and fields are separated by tabs; --json prints one object.
        """),
      examples: [
        "newstape company 600519",
        "newstape company 贵州茅台 --span everything --limit 50",
        "newstape company 600519 --as-of 2026-11-20T10:00",
        "newstape company gzmt --json | jq '.events[] | [.published, .kind, .amount]'",
      ])
  }

  @Argument(
    help: .text("代码、名称或拼音首字母。", "A code, a name, or its initials.", value: .name))
  var company: [String]

  @Option(
    help: .text(
      "统计的时段：day 24小时，week 7天，month 30天，quarter 90天，year 1年，everything 全部。",
      "What is counted: day (24 h), week (7 days), month (30), quarter (90), year or everything.", value: .span))
  var span = StatisticsSpan.year.rawValue

  @Option(
    help: .text(
      "按某一时点：当时已收到的新闻，用当时的文字。", "As it was known at a moment: what had arrived, in the words of then.",
      value: .time))
  var asOf: String?

  @Option(help: .text("每一部分最多列几行；0 为全部。", "At most so many lines of each part; 0 lists all.", value: .number))
  var limit = 20

  @Flag(help: .text("输出一个 JSON 对象。", "Print a JSON object."))
  var json = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let (span, limit) = (try setup.span(span), try setup.limit(limit))
    let moment = try asOf.flatMap { try setup.query("as-of:\"\($0)\"").asOf }
    let profile = try profile(setup.words)
    try setup.withLibraryOrSample { library in
      if let note = try setup.noteOfUnanalysed(in: library.store) { CommandRunner.reportError(note) }
      let report = try CompanyReport(
        of: profile, asOf: moment, over: span, limit: limit, library.store, setup.displayZone)
      if json {
        try output.writeJSON(CompanyObject(report, setup), from: library)
      } else if output.isTerminal {
        try CompanyText(setup: setup).write(report, to: &output)
      } else {
        try report.writeRows(setup, to: &output)
      }
    }
  }

  /// The one company that is meant.
  private func profile(_ words: Words) throws -> CompanyTable.Entry {
    let name = company.joined(separator: " ")
    let table = TextAnalyser.current.companies
    let found = table.entries(meant: name)
    if let only = found.first, found.count == 1 { return only }
    let offered = found.isEmpty ? table.entries(typed: name, limit: 5) : found
    let details = offered.map { SafeText("  " + ($0.listings.map(\.name) + [$0.name]).joined(separator: "  ")) }
    let message =
      found.isEmpty ? words.noCompany(name, hasOthers: !details.isEmpty) : words.severalCompanies(name, found.count)
    throw CommandFailure(.usage, message, details: details)
  }
}

/// What `newstape company` tells.
private struct CompanyReport {
  /// Events are those of so many articles, the newest.
  private static let articlesOfEvents = 500

  let profile: CompanyTable.Entry
  let span: StatisticsSpan
  let counts: CompanyCounts
  /// How many articles nobody has read for facets yet.
  let waiting: Int
  /// Newest first, as everything that has a time.
  let headlines: [Headline]
  let events: [CompanyEvent]
  /// Those that have news.
  let weeks: [CompanyWeek]
  let companions: [TermCount]
  let sources: [TermCount]

  init(
    of profile: CompanyTable.Entry, asOf moment: Timestamp?, over span: StatisticsSpan, limit: Int, _ store: NewsStore,
    _ zone: TimeZone
  ) throws {
    self.profile = profile
    self.span = span
    counts = try store.companyCounts(
      of: profile.code, asOf: moment, over: span, in: zone, termLimit: limit)
    waiting = try store.unanalysedCount()
    let newest = try store.headlines(
      matching: Query.term(.company, profile.code).known(at: moment), from: .start,
      limit: min(max(Self.articlesOfEvents, limit), Int.max - 1))
    headlines = Array(newest.headlines.prefix(limit))
    events = Array(newest.headlines.prefix(Self.articlesOfEvents).companyEvents(in: zone).prefix(limit))
    weeks = Array(counts.weeks(in: zone).reversed().filter { $0.count > 0 }.prefix(limit))
    companions = Array(counts.companions(of: profile.code).prefix(limit))
    sources = Array((counts.statistics.terms[.source] ?? []).prefix(limit))
  }

  var isEmpty: Bool { counts.statistics.overall.articles == 0 }

  /// For scripts: each line begins with what it tells.
  func writeRows(_ setup: Setup, to output: inout Output) throws {
    let (words, zone) = (setup.words, setup.displayZone)
    func row(_ fields: String...) throws { try output.writeRow(fields.map { SafeText($0) }) }
    try row("company", profile.code, profile.name)
    for listing in profile.listings { try row("listing", listing.name, listing.exchange.rawValue) }
    for name in profile.otherNames { try row("name", name) }
    try row("total", "articles", String(counts.statistics.overall.articles))
    try row("total", "unread", String(counts.statistics.overall.unread))
    try row("range", "articles", String(counts.statistics.inRange.articles))
    for tone in Tone.allCases { try row("range", tone.rawValue, String(counts.count(of: tone))) }
    if waiting > 0 { try row("total", "waiting", String(waiting)) }
    for event in events {
      try row(
        "event", event.headline.published.iso8601(in: zone), event.name, words.figures(of: event.event),
        event.tone?.rawValue ?? "", String(event.articles), event.headline.key.description, event.headline.title)
    }
    for week in weeks {
      try row(
        "week", CivilTime(week.range.lowerBound, in: zone).isoDate, String(week.count),
        String(week.tones.positive), String(week.tones.negative))
    }
    for term in companions { try row("with", words.name(of: term, .company), String(term.count)) }
    for term in sources { try row("source", term.name, String(term.count)) }
    for headline in headlines {
      try output.writeRow(["article"] + ListCommand.fields(headline, zone: setup.sourceZone))
    }
  }
}

/// The report as text, for a terminal.
private struct CompanyText {
  let setup: Setup
  private static let barColumns = 24

  private var words: Words { setup.words }

  func write(_ report: CompanyReport, to output: inout Output) throws {
    try writeHead(report, to: &output)
    guard !report.isEmpty else { return }
    try section(words.name(of: TermField.event), report.events.map(fields), to: &output)
    try writeWeeks(report.weeks, to: &output)
    try section(words.companions, report.companions, of: .company, to: &output)
    try section(words.sources, report.sources, of: .source, to: &output)
    output.writeLine("")
    output.writeLine(words.news)
    var table = HeadlineTable(setup: setup, columns: output.columns)
    try table.write(report.headlines, to: &output)
  }

  private func writeHead(_ report: CompanyReport, to output: inout Output) throws {
    let (profile, statistics) = (report.profile, report.counts.statistics)
    let codes = profile.listings.map {
      [$0.name, words.name(of: $0.exchange)].compactMap(\.self).joined(separator: " ")
    }
    output.writeLine(([profile.name] + codes).joined(separator: "  "))
    if !profile.otherNames.isEmpty {
      for line in setup.widths.wrap(SafeText(words.alsoCalled(profile.otherNames)), columns: output.columns) {
        try output.writeLine(line)
      }
    }
    if report.isEmpty {
      output.writeLine(words.noNewsOfCompany(profile.name))
    } else {
      output.writeLine(words.newsOfCompany(statistics.overall.articles, unread: statistics.overall.unread))
      let tones = Tone.allCases.map { words.articles(of: $0, report.counts.count(of: $0)) }
      let range = words.labelled(words.last(words.name(of: report.span)), words.total(statistics.inRange.articles))
      output.writeLine(([range] + tones).joined(separator: "  "))
    }
    if report.waiting > 0 { output.writeLine(words.mayComeWithAnalysis(report.waiting)) }
  }

  private func fields(of event: CompanyEvent) -> [String] {
    let sign = event.tone.map { $0 == .positive ? "+" : "-" } ?? ""
    let count = event.articles > 1 ? " ×\(event.articles)" : ""
    return [
      CivilTime(event.headline.published, in: setup.displayZone).isoDate, words.name(of: event.event),
      words.figures(of: event.event), sign, event.headline.title + count,
    ]
  }

  private func section(_ title: String, _ rows: [[String]], to output: inout Output) throws {
    guard !rows.isEmpty else { return }
    output.writeLine("")
    output.writeLine(title)
    try NamedTable(setup: setup).write(rows, to: &output)
  }

  private func section(
    _ title: String, _ terms: [TermCount], of field: TermField, to output: inout Output
  ) throws {
    guard !terms.isEmpty else { return }
    output.writeLine("")
    output.writeLine(title)
    let shown = terms.map { TermCount(name: words.name(of: $0, field), count: $0.count, unread: $0.unread) }
    try TermTable(setup: setup).write(shown, to: &output)
  }

  private func writeWeeks(_ weeks: [CompanyWeek], to output: inout Output) throws {
    let largest = weeks.map(\.count).max() ?? 0
    let rows = weeks.map { week in
      let tones = [("+", week.tones.positive), ("-", week.tones.negative)].map { sign, count in
        count > 0 ? sign + words.number(count) : ""
      }
      let bar = BarText.bar(week.count, of: largest, columns: Self.barColumns, isASCII: setup.isASCII)
      return [CivilTime(week.range.lowerBound, in: setup.displayZone).isoDate, words.number(week.count)] + tones + [bar]
    }
    try section(words.weeksOfCompany, rows, to: &output)
  }
}

/// What `newstape company --json` prints.
private struct CompanyObject: Encodable {
  struct ListingObject: Encodable {
    let code: String
    let exchange: String
  }

  struct Event: Encodable {
    let published: String
    let tone: String?
    /// How many articles of the day report it.
    let articles: Int
    /// The newest of them.
    let id: Int64
    let title: String
    let event: EventObject

    private enum Key: CodingKey { case published, tone, articles, id, title }

    func encode(to encoder: any Encoder) throws {
      try event.encode(to: encoder)
      var object = encoder.container(keyedBy: Key.self)
      try object.encode(published, forKey: .published)
      try object.encodeIfPresent(tone, forKey: .tone)
      try object.encode(articles, forKey: .articles)
      try object.encode(id, forKey: .id)
      try object.encode(title, forKey: .title)
    }
  }

  struct Week: Encodable {
    let start: String
    let articles: Int
    let positive: Int
    let negative: Int
  }

  struct Term: Encodable {
    let name: String
    let code: String?
    let articles: Int
    let unread: Int
  }

  let name: String
  /// As queries name it.
  let code: String
  let listings: [ListingObject]
  let otherNames: [String]
  let span: StatisticsSpan
  /// The range that is counted: from its start up to, not including, its end.
  let from: String
  let to: String
  /// Of all time.
  let total: Totals
  let range: Totals
  let positive: Int
  let negative: Int
  /// Articles that nobody has read for companies yet.
  let waiting: Int
  let events: [Event]
  let weeks: [Week]
  let companies: [Term]
  let sources: [Term]
  let news: [HeadlineObject]

  init(_ report: CompanyReport, _ setup: Setup) {
    let (zone, statistics) = (setup.displayZone, report.counts.statistics)
    name = report.profile.name
    code = report.profile.code
    listings = report.profile.listings.map { ListingObject(code: $0.name, exchange: $0.exchange.rawValue) }
    otherNames = report.profile.otherNames
    span = report.span
    from = statistics.request.range.lowerBound.iso8601(in: zone)
    to = statistics.request.range.upperBound.iso8601(in: zone)
    total = statistics.overall
    range = statistics.inRange
    positive = report.counts.count(of: .positive)
    negative = report.counts.count(of: .negative)
    waiting = report.waiting
    events = report.events.map { event in
      Event(
        published: event.headline.published.iso8601(in: zone), tone: event.tone?.rawValue, articles: event.articles,
        id: event.headline.key.rawValue, title: event.headline.title, event: EventObject(event.event))
    }
    weeks = report.weeks.map { week in
      Week(
        start: CivilTime(week.range.lowerBound, in: zone).isoDate, articles: week.count,
        positive: week.tones.positive, negative: week.tones.negative)
    }
    companies = report.companions.map { term in
      Term(
        name: term.title ?? term.name, code: term.name, articles: term.count,
        unread: term.unread)
    }
    sources = report.sources.map { Term(name: $0.name, code: nil, articles: $0.count, unread: $0.unread) }
    news = report.headlines.map { HeadlineObject($0, zone: setup.sourceZone) }
  }
}
