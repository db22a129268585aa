import Terminal
import TextBasics

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
