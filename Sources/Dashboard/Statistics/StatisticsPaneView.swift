import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// The statistics pane of the news page as it is drawn, as much of it as its room allows.
struct StatisticsPaneView: CacheablePane {
  let context: PaneContext
  let board: Charts.Board
  let now: Timestamp

  private var styles: Styles { presentation.styles }

  func draw(into buffer: inout Buffer) { parts.draw(into: &buffer) }

  /// All that the pane shows, in its place.
  var parts: [ChartPart] {
    let words = presentation.words
    var parts: [ChartPart] = []
    guard let contents = board.contents else {
      parts.add(presentation.title(words.statistics, isFocused: isFocused), in: frame.title)
      parts.add(line(.plain(SafeText(words.loading), style: styles.muted)), in: frame.body.row(0).inset(left: 1))
      return parts
    }
    let charts = ChartFactory(
      contents: contents, presentation: presentation, selection: isFocused ? board.selection : nil)
    let span = board.shownSpan.flatMap { contents.reaches(now) ? " · " + words.last(words.name(of: $0)) : nil } ?? ""
    let range = charts.selectedBucketText(in: .volume) ?? charts.rangeTitle(now: now)
    parts.add(presentation.title(words.statistics + span + " · " + range, isFocused: isFocused), in: frame.title)
    let body = frame.body.inset(left: 1, right: 1)
    if body.height < 5 {
      addLines(charts, in: body, &parts)
    } else if body.width >= 56 {
      addWide(charts, in: body, &parts)
    } else {
      addColumn(charts, in: body, &parts)
    }
    return parts
  }

  private func line(_ line: Line) -> LineView { LineView(line, symbols: presentation.symbols) }

  /// One to four lines: the curve with its sum, then tags or what stands for them, sources, status.
  private func addLines(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let first = rect.row(0)
    if let chart = charts.selection?.chart, rect.height == 1 {
      parts.append(lineOf(chart, charts, in: first))
      return
    }
    let spark = min(24, first.width / 3)
    parts.add(charts.sparkline(), in: first.splitLeft(spark).left)
    let room = first.splitLeft(spark + 2).rest
    parts.add(line(charts.summary), in: room)
    if rect.height == 1 {
      let columns = charts.summary.columns(presentation.widths) + 2
      parts.append(charts.termLine(charts.contents.leadingChart, in: room.splitLeft(columns).rest))
      return
    }
    for (offset, chart) in [charts.contents.leadingChart, .sources, .status].enumerated() {
      parts.append(lineOf(chart, charts, in: rect.row(offset + 1)))
    }
  }

  private func lineOf(_ chart: Chart, _ charts: ChartFactory, in rect: Rect) -> ChartPart {
    switch chart {
    case .volume, .calendar: ChartPart(rect: rect, widget: line(charts.summary))
    case .status: charts.statusLine(in: rect)
    case .tags, .companies, .events, .sources, .topics, .labels: charts.termLine(chart, in: rect)
    }
  }

  /// Curve on the left, tags or what stands for them on the right, shares and status below.
  private func addWide(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let footRows = rect.height >= 9 ? 4 : rect.height >= 7 ? 2 : 0
    let (top, foot) = rect.splitTop(rect.height - footRows)
    let (left, right) = top.splitLeft(top.width * 9 / 20)
    parts.add(line(charts.summary), in: left.row(0))
    parts.append(charts.volume(yLabels: false, in: left.inset(top: 1)))
    parts.append(terms(charts, in: right.inset(left: 2)))
    guard footRows > 0 else { return }
    let showsLabels = charts.selection?.chart == .labels
    let rows = foot.inset(top: footRows == 4 ? 1 : 0)
    parts.append(charts.sourceShares(in: rows.row(0)))
    parts.append(showsLabels ? charts.termLine(.labels, in: rows.row(1)) : charts.legendOfShares(in: rows.row(1)))
    parts.append(charts.statusLine(in: rows.row(2)))
  }

  private func terms(_ charts: ChartFactory, in rect: Rect) -> ChartPart {
    switch charts.selection?.chart {
    case .status: charts.status(in: rect)
    case .volume, .calendar, nil: charts.terms(charts.contents.leadingChart, in: rect)
    case .tags?, .companies?, .events?, .sources?, .topics?, .labels?:
      charts.terms(charts.selection?.chart ?? .tags, in: rect)
    }
  }

  /// Everything in one column. Terms take what they have use for; what they leave goes to the curve.
  private func addColumn(_ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    parts.add(line(charts.summary), in: rect.row(0))
    let statusRows = rect.height >= 24 ? 5 : 0
    let least = max(3, rect.height / 5)
    let (sections, rest) = sections(charts.contents, rows: rect.height - least - 3 - statusRows)
    let (curve, below) = rect.inset(top: 1).splitTop(least + 1 + rest)
    parts.append(charts.volume(yLabels: rect.width >= 40, in: curve.inset(bottom: 1)))
    var room = below
    for (chart, rows) in sections {
      let (place, next) = room.splitTop(rows)
      addSection(chart, charts, in: place.inset(bottom: 1), &parts)
      room = next
    }
    if statusRows > 0 { parts.append(charts.status(in: rect.inset(top: rect.height - 4))) }
  }

  private func addSection(_ chart: Chart, _ charts: ChartFactory, in rect: Rect, _ parts: inout [ChartPart]) {
    let name = SafeText(presentation.words.name(of: chart))
    parts.add(line(.plain(name, style: styles.heading)), in: rect.row(0))
    parts.append(charts.terms(chart, in: rect.inset(top: 1)))
  }

  /// The charts of terms that have something to show with their rows, heading and blank row included, and the rows that are left.
  private func sections(_ contents: ChartContents, rows: Int) -> (sections: [(Chart, rows: Int)], rest: Int) {
    let shown = contents.filledCharts.prefix(max(0, rows / 5))
    var given: [Chart: Int] = [:]
    var rest = max(0, rows)
    // The shortest first: what it does not need goes to the others.
    for (place, chart) in shown.sorted(by: { contents.count(in: $0) < contents.count(in: $1) }).enumerated() {
      let wanted = 2 * contents.count(in: chart) + 1
      given[chart] = min(wanted, rest / (shown.count - place))
      rest -= given[chart] ?? 0
    }
    return (shown.map { ($0, rows: given[$0] ?? 0) }, rest)
  }
}
