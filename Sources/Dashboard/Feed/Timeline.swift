import Foundation
import NewsModel
import TextBasics

/// The news feed's list: a window of neighbouring headlines around the selection, of a list that may be far longer.
struct Timeline: Sendable {
  /// How many headlines one request fetches.
  static let chunk = 200
  /// Fewer loaded headlines than this ahead of the selection, and more are fetched.
  static let margin = 100
  /// The window is cut to this when it grows larger.
  static let capacity = 1_000

  /// In the order of the list, without gaps.
  private(set) var headlines: [Headline] = []
  /// The order of the list that is shown.
  private(set) var order = ArticleOrder.published
  /// That of the list which is on its way.
  private var wantedOrder = ArticleOrder.published
  /// Whether the window begins with the first, and ends with the last, of the list.
  private(set) var reachesStart = false
  private(set) var reachesEnd = false
  /// The window's first place in the whole list, from 0; nil while unknown.
  private(set) var firstPosition: Int?
  /// The length of the whole list; nil while unknown.
  private(set) var total: Int?
  /// What `total` has become since the list was read: new items wait until the reader takes them in.
  private var newTotal: Int?
  /// Listed articles that match no longer because of what the reader did to them: they stay until the list is read anew.
  private var unlistedCount = 0
  /// The count on its way differs by what the reader did, not by what has come in.
  private var isCountingOwnChange = false
  private(set) var selectedIndex = 0
  /// The first headline on screen.
  private(set) var topIndex = 0
  /// Whether a page is on its way, so that the next one is not asked for twice.
  private(set) var isLoading = false
  /// The last page could not be read: it is asked for again when the reader moves on, not at once.
  private(set) var hasFailed = false
  /// Whether anything has been loaded, for the present filter or for the one before.
  private(set) var isLoaded = false
  /// The headlines are those of the filter before, shown until the new list arrives.
  private(set) var isOutdated = false
  /// The new list takes longer than a frame, so that the reader is told.
  private(set) var isSlow = false
  /// Whether the list has so few articles a day that each tells its own day, which needs no line above. Told when the list arrives, so
  /// that the look of its rows does not change while it is read.
  private(set) var isSparse = false
  /// The columns of the widest source, told with it.
  private(set) var sourceColumns = 0
  /// Whether an order is shown that the store does not keep: then no place tells where a headline stands.
  private(set) var isRanked = false
  /// Whether what is ranked is but a part of the list.
  private(set) var isPart = false
  /// The article to select when the list arrives, and the row on screen where it is to stand.
  private(set) var wanted: ArticleKey?
  private var wantedRow: Int?

  init(wanted: ArticleKey? = nil) { self.wanted = wanted }

  /// Whether rows tell their day themselves: where no line above does.
  var showsDates: Bool { !hasDays }
  /// Whether lines tell the days. In the order of arrival those of publishing come and go.
  private var hasDays: Bool { !isRanked && !isSparse && order != .arrived }
  var selected: Headline? { headlines.indices.contains(selectedIndex) ? headlines[selectedIndex] : nil }
  var selectedKey: ArticleKey? { selected?.key ?? wanted }
  /// The selection's row below the first headline on screen, in headlines.
  var selectedRow: Int { selectedIndex - topIndex }
  /// The selection's place in the whole list, from 1; nil while unknown.
  var selectedPosition: Int? { headlines.isEmpty ? nil : firstPosition.map { $0 + selectedIndex + 1 } }
  /// The list's length as far as it is known while `total` is not: what is loaded.
  var minimumTotal: Int? {
    isLoaded && !isOutdated && !headlines.isEmpty ? (firstPosition ?? 0) + headlines.count : nil
  }
  /// Articles that have come in since the list was read.
  var waitingCount: Int {
    guard let newTotal, let total else { return 0 }
    return max(0, newTotal + unlistedCount - total)
  }
}

extension Timeline {
  /// Begins another list. What is on screen stays until the list arrives, so that nothing flickers; `wanted` is what to
  /// select in it, in the same row as now unless another is named.
  mutating func begin(_ order: ArticleOrder = .published, wanted: ArticleKey? = nil, row: Int? = nil) {
    wantedOrder = order
    self.wanted = wanted
    wantedRow = row
    total = nil
    newTotal = nil
    (unlistedCount, isCountingOwnChange) = (0, false)
    firstPosition = nil
    isOutdated = isLoaded
    isSlow = false
    hasFailed = false
    isLoading = true
  }

  /// The list takes its time. Who types goes on looking at the results before; else the list before goes.
  mutating func tellSlow(keepingOutdated: Bool) {
    guard isOutdated || !isLoaded else { return }
    isSlow = true
    if !keepingOutdated { dropOutdated() }
  }

  /// Takes the list before off the screen.
  mutating func dropOutdated() {
    guard isOutdated else { return }
    headlines = []
    (selectedIndex, topIndex) = (0, 0)
    isLoaded = false
    isOutdated = false
  }

  /// Takes up a list where it was left: a page that was on its way then is asked for again.
  mutating func resume() {
    isLoading = false
  }

  /// Puts a page into the window: beside it where the page adjoins it, else instead of it.
  mutating func show(_ page: HeadlinePage, from cursor: PageCursor) {
    isLoading = false
    switch cursor {
    case .start:
      replace(page.headlines, reachesStart: true, reachesEnd: !page.hasMore)
      firstPosition = 0
      select(0)
    case .end:
      replace(page.headlines, reachesStart: !page.hasMore, reachesEnd: true)
      firstPosition = total.map { max(0, $0 - headlines.count) }
      select(headlines.count - 1)
    case .after(let place) where headlines.last?.place == place:
      headlines += page.headlines
      reachesEnd = !page.hasMore
      trim(keepingStart: false)
    case .before(let place) where headlines.first?.place == place:
      insertBefore(page.headlines)
      reachesStart = !page.hasMore
      if reachesStart { firstPosition = 0 }
      trim(keepingStart: true)
    // The window has moved on meanwhile.
    case .after, .before: break
    }
  }

  /// Shows the surroundings of an article, which becomes the selection. It keeps its row on screen; but who looked at the
  /// first sees what is first now.
  mutating func show(before: HeadlinePage, headline: Headline, after: HeadlinePage) {
    isLoading = false
    let row = wantedRow ?? selectedRow
    let showsStart = isLoaded && !isOutdated && self.reachesStart && topIndex == 0
    replace(
      before.headlines + [headline] + after.headlines, reachesStart: !before.hasMore, reachesEnd: !after.hasMore)
    firstPosition = reachesStart ? 0 : nil
    select(before.headlines.count)
    topIndex = showsStart ? 0 : max(0, selectedIndex - max(0, row))
  }

  /// Shows headlines in an order that the store does not keep, all of them: the best of a search, or a sorted list.
  ///
  /// - Parameter isPart: whether the list has more than was sorted.
  mutating func show(ranked: [Headline], isPart: Bool = false) {
    isLoading = false
    let (wanted, row) = (wanted, wantedRow ?? selectedRow)
    replace(ranked, reachesStart: true, reachesEnd: true)
    (isRanked, self.isPart) = (true, isPart)
    firstPosition = 0
    select(0)
    if let wanted, select(wanted) { topIndex = max(0, selectedIndex - max(0, row)) }
  }

  private mutating func replace(_ page: [Headline], reachesStart: Bool, reachesEnd: Bool) {
    headlines = page
    order = wantedOrder
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
    isLoaded = true
    isOutdated = false
    isSlow = false
    (isRanked, isPart) = (false, false)
    wanted = nil
    wantedRow = nil
    topIndex = 0
    isSparse = Self.isSparse(page)
    sourceColumns = Set(page.compactMap(\.source)).map { ColumnWidths().columns(SafeText($0)) }.max() ?? 0
    // What is there as a whole need not be counted.
    if reachesStart, reachesEnd { (total, newTotal) = (page.count, page.count) }
  }

  /// Fewer than three a day, over the days from the newest to the oldest.
  private static func isSparse(_ page: [Headline]) -> Bool {
    guard let first = page.first, let last = page.last else { return false }
    return 3 * abs(first.published - last.published) > Int64(page.count) * 86_400
  }

  private mutating func insertBefore(_ page: [Headline]) {
    headlines.insert(contentsOf: page, at: 0)
    selectedIndex += page.count
    topIndex += page.count
    if let position = firstPosition { firstPosition = max(0, position - page.count) }
  }

  /// Cuts the end of the window that is farther from where the reader goes.
  private mutating func trim(keepingStart: Bool) {
    let excess = headlines.count - Self.capacity
    guard excess > 0 else { return }
    if keepingStart {
      headlines.removeLast(excess)
      reachesEnd = false
    } else {
      let cut = min(excess, topIndex)
      headlines.removeFirst(cut)
      selectedIndex -= cut
      topIndex -= cut
      firstPosition = firstPosition.map { $0 + cut }
      if cut > 0 { reachesStart = false }
    }
  }

  /// Takes in the list's length: the first one is the list's own, later ones tell of new items.
  mutating func count(_ count: Int) {
    if isCountingOwnChange, let total { unlistedCount = max(0, total + waitingCount - count) }
    isCountingOwnChange = false
    total = min(total ?? count, count + unlistedCount)
    newTotal = count
    if reachesEnd, firstPosition == nil { firstPosition = max(0, count - headlines.count) }
  }

  /// The next count differs by what the reader did, not by what has come in.
  mutating func expectOwnChange() { isCountingOwnChange = true }

  /// The next count tells what has come in.
  mutating func expectNews() { isCountingOwnChange = false }

  /// Makes the list's length what it has become.
  mutating func acceptNewTotal() {
    total = newTotal
    (unlistedCount, isCountingOwnChange) = (0, false)
  }

  /// Tells the window the place of one of its headlines in the whole list; headlines may have come before it meanwhile.
  mutating func place(_ id: ArticleID, at position: Int) {
    guard let index = headlines.firstIndex(where: { $0.id == id }) else { return }
    firstPosition = reachesStart ? 0 : max(0, position - index)
  }

  /// Updates headlines that are in the window already; others neither come nor go.
  mutating func refresh(with fresh: [Headline]) {
    let byKey = Dictionary(fresh.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for index in headlines.indices {
      if let headline = byKey[headlines[index].key], headline.id == headlines[index].id { headlines[index] = headline }
    }
  }

  /// Applies a change of status to the rows that it concerns.
  mutating func apply(_ change: StatusChange) {
    let keys = Set(change.keys)
    for index in headlines.indices where keys.contains(headlines[index].key) { headlines[index].apply(change.action) }
  }

  /// Applies actions to every row.
  mutating func applyToAll(_ actions: [StatusAction]) {
    for index in headlines.indices { for action in actions { headlines[index].apply(action) } }
  }

  /// Takes rows out of the list. The selection stays on its article, or goes to the one that followed it.
  mutating func remove(_ keys: Set<ArticleKey>) {
    let removed = headlines.indices.filter { keys.contains(headlines[$0].key) }
    guard !removed.isEmpty else { return }
    let selected = selectedIndex - removed.count { $0 < selectedIndex }
    topIndex -= removed.count { $0 < topIndex }
    headlines.removeAll { keys.contains($0.key) }
    total = total.map { max(0, $0 - removed.count) }
    newTotal = newTotal.map { max(0, $0 - removed.count) }
    select(selected)
  }

  /// A page is on its way.
  mutating func awaitPage() { isLoading = true }

  /// The page on its way will not come.
  mutating func loadingFailed(keepingOutdated: Bool) {
    isLoading = false
    hasFailed = true
    if !keepingOutdated { dropOutdated() }
  }

  /// Moves the selection to a row of the window; rows outside become the nearest one.
  mutating func select(_ index: Int) {
    hasFailed = false
    selectedIndex = headlines.isEmpty ? 0 : min(max(0, index), headlines.count - 1)
  }

  /// Moves selection and window together, as a page key does.
  mutating func page(by rows: Int) {
    select(selectedIndex + rows)
    topIndex = min(max(0, topIndex + rows), max(0, headlines.count - 1))
  }

  /// Selects an article; false where the window does not hold it.
  mutating func select(_ key: ArticleKey) -> Bool {
    guard let index = headlines.firstIndex(where: { $0.key == key }) else { return false }
    select(index)
    return true
  }

  /// The row of the next article that fits, in either direction, without the present one.
  func index(after start: Int, step: Int, where fits: (Headline) -> Bool) -> Int? {
    var index = start + step
    while headlines.indices.contains(index) {
      if fits(headlines[index]) { return index }
      index += step
    }
    return nil
  }

  /// What is to be fetched so that the reader does not meet the window's end; nil where enough is there.
  var missing: PageCursor? {
    guard isLoaded, !isOutdated, !isLoading, !hasFailed else { return nil }
    if !reachesEnd, headlines.count - selectedIndex <= Self.margin, let last = headlines.last {
      return .after(last.place)
    }
    if !reachesStart, selectedIndex < Self.margin, let first = headlines.first { return .before(first.place) }
    return nil
  }

  /// Scrolls as little as is needed to show the selection; `rows` tells the rows that a headline takes at the top or below another.
  mutating func scroll(height: Int, rows: (_ index: Int, _ isTop: Bool) -> Int) {
    topIndex = min(max(0, topIndex), max(0, headlines.count - 1))
    if selectedIndex < topIndex { topIndex = selectedIndex }
    var used = rows(selectedIndex, selectedIndex == topIndex)
    var top = selectedIndex
    while top > topIndex {
      let above = rows(top - 1, top - 1 == topIndex)
      guard used + above <= height else { break }
      used += above
      top -= 1
    }
    topIndex = top
  }
}

/// One row of the feed's list on screen.
enum FeedRow: Hashable {
  case headline(Int)
  /// A new day begins: the civil day, and the headline below.
  case day(CivilTime)
}

extension Timeline {
  /// Whether a line with the date stands above the headline: where the day changes.
  func beginsDay(_ index: Int, in zone: TimeZone) -> Bool {
    guard index > 0, hasDays else { return false }
    return day(index, in: zone) != day(index - 1, in: zone)
  }

  private func day(_ index: Int, in zone: TimeZone) -> Int {
    CivilTime(headlines[index].published, in: zone).dayNumber
  }

  /// How many headlines the list has of a day; nil where the window does not hold the whole day.
  func count(of day: CivilTime, in zone: TimeZone) -> Int? {
    let start = CivilTime(dayNumber: day.dayNumber).timestamp(in: zone)
    let next = CivilTime(dayNumber: day.dayNumber + 1).timestamp(in: zone)
    let isOldestFirst = order == .oldest
    let first = firstIndex { isOldestFirst ? $0 >= start : $0 < next }
    let end = firstIndex { isOldestFirst ? $0 >= next : $0 < start }
    let isWhole = (first > 0 || reachesStart) && (end < headlines.count || reachesEnd)
    return isWhole ? end - first : nil
  }

  /// The first headline whose publish time is as wanted, as those of all behind it are.
  private func firstIndex(where isWanted: (Timestamp) -> Bool) -> Int {
    var (low, high) = (0, headlines.count)
    while low < high {
      let middle = (low + high) / 2
      if isWanted(headlines[middle].published) { high = middle } else { low = middle + 1 }
    }
    return low
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
