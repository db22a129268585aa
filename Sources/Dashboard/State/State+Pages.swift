import NewsModel
import Terminal
import TextBasics
import Wording

extension State {
  /// How long the place in the list, or the layout, must rest before it is remembered.
  static let saveDelay = 3_000
  /// How long the selection must rest before its article is shown beside the list.
  static let previewDelay = 150

  // MARK: - Pages and panes

  /// Reads what a page shows that was gone to.
  mutating func showContent(of page: Page, _ effects: inout [Effect]) {
    switch page {
    case .saved: send(.saved(.shown), &effects)
    case .sources: send(.sources(.outdated), &effects)
    case .company: send(.company(.shown), &effects)
    case .news, .statistics: send(.charts(.load), &effects)
    }
  }

  /// Gives the keys to the next part of the page in a direction, around the end.
  mutating func changeFocus(step: Int, _ effects: inout [Effect]) {
    switch page {
    case .saved: send(.saved(.changeSection), &effects)
    case .sources: send(.sources(.toggleDetails), &effects)
    case .company: send(.company(.moveToSection(step: step)), &effects)
    case .statistics: send(.charts(.moveToChart(step: step)), &effects)
    case .news:
      let panes = Pane.allCases
      let place = panes.firstIndex(of: focus) ?? 0
      send(.navigation(.focus(panes[(place + step + panes.count) % panes.count])), &effects)
    }
  }

  mutating func restorePanes(_ effects: inout [Effect]) {
    send(.navigation(.zoom(false)), &effects)
    send(.navigation(.readOnly(false)), &effects)
  }

  /// Shows other panes together, and tells which.
  mutating func changeLayout(_ event: Navigation.Event, _ effects: inout [Effect]) {
    send(.navigation(event), &effects)
    hint(presentation.words.layout(presentation.words(navigation.layout.preset.title)), &effects)
  }

  /// Makes the pane with the keys larger by some steps, or smaller: the border beside it moves, or the one above or below it.
  mutating func growPane(by steps: Int, _ effects: inout [Effect]) {
    guard let border = arrangement.borders.first(where: { $0.before == focus || $0.after == focus }) else {
      hint(presentation.words.noBorder, &effects)
      return
    }
    // A column is half as wide as a row is high.
    let distance = (border.isVertical ? 2 : 1) * (border.before == focus ? steps : -steps)
    send(.navigation(.move(border.kind, to: border.place(at: border.position + distance))), &effects)
  }

  mutating func toggleReadingMode(_ effects: inout [Effect]) {
    guard !navigation.isReadingOnly else {
      send(.navigation(.readOnly(false)), &effects)
      return
    }
    if focus != .reader { openSelected(&effects) }
    send(.navigation(.readOnly(reader.wantedKey != nil)), &effects)
  }

  /// Whether list and details of the page of sources take turns, for want of room.
  var sourcesTakeTurns: Bool { page == .sources && (arrangement.page.map(sources.takesTurns) ?? false) }

  // MARK: - From the list to the article

  /// The first headlines of a list are there.
  mutating func listed(selected key: ArticleKey?, _ effects: inout [Effect]) {
    guard let key else {
      send(.reader(.listEmptied), &effects)
      return
    }
    if focus != .reader || reader.article == nil { selected(key, &effects) }
  }

  /// Whatever follows from another selection: the reader's preview, and the place that is remembered.
  mutating func selected(_ key: ArticleKey, _ effects: inout [Effect]) {
    wake(.saveDue, afterMilliseconds: Self.saveDelay, &effects)
    guard reader.shownKey != key else { return }
    if focus == .reader {
      open(key, &effects)
    } else {
      wake(.preview, afterMilliseconds: Self.previewDelay, &effects)
    }
  }

  /// Shows the selected article beside the list, marking nothing read.
  mutating func preview(_ effects: inout [Effect]) {
    if let key = timeline.selected?.key { send(.reader(.preview(key)), &effects) }
  }

  /// Opens the selected article in the reader.
  mutating func openSelected(_ effects: inout [Effect]) {
    if let key = timeline.selected?.key { open(key, &effects) }
  }

  mutating func open(_ key: ArticleKey, _ effects: inout [Effect]) {
    let isOther = reader.shownKey != key || focus != .reader
    send(.navigation(.goToNews(.reader)), &effects)
    if isOther, !feed.highlights.isEmpty { send(.reader(.revealMatchWhenLoaded), &effects) }
    send(.reader(.open(key)), &effects)
  }

  /// Opens an article of a list that another page shows: leaving it leads back there.
  mutating func read(_ key: ArticleKey, of query: Query, _ effects: inout [Effect]) {
    let left = page
    setFilterAsOfThen(query, selecting: key, &effects)
    open(key, &effects)
    send(.navigation(.readFrom(left)), &effects)
  }

  /// A page on; at the end of the article the next unread one of the list, which is then read.
  mutating func readOn(_ effects: inout [Effect]) {
    guard reader.isAtEnd(height: readerHeight) else {
      send(.reader(.move(.pages(1), height: readerHeight)), &effects)
      return
    }
    send(.reader(.finished), &effects)
    send(.feed(.moveToUnread(step: 1)), &effects)
  }

  /// What stands below an article that is read: which one the next key opens.
  var readerFoot: SafeText? {
    guard focus == .reader, page == .news else { return nil }
    let next = timeline.index(after: timeline.selectedIndex, step: 1) { !$0.status.isRead }
    if let next { return SafeText(presentation.words.nextUnread(timeline.headlines[next].title)) }
    return SafeText(timeline.reachesEnd ? presentation.words.noUnread : presentation.words.nextUnread(nil))
  }

  /// Leaves the reader for the list, or for the page that listed the article.
  private mutating func closeReader(_ effects: inout [Effect]) {
    let leadsBack = navigation.readerOrigin != nil
    send(.navigation(.readOnly(false)), &effects)
    send(.navigation(.focus(.feed)), &effects)
    send(.reader(.close), &effects)
    if leadsBack { send(.feed(.climb), &effects) }
  }

  // MARK: - Back

  /// One step down the ladder: what is found in the text, the article, the page, the filter, the program.
  mutating func goBack(_ effects: inout [Effect]) {
    if context == .reader, reader.isSearching {
      send(.reader(.endSearch), &effects)
    } else if navigation.isReadingOnly {
      send(.navigation(.readOnly(false)), &effects)
    } else if page == .sources, keys.last == Key(.escape), refresh.isStoppable {
      send(.refresh(.stop), &effects)
    } else if page == .sources, sources.showsDetails, sourcesTakeTurns {
      send(.sources(.toggleDetails), &effects)
    } else if page == .company {
      send(.company(.back), &effects)
    } else if page != .news {
      send(.navigation(.show(.news)), &effects)
    } else if focus == .reader {
      closeReader(&effects)
    } else if navigation.isZoomed {
      send(.navigation(.zoom(false)), &effects)
    } else if focus == .statistics {
      send(.navigation(.focus(.feed)), &effects)
    } else if feed.leavesTable {
      send(.feed(.toggleTable), &effects)
    } else if feed.canGoUp {
      send(.feed(.climb), &effects)
    } else {
      leave(&effects)
    }
  }

  /// At the top `q` quits; the other keys of `back` only tell so, since they are pressed in passing.
  private mutating func leave(_ effects: inout [Effect]) {
    if keys.last == .character("q") {
      quit(&effects)
    } else if refresh.isStoppable {
      send(.refresh(.stop), &effects)
    } else {
      notify(words: presentation.words.atTheTop, &effects)
    }
  }
}
