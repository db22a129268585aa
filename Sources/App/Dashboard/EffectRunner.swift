import Dashboard
import Dispatch
import Foundation
import Log
import NewsFetching
import NewsLibrary
import NewsModel
import NewsStore
import Synchronization
import Terminal
import TextAnalysis
import TextBasics
import Wording

/// Carries out the effects that need the store, beside the screen; what comes of them returns through the mailbox.
///
/// Lists, articles, counts, statistics, writes and the web have queues of their own, so that a key never waits for a count, nor
/// an article for a long search.
final class EffectRunner: Sendable {
  let shown: ShownLibrary
  let mailbox: Mailbox<Action>
  let zone: TimeZone
  private let describe: @Sendable (any Error) -> SafeText
  /// How the web is fetched from.
  let fetching: FetchSettings
  private let loadTheme: @Sendable (String) -> LoadedTheme
  /// The newest request of each slot, with what stops it.
  private let newest = Mutex<[RequestSlot: (number: RequestNumber, stop: Cancellation)]>([:])
  private let lists = DispatchQueue(label: "newstape.lists", qos: .userInteractive)
  private let articles = DispatchQueue(label: "newstape.articles", qos: .userInteractive)
  private let counts = DispatchQueue(label: "newstape.counts", qos: .utility)
  private let statistics = DispatchQueue(label: "newstape.statistics", qos: .utility)
  /// What is followed is read behind the changes of it.
  let sources = DispatchQueue(label: "newstape.sources", qos: .userInitiated)
  /// What is fetched from the web waits for other computers.
  private let discoveries = DispatchQueue(label: "newstape.discoveries", qos: .utility)
  /// What the feeds answered that were looked for last: whoever follows one of them need not ask again.
  let feedAnswers = Mutex(FeedAnswers())
  let refreshes = DispatchQueue(label: "newstape.refreshes", qos: .utility)
  let refreshCancellation = Mutex<Cancellation?>(nil)
  private let writes = DispatchQueue(label: "newstape.writes", qos: .userInitiated)
  /// The lists that are being read.
  private let reading = DispatchGroup()
  /// How long what is counted of a list waits for the list, which is read first.
  private static let headStart = DispatchTimeInterval.milliseconds(25)
  /// What concerns many articles takes long, so that a mark must not wait behind it.
  let bulk = DispatchQueue(label: "newstape.bulk", qos: .utility)
  let bulkCancellation = Mutex<Cancellation?>(nil)
  /// Files of articles are written beside all that.
  let exports = DispatchQueue(label: "newstape.exports", qos: .utility)
  let exportCancellation = Mutex<Cancellation?>(nil)
  /// Programs that articles are handed to run side by side.
  let programs = DispatchQueue(label: "newstape.programs", qos: .utility, attributes: .concurrent)
  let places: ProgramPlaces
  /// What the reader teaches the analysis.
  let ownTables: OwnTablesFile?
  /// Articles that a lesson touches are read anew behind all that.
  let analyses = DispatchQueue(label: "newstape.analyses", qos: .utility)
  /// Cancelled when nobody waits for other programs any more.
  let ending = Cancellation()

  init(
    library: ShownLibrary, mailbox: Mailbox<Action>, zone: TimeZone, fetching: FetchSettings,
    places: ProgramPlaces = ProgramPlaces(environment: ProcessInfo.processInfo.environment),
    ownTables: OwnTablesFile? = nil,
    loadTheme: @escaping @Sendable (String) -> LoadedTheme, describe: @escaping @Sendable (any Error) -> SafeText
  ) {
    shown = library
    self.fetching = fetching
    self.places = places
    self.ownTables = ownTables
    self.loadTheme = loadTheme
    self.mailbox = mailbox
    self.zone = zone
    self.describe = describe
  }

  /// The library that is shown now.
  var library: NewsLibrary { shown.current }

  /// Reads the table of companies, beside the screen: a filter that names one must not wait for it.
  func readTables() { articles.async { _ = TextAnalyser.companyName("") } }

  /// What went wrong, in words for the screen. The log gets it with what was tried.
  ///
  /// - Parameter aim: what was tried, as it follows "cannot".
  func words(for error: any Error, in aim: String) -> SafeText {
    if case StoreError.cancelled = error {
      Log.debug("stopped: \(aim)")
    } else {
      Log.warning("cannot \(aim)", error)
    }
    return describe(error)
  }

  /// Asks the library; an older request of the same slot is stopped, or dropped before its turn.
  func ask(_ request: AskedRequest) {
    let stop = Cancellation()
    let older = newest.withLock { $0.updateValue((request.number, stop), forKey: request.slot) }
    older?.stop.cancel()
    let isList = request.slot == .feed
    if isList { reading.enter() }
    queue(for: request.slot).async { [self] in
      // Two cores are few: for a moment they are the list's alone.
      if request.slot.canFollowList { _ = reading.wait(timeout: .now() + Self.headStart) }
      answer(request, stop)
      if isList { reading.leave() }
    }
  }

  /// Reads what is still wanted when its turn comes.
  private func answer(_ request: AskedRequest, _ stop: Cancellation) {
    guard newest.withLock({ $0[request.slot]?.number }) == request.number else { return }
    do {
      let reading = LibraryReading(
        store: library.store, now: .now, zone: zone, cancellation: stop, loadTheme: loadTheme,
        discover: { try self.discover($0, stop) })
      mailbox.post(.answered(try request.response(from: reading)))
    } catch {
      mailbox.post(.failed(words(for: error, in: "answer \(request.slot)"), request.number))
    }
  }

  /// Stops the request of a slot.
  func stop(_ slot: RequestSlot) {
    newest.withLock { $0.removeValue(forKey: slot) }?.stop.cancel()
  }

  private func queue(for slot: RequestSlot) -> DispatchQueue {
    switch slot {
    case .feed, .feedMargin, .target: lists
    case .feedUpdate, .unindexed, .beyondCalendar, .feedTotal, .feedPosition, .savedTotals, .pickerCount, .confirmation,
      .desktopNotices, .newCount, .unknownArrivals:
      counts
    case .reader, .articleUse, .facets, .savedPreview, .theme, .companyNews, .companySearch: articles
    case .statisticsPane, .statisticsPage, .companyTones, .companyNumbers, .calendar, .picker, .completion: statistics
    // What is kept and what can be undone is read behind the changes of it.
    case .saved, .undo: writes
    case .sources: sources
    case .discovery: discoveries
    }
  }

  func change(_ change: StatusChange, _ purpose: ChangePurpose) {
    // What the reader did not ask for is no reason to complain.
    if purpose == .byReading, library.store.obstacle != nil { return }
    write("change the status of articles") { store in .changed(inverse: try store.apply(change), purpose) }
  }

  /// Changes what the reader keeps; after a refusal the rest is left.
  func changeSaved(_ changes: [SavedChange]) {
    write("keep queries and rules") { [self] store in
      do {
        for change in changes { try store.make(change) }
        return nil
      } catch {
        return .savedChangeFailed(words(for: error, in: "keep queries and rules"))
      }
    }
  }

  func save(_ session: SavedSession) {
    guard library.store.obstacle == nil else { return }
    write("save the session") { store in
      try store.save(session)
      return nil
    }
  }

  /// Keeps when the dashboard is left. One that is killed leaves the end of the visit before.
  func endVisit() {
    guard library.store.obstacle == nil else { return }
    write("keep when the dashboard was left") { store in
      try store.endVisit(at: .now)
      return nil
    }
  }

  func write(_ aim: String, _ body: @escaping @Sendable (NewsStore) throws -> Action?) {
    writes.async { [self] in
      do {
        if let action = try body(library.store) { mailbox.post(action) }
      } catch {
        mailbox.post(.notice(words(for: error, in: aim), isError: true))
      }
    }
  }

  /// Stops what is being read, fetched or changed in bulk, and waits until everything asked to be written has been written.
  func finish() {
    stopBulk()
    stopExport()
    stopRefresh()
    ending.cancel()
    for request in newest.withLock({ $0.values }) { request.stop.cancel() }
    let queues = [
      lists, articles, counts, statistics, discoveries, refreshes, sources, writes, bulk, exports, analyses,
    ]
    for queue in queues { queue.sync {} }
    programs.sync(flags: .barrier) {}
  }
}

extension RequestSlot {
  /// Whether it may come after a list that is asked for at the same time, and after the frame with that list.
  var canFollowList: Bool {
    switch self {
    case .feedMargin, .feedTotal, .feedPosition, .unindexed, .beyondCalendar, .statisticsPane, .statisticsPage,
      .companyTones, .calendar, .newCount, .unknownArrivals:
      true
    case .feed, .feedUpdate, .target, .reader, .articleUse, .picker, .pickerCount, .completion, .saved, .savedTotals,
      .savedPreview, .confirmation, .undo, .sources, .discovery, .companyNews, .companyNumbers, .companySearch,
      .desktopNotices, .theme, .facets:
      false
    }
  }
}
