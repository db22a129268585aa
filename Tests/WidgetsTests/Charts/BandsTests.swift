import Testing

@testable import Widgets

@Suite struct BandsTests {
  @Test(arguments: [1, 2, 3, 4, 5, 40, 41, 1000]) func limitsAndBandsAgree(maximum: Int) {
    let bands = Bands(maximum: maximum, count: 4)
    for value in 1...maximum {
      let band = bands.band(of: value)
      #expect(band.flatMap { bands.limits(of: $0) }?.contains(value) == true)
    }
    #expect((0..<4).compactMap { bands.limits(of: $0)?.count }.reduce(0, +) == maximum)
  }

  @Test func nothingHasNoBand() {
    #expect(Bands(maximum: 9, count: 4).band(of: 0) == nil)
    #expect(Bands(maximum: 9, count: 4).band(of: -1) == nil)
    #expect(Bands(maximum: 0, count: 4).band(of: 3) == nil)
    #expect(Bands(maximum: 0, count: 4).limits(of: 3) == nil)
  }

  @Test func theLargestNumbersAreFine() {
    let bands = Bands(maximum: .max, count: 4)
    #expect(bands.band(of: .max) == 3)
    #expect(bands.band(of: 1) == 0)
    #expect(bands.limits(of: 3)?.upperBound == .max)
    #expect(Bands(maximum: 5, count: 4).band(of: .max) == 3)
  }
}
