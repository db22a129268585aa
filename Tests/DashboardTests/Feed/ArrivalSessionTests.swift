import NewsModel
import Terminal
import Testing

@testable import Dashboard

@Suite struct ArrivalSessionTests {
  private static let lastVisit = SampleNews.now - 6 * 3_600

  /// Articles that arrived when they were published; of the older ones nobody knows when.
  static func articles() -> [Article] {
    SampleNews.articles().enumerated().map { index, article in
      guard index < 60 else { return article }
      var article = article
      article.headline.arrived = article.headline.published + 60
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

  @Test func theCountFollowsWhatArrives() {
    var session = Session(articles: Self.articles(), lastVisit: Self.lastVisit)
    var article = SampleNews.article(0)
    article.headline = Headline(
      id: ArticleID(2_000_000), key: ArticleKey(9_999), title: "新到的一条", published: SampleNews.now, arrived: SampleNews.now)
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

extension State {
  /// The style of the title in each row of the list, from the top.
  fileprivate var titleStyles: [Style] {
    guard let frame = arrangement.panes[.feed] else { return [] }
    let buffer = render().buffer
    // Marks, time and source stand before it.
    return feedPane(in: frame).headlines.rows.map { buffer[$0.rect.x + 24, $0.rect.y].style }
  }
}
