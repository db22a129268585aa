import Corpus
import Testing

@Suite struct QuerySamplerTests {
  private static let sampler = Result { QuerySampler(try SharedNews.generator(600), sampleSize: 600) }

  private func queries(_ kind: QueryClass) throws -> [QuerySampler.SampledQuery] {
    try Self.sampler.get().queries(kind, count: 40)
  }

  private func bodies() throws -> [String] {
    try SharedNews.articles(600).map { "\($0.title.string)\n\($0.body.string)" }
  }

  @Test(arguments: QueryClass.allCases) func everyQueryStandsInAnArticle(kind: QueryClass) throws {
    let bodies = try bodies()
    let queries = try queries(kind)
    #expect(queries.count == 40)
    #expect(Set(queries).count == 40)
    for query in queries {
      let count = bodies.count { $0.contains(query.text) }
      #expect(count > 0 && abs(Double(count) / 600 - query.share) < 0.001, "\(query.text)")
    }
  }

  @Test(arguments: [
    (QueryClass.oneCharacter, 1...1), (.twoCharacters, 2...2), (.threeToFour, 3...4), (.fiveToEight, 5...8),
  ])
  func classesHaveTheirLength(kind: QueryClass, length: ClosedRange<Int>) throws {
    #expect(try queries(kind).allSatisfy { length.contains($0.text.count) })
  }

  @Test func frequentAndRareOnesAreDrawn() throws {
    let shares = try queries(.twoCharacters).map(\.share)
    #expect(shares.contains { $0 >= 0.1 })
    #expect(shares.contains { $0 < 0.005 })
  }

  @Test func mixedOnesHaveBothKinds() throws {
    for query in try queries(.mixed) {
      #expect(query.text.contains { $0.isASCII } && query.text.contains { !$0.isASCII }, "\(query.text)")
    }
  }

  @Test func queriesWithoutHitsHaveNoneAndManyCandidates() throws {
    let bodies = try bodies()
    let queries = try Self.sampler.get().queriesWithoutHits(count: 5)
    #expect(queries.first?.text == "中央视网")
    #expect(queries.count == 5)
    for query in queries {
      #expect(!bodies.contains { $0.contains(query.text) }, "\(query.text)")
      #expect(query.share >= 0.05)
    }
  }
}
