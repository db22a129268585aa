import Corpus
import SeededRandom
import Testing

@Suite struct SeededGeneratorDrawingTests {
  @Test func theSameSeedThrowsTheSame() {
    var (first, second) = (SeededGenerator(seed: 1, kind: 2, number: 3), SeededGenerator(seed: 1, kind: 2, number: 3))
    #expect((0..<5).map { _ in first.next() } == (0..<5).map { _ in second.next() })
  }

  @Test(arguments: [
    SeededGenerator(seed: 2, kind: 2, number: 3), SeededGenerator(seed: 1, kind: 3, number: 3),
    SeededGenerator(seed: 1, kind: 2, number: 4),
  ])
  func anotherThingThrowsOthers(other: SeededGenerator) {
    var (random, other) = (SeededGenerator(seed: 1, kind: 2, number: 3), other)
    #expect(random.next() != other.next())
  }

  @Test func numbersStayInTheirRange() {
    var random = SeededGenerator(seed: 5, kind: 0)
    #expect(Set((0..<1_000).map { _ in random.number(in: 3...6) }) == [3, 4, 5, 6])
  }

  @Test func meansAreAsAskedFor() {
    var random = SeededGenerator(seed: 5, kind: 0)
    let normal = (0..<20_000).map { _ in random.normal() }
    #expect(abs(normal.reduce(0, +) / 20_000) < 0.03)
    let poisson = (0..<20_000).map { _ in Double(random.poisson(2.5)) }
    #expect(abs(poisson.reduce(0, +) / 20_000 - 2.5) < 0.05)
  }
}
