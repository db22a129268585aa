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

/// Where the parts of a line chart stand. What has no room is left out: first the labels below, then the axis.
struct LineChartLayout {
  let scale: ChartScale
  private(set) var axis: Rect
  private(set) var xLabels: Rect
  private(set) var plot: LineChartPlot
  /// The labels of the axis, with the row of the plot that each belongs to.
  private(set) var labels: [(row: Int, text: SafeText)] = []

  init(rect: Rect, scale: ChartScale, hasYLabels: Bool, hasXLabels: Bool, density: DotGrid.Density) {
    self.scale = scale
    let (upper, lower) = rect.splitTop(hasXLabels && rect.height >= 3 ? rect.height - 1 : rect.height)
    let top = SafeText(scale.label(scale.top))
    let middle = SafeText(scale.label(scale.top / 2))
    let axisColumns = max(top.string.utf8.count, middle.string.utf8.count) + 2
    let hasAxis = hasYLabels && upper.width >= axisColumns + Self.leastPlot && upper.height >= 2
    let (axis, plot) = upper.splitLeft(hasAxis ? axisColumns : 0)
    self.axis = axis
    self.plot = LineChartPlot(rect: plot, density: density)
    xLabels = lower.splitLeft(axis.width).rest
    guard hasAxis else { return }
    labels = [(0, top), (plot.height - 1, "0")]
    if plot.height >= 5 { labels.insert(((plot.height - 1) / 2, middle), at: 1) }
  }

  private static let leastPlot = 8
}

/// The upper end of an axis that starts at 0, and its labels.
struct ChartScale: Equatable {
  /// The largest value or a little more: an even number of at most two figures before its zeros.
  let top: Int

  init(maximum: Int) {
    guard maximum > 0, maximum < .max / 2 else {
      top = maximum > 0 ? maximum : 2
      return
    }
    var unit = 2
    while maximum / unit >= 50 { unit *= 10 }
    top = (maximum + unit - 1) / unit * unit
  }

  /// A number short enough for an axis: `980`, `12k`, `1.5M`; at most five columns.
  func label(_ value: Int) -> String {
    guard value >= 10_000 else { return "\(value)" }
    var rest = value
    var unit = 0
    while rest >= 1_000_000, unit < Self.units.count - 1 {
      rest /= 1000
      unit += 1
    }
    let tenths = rest / 100
    let decimals = tenths < 1000 && tenths % 10 != 0 ? ".\(tenths % 10)" : ""
    return "\(tenths / 10)\(decimals)\(Self.units[unit])"
  }

  private static let units = ["k", "M", "G", "T", "P", "E"]
}

/// The part of a line chart that holds the line, and how values lie on its dots.
struct LineChartPlot {
  let rect: Rect
  let density: DotGrid.Density

  private var dotsAcross: Int { rect.width * density.across }

  /// The column of the screen on which a value lies.
  func column(of index: Int, count: Int) -> Int? {
    guard index >= 0, index < count, rect.width > 0 else { return nil }
    guard count > 1 else { return rect.x }
    let dot = Double(index) * Double(dotsAcross - 1) / Double(count - 1)
    return rect.x + Int(dot.rounded()) / density.across
  }

  /// The value that lies nearest to a column of the screen.
  func index(atColumn column: Int, count: Int) -> Int? {
    guard column >= rect.x, column < rect.maxX, count > 0, rect.height > 0 else { return nil }
    guard count > 1, dotsAcross > 1 else { return 0 }
    let dot = Double((column - rect.x) * density.across) + Double(density.across - 1) / 2
    return Int((dot * Double(count - 1) / Double(dotsAcross - 1)).rounded())
  }

  /// The height of the line over each column of dots, in dots from the lowest.
  func heights(of values: [Int], scale: ChartScale) -> [Int] {
    let series = Resampling.peaks(of: values, places: dotsAcross).map { Double($0) / Double(scale.top) }
    guard let last = series.last else { return [] }
    let top = Double(rect.height * density.down - 1)
    return (0..<dotsAcross).map { dot in
      guard series.count > 1, dotsAcross > 1 else { return Int((last * top).rounded()) }
      let place = Double(dot) * Double(series.count - 1) / Double(dotsAcross - 1)
      let index = min(Int(place), series.count - 2)
      let share = place - Double(index)
      return Int(((series[index] * (1 - share) + series[index + 1] * share) * top).rounded())
    }
  }
}

/// A grid of dots, several to a cell, drawn in braille or, at one dot a cell, in ASCII.
struct DotGrid {
  /// The dots of a cell.
  struct Density: Equatable {
    var across: Int
    var down: Int

    /// Braille: Unicode's eight-dot patterns, U+2800 and above.
    static let braille = Density(across: 2, down: 4)
    static let ascii = Density(across: 1, down: 1)
  }

  let density: Density
  /// In dots.
  let width: Int
  /// In dots.
  let height: Int
  private let cellsAcross: Int
  private var masks: [UInt8]

  /// An empty grid for a number of cells.
  init(cellsAcross: Int, cellsDown: Int, density: Density) {
    self.density = density
    self.cellsAcross = cellsAcross
    width = cellsAcross * density.across
    height = cellsDown * density.down
    masks = Array(repeating: 0, count: cellsAcross * cellsDown)
  }

  /// Sets the dot in a column and a row of dots, counted from the upper left.
  mutating func set(x: Int, y: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let bit = Self.bits[y % density.down][x % density.across]
    masks[y / density.down * cellsAcross + x / density.across] |= bit
  }

  /// The dots of a cell, as bits in the order of Unicode's braille patterns.
  func mask(column: Int, row: Int) -> UInt8 { masks[row * cellsAcross + column] }

  /// The bits of the dots in each row of a cell.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// The sign of each set of dots.
  static let signs: [String] = (0..<256).map { mask in
    Unicode.Scalar(UInt32(0x2800 + mask)).map { String(Character($0)) } ?? " "
  }
}
