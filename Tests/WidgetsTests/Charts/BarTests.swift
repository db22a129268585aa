import Testing

@testable import Widgets

@Suite struct BarTests {
  @Test(arguments: [(0, 0), (1, 1), (50, 40), (99, 79), (100, 80), (150, 80), (-3, 0)])
  func lengthsAreInEighthsOfACell(value: Int, steps: Int) {
    #expect(Bar(value: value, maximum: 100, symbols: .unicode).steps(width: 10) == steps)
  }

  @Test func whatIsMoreThanNothingIsSeen() {
    #expect(Bar(value: 1, maximum: .max, symbols: .unicode).steps(width: 10) == 1)
    #expect(Bar(value: 1, maximum: .max, symbols: .ascii).steps(width: 10) == 1)
    #expect(Bar(value: 1, maximum: .max, symbols: .unicode).steps(width: 0) == 0)
  }

  @Test func aMaximumOfNothingDrawsNothing() {
    #expect(Bar(value: 5, maximum: 0, symbols: .unicode).steps(width: 10) == 0)
  }
}
