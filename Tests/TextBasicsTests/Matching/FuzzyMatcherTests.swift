import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FuzzyMatcherTests {
  private func score(_ pattern: String, _ candidate: String) -> Int? {
    FuzzyMatcher(pattern).score(candidate)?.score
  }

  private func positions(_ pattern: String, _ candidate: String) -> [Int]? {
    FuzzyMatcher(pattern).score(candidate)?.positions
  }

  /// The candidates that match, best first.
  private func ranking(_ pattern: String, _ candidates: String...) -> [String] {
    candidates.compactMap { candidate in score(pattern, candidate).map { (candidate, $0) } }
      .sorted { $0.1 > $1.1 }.map(\.0)
  }

  @Test func needsAllLettersInOrder() {
    #expect(score("abc", "acb") == nil)
    #expect(score("abc", "ab") == nil)
    #expect(score("a", "") == nil)
    #expect(positions("abc", "xaxbxc") == [1, 3, 5])
  }

  @Test func anEmptyPatternMatchesEverything() {
    #expect(FuzzyMatcher("").score("新股") == FuzzyMatcher.Match(score: 0, positions: []))
    #expect(FuzzyMatcher("  ").score("")?.score == 0)
  }

  @Test func ignoresCaseWidthAndScript() {
    #expect(positions("IPO", "ipo") == [0, 1, 2])
    #expect(positions("a股", "Ａ股") == [0, 1])
    #expect(positions("马", "騎馬") == [1])
    #expect(positions("article next", "article.next") == [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11])
  }

  @Test func countsScalars() {
    #expect(positions("新", "📈e\u{301}新") == [3])
  }

  @Test func ignoresTheWayOfWriting() {
    #expect(positions("final", "ﬁnal") == [0, 1, 2, 3])
    #expect(positions("株式", "㍿甲") == [0])
    #expect(positions("l'é", "l’e\u{301}") == [0, 1, 2])
    #expect(score("e", "e\u{301}") == nil)
  }

  @Test func prefersTheBeginning() {
    #expect(ranking("消费", "关注消费", "消费金融") == ["消费金融", "关注消费"])
    #expect(ranking("art", "start", "article") == ["article", "start"])
  }

  @Test func prefersBeginningsOfWords() {
    #expect(ranking("sn", "session", "source.next") == ["source.next", "session"])
    #expect(positions("fb", "foobar-fab foo bar") == [11, 15])
    #expect(positions("tb", "textTabBar") == [0, 7])
  }

  @Test func prefersLettersThatFollowEachOther() {
    #expect(ranking("abc", "xaxbxcx", "xxabcxx") == ["xxabcxx", "xaxbxcx"])
    #expect(positions("回购", "回到股份回购") == [4, 5])
  }

  @Test func prefersTheWholeCandidate() {
    #expect(ranking("央行", "央行动态", "央行") == ["央行", "央行动态"])
  }

  @Test func matchesOverWideGaps() {
    let candidate = "a" + String(repeating: "-x", count: 500) + "b"
    #expect(positions("ab", candidate) == [0, 1001])
  }

  @Test func positionsSpellThePattern() {
    var random = SeededGenerator(seed: 29)
    let letters = Array("ab-")
    for _ in 0..<200 {
      let candidate = String((0..<9).map { _ in letters[Int.random(in: 0..<3, using: &random)] })
      guard let match = FuzzyMatcher("aab").score(candidate) else { continue }
      let scalars = Array(candidate.unicodeScalars)
      #expect(match.positions.map { scalars[$0] } == Array("aab".unicodeScalars))
      #expect(zip(match.positions, match.positions.dropFirst()).allSatisfy(<))
    }
  }
}
