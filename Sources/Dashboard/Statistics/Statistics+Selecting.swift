import NewsModel

/// The charts in which something can be selected.
enum Chart: String, Sendable, Hashable, CaseIterable {
  case volume
  case tags
  case sources
  case labels
  case status

  /// Whether time runs from the left to the right.
  var isTimeAxis: Bool { self == .volume }
}

/// One selectable thing of a chart.
struct ChartSelection: Sendable, Hashable {
  var chart = Chart.tags
  var index = 0
}

extension Statistics {
  /// How many things of a chart can be selected.
  func count(in chart: Chart) -> Int {
    switch chart {
    case .volume: volume.count
    case .tags: tags.count
    case .sources: sources.count
    case .labels: labels.count
    case .status: StatusPart.allCases.count
    }
  }

  /// The query that shows what is selected, and as many articles as the chart tells; nil where nothing is.
  func query(for selection: ChartSelection, now: Timestamp) -> Query? {
    guard (0..<count(in: selection.chart)).contains(selection.index) else { return nil }
    switch selection.chart {
    case .volume:
      let start = volume[selection.index].start
      let next = selection.index + 1
      return .and([.since(start), .until(next < volume.count ? volume[next].start : request.range.upperBound)])
    case .tags: return .allOf([.tag(tags[selection.index].name), rangeQuery(now)])
    case .sources: return .allOf([.source(sources[selection.index].name), rangeQuery(now)])
    case .labels: return .allOf([.label(labels[selection.index].name), rangeQuery(now)])
    case .status: return StatusPart.allCases[selection.index].query
    }
  }

  /// The range that was counted, as far as the list does not keep to it by itself.
  private func rangeQuery(_ now: Timestamp) -> Query {
    guard inRange.articles < overall.articles else { return .all }
    let (query, range) = (request.query, request.range)
    var terms: [Query] = []
    if query.beginning.map({ $0 < range.lowerBound }) ?? true { terms.append(.since(range.lowerBound)) }
    if range.upperBound <= now, query.end.map({ $0 > range.upperBound }) ?? true {
      terms.append(.until(range.upperBound))
    }
    return .allOf(terms)
  }

  /// Whether what is counted goes on until now.
  func reaches(_ now: Timestamp) -> Bool {
    request.range.upperBound > now - (request.bucket == .hour ? 3_600 : 86_400)
  }

  /// The place of what was selected in earlier statistics; of a time that is not there any more, the newest.
  func selection(like selection: ChartSelection, in earlier: Statistics?) -> ChartSelection {
    guard let earlier, (0..<earlier.count(in: selection.chart)).contains(selection.index) else {
      return clamped(selection)
    }
    func index(of terms: KeyPath<Statistics, [TermCount]>) -> Int {
      let name = earlier[keyPath: terms][selection.index].name
      return self[keyPath: terms].firstIndex { $0.name == name } ?? selection.index
    }
    let place =
      switch selection.chart {
      case .volume:
        volume.firstIndex { $0.start == earlier.volume[selection.index].start } ?? volume.count - 1
      case .tags: index(of: \.tags)
      case .sources: index(of: \.sources)
      case .labels: index(of: \.labels)
      case .status: selection.index
      }
    return clamped(ChartSelection(chart: selection.chart, index: place))
  }

  /// Keeps a selection inside of its chart, and moves it to one that has something to select.
  func clamped(_ selection: ChartSelection) -> ChartSelection {
    let count = count(in: selection.chart)
    guard count == 0 else {
      return ChartSelection(chart: selection.chart, index: min(max(0, selection.index), count - 1))
    }
    let chart = Chart.allCases.first { self.count(in: $0) > 0 } ?? .status
    // Of a course of time the newest part is of interest first.
    return ChartSelection(chart: chart, index: chart == .volume ? self.count(in: chart) - 1 : 0)
  }

  /// The next hour or day that has any news, in one direction: an empty one is nothing to filter by.
  private func nextFilledBucket(after index: Int, step: Int) -> Int {
    var index = index + step
    while volume.indices.contains(index), volume[index].count == 0 { index += step }
    return index
  }

  /// The selection `steps` further on; with `crossing` it goes on into the neighbouring chart.
  func moved(_ selection: ChartSelection, by steps: Int, crossing charts: [Chart]?) -> ChartSelection {
    let target =
      selection.chart == .volume && abs(steps) == 1
      ? nextFilledBucket(after: selection.index, step: steps) : selection.index + steps
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
    if selection.chart == .volume, abs(steps) == 1 { return selection }
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

extension StatisticsSpan {
  /// The shortest span that holds what a query lists which says since when; nil for other queries.
  ///
  /// Statistics end now, or with the newest article where that is older than the span is long.
  static func holding(_ query: Query, now: Timestamp) -> StatisticsSpan? {
    guard let beginning = query.beginning, beginning <= now else { return nil }
    let end = min(now, query.end ?? now)
    return allCases.first { span in
      guard let length = span.days.map({ Int64($0) * 86_400 }) else { return true }
      return now - beginning <= length || end - beginning <= length && now - end >= length
    }
  }
}

extension Query {
  /// The moment since when every article of the query was published; nil where it does not say so.
  fileprivate var beginning: Timestamp? {
    conjuncts.compactMap { if case .since(let time) = $0 { time } else { nil } }.max()
  }

  /// The moment before which every article of the query was published; nil where it does not say so.
  fileprivate var end: Timestamp? {
    conjuncts.compactMap { if case .until(let time) = $0 { time } else { nil } }.min()
  }
}
