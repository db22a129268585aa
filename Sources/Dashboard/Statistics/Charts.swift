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
    /// The span is nil where the filter states the time.
    case countedPane(Statistics, over: StatisticsSpan?)
    case countedPage(Statistics, over: StatisticsSpan?)
    /// The days of a year were counted.
    case countedDays(Statistics)
    /// It was counted whether the news of companies is good or bad.
    case countedTones([String: ToneCounts], in: StatisticsRequest)

    case move(Movement)
    /// Goes to a later or earlier part of a time axis.
    case moveInTime(by: Int)
    /// Goes to the next chart that has something to select; around the end.
    case moveToChart(step: Int)
    case changeSpan(by: Int)
    /// A click selects, a second one opens.
    case click(ChartSelection)
    /// Narrows the list to what is selected.
    case open
  }

  /// Charts of one time, and what is selected in them.
  struct Board: Hashable, Sendable {
    /// The one that was chosen.
    fileprivate(set) var span: StatisticsSpan
    /// The one that is shown; nil where the list states its time.
    fileprivate(set) var shownSpan: StatisticsSpan? = .day
    private(set) var contents: ChartContents?
    fileprivate(set) var selection = ChartSelection()
    /// What was clicked last.
    fileprivate var clicked: ChartSelection?

    var statistics: Statistics? { contents?.statistics }

    /// How many articles of a query are unread; nil where others were counted.
    func unread(of query: Query) -> Int? {
      statistics.flatMap { $0.request.query == query ? $0.overall.unread : nil }
    }

    /// Shows what was counted; the selection stays on what it was on.
    fileprivate mutating func show(_ counted: ChartContents) {
      selection = counted.selection(like: selection, in: contents)
      contents = counted
    }

    /// The tones that were counted for a request; none where it was another one.
    fileprivate func tones(in request: StatisticsRequest) -> [String: ToneCounts] {
      statistics?.request == request ? contents?.tones ?? [:] : [:]
    }
  }

  /// Statistics that changed are counted again after this rest, so that a burst of changes is counted once.
  private static let delay = 300

  /// Beside the list.
  private(set) var pane: Board
  private(set) var page: Board
  /// Daily counts of a year, for the calendar of the page.
  private var calendar: Statistics?

  init(paneSpan: StatisticsSpan, pageSpan: StatisticsSpan?) {
    pane = Board(span: paneSpan)
    page = Board(span: pageSpan ?? .month)
  }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    let isPage = environment.page == .statistics
    switch event {
    case .load: return requests(environment)
    case .outdated: return [.wake(.statisticsDue, afterMilliseconds: Self.delay)]
    case .countedPane(let counted, let span):
      pane.shownSpan = span
      pane.show(ChartContents(counted))
    case .countedPage(let counted, let span):
      page.shownSpan = span
      page.show(ChartContents(counted, calendar: calendar, tones: page.tones(in: counted.request)))
      let companies = page.contents?.terms(of: .companies).map(\.name) ?? []
      return companies.isEmpty ? [] : [.ask(CompanyTonesRequest(companies: companies, counted: counted.request))]
    case .countedDays(let counted):
      calendar = counted
      guard let contents = page.contents else { break }
      page.show(ChartContents(contents.statistics, calendar: counted, tones: contents.tones))
    case .countedTones(let tones, let request):
      guard let statistics = page.statistics, statistics.request == request else { break }
      page.show(ChartContents(statistics, calendar: calendar, tones: tones))
    case .move(let movement): change(isPage) { $0.move(movement, crossing: isPage ? nil : Self.charts(isPage)) }
    case .moveInTime(let steps):
      change(isPage) { $0.move(.lines(steps * ($0.selection.chart.stepInTime ?? 1)), crossing: nil) }
    case .moveToChart(let step): change(isPage) { $0.moveToChart(step, among: Self.charts(isPage)) }
    case .changeSpan where Self.statesTime(environment):
      return [.notify(SafeText(environment.presentation.words.filterDecidesPeriod), isError: false)]
    case .changeSpan(let steps):
      var hasChanged = false
      change(isPage) { hasChanged = $0.changeSpan(by: steps) }
      return hasChanged ? requests(environment) : []
    case .click(let selection):
      let board = shown(onPage: isPage)
      if board.clicked == selection, board.selection == selection { return open(board, environment) }
      change(isPage) { ($0.selection, $0.clicked) = (selection, selection) }
    case .open: return open(shown(onPage: isPage), environment)
    }
    return []
  }

  private func open(_ board: Board, _ environment: Environment) -> [Outcome] {
    board.contents?.query(for: board.selection, now: environment.now).map { [.narrow($0)] } ?? []
  }

  /// The charts that the keys concern.
  func shown(onPage: Bool) -> Board { onPage ? page : pane }

  private mutating func change(_ isPage: Bool, _ body: (inout Board) -> Void) {
    if isPage { body(&page) } else { body(&pane) }
  }

  /// The charts that can be stepped through.
  private static func charts(_ isPage: Bool) -> [Chart] {
    isPage ? Chart.allCases : Chart.ofTerms + [.status, .volume]
  }

  private func requests(_ environment: Environment) -> [Outcome] {
    let query = environment.filter
    let statesTime = Self.statesTime(environment)
    guard environment.page == .statistics else {
      return [.ask(StatisticsPaneRequest(query: query, span: statesTime ? nil : pane.span))]
    }
    let request = StatisticsPageRequest(query: query, span: statesTime ? nil : page.span)
    return [.ask(request), .ask(CalendarRequest(query: query))]
  }

  /// Whether the list says since when, so that statistics are about that time.
  private static func statesTime(_ environment: Environment) -> Bool {
    environment.filter.beginning.map { $0 <= environment.filter.lastMoment(now: environment.now) } ?? false
  }
}

// MARK: - Moving

extension Charts.Board {
  /// - Parameter charts: those into whose neighbours a step goes on; nil where it stays in its own.
  fileprivate mutating func move(_ movement: Movement, crossing charts: [Chart]?) {
    guard let contents else { return }
    func moved(from index: Int, by step: Int) -> ChartSelection {
      contents.moved(ChartSelection(chart: selection.chart, index: index), by: step, crossing: nil)
    }
    switch movement {
    case .lines(let count): selection = contents.moved(selection, by: count, crossing: charts)
    case .halfPages(let count), .pages(let count):
      selection = contents.moved(selection, by: 10 * count, crossing: charts)
    case .toStart: selection = contents.clamped(moved(from: -1, by: 1))
    case .toEnd: selection = contents.clamped(moved(from: contents.count(in: selection.chart), by: -1))
    }
  }

  fileprivate mutating func moveToChart(_ step: Int, among charts: [Chart]) {
    guard let contents, let place = charts.firstIndex(of: selection.chart) else { return }
    let count = charts.count
    for distance in 1...count {
      let chart = charts[(place + step * distance + count * distance) % count]
      guard contents.count(in: chart) > 0 else { continue }
      selection = contents.firstSelection(in: chart)
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
  /// Nil where the query states the time.
  let span: StatisticsSpan?

  func response(from library: some Library) throws -> Statistics {
    try library.statistics(query, over: span, fields: Chart.ofTerms.compactMap(\.field))
  }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedPane(statistics, over: span)) }
}

/// The statistics of the page that they have to themselves.
struct StatisticsPageRequest: Request {
  static let slot = RequestSlot.statisticsPage
  let query: Query
  let span: StatisticsSpan?

  func response(from library: some Library) throws -> Statistics {
    try library.statistics(query, over: span, fields: Chart.ofTerms.compactMap(\.field))
  }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedPage(statistics, over: span)) }
}

/// Whether the news of the page's companies is good or bad. It follows the rest, as each company is counted by itself.
struct CompanyTonesRequest: Request {
  static let slot = RequestSlot.companyTones
  let companies: [String]
  /// What was counted of them.
  let counted: StatisticsRequest

  func response(from library: some Library) throws -> [String: ToneCounts] {
    try library.tones(of: companies, in: counted)
  }

  func event(for tones: [String: ToneCounts]) -> DashboardEvent { .charts(.countedTones(tones, in: counted)) }
}

/// The days of a year.
struct CalendarRequest: Request {
  static let slot = RequestSlot.calendar
  let query: Query

  func response(from library: some Library) throws -> Statistics {
    try library.statistics(query, over: .year, fields: [])
  }

  func event(for statistics: Statistics) -> DashboardEvent { .charts(.countedDays(statistics)) }
}
