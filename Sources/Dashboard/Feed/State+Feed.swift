import NewsModel
import TextBasics

extension State {
  /// How long the selection must rest before its article is shown beside the list.
  static let previewDelay = 150
  /// How long a list may take before the reader is told that it is being read.
  static let slowDelay = 25
  /// How long the place in the list must rest before it is remembered.
  static let saveDelay = 3_000

  /// Reads the list of the present filter, around an article where one is to be selected. What is on screen stays until
  /// the list arrives.
  mutating func loadFeed(selecting key: ArticleKey?, row: Int? = nil, _ effects: inout [Effect]) {
    timeline.begin(wanted: key, row: row)
    drop(.feedUpdate, .feedTotal, .feedPosition, .nextUnread, effects: &effects)
    if order == .relevance {
      askForList(RankedFeedRequest(query: filter, limit: Timeline.capacity), &effects)
    } else if let key {
      askForList(FeedWindowRequest(query: filter, key: key, limit: firstPageLength), &effects)
    } else {
      askForList(FeedPageRequest(query: filter, cursor: .newest, limit: firstPageLength), &effects)
    }
    // The number of a search's results is counted when it is known to be more than a page.
    if !filter.searchesWords { ask(FeedTotalRequest(query: filter), &effects) }
    wake(.feedSlow, afterMilliseconds: Self.slowDelay, &effects)
  }

  /// Asks for headlines in the place of those that are shown.
  private mutating func askForList(_ request: some Request, _ effects: inout [Effect]) {
    drop(.feedMargin, effects: &effects)
    ask(request, &effects)
  }

  /// What the screen shows comes first; the rest of a window follows beside the screen.
  private var firstPageLength: Int { min(Timeline.chunk, max(50, size.height)) }

  /// The first headlines of a list are there.
  mutating func feedArrived(_ effects: inout [Effect]) {
    if filter.searchesWords { countUnindexed(&effects) }
    if filter.searchesWords, timeline.total == nil { ask(FeedTotalRequest(query: filter), &effects) }
    if timeline.selected == nil { send(.reader(.listEmptied), &effects) }
    if focus != .reader || reader.article == nil { selectionChanged(&effects) }
  }

  /// The list cannot be read. Who types sees why, beside the last list that could.
  mutating func feedFailed(_ reason: SafeText) {
    timeline.loadingFailed(keepingOutdated: isTypingQuery)
    guard isTypingQuery, case .prompt(var prompt) = overlay else { return }
    prompt.failure = reason
    overlay = .prompt(prompt)
  }

  mutating func feedPage(_ page: HeadlinePage, from cursor: PageCursor, _ effects: inout [Effect]) {
    let isFirst = !timeline.isLoaded || timeline.isOutdated
    timeline.take(page, from: cursor)
    if isFirst { feedArrived(&effects) } else if cursor == .newest || cursor == .oldest { selectionChanged(&effects) }
  }

  mutating func feedWindow(_ window: HeadlineWindow, _ effects: inout [Effect]) {
    guard let headline = window.headline else {
      feedPage(window.older, from: .newest, &effects)
      return
    }
    let isFirst = !timeline.isLoaded || timeline.isOutdated
    timeline.take(newer: window.newer, headline: headline, older: window.older)
    if timeline.firstPosition == nil, let first = timeline.headlines.first {
      ask(FeedPositionRequest(id: first.id, query: filter), &effects)
    }
    if isFirst { feedArrived(&effects) } else { selectionChanged(&effects) }
  }

  mutating func rankedFeed(_ headlines: [Headline], _ effects: inout [Effect]) {
    timeline.take(ranked: headlines)
    feedArrived(&effects)
  }

  /// Whatever follows from another selection: the reader's preview, and the place that is remembered.
  mutating func selectionChanged(_ effects: inout [Effect]) {
    guard let selected = timeline.selected else { return }
    wake(.saveDue, afterMilliseconds: Self.saveDelay, &effects)
    guard reader.article?.headline.key != selected.key else { return }
    if focus == .reader {
      openSelected(&effects)
    } else {
      wake(.preview, afterMilliseconds: Self.previewDelay, &effects)
    }
  }

  mutating func moveSelection(to index: Int, _ effects: inout [Effect]) {
    let before = timeline.selectedIndex
    timeline.select(index)
    if timeline.selectedIndex != before { selectionChanged(&effects) }
  }

  mutating func moveSelection(by rows: Int, _ effects: inout [Effect]) {
    moveSelection(to: timeline.selectedIndex + rows, &effects)
  }

  mutating func pageFeed(by rows: Int, _ effects: inout [Effect]) {
    let before = timeline.selectedIndex
    timeline.page(by: rows)
    if timeline.selectedIndex != before { selectionChanged(&effects) }
  }

  mutating func goToNewest(_ effects: inout [Effect]) {
    if timeline.reachesNewest {
      moveSelection(to: 0, &effects)
    } else {
      jump(to: .newest, &effects)
    }
  }

  mutating func goToOldest(_ effects: inout [Effect]) {
    if timeline.reachesOldest {
      moveSelection(to: timeline.headlines.count - 1, &effects)
    } else {
      jump(to: .oldest, &effects)
    }
  }

  private mutating func jump(to end: PageCursor, _ effects: inout [Effect]) {
    timeline.isLoading = true
    askForList(FeedPageRequest(query: filter, cursor: end, limit: firstPageLength), &effects)
  }

  mutating func moveToUnread(step: Int, _ effects: inout [Effect]) {
    if let found = timeline.index(after: timeline.selectedIndex, step: step, where: { !$0.status.isRead }) {
      moveSelection(to: found, &effects)
    } else if step > 0, !timeline.reachesOldest, let last = timeline.headlines.last {
      ask(NextUnreadRequest(query: filter, cursor: .olderThan(last.id)), &effects)
    } else if step < 0, !timeline.reachesNewest, let first = timeline.headlines.first {
      ask(NextUnreadRequest(query: filter, cursor: .newerThan(first.id)), &effects)
    } else {
      notify(words: presentation.words.noUnread, &effects)
    }
  }

  /// The next unread article stands outside of the window: the window moves there.
  mutating func nextUnreadFound(_ found: Headline?, _ effects: inout [Effect]) {
    guard let found else {
      notify(words: presentation.words.noUnread, &effects)
      return
    }
    if timeline.select(found.key) {
      selectionChanged(&effects)
    } else {
      timeline.isLoading = true
      askForList(FeedWindowRequest(query: filter, key: found.key, limit: Timeline.chunk), &effects)
    }
  }

  /// Shows what has come in, and keeps the selection on its article.
  mutating func loadArrivals(_ effects: inout [Effect]) {
    guard timeline.waitingCount > 0 else {
      notify(words: presentation.words.noneNew, &effects)
      return
    }
    guard let key = timeline.selected?.key else {
      loadFeed(selecting: nil, &effects)
      return
    }
    timeline.acceptNewTotal()
    askForList(FeedWindowRequest(query: filter, key: key, limit: Timeline.chunk), &effects)
    ask(FeedTotalRequest(query: filter), &effects)
  }

  /// Another program or an import changed the store: what is shown is brought up to date without moving the list.
  mutating func libraryChanged(_ effects: inout [Effect]) {
    if timeline.headlines.isEmpty, !timeline.isLoading {
      loadFeed(selecting: nil, &effects)
    } else if !timeline.isOutdated {
      refreshFeed(&effects)
    }
    send(.reader(.reload), &effects)
    send(.charts(.outdated), &effects)
    send(.saved(.libraryChanged), &effects)
    send(.sources(.outdated), &effects)
  }

  /// Brings the loaded headlines and the length of the list up to date. A ranked list keeps its order and its length.
  mutating func refreshFeed(_ effects: inout [Effect]) {
    if timeline.isRanked {
      ask(RankedFeedUpdateRequest(query: filter, limit: Timeline.capacity), &effects)
      return
    }
    guard let first = timeline.headlines.first else { return }
    let newest = ArticleID(first.id.rawValue + 1)
    let limit = timeline.headlines.count + Timeline.chunk
    timeline.isCountingOwnChange = false
    ask(FeedUpdateRequest(query: filter, cursor: .olderThan(newest), limit: limit), &effects)
    ask(FeedTotalRequest(query: filter), &effects)
  }

  /// All that the list shows was changed where it shows what was asked for; else it is read anew around the selection: nobody here knows
  /// which of its articles changed.
  mutating func manyChanged(by request: BulkRequest?, _ effects: inout [Effect]) {
    if let request, request.query == filter, !request.movesArticles, !timeline.isOutdated {
      timeline.applyToAll(request.actions)
      ask(FeedTotalRequest(query: filter), &effects)
    } else {
      loadFeed(selecting: timeline.selectedKey, &effects)
    }
    send(.reader(.reload), &effects)
    send(.charts(.outdated), &effects)
    send(.saved(.outdated), &effects)
  }
}
