public import NewsModel
public import Terminal
import TextBasics

/// All that the dashboard knows: values only. `update` changes it, `render` draws it.
public struct State: Sendable {
  public internal(set) var presentation: Presentation { didSet { presentationNumber += 1 } }
  /// Changes with the presentation.
  private(set) var presentationNumber = 0
  public internal(set) var size: Size
  public internal(set) var now: Timestamp

  var page = Page.news
  var focus = Pane.feed
  /// Only the focused pane is shown.
  var isZoomed = false
  /// The reader alone, without chrome.
  var isReadingOnly = false

  /// What the list shows.
  var filter = Query.all {
    didSet {
      highlights = Highlights(filter)
      if filter.search != oldValue.search { order = .newestFirst }
    }
  }
  /// The order that was asked for; another search begins with the newest.
  var order = ListOrder.newestFirst
  /// Where the filter comes from, as long as it is the filter's.
  var filterSource: FilterSource?
  /// What the filter looks for in texts, to be marked there.
  private(set) var highlights = Highlights(.all)
  /// Earlier filters, to which `back` returns.
  var filterHistory: [FilterStep] = []

  var timeline = Timeline()
  /// How many articles waited for the search index when that was last asked.
  var unindexedCount = 0
  /// The list as it was before a query is typed, to be given back unchanged.
  var listBeforeTyping: Timeline?
  private(set) var reader = Reader()
  private(set) var charts: Charts
  private(set) var saved = Saved()
  private(set) var sources = Sources()
  private(set) var refresh: Refresh
  private(set) var bulk = Bulk()
  private(set) var export = Export()

  /// What lies over the panes; it gets the keys first.
  var overlay: Overlay?
  /// Keys of a sequence that is not complete yet.
  var pendingKeys: [Key] = []
  /// The key whose command is being run: `q` leaves where other keys of the same command only go back.
  var lastKey: Key?
  /// The theme that was chosen while running, now or in an earlier session.
  var chosenTheme: String?
  /// What was typed before, for ↑ and ↓.
  var typed = TypedHistory()
  private(set) var notices = Notices()
  private(set) var undoStack = UndoStack()
  private var requests = RequestLedger()
  private var timers = TimerLedger()

  /// - Parameters:
  ///   - span: the time that the statistics beside the list begin with.
  ///   - refreshesByItself: whether sources are fetched when their time has come; those of the sample never are.
  public init(
    presentation: Presentation, size: Size, now: Timestamp, span: StatisticsSpan = .day,
    refreshesByItself: Bool = false, restoring session: SavedSession? = nil
  ) {
    self.presentation = presentation
    refresh = Refresh(isAutomatic: refreshesByItself)
    charts = Charts(paneSpan: span, pageSpan: session?.span)
    self.size = size
    self.now = now
    if let session { restore(session) }
  }

  /// Whether the headlines that were asked for last have not come yet; those of the margin do not count.
  public var awaitsHeadlines: Bool { isAwaited(.feed) }
  /// Changes when headlines are asked for that the reader waits for.
  public var listNumber: Int { requests.number(of: .feed) }
}

// MARK: - Features

extension State {
  var environment: Environment {
    Environment(
      presentation: presentation, now: now, size: size, page: page, filter: filter, hasOverlay: overlay != nil)
  }

  var notation: QueryNotation { environment.notation }

  /// Tells a feature what happened, and does what it wants done.
  mutating func send(_ event: FeatureEvent, _ effects: inout [Effect]) {
    let environment = environment
    let outcomes =
      switch event {
      case .reader(let event): reader.update(event, in: environment)
      case .charts(let event): charts.update(event, in: environment)
      case .saved(let event): saved.update(event, in: environment)
      case .sources(let event): sources.update(event, in: environment)
      case .refresh(let event): refresh.update(event, in: environment)
      case .bulk(let event): bulk.update(event, in: environment)
      case .export(let event): export.update(event, in: environment)
      }
    for outcome in outcomes { perform(outcome, &effects) }
  }

  private mutating func perform(_ outcome: Outcome, _ effects: inout [Effect]) {
    switch outcome {
    case .effect(let effect): effects.append(effect)
    case .ask(let request): ask(request, &effects)
    case .wake(let slot, let milliseconds): wake(slot, afterMilliseconds: milliseconds, &effects)
    case .notify(let text, let isError): notify(text, isError: isError, &effects)
    case .record(let text, let isError): record(text, isError: isError)
    case .progressEnded: show(nil)
    case .remember(let entry): rememberForUndo(entry)
    case .forgetSavedChange: undoStack.forgetSavedChange()
    case .present(let overlay): self.overlay = overlay
    case .show(let page): show(page, &effects)
    case .chooseTag(let use): openTagChooser(use, &effects)
    case .filter(let query, let source): setFilter(query, source: source, &effects)
    case .narrow(let query): drillDown(to: query, &effects)
    case .named(let name, let text): nameFilter(name, text: text)
    case .refresh(let scope): send(.refresh(.begin(scope)), &effects)
    case .libraryChanged: libraryChanged(&effects)
    case .sourcesOutdated: send(.sources(.outdated), &effects)
    case .manyChanged(let request): manyChanged(by: request, &effects)
    }
  }

  /// Another store took the place of the one before, as the reader's own after the sample: everything is read anew.
  mutating func storeChanged(isSample: Bool, _ effects: inout [Effect]) {
    drop(RequestSlot.allCases.filter { $0 != .theme }, effects: &effects)
    presentation.isSample = isSample
    filter = .all
    filterSource = nil
    filterHistory = []
    order = .newestFirst
    unindexedCount = 0
    listBeforeTyping = nil
    timeline = Timeline()
    reader = Reader()
    undoStack = UndoStack()
    saved = Saved()
    sources = Sources()
    send(.sources(.outdated), &effects)
    if page == .saved { send(.saved(.shown), &effects) }
    loadFeed(selecting: nil, &effects)
    send(.charts(.load), &effects)
    send(.refresh(.storeChanged), &effects)
  }
}

// MARK: - Requests and timers

extension State {
  /// Asks the library; earlier requests of the slot are stale from now on.
  mutating func ask(_ request: some Request, _ effects: inout [Effect]) { effects.append(.ask(requests.add(request))) }

  /// Drops what the slots ask: the dashboard does not wait for it any more.
  mutating func drop(_ slots: RequestSlot..., effects: inout [Effect]) { drop(slots, effects: &effects) }

  mutating func drop(_ slots: [RequestSlot], effects: inout [Effect]) {
    for slot in slots where requests.drop(slot) { effects.append(.stop(slot)) }
  }

  /// Ends a request; false where it is stale, so that nothing may come of it.
  mutating func end(_ number: RequestNumber) -> Bool { requests.end(number) }

  /// Whether the newest request of a slot has not been answered yet.
  func isAwaited(_ slot: RequestSlot) -> Bool { requests.isAwaited(slot) }

  /// Sets a timer; an earlier one of the slot is stale from now on.
  mutating func wake(_ slot: TimerSlot, afterMilliseconds milliseconds: Int, _ effects: inout [Effect]) {
    effects.append(.wake(timers.set(slot), afterMilliseconds: milliseconds))
  }

  /// Whether a timer is the newest of its slot.
  func counts(_ timer: TimerTag) -> Bool { timers.counts(timer) }
}

// MARK: - What the reader is told, and can undo

extension State {
  /// Shows a message for some seconds in the place of the key hints, and keeps it in the log.
  mutating func notify(_ text: SafeText, isError: Bool, _ effects: inout [Effect]) {
    notices.show(text, isError: isError, at: now)
    wake(.toastEnd, afterMilliseconds: isError ? 8_000 : 3_000, &effects)
  }

  mutating func notify(words: String, isError: Bool = false, _ effects: inout [Effect]) {
    notify(SafeText(words), isError: isError, &effects)
  }

  /// Keeps a message in the log alone.
  mutating func record(_ text: SafeText, isError: Bool) { notices.record(text, isError: isError, at: now) }

  mutating func endToast() { notices.endToast() }

  /// - Parameter progress: nil at the end of the activity.
  mutating func show(_ progress: Progress?) { notices.show(progress) }

  mutating func rememberForUndo(_ entry: UndoEntry) { undoStack.push(entry) }

  /// The newest change, which is to be undone now.
  mutating func popUndo() -> UndoEntry? { undoStack.pop() }
}

/// The pages that the keys 1 to 4 show.
enum Page: String, Sendable, Hashable, Codable, CaseIterable {
  case news
  case saved
  case statistics
  case sources
}

/// The panes of the news page.
enum Pane: String, Sendable, Hashable, Codable, CaseIterable {
  case feed
  case reader
  case statistics
}

/// A filter left behind, with the place in its list.
struct FilterStep: Sendable, Hashable {
  var filter: Query
  var source: FilterSource?
  var order = ListOrder.newestFirst
  var selected: ArticleKey?
  /// The row on screen of the selection, counted in headlines.
  var row = 0
}
