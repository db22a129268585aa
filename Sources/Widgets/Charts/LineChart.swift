package import Terminal
package import TextBasics

/// A series over time as a line in braille dots, with an axis at the left and labels below.
///
/// The line starts at the first and ends at the last column. Where there are more values than dots each column of dots shows the
/// largest of its values. Below the line the area is stippled in the style of the axis.
package struct LineChart: Widget {
  /// Negative values are drawn as 0.
  package var values: [Int]
  package var symbols: Symbols
  package var axisStyle: Style
  package var style: Style
  /// Whether the scale stands at the left: 0, the upper end and the middle, as far as there is room.
  package var yLabels: Bool
  /// Labels below the chart at places from 0, the first value, to 1, the last.
  package var xLabels: [(position: Double, text: SafeText)]
  /// The value whose column is marked.
  package var selected: Int?
  package var selectedStyle: Style
  /// Whether the area below the line is stippled.
  package var fillsArea: Bool

  package init(
    values: [Int], symbols: Symbols = .unicode, axisStyle: Style = .standard, style: Style = .standard,
    yLabels: Bool = true, xLabels: [(position: Double, text: SafeText)] = [], selected: Int? = nil,
    selectedStyle: Style = Style(modifiers: .reverse), fillsArea: Bool = true
  ) {
    self.values = values
    self.symbols = symbols
    self.axisStyle = axisStyle
    self.style = style
    self.yLabels = yLabels
    self.xLabels = xLabels
    self.selected = selected
    self.selectedStyle = selectedStyle
    self.fillsArea = fillsArea
  }

  /// The value nearest to a column of the screen; nil beside the plot.
  package func index(atColumn column: Int, in rect: Rect) -> Int? {
    layout(in: rect).plot.index(atColumn: column, count: values.count)
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let layout = layout(in: rect)
    guard !layout.plot.rect.isEmpty else { return }
    drawAxis(layout, into: &buffer)
    drawSeries(layout, into: &buffer)
    if let selected, let column = layout.plot.column(of: selected, count: values.count) {
      let plot = layout.plot.rect
      buffer.restyle(Rect(x: column, y: plot.y, width: 1, height: plot.height)) { _ in selectedStyle }
    }
    drawXLabels(layout, into: &buffer)
  }

  private func layout(in rect: Rect) -> LineChartLayout {
    LineChartLayout(
      rect: rect, scale: ChartScale(maximum: values.max() ?? 0), hasYLabels: yLabels, hasXLabels: !xLabels.isEmpty,
      density: symbols.usesBraille ? .braille : .ascii)
  }

  private func drawAxis(_ layout: LineChartLayout, into buffer: inout Buffer) {
    guard !layout.axis.isEmpty else { return }
    let line = layout.axis.splitLeft(layout.axis.width - 1).rest
    buffer.fill(line, with: SafeText(symbols.vertical), style: axisStyle)
    for (row, text) in layout.labels {
      let place = layout.axis.row(row).inset(right: 2)
      LineView(.plain(text, style: axisStyle), alignment: .right).draw(in: place, into: &buffer)
      buffer.draw(symbol: symbols.verticalLeft, x: line.x, y: line.y + row, in: line, style: axisStyle)
    }
  }

  private func drawSeries(_ layout: LineChartLayout, into buffer: inout Buffer) {
    let plot = layout.plot
    var grid = DotGrid(cellsAcross: plot.rect.width, cellsDown: plot.rect.height, density: plot.density)
    var area = grid
    var previous: Int?
    for (x, height) in plot.heights(of: values, scale: layout.scale).enumerated() {
      let y = grid.height - 1 - height
      // A step between two columns is drawn as far as its middle in each of them.
      let from = previous.map { $0 < y ? $0 + 1 : $0 > y ? $0 - 1 : y } ?? y
      for dot in min(from, y)...max(from, y) { grid.set(x: x, y: dot) }
      if fillsArea {
        for dot in stride(from: y + 1, to: grid.height, by: 1) where x.isMultiple(of: 2) && (x + dot) % 4 == 1 {
          area.set(x: x, y: dot)
        }
      }
      previous = y
    }
    for row in 0..<plot.rect.height {
      for column in 0..<plot.rect.width {
        let lineMask = grid.mask(column: column, row: row)
        let mask = lineMask != 0 ? lineMask : area.mask(column: column, row: row)
        guard mask != 0 else { continue }
        let dots = lineMask != 0 ? symbols.point : symbols.sparks[0]
        buffer.draw(
          symbol: symbols.usesBraille ? DotGrid.signs[Int(mask)] : dots, x: plot.rect.x + column,
          y: plot.rect.y + row, in: plot.rect, style: lineMask != 0 ? style : axisStyle)
      }
    }
  }

  /// Labels stand below their place, moved inwards at the edges; one that would touch another is left out.
  private func drawXLabels(_ layout: LineChartLayout, into buffer: inout Buffer) {
    var taken: [Range<Int>] = []
    let row = layout.xLabels
    guard !row.isEmpty else { return }
    // The ends say more than what lies between them.
    let order = xLabels.sorted { abs($0.position - 0.5) > abs($1.position - 0.5) }
    for (position, text) in order where position.isFinite {
      let columns = buffer.widths.columns(text)
      guard columns <= row.width else { continue }
      let center = Int((position.clamped(to: 0...1) * Double(row.width - 1)).rounded())
      let start = row.x + (center - columns / 2).clamped(to: 0...row.width - columns)
      guard taken.allSatisfy({ start + columns < $0.lowerBound || $0.upperBound < start }) else { continue }
      taken.append(start..<start + columns)
      buffer.write(text, in: row.splitLeft(start - row.x).rest, style: axisStyle)
    }
  }
}
