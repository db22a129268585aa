import TextBasics

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
