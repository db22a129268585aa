import NewsModel
import Terminal
import Testing

@testable import Dashboard

@Suite struct ArrivalSessionTests {
  static let lastVisit = SampleNews.now - 6 * 3_600

  /// Articles that arrived when they were published; of the older ones nobody knows when. Some were changed, one is gone.
  static func articles() -> [Article] {
    SampleNews.articles().enumerated().map { index, article in
      guard index < 60 else { return article }
      var article = article
      article.headline.arrived = article.headline.published + 60
      switch index {
      case 2: article.headline.change = .sense
      case 3: article.headline.change = .wording
      case 5, 7: article.headline.withdrawn = SampleNews.now - 3_600
      default: break
      }
      return article
    }
  }

  @Test(arguments: [(120, "上次浏览后10条"), (80, "新收10"), (40, "新收10")])
  func whatArrivedSinceTheLastVisitIsCountedInTheFirstLine(width: Int, text: String) {
    let session = Session(width: width, height: 24, articles: Self.articles(), lastVisit: Self.lastVisit)
    #expect(session.lines.first?.contains(text) == true)
  }

  @Test func nothingIsNewAtTheFirstVisit() {
    let session = Session(articles: Self.articles())
    #expect(session.lines.first?.contains("浏览后") == false)
    #expect(session.state.titleStyles.allSatisfy { !$0.modifiers.contains(.bold) })
  }

  @Test func whatArrivedSinceTheLastVisitIsBold() {
    let session = Session(articles: Self.articles(), lastVisit: Self.lastVisit)
    let styles = session.state.titleStyles
    #expect(styles.prefix(10).allSatisfy { $0.modifiers.contains(.bold) })
    #expect(styles.dropFirst(10).allSatisfy { !$0.modifiers.contains(.bold) })
  }

  @Test func itIsBoldOnThePageOfACompanyToo() throws {
    var articles = SampleCompany.articles()
    for index in articles.indices { articles[index].headline.arrived = Self.lastVisit + (index == 0 ? 60 : -60) }
    let title = articles[0].headline.title.prefix(4)
    var session = Session(width: 120, height: 40, articles: articles, lastVisit: Self.lastVisit)
    session.type(":")
    session.enter(SampleCompany.code)
    session.type("Enter Tab")
    let row = try #require(session.lines.firstIndex { $0.contains(title) })
    let buffer = session.state.render().buffer
    func isBold(_ row: Int) -> Bool { (14..<50).contains { buffer[$0, row].style.modifiers.contains(.bold) } }
    #expect(isBold(row))
    #expect(!isBold(row + 1))
  }

  @Test func theCountFollowsWhatArrives() {
    var session = Session(articles: Self.articles(), lastVisit: Self.lastVisit)
    var article = SampleNews.article(0)
    article.headline = Headline(
      id: ArticleID(2_000_000), key: ArticleKey(9_999), title: "新到的一条", published: SampleNews.now,
      arrived: SampleNews.now)
    session.library.articles.insert(article, at: 0)
    session.send(.libraryChanged)
    #expect(session.lines.first?.contains("上次浏览后11条") == true)
  }

  @Test func aCommandListsWhatIsNew() {
    var session = Session(articles: Self.articles(), lastVisit: Self.lastVisit)
    session.type(":")
    session.enter("new")
    session.type("Enter")
    #expect(session.state.filter == .seen(since: .last))
    #expect(session.state.timeline.headlines.count == 10)
    session.type("Esc")
    #expect(session.state.filter == .all)
  }
}

@Suite struct AsOfSessionTests {
  private static let key = ArticleKey(9)

  /// A session in which an article was edited an hour ago.
  private static func session(width: Int = 120, height: Int = 40) -> Session {
    var session = Session(width: width, height: height, articles: ArrivalSessionTests.articles())
    let place = session.library.articles.firstIndex { $0.headline.key == key } ?? 0
    session.library.former[key] = (session.library.articles[place], SampleNews.now - 3_600)
    session.library.articles[place].headline.title = "改过的标题"
    session.send(.libraryChanged)
    return session
  }

  private static func asOf(_ session: inout Session, _ text: String) {
    session.type(":")
    session.enter(text)
    session.type("Enter")
    session.pass(milliseconds: 200)
  }

  @Test func aBannerSaysAsOfWhenAndTheWayBackLeavesIt() {
    var session = Self.session()
    Self.asOf(&session, "as-of 2026-03-18 05:00")
    #expect(session.lines.first?.contains("按 03-18 05:00 时点 · 其中60条收到时间不详") == true)
    #expect(session.state.timeline.headlines.allSatisfy { ($0.arrived ?? $0.published) <= SampleNews.now - 4 * 3_600 })
    session.type("Esc")
    #expect(session.state.filter == .all)
    #expect(session.text.contains("时点") == false)
  }

  /// Days that are counted back are counted from then, and from now again once the moment is left.
  @Test func timesOfTheFilterCountFromThen() {
    var session = Self.session()
    session.type("/")
    session.enter("since:24h")
    session.type("Enter")
    let now = session.state.filter
    Self.asOf(&session, "as-of 2026-03-17 09:00")
    let moment = session.state.filter.asOf ?? Timestamp(0)
    #expect(session.state.filter == .and([.since(moment - 86_400), .asOf(moment)]))
    Self.asOf(&session, "as-of")
    session.type("Enter")
    #expect(session.state.filter == now)
  }

  /// Whoever reads what an article said once has not read what it says now.
  @Test func readingAsOfThenMarksNothingRead() {
    var session = Self.session()
    Self.asOf(&session, "as-of 2026-03-18 05:00")
    session.type("Enter")
    session.pass(milliseconds: 60_000)
    #expect(session.state.reader.article?.headline.status.isRead == false)
  }

  @Test func theNameOfTheFieldInChineseServesAsWell() {
    var session = Self.session()
    Self.asOf(&session, "时点 2026-03-18 05:00")
    #expect(session.state.filter.asOf != nil)
  }

  @Test func listAndArticleSayWhatTheySaidThen() {
    var session = Self.session()
    session.type("j j j j j j j j Enter")
    #expect(session.state.reader.article?.headline.title == "改过的标题")
    session.type("Esc")
    Self.asOf(&session, "as-of 2026-03-18 08:00")
    #expect(!session.text.contains("改过的标题"))
    #expect(session.state.reader.article?.headline.key == Self.key)
    #expect(session.state.reader.article?.headline.title != "改过的标题")
    session.type("/")
    session.enter("改过")
    #expect(session.state.timeline.headlines.isEmpty)
  }

  @Test func anArticleThatHadNotArrivedLeavesTheReader() {
    var session = Self.session()
    session.type("Enter")
    #expect(session.state.reader.article != nil)
    session.type("Esc")
    Self.asOf(&session, "as-of 2026-03-10")
    #expect(session.state.reader.article?.headline.key != ArticleKey(1))
  }

  @Test func theMomentHoldsForSavedQueriesCompaniesAndExports() throws {
    var session = Self.session()
    Self.asOf(&session, "as-of 2026-03-18 05:00")
    let moment = try #require(session.state.filter.asOf)
    session.send(.command(.export))
    guard case .export(.matching(let query))? = session.state.overlays.prompt?.kind else {
      Issue.record("no export is asked for")
      return
    }
    #expect(query.asOf == moment)
    session.type("Esc")
    session.type("3 Enter")
    #expect(session.state.filter.asOf == moment)
    #expect(session.state.filter.conjuncts.count > 1)
  }

  @Test func anEmptyLineLeadsBackToNow() {
    var session = Self.session()
    Self.asOf(&session, "as-of 2026-03-18 05:00")
    session.send(.command(.filterAsOf))
    session.type("Enter")
    #expect(session.state.filter == .all)
  }

  @Test func readingWithoutChromeStillTellsTheMoment() {
    var session = Self.session()
    Self.asOf(&session, "as-of 2026-03-18 05:00")
    session.type("z")
    #expect(session.lines.first?.contains("时点") == true)
  }

  @Test func marksTellWhatBecameOfAnArticleAtItsSource() {
    let session = Session(articles: ArrivalSessionTests.articles())
    let rows = session.lines
    #expect(rows.contains { $0.contains("◆") && $0.contains("青禾乳业") })
    #expect(rows.contains { $0.contains("╳") && $0.contains("澜江新材") })
    #expect(rows.contains { $0.contains("×") && $0.contains("隔夜原油") })
  }

  @Test func theListOfFacetsTellsWhyAChangeIsOneOfSense() {
    var session = Session(articles: ArrivalSessionTests.articles())
    var old = session.library.articles[2]
    old.headline.title = old.headline.title.replacing("下滑", with: "增长")
    session.library.former[old.headline.key] = (old, SampleNews.now - 3_600)
    session.type("j j i")
    #expect(session.text.contains("增长 → 下滑"))
    #expect(session.text.contains("方向"))
  }

  @Test func theReaderTellsThatThePageIsGone() {
    var session = Session(articles: ArrivalSessionTests.articles())
    session.type("j j j j j Enter")
    #expect(session.text.contains("原文已删（2026-03-18 08:41 发现）"))
  }
}

extension State {
  /// The style of the title in each row of the list, from the top.
  fileprivate var titleStyles: [Style] {
    guard let frame = arrangement.panes[.feed] else { return [] }
    let buffer = render().buffer
    // Marks, time and source stand before it.
    return feedPane(in: frame).headlines.rows.map { buffer[$0.rect.x + 24, $0.rect.y].style }
  }
}
