import Measuring
import Testing

@Suite struct SamplesTests {
  @Test(arguments: [(50.0, 50.0), (99, 99), (100, 100), (0, 1)])
  func percentilesAreValuesThatWereMeasured(percent: Double, value: Double) {
    #expect(Samples((1...100).map(Double.init).shuffled()).percentile(percent) == value)
  }

  @Test func aFewSamplesDo() {
    #expect(Samples([3]).p99 == 3)
    #expect(Samples([3, 1, 2]).median == 2)
    #expect(Samples().median == 0)
  }
}
