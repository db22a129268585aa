import NewsModel
import Terminal
import TextBasics
import Wording

/// The news feed: which articles are listed, in which order, and where in the list the reader is.
struct Feed: Feature {
  enum Event: Sendable {
    /// The list is read for the first time, at the place where the program was left.
    case start
    /// The list is read, around an article where one is to be selected.
    case load(selecting: ArticleKey?)
    case page(HeadlinePage, from: PageCursor)
    case window(HeadlineWindow)
    /// - Parameter isPart: whether the list has more than was sorted.
    case ranked([Headline], isPart: Bool)
    /// Headlines that are loaded have come as they are now.
    case updated(HeadlinePage)
    case rankedUpdated([Headline])
    case counted(Int)
    case positioned(ArticleID, Int)
    /// An article outside of what is loaded was found, or not.
    case target(Headline?, of: Target)
    /// So many articles wait for the search index.
    case countedUnindexed(Int)
    case unindexedDue
    /// So many articles that the filter could mean have no session, as the calendar does not know their time.
    case countedBeyondCalendar(Int)
    /// The list cannot be read.
    case failed
    /// The list takes longer than a frame.
    case slow
    /// Everything else is up to date: the list scrolls to its selection, and asks for what the reader may come to.
    ///
    /// - Parameter height: the rows of the list; nil where it is not on screen.
    case settle(height: Int?)

    /// - Parameter height: the rows of the list.
    case move(Movement, height: Int)
    /// Moves list and selection together.
    case scroll(by: Int)
    case moveToUnread(step: Int)
    /// Goes to a row of the whole list, from 1; to the last one where there are fewer.
    case goToRow(Int)
    /// Goes to the newest article before a moment.
    case goBefore(Timestamp)
    case select(Int)
    case selectArticle(ArticleKey)
    /// What has come in is listed.
    case loadArrivals

    /// Shows the list of another filter.
    ///
    /// - Parameters:
    ///   - source: where the filter comes from; without it what was typed of the present one is kept.
    ///   - page: the page that was left for the list; `back` leads there.
    ///   - key: the article to select; without it the one that is selected.
    case filter(Query, source: FilterSource?, from: Page, selecting: ArticleKey?)
    /// Takes off what the last step narrowed.
    case climb
    /// Shows what the list showed before, or what was left by that.
    case goBack
    case goForward
    case toggleOrder
    /// Shows the list as a table, or the table as a list again.
    case toggleTable
    /// Sorts the table by a column, or turns its order where it is sorted by that already.
    case sort(TableColumn)
    /// Sorts the table by a neighbour of the column that it is sorted by, of those that are shown.
    case moveSort(by: Int, among: [TableColumn])
    /// Turns the order of the table.
    case turnSort
    /// A text is kept under a name.
    case named(String, text: String)
    case startTyping
    /// Shows a list that may change with the next key: it is not remembered as a step.
    case follow(Query, source: FilterSource?)
    /// The text means the list of before.
    case giveBack(FilterStep)
    case cancelTyping(FilterStep)
    /// What was typed is the list from now on.
    case acceptTyping(FilterStep)

    case changed(StatusChange)
    /// Many articles changed; nil where it is not known how.
    case manyChanged(by: BulkRequest?)
    /// The store has changed: what is shown is brought up to date without moving the list.
    case libraryChanged
  }

  /// What an article is looked for by.
  enum Target: Hashable, Sendable { case unread, row, moment }

  /// How long a list may take before the reader is told that it is being read.
  private static let slowDelay = 25
  /// How often the number of articles that wait for the index is asked for while it is shown.
  private static let unindexedDelay = 1_000

  private var trail: FilterTrail
  private(set) var timeline: Timeline
  /// How many articles waited for the search index when that was last asked.
  private(set) var unindexedCount = 0
  /// How many articles the calendar leaves out that the filter asks.
  private(set) var beyondCalendarCount = 0
  /// Whether the reader has chosen an article since the list was read from its top.
  private var hasMoved = false
  /// The filter whose list was made a table; nil where it is none.
  private var tableBeginning: Query?
  /// The list as it was before a query is typed, to be given back unchanged.
  private var listBeforeTyping: Timeline?

  /// Where the list begins that the program was left with; nil once it is there.
  private var restored: (key: ArticleKey?, row: Int?)?

  init() { self.init(restoring: nil, selecting: nil, row: nil) }

  /// - Parameters:
  ///   - source: the filter to begin with; all news where its list turns out to be empty.
  ///   - key: the article to select when the list is loaded.
  ///   - row: the row on screen where it is to stand.
  init(restoring source: FilterSource?, selecting key: ArticleKey?, row: Int?) {
    trail = FilterTrail(source)
    timeline = Timeline(wanted: key)
    restored = (key, row)
  }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .start: load(selecting: restored?.key, row: restored?.row, environment, &outcomes)
    case .load(let key): load(selecting: key, environment, &outcomes)
    case .page(let page, let cursor): show(page, from: cursor, environment, &outcomes)
    case .window(let window): show(window, environment, &outcomes)
    case .ranked(let headlines, let isPart):
      timeline.show(ranked: headlines, isPart: isPart)
      arrived(total: nil, environment, &outcomes)
    case .updated(let page):
      timeline.refresh(with: page.headlines)
      count(page.total, &outcomes)
    case .rankedUpdated(let headlines): timeline.refresh(with: headlines)
    case .counted(let count): timeline.count(count)
    case .positioned(let id, let position): timeline.place(id, at: position)
    case .target(let headline, let target): show(headline, of: target, environment, &outcomes)
    case .countedUnindexed(let count):
      unindexedCount = count
      // The number is followed while it is shown: indexing goes on beside the screen.
      if count > 0 { outcomes.append(.wake(.unindexedDue, afterMilliseconds: Self.unindexedDelay)) }
    case .unindexedDue: countUnindexed(&outcomes)
    case .countedBeyondCalendar(let count): beyondCalendarCount = count
    case .failed: timeline.loadingFailed(keepingOutdated: environment.isTypingQuery)
    case .slow: timeline.tellSlow(keepingOutdated: environment.isTypingQuery)
    case .settle(let height): settle(height: height, environment, &outcomes)
    case .move(let movement, let height): move(movement, height: height, environment, &outcomes)
    case .scroll(let rows): changeSelection(&outcomes) { $0.page(by: rows) }
    case .moveToUnread(let step): moveToUnread(step: step, environment, &outcomes)
    case .goToRow(let row): goToRow(row, environment, &outcomes)
    case .goBefore(let end): if !timeline.isRanked { outcomes.ask(MomentRequest(query: filter, end: end)) }
    case .select(let index): changeSelection(&outcomes) { $0.select(index) }
    case .selectArticle(let key): if timeline.select(key) { hasMoved = true }
    case .loadArrivals: loadArrivals(environment, &outcomes)
    case .filter(let query, let source, let page, let key):
      show(query, from: source, page, selecting: key, environment, &outcomes)
    case .climb:
      let step = trail.climb(leaving: presentStep(environment.notation))
      restore(step, environment, &outcomes)
      if let company = step.company {
        outcomes.append(.returnToCompany(company))
      } else if step.page != .news {
        outcomes.append(.show(step.page))
      }
    case .goBack: restore(trail.goBack(leaving: presentStep(environment.notation)), environment, &outcomes)
    case .goForward: restore(trail.goForward(leaving: presentStep(environment.notation)), environment, &outcomes)
    case .toggleOrder: toggleOrder(environment, &outcomes)
    case .toggleTable: toggleTable(environment, &outcomes)
    case .sort(let column):
      let isSame = columnOrder?.column == column
      sort(isSame ? columnOrder?.turned : ColumnOrder(column), environment, &outcomes)
    case .moveSort(let step, let columns): sort(columnOrder?.moved(by: step, among: columns), environment, &outcomes)
    case .turnSort: sort(columnOrder?.turned, environment, &outcomes)
    case .named(let name, let text): trail.name(text, name, environment.notation)
    case .startTyping: listBeforeTyping = timeline
    case .follow(let query, let source): follow(query, source, environment, &outcomes)
    case .giveBack(let origin): giveBack(origin, environment, &outcomes)
    case .cancelTyping(let origin):
      giveBack(origin, environment, &outcomes)
      listBeforeTyping = nil
    case .acceptTyping(let origin): acceptTyping(origin, &outcomes)
    case .changed(let change): apply(change, environment, &outcomes)
    case .manyChanged(let request): apply(request, environment, &outcomes)
    case .libraryChanged: bringUpToDate(environment, &outcomes)
    }
    return outcomes
  }
}

// MARK: - What is listed

extension Feed {
  /// What the list shows.
  var filter: Query { trail.filter }
  /// What the filter looks for in texts, to be marked there.
  var highlights: Highlights { trail.highlights }
  var order: ListOrder { trail.order }
  /// Whether there is a wider filter to go back to.
  var canGoUp: Bool { trail.canGoUp }
  var hasEarlierFilter: Bool { trail.hasEarlier }
  var hasLaterFilter: Bool { trail.hasLater }
  /// Whether the list can be ranked.
  var canBeRanked: Bool { trail.canBeRanked }

  /// Whether the list is shown as a table.
  var isTable: Bool { tableBeginning != nil }
  /// By which column the table is sorted; nil where no column tells its order.
  var columnOrder: ColumnOrder? { order.column }
  /// Whether the way back leads from the table to the list: what was narrowed in the table comes off first.
  var leavesTable: Bool { isTable && (tableBeginning?.withoutOrder == filter.withoutOrder || !canGoUp) }

  /// Where the filter comes from; its description where it was not typed.
  func presentSource(_ notation: QueryNotation) -> FilterSource { trail.source(notation) }

  /// The filter shown and the place in its list, to come back to.
  func presentStep(_ notation: QueryNotation, leaving page: Page = .news) -> FilterStep {
    FilterStep(
      filter: filter, page: page, source: presentSource(notation), column: trail.column, selected: timeline.selectedKey,
      row: timeline.selectedRow)
  }
}

// MARK: - Loading

extension Feed {
  /// What is on screen stays until the list arrives.
  private mutating func load(
    selecting key: ArticleKey?, row: Int? = nil, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    timeline.begin(filter.order, wanted: key, row: row)
    if key == nil { hasMoved = false }
    beyondCalendarCount = 0
    outcomes.append(.drop([.feedUpdate, .feedTotal, .feedPosition, .beyondCalendar, .target]))
    let limit = Self.firstPageLength(environment)
    switch order {
    case .query(.relevance): askForList(RankedFeedRequest(query: filter, limit: Timeline.capacity), &outcomes)
    case .column(let order): askForList(SortedFeedRequest(list: SortedList(query: filter, order: order)), &outcomes)
    case .query(.published), .query(.oldest), .query(.arrived):
      if let key {
        askForList(FeedWindowRequest(query: filter, key: key, limit: limit), &outcomes)
      } else {
        askForList(FeedPageRequest(query: filter, cursor: .start, limit: limit), &outcomes)
      }
    }
    outcomes.append(.wake(.feedSlow, afterMilliseconds: Self.slowDelay))
  }

  /// Asks for headlines in the place of those that are shown.
  private func askForList(_ request: some Request, _ outcomes: inout [Outcome]) {
    outcomes += [.drop([.feedMargin]), .ask(request)]
  }

  /// Takes in the length of the list as it came with the list; where it did not, it is counted beside the screen.
  private mutating func count(_ total: Int?, _ outcomes: inout [Outcome]) {
    if let total { timeline.count(total) } else { askForTotal(&outcomes) }
  }

  private func askForTotal(_ outcomes: inout [Outcome]) { outcomes.ask(FeedTotalRequest(query: filter)) }

  /// What the screen shows comes first; the rest of a window follows beside the screen.
  private static func firstPageLength(_ environment: Environment) -> Int {
    min(Timeline.chunk, max(50, environment.size.height))
  }

  private mutating func show(
    _ page: HeadlinePage, from cursor: PageCursor, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    let isFirst = !timeline.isLoaded || timeline.isOutdated
    timeline.show(page, from: cursor)
    if isFirst {
      arrived(total: page.total, environment, &outcomes)
    } else if cursor == .start || cursor == .end {
      tellSelection(&outcomes)
    }
  }

  private mutating func show(_ window: HeadlineWindow, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let headline = window.headline else {
      var page = window.after
      page.total = window.total
      show(page, from: .start, environment, &outcomes)
      return
    }
    let isFirst = !timeline.isLoaded || timeline.isOutdated
    timeline.show(before: window.before, headline: headline, after: window.after)
    if timeline.firstPosition == nil, let first = timeline.headlines.first {
      outcomes.ask(FeedPositionRequest(place: first.place, query: filter))
    }
    if isFirst { arrived(total: window.total, environment, &outcomes) } else { tellSelection(&outcomes) }
  }

  /// The first headlines of a list are there, and its length where the store knows it. What is there as a whole is not counted.
  private mutating func arrived(total: Int?, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let isStart = restored != nil
    restored = nil
    // A query that finds nothing any more is no place to begin at.
    if isStart, timeline.headlines.isEmpty, filter != .all {
      trail = FilterTrail(nil)
      load(selecting: nil, environment, &outcomes)
      outcomes.append(.filterChanged)
      return
    }
    countUnindexed(&outcomes)
    let beyond = filter.beyondCalendar
    if !beyond.isEmpty { outcomes.ask(BeyondCalendarRequest(queries: beyond)) }
    if timeline.total == nil { count(total, &outcomes) }
    outcomes.append(.listed(selected: timeline.selected?.key))
  }

  /// Asks how much a search has to look through article by article, since it takes longer then.
  private func countUnindexed(_ outcomes: inout [Outcome]) {
    if filter.searchesWords { outcomes.ask(UnindexedCountRequest()) }
  }

  private mutating func settle(height: Int?, _ environment: Environment, _ outcomes: inout [Outcome]) {
    if let height { timeline.scroll(height: max(1, height), in: environment.presentation.zone) }
    guard let cursor = timeline.missing else { return }
    timeline.awaitPage()
    outcomes.ask(FeedMarginRequest(query: filter, cursor: cursor, limit: Timeline.chunk))
  }
}

// MARK: - Moving

extension Feed {
  private func tellSelection(_ outcomes: inout [Outcome]) {
    if let key = timeline.selected?.key { outcomes.append(.selected(key)) }
  }

  private mutating func changeSelection(_ outcomes: inout [Outcome], _ body: (inout Timeline) -> Void) {
    let before = timeline.selectedIndex
    body(&timeline)
    guard timeline.selectedIndex != before else { return }
    hasMoved = true
    tellSelection(&outcomes)
  }

  private mutating func move(
    _ movement: Movement, height: Int, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    switch movement {
    case .lines(let count): changeSelection(&outcomes) { $0.select($0.selectedIndex + count) }
    case .halfPages(let count): changeSelection(&outcomes) { $0.page(by: count * max(1, height / 2)) }
    case .pages(let count): changeSelection(&outcomes) { $0.page(by: count * max(1, height - 1)) }
    case .toStart where timeline.reachesStart: changeSelection(&outcomes) { $0.select(0) }
    case .toStart: jump(to: .start, environment, &outcomes)
    case .toEnd where timeline.reachesEnd: changeSelection(&outcomes) { $0.select($0.headlines.count - 1) }
    case .toEnd: jump(to: .end, environment, &outcomes)
    }
  }

  private mutating func jump(to end: PageCursor, _ environment: Environment, _ outcomes: inout [Outcome]) {
    timeline.awaitPage()
    let limit = Self.firstPageLength(environment)
    askForList(FeedPageRequest(query: filter, cursor: end, limit: limit), &outcomes)
  }

  private mutating func moveToUnread(step: Int, _ environment: Environment, _ outcomes: inout [Outcome]) {
    if let found = timeline.index(after: timeline.selectedIndex, step: step, where: { !$0.status.isRead }) {
      changeSelection(&outcomes) { $0.select(found) }
    } else if step > 0, !timeline.reachesEnd, let last = timeline.headlines.last {
      outcomes.ask(NextUnreadRequest(query: filter, cursor: .after(last.place)))
    } else if step < 0, !timeline.reachesStart, let first = timeline.headlines.first {
      outcomes.ask(NextUnreadRequest(query: filter, cursor: .before(first.place)))
    } else {
      outcomes.notify(environment.words.noUnread)
    }
  }

  /// Within the window at once; else from the nearest place whose row is known.
  private mutating func goToRow(_ row: Int, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard !timeline.headlines.isEmpty else { return }
    let row = max(1, min(row, timeline.isRanked ? timeline.headlines.count : timeline.total ?? row))
    if let first = timeline.firstPosition, timeline.headlines.indices.contains(row - 1 - first) {
      changeSelection(&outcomes) { $0.select(row - 1 - first) }
    } else {
      outcomes.ask(RowRequest(query: filter, row: row, near: timeline))
    }
  }

  /// An article that stands outside of the window: the window moves there.
  private mutating func show(
    _ headline: Headline?, of target: Target, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard let key = headline?.key else {
      switch target {
      case .unread: outcomes.notify(environment.words.noUnread)
      case .row, .moment: outcomes.notify(environment.words.nothingSoOld)
      }
      return
    }
    if timeline.select(key) {
      tellSelection(&outcomes)
    } else {
      timeline.awaitPage()
      askForList(FeedWindowRequest(query: filter, key: key, limit: Timeline.chunk), &outcomes)
    }
  }

  /// Keeps the selection on its article.
  private mutating func loadArrivals(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard timeline.waitingCount > 0 else {
      outcomes.notify(environment.words.noneNew)
      return
    }
    guard let key = timeline.selected?.key else {
      load(selecting: nil, environment, &outcomes)
      return
    }
    timeline.acceptNewTotal()
    askForList(FeedWindowRequest(query: filter, key: key, limit: Timeline.chunk), &outcomes)
    askForTotal(&outcomes)
  }
}

// MARK: - Filters

extension Feed {
  private mutating func show(
    _ query: Query, from source: FilterSource?, _ page: Page, selecting key: ArticleKey?, _ environment: Environment,
    _ outcomes: inout [Outcome]
  ) {
    guard trail.isOther(query, from: source) || page == .company else { return }
    let selected = key ?? timeline.selectedKey
    let notation = environment.notation
    var step = presentStep(notation, leaving: page)
    if page == .company { step.company = environment.company }
    trail.show(query, from: source, leaving: step, notation)
    load(selecting: selected, environment, &outcomes)
    outcomes.append(.filterChanged)
  }

  private mutating func restore(_ step: FilterStep?, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let step, step.filter != filter else { return }
    trail.restore(step)
    if !isTable { endColumnOrder() }
    load(selecting: step.selected, row: step.row, environment, &outcomes)
    outcomes.append(.filterChanged)
  }

  /// Ranks the list of a search, or puts the newest first again.
  private mutating func toggleOrder(_ environment: Environment, _ outcomes: inout [Outcome]) {
    sort(by: filter.order == .relevance ? .published : .relevance, environment, &outcomes)
  }

  private mutating func sort(by order: ArticleOrder, _ environment: Environment, _ outcomes: inout [Outcome]) {
    trail.sort(by: order, environment.notation)
    loadInOtherOrder(environment, &outcomes)
    outcomes.append(.filterChanged)
  }

  /// The selection stays on its article; who has not moved from the top sees what is at the top now.
  private mutating func loadInOtherOrder(_ environment: Environment, _ outcomes: inout [Outcome]) {
    let isAtTop = environment.focus != .reader && timeline.selectedIndex == 0 && !hasMoved
    let selected = isAtTop ? nil : timeline.selectedKey
    load(selecting: selected, environment, &outcomes)
  }

  /// Rows of an order of the filter are the same in both; that of a column ends with the table.
  private mutating func toggleTable(_ environment: Environment, _ outcomes: inout [Outcome]) {
    tableBeginning = isTable ? nil : filter
    if !isTable, endColumnOrder() { load(selecting: timeline.selectedKey, environment, &outcomes) }
  }

  /// Lists by the order of the filter where a column told the order; false where none did.
  @discardableResult
  private mutating func endColumnOrder() -> Bool {
    guard case .column = order else { return false }
    trail.sort(byColumn: nil)
    return true
  }

  private mutating func sort(_ order: ColumnOrder?, _ environment: Environment, _ outcomes: inout [Outcome]) {
    // Who sorts what no column tells the order of begins with the newest.
    let wanted = order ?? ColumnOrder(.time)
    guard isTable, wanted != columnOrder else { return }
    // Time is an order of the filter: the list is as long as it is.
    if wanted.column == .time {
      sort(by: wanted.isDescending ? .published : .oldest, environment, &outcomes)
    } else {
      trail.sort(byColumn: wanted)
      loadInOtherOrder(environment, &outcomes)
    }
  }

  private mutating func follow(
    _ query: Query, _ source: FilterSource?, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard query != filter else { return }
    trail.follow(query, from: source)
    load(selecting: nil, environment, &outcomes)
  }

  /// The list of before a query was typed, selection and scroll as they were.
  private mutating func giveBack(_ origin: FilterStep, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard filter != origin.filter, let list = listBeforeTyping else { return }
    trail.restore(origin)
    timeline = list
    timeline.resume()
    outcomes.append(.drop([.feed, .feedTotal, .feedPosition]))
    if timeline.isLoaded, !timeline.isOutdated {
      refresh(&outcomes)
      tellSelection(&outcomes)
    } else {
      load(selecting: origin.selected, row: origin.row, environment, &outcomes)
    }
  }

  private mutating func acceptTyping(_ origin: FilterStep, _ outcomes: inout [Outcome]) {
    listBeforeTyping = nil
    guard filter != origin.filter else { return }
    if timeline.isSlow { timeline.dropOutdated() }
    trail.accept(leaving: origin)
    outcomes += [.savePlace, .filterChanged]
  }
}

// MARK: - Changes

extension Feed {
  private mutating func apply(_ change: StatusChange, _ environment: Environment, _ outcomes: inout [Outcome]) {
    timeline.apply(change)
    guard !change.keys.isEmpty else { return }
    countOwnChange(environment, &outcomes)
    guard !filter.looksAtMuted else { return }
    // A muted article leaves the list; one that no longer is comes back to its place.
    switch change.action {
    case .mute:
      timeline.remove(Set(change.keys))
      tellSelection(&outcomes)
    case .unmute: load(selecting: change.keys.first, environment, &outcomes)
    default: break
    }
  }

  /// What the reader did may change how many articles the filter finds: that is not to be taken for news, nor to hide any.
  private mutating func countOwnChange(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard filter.looksAtStatus, !timeline.isRanked, timeline.total != nil, !environment.awaitsTotal else { return }
    timeline.expectOwnChange()
    askForTotal(&outcomes)
  }

  /// All that the list shows was changed where it shows what was asked for; else it is read anew around the selection: nobody here knows
  /// which of its articles changed.
  private mutating func apply(_ request: BulkRequest?, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let request, request.query == filter, !request.movesArticles, !timeline.isOutdated else {
      load(selecting: timeline.selectedKey, environment, &outcomes)
      return
    }
    timeline.applyToAll(request.actions)
    askForTotal(&outcomes)
  }

  private mutating func bringUpToDate(_ environment: Environment, _ outcomes: inout [Outcome]) {
    if timeline.headlines.isEmpty, !timeline.isLoading {
      load(selecting: nil, environment, &outcomes)
    } else if !timeline.isOutdated {
      refresh(&outcomes)
    }
  }

  /// Brings the loaded headlines and the length of the list up to date. A ranked list keeps its order and its length.
  private mutating func refresh(_ outcomes: inout [Outcome]) {
    switch order {
    case .query(.relevance): return outcomes.ask(RankedFeedUpdateRequest(query: filter, limit: Timeline.capacity))
    case .column(let order):
      return outcomes.ask(SortedFeedUpdateRequest(list: SortedList(query: filter, order: order)))
    case .query(.published), .query(.oldest), .query(.arrived): break
    }
    guard let first = timeline.headlines.first else { return }
    let start = first.place.justBefore(in: timeline.order)
    let limit = timeline.headlines.count + Timeline.chunk
    timeline.expectNews()
    outcomes.ask(FeedUpdateRequest(query: filter, cursor: .after(start), limit: limit))
  }
}
