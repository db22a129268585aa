import Corpus
import NewsModel
import NewsParsing
import Testing

@Suite struct FeedFormatTests {
  @Test func newstapeReadsEveryArticleBack() throws {
    let articles = try SharedNews.articles.get().prefix(300)
    var bytes: [UInt8] = []
    FeedFormat.appendStart(to: &bytes)
    for article in articles { FeedFormat.append(article, to: &bytes) }
    FeedFormat.appendEnd(to: &bytes)
    let feed = try NewsParser.parseFeed(bytes).get()
    #expect(feed.notes.isEmpty)
    #expect(feed.items.count == articles.count)
    for (article, item) in zip(articles, feed.items) {
      #expect(item.title == article.title.string)
      #expect(item.id == "c\(article.rank)")
      #expect(item.published == Timestamp(article.published))
      #expect(item.tags == article.tags)
      #expect(item.content?.hasPrefix("<p>") == true)
    }
  }
}
