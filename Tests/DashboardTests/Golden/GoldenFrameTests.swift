import Configuration
import Foundation
import NewsModel
import Testing
import Wording

@testable import Dashboard

/// Whole frames at four sizes in two themes, so that a change of the look is seen as such.
@Suite struct GoldenFrameTests {
  private static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)]

  private func theme(_ name: String) -> Theme { ShippedThemes.load(name) }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func newsPage(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name), isSample: true)
    session.type("j j")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "news-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func readerInEnglish(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name), language: .en)
    session.type("Enter /")
    session.enter("公司")
    session.type("Enter")
    try GoldenFrame.check(session.frame, "reader-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func statisticsPage(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name))
    session.type("3 j")
    try GoldenFrame.check(session.frame, "statistics-\(size.0)x\(size.1)-\(name)")
  }

  /// What is new since the last visit, what its source has changed, and what is gone.
  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func newsSinceTheLastVisit(size: (Int, Int), name: String) throws {
    var session = Session(
      width: size.0, height: size.1, articles: ArrivalSessionTests.articles(), theme: theme(name),
      lastVisit: ArrivalSessionTests.lastVisit)
    session.type("j j")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "since-last-visit-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: sizes, [Language.zhHans, .en])
  func newsAsOfAMoment(size: (Int, Int), language: Language) throws {
    var session = Session(
      width: size.0, height: size.1, articles: ArrivalSessionTests.articles(), theme: theme("gruvbox_dark"),
      language: language)
    session.type(":")
    session.enter("as-of 2026-03-18 05:00")
    session.type("Enter j")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "as-of-\(size.0)x\(size.1)-\(language)")
  }

  /// News without tags: companies and events stand first.
  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func statisticsOfCompanies(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, articles: SampleFacets.articles(), theme: theme(name))
    session.type("3 j")
    try GoldenFrame.check(session.frame, "companies-\(size.0)x\(size.1)-\(name)")
  }

  /// Events and tone in the list, companies in the article.
  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func newsOfCompanies(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, articles: SampleFacets.articles(), theme: theme(name))
    session.type("j j")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "news-of-companies-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: [(40, 10), (80, 24)])
  func endOfAnArticleOnCompanies(size: (Int, Int)) throws {
    var session = Session(
      width: size.0, height: size.1, articles: SampleFacets.articles(), theme: theme("gruvbox_dark"), language: .en)
    session.type("j j j j j Enter G")
    try GoldenFrame.check(session.frame, "article-on-companies-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes)
  func subjectsOfNewsWithoutTags(size: (Int, Int)) throws {
    var session = Session(
      width: size.0, height: size.1, articles: SampleFacets.articles(), theme: theme("gruvbox_dark"))
    session.type("t Down Tab")
    try GoldenFrame.check(session.frame, "subjects-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes)
  func dayOfTheCalendar(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1, theme: theme("gruvbox_dark"), language: .en)
    session.type("3 Tab Tab k")
    try GoldenFrame.check(session.frame, "calendar-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes)
  func listAndStatistics(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1, theme: theme("gruvbox_dark"))
    session.type("M-v > >")
    session.pass(milliseconds: 10_000)
    try GoldenFrame.check(session.frame, "list-and-statistics-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func tagPicker(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name))
    session.type("t")
    session.enter("新能")
    try GoldenFrame.check(session.frame, "tags-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func facetsOfAnArticle(size: (Int, Int)) throws {
    var session = try FacetListSessionTests.session(width: size.0, height: size.1, theme: theme("gruvbox_dark"))
    session.type("j x")
    try GoldenFrame.check(session.frame, "facets-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func search(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name))
    session.type("U /")
    session.enter("召回 OR 央行")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "search-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func sourcesPage(size: (Int, Int), name: String) throws {
    var session = Session(width: size.0, height: size.1, theme: theme(name), sources: SampleSources.overviews)
    session.type("4 R j")
    session.send(.refreshProgressed(RefreshProgress(done: 12, total: 40, newArticles: 3, failed: 1)))
    try GoldenFrame.check(session.frame, "sources-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: sizes, ["gruvbox_dark", "terminal16"])
  func companyPage(size: (Int, Int), name: String) throws {
    var session = Session(
      width: size.0, height: size.1, articles: SampleCompany.amongOthers(), theme: theme(name))
    session.type(":")
    session.enter("600519")
    session.type("Enter Tab j")
    try GoldenFrame.check(session.frame, "company-\(size.0)x\(size.1)-\(name)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func weeksOfACompanyInEnglish(size: (Int, Int)) throws {
    var session = Session(
      width: size.0, height: size.1, articles: SampleCompany.amongOthers(), theme: theme("gruvbox_dark"), language: .en)
    session.type("j j C Tab Tab j")
    try GoldenFrame.check(session.frame, "company-weeks-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func detailsOfASourceInEnglish(size: (Int, Int)) throws {
    var session = Session(
      width: size.0, height: size.1, theme: theme("gruvbox_dark"), language: .en, sources: SampleSources.overviews)
    session.type("4 Tab")
    try GoldenFrame.check(session.frame, "source-details-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func mistakeInASearch(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1, theme: theme("gruvbox_dark"), language: .en)
    session.type("/")
    session.enter("央行 is:old")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "search-mistake-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func tableSortedByAmount(size: (Int, Int)) throws {
    var session = Session(
      width: size.0, height: size.1, articles: SampleEvents.articles, theme: theme("gruvbox_dark"))
    session.type("v > > > j")
    session.pass(milliseconds: 200)
    try GoldenFrame.check(session.frame, "table-\(size.0)x\(size.1)")
  }
}
