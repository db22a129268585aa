import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Makes the charts of statistics: the same ones in the pane and on the page, only larger there.
struct ChartFactory {
  let statistics: Statistics
  let presentation: Presentation
  /// What is selected, where the charts have the keys.
  let selection: ChartSelection?

  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var words: Words { presentation.words }

  private func selectedIndex(in chart: Chart) -> Int? {
    selection?.chart == chart ? selection?.index : nil
  }

  // MARK: - Volume

  func volume(yLabels: Bool) -> LineChart {
    LineChart(
      values: statistics.volume.map(\.count), symbols: symbols, axisStyle: styles.chartAxis,
      style: styles.series[0], yLabels: yLabels, xLabels: volumeLabels, selected: selectedIndex(in: .volume),
      selectedStyle: styles.selection, fillsArea: false)
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

  /// What the selected bucket holds, in words.
  var selectedBucketText: String? {
    guard let index = selectedIndex(in: .volume), statistics.volume.indices.contains(index) else { return nil }
    let bucket = statistics.volume[index]
    return name(of: bucket) + "  " + words.dayCount(bucket.count)
  }

  private func name(of bucket: VolumeBucket) -> String {
    let time = CivilTime(bucket.start, in: presentation.zone)
    return statistics.request.bucket == .hour
      ? time.monthAndDay + " " + time.clock : time.isoDate + " " + words.weekday(time)
  }

  /// The name of what is selected; nil where nothing is.
  var selectedName: String? {
    guard let selection, (0..<statistics.count(in: selection.chart)).contains(selection.index) else { return nil }
    return switch selection.chart {
    case .volume: name(of: statistics.volume[selection.index])
    case .tags, .sources, .labels: name(terms(of: selection.chart)[selection.index].name, in: selection.chart)
    case .status: name(of: StatusPart.allCases[selection.index])
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
  func summary() -> Line {
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

  func terms(_ chart: Chart, limit: Int) -> BarChart {
    let rows = terms(of: chart).prefix(limit).map { term in
      var trailing: [Span] = []
      if !term.series.isEmpty {
        trailing.append(Span(Sparkline.text(values: term.series, width: 7, symbols: symbols), style: styles.series[1]))
        trailing.append(alignedTrend(term.count, before: term.previousCount))
      }
      return BarChart.Row(
        label: SafeText(name(term.name, in: chart)), value: term.count,
        valueText: SafeText(words.briefNumber(term.count)), trailing: trailing)
    }
    return BarChart(
      rows: rows, selected: selectedIndex(in: chart), symbols: symbols, labelStyle: styles.text,
      barStyle: styles.chartBar, valueStyle: styles.text, selectedStyle: styles.selection)
  }

  private func terms(of chart: Chart) -> [TermCount] {
    switch chart {
    case .tags: statistics.tags
    case .sources: statistics.sources
    case .labels: statistics.labels
    case .volume, .status: []
    }
  }

  private func name(_ value: String, in chart: Chart) -> String {
    switch chart {
    case .sources: words.name(value, of: .source)
    case .labels: words.name(value, of: .label)
    case .tags, .volume, .status: value
    }
  }

  /// The most frequent terms in one line: `#IPO 15  #央行 9`.
  func termLine(_ chart: Chart) -> Line {
    let prefix = chart == .tags ? "#" : ""
    return Line(
      terms(of: chart).prefix(12).enumerated().flatMap { index, term in
        let style = selectedIndex(in: chart) == index ? styles.selection : styles.tag
        return [
          Span(SafeText(prefix + name(term.name, in: chart)), style: style),
          Span(SafeText(" " + words.briefNumber(term.count) + "  "), style: styles.text),
        ]
      })
  }

  // MARK: - Shares

  /// The sources' shares; what is not among the largest is one part.
  func sourceShares() -> StackedBar {
    let largest = statistics.sources.prefix(4)
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
  func status() -> BarChart {
    BarChart(
      rows: StatusPart.allCases.map { part in
        let count = part.count(in: statistics.overall)
        return BarChart.Row(
          label: SafeText(name(of: part)), value: count, valueText: SafeText(words.number(count)))
      }, selected: selectedIndex(in: .status), symbols: symbols, labelStyle: styles.text,
      barStyle: styles.chartBar, valueStyle: styles.text, selectedStyle: styles.selection)
  }

  func statusLine() -> Line {
    Line(
      StatusPart.allCases.enumerated().map { index, part in
        Span(
          SafeText(name(of: part) + " " + words.number(part.count(in: statistics.overall)) + "  "),
          style: selectedIndex(in: .status) == index ? styles.selection : styles.text)
      })
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
