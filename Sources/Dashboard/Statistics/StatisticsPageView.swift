import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the statistics page: volume above, then charts of tags, companies and so on, what was read, and the calendar.
struct StatisticsPageView {
  let rect: Rect
  let board: Charts.Board
  let presentation: Presentation
  let now: Timestamp

  private var styles: Styles { presentation.styles }
  private var words: Words { presentation.words }

  func draw(into buffer: inout Buffer) {
    guard board.contents != nil else {
      buffer.write(SafeText(words.loading), in: rect.row(1).inset(left: 2), style: styles.muted)
      return
    }
    parts.draw(into: &buffer)
  }

  /// All that the page shows, in its place.
  var parts: [ChartPart] {
    guard let contents = board.contents else { return [] }
    let charts = ChartFactory(contents: contents, presentation: presentation, selection: board.selection)
    var parts: [ChartPart] = []
    if rect.width >= 100, rect.height - volumeRows >= 16 {
      let grid = TermGrid(contents, room: rect.inset(top: volumeRows, bottom: Self.lowerRows).size, board.selection)
      let (top, rest) = rect.splitTop(rect.height - gridRows(grid, charts))
      addVolume(charts, in: top, &parts)
      addGrid(grid, charts, in: rest, &parts)
    } else {
      let (top, rest) = rect.splitTop(volumeRows)
      addVolume(charts, in: top, &parts)
      addFocused(charts, in: rest, &parts)
    }
    return parts
  }

  /// As many rows as the bars have use for; what they leave goes to the volume.
  private func gridRows(_ grid: TermGrid, _ charts: ChartFactory) -> Int {
    let room = rect.height - volumeRows
    let rows = grid.rows.reduce(0) { sum, row in
      let bars = row.reduce(0) { max($0, charts.contents.count(in: $1) + Self.legendRows(of: $1)) }
      // Bars stand in every second row where all of them have room so.
      return sum + max(6, (room - Self.lowerRows) / grid.rows.count > 2 * bars ? 2 * bars : bars + 1)
    }
    return min(room, Self.lowerRows + rows)
  }

  /// The calendar with its legend, and what stands beside it.
  private static let lowerRows = 12

  private static func legendRows(of chart: Chart) -> Int { chart == .companies ? 1 : 0 }
  /// Where a chart has more rows than that, the last one tells what its parts mean.
  private static let leastRowsForLegend = 4

  private var volumeRows: Int {
    rect.height < 10 ? min(4, rect.height / 2) : max(6, rect.height * 3 / 10)
  }

  // MARK: - Parts

  private func addVolume(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let (title, body) = rect.splitTop(1)
    let unit = words.volume(by: charts.statistics.request.bucket)
    let range = charts.selectedBucketText(in: .volume) ?? charts.rangeTitle(now: now)
    addTitle(unit + " · " + range, trailing: spans, chart: .volume, in: title, &parts)
    let room = body.inset(left: 1, right: 1)
    if body.height >= 3 {
      parts.append(charts.volume(yLabels: true, in: room))
    } else {
      parts.add(charts.sparkline(), in: room)
    }
  }

  /// `7天 [30天] 90天`: the spans with the present one marked, or that the filter states the time.
  private var spans: String {
    guard let shown = board.shownSpan else { return words.filterStatesPeriod }
    return StatisticsSpan.allCases.map { span in
      let name = words.name(of: span)
      return span == shown ? "[\(name)]" : name
    }
    .joined(separator: " ")
  }

  private func addGrid(_ grid: TermGrid, _ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let (upper, lower) = rect.splitTop(rect.height - Self.lowerRows)
    let others = names(of: grid.others)
    var rules: [Rect] = []
    for (row, band) in zip(grid.rows, bands(grid.rows.count, of: upper)) {
      for (chart, place) in zip(row, columns(row.count, of: band)) {
        addTerms(chart, charts, trailing: chart == grid.last ? others : "", in: place, &parts)
        // It ends in the title below.
        if place.x > upper.x { rules.append(Rect(x: place.x - 1, y: place.y, width: 1, height: place.height + 1)) }
      }
    }
    let halves = columns(2, of: lower)
    addCalendar(charts, in: halves[0], &parts)
    let (corner, status) = halves[1].splitTop(grid.corner == nil ? 0 : halves[1].height - 5)
    if let chart = grid.corner { addTerms(chart, charts, trailing: others, in: corner, &parts) }
    addStatus(charts, in: status, &parts)
    rules.append(Rect(x: halves[1].x - 1, y: lower.y, width: 1, height: lower.height))
    for rule in Self.joined(rules) { parts.add(JoinedRule(presentation: presentation), in: rule) }
  }

  /// Rules of one column are one, so that they join where they meet.
  private static func joined(_ rules: [Rect]) -> [Rect] {
    Dictionary(grouping: rules, by: \.x).values.map { rules in
      let (top, end) = (rules.map(\.y).min() ?? 0, rules.map(\.maxY).max() ?? 0)
      return Rect(x: rules[0].x, y: top, width: 1, height: end - top)
    }
    .sorted { $0.x < $1.x }
  }

  /// Rows of equal height.
  private func bands(_ count: Int, of rect: Rect) -> [Rect] {
    (0..<count).map { index in
      let (start, end) = (rect.height * index / count, rect.height * (index + 1) / count)
      return Rect(x: rect.x, y: rect.y + start, width: rect.width, height: end - start)
    }
  }

  /// Columns of equal width with a rule between them.
  private func columns(_ count: Int, of rect: Rect) -> [Rect] {
    (0..<count).map { index in
      let (start, end) = (rect.width * index / count, rect.width * (index + 1) / count)
      return Rect(x: rect.x + start, y: rect.y, width: end - start, height: rect.height).inset(left: index > 0 ? 1 : 0)
    }
  }

  /// Where there is room for one chart below the volume, it is the selected one; its title names the others.
  private func addFocused(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let others = chartNames(charts)
    switch board.selection.chart {
    case .status: addStatus(charts, trailing: others, in: rect, &parts)
    case .calendar: addCalendar(charts, trailing: others, in: rect, &parts)
    case .volume: addTerms(charts.contents.leadingChart, charts, trailing: others, in: rect, &parts)
    case .tags, .companies, .events, .sources, .topics, .labels:
      addTerms(board.selection.chart, charts, trailing: others, in: rect, &parts)
    }
  }

  /// `新闻量 [标签] 来源 · Tab`: the charts that have something to show, with the present one marked.
  private func chartNames(_ charts: ChartFactory) -> String {
    names(of: Chart.allCases.filter { charts.contents.count(in: $0) > 0 })
  }

  /// The charts to which a key leads; empty where there are none.
  private func names(of charts: [Chart]) -> String {
    guard !charts.isEmpty else { return "" }
    let names = charts.map { chart in
      let name = words.name(of: chart)
      return chart == board.selection.chart ? "[\(name)]" : name
    }
    let key = presentation.keys(for: .focusNext, in: .statistics).first
    return names.joined(separator: " ") + (key.map { " · " + $0 } ?? "")
  }

  private func addTerms(
    _ chart: Chart, _ charts: ChartFactory, trailing: String = "", in rect: Rect, _ parts: inout [ChartPart]
  ) {
    let (title, body) = rect.splitTop(1)
    // Of a list that says since when nothing came before.
    let compared = board.shownSpan.map(words.comparedWithBefore) ?? ""
    addTitle(words.name(of: chart) + compared, trailing: trailing, chart: chart, in: title, &parts)
    var room = body.inset(left: 1, right: 1)
    let hasLegend = room.height > Self.leastRowsForLegend
    if hasLegend, let legend = charts.legendOfTones(chart, in: room.inset(left: 1)) {
      parts.add(legend, in: room.row(room.height - 1).inset(left: 1))
      room = room.inset(bottom: Self.legendRows(of: chart))
    }
    if charts.contents.count(in: chart) > 0 {
      parts.append(charts.terms(chart, in: room))
    } else {
      parts.add(
        LineView(.plain(SafeText(words.noStatistics), style: styles.muted), symbols: presentation.symbols),
        in: room.inset(left: 1))
    }
  }

  private func addStatus(
    _ charts: ChartFactory, trailing: String = "", in rect: Rect, _ parts: inout [ChartPart]
  ) {
    let (title, body) = rect.splitTop(1)
    addTitle(words.readAndUnreadOfAllTime, trailing: trailing, chart: .status, in: title, &parts)
    parts.append(charts.status(in: body.inset(left: 1, right: 1)))
  }

  private func addCalendar(
    _ charts: ChartFactory, trailing: String = "", in rect: Rect, _ parts: inout [ChartPart]
  ) {
    let (title, body) = rect.splitTop(1)
    guard let (calendar, range) = charts.calendar(in: body.inset(left: 1, right: 1)) else {
      return addTitle(words.calendar, trailing: trailing, chart: .calendar, in: title, &parts)
    }
    let text = charts.selectedBucketText(in: .calendar) ?? range
    addTitle(words.calendar(text), trailing: trailing, chart: .calendar, in: title, &parts)
    parts.append(calendar)
  }

  private func addTitle(
    _ title: String, trailing: String = "", chart: Chart, in rect: Rect, _ parts: inout [ChartPart]
  ) {
    let isFocused = chart == board.selection.chart
    let divider = Divider(
      title: SafeText(title), trailing: SafeText(trailing), symbols: presentation.symbols, style: styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title)
    parts.add(divider, in: rect)
  }
}

/// Which charts of terms stand where: some beside each other in rows, and one in the corner beside the calendar.
private struct TermGrid {
  private(set) var rows: [[Chart]] = []
  private(set) var corner: Chart?
  /// Those without a place.
  let others: [Chart]
  /// The chart in the last place, which gives way to a selected one that has none.
  let last: Chart?

  /// From so many columns on three charts stand beside each other.
  private static let columnsForThree = 240
  /// A row of charts with fewer rows of the screen has none beside it.
  private static let leastHeight = 10

  /// - Parameter room: what all rows of charts have together at least.
  init(_ contents: ChartContents, room: Size, _ selection: ChartSelection) {
    let filled = contents.filledCharts
    let columns = room.width >= Self.columnsForThree ? 3 : 2
    // The corner takes one.
    let wanted = (filled.count - 1 + columns - 1) / columns
    let places = columns * max(1, min(wanted, room.height / Self.leastHeight))
    var placed = Array(filled.prefix(places + 1))
    if filled.contains(selection.chart), !placed.contains(selection.chart) {
      placed[placed.count - 1] = selection.chart
    }
    others = filled.filter { !placed.contains($0) }
    last = placed.last
    if placed.count > places { corner = placed.removeLast() }
    while !placed.isEmpty {
      rows.append(Array(placed.prefix(columns)))
      placed.removeFirst(min(columns, placed.count))
    }
  }
}
