import NewsModel

/// The charts in which something can be selected, in the order in which the keys go through them.
enum Chart: String, Sendable, Hashable, CaseIterable {
  case volume
  case tags
  case sources
  case calendar
  case labels
  case status

  /// How many things `l` goes on in a chart in which time runs from the left to the right: in the calendar a week. Nil for other charts.
  var stepInTime: Int? {
    switch self {
    case .volume: 1
    case .calendar: 7
    case .tags, .sources, .labels, .status: nil
    }
  }
}

/// One selectable thing of a chart.
struct ChartSelection: Sendable, Hashable {
  var chart = Chart.tags
  var index = 0
}

/// What the charts show: counts over a span, and those of the days of a year.
struct ChartContents: Hashable, Sendable {
  let statistics: Statistics
  /// Nil where there is no calendar.
  let calendar: Statistics?

  init(_ statistics: Statistics, calendar: Statistics? = nil) {
    self.statistics = statistics
    self.calendar = calendar
  }

  /// The days of the calendar, oldest first.
  var days: [VolumeBucket] { calendar?.volume ?? [] }

  /// How many things of a chart can be selected.
  func count(in chart: Chart) -> Int {
    switch chart {
    case .volume: statistics.volume.count
    case .tags: statistics.tags.count
    case .sources: statistics.sources.count
    case .calendar: days.contains { $0.count > 0 } ? days.count : 0
    case .labels: statistics.labels.count
    case .status: StatusPart.allCases.count
    }
  }

  /// The query that shows what is selected, and as many articles as the chart tells; nil where nothing is.
  func query(for selection: ChartSelection, now: Timestamp) -> Query? {
    guard (0..<count(in: selection.chart)).contains(selection.index) else { return nil }
    switch selection.chart {
    case .volume: return Self.query(for: selection.index, of: statistics)
    case .calendar: return calendar.map { Self.query(for: selection.index, of: $0) }
    case .tags: return .allOf([.tag(statistics.tags[selection.index].name), rangeQuery(now)])
    case .sources: return .allOf([.source(statistics.sources[selection.index].name), rangeQuery(now)])
    case .labels: return .allOf([.label(statistics.labels[selection.index].name), rangeQuery(now)])
    case .status: return StatusPart.allCases[selection.index].query
    }
  }

  /// The time of one bucket.
  private static func query(for index: Int, of statistics: Statistics) -> Query {
    let (volume, next) = (statistics.volume, index + 1)
    let end = next < volume.count ? volume[next].start : statistics.request.range.upperBound
    return .and([.since(volume[index].start), .until(end)])
  }

  /// The range that was counted, as far as the list does not keep to it by itself.
  private func rangeQuery(_ now: Timestamp) -> Query {
    guard statistics.inRange.articles < statistics.overall.articles else { return .all }
    let (query, range) = (statistics.request.query, statistics.request.range)
    var terms: [Query] = []
    if query.beginning.map({ $0 < range.lowerBound }) ?? true { terms.append(.since(range.lowerBound)) }
    if range.upperBound <= now, query.end.map({ $0 > range.upperBound }) ?? true {
      terms.append(.until(range.upperBound))
    }
    return .allOf(terms)
  }

  /// Whether what is counted goes on until now.
  func reaches(_ now: Timestamp) -> Bool {
    statistics.request.range.upperBound > now - (statistics.request.bucket == .hour ? 3_600 : 86_400)
  }
}

// MARK: - Selecting

extension ChartContents {
  /// The buckets of a time axis; none for other charts.
  private func buckets(of chart: Chart) -> [VolumeBucket] {
    switch chart {
    case .volume: statistics.volume
    case .calendar: days
    case .tags, .sources, .labels, .status: []
    }
  }

  private func terms(of chart: Chart) -> [TermCount] {
    switch chart {
    case .tags: statistics.tags
    case .sources: statistics.sources
    case .labels: statistics.labels
    case .volume, .calendar, .status: []
    }
  }

  /// What is selected of a chart at first. Of a course of time the newest part is of interest.
  func firstSelection(in chart: Chart) -> ChartSelection {
    let buckets = buckets(of: chart)
    let filled = chart == .calendar ? buckets.lastIndex { $0.count > 0 } : nil
    return ChartSelection(chart: chart, index: filled ?? max(0, buckets.count - 1))
  }

  /// The place of what was selected in earlier contents; of a time that is not there any more, the newest.
  func selection(like selection: ChartSelection, in earlier: ChartContents?) -> ChartSelection {
    guard let earlier, (0..<earlier.count(in: selection.chart)).contains(selection.index) else {
      return clamped(selection)
    }
    let chart = selection.chart
    let index =
      if chart.stepInTime != nil {
        buckets(of: chart).firstIndex { $0.start == earlier.buckets(of: chart)[selection.index].start }
          ?? firstSelection(in: chart).index
      } else if chart == .status {
        selection.index
      } else {
        terms(of: chart).firstIndex { $0.name == earlier.terms(of: chart)[selection.index].name } ?? selection.index
      }
    return clamped(ChartSelection(chart: chart, index: index))
  }

  /// Keeps a selection inside of its chart, and moves it to one that has something to select.
  func clamped(_ selection: ChartSelection) -> ChartSelection {
    let count = count(in: selection.chart)
    guard count == 0 else {
      return ChartSelection(chart: selection.chart, index: min(max(0, selection.index), count - 1))
    }
    return firstSelection(in: Chart.allCases.first { self.count(in: $0) > 0 } ?? .status)
  }

  /// The selection `steps` further on; with `crossing` it goes on into the neighbouring chart.
  ///
  /// A step in time goes on to what has any news: an empty hour or day is nothing to filter by.
  func moved(_ selection: ChartSelection, by steps: Int, crossing charts: [Chart]?) -> ChartSelection {
    let buckets = buckets(of: selection.chart)
    let isStepInTime = !buckets.isEmpty && [1, selection.chart.stepInTime].contains(abs(steps))
    var target = selection.index + steps
    while isStepInTime, buckets.indices.contains(target), buckets[target].count == 0 { target += steps }
    let count = count(in: selection.chart)
    if (0..<count).contains(target) { return ChartSelection(chart: selection.chart, index: target) }
    if let charts, abs(steps) == 1, let place = charts.firstIndex(of: selection.chart) {
      var neighbour = place + steps
      while charts.indices.contains(neighbour) {
        let size = self.count(in: charts[neighbour])
        if size > 0 { return ChartSelection(chart: charts[neighbour], index: steps > 0 ? 0 : size - 1) }
        neighbour += steps
      }
    }
    if isStepInTime { return selection }
    return ChartSelection(chart: selection.chart, index: min(max(0, target), max(0, count - 1)))
  }
}

/// The parts of the bar that shows how much has been read.
enum StatusPart: CaseIterable, Sendable, Hashable {
  case unread
  case read
  case starred
  case stub

  var query: Query {
    switch self {
    case .unread: .unread
    case .read: .read
    case .starred: .starred
    case .stub: .stub
    }
  }

  func count(in totals: Totals) -> Int {
    switch self {
    case .unread: totals.unread
    case .read: totals.articles - totals.unread
    case .starred: totals.starred
    case .stub: totals.stubs
    }
  }
}
