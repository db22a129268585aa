import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct SparklineTests {
  @Test func heightsFollowTheLargestValue() {
    #expect(Sparkline.text(values: [0, 1, 2, 3, 4, 5, 6, 7], width: 8) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text(values: [7, 7], width: 2) == "██")
  }

  @Test func onlyNothingHasTheLowestSign() {
    #expect(Sparkline.text(values: [0, 1, 1000, -5], width: 4) == "▁▂█▁")
    #expect(Sparkline.text(values: [0, 0], width: 2) == "▁▁")
  }

  @Test func theLatestValueStandsAtTheRight() {
    #expect(Sparkline.text(values: [0, 7], width: 5) == "   ▁█")
    #expect(Sparkline(values: [0, 7]).lines(5, 2) == ["   ▁█", ""])
  }

  @Test func peaksSurviveWhereThereIsLittleRoom() {
    #expect(Sparkline.text(values: [0, 0, 0, 7, 0, 0, 0, 0, 0], width: 3) == "▁█▁")
    #expect(Sparkline.text(values: Array(0..<1000), width: 4) == "▃▅▇█")
  }

  @Test func anyValuesAndWidthsAreFine() {
    #expect(Sparkline.text(values: [.min, .max, 0], width: 3) == "▁█▁")
    #expect(Sparkline.text(values: [], width: 3) == "   ")
    #expect(Sparkline.text(values: [1], width: 0).isEmpty)
    #expect(Sparkline.text(values: [1], width: -1).isEmpty)
  }

  @Test func hasAnAsciiForm() {
    #expect(Sparkline.text(values: [0, 1, 2, 3, 4, 5, 6, 7], width: 8, symbols: .ascii) == ".:-=+*#@")
  }
}
