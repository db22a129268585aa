import Corpus
import SeededRandom
import Testing

@Suite struct WeightedChoiceTests {
  private func shares(_ choice: WeightedChoice, draws: Int = 200_000) -> [Double] {
    var random = SeededGenerator(seed: 7, kind: 0)
    var counts = Array(repeating: 0, count: choice.count)
    for _ in 0..<draws { counts[choice.draw(&random)] += 1 }
    return counts.map { Double($0) / Double(draws) }
  }

  @Test func drawsByWeight() {
    for (share, wanted) in zip(shares(WeightedChoice([1, 2, 5, 0.01, 1.99])), [0.1, 0.2, 0.5, 0.001, 0.199]) {
      #expect(abs(share - wanted) < 0.005)
    }
  }

  @Test func zipfHalvesWithTheRank() {
    let shares = shares(.zipf(count: 1_000))
    #expect(abs(shares[0] / shares[1] - 2) < 0.1)
    #expect(abs(shares[0] / shares[9] - 10) < 1)
  }

  @Test func oneOfOneIsAlwaysDrawn() { #expect(shares(WeightedChoice([3]), draws: 10) == [1]) }
}
