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

  func draw(into buffer: inout Buffer) {
    let words = presentation.words
    guard let statistics = board.statistics else {
      presentation.drawTitle(words.statistics, isFocused: isFocused, in: frame.title, &buffer)
      buffer.write(SafeText(words.loading), in: frame.body.row(0).inset(left: 1), style: styles.muted)
      return
    }
    let charts = ChartFactory(
      statistics: statistics, presentation: presentation, selection: isFocused ? board.selection : nil)
    let span = statistics.reaches(now) ? " · " + words.last(words.name(of: board.shownSpan)) : ""
    let title = words.statistics + span
    let range = charts.selectedBucketText ?? charts.rangeTitle(now: now)
    presentation.drawTitle(title + " · " + range, isFocused: isFocused, in: frame.title, &buffer)
    let body = frame.body.inset(left: 1, right: 1)
    if body.height < 5 {
      drawLines(charts, in: body, &buffer)
    } else if body.width >= 56 {
      drawWide(charts, in: body, &buffer)
    } else {
      drawColumn(charts, in: body, &buffer)
    }
  }

  /// One to four lines: the curve with its sum, then tags, sources, status.
  private func drawLines(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let first = rect.row(0)
    let spark = min(24, first.width / 3)
    let focusLine = charts.selection.flatMap { rect.height == 1 ? line(for: $0.chart, charts) : nil }
    if let focusLine {
      LineView(focusLine, symbols: presentation.symbols).draw(in: first, into: &buffer)
      return
    }
    charts.sparkline().draw(in: first.splitLeft(spark).left, into: &buffer)
    var room = first.splitLeft(spark + 2).rest
    let summary = charts.summary()
    LineView(summary, symbols: presentation.symbols).draw(in: room, into: &buffer)
    room = room.splitLeft(summary.columns(presentation.widths) + 2).rest
    if rect.height == 1 {
      LineView(charts.termLine(.tags), symbols: presentation.symbols).draw(in: room, into: &buffer)
      return
    }
    for (offset, chart) in [Chart.tags, .sources, .status].enumerated() {
      LineView(line(for: chart, charts), symbols: presentation.symbols).draw(in: rect.row(offset + 1), into: &buffer)
    }
  }

  private func line(for chart: Chart, _ charts: ChartFactory) -> Line {
    switch chart {
    case .volume: charts.summary()
    case .status: charts.statusLine()
    case .tags, .sources, .labels: charts.termLine(chart)
    }
  }

  /// Curve on the left, tags on the right, shares and status below.
  private func drawWide(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let footRows = rect.height >= 9 ? 4 : rect.height >= 7 ? 2 : 0
    let (top, foot) = rect.splitTop(rect.height - footRows)
    let (left, right) = top.splitLeft(top.width * 9 / 20)
    LineView(charts.summary(), symbols: presentation.symbols).draw(in: left.row(0), into: &buffer)
    charts.volume(yLabels: false).draw(in: left.inset(top: 1), into: &buffer)
    drawTerms(charts, in: right.inset(left: 2), &buffer)
    guard footRows > 0 else { return }
    let shares = charts.sourceShares()
    let showsLabels = charts.selection?.chart == .labels
    let rows = foot.inset(top: footRows == 4 ? 1 : 0)
    shares.draw(in: rows.row(0), into: &buffer)
    LineView(showsLabels ? charts.termLine(.labels) : shares.legend(width: rows.width), symbols: presentation.symbols)
      .draw(
        in: rows.row(1), into: &buffer)
    LineView(charts.statusLine(), symbols: presentation.symbols).draw(in: rows.row(2), into: &buffer)
  }

  private func drawTerms(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let chart = charts.selection.map { [.sources, .labels, .status].contains($0.chart) ? $0.chart : .tags } ?? .tags
    if chart == .status {
      charts.status().draw(in: rect, into: &buffer)
    } else {
      charts.terms(chart, limit: rect.height).draw(in: rect, into: &buffer)
    }
  }

  /// Everything in one column. Terms take what they have use for; what they leave goes to the curve.
  private func drawColumn(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    LineView(charts.summary(), symbols: presentation.symbols).draw(in: rect.row(0), into: &buffer)
    let statusRows = rect.height >= 24 ? 5 : 0
    let least = max(3, rect.height / 5)
    let (sections, rest) = sections(charts.statistics, rows: rect.height - least - 3 - statusRows)
    let (curve, below) = rect.inset(top: 1).splitTop(least + 1 + rest)
    charts.volume(yLabels: rect.width >= 40).draw(in: curve.inset(bottom: 1), into: &buffer)
    var room = below
    for (chart, rows) in sections {
      let (place, next) = room.splitTop(rows)
      drawSection(chart, charts, in: place.inset(bottom: 1), &buffer)
      room = next
    }
    if statusRows > 0 { charts.status().draw(in: rect.inset(top: rect.height - 4), into: &buffer) }
  }

  private func drawSection(_ chart: Chart, _ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    let name = SafeText(presentation.words.name(of: chart))
    buffer.write(name, in: rect.row(0), style: styles.heading)
    charts.terms(chart, limit: rect.height - 1).draw(in: rect.inset(top: 1), into: &buffer)
  }

  /// The charts of terms that have something to show with their rows, heading and blank row included, and the rows that are left.
  private func sections(_ statistics: Statistics, rows: Int) -> (sections: [(Chart, rows: Int)], rest: Int) {
    let shown = [Chart.tags, .sources, .labels].filter { statistics.count(in: $0) > 0 }.prefix(max(0, rows / 5))
    var given: [Chart: Int] = [:]
    var rest = max(0, rows)
    // The shortest first: what it does not need goes to the others.
    for (place, chart) in shown.sorted(by: { statistics.count(in: $0) < statistics.count(in: $1) }).enumerated() {
      let wanted = 2 * statistics.count(in: chart) + 1
      given[chart] = min(wanted, rest / (shown.count - place))
      rest -= given[chart] ?? 0
    }
    return (shown.map { ($0, rows: given[$0] ?? 0) }, rest)
  }
}
