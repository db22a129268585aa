import NewsModel

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
