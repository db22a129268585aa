import Terminal

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
