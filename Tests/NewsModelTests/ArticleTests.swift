import NewsModel
import Testing

@Suite struct ArticleTests {
  @Test func everyFieldOfTheDetailsIsReadAndWrittenAsItself() {
    for field in ArticleDetails.Field.allCases {
      var details = ArticleDetails()
      details[field] = "甲"
      #expect(ArticleDetails.Field.allCases.filter { details[$0] != nil } == [field])
    }
  }

  @Test func detailsAreFilledWhereTheyAreEmpty() {
    let known = ArticleDetails(url: "https://news.example/a", byline: "林某")
    let other = ArticleDetails(byline: "王某", summary: "摘要", next: "下一篇")
    #expect(
      known.filled(from: other)
        == ArticleDetails(url: "https://news.example/a", byline: "林某", summary: "摘要", next: "下一篇"))
    #expect(known.filled(from: other, [.summary]).next == nil)
  }

  @Test func anAddressGoesOutWithoutItsUser() {
    let article = Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: Timestamp(0)),
      details: ArticleDetails(url: "https://li:geheim@news.example/a?key=7"))
    #expect(article.url == "https://news.example/a?key=7")
    #expect(ArticleLink(text: "", address: "https://li@news.example/").address == "https://news.example/")
  }
}
