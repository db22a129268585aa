import Foundation
import NewsModel

/// One row of the feed's list on screen.
enum FeedRow: Hashable {
  case headline(Int)
  /// A new day begins: the civil day, and the headline below.
  case day(CivilTime)
}

extension Timeline {
  /// Whether a line with the date stands above the headline: where the day changes.
  func beginsDay(_ index: Int, in zone: TimeZone) -> Bool {
    guard index > 0, !isRanked else { return false }
    return day(index, in: zone) != day(index - 1, in: zone)
  }

  private func day(_ index: Int, in zone: TimeZone) -> Int {
    CivilTime(headlines[index].published, in: zone).dayNumber
  }

  /// The rows on screen, from the top; at most `height`.
  func visibleRows(height: Int, in zone: TimeZone) -> [FeedRow] {
    var rows: [FeedRow] = []
    var index = topIndex
    while rows.count < height, headlines.indices.contains(index) {
      if index > topIndex, beginsDay(index, in: zone) {
        rows.append(.day(CivilTime(headlines[index].published, in: zone)))
        guard rows.count < height else { break }
      }
      rows.append(.headline(index))
      index += 1
    }
    return rows
  }

  /// Scrolls as little as is needed to show the selection in a list of `height` rows.
  mutating func scroll(height: Int, in zone: TimeZone) {
    let headlines = self
    scroll(height: height) { index, isTop in !isTop && headlines.beginsDay(index, in: zone) ? 2 : 1 }
  }
}
