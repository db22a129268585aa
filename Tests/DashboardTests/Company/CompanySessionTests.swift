import NewsModel
import Terminal
import Testing
import TextBasics

@testable import Dashboard

/// The page of a company as a reader uses it: how one gets there, what leads on from it, and the way back.
@Suite struct CompanySessionTests {
  private static let company = Query.term(.company, SampleCompany.code)

  private func session(width: Int = 120, height: Int = 40) -> Session {
    var session = Session(width: width, height: height, articles: SampleCompany.amongOthers())
    session.library.companyNames[SampleCompany.neighbour] = "五粮液"
    return session
  }

  private func opened(width: Int = 120, height: Int = 40, _ line: String = "600519") -> Session {
    var session = session(width: width, height: height)
    session.type(":")
    session.enter(line)
    session.type("Enter")
    return session
  }

  // MARK: - Getting there

  @Test(arguments: ["600519", "gzmt", "600519.SH", "sh600519", "贵州茅台", "company 茅台", "600519.SH 贵州茅台"])
  func aCodeANameOrItsInitialsOpenThePage(line: String) {
    let session = opened(line)
    #expect(session.state.page == .company && session.state.company.visit?.code == SampleCompany.code)
    #expect(session.text.contains("贵州茅台 600519.SH 上交所"))
    #expect(session.text.contains("新闻60条，未读45条"))
  }

  @Test(arguments: [("12", 12), ("6005", 60), ("60", 60)])
  func anyOtherNumberIsARow(line: String, row: Int) {
    var session = Session(articles: SampleCompany.articles())
    session.type(":")
    session.enter(line)
    session.type("Enter")
    #expect(session.state.page == .news && session.state.timeline.selectedPosition == row)
  }

  @Test func aNumberWithALeadingZeroIsACode() {
    let session = opened("00700")
    #expect(session.state.page == .company && session.state.company.visit?.code == "00700.HK")
    #expect(session.text.contains("没有提到腾讯"))
  }

  @Test func theNameOfACommandWins() {
    let session = opened("stats")
    #expect(session.state.page == .statistics)
  }

  @Test func whatIsNeitherIsSaid() {
    let session = opened("没有这样的公司")
    #expect(session.state.page == .news && session.text.contains("没有命令或公司“没有这样的公司”"))
  }

  @Test func severalCompaniesAreOffered() throws {
    var session = opened("平安")
    if session.state.page == .news {
      guard case .picker(let picker)? = session.state.overlays.shown else { throw Absent() }
      #expect(picker.items.count > 1)
      session.type("Enter")
    }
    #expect(session.state.page == .company)
  }

  @Test(arguments: [("gzmt", "600519.SH 贵州茅台"), ("600519", "600519.SH 贵州茅台"), ("茅台", "600519.SH 贵州茅台")])
  func theLineIsCompletedToACompany(typed: String, line: String) throws {
    var session = session()
    session.type(":")
    session.enter(typed)
    #expect(session.text.contains(line))
    for _ in 0..<8 where session.state.overlays.prompt?.field.text != line { session.type("Tab") }
    #expect(session.state.overlays.prompt?.field.text == line)
    session.type("Enter")
    #expect(session.state.company.visit?.code == SampleCompany.code)
  }

  @Test func anArticleLeadsToItsCompany() {
    var session = session()
    session.type("j j C")
    #expect(session.state.page == .company && session.state.company.visit?.code == SampleCompany.code)
    session.type("Esc")
    #expect(session.state.page == .news)
  }

  @Test func anArticleOfSeveralCompaniesAsksWhich() throws {
    var session = Session(articles: SampleCompany.articles())
    session.type("j C")
    guard case .picker(let picker)? = session.state.overlays.shown else { throw Absent() }
    #expect(picker.items.map(\.text) == ["贵州茅台", "五粮液"])
    session.enter("wly")
    session.type("Enter")
    #expect(session.state.company.visit?.code == SampleCompany.neighbour)
  }

  @Test func aBarOfTheStatisticsLeadsToItsCompany() throws {
    var session = session()
    session.type("3")
    let charts = session.state.charts.page
    let place = try #require(charts.contents?.terms(of: .companies).firstIndex { $0.name == SampleCompany.neighbour })
    session.send(.command(.openCompany))
    #expect(session.state.page == .statistics)
    for _ in Chart.allCases where session.state.charts.page.selection.chart != .companies { session.type("Tab") }
    for _ in 0..<place { session.type("j") }
    session.type("C")
    #expect(session.state.company.visit?.code == SampleCompany.neighbour)
    session.type("Esc")
    #expect(session.state.page == .statistics)
  }

  @Test func anArticleWithoutCompaniesSaysSo() {
    var session = Session()
    session.type("C")
    #expect(session.state.page == .news && session.text.contains("没有提到上市公司"))
  }

  // MARK: - What leads on, and back

  @Test func anArticleIsReadAndLeftForThePageAndItsRow() {
    var session = opened()
    session.type("j j Enter")
    #expect(session.state.page == .news && session.state.focus == .reader)
    #expect(session.state.reader.article?.headline.key == ArticleKey(5_002))
    #expect(session.state.filter == Self.company)
    session.type("Esc")
    #expect(session.state.page == .company && session.state.filter == .all)
    #expect(session.state.company.visit?.selectedIndex(in: .news) == 2)
    session.type("Esc")
    #expect(session.state.page == .news && session.state.focus == .feed)
  }

  @Test func theNextArticleIsAnotherOfTheCompany() {
    var session = opened()
    session.type("Enter ] ]")
    #expect(session.state.reader.article?.headline.key == ArticleKey(5_002))
    session.type("Esc")
    #expect(session.state.page == .company)
  }

  @Test func anEventListsItsNewsWithItsArticleSelected() {
    var session = opened()
    session.type("Tab j Enter")
    #expect(session.state.page == .news && session.state.focus == .feed)
    #expect(session.state.filter == .and([Self.company, .term(.event, "减持")]))
    #expect(session.state.timeline.selectedKey == ArticleKey(5_001))
    session.type("Enter Esc")
    #expect(session.state.page == .news && session.state.focus == .feed)
    session.type("Esc")
    #expect(session.state.page == .company && session.state.company.visit?.section == .events)
    #expect(session.state.company.visit?.selectedIndex(in: .events) == 1)
    session.type("Esc")
    #expect(session.state.page == .news && session.state.filter == .all)
  }

  @Test func whatWasListedBeforeComesBack() {
    var session = session()
    session.type("U j C Tab Enter Esc")
    #expect(session.state.page == .company && session.state.filter == .unread)
    session.type("Esc")
    #expect(session.state.page == .news && session.state.filter == .unread)
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func narrowingGoesOnBetweenPageAndTop() {
    var session = session()
    session.type("U j C Tab Enter *")
    #expect(session.state.filter.conjuncts.count == 3)
    session.type("Esc Esc")
    #expect(session.state.page == .company && session.state.filter == .unread)
  }

  @Test func aListThatIsShownAlreadyLeadsBackToo() {
    var session = opened()
    session.type("G Enter")
    #expect(session.state.filter == Self.company)
    session.type("C Enter")
    #expect(session.state.page == .news && session.state.focus == .reader)
    session.type("Esc")
    #expect(session.state.page == .company)
    session.type("Esc")
    #expect(session.state.page == .news && session.state.filter == Self.company)
    session.type("Esc")
    #expect(session.state.page == .company)
  }

  @Test func companiesLeadToEachOtherAndBack() {
    var session = opened()
    session.type("Tab Tab Tab Enter")
    #expect(session.state.company.visit?.code == SampleCompany.neighbour)
    #expect(session.text.contains("五粮液 000858.SZ"))
    session.type("Esc")
    #expect(session.state.page == .company && session.state.company.visit?.code == SampleCompany.code)
    #expect(session.state.company.visit?.section == .companies)
    session.type("Esc")
    #expect(session.state.page == .news)
  }

  @Test func aListLeadsBackToItsOwnCompany() {
    var session = opened()
    session.type("Tab Enter")
    session.type(":")
    session.enter("000858")
    session.type("Enter 1 Esc")
    #expect(session.state.page == .company && session.state.company.visit?.code == SampleCompany.code)
  }

  @Test func weeksAndSourcesListTheirNews() {
    var session = opened()
    session.type("Tab Tab Enter")
    #expect(session.state.filter.conjuncts.count == 3 && session.state.filter.conjuncts.contains(where: \.isSince))
    session.type("Esc S-Tab S-Tab S-Tab Enter")
    #expect(session.state.page == .news && session.state.filter.conjuncts.contains(where: \.isSource))
  }

  // MARK: - The keys of an article

  @Test func theArticleOfARowIsMarkedAtOnceAndTheChangeUndone() {
    var session = opened()
    let before = session.state.company.visit?.selectedHeadline
    session.type("m s")
    let after = session.state.company.visit?.selectedHeadline
    #expect(after?.key == before?.key)
    #expect(after?.status.isRead != before?.status.isRead && after?.status.isStarred != before?.status.isStarred)
    session.type("u u")
    #expect(session.state.company.visit?.selectedHeadline?.status == before?.status)
  }

  @Test func anEventsArticleIsMarked() {
    var session = opened()
    session.type("Tab j s")
    #expect(session.state.company.visit?.selectedHeadline?.key == ArticleKey(5_001))
    #expect(session.library.articles.first { $0.headline.key == ArticleKey(5_001) }?.headline.status.isStarred == true)
  }

  @Test func aMutedArticleLeavesThePage() {
    var session = opened()
    session.type("j M")
    #expect(session.state.company.visit?.selectedHeadline?.key == ArticleKey(5_002))
    session.type("u")
    session.pass(milliseconds: 1_100)
    #expect(session.state.company.visit?.news?.headlines.contains { $0.key == ArticleKey(5_001) } == true)
  }

  @Test func aRowThatIsNoArticleSaysSo() {
    var session = opened()
    session.type("Tab Tab s")
    #expect(session.text.contains("没有选中的新闻") && session.state.page == .company)
  }

  @Test func linksOfAnArticleThatIsNotOnShowAreOpenedAndCopied() {
    var session = opened()
    let key = ArticleKey(5_000)
    for index in session.library.articles.indices where session.library.articles[index].headline.key == key {
      session.library.articles[index].url = "https://example.com/5000"
    }
    session.type("o y")
    #expect(session.outside.contains(.openInBrowser("https://example.com/5000")))
    #expect(session.outside.contains { if case .copy("https://example.com/5000", _) = $0 { true } else { false } })
  }

  @Test func theNextUnreadArticleIsSelected() {
    var session = opened()
    session.type("J")
    #expect(session.state.company.visit?.selectedHeadline?.status.isRead == false)
    let first = session.state.company.visit?.selectedIndex(in: .news) ?? 0
    session.type("J")
    #expect((session.state.company.visit?.selectedIndex(in: .news) ?? 0) > first)
    session.type("K")
    #expect(session.state.company.visit?.selectedIndex(in: .news) == first)
  }

  @Test func whatIsDoneToAllConcernsTheCompanysNews() throws {
    var session = session()
    session.type("U j C b")
    guard case .picker(let picker)? = session.state.overlays.shown else { throw Absent() }
    #expect(picker.title.contains("贵州茅台"))
    session.type("Esc A")
    guard case .confirmation? = session.state.overlays.shown else { throw Absent() }
    session.type("y")
    session.pass(milliseconds: 1_100)
    let unread = session.library.articles.filter { !$0.headline.status.isRead }
    #expect(!unread.isEmpty && unread.allSatisfy { !$0.headline.facets.companies.contains(SampleCompany.code) })
    #expect(session.state.page == .company && session.state.company.visit?.selectedHeadline?.status.isRead == true)
  }

  @Test func whatWasReadOfAnArticleNarrowsTheCompanysNews() {
    var session = opened()
    session.type("i Enter")
    #expect(session.state.page == .news && session.state.filter.conjuncts.contains(Self.company))
    session.type("Esc")
    #expect(session.state.page == .company)
  }

  // MARK: - What is shown

  @Test func waitingArticlesAreTold() {
    var session = session()
    session.library.unanalysed = 1_234
    session.type(":")
    session.enter("300750")
    session.type("Enter")
    #expect(session.text.contains("没有提到宁德时代的新闻") && session.text.contains("还有1,234条新闻等待分析"))
  }

  @Test func thePageFollowsTheStore() {
    var session = opened()
    session.type("j")
    let selected = session.state.company.visit?.selectedItem
    session.library.articles.removeAll { $0.headline.key == ArticleKey(5_000) }
    session.send(.libraryChanged)
    session.pass(milliseconds: 1_100)
    #expect(session.text.contains("新闻59条"))
    #expect(session.state.company.visit?.selectedItem == selected)
  }

  @Test func aLongerSpanIsCounted() {
    var session = opened()
    #expect(session.text.contains("[1年]"))
    session.type("]")
    #expect(session.text.contains("[全部]"))
    session.type("[ [")
    #expect(session.text.contains("[90天]") && session.text.contains("近90天 23条"))
  }

  @Test func aClickSelectsAndASecondOneOpens() throws {
    var session = opened()
    let row = try #require(session.lines.firstIndex { $0.split(separator: "│").last?.contains("问询") == true })
    let point = Point(x: 80, y: row)
    session.send(.input(.mouse(MouseEvent(.click, at: point))))
    #expect(session.state.page == .company && session.state.company.visit?.section == .events)
    session.send(.input(.mouse(MouseEvent(.click, at: point))))
    #expect(session.state.page == .news && session.state.filter == .and([Self.company, .term(.event, "问询")]))
  }

  @Test func theNextStartBeginsWithTheNews() {
    let saved = opened().state.session
    #expect(saved.page == .news)
  }

  @Test(arguments: [(24, 5), (30, 7), (40, 10), (60, 16), (80, 24), (100, 20), (300, 80)])
  func anySizeIsDrawn(size: (Int, Int)) {
    var session = opened(width: size.0, height: size.1)
    for _ in 0..<6 { session.type("Tab G k gg") }
    #expect(session.state.page == .company && session.lines.count == size.1)
  }
}

private struct Absent: Error {}
