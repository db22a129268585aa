import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the statistics page: volume above, then tags, sources, labels, what was read, and the calendar.
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
      let (top, rest) = rect.splitTop(rect.height - gridRows(charts))
      addVolume(charts, in: top, &parts)
      addGrid(charts, in: rest, &parts)
    } else {
      let (top, rest) = rect.splitTop(volumeRows)
      addVolume(charts, in: top, &parts)
      addFocused(charts, in: rest, &parts)
    }
    return parts
  }

  /// As many rows as the bars have use for; what they leave goes to the volume.
  private func gridRows(_ charts: ChartFactory) -> Int {
    let room = rect.height - volumeRows
    let bars = upperCharts(charts).reduce(0) { max($0, charts.contents.count(in: $1)) }
    // Bars stand in every second row where all of them have room so.
    let rows = room - Self.lowerRows > 2 * bars ? 2 * bars : bars + 1
    return min(room, Self.lowerRows + (bars == 0 ? 0 : max(6, rows)))
  }

  /// The calendar with its legend, and what stands beside it.
  private static let lowerRows = 12
  /// From so many columns on three charts of bars stand beside each other.
  private static let columnsForThree = 240

  private var volumeRows: Int {
    rect.height < 10 ? min(4, rect.height / 2) : max(6, rect.height * 3 / 10)
  }

  // MARK: - Parts

  private func addVolume(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let (title, body) = rect.splitTop(1)
    let unit = charts.statistics.request.bucket == .hour ? words.hourlyVolume : words.dailyVolume
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

  /// The charts of bars that stand beside each other, above the calendar.
  private func upperCharts(_ charts: ChartFactory) -> [Chart] {
    let shown: [Chart] = rect.width >= Self.columnsForThree ? [.tags, .sources, .labels] : [.tags, .sources]
    return shown.filter { charts.contents.count(in: $0) > 0 }
  }

  private func addGrid(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let (upper, lower) = rect.splitTop(rect.height - Self.lowerRows)
    let beside = upperCharts(charts)
    var rules: [Rect] = []
    for (chart, place) in zip(beside, columns(beside.count, of: upper)) {
      addTerms(chart, charts, in: place, &parts)
      // It ends in the title below.
      if place.x > upper.x { rules.append(Rect(x: place.x - 1, y: place.y, width: 1, height: place.height + 1)) }
    }
    let halves = columns(2, of: lower)
    addCalendar(charts, in: halves[0], &parts)
    let hasLabels = charts.contents.count(in: .labels) > 0 && !beside.contains(.labels)
    let (labels, status) = halves[1].splitTop(hasLabels ? halves[1].height - 5 : 0)
    if hasLabels { addTerms(.labels, charts, in: labels, &parts) }
    addStatus(charts, in: status, &parts)
    rules.append(Rect(x: halves[1].x - 1, y: lower.y, width: 1, height: lower.height))
    // Rules of one column are one, so that they join where they meet.
    if rules.count == 2, rules[0].x == rules[1].x {
      rules = [Rect(x: rules[0].x, y: rect.y, width: 1, height: rect.height)]
    }
    for rule in rules { parts.add(JoinedRule(presentation: presentation), in: rule) }
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
    case .sources, .labels, .tags: addTerms(board.selection.chart, charts, trailing: others, in: rect, &parts)
    case .status: addStatus(charts, trailing: others, in: rect, &parts)
    case .calendar: addCalendar(charts, trailing: others, in: rect, &parts)
    case .volume: addTerms(.tags, charts, trailing: others, in: rect, &parts)
    }
  }

  /// `新闻量 [标签] 来源 · Tab`: the charts that have something to show, with the present one marked.
  private func chartNames(_ charts: ChartFactory) -> String {
    let names = Chart.allCases.filter { charts.contents.count(in: $0) > 0 }.map { chart in
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
    let field: TermField = chart == .tags ? .tag : chart == .sources ? .source : .label
    // Of a list that says since when nothing came before.
    let compared = board.shownSpan.map(words.comparedWithBefore) ?? ""
    addTitle(words.name(of: field) + compared, trailing: trailing, chart: chart, in: title, &parts)
    let room = body.inset(left: 1, right: 1)
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
