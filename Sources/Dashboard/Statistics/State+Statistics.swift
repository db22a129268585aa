import NewsModel

extension State {
  /// Statistics that changed are counted again after this rest, so that a burst of changes is counted once.
  static let statisticsDelay = 300

  /// Counts anew what the shown page needs.
  mutating func loadStatistics(_ effects: inout [Effect]) {
    if page == .statistics {
      statisticsPage.isLoading = true
      ask(StatisticsPageRequest(query: filter, span: statisticsPage.span), &effects)
      ask(CalendarRequest(query: filter), &effects)
    } else {
      statistics.isLoading = true
      ask(StatisticsPaneRequest(query: filter, span: statistics.span), &effects)
    }
  }

  mutating func statisticsOutdated(_ effects: inout [Effect]) {
    wake(.statisticsDue, afterMilliseconds: Self.statisticsDelay, &effects)
  }

  /// The charts that can be stepped through where statistics are shown now.
  var shownCharts: [Chart] {
    page == .statistics ? Chart.allCases : [.tags, .sources, .labels, .status, .volume]
  }

  var shownStatistics: Statistics? {
    page == .statistics ? statisticsPage.statistics : statistics.statistics
  }

  var chartSelection: ChartSelection {
    get { page == .statistics ? statisticsPage.selection : statistics.selection }
    set {
      if page == .statistics { statisticsPage.selection = newValue } else { statistics.selection = newValue }
    }
  }

  mutating func moveChartSelection(by steps: Int) {
    guard let shown = shownStatistics else { return }
    chartSelection = shown.moved(chartSelection, by: steps, crossing: page == .news ? shownCharts : nil)
  }

  mutating func moveChartSelection(toEnd: Bool) {
    guard let shown = shownStatistics else { return }
    let last = max(0, shown.count(in: chartSelection.chart) - 1)
    chartSelection = ChartSelection(chart: chartSelection.chart, index: toEnd ? last : 0)
  }

  /// Goes to the next chart that has something to select; around the end.
  mutating func moveToChart(step: Int) {
    guard let shown = shownStatistics, let place = shownCharts.firstIndex(of: chartSelection.chart) else { return }
    let count = shownCharts.count
    for distance in 1...count {
      let chart = shownCharts[(place + step * distance + count * distance) % count]
      guard shown.count(in: chart) > 0 else { continue }
      chartSelection = ChartSelection(chart: chart, index: chart == .volume ? shown.count(in: chart) - 1 : 0)
      return
    }
  }

  mutating func drillDownSelection(_ effects: inout [Effect]) {
    guard let query = shownStatistics?.query(for: chartSelection) else { return }
    drillDown(to: query, &effects)
  }

  mutating func changeSpan(by steps: Int, _ effects: inout [Effect]) {
    let spans = StatisticsSpan.allCases
    let present = page == .statistics ? statisticsPage.span : statistics.span
    let index = min(max(0, (spans.firstIndex(of: present) ?? 0) + steps), spans.count - 1)
    guard spans[index] != present else { return }
    if page == .statistics { statisticsPage.span = spans[index] } else { statistics.span = spans[index] }
    loadStatistics(&effects)
  }
}

/// The statistics beside the list.
struct StatisticsPaneRequest: Request {
  static let slot = RequestSlot.statisticsPane
  let query: Query
  let span: StatisticsSpan

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: span) }

  func received(_ statistics: Statistics, _ state: inout State, _ effects: inout [Effect]) {
    state.statistics.show(statistics)
  }
}

/// The statistics of the page that they have to themselves.
struct StatisticsPageRequest: Request {
  static let slot = RequestSlot.statisticsPage
  let query: Query
  let span: StatisticsSpan

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: span) }

  func received(_ statistics: Statistics, _ state: inout State, _ effects: inout [Effect]) {
    state.statisticsPage.show(statistics)
  }
}

/// The days of a year.
struct CalendarRequest: Request {
  static let slot = RequestSlot.calendar
  let query: Query

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: .year) }

  func received(_ statistics: Statistics, _ state: inout State, _ effects: inout [Effect]) {
    state.statisticsPage.calendar = statistics
  }
}
