import NewsModel
import Terminal
import TextBasics

extension State {
  /// The effects to begin with: the list at the place where the reader left it, and its counts.
  public mutating func start() -> [Effect] {
    var effects: [Effect] = []
    loadFeed(selecting: timeline.wanted, &effects)
    if page == .saved { showSaved(&effects) }
    if page == .sources { loadSources(&effects) }
    loadStatistics(&effects)
    if refreshesByItself, !presentation.isSample {
      effects.append(.wake(.refreshDue, afterMilliseconds: Self.firstDueDelay))
    }
    settle(&effects)
    return effects
  }

  /// Takes in what happened and tells what is to be done about it. No input or output happens here.
  public mutating func update(_ action: Action) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .input(let event): handle(event, &effects)
    case .command(let command): run(command, &effects)
    case .timer(let tag): timerFired(tag, &effects)
    case .clock(let time): now = time
    case .answer(let answer, let ticket):
      if isWanted(ticket, isWhole: !answer.isPartial) { take(answer, for: ticket.purpose, &effects) }
    case .failed(let text, let ticket):
      if isWanted(ticket) {
        inquiryFailed(ticket.purpose, text)
        notify(text, isError: true, &effects)
      }
    case .changed(let inverse, let purpose): statusChanged(inverse, purpose, &effects)
    case .bulkEnded(let end): bulkEnded(end, &effects)
    case .exportEnded(let end): exportEnded(end, &effects)
    case .keepingFailed(let reason): keepingFailed(reason, &effects)
    case .subscriptionChanged(let change, let purpose): subscriptionChanged(change, purpose, &effects)
    case .subscriptionFailed(let reason): subscriptionFailed(reason, &effects)
    case .refreshProgressed(let progress): refreshProgressed(progress, &effects)
    case .refreshEnded(let end): refreshEnded(end, &effects)
    case .storeChanged(let isSample): storeChanged(isSample: isSample, &effects)
    case .libraryChanged: libraryChanged(&effects)
    case .notice(let text, let isError): notify(text, isError: isError, &effects)
    case .progress(let text, let fraction): progress = fraction.map { Progress(text: text, fraction: $0) }
    }
    settle(&effects)
    return effects
  }

  /// Brings everything that follows from the rest up to date: scroll positions, wrapped text, pages to fetch.
  private mutating func settle(_ effects: inout [Effect]) {
    let arrangement = arrangement
    if let feed = arrangement.panes[.feed] {
      timeline.scroll(height: max(1, feed.body.height), in: presentation.zone)
    }
    if let frame = arrangement.panes[.reader] {
      let text = ReaderPane.textArea(in: frame.body, measure: presentation.measure)
      reader.mark(highlights)
      reader.layOut(width: text.width, presentation: presentation)
      reader.clampOffset(height: text.height)
      takePendingStep(&effects)
    }
    if let room = arrangement.page, page == .saved { settleSaved(in: room, &effects) }
    if let room = arrangement.page, page == .sources { settleSources(in: room) }
    if case .picker(var picker) = overlay {
      picker.scroll(height: PickerView.listHeight(for: picker, in: Rect(size)))
      overlay = .picker(picker)
    }
    if let cursor = timeline.missing {
      timeline.isLoading = true
      ask(.headlines(filter, from: cursor, limit: Timeline.chunk), for: .feedMargin, &effects)
    }
  }

  private mutating func take(_ answer: Answer, for purpose: Purpose, _ effects: inout [Effect]) {
    switch (purpose, answer) {
    case (.feed, .headlines(let page, let cursor)), (.feedMargin, .headlines(let page, let cursor)):
      feedPage(page, from: cursor, &effects)
    case (.feed, .neighbourhood(let newer, let headline, let older)):
      feedNeighbourhood(newer, headline, older, &effects)
    case (.feed, .mostRelevant(let headlines)):
      timeline.take(ranked: headlines)
      feedArrived(&effects)
    case (.feedUpdate, .mostRelevant(let headlines)): timeline.refresh(with: headlines)
    case (.feedUpdate, .headlines(let page, _)): timeline.refresh(with: page.headlines)
    case (.feedTotal, .count(let count)): timeline.take(total: count)
    case (.feedTotal, .countSoFar(let count)): timeline.take(countSoFar: count)
    case (.feedPosition, .position(let position, let id)): timeline.place(id, at: position)
    case (.unindexed, .count(let count)): unindexedCounted(count, &effects)
    case (.nextUnread, .headlines(let page, let cursor)): nextUnreadFound(page, cursor, &effects)
    case (.reader, .article(let article)): articleLoaded(article, &effects)
    case (.statisticsPane, .statistics(let result)):
      statistics.isLoading = false
      statistics.selection = result.selection(like: statistics.selection, in: statistics.statistics)
      statistics.statistics = result
    case (.statisticsPage, .statistics(let result)):
      statisticsPage.isLoading = false
      statisticsPage.selection = result.selection(like: statisticsPage.selection, in: statisticsPage.statistics)
      statisticsPage.statistics = result
    case (.calendar, .statistics(let result)): statisticsPage.calendar = result
    case (.picker, .terms(let terms)): pickerLoaded(terms, &effects)
    case (.completion, .terms(let terms)): namesLoaded(terms)
    case (.saved, .collection(let collection)): savedLoaded(collection, &effects)
    case (.savedTotals, .totals(let articles, let unread)):
      savedCounted(SavedPage.Totals(articles: articles, unread: unread), &effects)
    case (.savedPreview, .headlines(let page, _)): saved.preview = page.headlines
    case (.confirmation, .count(let count)): counted(count, isWhole: true, &effects)
    case (.confirmation, .countSoFar(let count)): counted(count, isWhole: false, &effects)
    case (.sources, .subscriptions(let overviews)): sources.take(overviews)
    case (.discovery, .found(let feeds, let unexpected)): feedsFound(feeds, insteadOf: unexpected, &effects)
    case (.discovery, .unanswered(let reason, let address)): offer(overHTTP: address, reason)
    case (.undo, .undoSteps(let steps)): undoStepsLoaded(steps, &effects)
    default: break
    }
  }

  private mutating func inquiryFailed(_ purpose: Purpose, _ reason: SafeText) {
    switch purpose {
    case .feed, .feedMargin: feedFailed(reason)
    case .statisticsPane: statistics.isLoading = false
    case .statisticsPage: statisticsPage.isLoading = false
    case .savedTotals: saved.uncounted = []
    case .discovery: lookingFailed(reason)
    case .picker:
      if case .picker(var picker) = overlay {
        picker.isLoading = false
        overlay = .picker(picker)
      }
    default: break
    }
  }

  private mutating func timerFired(_ tag: TimerTag, _ effects: inout [Effect]) {
    switch tag {
    case .feedSlow(let number): if number == feedTimer { timeline.tellSlow(keepingOutdated: isTypingQuery) }
    case .preview(let number):
      guard number == previewTimer else { return }
      if page == .saved { previewSaved(&effects) } else { preview(&effects) }
    case .markRead(let key): markReadIfStillOpen(key, &effects)
    case .toastEnd(let number): if toast?.number == number { toast = nil }
    case .recount: recountSaved(&effects)
    case .arrival: newsArrived(&effects)
    case .refreshDue: refreshIfDue(&effects)
    case .statisticsDue(let number): if number == statisticsTimer { loadStatistics(&effects) }
    case .unindexedDue(let number): if number == unindexedTimer { countUnindexed(&effects) }
    case .saveDue(let number): if number == saveTimer { effects.append(.save(session)) }
    }
  }
}
