package import Configuration
package import NewsModel
package import Terminal
import TextBasics
import Wording

/// All that the dashboard knows: values only. It composes the features and the shell around them: `update` changes it, `render` draws it.
///
/// Only this file changes features; other files send them events.
package struct State: Sendable {
  package private(set) var presentation: Presentation { didSet { presentationNumber += 1 } }
  /// Changes with the presentation.
  private var presentationNumber = 0
  package private(set) var size: Size
  package private(set) var now: Timestamp

  private(set) var navigation: Navigation
  private(set) var feed: Feed
  private(set) var reader = Reader()
  private(set) var charts: Charts
  private(set) var saved = Saved()
  private(set) var sources = Sources()
  private(set) var company = CompanyPage()
  private(set) var refresh: Refresh
  private(set) var bulk = Bulk()
  private(set) var export = Export()
  private(set) var handoff: Handoff
  private var desktopNotices: DesktopNotices
  private(set) var arrivals: ArrivalCounts

  private(set) var overlays: Overlays
  private(set) var themes: Themes
  private(set) var keys = KeySequence()
  private(set) var notices = Notices()
  private(set) var undoStack = UndoStack()
  private var requests = RequestLedger()
  private var timers = TimerLedger()

  /// - Parameters:
  ///   - span: the time that the statistics beside the list begin with.
  ///   - refreshesByItself: whether sources are fetched when their time has come; those of the sample never are.
  ///   - programs: what articles can be handed to.
  ///   - noticedQueries: the names of saved queries whose news is told on the desktop.
  ///   - lastVisit: when the dashboard was left last; nil where it never was.
  package init(
    presentation: Presentation, size: Size, now: Timestamp, span: StatisticsSpan = .day,
    refreshesByItself: Bool = false, programs: [ArticleProgram] = [], noticedQueries: [String] = [],
    lastVisit: Timestamp? = nil, restoring session: SavedSession? = nil
  ) {
    self.presentation = presentation
    self.size = size
    self.now = now
    navigation =
      session.map {
        Navigation(page: $0.page, focus: $0.focus, isZoomed: $0.isZoomed, layout: $0.layout ?? PaneLayout())
      } ?? Navigation()
    // What was kept is read anew: today is another day.
    let notation = QueryNotation(now: now, zone: presentation.zone)
    let source = session?.savedQuery.flatMap { saved in
      notation.query(saved.text).map { FilterSource(query: $0, text: saved.text, name: saved.name) }
    }
    feed = Feed(restoring: source, selecting: session?.selected, row: session?.row)
    reader = Reader(resuming: session?.places ?? [])
    charts = Charts(paneSpan: span, pageSpan: session?.span)
    refresh = Refresh(isAutomatic: refreshesByItself)
    handoff = Handoff(programs: programs)
    desktopNotices = DesktopNotices(names: noticedQueries)
    arrivals = ArrivalCounts(lastVisit: lastVisit)
    overlays = Overlays(history: session?.typed ?? TypedHistory())
    themes = Themes(chosen: session?.theme)
  }

  /// Whether the headlines that were asked for last have not come yet; those of the margin do not count.
  package var awaitsHeadlines: Bool { requests.isAwaited(.feed) }
  /// Changes when headlines are asked for that the reader waits for.
  package var listNumber: Int { requests.number(of: .feed) }
}

// MARK: - Updating

extension State {
  /// The effects to begin with: the list at the place where the reader left it, and its counts.
  package mutating func start() -> [Effect] {
    var effects: [Effect] = []
    send(.feed(.start), &effects)
    if page == .saved { send(.saved(.shown), &effects) }
    send(.sources(.outdated), &effects)
    send(.charts(.load), &effects)
    send(.refresh(.started), &effects)
    send(.desktopNotices(.started), &effects)
    send(.arrivals(.outdated), &effects)
    settle(&effects)
    return effects
  }

  /// Takes in what happened and tells what is to be done about it. No input or output happens here.
  package mutating func update(_ action: Action) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .input(.resize(let size)): self.size = size
    case .input(.key(let key)): handle(key, &effects)
    case .input(.paste(let text)): send(.overlays(.paste(text)), &effects)
    case .input(.mouse(let mouse)): handle(mouse, &effects)
    case .command(let command): run(command, &effects)
    case .timer(let timer): if timers.counts(timer) { timerFired(timer.slot, &effects) }
    case .clock(let time): now = time
    case .answered(let response): if requests.end(response.number) { send(response.event, &effects) }
    case .failed(let reason, let number):
      if requests.end(number) {
        requestFailed(number.slot, reason, &effects)
        notify(reason, isError: true, &effects)
      }
    case .changed(let inverse, let purpose): statusChanged(inverse, purpose, &effects)
    case .bulkEnded(let end): send(.bulk(.ended(end)), &effects)
    case .exportEnded(let end): send(.export(.ended(end)), &effects)
    case .handedOff(let end): send(.handoff(.ended(end)), &effects)
    case .copyRefused(let limit): notify(words: presentation.words.tooLongToCopy(limit: limit), isError: true, &effects)
    case .savedChangeFailed(let reason): send(.saved(.changeFailed(reason)), &effects)
    case .taught(let lesson, let key, let purpose): taught(lesson, about: key, purpose, &effects)
    case .subscriptionChanged(let change, let purpose): send(.sources(.changed(change, purpose)), &effects)
    case .subscriptionFailed(let reason): send(.sources(.changeFailed(reason)), &effects)
    case .refreshProgressed(let progress): send(.refresh(.progressed(progress)), &effects)
    case .refreshEnded(let end): send(.refresh(.ended(end)), &effects)
    case .storeChanged(let isSample): storeChanged(isSample: isSample, &effects)
    case .libraryChanged:
      libraryChanged(&effects)
      send(.desktopNotices(.arrived), &effects)
    case .notice(let text, let isError): notify(text, isError: isError, &effects)
    case .mistakes(let mistakes): tell(mistakes, &effects)
    case .progress(let text, let fraction): notices.show(fraction.map { Progress(text: text, fraction: $0) })
    }
    settle(&effects)
    return effects
  }

  /// Brings everything that follows from the rest up to date: scroll positions, wrapped text, pages to fetch.
  private mutating func settle(_ effects: inout [Effect]) {
    let arrangement = arrangement
    send(.feed(.settle(height: arrangement.panes[.feed]?.body.height)), &effects)
    if let frame = arrangement.panes[.reader] {
      let area = ReaderPane.textArea(in: frame.body, presentation)
      send(.reader(.settle(feed.highlights, foot: readerFoot, in: area)), &effects)
    }
    if let room = arrangement.page, page == .saved { send(.saved(.settle(in: room)), &effects) }
    if let room = arrangement.page, page == .sources { send(.sources(.settle(in: room)), &effects) }
    if let room = arrangement.page, page == .company { send(.company(.settle(in: room)), &effects) }
    if overlays.shown != nil { send(.overlays(.settle), &effects) }
  }

  private mutating func requestFailed(_ slot: RequestSlot, _ reason: SafeText, _ effects: inout [Effect]) {
    switch slot {
    case .feed, .feedMargin:
      send(.feed(.failed), &effects)
      send(.overlays(.failed(slot, reason)), &effects)
    case .savedTotals: send(.saved(.countingFailed), &effects)
    case .discovery, .picker, .facets: send(.overlays(.failed(slot, reason)), &effects)
    // What is shown stays as it is.
    case .feedUpdate, .feedTotal, .feedPosition, .unindexed, .beyondCalendar, .target, .reader, .articleUse,
      .statisticsPane,
      .statisticsPage,
      .companyTones, .calendar, .pickerCount, .completion, .saved, .savedPreview, .confirmation, .undo, .sources,
      .companyNews, .companyNumbers, .companySearch, .desktopNotices, .newCount,
      .unknownArrivals, .theme:
      break
    }
  }

  private mutating func timerFired(_ slot: TimerSlot, _ effects: inout [Effect]) {
    switch slot {
    case .feedSlow: send(.feed(.slow), &effects)
    case .preview: if page == .saved { send(.saved(.previewDue), &effects) } else { preview(&effects) }
    case .markRead(let key): send(.reader(.markReadDue(key)), &effects)
    case .toastEnd: notices.endToast()
    case .recount: send(.saved(.recountDue), &effects)
    case .companyDue: send(.company(.reloadDue), &effects)
    case .arrival: send(.refresh(.arrived), &effects)
    case .refreshDue: send(.refresh(.due), &effects)
    case .statisticsDue: send(.charts(.load), &effects)
    case .unindexedDue: send(.feed(.unindexedDue), &effects)
    case .saveDue: effects.append(.save(session))
    }
  }

  /// Another store took the place of the one before, as the reader's own after the sample: everything is read anew.
  private mutating func storeChanged(isSample: Bool, _ effects: inout [Effect]) {
    drop(RequestSlot.allCases.filter { $0 != .theme }, effects: &effects)
    presentation.isSample = isSample
    feed = Feed()
    reader = Reader()
    saved = Saved()
    sources = Sources()
    company = CompanyPage()
    arrivals = ArrivalCounts(lastVisit: nil)
    if page == .company { send(.navigation(.show(.news)), &effects) }
    undoStack = UndoStack()
    send(.sources(.outdated), &effects)
    if page == .saved { send(.saved(.shown), &effects) }
    send(.feed(.load(selecting: nil)), &effects)
    send(.charts(.load), &effects)
    send(.refresh(.storeChanged), &effects)
    send(.desktopNotices(.started), &effects)
  }
}

// MARK: - Features

extension State {
  /// Tells a feature what happened, and carries out its outcomes.
  mutating func send(_ event: DashboardEvent, _ effects: inout [Effect]) {
    let environment = environment
    let outcomes: [Outcome]
    switch event {
    case .navigation(let event): outcomes = navigation.update(event, in: environment)
    case .feed(let event): outcomes = feed.update(event, in: environment)
    case .reader(let event): outcomes = reader.update(event, in: environment)
    case .charts(let event): outcomes = charts.update(event, in: environment)
    case .saved(let event): outcomes = saved.update(event, in: environment)
    case .sources(let event): outcomes = sources.update(event, in: environment)
    case .company(let event): outcomes = company.update(event, in: environment)
    case .refresh(let event): outcomes = refresh.update(event, in: environment)
    case .bulk(let event): outcomes = bulk.update(event, in: environment)
    case .export(let event): outcomes = export.update(event, in: environment)
    case .handoff(let event): outcomes = handoff.update(event, in: environment)
    case .desktopNotices(let event): outcomes = desktopNotices.update(event, in: environment)
    case .arrivals(let event): outcomes = arrivals.update(event, in: environment)
    case .overlays(let event): outcomes = overlays.update(event, in: environment)
    case .themes(let event): outcomes = themes.update(event, in: environment)
    }
    for outcome in outcomes { perform(outcome, &effects) }
  }

  private mutating func perform(_ outcome: Outcome, _ effects: inout [Effect]) {
    switch outcome {
    case .effect(let effect): effects.append(effect)
    case .ask(let request): ask(request, &effects)
    case .drop(let slots): drop(slots, effects: &effects)
    case .wake(let slot, let milliseconds): wake(slot, afterMilliseconds: milliseconds, &effects)
    case .notify(let text, let isError): notify(text, isError: isError, &effects)
    case .hint(let text): hint(text.string, &effects)
    case .record(let text, let isError): notices.record(text, isError: isError, at: now)
    case .progressEnded: notices.show(nil)
    case .remember(let entry): rememberForUndo(entry)
    case .forgetSavedChange: undoStack.forgetSavedChange()
    case .present(let overlay): present(overlay, &effects)
    case .decided(let decision): carryOut(decision, &effects)
    case .use(let theme): presentation.use(theme)
    case .chooseTag(let use): openTagChooser(use, &effects)
    case .show(let page): send(.navigation(.show(page)), &effects)
    case .shown(let page): showContent(of: page, &effects)
    case .readerLeft: send(.reader(.leave), &effects)
    case .openCompany(let code): send(.company(.open(code)), &effects)
    case .returnToCompany(let code): send(.company(.returned(to: code)), &effects)
    case .filter(let query, let source, let key): setFilterAsOfThen(query, source: source, selecting: key, &effects)
    case .read(let key, let query): read(key, of: query, &effects)
    case .narrow(let query): drillDown(to: query, &effects)
    case .named(let name, let text): send(.feed(.named(name, text: text)), &effects)
    case .filterChanged:
      send(.charts(.load), &effects)
      send(.arrivals(.filterChanged), &effects)
    case .listed(let key): listed(selected: key, &effects)
    case .selected(let key): selected(key, &effects)
    case .savePlace: effects.append(.save(session))
    case .refresh(let scope): send(.refresh(.begin(scope)), &effects)
    case .libraryChanged: libraryChanged(&effects)
    case .refreshBroughtNews: send(.desktopNotices(.arrived), &effects)
    case .sourcesOutdated: send(.sources(.outdated), &effects)
    case .manyChanged(let request): manyChanged(by: request, &effects)
    }
  }
}

// MARK: - The shell

extension State {
  /// Asks the library; earlier requests of the slot are stale from now on.
  mutating func ask(_ request: some Request, _ effects: inout [Effect]) { effects.append(.ask(requests.add(request))) }

  /// Drops what the slots ask: the dashboard does not wait for it any more.
  mutating func drop(_ slots: RequestSlot..., effects: inout [Effect]) { drop(slots, effects: &effects) }

  mutating func drop(_ slots: [RequestSlot], effects: inout [Effect]) {
    for slot in slots where requests.drop(slot) { effects.append(.stop(slot)) }
  }

  /// Sets a timer; an earlier one of the slot is stale from now on.
  mutating func wake(_ slot: TimerSlot, afterMilliseconds milliseconds: Int, _ effects: inout [Effect]) {
    effects.append(.wake(timers.set(slot), afterMilliseconds: milliseconds))
  }

  /// Shows a message for some seconds in the place of the key hints, and keeps it in the log.
  mutating func notify(_ text: SafeText, isError: Bool, _ effects: inout [Effect]) {
    notices.show(text, isError: isError, at: now)
    endToastLater(isError: isError, &effects)
  }

  mutating func notify(words: String, isError: Bool = false, _ effects: inout [Effect]) {
    notify(SafeText(words), isError: isError, &effects)
  }

  /// Tells what is wrong in the configuration. Where there is more than the one line can hold, it says where all of it is read.
  private mutating func tell(_ mistakes: [SafeText], _ effects: inout [Effect]) {
    guard mistakes.count > 1 else {
      if let mistake = mistakes.first { notify(mistake, isError: true, &effects) }
      return
    }
    // The log shows the newest first.
    for mistake in mistakes.reversed() { notices.record(mistake, isError: true, at: now) }
    hint(presentation.words.configurationMistakes(mistakes.count), isError: true, &effects)
  }

  mutating func use(_ language: Language) { presentation.language = language }

  /// What a key means where it is pressed, together with those before it.
  mutating func meaning(of key: Key) -> Keymap.Match { keys.add(key, presentation.keymap, in: context) }

  /// Shows a message that is of use at this moment alone: the log does not keep it.
  mutating func hint(_ words: String, isError: Bool = false, _ effects: inout [Effect]) {
    notices.showBriefly(SafeText(words), isError: isError)
    endToastLater(isError: isError, &effects)
  }

  /// What is wrong takes longer to read.
  private mutating func endToastLater(isError: Bool, _ effects: inout [Effect]) {
    wake(.toastEnd, afterMilliseconds: isError ? 8_000 : 3_000, &effects)
  }

  mutating func rememberForUndo(_ entry: UndoEntry) { undoStack.push(entry) }

  /// The newest change, which is to be undone now.
  mutating func popUndo() -> UndoEntry? { undoStack.pop() }
}

// MARK: - What others read

extension State {
  var environment: Environment {
    Environment(
      presentation: presentation, now: now, size: size, page: page, focus: focus, filter: filter,
      company: company.visit?.code, isTypingQuery: isTypingQuery, hasOverlay: overlays.shown != nil,
      awaitsTotal: requests.isAwaited(.feedTotal) || requests.isAwaited(.feedUpdate))
  }

  var notation: QueryNotation { QueryNotation(now: now, zone: presentation.zone) }

  var numberedPresentation: NumberedPresentation { NumberedPresentation(presentation, number: presentationNumber) }

  /// Whether the list follows a query that is being typed.
  var isTypingQuery: Bool { overlays.prompt?.kind.isFollowed ?? false }

  var page: Page { navigation.page }
  var focus: Pane { navigation.focus }
  /// What the list shows.
  var filter: Query { feed.filter }
  var timeline: Timeline { feed.timeline }
}

/// Where the reader was when the program ended, as far as the next start takes it up.
package struct SavedSession: Codable, Hashable, Sendable {
  var page: Page
  var focus: Pane
  var isZoomed: Bool
  /// The saved query whose list was shown; what was searched and filtered otherwise ends with the program.
  var savedQuery: SavedFilter?
  var selected: ArticleKey?
  /// The row on screen of the selection, counted in headlines.
  var row: Int?
  var span: StatisticsSpan
  /// How the panes share the screen; sessions of earlier versions do not say.
  var layout: PaneLayout?
  /// The theme chosen while running; it holds where the configuration names none.
  package private(set) var theme: String?
  /// What was typed into the prompts.
  var typed: TypedHistory
  /// Where articles were left; sessions of earlier versions do not say.
  var places: [ReadingPlaces.Place]?

  /// A saved query with the text that it had.
  struct SavedFilter: Codable, Hashable, Sendable {
    var name: String
    var text: String
  }
}

extension State {
  /// What of this state the next start is to take up: the article, and a saved query if its list was shown. A search is over with the
  /// program.
  package var session: SavedSession {
    let step = overlays.prompt?.kind.origin ?? presentStep
    let saved = step.source.flatMap { source in
      source.name.map { SavedSession.SavedFilter(name: $0, text: source.text) }
    }
    return SavedSession(
      // Which company was looked at ends with the program.
      page: page == .company ? .news : page, focus: focus == .reader ? .feed : focus,
      isZoomed: navigation.isZoomed && focus != .reader,
      savedQuery: saved, selected: step.selected, row: step.row, span: charts.page.span,
      layout: navigation.layout,
      theme: themes.chosen, typed: overlays.history, places: reader.savedPlaces)
  }
}
