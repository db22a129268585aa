package import Terminal
package import TextBasics

/// Labelled bars, one a row, with their values and what else belongs to them: `消费者权益 ███████   18 ▁▁▂▂▃▅█  ▲ 42%`.
///
/// Blank rows part the bars where all of them have room so. The bar takes what the other columns leave. Where room is short the
/// trailing spans go first, then the bars, then the values; the label is the last thing that is cut.
package struct BarChart: Widget, Hashable {
  package struct Row: Sendable, Hashable {
    package var label: SafeText
    package var value: Int
    /// How the value is written.
    package var valueText: SafeText
    /// Drawn after the value: a sparkline, a trend.
    package var trailing: [Span]
    /// The bar's own style, where it differs from the chart's.
    package var barStyle: Style?
    /// What the value is made up of: a bar as wide as its column shows the shares, instead of one that is as long as the value is large.
    package var shares: [StackedBar.Part]?

    package init(
      label: SafeText, value: Int, valueText: SafeText? = nil, trailing: [Span] = [], barStyle: Style? = nil,
      shares: [StackedBar.Part]? = nil
    ) {
      self.label = label
      self.value = value
      self.valueText = valueText ?? "\(value)"
      self.trailing = trailing
      self.barStyle = barStyle
      self.shares = shares
    }
  }

  /// How wide the column of labels is.
  package enum LabelWidth: Sendable, Hashable {
    /// As wide as the widest label, at most half of the row.
    case automatic
    case columns(Int)
  }

  package var rows: [Row]
  package var selected: Int?
  package var labelWidth: LabelWidth
  /// The value of a bar that fills its column; without one, the largest value.
  package var maximum: Int?
  package var symbols: Symbols
  package var labelStyle: Style
  package var barStyle: Style
  package var valueStyle: Style
  package var selectedStyle: Style

  package init(
    rows: [Row], selected: Int? = nil, labelWidth: LabelWidth = .automatic, maximum: Int? = nil,
    symbols: Symbols = .unicode, labelStyle: Style = .standard, barStyle: Style = .standard,
    valueStyle: Style = .standard, selectedStyle: Style = Style(modifiers: .reverse)
  ) {
    self.rows = rows
    self.selected = selected
    self.labelWidth = labelWidth
    self.maximum = maximum
    self.symbols = symbols
    self.labelStyle = labelStyle
    self.barStyle = barStyle
    self.valueStyle = valueStyle
    self.selectedStyle = selectedStyle
  }

  /// The bar that stands at a row of the screen.
  package func index(atRow y: Int, in rect: Rect) -> Int? {
    guard y >= rect.y, y < rect.maxY else { return nil }
    let stride = stride(height: rect.height)
    guard (y - rect.y).isMultiple(of: stride) else { return nil }
    let index = firstRow(height: rect.height) + (y - rect.y) / stride
    return rows.indices.contains(index) ? index : nil
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard !rect.isEmpty else { return }
    let layout = BarChartLayout(self, width: rect.width, widths: buffer.widths)
    let scale = maximum ?? rows.reduce(0) { max($0, $1.value) }
    let first = firstRow(height: rect.height)
    let stride = stride(height: rect.height)
    for (offset, row) in rows.dropFirst(first).prefix(rect.height).enumerated() {
      draw(
        row, isSelected: first + offset == selected, layout, scale: scale, in: rect.row(offset * stride), into: &buffer)
    }
  }

  /// How many rows a bar takes, the blank one after it included.
  private func stride(height: Int) -> Int { height >= 2 * rows.count - 1 ? 2 : 1 }

  /// The row at the top: the chart scrolls as far as its selection needs.
  private func firstRow(height: Int) -> Int {
    guard let selected, rows.indices.contains(selected) else { return 0 }
    return max(0, selected - max(1, height) + 1)
  }

  private func draw(
    _ row: Row, isSelected: Bool, _ layout: BarChartLayout, scale: Int, in place: Rect, into buffer: inout Buffer
  ) {
    func style(_ own: Style) -> Style {
      isSelected ? selectedStyle.adding(own.modifiers.subtracting(.dim)) : own
    }
    func line(_ text: SafeText, _ own: Style) -> LineView {
      LineView(.plain(text, style: style(own)), symbols: symbols)
    }

    buffer.fill(place, style: style(labelStyle))
    if isSelected { buffer.draw(symbol: symbols.selected, x: place.x, y: place.y, in: place, style: selectedStyle) }
    line(row.label, labelStyle).draw(in: place.slice(layout.label), into: &buffer)
    let bar = place.slice(layout.bar)
    if let shares = row.shares {
      let parts = shares.map { part in
        StackedBar.Part(label: part.label, value: part.value, style: style(part.style), fillSymbol: part.fillSymbol)
      }
      if !bar.isEmpty { StackedBar(parts: parts, style: style(barStyle)).draw(in: bar, into: &buffer) }
    } else {
      Bar(value: row.value, maximum: scale, symbols: symbols)
        .draw(in: bar, style: style(row.barStyle ?? barStyle), into: &buffer)
    }
    var value = line(row.valueText, valueStyle)
    value.alignment = .right
    value.draw(in: place.slice(layout.value), into: &buffer)
    let trailing = Line(row.trailing.map { Span($0.text, style: style($0.style)) })
    LineView(trailing, symbols: symbols).draw(in: place.slice(layout.trailing), into: &buffer)
  }
}

extension Rect {
  /// The part of a row between two columns counted from its left edge.
  fileprivate func slice(_ columns: Range<Int>) -> Rect {
    splitLeft(columns.upperBound).left.splitLeft(columns.lowerBound).rest
  }
}

/// Where the parts of a bar chart's rows stand, in columns from the left edge; a part left out is empty.
struct BarChartLayout: Equatable {
  private(set) var label = 0..<0
  private(set) var bar = 0..<0
  private(set) var value = 0..<0
  private(set) var trailing = 0..<0

  init(_ chart: BarChart, width: Int, widths: ColumnWidths) {
    let labels = chart.rows.reduce(0) { max($0, widths.columns($1.label)) }
    let values = chart.rows.reduce(0) { max($0, widths.columns($1.valueText)) }
    let trailings = chart.rows.reduce(0) { max($0, Line($1.trailing).columns(widths)) }
    let labelColumns =
      switch chart.labelWidth {
      case .automatic: min(labels, max(Self.leastLabel, width / 2))
      case .columns(let columns): max(0, columns)
      }
    let gap = width >= Self.wide ? 2 : 1
    let marked = Self.marker + labelColumns
    let withValue = gap + values
    let withBar = 1 + Self.leastBar
    let withTrailing = trailings > 0 ? gap + trailings : 0

    if marked + withBar + withValue + withTrailing <= width {
      label = Self.marker..<marked
      bar = marked + 1..<width - withValue - withTrailing
      value = bar.upperBound + gap..<bar.upperBound + withValue
      trailing = width - trailings..<width
    } else if marked + withBar + withValue <= width {
      label = Self.marker..<marked
      bar = marked + 1..<width - withValue
      value = width - values..<width
    } else if Self.marker + min(labels, Self.leastLabel) + 1 + values <= width {
      label = Self.marker..<width - values - 1
      value = width - values..<width
    } else {
      label = min(Self.marker, width)..<width
    }
  }

  /// The column of the sign that marks the selection.
  private static let marker = 1
  private static let leastLabel = 6
  private static let leastBar = 4
  /// From this width on there is room for wider gaps.
  private static let wide = 50
}
