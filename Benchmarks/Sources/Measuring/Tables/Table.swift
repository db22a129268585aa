internal import Foundation

/// The figures as a table in Markdown: of each size `p50 / p99`, the bytes, the ratio of the sizes, the bar and whether it is
/// held.
public struct Table: Sendable {
  private let figures: [Figure]
  private let sizes: [Int]

  /// - Parameter sizes: articles of the stores, a column each.
  public init(_ figures: [Figure], sizes: [Int]) {
    self.figures = figures
    self.sizes = sizes
  }

  public var lines: [String] {
    let heads = [""] + sizes.map(Self.grouped) + ["bytes", "ratio", "bar", ""]
    let rows = figures.map { figure in
      [figure.name] + sizes.map { figure.text(at: $0) }
        + [figure.bytesText, figure.ratio.map { Self.number($0) + " ×" } ?? "", figure.barText, figure.verdict]
    }
    let alignments = ["---"] + sizes.map { _ in "---:" } + ["---:", "---:", "---", "---"]
    return [heads, alignments].map(Self.line) + rows.map(Self.line)
  }

  public var failures: Int { figures.count { $0.isHeld == false } }
  public var passes: Int { figures.count { $0.isHeld == true } }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// A whole number with commas: 1,000,000.
  public static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// Three digits that count.
  public static func number(_ value: Double) -> String {
    switch abs(value) {
    case 1_000...: grouped(Int(value.rounded()))
    case 100...: String(format: "%.0f", value)
    case 10...: String(format: "%.1f", value)
    default: String(format: "%.2f", value)
    }
  }
}

extension Figure {
  fileprivate func text(at size: Int) -> String {
    guard let samples = samples[size], !samples.isEmpty else { return "" }
    let median = Table.number(samples.median)
    return samples.count == 1 ? median : "\(median) / \(Table.number(samples.p99))"
  }

  fileprivate var bytesText: String {
    guard let bytes = bytes[largest], !bytes.isEmpty else { return "" }
    return "\(Table.number(bytes.median)) / \(Table.number(bytes.p99))"
  }

  fileprivate var barText: String {
    let unit =
      switch self.unit {
      case .milliseconds: " ms"
      case .megabytes: " MB"
      case .plain: ""
      case .perSecond: " a second"
      }
    var parts: [String] = []
    if let limit = bar.median { parts.append("≤ \(Table.short(limit))\(unit)") }
    if let limit = bar.p99 { parts.append("p99 ≤ \(Table.short(limit))\(unit)") }
    if let limit = bar.atLeast { parts.append("≥ \(Table.short(limit))\(unit)") }
    if let limit = bar.bytes { parts.append("≤ \(Table.short(limit)) bytes") }
    if bar.staysLevel { parts.append("level") }
    return parts.joined(separator: ", ")
  }

  fileprivate var verdict: String { isHeld.map { $0 ? "PASS" : "FAIL" } ?? "" }
}

extension Table {
  /// A bar as one writes it: without digits that say nothing.
  fileprivate static func short(_ value: Double) -> String {
    value == value.rounded() ? grouped(Int(value)) : String(format: "%g", value)
  }
}
