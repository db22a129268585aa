import Terminal

extension State {
  mutating func show(_ page: Page, _ effects: inout [Effect]) {
    guard self.page != page else { return }
    self.page = page
    isReadingOnly = false
    switch page {
    case .saved: send(.saved(.shown), &effects)
    case .sources: send(.sources(.outdated), &effects)
    case .news, .statistics: send(.charts(.load), &effects)
    }
  }

  /// Gives the keys to the next part of the page in a direction, around the end.
  mutating func changeFocus(step: Int, _ effects: inout [Effect]) {
    switch page {
    case .saved: send(.saved(.changeSection), &effects)
    case .sources: send(.sources(.toggleDetails), &effects)
    case .statistics: send(.charts(.moveToChart(step: step)), &effects)
    case .news:
      let panes = Pane.allCases
      let place = panes.firstIndex(of: focus) ?? 0
      changeFocus(to: panes[(place + step + panes.count) % panes.count], &effects)
    }
  }

  mutating func restorePanes() {
    isZoomed = false
    isReadingOnly = false
  }

  mutating func toggleReadingMode(_ effects: inout [Effect]) {
    guard !isReadingOnly else {
      isReadingOnly = false
      return
    }
    if focus != .reader { openSelected(&effects) }
    isReadingOnly = reader.wantedKey != nil
  }

  /// Whether list and details of the page of sources take turns, for want of room.
  var sourcesTakeTurns: Bool { page == .sources && (arrangement.page.map(sources.takesTurns) ?? false) }

  // MARK: - Back

  mutating func goBack(_ effects: inout [Effect]) {
    if isReadingOnly {
      isReadingOnly = false
    } else if page == .sources, lastKey == Key(.escape), refresh.isStoppable {
      send(.refresh(.stop), &effects)
    } else if page == .sources, sources.showsDetails, sourcesTakeTurns {
      send(.sources(.toggleDetails), &effects)
    } else if page != .news {
      show(.news, &effects)
    } else if focus == .reader {
      closeReader(&effects)
    } else if isZoomed {
      isZoomed = false
    } else if focus == .statistics {
      focus = .feed
    } else if !popFilter(&effects) {
      leave(&effects)
    }
  }

  /// At the top `q` quits; the other keys of `back` only tell so, since they are pressed in passing.
  private mutating func leave(_ effects: inout [Effect]) {
    if lastKey == .character("q") {
      quit(&effects)
    } else if refresh.isStoppable {
      send(.refresh(.stop), &effects)
    } else {
      notify(words: presentation.words.text("已在最上层，q 退出", "at the top; q quits"), &effects)
    }
  }
}
