import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// What happened stands beside headlines without tags.
@Suite struct EventMarkSessionTests {
  @Test func anEventTellsWhetherItIsGoodOrBad() throws {
    let session = Session(width: 80, height: 24, articles: SampleFacets.articles())
    let row = try #require(session.lines.first { $0.contains("云杉动力召回") })
    #expect(row.hasSuffix("召回−"))
    #expect(try #require(session.lines.first { $0.contains("澜江新材") }).hasSuffix("IPO+"))
    let styles = session.state.presentation.styles
    let y = try #require(session.lines.firstIndex { $0.contains("澜江新材") })
    let cells = session.frame.row(y)
    #expect(cells.first { $0.text == "+" }?.style == styles.up)
  }

  @Test func anEventThatIsNeitherHasNoSign() throws {
    var articles = SampleFacets.articles(1)
    articles[0].headline.facets.tone = nil
    let session = Session(width: 80, height: 24, articles: articles)
    #expect(try #require(session.lines.first { $0.contains("云杉动力召回") }).hasSuffix("召回"))
  }

  @Test func aTagGoesBeforeAnEvent() throws {
    let session = Session(width: 80, height: 24, articles: SampleFacets.articles(hasTags: true))
    #expect(try #require(session.lines.first { $0.contains("云杉动力召回") }).hasSuffix("#IPO"))
  }

  @Test func narrowRowsHaveNone() {
    let session = Session(width: 40, height: 10, articles: SampleFacets.articles())
    #expect(!session.text.contains("−"))
  }

  @Test func theTitleHasTheFirstClaim() throws {
    var articles = SampleFacets.articles(1)
    articles[0].headline.title = String(repeating: "云杉动力召回", count: 8)
    let session = Session(width: 80, height: 24, articles: articles)
    #expect(!(try #require(session.lines.first { $0.contains("云杉动力召回") }).contains("−")))
  }
}
