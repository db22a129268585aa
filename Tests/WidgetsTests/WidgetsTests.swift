import Terminal
import Testing
import TextBasics
import Widgets

/// What holds for every widget.
@Suite struct WidgetsTests {
  private static let size = Size(width: 24, height: 9)

  /// Every kind of widget, with contents that ask for more room than there is and with none.
  private static var widgets: [any Widget] {
    let series = [3, 0, -4, 900, 17, 1, 2, 88, 41]
    let line = Line([Span("证券 "), Span("两市成交额连续三日突破", style: Style(modifiers: .bold))])
    let bars = BarChart.Row(label: "消费者权益", value: 18, trailing: [Span("▲ 42%")])
    let huge = BarChart.Row(label: "", value: .max)
    let part = StackedBar.Part(label: "晨报", value: 14, fillSymbol: "█")
    return [
      LineView(line), LineView(line, alignment: .right), LineView(line, alignment: .center, ellipsis: false),
      LineView(Line()),
      Divider(title: "要闻 1/20,418", trailing: "1/3"), Divider(title: ""), VerticalDivider(),
      TabBar(titles: ["1要闻", "2自选", "3统计"], selected: 2), TabBar(titles: [], selected: 7),
      KeyHints([("j/k", "移动"), ("↵", "阅读"), ("?", "帮助")]), KeyHints([]),
      Popup(title: "标签", footer: "1/3"),
      InputLine(label: "/", text: "消费金融公司年度报告", cursor: 4), InputLine(label: "起始日期：", text: "", cursor: -5),
      Scrollbar(total: 400, visible: 3, offset: 9), Scrollbar(total: 0, visible: 0, offset: -1),
      Sparkline(values: series), Sparkline(values: []), Sparkline(values: [.max, .min, 1]),
      BarChart(rows: [bars, bars, huge], selected: 1), BarChart(rows: [], selected: 4),
      LineChart(values: series, xLabels: [(0, "10-25"), (1, "11-23")], selected: 3), LineChart(values: []),
      LineChart(values: [.max, .min], symbols: .ascii, selected: -1),
      HeatMap(
        values: [[1, nil, .max], [0, -1]], rowLabels: ["一", "二"], columnLabels: [(0, "6月"), (9, "7月")],
        legend: ("少", "多"), selected: HeatMap.Position(row: 1, column: 1)),
      HeatMap(values: [], rowLabels: []),
      StackedBar(parts: [part, part], total: 48, label: "来源", trailing: "已读 36/48"),
      StackedBar(parts: [StackedBar.Part(label: "", value: .max, fillSymbol: "#"), part]), StackedBar(parts: []),
    ]
  }

  @Test func nothingIsDrawnOutsideOfTheRectangle() {
    for widget in Self.widgets {
      for x in [-9, -1, 5, 23] {
        for y in [-4, -1, 3, 8] {
          for size in [(0, 0), (0, 3), (4, 0), (1, 1), (1, 5), (2, 2), (7, 4), (30, 20)] {
            let rect = Rect(x: x, y: y, width: size.0, height: size.1)
            var buffer = Buffer(size: Self.size)
            buffer.fill(buffer.bounds, with: "?", style: .standard)
            widget.draw(in: rect, into: &buffer)
            for (index, cell) in buffer.cells.enumerated() where cell != Cell("?") {
              let place = Point(x: index % Self.size.width, y: index / Self.size.width)
              #expect(rect.contains(place), "\(widget) drew at \(place) outside of \(rect)")
            }
          }
        }
      }
    }
  }

  /// A widget partly outside of the buffer shows the same cells as one that is whole.
  @Test func cuttingAtTheEdgeOfTheScreenMovesNothing() {
    for widget in Self.widgets {
      let whole = Size(width: 20, height: 6)
      var full = Buffer(size: whole)
      widget.draw(in: full.bounds, into: &full)
      for (dx, dy) in [(-3, 0), (0, -2), (5, 3)] {
        var cut = Buffer(size: Size(width: 17, height: 5))
        widget.draw(in: Rect(x: dx, y: dy, width: whole.width, height: whole.height), into: &cut)
        for x in cut.bounds.x..<cut.bounds.maxX {
          for y in cut.bounds.y..<cut.bounds.maxY where full.bounds.contains(Point(x: x - dx, y: y - dy)) {
            let expected = full[x - dx, y - dy]
            // Half of a wide character never shows: a cell at an edge may be blank instead.
            if x == 0 || x == cut.size.width - 1 { continue }
            #expect(cut[x, y] == expected, "\(widget) at \(x), \(y)")
          }
        }
      }
    }
  }
}
