import NewsModel

/// The charts in which something can be selected, in the order in which the keys go through them.
enum Chart: String, Sendable, Hashable, CaseIterable {
  case volume
  case tags
  case companies
  case events
  case sources
  case calendar
  case topics
  case labels
  case status

  /// The charts that count the values of a field, what says most of the news first.
  static let ofTerms = allCases.filter { $0.field != nil }

  /// The field whose values it counts; nil for charts of something else.
  var field: TermField? {
    switch self {
    case .tags: .tag
    case .companies: .company
    case .events: .event
    case .sources: .source
    case .topics: .topic
    case .labels: .label
    case .volume, .calendar, .status: nil
    }
  }

  /// How many things `l` goes on in a chart in which time runs from the left to the right: in the calendar a week. Nil for other charts.
  var stepInTime: Int? {
    switch self {
    case .volume: 1
    case .calendar: 7
    case .tags, .companies, .events, .sources, .topics, .labels, .status: nil
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
  /// Whether the news of companies is good or bad, as far as that is counted yet; nil where it is not to be told.
  let tones: [String: ToneCounts]?

  init(_ statistics: Statistics, calendar: Statistics? = nil, tones: [String: ToneCounts]? = nil) {
    self.statistics = statistics
    self.calendar = calendar
    self.tones = tones
  }

  /// The days of the calendar, oldest first.
  var days: [VolumeBucket] { calendar?.volume ?? [] }

  /// How many things of a chart can be selected.
  func count(in chart: Chart) -> Int {
    switch chart {
    case .volume: statistics.volume.count
    case .calendar: days.contains { $0.count > 0 } ? days.count : 0
    case .status: StatusPart.allCases.count
    case .tags, .companies, .events, .sources, .topics, .labels: terms(of: chart).count
    }
  }

  /// The values that a chart counts; none for charts of something else.
  func terms(of chart: Chart) -> [TermCount] { chart.field.flatMap { statistics.terms[$0] } ?? [] }

  /// The charts of terms that have something to show.
  var filledCharts: [Chart] { Chart.ofTerms.filter { count(in: $0) > 0 } }

  /// The chart that says most of the news: that of tags, of companies where there are no tags, and so on.
  var leadingChart: Chart { filledCharts.first ?? .tags }

  /// The query that shows what is selected, and as many articles as the chart tells; nil where nothing is.
  func query(for selection: ChartSelection, now: Timestamp) -> Query? {
    guard (0..<count(in: selection.chart)).contains(selection.index) else { return nil }
    switch selection.chart {
    case .volume: return Self.query(for: selection.index, of: statistics)
    case .calendar: return calendar.map { Self.query(for: selection.index, of: $0) }
    case .status: return StatusPart.allCases[selection.index].query
    case .tags, .companies, .events, .sources, .topics, .labels:
      let name = terms(of: selection.chart)[selection.index].name
      return selection.chart.field.map { .allOf([.term($0, name), rangeQuery(now)]) }
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
    case .tags, .companies, .events, .sources, .topics, .labels, .status: []
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

  /// Keeps a selection inside of its chart. From tags and what says as much as they do it moves to the first that has something to
  /// select, and else to the course of time.
  func clamped(_ selection: ChartSelection) -> ChartSelection {
    let count = count(in: selection.chart)
    guard count == 0 else {
      return ChartSelection(chart: selection.chart, index: min(max(0, selection.index), count - 1))
    }
    let likely: [Chart] = [.tags, .companies, .events, .topics] + Chart.allCases
    return firstSelection(in: likely.first { self.count(in: $0) > 0 } ?? .status)
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
