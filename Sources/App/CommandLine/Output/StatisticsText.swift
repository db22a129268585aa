import NewsModel
import TextBasics

/// Statistics as text with bars, for a terminal.
struct StatisticsText {
  private let setup: Setup
  private static let barColumns = 32
  /// More days than this are summed to weeks, so that the list stays on a screen.
  private static let mostBars = 60

  init(setup: Setup) { self.setup = setup }

  func write(_ statistics: Statistics, to output: inout Output) throws {
    let messages = setup.messages
    output.writeLine("\(messages.everythingTime): \(messages.totals(statistics.overall))")
    output.writeLine(
      messages.inRange(rangeText(statistics), count: statistics.inRange.articles, previous: statistics.previousCount))
    try writeVolume(statistics, to: &output)
    try write(statistics.tags, messages.tags, noName: "", to: &output)
    try write(statistics.sources, messages.sources, noName: messages.noSource, to: &output)
    try write(statistics.labels, messages.labels, noName: messages.noLabel, to: &output)
  }

  private func rangeText(_ statistics: Statistics) -> String {
    let range = statistics.request.range
    let first = CivilTime(range.lowerBound, in: setup.displayZone)
    let last = CivilTime(range.upperBound - 1, in: setup.displayZone)
    guard statistics.request.bucket == .hour else { return "\(first.isoDate) … \(last.isoDate)" }
    return "\(first.isoDate) \(first.clock) … \(last.isoDate) \(last.clock)"
  }

  private func writeVolume(_ statistics: Statistics, to output: inout Output) throws {
    guard !statistics.volume.isEmpty else { return }
    try output.writeLine()
    try output.writeLine(SafeText(setup.messages.volume))
    let perBar = (statistics.volume.count + Self.mostBars - 1) / Self.mostBars
    var bars: [(start: Timestamp, count: Int)] = []
    for (index, bucket) in statistics.volume.enumerated() {
      if index % perBar == 0 { bars.append((bucket.start, 0)) }
      bars[bars.count - 1].count += bucket.count
    }
    let largest = bars.map(\.count).max() ?? 0
    for bar in bars {
      let time = CivilTime(bar.start, in: setup.displayZone)
      let name = statistics.request.bucket == .hour ? "\(time.monthAndDay) \(time.clock)" : time.isoDate
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
