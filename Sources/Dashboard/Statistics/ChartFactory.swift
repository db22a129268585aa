import Foundation
import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Makes the charts of statistics: the same ones in the pane and on the page, only larger there.
struct ChartFactory {
  let contents: ChartContents
  let presentation: Presentation
  /// What is selected, where the charts have the keys.
  let selection: ChartSelection?

  var statistics: Statistics { contents.statistics }
  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var words: Words { presentation.words }

  private func selectedIndex(in chart: Chart) -> Int? {
    selection?.chart == chart ? selection?.index : nil
  }

  // MARK: - Volume

  func volume(yLabels: Bool, in rect: Rect) -> ChartPart {
    let chart = LineChart(
      values: statistics.volume.map(\.count), symbols: symbols, axisStyle: styles.chartAxis,
      style: styles.series[0], yLabels: yLabels, xLabels: volumeLabels, selected: selectedIndex(in: .volume),
      selectedStyle: styles.selection, fillsArea: false)
    return ChartPart(rect: rect, widget: chart) { point in
      chart.index(atColumn: point.x, in: rect).map { ChartSelection(chart: .volume, index: $0) }
    }
  }

  func sparkline() -> Sparkline {
    Sparkline(values: statistics.volume.map(\.count), symbols: symbols, style: styles.series[0])
  }

  /// The first, middle and last bucket.
  private var volumeLabels: [(position: Double, text: SafeText)] {
    let volume = statistics.volume
    guard let first = volume.first, let last = volume.last, volume.count > 1 else { return [] }
    let middle = volume[volume.count / 2]
    let position = Double(volume.count / 2) / Double(volume.count - 1)
    return [(0, label(first)), (position, label(middle)), (1, label(last))]
  }

  private func label(_ bucket: VolumeBucket) -> SafeText {
    let time = CivilTime(bucket.start, in: presentation.zone)
    if statistics.request.bucket == .hour { return SafeText(time.clock) }
    return SafeText(spansYears ? time.isoDate : time.monthAndDay)
  }

  private var spansYears: Bool {
    let range = statistics.request.range
    let zone = presentation.zone
    return CivilTime(range.lowerBound, in: zone).year != CivilTime(range.upperBound - 1, in: zone).year
  }

  /// `06-14 05:00 至 06-15 05:00`, or days with years where they differ from now.
  func rangeTitle(now: Timestamp) -> String {
    let range = statistics.request.range
    let zone = presentation.zone
    let start = CivilTime(range.lowerBound, in: zone)
    let end = CivilTime(range.upperBound - 1, in: zone)
    let showsYear = start.year != end.year || end.year != CivilTime(now, in: zone).year
    func name(_ time: CivilTime) -> String {
      let day = showsYear ? time.isoDate : time.monthAndDay
      return statistics.request.bucket == .hour
        ? day + " " + CivilTime(year: 1, month: 1, day: 1, hour: time.hour).clock : day
    }
    return words.range(name(start), name(end))
  }

  /// What the selected bucket of a time axis holds, in words.
  func selectedBucketText(in chart: Chart) -> String? {
    let buckets = chart == .calendar ? contents.days : statistics.volume
    guard let index = selectedIndex(in: chart), buckets.indices.contains(index) else { return nil }
    return name(of: buckets[index], in: chart) + "  " + words.dayCount(buckets[index].count)
  }

  private func name(of bucket: VolumeBucket, in chart: Chart) -> String {
    let time = CivilTime(bucket.start, in: presentation.zone)
    return chart == .volume && statistics.request.bucket == .hour
      ? time.monthAndDay + " " + time.clock : time.isoDate + " " + words.weekday(time)
  }

  /// The name of what is selected; nil where nothing is.
  var selectedName: String? {
    guard let selection, (0..<contents.count(in: selection.chart)).contains(selection.index) else { return nil }
    return switch selection.chart {
    case .volume: name(of: statistics.volume[selection.index], in: .volume)
    case .calendar: name(of: contents.days[selection.index], in: .calendar)
    case .status: name(of: StatusPart.allCases[selection.index])
    case .tags, .companies, .events, .sources, .topics, .labels:
      selection.chart.field.map { words.name(of: contents.terms(of: selection.chart)[selection.index], $0) }
    }
  }

  // MARK: - Change

  /// `▲ 23%` against the range before; empty where that was empty. A few articles are no base for a percentage, and what has
  /// multiplied is told by its factor.
  func trend(_ count: Int, before previous: Int) -> Span {
    let change = change(count, before: previous)
    let parts = [change.sign, change.amount].filter { !$0.isEmpty }
    return Span(SafeText(parts.joined(separator: " ")), style: change.style)
  }

  /// A change with its sign apart, so that signs can stand below each other.
  private typealias Change = (sign: String, amount: String, style: Style)

  private func change(_ count: Int, before previous: Int) -> Change {
    guard statistics.previousCount > 0 else { return ("", "", styles.muted) }
    if previous == 0, count >= Self.leastForNew { return ("", words.newHere, styles.muted) }
    let change = count - previous
    if min(count, previous) < Self.leastForPercent {
      return self.change(change, change > 0 ? "+\(words.number(change))" : words.number(change))
    }
    let ratio = Double(count) / Double(previous)
    if ratio > 4 { return self.change(change, words.times(min(999, ratio))) }
    let percent = Int(((ratio - 1) * 100).rounded())
    return self.change(percent, "\(abs(percent))%")
  }

  private func change(_ direction: Int, _ amount: String) -> Change {
    direction > 0
      ? (symbols.up, amount, styles.up)
      : direction < 0 ? (symbols.down, amount, styles.down) : (symbols.flat, amount, styles.flat)
  }

  /// Fewer articles in either range give no percentage.
  private static let leastForPercent = 5
  /// So many make something new that was not there before.
  private static let leastForNew = 3

  /// The change in a column of its own: signs below each other, amounts at the right.
  private func alignedTrend(_ count: Int, before previous: Int) -> Span {
    let (sign, amount, style) = change(count, before: previous)
    let widths = presentation.widths
    let text = SafeText(amount)
    // A blank at the left, but for an amount that needs its place.
    let start = (widths.columns(text) > 5 ? "" : " ") + sign
    let room = 7 - widths.columns(SafeText(start))
    return Span(SafeText(start + widths.pad(text, to: room, alignment: .right).string), style: style)
  }

  /// `共48条  日均39  ▲ 23%`
  var summary: Line {
    let buckets = max(1, statistics.volume.count)
    let total = statistics.inRange.articles
    let isHours = statistics.request.bucket == .hour
    let mean = Double(total) / Double(buckets)
    return Line([
      Span(SafeText(words.total(total) + "  "), style: styles.text),
      Span(SafeText(words.mean(mean, anHour: isHours) + "  "), style: styles.muted),
      trend(total, before: statistics.previousCount),
    ])
  }

  // MARK: - Terms

  /// A bar for each term; for companies its parts are what is good, neutral and bad news, where that is counted.
  func terms(_ chart: Chart, in rect: Rect) -> ChartPart {
    guard let field = chart.field else { return bars(chart, [], in: rect) }
    let columns = ToneColumns(contents, chart)
    let isNarrow = rect.width < Self.leastForCodes
    let rows = contents.terms(of: chart).prefix(rect.height).map { term in
      var trailing: [Span] = []
      if !term.series.isEmpty {
        trailing.append(Span(Sparkline.text(values: term.series, width: 7, symbols: symbols), style: styles.series[1]))
        trailing.append(alignedTrend(term.count, before: term.previousCount))
      }
      var row = BarChart.Row(
        label: SafeText(isNarrow ? words.briefName(of: term, field) : words.name(of: term, field)), value: term.count,
        valueText: SafeText(words.briefNumber(term.count)), trailing: trailing)
      if let columns {
        row.shares = columns.tones[term.name].map { shares($0, of: term.count) } ?? []
        row.trailing += signs(columns.tones[term.name], columns)
      }
      return row
    }
    return bars(chart, rows, in: rect)
  }

  /// Narrower charts name companies without their codes.
  private static let leastForCodes = 36

  // MARK: - Tone

  /// What the parts of the companies' bars mean, with the sums of all of them; nil where their news is not told apart.
  func legendOfTones(_ chart: Chart, in rect: Rect) -> LineView? {
    guard let columns = ToneColumns(contents, chart) else { return nil }
    let terms = contents.terms(of: chart).filter { columns.tones[$0.name] != nil }
    let all = columns.tones.values.reduce(ToneCounts()) {
      ToneCounts(positive: $0.positive + $1.positive, negative: $0.negative + $1.negative)
    }
    let bar = StackedBar(parts: shares(all, of: terms.reduce(0) { $0 + $1.count }), style: styles.muted)
    return LineView(bar.legend(width: rect.width, widths: presentation.widths), symbols: symbols)
  }

  private func shares(_ tones: ToneCounts, of count: Int) -> [StackedBar.Part] {
    [
      StackedBar.Part(
        label: SafeText(symbols.plus + words.positive), value: tones.positive, style: styles.up,
        fillSymbol: symbols.fills[0]),
      StackedBar.Part(
        label: SafeText(words.neutral), value: max(0, count - tones.positive - tones.negative), style: styles.muted,
        fillSymbol: symbols.fills[2]),
      StackedBar.Part(
        label: SafeText(symbols.minus + words.negative), value: tones.negative, style: styles.down,
        fillSymbol: symbols.fills[3]),
    ]
  }

  /// `+3 −3`, signs below each other.
  private func signs(_ tones: ToneCounts?, _ columns: ToneColumns) -> [Span] {
    func counted(_ tone: Tone, _ count: Int?, _ width: Int) -> Span {
      let sign = presentation.sign(of: tone)
      let text = SafeText(count.map { sign.text.string + "\($0)" } ?? "")
      let padded = presentation.widths.pad(text, to: width + 1, alignment: .right)
      return Span(SafeText(" " + padded.string), style: count == 0 ? styles.muted : sign.style)
    }
    return [
      counted(.positive, tones?.positive, columns.positive), counted(.negative, tones?.negative, columns.negative),
    ]
  }

  private func bars(_ chart: Chart, _ rows: [BarChart.Row], in rect: Rect) -> ChartPart {
    let bars = BarChart(
      rows: rows, selected: selectedIndex(in: chart), symbols: symbols, labelStyle: styles.text,
      barStyle: styles.chartBar, valueStyle: styles.text, selectedStyle: styles.selection)
    return ChartPart(rect: rect, widget: bars) { point in
      bars.index(atRow: point.y, in: rect).map { ChartSelection(chart: chart, index: $0) }
    }
  }

  /// The most frequent terms in one line: `#IPO 15  #央行 9`.
  func termLine(_ chart: Chart, in rect: Rect) -> ChartPart {
    let prefix = chart == .tags ? "#" : ""
    let line = Line(
      contents.terms(of: chart).prefix(12).enumerated().flatMap { index, term in
        let style = selectedIndex(in: chart) == index ? styles.selection : styles.tag
        let name = chart.field.map { words.briefName(of: term, $0) } ?? term.name
        return [
          Span(SafeText(prefix + name), style: style),
          Span(SafeText(" " + words.briefNumber(term.count) + "  "), style: styles.text),
        ]
      })
    return self.line(line, of: chart, in: rect) { $0 / 2 }
  }

  /// A line in which names stand.
  ///
  /// - Parameter index: which of the chart's things a span of the line belongs to.
  private func line(
    _ line: Line, of chart: Chart, in rect: Rect, index: @escaping (_ span: Int) -> Int?
  ) -> ChartPart {
    ChartPart(rect: rect, widget: LineView(line, symbols: symbols)) { point in
      line.index(atColumn: point.x, from: rect.x, presentation.widths).flatMap(index)
        .map { ChartSelection(chart: chart, index: $0) }
    }
  }

  // MARK: - Shares

  /// The sources' shares; what is not among the largest is one part.
  func sourceShares(in rect: Rect) -> ChartPart {
    let shares = sourceShares
    return ChartPart(rect: rect, widget: shares) { point in
      shares.index(atColumn: point.x, in: rect, widths: presentation.widths).flatMap(largestSource)
        .map { ChartSelection(chart: .sources, index: $0) }
    }
  }

  /// What the parts of the shares mean.
  func legendOfShares(in rect: Rect) -> ChartPart {
    // A part has its sign and its text, and a gap before them.
    line(sourceShares.legend(width: rect.width), of: .sources, in: rect) { largestSource(($0 + 1) / 3) }
  }

  /// The source of a part; nil for that of all others.
  private func largestSource(_ part: Int) -> Int? {
    part < min(Self.largestSources, statistics.sources.count) ? part : nil
  }

  private static let largestSources = 4

  private var sourceShares: StackedBar {
    let largest = statistics.sources.prefix(Self.largestSources)
    let others = statistics.inRange.articles - largest.reduce(0) { $0 + $1.count }
    var parts = largest.enumerated().map { index, source in
      StackedBar.Part(
        label: SafeText(words.name(source.name, of: .source)), value: source.count,
        style: selectedIndex(in: .sources) == index ? styles.selection : styles.series[index % styles.series.count],
        fillSymbol: symbols.fills[index % symbols.fills.count])
    }
    if others > 0 {
      parts.append(
        StackedBar.Part(
          label: SafeText(words.others), value: others, style: styles.muted, fillSymbol: symbols.flat))
    }
    return StackedBar(parts: parts, style: styles.text)
  }

  /// How much has been read, of all that the filter shows.
  func status(in rect: Rect) -> ChartPart {
    let rows = StatusPart.allCases.map { part in
      let count = part.count(in: statistics.overall)
      return BarChart.Row(label: SafeText(name(of: part)), value: count, valueText: SafeText(words.number(count)))
    }
    return bars(.status, rows, in: rect)
  }

  func statusLine(in rect: Rect) -> ChartPart {
    let line = Line(
      StatusPart.allCases.enumerated().map { index, part in
        Span(
          SafeText(name(of: part) + " " + words.number(part.count(in: statistics.overall)) + "  "),
          style: selectedIndex(in: .status) == index ? styles.selection : styles.text)
      })
    return self.line(line, of: .status, in: rect) { $0 }
  }

  private func name(of part: StatusPart) -> String {
    switch part {
    case .unread: words.unread
    case .read: words.read
    case .starred: words.starred
    case .stub: words.stubs
    }
  }
}

/// How wide the signs of good and bad news stand beside the bars of a chart.
private struct ToneColumns {
  let tones: [String: ToneCounts]
  let positive: Int
  let negative: Int

  /// Nil where the chart does not tell them.
  init?(_ contents: ChartContents, _ chart: Chart) {
    guard chart == .companies, let tones = contents.tones else { return nil }
    self.tones = tones
    func columns(_ count: KeyPath<ToneCounts, Int>) -> Int {
      String(tones.values.reduce(0) { max($0, $1[keyPath: count]) }).count
    }
    (positive, negative) = (columns(\.positive), columns(\.negative))
  }
}

// MARK: - Calendar

extension ChartFactory {
  /// The days of a year as far as they have room, with the range that they cover; nil where there are none.
  func calendar(in rect: Rect) -> (part: ChartPart, range: String)? {
    let days = contents.days
    let labels = (0..<7).reduce(0) { max($0, presentation.widths.columns(SafeText(words.shortWeekday($1)))) }
    let room = rect.width - labels - 1
    // A year goes before gaps between its days.
    let weeks = CalendarGrid.weeks(of: days, in: presentation.zone)
    let cellColumns = 2 * weeks - 1 <= room ? 2 : 1
    let selected = selectedIndex(in: .calendar)
    let shown = max(1, min(weeks, (room + cellColumns - 1) / cellColumns))
    guard let grid = CalendarGrid(days: days, weeks: shown, holding: selected, presentation) else { return nil }
    let map = HeatMap(
      values: grid.values, rowLabels: grid.rowLabels, columnLabels: grid.columnLabels,
      legend: (low: SafeText(words.few), high: SafeText(words.many)),
      cellColumns: cellColumns, symbols: symbols, styles: Array(styles.heat.dropFirst()),
      emptyStyle: styles.heat.first ?? styles.chartAxis, selected: selected.flatMap(grid.position),
      labelStyle: styles.chartAxis, selectedStyle: styles.selection)
    let part = ChartPart(rect: rect, widget: map) { point in
      map.position(at: point, in: rect, widths: presentation.widths).flatMap(grid.index)
        .map { ChartSelection(chart: .calendar, index: $0) }
    }
    return (part, words.range(grid.firstDay.isoDate, grid.lastDay.isoDate))
  }
}

/// Daily counts in rows of weekdays and columns of weeks, up to the last day that has any.
struct CalendarGrid {
  /// Seven rows, Monday first; nil where no day is.
  private(set) var values: [[Int?]]
  let rowLabels: [SafeText]
  /// The columns in which months begin, with their names.
  private(set) var columnLabels: [(Int, SafeText)] = []
  let firstDay: CivilTime
  let lastDay: CivilTime
  /// The cells of the days, by their places among all days.
  private var positions: [Int: HeatMap.Position] = [:]

  /// The weeks from the first day to the last one that has any news.
  static func weeks(of days: [VolumeBucket], in zone: TimeZone) -> Int {
    guard let first = days.first, let last = days.last(where: { $0.count > 0 }) else { return 1 }
    return (monday(of: CivilTime(last.start, in: zone)) - monday(of: CivilTime(first.start, in: zone))) / 7 + 1
  }

  private static func monday(of day: CivilTime) -> Int { day.dayNumber - day.weekday }

  /// The latest weeks, or earlier ones where the selected day lies before them. Nil where there is no day at all.
  init?(days: [VolumeBucket], weeks: Int, holding selected: Int?, _ presentation: Presentation) {
    let zone = presentation.zone
    guard let last = days.last(where: { $0.count > 0 }) ?? days.last else { return nil }
    let latestMonday = Self.monday(of: CivilTime(last.start, in: zone)) - (weeks - 1) * 7
    let chosen = selected.flatMap { days.indices.contains($0) ? CivilTime(days[$0].start, in: zone) : nil }
    let firstMonday = chosen.map { min(latestMonday, Self.monday(of: $0)) } ?? latestMonday
    firstDay = CivilTime(dayNumber: firstMonday)
    lastDay = CivilTime(dayNumber: min(CivilTime(last.start, in: zone).dayNumber, firstMonday + 7 * weeks - 1))
    values = Array(repeating: Array(repeating: nil, count: weeks), count: 7)
    let words = presentation.words
    rowLabels = (0..<7).map { SafeText(words.shortWeekday($0)) }
    var month = 0
    for (index, day) in days.enumerated() where day.start <= last.start {
      let time = CivilTime(day.start, in: zone)
      let position = HeatMap.Position(row: time.weekday, column: (Self.monday(of: time) - firstMonday) / 7)
      guard Self.monday(of: time) >= firstMonday, position.column < weeks else { continue }
      values[position.row][position.column] = day.count
      positions[index] = position
      if time.month != month { columnLabels.append((position.column, SafeText(words.month(time.month)))) }
      month = time.month
    }
  }

  /// The cell of a day.
  func position(of index: Int) -> HeatMap.Position? { positions[index] }

  /// The day of a cell.
  func index(at position: HeatMap.Position) -> Int? { positions.first { $0.value == position }?.key }
}
