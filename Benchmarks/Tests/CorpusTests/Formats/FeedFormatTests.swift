import Corpus
import ReadArticle
import Testing

@Suite struct FeedFormatTests {
  @Test func newstapeReadsEveryArticleBack() throws {
    let articles = try SharedNews.articles.get().prefix(300)
    var bytes: [UInt8] = []
    FeedFormat.appendStart(to: &bytes)
    for article in articles { FeedFormat.append(article, to: &bytes) }
    FeedFormat.appendEnd(to: &bytes)
    let (items, remarks) = try ReadArticle.readFeed(bytes)
    #expect(remarks.isEmpty)
    #expect(items.count == articles.count)
    for (article, item) in zip(articles, items) {
      #expect(item.title == article.title.string)
      #expect(item.id == "c\(article.rank)")
      #expect(item.published == article.published)
      #expect(item.tags == article.tags)
      #expect(item.text.hasPrefix("<p>"))
    }
  }
}
