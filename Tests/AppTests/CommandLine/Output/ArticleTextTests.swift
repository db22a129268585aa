import Foundation
import NewsModel
import Testing

@testable import App

@Suite struct ArticleTextTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  private func article(_ blocks: [Block] = []) -> Article {
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    return Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(7), title: "云杉动力召回电池", published: published), blocks: blocks)
  }

  private func text(_ article: Article, columns: Int = 80) throws -> [String] {
    try written { output in try ArticleText(setup: setup, columns: columns).write(article, to: &output) }.lines
  }

  @Test func whatIsNotKnownIsNotNamed() throws {
    #expect(try text(article([.paragraph("正文。")])) == ["云杉动力召回电池", "2019-05-06 08:30", "", "正文。"])
  }

  @Test func theHeadTellsAllThatIsKnown() throws {
    var article = article()
    article.headline.label = "聚焦"
    article.headline.source = "星海财经"
    article.headline.isDateEstimated = true
    article.headline.pageTags = ["电池"]
    article.headline.ownTags = ["自选"]
    article.byline = "林望舒"
    article.url = "https://news.example/1"
    article.summary = "公司主动召回。"
    #expect(
      try text(article) == [
        "[聚焦] 云杉动力召回电池", "星海财经 · 林望舒 · 2019-05-06 08:30 (estimated)", "https://news.example/1", "#电池 #自选", "",
        "> 公司主动召回。",
      ])
  }

  @Test func aSummaryThatBeginsTheTextIsNotSaidTwice() throws {
    var article = article([.paragraph("公司主动召回。"), .paragraph("第二段。")])
    article.summary = "公司主动召回。"
    #expect(try text(article).filter { $0.contains("公司主动召回。") } == ["公司主动召回。"])
  }

  @Test func everyBlockHasItsSigns() throws {
    let blocks: [Block] = [
      .heading("影响范围", level: 2), .quote("尽力而为。"), .list(["甲", "乙"]), .table([["项目", "本期"], ["收入", "12.4"]]),
      .code("let a = 1\n\n  b"), .figure("工程师"),
    ]
    #expect(
      try text(article(blocks)).dropFirst(2) == [
        "", "## 影响范围", "", "> 尽力而为。", "", "- 甲", "- 乙", "", "项目 | 本期", "收入 | 12.4", "", "let a = 1", "", "  b", "",
        "[工程师]",
      ])
  }

  @Test func longLinesAreSetToTheMeasureAndHang() throws {
    let lines = try text(article([.quote(String(repeating: "长", count: 30))]), columns: 40)
    #expect(lines.suffix(2) == ["> " + String(repeating: "长", count: 19), "  " + String(repeating: "长", count: 11)])
    // On a wide terminal a line is no longer than one reads with ease, on a narrow one no shorter than makes sense.
    let long = article([.paragraph(String(repeating: "长", count: 60))])
    #expect(try text(long, columns: 500)[3].count == 40)
    #expect(try text(long, columns: 5)[3].count == 10)
  }

  @Test func whoseTextItIsAndWhatIsMissingIsSaid() throws {
    var stub = article()
    stub.headline.isStub = true
    #expect(try text(stub).suffix(2) == ["", "A headline only: its text has not been imported yet."])
    var page = article([.paragraph("全文。")])
    page.textOrigin = .page
    #expect(try text(page).suffix(2) == ["", "The text of its page."])
  }

  @Test func neighboursAndRelatedNewsStandAtTheEnd() throws {
    var article = article()
    article.previous = "前一条"
    article.next = "后一条"
    let published = article.headline.published - 3_600
    article.related = [
      RelatedArticle(item: RelatedItem(title: "本文", isSelf: true)),
      RelatedArticle(item: RelatedItem(title: "有日期的", published: published), key: ArticleKey(12)),
      RelatedArticle(item: RelatedItem(title: "没有日期的")),
    ]
    #expect(
      try text(article).dropFirst(2) == [
        "", "Previous: 前一条", "Next: 后一条", "Related: ", "- 05-06 07:30 有日期的 (12)", "- 没有日期的",
      ])
    article.related = [RelatedArticle(item: RelatedItem(title: "本文", isSelf: true))]
    article.previous = nil
    #expect(try text(article).dropFirst(2) == ["", "Next: 后一条"])
  }
}
