import NewsModel
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
    #expect(seen == Set(Chart.allCases))
  }

  @Test(arguments: [
    ("S-Tab", Chart.volume), ("", .tags), ("Tab", .sources), ("Tab Tab", .labels), ("Tab Tab Tab", .status),
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
    #expect(session.state.charts.page.statistics?.volume.count == 7)
    #expect(session.text.contains("[7天]"))
    session.type("]")
    #expect(session.text.contains("时段由筛选决定"))
    #expect(session.state.charts.page.span == .month)
    session.type("1")
    #expect(session.text.contains("统计 · 近7天"))
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
    #expect(session.text.contains("新闻量 [标签] 来源 栏目 阅读状态 · Tab"))
    session.type("Tab")
    #expect(session.text.contains("标签 [来源]"))
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
