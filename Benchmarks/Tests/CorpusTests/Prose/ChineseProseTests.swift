import Corpus
import Testing

/// Whether invented text is to an index what real text is. The bounds are those of some thousand articles of a finance
/// portal and of evening news.
@Suite struct ChineseProseTests {
  private static let bodies = Result {
    try SharedNews.articles.get().filter { !$0.isEnglish }.map { Array($0.body.string.unicodeScalars) }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  private static func pairs(_ body: [Unicode.Scalar]) -> Set<String> {
    Set(zip(body, body.dropFirst()).filter { isHan($0) && isHan($1) }.map { String($0) + String($1) })
  }

  @Test func charactersFollowZipf() throws {
    var counts: [Unicode.Scalar: Int] = [:]
    for body in try Self.bodies.get() {
      for scalar in body where Self.isHan(scalar) { counts[scalar, default: 0] += 1 }
    }
    let ranked = counts.values.sorted(by: >)
    let all = Double(ranked.reduce(0, +))
    #expect((0.008...0.05).contains(Double(ranked[0]) / all))
    #expect((0.6...0.9).contains(Double(ranked.prefix(500).reduce(0, +)) / all))
    #expect(ranked.count > 3_000)
  }

  @Test func pairsAreSharedAsInProse() throws {
    let pairs = try Self.bodies.get().map(Self.pairs)
    var articles: [String: Int] = [:]
    for pair in pairs.joined() { articles[pair, default: 0] += 1 }
    let ranked = articles.values.sorted(by: >).map { Double($0) / Double(pairs.count) }
    #expect((0.35...0.6).contains(ranked[9]))
    #expect((0.14...0.3).contains(ranked[99]))
    #expect((0.03...0.08).contains(ranked[999]))
    #expect((0.003...0.01).contains(ranked[9_999]))
  }

  @Test func articlesRepeatThemselvesAsInProse() throws {
    let bodies = try Self.bodies.get()
    let distinct = bodies.map { Self.pairs($0).count }.reduce(0, +)
    let share = Double(distinct) / Double(bodies.map(\.count).reduce(0, +))
    #expect((0.5...0.68).contains(share))
  }

  /// The hardest case of a search: nothing is found, and a fifth of all articles looks as if it were.
  @Test func aQueryWithoutHitHasManyCandidates() throws {
    let bodies = try SharedNews.articles.get().map(\.body.string)
    let candidates = bodies.count { body in ["中央", "央视", "视网"].allSatisfy(body.contains) }
    #expect((0.17...0.28).contains(Double(candidates) / Double(bodies.count)))
    #expect(!bodies.contains { $0.contains("中央视网") })
  }

  @Test func latinAndHanMeet() throws {
    let bodies = try SharedNews.articles.get().map(\.body.string)
    for word in ["A股", "5G手机", "月6日"] { #expect(bodies.contains { $0.contains(word) }, "\(word)") }
  }
}
