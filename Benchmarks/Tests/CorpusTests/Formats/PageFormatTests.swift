import Corpus
import ReadArticle
import Testing

@Suite struct PageFormatTests {
  private func pages(_ ranks: Range<Int>) throws -> [(article: NewsArticle, item: ReadArticle?)] {
    let generator = try SharedNews.generator(1_000)
    let format = PageFormat(generator)
    return ranks.map { rank in
      var article = NewsArticle()
      var page: [UInt8] = []
      generator.write(rank, to: &article)
      format.append(article, to: &page)
      return (article, ReadArticle.read(page, as: .pageDump).first)
    }
  }

  @Test func newstapeReadsHeadersBack() throws {
    for (article, item) in try pages(0..<100) {
      let item = try #require(item)
      #expect(item.title == article.title.string)
      #expect(item.label == article.label)
      #expect(item.source == article.source)
      #expect(item.published == article.published)
      #expect(item.tags == article.tags)
    }
  }

  @Test func neighboursAndRelatedNewsAreOtherArticles() throws {
    let pages = try pages(0..<20)
    for (index, page) in pages.enumerated().dropFirst().dropLast() {
      #expect(page.item?.next == pages[index - 1].article.title.string)
      #expect(page.item?.previous == pages[index + 1].article.title.string)
      #expect((1...5).contains(page.item?.related.count ?? 0))
    }
  }

  @Test func pagesLieInAFolderADay() throws {
    let generator = try SharedNews.generator(10)
    var article = NewsArticle()
    generator.write(0, to: &article)
    #expect(PageFormat(generator).path(of: article) == "2026-06-30/9.txt")
  }
}
