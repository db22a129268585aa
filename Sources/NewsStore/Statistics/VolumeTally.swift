import NewsModel

/// Adds counts up to a range's volume, totals and the count before it.
struct VolumeTally {
  private let grid: BucketGrid
  private(set) var inRange = Totals()
  private(set) var previousCount = 0
  private(set) var volume: [VolumeBucket]

  init(_ grid: BucketGrid) {
    self.grid = grid
    volume = grid.starts.map { VolumeBucket(start: $0) }
  }

  /// Counts of articles published at `moment`, or in the quarter-hour that begins there; other moments are left out.
  mutating func add(_ totals: Totals, at moment: Timestamp) {
    if grid.range.contains(moment) {
      inRange += totals
      let index = grid.index(of: moment)
      volume[index].count += totals.articles
      volume[index].unread += totals.unread
    } else if grid.previous.contains(moment) {
      previousCount += totals.articles
    }
  }
}
