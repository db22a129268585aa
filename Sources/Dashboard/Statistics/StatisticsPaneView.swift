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
    let title = words.statistics + " · " + words.last(words.name(of: board.span))
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

  /// Everything in one column, as far as it goes.
  private func drawColumn(_ charts: ChartFactory, in rect: Rect, _ buffer: inout Buffer) {
    LineView(charts.summary(), symbols: presentation.symbols).draw(in: rect.row(0), into: &buffer)
    let chartRows = min(10, max(3, rect.height / 4))
    charts.volume(yLabels: rect.width >= 40).draw(in: rect.splitTop(chartRows + 1).top.inset(top: 1), into: &buffer)
    var room = rect.splitTop(chartRows + 2).rest
    for chart in [Chart.tags, .sources, .labels] where room.height >= 4 {
      let count = min(charts.statistics.count(in: chart), max(3, room.height / 3))
      guard count > 0 else { continue }
      let field: TermField = chart == .tags ? .tag : chart == .sources ? .source : .label
      buffer.write(SafeText(presentation.words.name(of: field)), in: room.row(0), style: styles.heading)
      charts.terms(chart, limit: count).draw(in: room.splitTop(count + 1).top.inset(top: 1), into: &buffer)
      room = room.splitTop(count + 2).rest
    }
    if room.height >= 4 { charts.status().draw(in: room, into: &buffer) }
  }
}
