import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct BarChartTests {
  private static let rows = [("消费者权益", 118), ("IPO", 104), ("央行", 1), ("港股", 0)].map { label, value in
    BarChart.Row(label: SafeText(label), value: value, trailing: [Span("▁▂▃"), Span(" ▲")])
  }

  @Test func labelsBarsValuesAndTrailingSpansAreAligned() {
    #expect(
      BarChart(rows: rows, selected: 1).lines(36, 4) == [
        " 消费者权益 ██████████████ 118 ▁▂▃ ▲",
        "▶IPO        ████████████▍  104 ▁▂▃ ▲",
        " 央行       ▏                1 ▁▂▃ ▲",
        " 港股                        0 ▁▂▃ ▲",
      ])
  }

  @Test func aWideChartHasWiderGaps() {
    #expect(
      BarChart(rows: Array(rows.prefix(1))).lines(50)
        == [" 消费者权益 ██████████████████████████  118  ▁▂▃ ▲"])
  }

  @Test func hasAnAsciiForm() {
    #expect(
      BarChart(rows: rows, selected: 0, symbols: .ascii).lines(30, 2) == [
        ">消费者权益 ######## 118 ▁▂▃ ▲", " IPO        #######  104 ▁▂▃ ▲",
      ])
  }

  /// Trailing spans go first, then the bar, then the value; the label is cut last.
  @Test(arguments: [
    (26, " 消费者权益 ████ 118 ▁▂▃ ▲"), (25, " 消费者权益 █████████ 118"), (20, " 消费者权益 ████ 118"),
    (19, " 消费者权… ████ 118"), (15, " 消费者权益 118"), (14, " 消费者权… 118"), (11, " 消费…  118"), (10, " 消费者权…"),
    (4, " 消…"), (1, ""),
  ])
  func partsAreLeftOutInAFixedOrder(width: Int, expected: String) {
    #expect(BarChart(rows: rows).lines(width).first == expected)
  }

  @Test func theSelectedRowIsWhollyInTheStyleOfTheSelection() {
    let selection = Style(foreground: .ansi(0), background: .ansi(6))
    let chart = BarChart(
      rows: rows, selected: 1, labelStyle: Style(foreground: .ansi(1)), barStyle: Style(foreground: .ansi(2)),
      valueStyle: Style(modifiers: .bold), selectedStyle: selection)
    let buffer = chart.buffer(36, 2)
    #expect(buffer.row(1).allSatisfy { $0.style == selection || $0.style == selection.adding(.bold) })
    #expect(buffer[12, 0].style == Style(foreground: .ansi(2)))
  }

  @Test func aBarMayHaveAStyleOfItsOwn() {
    let up = Style(foreground: .ansi(1))
    let chart = BarChart(rows: [BarChart.Row(label: "a", value: 1, barStyle: up)])
    #expect(chart.buffer(20)[3, 0].style == up)
  }

  @Test func theScaleCanBeShared() {
    #expect(BarChart(rows: [BarChart.Row(label: "a", value: 5)], maximum: 10).lines(15) == [" a █████      5"])
  }

  @Test func labelsCanHaveAGivenWidth() {
    #expect(
      BarChart(rows: [BarChart.Row(label: "消费者", value: 5)], labelWidth: .columns(4)).lines(16)
        == [" 消…  ████████ 5"])
  }

  @Test func scrollsToItsSelection() {
    let chart = BarChart(rows: rows, selected: 3)
    #expect(chart.lines(20, 2).map { $0.prefix(3) } == [" 央行", "▶港股"].map { $0.prefix(3) })
    let rect = Rect(x: 0, y: 5, width: 20, height: 2)
    #expect((4...7).map { chart.index(atRow: $0, in: rect) } == [nil, 2, 3, nil])
  }

  @Test func blankRowsPartTheBarsWhereAllHaveRoomSo() {
    let chart = BarChart(rows: Array(rows.suffix(2)))
    #expect(chart.lines(20, 3) == [" 央行 ██████ 1 ▁▂▃ ▲", "", " 港股        0 ▁▂▃ ▲"])
    let rect = Rect(x: 0, y: 5, width: 20, height: 3)
    #expect((5...8).map { chart.index(atRow: $0, in: rect) } == [0, nil, 1, nil])
  }

  @Test func hugeAndNegativeValuesAreFine() {
    let rows = [BarChart.Row(label: "a", value: .max), BarChart.Row(label: "b", value: .min)]
    #expect(
      BarChart(rows: rows).lines(30, 2) == [" a ██████  9223372036854775807", " b        -9223372036854775808"])
  }

  private var rows: [BarChart.Row] { Self.rows }
}
