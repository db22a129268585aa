import Testing
import Widgets

@Suite struct GaugeTests {
  @Test(arguments: [
    (0, "▕        ▏"), (0.44, "▕███▌    ▏"), (1, "▕████████▏"), (7, "▕████████▏"), (-1, "▕        ▏"),
    (0.000_1, "▕▏       ▏"), (.nan, "▕        ▏"), (.infinity, "▕████████▏"),
  ])
  func growsByEighths(fraction: Double, expected: String) {
    #expect(Gauge(fraction: fraction).lines(10) == [expected])
  }

  @Test func hasNoEndsWhereTheyHaveNoRoom() {
    #expect(Gauge(fraction: 0.5).lines(2) == ["█"])
    #expect(Gauge(fraction: 0.5).lines(1) == ["▌"])
  }

  @Test func hasAnAsciiForm() {
    #expect(Gauge(fraction: 0.44, symbols: .ascii).lines(10) == ["[####    ]"])
  }
}
