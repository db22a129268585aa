import NewsModel
import Testing

@Suite struct ArticleTests {
  @Test func anAddressGoesOutWithoutItsUser() {
    let article = Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: Timestamp(0)),
      url: "https://li:geheim@news.example/a?key=7")
    #expect(article.url == "https://news.example/a?key=7")
    #expect(ArticleLink(text: "", address: "https://li@news.example/").address == "https://news.example/")
  }
}
