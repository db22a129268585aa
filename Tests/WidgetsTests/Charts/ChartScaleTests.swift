import Testing

@testable import Widgets

@Suite struct ChartScaleTests {
  @Test(arguments: [
    (0, 2), (-4, 2), (1, 2), (9, 10), (48, 48), (99, 100), (100, 100), (101, 120), (353, 360), (999, 1000),
    (1001, 1200), (Int.max, Int.max),
  ])
  func endsALittleAboveTheLargestValue(maximum: Int, top: Int) {
    #expect(ChartScale(maximum: maximum).top == top)
  }

  @Test(arguments: [
    (0, "0"), (9999, "9999"), (10_000, "10k"), (12_500, "12.5k"), (999_999, "999k"), (1_500_000, "1.5M"),
    (Int.max, "9.2E"),
  ])
  func labelsAreShort(value: Int, label: String) {
    #expect(ChartScale(maximum: 1).label(value) == label)
  }
}
