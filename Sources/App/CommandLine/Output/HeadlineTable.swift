import Foundation
import NewsModel
import TextBasics

/// Headlines as rows of aligned columns that fit a terminal.
struct HeadlineTable {
  private let widths: ColumnWidths
  private let zone: TimeZone
  private let isASCII: Bool
  private let columns: Int
  private let year: Int
  /// Settled by the first rows, so that all rows are alike.
  private var layout: Layout?

  private struct Layout {
    var id: Int
    var source: Int
  }

  private static let widestSource = 14
  private static let widestTags = 24

  init(setup: Setup, columns: Int) {
    widths = setup.widths
    zone = setup.displayZone
    isASCII = setup.isASCII
    self.columns = columns
    year = CivilTime(.now, in: zone).year
  }

  mutating func write(_ headlines: [Headline], to output: inout Output) throws {
    let layout = layout ?? fitting(headlines)
    self.layout = layout
    for headline in headlines { try output.writeLine(row(headline, layout)) }
  }

  private func fitting(_ headlines: [Headline]) -> Layout {
    Layout(
      id: headlines.map { $0.key.description.count }.max() ?? 0,
      source: min(Self.widestSource, headlines.map { widths.columns(SafeText($0.source ?? "")) }.max() ?? 0))
  }

  private func row(_ headline: Headline, _ layout: Layout) -> SafeText {
    let key = headline.key.description
    var start = widths.pad(SafeText(key), to: max(layout.id, key.count), alignment: .right)
    start = start + "  " + SafeText(time(headline.published)) + " " + SafeText(marks(headline)) + " "
    if layout.source > 0 { start = start + widths.pad(SafeText(headline.source ?? ""), to: layout.source) + " " }
    let left = max(columns - widths.columns(start), 10)
    let label = headline.label.map { "\($0) " } ?? ""
    let title = widths.truncate(SafeText(label + headline.title), to: left)
    // Tags stand where room is left.
    let room = min(Self.widestTags, left - widths.columns(title) - 2)
    guard room >= 6, !headline.tags.isEmpty else { return start + title }
    let tags = SafeText(headline.tags.map { "#" + $0 }.joined(separator: " "))
    return start + title + "  " + widths.truncate(tags, to: room)
  }

  private func time(_ published: Timestamp) -> String {
    let time = CivilTime(published, in: zone)
    return (time.year == year ? "     " + time.monthAndDay : time.isoDate) + " " + time.clock
  }

  private func marks(_ headline: Headline) -> String {
    let signs = isASCII ? ["*", "-", ".", "+"] : ["●", "○", "◌", "★"]
    let state = headline.isStub ? signs[2] : headline.status.isRead ? signs[1] : signs[0]
    return state + (headline.status.isStarred ? signs[3] : " ")
  }
}
