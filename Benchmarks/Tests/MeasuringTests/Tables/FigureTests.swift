import Measuring
import Testing

@Suite struct FigureTests {
  private func figure(_ bar: Bar, _ samples: [Int: [Double]], bytes: [Double] = []) -> Figure {
    var figure = Figure(name: "key", bar: bar)
    figure.samples = samples.mapValues(Samples.init)
    if !bytes.isEmpty { figure.bytes = [samples.keys.max() ?? 0: Samples(bytes)] }
    return figure
  }

  @Test(arguments: [
    (Bar(median: 2), true), (Bar(median: 1.9), false), (Bar(p99: 9), true), (Bar(p99: 8), false),
    (Bar(atLeast: 2), true), (Bar(atLeast: 3), false), (Bar(median: 2, bytes: 400), true),
    (Bar(median: 2, bytes: 300), false),
  ])
  func theLargestStoreCounts(bar: Bar, isHeld: Bool) {
    #expect(figure(bar, [1_000: [99], 1_000_000: [1, 2, 9]], bytes: [400]).isHeld == isHeld)
  }

  @Test(arguments: [(1.0, 2.0, true), (0.2, 1.2, true), (0.2, 1.3, false), (5, 10, true), (5, 10.1, false)])
  func levelMeansTwiceOrAMillisecond(small: Double, large: Double, isHeld: Bool) {
    #expect(figure(Bar(staysLevel: true), [1_000: [small], 1_000_000: [large]]).isHeld == isHeld)
  }

  @Test func whatPromisesNothingIsNeitherHeldNorMissed() {
    #expect(figure(Bar(), [1_000: [1]]).isHeld == nil)
    #expect(figure(Bar(median: 1), [:]).isHeld == nil)
  }

  @Test func theRatioIsThatOfTheMedians() {
    #expect(figure(Bar(), [1_000: [2, 2, 90], 100_000: [3], 1_000_000: [5, 5, 5]]).ratio == 2.5)
    #expect(figure(Bar(), [1_000: [2]]).ratio == nil)
  }
}
