import NewsModel
import Terminal
import Testing

@testable import Dashboard

@Suite struct StatisticsSessionTests {
  @Test func enterOnATagOfThePaneFiltersTheFeed() {
    var session = Session()
    session.type("Tab Tab j Enter")
    #expect(session.state.filter.conjuncts.contains { $0.isTag })
    #expect(session.state.focus == .feed)
    #expect(session.state.timeline.headlines.count < 120)
  }

  @Test func paneStepsThroughAllItsCharts() {
    var session = Session()
    session.type("Tab Tab")
    var seen: Set<Chart> = []
    for _ in 0..<60 {
      seen.insert(session.state.charts.pane.selection.chart)
      session.type("j")
    }
    #expect(seen == [.tags, .sources, .labels, .status, .volume])
  }

  @Test(arguments: [
    ("S-Tab", Chart.volume), ("", .tags), ("Tab", .sources), ("Tab Tab", .calendar), ("Tab Tab Tab", .labels),
    ("Tab Tab Tab Tab", .status),
  ])
  func everyChartOfThePageDrillsDown(keys: String, chart: Chart) {
    var session = Session()
    session.type("3 " + keys)
    #expect(session.state.charts.page.selection.chart == chart)
    let count = session.state.timeline.total ?? 0
    session.type("Enter")
    #expect(session.state.page == .news)
    #expect(session.state.filter != .all)
    #expect(session.state.timeline.total ?? count < count)
    #expect(!session.state.timeline.headlines.isEmpty)
  }

  @Test func volumeBeginsAtTheNewestAndSkipsWhatIsEmpty() {
    var articles = SampleNews.articles(3)
    articles[1].headline.published = articles[0].headline.published - 5 * 86_400
    articles[2].headline.published = articles[0].headline.published - 5 * 86_400
    articles.indices.forEach { articles[$0].headline.pageTags = [] }
    var session = Session(articles: articles)
    session.type("3")
    let newest = session.state.charts.page.selection
    #expect(newest == ChartSelection(chart: .volume, index: 29))
    session.type("k")
    #expect(session.state.charts.page.selection.index == 24)
    session.type("k")
    #expect(session.state.charts.page.selection.index == 24)
    session.type("Enter")
    #expect(session.state.timeline.headlines.count == 2)
  }

  @Test(arguments: [("h", "l"), ("Left", "Right")])
  func aTimeAxisOfThePageIsLeftByEscapeAlone(earlier: String, later: String) {
    var session = Session()
    session.type("3 S-Tab")
    let newest = session.state.charts.page.selection
    session.type(earlier)
    #expect(session.state.charts.page.selection == ChartSelection(chart: .volume, index: newest.index - 1))
    session.type("\(later) \(later)")
    #expect(session.state.charts.page.selection == newest)
    #expect(session.state.page == .statistics)
    session.type(Array(repeating: earlier, count: 100).joined(separator: " "))
    #expect(session.state.page == .statistics)
    session.type("Esc")
    #expect(session.state.page == .news)
  }

  @Test func theTimeAxisOfThePaneKeepsTheKeys() {
    var session = Session()
    session.type("Tab Tab")
    for _ in 0..<60 { session.type("j") }
    let selected = session.state.charts.pane.selection
    #expect(selected.chart == .volume)
    session.type("h h l")
    #expect(session.state.focus == .statistics)
    #expect(session.state.charts.pane.selection.index < selected.index)
    #expect(session.state.filter == .all)
    session.type("q")
    #expect(session.state.focus == .feed)
  }

  @Test func onBarsTheKeyOfATimeAxisSaysWhatGoesBack() {
    var session = Session()
    session.type("3 h")
    #expect(session.state.page == .statistics)
    #expect(session.text.contains("时间轴"))
    session.type("l")
    #expect(session.state.page == .news)
    #expect(session.state.filter.conjuncts.contains { $0.isTag })
  }

  @Test func selectionKeepsToItsDayWhenTheRangeChanges() {
    var session = Session()
    session.type("3 S-Tab k")
    let selected = session.state.charts.page
    let day = selected.statistics?.volume[selected.selection.index].start
    session.type("]")
    let longer = session.state.charts.page
    #expect(longer.statistics?.volume[longer.selection.index].start == day)
    #expect(longer.selection.index > selected.selection.index)
  }

  @Test func breadcrumbAndHintsNameTheSelection() {
    var session = Session()
    session.type("3")
    let name = session.state.charts.page.statistics?.tags[0].name ?? ""
    #expect(session.lines[38].contains("统计 › 标签 › " + name))
    #expect(session.lines[39].contains("Tab 切换图表  ↵ 按此筛选"))
  }

  @Test func rangeChangesAndStopsAtItsEnds() {
    var session = Session()
    session.type("3 [ [ [ [ [")
    #expect(session.state.charts.page.span == .day)
    session.type("] ] ] ] ] ] ]")
    #expect(session.state.charts.page.span == .everything)
    #expect(session.text.contains("[全部]"))
  }

  @Test func statisticsFollowTheFilterAndTheMarks() {
    var session = Session()
    #expect(session.state.charts.pane.statistics?.overall.unread == 80)
    session.type("m")
    session.pass(milliseconds: 1_000)
    #expect(session.state.charts.pane.statistics?.overall.unread == 79)
    session.send(.command(.filterStarred))
    #expect(session.state.charts.pane.statistics?.overall.articles == 14)
  }

  @Test func burstOfChangesIsCountedOnce() {
    var session = Session()
    session.isLibrarySlow = true
    for _ in 0..<10 { session.send(.libraryChanged) }
    session.pass(milliseconds: 1_000)
    #expect(session.waiting(StatisticsPaneRequest.self).count == 1)
  }

  @Test func drillingKeepsTheRangeAndTheNumber() {
    var session = Session()
    session.type("3 [")
    let board = session.state.charts.page
    let tag = board.statistics?.tags[0]
    session.type("Enter 3")
    #expect(session.state.timeline.total == tag?.count)
    #expect(session.state.charts.page.statistics?.request.range == board.statistics?.request.range)
  }

  @Test func theFilterDecidesThePeriodWhereItSaysSinceWhen() {
    var session = Session()
    session.send(.command(.showStatistics))
    session.type("f")
    session.enter("since:2026-03-12 until:2026-03-15")
    session.type("Enter 3")
    #expect(session.state.charts.page.statistics?.volume.count == 4)
    #expect(session.text.contains("每日新闻量 · 03-12 至 03-15"))
    #expect(session.text.contains("时段：按筛选条件"))
    session.type("]")
    #expect(session.text.contains("时段由筛选决定"))
    #expect(session.state.charts.page.span == .month)
    session.type("1")
    #expect(session.text.contains("统计 · 03-12 至 03-15"))
  }

  @Test func theFoldedPaneIsRemembered() throws {
    var session = Session()
    session.type("-")
    #expect(session.state.arrangement.panes[.statistics]?.body.height == 1)
    let next = Session(restoring: session.state.session)
    #expect(next.state.arrangement.panes[.statistics]?.body.height == 1)
    session.type("-")
    #expect(session.state.arrangement.panes[.statistics]?.body.height == 12)
    session.type("3 -")
    #expect(session.text.contains("只能收起资讯页的统计"))
  }

  @Test func thePageForOneChartNamesTheOthers() {
    var session = Session(width: 80, height: 24)
    session.type("3")
    #expect(session.text.contains("新闻量 [标签] 来源 日历 栏目 阅读状态 · Tab"))
    session.type("Tab")
    #expect(session.text.contains("标签 [来源]"))
  }

  @Test func aListThatEndsInThePastIsCountedUpToItsEnd() {
    var session = Session()
    session.type("f")
    session.enter("until:2026-03-15")
    session.type("Enter 3")
    #expect(session.text.contains("每日新闻量 · 02-14 至 03-15"))
    #expect(session.text.contains("[30天]"))
  }

  @Test func twoDaysAndLessAreCountedByHours() {
    var session = Session()
    session.type("f")
    session.enter("since:2026-03-16 until:2026-03-17")
    session.type("Enter 3")
    #expect(session.state.charts.page.statistics?.volume.count == 48)
    #expect(session.text.contains("每小时新闻量 · 03-16 00:00 至 03-17 23:00"))
  }

  @Test func aDayOfTheCalendarIsReachedByKeysAndTheLadderComesBack() throws {
    var articles = SampleNews.articles()
    articles[5].headline.published = articles[0].headline.published - 14 * 86_400
    var session = Session(articles: articles)
    session.type("3 Tab Tab")
    let calendar = try #require(session.state.charts.page.contents?.days)
    let newest = session.state.charts.page.selection
    #expect(newest == ChartSelection(chart: .calendar, index: calendar.lastIndex { $0.count > 0 } ?? 0))
    session.type("h")
    let day = session.state.charts.page.selection
    #expect(day.index == newest.index - 14)
    session.type("j k")
    #expect(session.state.charts.page.selection == day)
    #expect(session.text.contains("日历 · 2026-03-04 周三  1条"))
    session.type("Enter")
    #expect(session.state.page == .news)
    #expect(session.state.timeline.total == calendar[day.index].count)
    session.type("q")
    #expect(session.state.page == .statistics)
    #expect(session.state.charts.page.selection == day)
    #expect(session.state.filter == .all)
    session.type("G")
    #expect(session.state.charts.page.selection == newest)
    session.type("g g")
    #expect(session.state.charts.page.selection == day)
  }

  @Test func anEarlierDayOfTheCalendarStaysOnScreen() throws {
    var articles = SampleNews.articles()
    articles[5].headline.published = articles[0].headline.published - 301 * 86_400
    var session = Session(width: 80, height: 24, articles: articles)
    session.type("3 Tab Tab h")
    let day = session.state.charts.page.selection
    #expect(session.state.charts.page.contents?.days[day.index].count == 1)
    #expect(session.text.contains("日历 · 2025-05-21 周三  1条"))
    let selected = session.state.presentation.styles.selection
    #expect(session.frame.cells.contains { $0.style == selected && $0.text != " " })
  }

  private func click(_ session: inout Session, on selection: ChartSelection, _ parts: [ChartPart]) throws {
    let size = session.state.size
    let places = (0..<size.width * size.height).map { Point(x: $0 % size.width, y: $0 / size.width) }
    let place = try #require(places.first { parts.selection(at: $0) == selection })
    session.send(.input(.mouse(MouseEvent(.click, at: place))))
  }

  @Test(arguments: [(120, 40), (80, 24), (300, 80)], Chart.allCases)
  func aClickSelectsOnThePageAndASecondOneOpens(size: (Int, Int), chart: Chart) throws {
    var session = Session(width: size.0, height: size.1, articles: SampleFacets.articles(hasTags: true))
    session.type("3")
    while session.state.charts.page.selection.chart != chart { session.type("Tab") }
    let contents = try #require(session.state.charts.page.contents)
    let selection = chart == .calendar ? contents.firstSelection(in: chart) : ChartSelection(chart: chart, index: 1)
    func parts() throws -> [ChartPart] {
      session.state.statisticsPage(in: try #require(session.state.arrangement.page)).parts
    }
    try click(&session, on: selection, try parts())
    #expect(session.state.charts.page.selection == selection)
    #expect(session.state.page == .statistics)
    try click(&session, on: selection, try parts())
    #expect(session.state.page == .news)
    #expect(session.state.filter != .all)
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func aClickOnABarOfThePaneGivesItTheKeys(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1)
    func parts() throws -> [ChartPart] {
      session.state.statisticsPane(in: try #require(session.state.arrangement.panes[.statistics])).parts
    }
    for selection in [ChartSelection(chart: .tags, index: 2), ChartSelection(chart: .sources, index: 1)] {
      session.type("1")
      try click(&session, on: selection, try parts())
      #expect(session.state.focus == .statistics)
      #expect(session.state.charts.pane.selection == selection)
    }
    let count = session.state.charts.pane.statistics?.sources[1].count
    try click(&session, on: ChartSelection(chart: .sources, index: 1), try parts())
    #expect(session.state.focus == .feed)
    #expect(session.state.timeline.total == count)
  }

  @Test func chartsWithoutAnythingGiveTheirRoomAway() {
    var articles = SampleNews.articles()
    articles.indices.forEach { articles[$0].headline.pageTags = [] }
    var session = Session(articles: articles)
    session.type("3")
    #expect(!session.text.contains("标签 · "))
    #expect(session.line("─ 来源 · 较前30天"))
  }
}
