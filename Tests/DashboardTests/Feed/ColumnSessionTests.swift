import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// What the columns of the list say.
@Suite struct ColumnSessionTests {
  /// Articles some hours apart.
  private func articles(_ count: Int, hoursApart hours: Int) -> [Article] {
    (0..<count).map { index in
      var article = SampleNews.article(index)
      article.headline.published = SampleNews.now - Int64(300 + index * hours * 3_600)
      return article
    }
  }

  @Test func aSparseListShowsDatesInPlaceOfDays() {
    let session = Session(articles: articles(20, hoursApart: 30))
    let rows = session.lines.dropFirst(2).prefix(12)
    #expect(rows.first?.contains("   09:36 ") == true)
    #expect(rows.dropFirst().allSatisfy { $0.contains("26-03-") })
    #expect(!session.lines.dropFirst(2).prefix(20).contains { $0.contains("── 3月") })
  }

  @Test func aDenseListKeepsItsDays() {
    let session = Session(articles: articles(60, hoursApart: 2))
    #expect(session.lines.contains { $0.contains("── 3月17日") })
    #expect(!session.lines.contains { $0.contains("26-03-17") })
  }

  @Test func aDayTellsHowManyArticlesItHas() throws {
    let session = Session(articles: articles(60, hoursApart: 2))
    let days = session.lines.dropFirst(2).filter { $0.contains("── 3月") }
    // Every two hours, and a page that ends within the last day.
    #expect(days.count >= 2 && days.allSatisfy { $0.contains("日 周") })
    #expect(days.first?.contains(" · 12条 ─") == true)
  }

  @Test func aSourceRightBelowItselfIsNotRepeated() {
    var same = articles(6, hoursApart: 1)
    for index in same.indices { same[index].headline.source = "星海财经" }
    var session = Session(articles: same)
    let rows = { (session: Session) in session.lines.dropFirst(2).prefix(6).map { $0.contains("星海财经") } }
    #expect(rows(session) == [true, false, false, false, false, false])
    session.type("j j")
    #expect(rows(session) == [true, false, true, false, false, false])
  }

  @Test func theColumnOfSourcesGrowsWithTheRow() {
    var one = articles(1, hoursApart: 1)
    one[0].headline.source = "北辰证券日报网"
    #expect(Session(width: 80, height: 24, articles: one).text.contains("北辰证券日报网"))
    #expect(Session(width: 120, articles: one).lines[2].contains("北辰证券… "))
    one[0].headline.source = "北辰证券报"
    #expect(Session(width: 120, articles: one).lines[2].contains("北辰证券报 "))
  }

  @Test func columnsOfNumbersStandAtTheRight() {
    var session = Session()
    session.type("Enter")
    #expect(session.text.contains("营业收入  12.4  11.8"))
    #expect(session.text.contains("净利润     1.9   2.3"))
  }

  @Test func figuresOfTheMarketHaveTheirColours() throws {
    var some = articles(3, hoursApart: 1)
    some[1].headline.title = "A share -2% today"
    some[2].headline.title = "A share +3% today"
    let session = Session(articles: some, theme: ShippedThemes.load("gruvbox_dark"))
    let styles = session.state.presentation.styles
    func colour(of figure: String) -> Color? {
      for y in 0..<session.frame.size.height {
        let row = Array(session.frame.row(y))
        let start = row.indices.first { row[$0...].prefix(figure.count).map(\.text).joined() == figure }
        if let start { return row[start].style.foreground }
      }
      return nil
    }
    #expect(styles.up.foreground != styles.down.foreground)
    #expect(colour(of: "-2%") == styles.down.foreground)
    #expect(colour(of: "+3%") == styles.up.foreground)
  }
}
