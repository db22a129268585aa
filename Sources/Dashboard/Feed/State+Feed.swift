import NewsModel

extension State {
  /// How long the selection must rest before its article is shown beside the list.
  static let previewDelay = 150
  /// How long the place in the list must rest before it is remembered.
  static let saveDelay = 3_000

  /// Reads the list of the present filter, around an article where one is to be selected.
  mutating func loadFeed(selecting key: ArticleKey?, _ effects: inout [Effect]) {
    timeline.reset(wanted: key)
    dropTickets(for: .feedUpdate)
    dropTickets(for: .feedPosition)
    dropTickets(for: .nextUnread)
    if let key {
      ask(.neighbourhood(filter, of: key, limit: Timeline.chunk), for: .feed, &effects)
    } else {
      ask(.headlines(filter, from: .newest, limit: Timeline.chunk), for: .feed, &effects)
    }
    ask(.count(filter), for: .feedTotal, &effects)
  }

  mutating func feedLoaded(_ effects: inout [Effect]) {
    if timeline.selected == nil, !reader.isOpen { reader.clear() }
    if focus != .reader || reader.article == nil { selectionChanged(&effects) }
  }

  mutating func feedNeighbourhood(
    _ newer: HeadlinePage, _ headline: Headline?, _ older: HeadlinePage, _ effects: inout [Effect]
  ) {
    guard let headline else {
      loadFeed(selecting: nil, &effects)
      return
    }
    let isFirst = !timeline.isLoaded
    timeline.take(newer: newer, headline: headline, older: older)
    if timeline.firstPosition == nil, let first = timeline.headlines.first {
      ask(.position(first.id, in: filter), for: .feedPosition, &effects)
    }
    if isFirst { feedLoaded(&effects) } else { selectionChanged(&effects) }
  }

  /// Whatever follows from another selection: the reader's preview, and the place that is remembered.
  mutating func selectionChanged(_ effects: inout [Effect]) {
    guard let selected = timeline.selected else { return }
    saveTimer = nextTimer()
    effects.append(.wake(.saveDue(saveTimer), afterMilliseconds: Self.saveDelay))
    guard reader.article?.headline.key != selected.key else { return }
    if focus == .reader {
      openSelected(&effects)
    } else {
      previewTimer = nextTimer()
      effects.append(.wake(.preview(previewTimer), afterMilliseconds: Self.previewDelay))
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
    ask(.headlines(filter, from: end, limit: Timeline.chunk), for: .feed, &effects)
  }

  mutating func moveToUnread(step: Int, _ effects: inout [Effect]) {
    if let found = timeline.index(after: timeline.selectedIndex, step: step, where: { !$0.status.isRead }) {
      moveSelection(to: found, &effects)
    } else if step > 0, !timeline.reachesOldest, let last = timeline.headlines.last {
      askForUnread(from: .olderThan(last.id), &effects)
    } else if step < 0, !timeline.reachesNewest, let first = timeline.headlines.first {
      askForUnread(from: .newerThan(first.id), &effects)
    } else {
      notify(words: presentation.words.noUnread, &effects)
    }
  }

  private mutating func askForUnread(from cursor: PageCursor, _ effects: inout [Effect]) {
    ask(.headlines(.allOf([filter, .unread]), from: cursor, limit: 1), for: .nextUnread, &effects)
  }

  /// The next unread article stands outside of the window: the window moves there.
  mutating func nextUnreadFound(_ page: HeadlinePage, _ cursor: PageCursor, _ effects: inout [Effect]) {
    guard let found = page.headlines.first else {
      notify(words: presentation.words.noUnread, &effects)
      return
    }
    if timeline.select(found.key) {
      selectionChanged(&effects)
    } else {
      timeline.isLoading = true
      ask(.neighbourhood(filter, of: found.key, limit: Timeline.chunk), for: .feed, &effects)
    }
  }

  /// Shows what has come in, and keeps the selection on its article.
  mutating func takeInNew(_ effects: inout [Effect]) {
    guard timeline.waitingCount > 0 else {
      notify(words: presentation.words.noneNew, &effects)
      return
    }
    guard let key = timeline.selected?.key else {
      loadFeed(selecting: nil, &effects)
      return
    }
    timeline.acceptNewTotal()
    ask(.neighbourhood(filter, of: key, limit: Timeline.chunk), for: .feed, &effects)
    ask(.count(filter), for: .feedTotal, &effects)
  }

  /// Another program or an import changed the store: what is shown is brought up to date without moving the list.
  mutating func libraryChanged(_ effects: inout [Effect]) {
    if timeline.headlines.isEmpty, !timeline.isLoading {
      loadFeed(selecting: nil, &effects)
    } else if let first = timeline.headlines.first {
      let newest = ArticleID(first.id.rawValue + 1)
      let limit = timeline.headlines.count + Timeline.chunk
      ask(.headlines(filter, from: .olderThan(newest), limit: limit), for: .feedUpdate, &effects)
      ask(.count(filter), for: .feedTotal, &effects)
    }
    if let key = reader.article?.headline.key {
      reader.wantedKey = key
      ask(.article(key), for: .reader, &effects)
    }
    statisticsOutdated(&effects)
  }
}
