import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct LineChartTests {
  private static let days = [2, 4, 9, 5, 1, 0, 3, 8]
  private static let labels: [(position: Double, text: SafeText)] = [(0, "10-25"), (0.5, "11-08"), (1, "11-23")]

  @Test func drawsALineWithAxisAndLabels() {
    let chart = LineChart(values: Self.days, xLabels: Self.labels, fillsArea: false)
    #expect(
      chart.lines(28, 6) == [
        "10 ┤      ⢀⡀",
        "   │     ⡰⠁⠈⠢⡀            ⢀⠎",
        " 5 ┤   ⢀⠜    ⠈⠢⡀         ⡰⠁",
        "   │⣀⠤⠊⠁       ⠑⢄      ⡠⠜",
        " 0 ┤             ⠑⠢⠤⣀⡠⠊",
        "    10-25     11-08    11-23",
      ])
  }

  @Test func theAreaBelowTheLineIsStippledInTheStyleOfTheAxis() {
    let dim = Style(modifiers: .dim)
    let chart = LineChart(values: [8, 8], axisStyle: dim, yLabels: false)
    #expect(chart.lines(4, 2) == ["⠉⠉⠉⠉", "⠂⡀⠂⡀"])
    let buffer = chart.buffer(4, 2)
    #expect(buffer[0, 0].style == .standard)
    #expect(buffer[0, 1].style == dim)
  }

  @Test func hasAnAsciiForm() {
    let chart = LineChart(values: Self.days, symbols: .ascii, xLabels: Self.labels, fillsArea: false)
    #expect(
      chart.lines(28, 7) == [
        "10 +",
        "   |      ***              *",
        " 5 +    **   *            *",
        "   |  **      **        **",
        "   |**          **    **",
        " 0 +              ****",
        "    10-25     11-08    11-23",
      ])
  }

  /// The axis and its labels go before the line does.
  @Test func smallChartsAreTheLineAlone() {
    #expect(LineChart(values: [0, 8], xLabels: Self.labels, fillsArea: false).lines(4, 1) == ["⣀⠤⠒⠉"])
    #expect(LineChart(values: [8], fillsArea: false).lines(3, 2) == ["⠉⠉⠉", ""])
  }

  @Test func peaksSurviveWhereThereIsLittleRoom() {
    var values = Array(repeating: 0, count: 1000)
    values[500] = 6
    let chart = LineChart(values: values, yLabels: false, fillsArea: false)
    #expect(chart.lines(9, 1).joined().contains { !"⣀⡀ ".contains($0) })
  }

  @Test func theSelectedValueIsMarkedOverTheWholeHeight() {
    let mark = Style(modifiers: .reverse)
    let buffer = LineChart(values: Self.days, yLabels: false, selected: 7).buffer(8, 3)
    for y in 0..<3 { #expect(buffer.row(y).map { $0.style == mark } == "00000001".map { $0 == "1" }) }
  }

  @Test(arguments: [1, 2, 7, 16, 40]) func aColumnTellsTheValueThatStandsThere(count: Int) {
    let rect = Rect(x: 3, y: 0, width: 48, height: 6)
    for index in 0..<count {
      let chart = LineChart(values: Array(repeating: 1, count: count), selected: index)
      var buffer = Buffer(size: Size(width: 60, height: 6))
      chart.draw(in: rect, into: &buffer)
      let marked = (0..<60).first { buffer[$0, 0].style == Style(modifiers: .reverse) }
      #expect(marked.flatMap { chart.index(atColumn: $0, in: rect) } == index)
    }
  }

  @Test func besideThePlotStandsNoValue() {
    let chart = LineChart(values: Self.days)
    let rect = Rect(x: 3, y: 0, width: 30, height: 6)
    #expect(chart.index(atColumn: 2, in: rect) == nil)
    #expect(chart.index(atColumn: 5, in: rect) == nil)
    #expect(chart.index(atColumn: 33, in: rect) == nil)
    #expect(LineChart(values: []).index(atColumn: 20, in: rect) == nil)
  }

  @Test func labelsThatWouldTouchAreLeftOut() {
    let labels = Self.labels + [(0.1, "10-26")]
    let chart = LineChart(values: Self.days, yLabels: false, xLabels: labels, fillsArea: false)
    #expect(chart.lines(20, 3).last == "10-25   11-08  11-23")
    #expect(chart.lines(12, 3).last == "10-25  11-23")
    #expect(chart.lines(4, 3).last == "")
  }

  @Test func anyValuesAreFine() {
    #expect(LineChart(values: [0, 0], fillsArea: false).lines(12, 2) == ["2 ┤", "0 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀"])
    #expect(LineChart(values: [.max, .min], yLabels: false, fillsArea: false).lines(4, 1) == ["⠉⠒⠤⣀"])
    #expect(LineChart(values: []).lines(12, 2) == ["2 ┤", "0 ┤"])
  }
}
