import Testing
import Widgets

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (0.0, "▕        ▏"), (0.3, "▕██▍     ▏"), (1.0, "▕████████▏"), (7.0, "▕████████▏"), (.nan, "▕        ▏"),
  ])
  func theBarGrowsByEighthsBetweenItsEdges(fraction: Double, expected: String) {
    #expect(ProgressBar(fraction: fraction).lines(10) == [expected])
  }

  @Test func inASCIIItHasBrackets() {
    #expect(ProgressBar(fraction: 0.5, symbols: .ascii).lines(10) == ["[####    ]"])
  }

  @Test func withoutRoomNothingIsDrawn() {
    #expect(ProgressBar(fraction: 0.5).lines(2) == [""])
  }
}
