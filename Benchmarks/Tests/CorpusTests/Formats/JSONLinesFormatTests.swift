import Corpus
import ReadArticle
import Testing

@Suite struct JSONLinesFormatTests {
  @Test func newstapeReadsEveryArticleBack() throws {
    let articles = try SharedNews.articles.get().prefix(300)
    let items = ReadArticle.read(articles.flatMap(SharedNews.line), as: .jsonLines)
    #expect(items.count == articles.count)
    for (article, item) in zip(articles, items) {
      #expect(item.title == article.title.string)
      #expect(item.source == article.source)
      #expect(item.label == article.label)
      #expect(item.published == article.published)
      #expect(item.tags == article.tags)
      #expect(item.id == "c\(article.rank)")
    }
  }

  @Test func bodiesComeBackWhole() throws {
    let articles = try SharedNews.articles.get().prefix(300)
    let items = ReadArticle.read(articles.flatMap(SharedNews.line), as: .jsonLines)
    let whole = zip(articles, items).count { article, item in
      item.text == article.body.string
    }
    #expect(whole >= 295, "of 300, as a paragraph may look like a heading or a byline by chance")
  }
}
