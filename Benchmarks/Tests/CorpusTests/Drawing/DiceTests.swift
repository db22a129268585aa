import Corpus
import Testing

@Suite struct DiceTests {
  @Test func theSameSeedThrowsTheSame() {
    var (first, second) = (Dice(seed: 1, kind: 2, number: 3), Dice(seed: 1, kind: 2, number: 3))
    #expect((0..<5).map { _ in first.next() } == (0..<5).map { _ in second.next() })
  }

  @Test(arguments: [
    Dice(seed: 2, kind: 2, number: 3), Dice(seed: 1, kind: 3, number: 3), Dice(seed: 1, kind: 2, number: 4),
  ])
  func anotherThingThrowsOthers(other: Dice) {
    var (dice, other) = (Dice(seed: 1, kind: 2, number: 3), other)
    #expect(dice.next() != other.next())
  }

  @Test func numbersStayInTheirRange() {
    var dice = Dice(seed: 5)
    #expect(Set((0..<1_000).map { _ in dice.number(in: 3...6) }) == [3, 4, 5, 6])
  }

  @Test func meansAreAsAskedFor() {
    var dice = Dice(seed: 5)
    let normal = (0..<20_000).map { _ in dice.normal() }
    #expect(abs(normal.reduce(0, +) / 20_000) < 0.03)
    let poisson = (0..<20_000).map { _ in Double(dice.poisson(2.5)) }
    #expect(abs(poisson.reduce(0, +) / 20_000 - 2.5) < 0.05)
  }
}
