import ArgumentParser
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import TextAnalysis
import TextBasics
import Wording

/// `newstape stats`
struct StatsCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "stats",
      .init("统计一段时间的新闻。", "Counts articles over a span of time."),
      .init(
        """
        总数、每天的新闻量（一天内则为每小时），以及最多的标签、来源和栏目。查询写明 since 或 until 时统计这段时间；\
        否则时段到现在为止，若最新的新闻更早，则到那一条为止。输出到管道时每行为类别、名称和数量，以制表符分隔。
        """,
        """
        Totals, articles a day (an hour for a single day), and the most frequent tags, sources and labels. \
        A query that says since or until is counted over that time. Else the span ends now, or with the newest article where that is older. Into a pipe as lines of kind, \
        name and counts, separated by tabs.
        """),
      examples: [
        "newstape stats",
        "newstape stats --span week --tag IPO",
        "newstape stats --span everything --json | jq .total.articles",
        "newstape stats --by company --span month",
        "newstape stats --since 2019 --until 2021 --bucket month",
        "newstape stats --by session --and event --span quarter",
        "newstape stats --by company --and event --csv > table.csv",
        .init(
          "newstape stats --by event --span quarter --svg > events.svg", "一幅图，也可嵌入网页", "a picture for a page"),
      ])
  }

  @OptionGroup var filter: FilterOptions

  @Option(
    help: .text(
      "day 24小时，week 7天，month 30天，quarter 90天，year 1年，everything 全部；不写时为查询写明的时间，否则 30天。",
      "day (24 h), week (7 days), month (30), quarter (90), year or everything. Left out, the time that the query says, else 30 days.",
      value: .span))
  var span: String?

  @Option(
    help: .text(
      "新闻量按 hour 时、day 日、month 月或 year 年；不写时为日，两天以内为时。",
      "Volume by hour, day, month or year. Left out, by day, or by hour within two days.", value: .bucket))
  var bucket: StatisticsBucket?

  @Option(
    help: .text(
      "标签、来源、栏目最多各列几个，--by 最多列几行；0 为全部。",
      "At most so many tags, sources and labels, or rows of --by; 0 lists all.", value: .number))
  var limit = 10

  @Option(
    help: .text(
      "只按此字段统计：tag、source、label、company、event、topic、tone、keyword、session、hour、weekday。",
      "Counts by this alone: tag, source, label, company, event, topic, tone, keyword, session, hour or weekday.",
      value: .field)
  )
  var by: Grouping?

  @Option(
    help: .text(
      "与 --by 交叉列表的字段或 session。", "The field, or session, across which the values of --by are counted.", value: .field))
  var and: Grouping?

  @Flag(help: .text("输出 CSV，供电子表格使用。", "Print CSV, for a spreadsheet."))
  var csv = false

  @Flag(
    help: .text(
      "输出一幅 SVG 图：新闻量为折线，--by 为条形，加 --and 为热力图。",
      "Print a picture (SVG): a line of the volume, bars with --by, a heat map with --and."))
  var svg = false

  @Flag(help: .text("输出 JSON：一个对象；用 --by 时每行一个。", "Print JSON: an object, or with --by one a line."))
  var json = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let (named, rows) = (try span.map { try setup.span($0) }, try setup.limit(limit))
    if csv, by == nil { throw CommandFailure(.usage, setup.words.needsGrouping("--csv")) }
    if and != nil, by?.axis(setup) == nil || and?.axis(setup) == nil {
      throw CommandFailure(.usage, setup.words.needsGrouping("--and"))
    }
    if let by, by.name == and?.name { throw CommandFailure(.usage, setup.words.countsAcrossItself) }
    let forms = [("--csv", csv), ("--json", json), ("--svg", svg)].filter(\.1).map(\.0)
    if forms.count > 1 { throw CommandFailure(.usage, setup.words.onlyOneForm(forms)) }
    let query = try filter.query(setup)
    let isTimed = query.beginning != nil || query.end != nil
    let span = named ?? (isTimed ? nil : .month)
    try setup.withLibraryOrSample { library in
      try setup.reportBeyondCalendar(query, in: library.store)
      if let by {
        if by.countsFacets || and?.countsFacets == true,
          let note = try setup.noteOfUnanalysed(in: library.store)
        {
          CommandRunner.reportError(note)
        }
        let table = try StatisticsTable(query, by: by, and: and, over: span, limit: rows, library.store, setup)
        if table.isCut { CommandRunner.reportError(setup.words.countsCut) }
        if svg {
          let counted = try library.store.statistics(query, over: span, in: setup.displayZone, fields: [])
          let chart = table.chart(named: setup.words.title(by, across: and), counted, setup)
          return try output.write(document: chart.document())
        }
        return try table.write(asCSV: csv, asJSON: json, from: library, setup, &output)
      }
      let statistics = try library.store.statistics(
        query, over: span, in: setup.displayZone, bucket: bucket, termLimit: rows, tags: TextAnalyser.tagNames)
      try write(statistics, over: span, from: library, setup, &output)
    }
  }

  private func write(
    _ statistics: Statistics, over span: StatisticsSpan?, from library: NewsLibrary, _ setup: Setup,
    _ output: inout Output
  ) throws {
    if svg {
      try output.write(document: ChartSVG(volumeOf: statistics, setup).document())
    } else if json {
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

/// By what `newstape stats --by` counts.
enum Grouping: ExpressibleByArgument, CaseIterable {
  case field(TermField)
  case session
  case hour
  case weekday

  static let allCases = TermField.allCases.map(Grouping.field) + [.session, .hour, .weekday]

  var name: String {
    switch self {
    case .field(let field): field.rawValue
    case .session: "session"
    case .hour: "hour"
    case .weekday: "weekday"
    }
  }

  /// Whether it counts by what is read from the words of articles.
  var countsFacets: Bool {
    if case .field(let field) = self { TermField.facets.contains(field) } else { false }
  }

  /// What can stand across another in a table.
  func axis(_ setup: Setup) -> StatisticsAxis? {
    switch self {
    case .field(let field): .field(field)
    case .session: .session(setup.settings.exchange)
    case .hour, .weekday: nil
    }
  }

  init?(argument: String) {
    guard let found = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = found
  }

  static var allValueStrings: [String] { allCases.map(\.name) }
}

extension StatisticsBucket: ExpressibleByArgument {}

/// Counts by one field, or by two across each other, as rows.
private struct StatisticsTable {
  private let head: [String]
  private let rows: [(name: String, counts: [Int])]
  /// Of rows by one field, for bars.
  private let terms: [TermCount]?
  /// Whether more was found than was asked for.
  let isCut: Bool

  init(
    _ query: Query, by grouping: Grouping, and other: Grouping?, over span: StatisticsSpan?, limit: Int,
    _ store: NewsStore, _ setup: Setup
  ) throws {
    let zone = setup.displayZone
    if let other, let rows = grouping.axis(setup), let columns = other.axis(setup) {
      self.init(
        try store.crossTable(
          rows, columns, matching: query, over: span, in: zone, limit: limit, tags: TextAnalyser.tagNames), grouping,
        other, setup.words)
      return
    }
    switch grouping {
    case .field(let field):
      // One more tells whether there are more.
      let found = try store.statistics(
        query, over: span, in: zone, fields: [field], termLimit: limit == .max ? limit : limit + 1,
        tags: TextAnalyser.tagNames)
      let terms = found.terms[field] ?? []
      self.init(
        field.rawValue, terms.prefix(limit).map { $0.named(setup.words.title($0.name, of: grouping)) },
        isCut: terms.count > limit)
    case .session:
      let found = try store.sessions(of: setup.settings.exchange, matching: query, over: span, in: zone)
      self.init(grouping.name, found.map { $0.named(setup.words.title($0.name, of: grouping)) })
    case .hour:
      let volume = try store.statistics(query, over: span, in: zone, bucket: .hour, fields: []).volume
      let names = (0..<24).map { ($0 < 10 ? "0" : "") + String($0) }
      self.init("hour", volume.summed(under: names) { CivilTime($0, in: zone).hour })
    case .weekday:
      let volume = try store.statistics(query, over: span, in: zone, bucket: .hour, fields: []).volume
      let names = (0..<7).map { setup.words.weekday($0) }
      self.init("weekday", volume.summed(under: names) { CivilTime($0, in: zone).weekday })
    }
  }

  private init(_ table: CrossTable, _ grouping: Grouping, _ other: Grouping, _ words: Words) {
    head = [grouping.name] + table.columns.map { words.title($0, of: other) }
    rows = table.rows.map { (words.title($0.name, of: grouping), $0.counts) }
    terms = nil
    isCut = table.isCut
  }

  private init(_ name: String, _ terms: [TermCount], isCut: Bool = false) {
    self.isCut = isCut
    head = [name, "articles", "previous", "unread"]
    rows = terms.map { ($0.name, [$0.count, $0.previousCount, $0.unread]) }
    self.terms = terms
  }

  /// - Parameter counted: of the same query and span.
  func chart(named name: String, _ counted: Statistics, _ setup: Setup) -> ChartSVG {
    let bars = terms.map { terms in ChartSVG.Content.bars(terms.map { ($0.name, $0.count) }) }
    return ChartSVG(
      bars ?? .heat(columns: Array(head.dropFirst()), rows: rows), counted: counted, named: name, setup)
  }

  func write(
    asCSV: Bool, asJSON: Bool, from library: NewsLibrary, _ setup: Setup, _ output: inout Output
  ) throws {
    if asCSV {
      var bytes = CSVRow.byteOrderMark
      CSVRow.append(head, to: &bytes)
      for row in rows { CSVRow.append([row.name] + row.counts.map(String.init), to: &bytes) }
      try output.write(document: bytes)
    } else if asJSON {
      for row in rows {
        try output.writeJSON(
          StatisticsRow(
            name: row.name, counts: Array(zip(head.dropFirst(), row.counts)), isAcross: terms == nil), from: library)
      }
    } else if output.isTerminal, let terms {
      try TermTable(setup: setup).write(terms, to: &output)
    } else {
      if terms == nil { try output.writeRow(head.map { SafeText($0) }) }
      for row in rows { try output.writeRow([SafeText(row.name)] + row.counts.map { SafeText(String($0)) }) }
    }
  }
}

/// A line of `newstape stats --by … --json`: the counts under the names of their columns.
private struct StatisticsRow: Encodable {
  let name: String
  let counts: [(column: String, count: Int)]
  /// Whether the columns are values of a field, which may have any name: they stand in an object of their own.
  let isAcross: Bool

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(name, forKey: Key("name"))
    if isAcross { object = object.nestedContainer(keyedBy: Key.self, forKey: Key("counts")) }
    for (column, count) in counts { try object.encode(count, forKey: Key(column)) }
  }
}

extension ChartSVG {
  /// Says what is counted, of which query, in which time, and how much that is.
  fileprivate init(_ content: Content, counted: Statistics, named name: String, _ setup: Setup) {
    let query = setup.words.title(of: counted.request.query, in: setup.displayZone)
    self.init(
      content, title: [name, query].filter { !$0.isEmpty }.joined(separator: " · "),
      range: StatisticsText.range(of: counted, setup) + " · " + setup.words.total(counted.inRange.articles))
  }

  /// Articles an hour or a day.
  fileprivate init(volumeOf statistics: Statistics, _ setup: Setup) {
    let bucket = statistics.request.bucket
    let points = statistics.volume.map { (bucket.name(of: $0.start, in: setup.displayZone), $0.count) }
    self.init(.line(points), counted: statistics, named: setup.words.volume(by: bucket), setup)
  }
}

extension Words {
  fileprivate func title(_ grouping: Grouping, across other: Grouping?) -> String {
    [name(of: grouping), other.map { name(of: $0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private func name(of grouping: Grouping) -> String {
    switch grouping {
    case .field(let field): name(of: field)
    case .session: volumeBySession
    case .hour: volumeByHour
    case .weekday: volumeByWeekday
    }
  }

  /// What is counted; a company with its name before its code.
  fileprivate func title(_ value: String, of grouping: Grouping) -> String {
    switch grouping {
    case .field(.company): TextAnalyser.companyTitle(value)
    case .field(let field): name(value, of: field)
    case .session: TradingSession(rawValue: value).map { name(of: $0) } ?? beyondCalendar
    case .hour, .weekday: value
    }
  }
}

extension [VolumeBucket] {
  /// The buckets of equal index as one each.
  fileprivate func summed(under names: [String], by index: (Timestamp) -> Int) -> [TermCount] {
    var terms = names.map { TermCount(name: $0, count: 0) }
    for bucket in self {
      let index = index(bucket.start)
      terms[index].count += bucket.count
      terms[index].unread += bucket.unread
    }
    return terms
  }
}

extension TermCount {
  fileprivate func named(_ name: String) -> TermCount {
    var result = self
    result.name = name
    return result
  }
}
