import Corpus
import Testing

@Suite struct NewsGeneratorTests {
  private func articles() throws -> [NewsArticle] { try SharedNews.articles.get() }

  @Test func makesTheSameAtEveryRun() throws {
    let again = try SharedNews.articles(20)
    #expect(again.map(SharedNews.line) == (try articles().prefix(20)).map(SharedNews.line))
  }

  @Test func anotherSeedMakesOthers() throws {
    var options = NewsGenerator.Options()
    options.seed = 2
    #expect(try SharedNews.articles(1, options)[0].body.bytes != articles()[0].body.bytes)
  }

  @Test func bodiesAreAsLongAsAskedFor() throws {
    let lengths = try articles().map { Double($0.body.characters) }
    #expect((670...730).contains(lengths.reduce(0, +) / Double(lengths.count)))
    #expect(lengths.sorted()[lengths.count / 2] < 620, "most are shorter than the mean")
  }

  @Test func anotherLengthCanBeAskedFor() throws {
    var options = NewsGenerator.Options()
    options.meanLength = 860
    let lengths = try SharedNews.articles(1_000, options).map { Double($0.body.characters) }
    #expect((810...910).contains(lengths.reduce(0, +) / Double(lengths.count)))
  }

  @Test func oneInTwentyIsEnglish() throws {
    let english = try articles().filter(\.isEnglish)
    #expect((70...130).contains(english.count))
    #expect(english.allSatisfy { $0.title.bytes.allSatisfy { $0 < 0x80 } && $0.body.bytes.allSatisfy { $0 < 0x80 } })
  }

  @Test func titlesDiffer() throws {
    let titles = try articles().map(\.title.string)
    #expect(Set(titles).count > 1_995, "the shortest may come twice")
    #expect(titles.allSatisfy { (4...150).contains($0.count) })
  }

  @Test func tagsStandInTheTextMostly() throws {
    let chinese = try articles().filter { !$0.isEnglish }
    let tags = chinese.flatMap { article in article.tags.map { article.body.string.contains($0) } }
    #expect(Double(tags.count { $0 }) / Double(tags.count) > 0.6)
  }
}
