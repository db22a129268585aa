import Foundation
import NewsModel
import TextBasics
import Wording

/// Statistics as text with bars, for a terminal.
struct StatisticsText {
  private let setup: Setup
  private static let barColumns = 32
  /// More days than this are summed to weeks, so that the list stays on a screen.
  private static let mostBars = 60

  init(setup: Setup) { self.setup = setup }

  func write(_ statistics: Statistics, to output: inout Output) throws {
    let words = setup.words
    output.writeLine(words.labelled(words.everythingTime, words.totals(statistics.overall)))
    output.writeLine(
      words.inRange(
        Self.range(of: statistics, setup), count: statistics.inRange.articles, previous: statistics.previousCount))
    try writeVolume(statistics, to: &output)
    try write(statistics.tags, words.tags, noName: "", to: &output)
    try write(statistics.sources, words.sources, noName: words.noSource, to: &output)
    try write(statistics.labels, words.labels, noName: words.noLabel, to: &output)
  }

  /// From when to when it is counted.
  static func range(of statistics: Statistics, _ setup: Setup) -> String {
    let range = statistics.request.range
    let first = CivilTime(range.lowerBound, in: setup.displayZone)
    let last = CivilTime(range.upperBound - 1, in: setup.displayZone)
    guard statistics.request.bucket == .hour else { return setup.words.range(first.isoDate, last.isoDate) }
    return setup.words.range("\(first.isoDate) \(first.clock)", "\(last.isoDate) \(last.clock)")
  }

  private func writeVolume(_ statistics: Statistics, to output: inout Output) throws {
    guard !statistics.volume.isEmpty else { return }
    try output.writeLine()
    try output.writeLine(SafeText(setup.words.volume))
    let perBar = (statistics.volume.count + Self.mostBars - 1) / Self.mostBars
    var bars: [(start: Timestamp, count: Int)] = []
    for (index, bucket) in statistics.volume.enumerated() {
      if index % perBar == 0 { bars.append((bucket.start, 0)) }
      bars[bars.count - 1].count += bucket.count
    }
    let largest = bars.map(\.count).max() ?? 0
    for bar in bars {
      let name = statistics.request.bucket.name(of: bar.start, in: setup.displayZone)
      let count = setup.widths.pad(SafeText(String(bar.count)), to: String(largest).count, alignment: .right)
      let columns = BarText.bar(bar.count, of: largest, columns: Self.barColumns, isASCII: setup.isASCII)
      try output.writeLine(SafeText(name) + "  " + count + "  " + SafeText(columns))
    }
  }

  private func write(_ terms: [TermCount], _ title: String, noName: String, to output: inout Output) throws {
    guard !terms.isEmpty else { return }
    try output.writeLine()
    try output.writeLine(SafeText(title))
    try TermTable(setup: setup).write(terms, noName: noName, to: &output)
  }
}

extension StatisticsBucket {
  /// What a bucket is called that begins then: `06-15 08:00`, `2022-06-15`, `2022-06`, `2022`.
  func name(of start: Timestamp, in zone: TimeZone) -> String {
    let time = CivilTime(start, in: zone)
    return switch self {
    case .hour: "\(time.monthAndDay) \(time.clock)"
    case .day: time.isoDate
    case .month: String(time.isoDate.dropLast(3))
    case .year: String(time.year)
    }
  }
}

/// Names with counts and bars, for a terminal.
struct TermTable {
  private let setup: Setup
  private static let widestName = 28
  private static let barColumns = 24

  init(setup: Setup) { self.setup = setup }

  func write(_ terms: [TermCount], noName: String? = nil, to output: inout Output) throws {
    let widths = setup.widths
    let names = terms.map { SafeText($0.name.isEmpty ? noName ?? setup.words.noSource : $0.name) }
    let nameColumns = min(Self.widestName, names.map { widths.columns($0) }.max() ?? 0)
    let largest = terms.map(\.count).max() ?? 0
    let countColumns = String(largest).count
    for (term, name) in zip(terms, names) {
      let bar = BarText.bar(term.count, of: largest, columns: Self.barColumns, isASCII: setup.isASCII)
      let count = widths.pad(SafeText(String(term.count)), to: countColumns, alignment: .right)
      let unread = term.unread > 0 ? "  " + setup.words.unreadCount(term.unread) : ""
      let row = widths.pad(name, to: nameColumns) + "  " + count + "  "
      try output.writeLine(row + widths.pad(SafeText(bar), to: Self.barColumns) + SafeText(unread))
    }
  }
}

/// Named things with what belongs to them: in aligned columns on a terminal, else separated by tabs.
struct NamedTable {
  let setup: Setup

  private static let widestColumn = 32

  /// All rows have as many fields; the last one is not aligned.
  func write(_ rows: [[String]], to output: inout Output) throws {
    let rows = rows.map { $0.map { SafeText($0) } }
    guard output.isTerminal else {
      for row in rows { try output.writeRow(row) }
      return
    }
    let widths = setup.widths
    let columns = (rows.first ?? []).indices.dropLast().map { index in
      min(Self.widestColumn, rows.map { widths.columns($0[index]) }.max() ?? 0)
    }
    for row in rows {
      var line = SafeText("")
      for (field, column) in zip(row, columns) where column > 0 {
        line = line + widths.pad(field, to: max(column, widths.columns(field))) + "  "
      }
      try output.writeLine(line + (row.last ?? ""))
    }
  }
}

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
