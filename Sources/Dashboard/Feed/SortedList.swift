import NewsModel

/// A column that a table is sorted by, and in which direction.
struct ColumnOrder: Hashable, Sendable {
  var column: TableColumn
  /// Whether the largest stand first.
  var isDescending: Bool

  /// The column's own direction.
  init(_ column: TableColumn) { self.init(column, isDescending: column.beginsWithLargest) }

  init(_ column: TableColumn, isDescending: Bool) {
    self.column = column
    self.isDescending = isDescending
  }
}

extension ColumnOrder {
  /// The other direction.
  var turned: ColumnOrder { ColumnOrder(column, isDescending: !isDescending) }

  /// The order of a neighbouring column, in that column's own direction; around the end.
  func moved(by step: Int, among columns: [TableColumn]) -> ColumnOrder {
    guard !columns.isEmpty else { return self }
    // A column that the screen has no room for is none to go on from.
    let place = columns.firstIndex(of: column).map { $0 + step } ?? 0
    return ColumnOrder(columns[(place % columns.count + columns.count) % columns.count])
  }

  /// The headlines in this order. Those of one value stay as they stand, and those without a value come last in both directions.
  ///
  /// Amounts of different units cannot be compared: yuan come first, then other money, then shares, then what else is counted.
  func sorted(_ headlines: [Headline], sought: [String]) -> [Headline] {
    let keys = headlines.map { key(of: $0, sought) }
    return headlines.indices.sorted { a, b in
      switch (keys[a], keys[b]) {
      case (nil, nil): return a < b
      case (nil, _): return false
      case (_, nil): return true
      case (let first?, let second?):
        if first.rank != second.rank { return first.rank < second.rank }
        if first.number != second.number { return (first.number < second.number) != isDescending }
        if first.text != second.text { return (first.text < second.text) != isDescending }
        return a < b
      }
    }
    .map { headlines[$0] }
  }

  /// What rows are compared by: the rank first, which no direction turns.
  private struct Key {
    var rank = ""
    var number = 0.0
    var text = ""
  }

  private func key(of headline: Headline, _ sought: [String]) -> Key? {
    switch column {
    case .time: Key(number: Double(headline.published.rawValue))
    case .company: headline.facets.companies.first.map { Key(text: $0) }
    case .event: headline.tableEvent(sought).map { Key(text: $0.kind.rawValue + ($0.detail ?? "")) }
    case .amount: headline.tableEvent(sought)?.amount.map { Key(rank: $0.unit.rank, number: $0.range.upperBound) }
    case .change: headline.tableEvent(sought)?.percentage.map { Key(number: $0.upperBound) }
    case .tone: headline.facets.tone.map { Key(number: $0 == .positive ? 1 : -1) }
    case .source: headline.source.map { Key(text: $0) }
    case .title: Key(text: headline.title)
    }
  }
}

extension AmountUnit {
  /// The order of units that cannot be compared.
  fileprivate var rank: String {
    switch self {
    case .currency("CNY"): "0"
    case .currency(let code): "1" + code
    case .shares: "2"
    case .price(let code, let unit): "3" + code + unit
    case .other(let unit): "4" + unit
    }
  }
}

/// Headlines of a query in the order of a column: the whole of it or, where it is long, the newest part.
struct SortedHeadlines: Sendable, Equatable {
  var headlines: [Headline]
  /// Whether the query has more than these.
  var isPart: Bool
}

/// A list in the order of a column.
struct SortedFeedRequest: Request {
  static let slot = RequestSlot.feed
  let list: SortedList

  func response(from library: some Library) throws -> SortedHeadlines { try list.read(from: library) }

  func event(for sorted: SortedHeadlines) -> DashboardEvent { .feed(.ranked(sorted.headlines, isPart: sorted.isPart)) }
}

/// The headlines of a sorted list as they are now.
struct SortedFeedUpdateRequest: Request {
  static let slot = RequestSlot.feedUpdate
  let list: SortedList

  func response(from library: some Library) throws -> SortedHeadlines { try list.read(from: library) }

  func event(for sorted: SortedHeadlines) -> DashboardEvent { .feed(.rankedUpdated(sorted.headlines)) }
}

/// What is read to be sorted. The store keeps articles by time alone: the order of a column is made here of so many of the newest, and the
/// title of the list says so where it is not all.
struct SortedList: Hashable, Sendable {
  static let capacity = 10_000
  private static let page = 1_000

  let query: Query
  let order: ColumnOrder

  func read(from library: some Library) throws -> SortedHeadlines {
    var headlines: [Headline] = []
    var cursor = PageCursor.start
    while headlines.count < Self.capacity {
      let page = try library.headlines(
        matching: query.withoutOrder, from: cursor, limit: min(Self.page, Self.capacity - headlines.count))
      headlines += page.headlines
      guard page.hasMore, let last = headlines.last else {
        return SortedHeadlines(headlines: order.sorted(headlines, sought: query.soughtEvents), isPart: false)
      }
      cursor = .after(last.place)
    }
    return SortedHeadlines(headlines: order.sorted(headlines, sought: query.soughtEvents), isPart: true)
  }
}
