import NewsModel
import Testing

@testable import Dashboard

/// Companies, events and topics in the statistics: beside tags, and in their place where there are none.
@Suite struct FacetStatisticsSessionTests {
  private func session(width: Int = 120, height: Int = 40, hasTags: Bool = false) -> Session {
    Session(width: width, height: height, articles: SampleFacets.articles(hasTags: hasTags))
  }

  @Test func companiesStandFirstWhereThereAreNoTags() {
    var session = session()
    #expect(session.state.charts.pane.selection.chart == .companies)
    #expect(session.text.contains("云杉动力"))
    session.type("3")
    #expect(session.state.charts.page.selection == ChartSelection(chart: .companies, index: 0))
    #expect(session.line("─ 公司 · 较前30天", "─ 事件 · 较前30天"))
    #expect(!session.text.contains("标签 · "))
  }

  @Test func companiesStandBesideTagsWhereThereAreSome() {
    var session = session(hasTags: true)
    session.type("3")
    #expect(session.line("─ 标签 · 较前30天", "─ 公司 · 较前30天"))
    #expect(session.text.contains("─ 事件 · 较前30天"))
  }

  @Test func theLineOfASmallScreenNamesCompaniesInThePlaceOfTags() {
    let session = session(width: 80, height: 24)
    #expect(session.line(" ", "共39条", "云杉动力 7"))
  }

  @Test func aCompanyTellsGoodAndBadNews() throws {
    var session = session()
    session.type("3")
    let tones = try #require(session.state.charts.page.contents?.tones)
    #expect(tones["699001.SH"] == ToneCounts(positive: 10, negative: 10))
    #expect(tones["699003.SH"] == ToneCounts())
    #expect(session.text.contains("+10 −10"))
    #expect(session.text.contains("█ +正面"))
  }

  @Test func thePageDoesNotWaitForTones() {
    var session = session()
    session.isLibrarySlow = true
    session.type("3")
    let requests = session.takeWaiting()
    session.answer(requests.filter { $0.slot == .statisticsPage })
    #expect(session.text.contains("云杉动力 699001.SH"))
    #expect(!session.text.contains("+10"))
    session.answerWaiting()
    #expect(session.text.contains("+10"))
  }

  @Test func tonesOfAnotherPeriodAreNotShown() throws {
    var session = session()
    session.type("3")
    session.isLibrarySlow = true
    session.type("[")
    let request = try #require(session.state.charts.page.statistics?.request)
    session.answer(session.takeWaiting().filter { $0.slot == .statisticsPage })
    #expect(session.state.charts.page.statistics?.request != request)
    #expect(session.state.charts.page.contents?.tones == [:])
  }

  @Test(arguments: [Chart.companies, .events, .topics])
  func enterFiltersTheFeed(chart: Chart) throws {
    var session = session()
    session.type("3")
    while session.state.charts.page.selection.chart != chart { session.type("Tab") }
    session.type("j")
    let page = session.state.charts.page
    let term = try #require(page.contents?.terms(of: chart)[page.selection.index])
    session.type("Enter")
    #expect(session.state.page == .news)
    #expect(session.state.filter == .term(try #require(chart.field), term.name))
    #expect(session.state.timeline.total == term.count)
  }

  @Test func aChartWithoutAPlaceTakesTheLastOneWhenItIsChosen() {
    var session = session()
    session.type("3")
    #expect(session.text.contains("分类 栏目 · Tab"))
    session.type("Tab Tab Tab Tab")
    #expect(session.state.charts.page.selection.chart == .topics)
    #expect(session.text.contains("─ 分类 · 较前30天"))
    #expect(session.text.contains("来源 栏目 · Tab"))
  }

  @Test func breadcrumbNamesTheCompany() {
    var session = session()
    session.type("3")
    #expect(session.lines[38].contains("统计 › 公司 › 云杉动力 699001.SH"))
  }

  @Test func eventsAreNamedInTheLanguageOfTheInterface() {
    var session = Session(articles: SampleFacets.articles(), language: .en)
    session.type("3")
    #expect(session.text.contains("Companies · against"))
    #expect(session.text.contains("accident"))
  }
}
