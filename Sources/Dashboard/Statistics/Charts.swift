import NewsModel
import TextBasics
import Wording

/// The statistics that are shown: beside the list, and on a page of their own.
struct Charts: Feature {
  enum Event: Sendable {
    /// What is shown is to be counted anew, at once.
    case load
    /// What was counted is no longer so.
    case outdated
    case countedPane(Statistics, over: StatisticsSpan)
    case countedPage(Statistics, over: StatisticsSpan)
    /// The days of a year were counted.
    case countedDays(Statistics)

    case move(Movement)
    /// Goes to a later or earlier part of a time axis.
    case moveInTime(by: Int)
    /// Goes to the next chart that has something to select; around the end.
    case moveToChart(step: Int)
    case changeSpan(by: Int)
    /// Folds the pane to one line, or unfolds it.
    case fold
    /// Narrows the list to what is selected.
    case open
  }

  /// Charts of one time, and what is selected in them.
  struct Board: Hashable, Sendable {
    /// The one that was chosen.
    fileprivate(set) var span: StatisticsSpan
    /// The one that is shown: where the list says since when, the one that holds it.
    fileprivate(set) var shownSpan = StatisticsSpan.day
    fileprivate(set) var statistics: Statistics?
    fileprivate(set) var selection = ChartSelection()

    /// How many articles of a query are unread; nil where others were counted.
    func unread(of query: Query) -> Int? {
      statistics.flatMap { $0.request.query == query ? $0.overall.unread : nil }
    }

    /// Shows what was counted; the selection stays on what it was on.
    fileprivate mutating func show(_ counted: Statistics, over span: StatisticsSpan) {
      shownSpan = span
      selection = counted.selection(like: selection, in: statistics)
      statistics = counted
    }
  }

  /// Statistics that changed are counted again after this rest, so that a burst of changes is counted once.
  private static let delay = 300

  /// Beside the list.
  private(set) var pane: Board
  private(set) var page: Board
  /// Whether the pane has one line alone, however much room there is.
  private(set) var isFolded: Bool
  /// Daily counts of a year, for the calendar of the page.
  private(set) var calendar: Statistics?

  init(paneSpan: StatisticsSpan, pageSpan: StatisticsSpan?, isFolded: Bool) {
    self.isFolded = isFolded
    pane = Board(span: paneSpan)
    page = Board(span: pageSpan ?? .month)
  }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    let isPage = environment.page == .statistics
    switch event {
    case .load: return requests(environment)
    case .outdated: return [.wake(.statisticsDue, afterMilliseconds: Self.delay)]
    case .countedPane(let counted, let span): pane.show(counted, over: span)
    case .countedPage(let counted, let span): page.show(counted, over: span)
    case .countedDays(let counted): calendar = counted
    case .move(let movement): change(isPage) { $0.move(movement, crossing: isPage ? nil : Self.charts(isPage)) }
    case .moveInTime(let steps): change(isPage) { $0.move(.lines(steps), crossing: nil) }
    case .moveToChart(let step): change(isPage) { $0.moveToChart(step, among: Self.charts(isPage)) }
    case .changeSpan where StatisticsSpan.holding(environment.filter, now: environment.now) != nil:
      return [.notify(SafeText(environment.presentation.words.filterDecidesPeriod), isError: false)]
    case .changeSpan(let steps):
      var hasChanged = false
      change(isPage) { hasChanged = $0.changeSpan(by: steps) }
      return hasChanged ? requests(environment) : []
    case .fold: isFolded.toggle()
    case .open:
      let board = shown(onPage: isPage)
      return board.statistics?.query(for: board.selection, now: environment.now).map { [.narrow($0)] } ?? []
    }
    return []
  }

  /// The charts that the keys concern.
  func shown(onPage: Bool) -> Board { onPage ? page : pane }

  private mutating func change(_ isPage: Bool, _ body: (inout Board) -> Void) {
    if isPage { body(&page) } else { body(&pane) }
  }

  /// The charts that can be stepped through.
  private static func charts(_ isPage: Bool) -> [Chart] {
    isPage ? Chart.allCases : [.tags, .sources, .labels, .status, .volume]
  }

  private func requests(_ environment: Environment) -> [Outcome] {
    let query = environment.filter
    let span = StatisticsSpan.holding(query, now: environment.now)
    guard environment.page == .statistics else {
      return [.ask(StatisticsPaneRequest(query: query, span: span ?? pane.span))]
    }
    return [.ask(StatisticsPageRequest(query: query, span: span ?? page.span)), .ask(CalendarRequest(query: query))]
  }
}

// MARK: - Moving

extension Charts.Board {
  /// - Parameter charts: those into whose neighbours a step goes on; nil where it stays in its own.
  fileprivate mutating func move(_ movement: Movement, crossing charts: [Chart]?) {
    guard let statistics else { return }
    let last = max(0, statistics.count(in: selection.chart) - 1)
    switch movement {
    case .lines(let count): selection = statistics.moved(selection, by: count, crossing: charts)
    case .halfPages(let count), .pages(let count):
      selection = statistics.moved(selection, by: 10 * count, crossing: charts)
    case .toStart: selection.index = 0
    case .toEnd: selection.index = last
    }
  }

  fileprivate mutating func moveToChart(_ step: Int, among charts: [Chart]) {
    guard let statistics, let place = charts.firstIndex(of: selection.chart) else { return }
    let count = charts.count
    for distance in 1...count {
      let chart = charts[(place + step * distance + count * distance) % count]
      let length = statistics.count(in: chart)
      guard length > 0 else { continue }
      selection = ChartSelection(chart: chart, index: chart == .volume ? length - 1 : 0)
      return
    }
  }

  /// False where there is no longer or shorter one.
  fileprivate mutating func changeSpan(by steps: Int) -> Bool {
    let spans = StatisticsSpan.allCases
    let index = min(max(0, (spans.firstIndex(of: span) ?? 0) + steps), spans.count - 1)
    defer { span = spans[index] }
    return spans[index] != span
  }
}

// MARK: - Requests

/// The statistics beside the list.
struct StatisticsPaneRequest: Request {
  static let slot = RequestSlot.statisticsPane
  let query: Query
  let span: StatisticsSpan

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: span) }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedPane(statistics, over: span)) }
}

/// The statistics of the page that they have to themselves.
struct StatisticsPageRequest: Request {
  static let slot = RequestSlot.statisticsPage
  let query: Query
  let span: StatisticsSpan

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: span) }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedPage(statistics, over: span)) }
}

/// The days of a year.
struct CalendarRequest: Request {
  static let slot = RequestSlot.calendar
  let query: Query

  func response(from library: some Library) throws -> Statistics { try library.statistics(query, over: .year) }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedDays(statistics)) }
}
