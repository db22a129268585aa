/// Horizontal bars of a chart as text, in eighths of a column.
enum BarText {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar for `value` where `largest` takes `columns`; what is not zero is seen.
  static func bar(_ value: Int, of largest: Int, columns: Int, isASCII: Bool = false) -> String {
    guard value > 0, largest > 0, columns > 0 else { return "" }
    let length = max(1, value * columns * 8 / largest)
    if isASCII { return String(repeating: "#", count: (length + 7) / 8) }
    return String(repeating: "█", count: length / 8) + eighths[length % 8]
  }
}
