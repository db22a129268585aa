import NewsModel
import Terminal
import TextBasics

extension State {
  /// The effects to begin with: the list at the place where the reader left it, and its counts.
  public mutating func start() -> [Effect] {
    var effects: [Effect] = []
    loadFeed(selecting: timeline.wanted, &effects)
    if page == .saved { send(.saved(.shown), &effects) }
    send(.sources(.outdated), &effects)
    send(.charts(.load), &effects)
    send(.refresh(.started), &effects)
    settle(&effects)
    return effects
  }

  /// Takes in what happened and tells what is to be done about it. No input or output happens here.
  public mutating func update(_ action: Action) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .input(let event): handle(event, &effects)
    case .command(let command): run(command, &effects)
    case .timer(let timer): if counts(timer) { timerFired(timer.slot, &effects) }
    case .clock(let time): now = time
    case .answered(let response): if end(response.number) { response.take(&self, &effects) }
    case .failed(let reason, let number):
      if end(number) {
        requestFailed(number.slot, reason, &effects)
        notify(reason, isError: true, &effects)
      }
    case .changed(let inverse, let purpose): statusChanged(inverse, purpose, &effects)
    case .bulkEnded(let end): send(.bulk(.ended(end)), &effects)
    case .exportEnded(let end): send(.export(.ended(end)), &effects)
    case .savedChangeFailed(let reason): send(.saved(.changeFailed(reason)), &effects)
    case .subscriptionChanged(let change, let purpose): send(.sources(.changed(change, purpose)), &effects)
    case .subscriptionFailed(let reason): send(.sources(.changeFailed(reason)), &effects)
    case .refreshProgressed(let progress): send(.refresh(.progressed(progress)), &effects)
    case .refreshEnded(let end): send(.refresh(.ended(end)), &effects)
    case .storeChanged(let isSample): storeChanged(isSample: isSample, &effects)
    case .libraryChanged: libraryChanged(&effects)
    case .notice(let text, let isError): notify(text, isError: isError, &effects)
    case .progress(let text, let fraction): show(fraction.map { Progress(text: text, fraction: $0) })
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
      let area = ReaderPane.textArea(in: frame.body, measure: presentation.measure)
      send(.reader(.settle(highlights, in: area)), &effects)
    }
    if let room = arrangement.page, page == .saved { send(.saved(.settle(in: room)), &effects) }
    if let room = arrangement.page, page == .sources { send(.sources(.settle(in: room)), &effects) }
    if case .picker(var picker) = overlay {
      picker.scroll(height: PickerView.listHeight(for: picker, in: Rect(size)))
      overlay = .picker(picker)
    }
    if let cursor = timeline.missing {
      timeline.isLoading = true
      ask(FeedMarginRequest(query: filter, cursor: cursor, limit: Timeline.chunk), &effects)
    }
  }

  private mutating func requestFailed(_ slot: RequestSlot, _ reason: SafeText, _ effects: inout [Effect]) {
    switch slot {
    case .feed, .feedMargin: feedFailed(reason)
    case .savedTotals: send(.saved(.countingFailed), &effects)
    case .discovery: lookingFailed(reason)
    case .picker: pickerFailed()
    // What is shown stays as it is.
    case .feedUpdate, .feedTotal, .feedPosition, .unindexed, .nextUnread, .reader, .statisticsPane, .statisticsPage,
      .calendar, .completion, .saved,
      .savedPreview, .confirmation, .undo, .sources, .theme:
      break
    }
  }

  private mutating func timerFired(_ slot: TimerSlot, _ effects: inout [Effect]) {
    switch slot {
    case .feedSlow: timeline.tellSlow(keepingOutdated: isTypingQuery)
    case .preview: if page == .saved { send(.saved(.previewDue), &effects) } else { preview(&effects) }
    case .markRead(let key): send(.reader(.markReadDue(key)), &effects)
    case .toastEnd: endToast()
    case .recount: send(.saved(.recountDue), &effects)
    case .arrival: send(.refresh(.arrived), &effects)
    case .refreshDue: send(.refresh(.due), &effects)
    case .statisticsDue: send(.charts(.load), &effects)
    case .unindexedDue: countUnindexed(&effects)
    case .saveDue: effects.append(.save(session))
    }
  }
}
