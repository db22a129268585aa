import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the statistics page: volume above, then tags, sources, labels, what was read, and the calendar.
struct StatisticsPageView {
  let board: Charts.Board
  /// Daily counts of a year; nil until they are known.
  let calendar: Statistics?
  let presentation: Presentation
  let now: Timestamp

  private var styles: Styles { presentation.styles }
  private var words: Words { presentation.words }

  func draw(in rect: Rect, into buffer: inout Buffer) {
    guard let statistics = board.statistics else {
      buffer.write(SafeText(words.loading), in: rect.row(1).inset(left: 2), style: styles.muted)
      return
    }
    let charts = ChartFactory(
      statistics: statistics, presentation: presentation, selection: board.selection)
    if rect.width >= 100, rect.height - volumeRows(rect) >= 16 {
      let (top, rest) = rect.splitTop(rect.height - gridRows(statistics, in: rect))
      drawVolume(charts, in: top, &buffer)
      drawGrid(charts, in: rest, &buffer)
    } else {
      let (top, rest) = rect.splitTop(volumeRows(rect))
      drawVolume(charts, in: top, &buffer)
      drawFocused(charts, in: rest, &buffer)
    }
  }

  /// As many rows as the tags and sources have use for; what they leave goes to the volume.
  private func gridRows(_ statistics: Statistics, in rect: Rect) -> Int {
    let room = rect.height - volumeRows(rect)
    let bars = max(statistics.tags.count, statistics.sources.count)
    return min(room, Self.lowerRows + (bars == 0 ? 0 : max(6, 2 * bars + 1)))
  }

  /// The calendar with its legend, and what stands beside it.
  private static let lowerRows = 12

  private func volumeRows(_ rect: Rect) -> Int {
    rect.height < 10 ? min(4, rect.height / 2) : max(6, rect.height * 3 / 10)
  }

  // MARK: - Parts

  private func drawVolume(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let (title, body) = rect.splitTop(1)
    let unit =
      charts.statistics.request.bucket == .hour
      ? words.hourlyVolume : words.dailyVolume
    let range = charts.selectedBucketText ?? charts.rangeTitle(now: now)
    drawTitle(unit + " · " + range, trailing: spans, chart: .volume, in: title, &buffer)
    if body.height >= 3 {
      charts.volume(yLabels: true).draw(in: body.inset(left: 1, right: 1), into: &buffer)
    } else {
      charts.sparkline().draw(in: body.inset(left: 1, right: 1), into: &buffer)
    }
  }

  /// `7天 [30天] 90天`: the spans with the present one marked.
  private var spans: String {
    StatisticsSpan.allCases.map { span in
      let name = words.name(of: span)
      return span == board.shownSpan ? "[\(name)]" : name
    }
    .joined(separator: " ")
  }

  private func drawGrid(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let (upper, lower) = rect.splitTop(rect.height - Self.lowerRows)
    let terms = [Chart.tags, .sources].filter { charts.statistics.count(in: $0) > 0 }
    drawBeside(terms, charts, in: upper, &buffer)
    let (left, right) = columns(of: lower)
    drawCalendar(in: left, &buffer)
    let hasLabels = charts.statistics.count(in: .labels) > 0
    let (labels, status) = right.splitTop(hasLabels ? right.height - 5 : 0)
    if hasLabels { drawTerms(.labels, charts, in: labels, &buffer) }
    drawStatus(charts, in: status, &buffer)
    let top = terms.count == 2 ? rect.y : lower.y
    presentation.drawRule(in: Rect(x: left.maxX, y: top, width: 1, height: rect.maxY - top), &buffer)
  }

  /// Two charts beside each other; one alone has all the room.
  private func drawBeside(_ shown: [Chart], _ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    guard shown.count == 2 else {
      if let chart = shown.first { drawTerms(chart, charts, in: rect, &buffer) }
      return
    }
    let (left, right) = columns(of: rect)
    drawTerms(shown[0], charts, in: left, &buffer)
    drawTerms(shown[1], charts, in: right, &buffer)
  }

  private func columns(of rect: Rect) -> (left: Rect, right: Rect) {
    let (left, rest) = rect.splitLeft(rect.width / 2)
    return (left, rest.inset(left: 1))
  }

  /// Where there is room for one chart below the volume, it is the selected one; its title names the others.
  private func drawFocused(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let others = chartNames(charts.statistics)
    switch board.selection.chart {
    case .sources, .labels, .tags: drawTerms(board.selection.chart, charts, trailing: others, in: rect, &buffer)
    case .status: drawStatus(charts, trailing: others, in: rect, &buffer)
    case .volume: drawTerms(.tags, charts, trailing: others, in: rect, &buffer)
    }
  }

  /// `新闻量 [标签] 来源 · Tab`: the charts that have something to show, with the present one marked.
  private func chartNames(_ statistics: Statistics) -> String {
    let names = Chart.allCases.filter { statistics.count(in: $0) > 0 }.map { chart in
      let name = words.name(of: chart)
      return chart == board.selection.chart ? "[\(name)]" : name
    }
    let key = presentation.keys(for: .focusNext, in: .statistics).first
    return names.joined(separator: " ") + (key.map { " · " + $0 } ?? "")
  }

  private func drawTerms(
    _ chart: Chart, _ charts: ChartFactory, trailing: String = "", in rect: Rect, _ buffer: inout Buffer
  ) {
    let (title, body) = rect.splitTop(1)
    let field: TermField = chart == .tags ? .tag : chart == .sources ? .source : .label
    // Of a list that says since when nothing came before.
    let saysSinceWhen = StatisticsSpan.holding(charts.statistics.request.query, now: now) != nil
    let compared = saysSinceWhen ? "" : words.comparedWithBefore(board.shownSpan)
    drawTitle(words.name(of: field) + compared, trailing: trailing, chart: chart, in: title, &buffer)
    guard charts.statistics.count(in: chart) > 0 else {
      buffer.write(SafeText(words.noStatistics), in: body.row(0).inset(left: 2), style: styles.muted)
      return
    }
    charts.terms(chart, limit: body.height).draw(in: body.inset(left: 1, right: 1), into: &buffer)
  }

  private func drawStatus(
    _ charts: ChartFactory, trailing: String = "", in rect: Rect, _ buffer: inout Buffer
  ) {
    let (title, body) = rect.splitTop(1)
    drawTitle(words.readAndUnreadOfAllTime, trailing: trailing, chart: .status, in: title, &buffer)
    charts.status().draw(in: body.inset(left: 1, right: 1), into: &buffer)
  }

  private func drawTitle(
    _ title: String, trailing: String = "", chart: Chart?, in rect: Rect, _ buffer: inout Buffer
  ) {
    let isFocused = chart == board.selection.chart
    Divider(
      title: SafeText(title), trailing: SafeText(trailing), symbols: presentation.symbols, style: styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title
    ).draw(in: rect, into: &buffer)
  }

  // MARK: - Calendar

  /// The columns in which 365 days lie.
  private static let weeksOfYear = 53

  private func drawCalendar(in rect: Rect, _ buffer: inout Buffer) {
    let (title, body) = rect.splitTop(1)
    let room = body.width - 6
    // A year goes before gaps between its days.
    let isDense = (Self.weeksOfYear..<2 * Self.weeksOfYear).contains(room)
    let weeks = max(1, min(Self.weeksOfYear, isDense ? room : room / 2))
    guard let days = self.calendar?.volume,
      let calendar = CalendarGrid(days: days, weeks: weeks, presentation: presentation)
    else {
      drawTitle(words.calendar, chart: nil, in: title, &buffer)
      return
    }
    let range = words.range(calendar.firstDay.isoDate, calendar.lastDay.isoDate)
    drawTitle(words.calendar(range), chart: nil, in: title, &buffer)
    HeatMap(
      values: calendar.values, rowLabels: calendar.rowLabels, columnLabels: calendar.columnLabels,
      legend: (low: SafeText(words.few), high: SafeText(words.many)),
      cellColumns: isDense ? 1 : 2, symbols: presentation.symbols, styles: Array(styles.heat.dropFirst()),
      emptyStyle: styles.heat.first ?? styles.chartAxis, labelStyle: styles.chartAxis
    ).draw(in: body.inset(left: 1, right: 1), into: &buffer)
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

  /// Nil where there is no day at all.
  init?(days: [VolumeBucket], weeks: Int, presentation: Presentation) {
    let zone = presentation.zone
    guard let last = days.last(where: { $0.count > 0 }) ?? days.last else { return nil }
    lastDay = CivilTime(last.start, in: zone)
    let firstMonday = lastDay.dayNumber - lastDay.weekday - (weeks - 1) * 7
    firstDay = CivilTime(dayNumber: firstMonday)
    values = Array(repeating: Array(repeating: nil, count: weeks), count: 7)
    let words = presentation.words
    rowLabels = (0..<7).map { SafeText(words.shortWeekday($0)) }
    var month = 0
    for day in days where day.start <= last.start {
      let time = CivilTime(day.start, in: zone)
      let column = Int(Int64(time.dayNumber - firstMonday).flooredQuotient(by: 7))
      guard values[0].indices.contains(column) else { continue }
      // A short range is counted by hours.
      values[time.weekday][column] = (values[time.weekday][column] ?? 0) + day.count
      if time.month != month { columnLabels.append((column, SafeText(words.month(time.month)))) }
      month = time.month
    }
  }
}
