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
  var reader = Reader()
  var statistics = StatisticsPane()
  var statisticsPage = StatisticsPage()
  var saved = SavedPage()
  var sources = SourcesPage()

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
  var undoSteps: [UndoEntry] = []
  /// A change of many articles is going on.
  var isChangingMany = false
  /// A file of articles is being written.
  var isExporting = false
  /// The file that was last asked for.
  var exportPath = "newstape.md"
  var toast: Toast?
  var log: [LogEntry] = []
  var progress: Progress?
  /// The refresh that goes on, and what the reader asked for meanwhile.
  var refresh: RefreshRun?
  var waitingRefreshes: [RefreshRequest] = []
  /// News that came in will be counted soon.
  var isArrivalDue = false
  /// Whether sources are fetched when their time has come, without being asked.
  let refreshesByItself: Bool

  /// The timers that still count; older ones of a kind are stale.
  var feedTimer = 0
  var previewTimer = 0
  var statisticsTimer = 0
  var unindexedTimer = 0
  var saveTimer = 0

  /// The number of the newest request of each slot.
  private var requestNumbers: [RequestSlot: Int] = [:]
  /// Slots whose newest request has not been answered.
  private var unanswered: Set<RequestSlot> = []
  private var lastTimer = 0

  /// - Parameters:
  ///   - span: the time that the statistics beside the list begin with.
  ///   - refreshesByItself: whether sources are fetched when their time has come; those of the sample never are.
  public init(
    presentation: Presentation, size: Size, now: Timestamp, span: StatisticsSpan = .day,
    refreshesByItself: Bool = false, restoring session: SavedSession? = nil
  ) {
    self.presentation = presentation
    self.refreshesByItself = refreshesByItself
    statistics.span = span
    self.size = size
    self.now = now
    if let session { restore(session) }
  }

  /// Whether the headlines that were asked for last have not come yet; those of the margin do not count.
  public var awaitsHeadlines: Bool { unanswered.contains(.feed) }
  /// Changes when headlines are asked for that the reader waits for.
  public var listNumber: Int { requestNumbers[.feed] ?? 0 }

  /// Asks the library; earlier requests of the slot are stale from now on.
  mutating func ask<Asked: Request>(_ request: Asked, _ effects: inout [Effect]) {
    let number = (requestNumbers[Asked.slot] ?? 0) + 1
    requestNumbers[Asked.slot] = number
    unanswered.insert(Asked.slot)
    effects.append(.ask(AskedRequest(number: RequestNumber(slot: Asked.slot, value: number), request: request)))
  }

  /// Drops what the slots ask: the dashboard does not wait for it any more.
  mutating func drop(_ slots: RequestSlot..., effects: inout [Effect]) { drop(slots, effects: &effects) }

  mutating func drop(_ slots: [RequestSlot], effects: inout [Effect]) {
    for slot in slots where unanswered.remove(slot) != nil {
      requestNumbers[slot, default: 0] += 1
      effects.append(.stop(slot))
    }
  }

  /// Ends a request; false where it is stale, so that nothing may come of it.
  mutating func end(_ number: RequestNumber) -> Bool {
    guard requestNumbers[number.slot] == number.value else { return false }
    unanswered.remove(number.slot)
    return true
  }

  /// Whether the newest request of a slot has not been answered yet.
  func isAwaited(_ slot: RequestSlot) -> Bool { unanswered.contains(slot) }

  /// A number that no other timer has.
  mutating func nextTimer() -> Int {
    lastTimer += 1
    return lastTimer
  }
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

/// What `u` undoes.
enum UndoEntry: Sendable, Hashable {
  case status(StatusChange)
  /// A change of many articles, which the store remembers.
  case bulk(UndoStep.ID)
  case saved([SavedChange])
  /// The change that undoes another of what the reader follows.
  case subscription(SubscriptionChange)
}

/// A short message in the place of the key hints.
struct Toast: Sendable, Hashable {
  var text: SafeText
  var isError: Bool
  var number: Int
}

/// A message that the log view shows.
struct LogEntry: Sendable, Hashable {
  var time: Timestamp
  var text: SafeText
  var isError: Bool
}

/// A background activity.
struct Progress: Sendable, Hashable {
  var text: SafeText
  /// 0 … 1
  var fraction: Double
}
