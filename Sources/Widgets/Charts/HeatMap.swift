package import Terminal
package import TextBasics

/// A calendar of densities: rows of weekdays, columns of weeks, the latest at the right.
///
/// What does not fit is left out from the left, so that the latest column stays, unless an earlier one is selected.
/// Values fall into as many even bands as there are shades; a legend tells their limits in numbers. Cells are solid where each band has
/// a colour of its own, else shaded.
package struct HeatMap: Widget {
  /// One cell of the map.
  package struct Position: Sendable, Hashable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Rows of columns; nil is a cell outside of the time shown.
  package var values: [[Int?]]
  package var rowLabels: [SafeText]
  /// Labels below columns.
  package var columnLabels: [(Int, SafeText)]
  /// The words for little and much beside the legend; nil leaves the legend out.
  package var legend: (low: SafeText, high: SafeText)?
  /// The columns of a cell, its gap included: 1 or 2.
  package var cellColumns: Int
  package var symbols: Symbols
  /// The styles of the bands from low to high; the last one serves for bands that have none.
  package var styles: [Style]
  /// The style of a cell without anything.
  package var emptyStyle: Style
  package var labelStyle: Style
  package var selected: Position?
  package var selectedStyle: Style

  package init(
    values: [[Int?]], rowLabels: [SafeText], columnLabels: [(Int, SafeText)] = [],
    legend: (low: SafeText, high: SafeText)? = nil, cellColumns: Int = 2, symbols: Symbols = .unicode,
    styles: [Style] = [], emptyStyle: Style = .standard, selected: Position? = nil, labelStyle: Style = .standard,
    selectedStyle: Style = Style(modifiers: .reverse)
  ) {
    self.values = values
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.legend = legend
    self.cellColumns = max(1, cellColumns)
    self.symbols = symbols
    self.styles = styles
    self.emptyStyle = emptyStyle
    self.selected = selected
    self.labelStyle = labelStyle
    self.selectedStyle = selectedStyle
  }

  /// The cell at a place of the screen.
  package func position(at point: Point, in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Position? {
    let grid = grid(in: rect, widths)
    guard rect.contains(point), point.x >= grid.x else { return nil }
    let position = Position(row: point.y - rect.y, column: grid.first + (point.x - grid.x) / cellColumns)
    guard values.indices.contains(position.row), values[position.row].indices.contains(position.column),
      values[position.row][position.column] != nil
    else { return nil }
    return position
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard !rect.isEmpty else { return }
    let grid = grid(in: rect, buffer.widths)
    let bands = Bands(maximum: values.joined().reduce(0) { max($0, $1 ?? 0) }, count: symbols.shades.count)
    for (row, cells) in values.prefix(rect.height).enumerated() {
      let place = rect.row(row)
      if grid.x > rect.x, rowLabels.indices.contains(row) {
        let label = place.splitLeft(grid.x - rect.x - 1).left
        LineView(.plain(rowLabels[row], style: labelStyle), symbols: symbols).draw(in: label, into: &buffer)
      }
      for (column, value) in cells.enumerated().dropFirst(grid.first) {
        guard let value else { continue }
        let isSelected = selected == Position(row: row, column: column)
        let band = bands.band(of: value)
        buffer.draw(
          symbol: band.map { bandSymbols[$0] } ?? symbols.flat,
          x: grid.x + (column - grid.first) * cellColumns, y: place.y, in: place,
          style: isSelected ? selectedStyle : band.map(style(ofBand:)) ?? emptyStyle)
      }
    }
    drawColumnLabels(grid, in: rect.row(values.count), into: &buffer)
    // A row is kept free above the legend where there is one.
    let free = rect.height - values.count - 1
    if free > 0 { drawLegend(bands, in: rect.row(values.count + min(2, free)), into: &buffer) }
  }

  /// The left edge of the cells and the first column that is shown.
  private func grid(in rect: Rect, _ widths: ColumnWidths) -> (x: Int, first: Int) {
    let labels = rowLabels.reduce(0) { max($0, widths.columns($1)) }
    let indent = labels > 0 && labels + 1 + cellColumns <= rect.width ? labels + 1 : 0
    let columns = values.reduce(0) { max($0, $1.count) }
    let shown = (rect.width - indent + cellColumns - 1) / cellColumns
    let latest = max(0, columns - shown)
    let selected = self.selected?.column ?? latest
    return (rect.x + indent, selected.clamped(to: 0...latest))
  }

  private var bandSymbols: [String] {
    let hasColours = Set(styles.map(\.foreground)).count >= symbols.cells.count
    return hasColours ? symbols.cells : symbols.shades
  }

  private func style(ofBand band: Int) -> Style {
    styles.isEmpty ? .standard : styles[min(band, styles.count - 1)]
  }

  private func drawColumnLabels(_ grid: (x: Int, first: Int), in row: Rect, into buffer: inout Buffer) {
    var end = grid.x
    for (column, label) in columnLabels.sorted(by: { $0.0 < $1.0 }) where column >= grid.first {
      let columns = buffer.widths.columns(label)
      let x = min(grid.x + (column - grid.first) * cellColumns, row.maxX - columns)
      // A label that would run into the one before it is left out.
      guard x >= end else { continue }
      buffer.write(label, in: row.splitLeft(x - row.x).rest, style: labelStyle)
      end = x + columns + 1
    }
  }

  private func drawLegend(_ bands: Bands, in row: Rect, into buffer: inout Buffer) {
    guard let legend else { return }
    var bandSpans: [Span] = []
    for band in 0..<bands.count {
      guard let limits = bands.limits(of: band) else { continue }
      let isOneValue = limits.lowerBound == limits.upperBound
      let numbers = isOneValue ? "\(limits.lowerBound)" : "\(limits.lowerBound)\(symbols.range)\(limits.upperBound)"
      if !bandSpans.isEmpty { bandSpans.append(Span("  ", style: labelStyle)) }
      bandSpans.append(Span(SafeText(bandSymbols[band]), style: style(ofBand: band)))
      bandSpans.append(Span(SafeText(" " + numbers), style: labelStyle))
    }
    let words = [Span(legend.low + "  ", style: labelStyle)] + bandSpans + [Span("  " + legend.high, style: labelStyle)]
    // The numbers say more than the words.
    let spans = Line(words).columns(buffer.widths) <= row.width ? words : bandSpans
    LineView(Line(spans), symbols: symbols).draw(in: row, into: &buffer)
  }
}

/// Even bands of the whole numbers from 1 to a maximum.
struct Bands {
  let maximum: Int
  let count: Int

  /// The band of a value, counted from 0; none for nothing.
  func band(of value: Int) -> Int? {
    guard value > 0, maximum > 0 else { return nil }
    // The division of full width keeps the largest numbers from overflowing.
    let product = UInt(min(value, maximum) - 1).multipliedFullWidth(by: UInt(count))
    return Int(UInt(maximum).dividingFullWidth(product).quotient)
  }

  /// The values of a band; none where the maximum is too small to fill it.
  func limits(of band: Int) -> ClosedRange<Int>? {
    let low = start(of: band)
    let high = band + 1 < count ? start(of: band + 1) - 1 : maximum
    return low <= high ? low...high : nil
  }

  /// The least value whose band is `band` or above: 1 + ⌈band · maximum / count⌉.
  private func start(of band: Int) -> Int {
    let product = UInt(band).multipliedFullWidth(by: UInt(max(0, maximum)))
    let (quotient, remainder) = UInt(count).dividingFullWidth(product)
    return Int(quotient) + (remainder > 0 ? 2 : 1)
  }
}
