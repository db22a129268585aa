import NewsModel
package import Terminal

extension State {
  mutating func handle(_ key: Key, _ effects: inout [Effect]) {
    if overlays.shown != nil {
      send(.overlays(.key(key)), &effects)
      return
    }
    switch meaning(of: key) {
    case .command(let command): run(command, &effects)
    case .prefix: break
    case .none: tellIdle(key, &effects)
    }
  }

  /// A key that does nothing here says where it does something.
  private mutating func tellIdle(_ key: Key, _ effects: inout [Effect]) {
    let words = presentation.words
    let name = presentation.name(of: key)
    let places = presentation.keymap.contexts(of: [key]).compactMap { words.name(of: $0) }
    let hint =
      places.isEmpty
      ? words.keyMeansNothing(name)
      : words.keyWorksElsewhere(name, places)
    self.hint(hint, &effects)
  }

  /// The next of the events that came in at once. What was typed in a row into a prompt or a list is one text, so that what follows the
  /// text does so once, however fast it comes.
  package func nextEvent(from events: inout ArraySlice<InputEvent>) -> InputEvent? {
    guard let first = events.popFirst() else { return nil }
    guard overlays.takesText, var text = first.typed, events.first?.typed != nil else { return first }
    while let more = events.first?.typed {
      text += more
      events.removeFirst()
    }
    return .paste(text)
  }

  // MARK: - Mouse

  mutating func handle(_ mouse: MouseEvent, _ effects: inout [Effect]) {
    let arrangement = arrangement
    guard overlays.shown == nil else {
      send(.overlays(.mouse(mouse)), &effects)
      return
    }
    if clickChrome(mouse, arrangement, &effects) { return }
    if page == .saved, let room = arrangement.page {
      send(.saved(.mouse(mouse, in: room)), &effects)
      return
    }
    if page == .sources, let room = arrangement.page {
      send(.sources(.mouse(mouse, in: room)), &effects)
      return
    }
    let pane = Pane.allCases.first { pane in
      guard let frame = arrangement.panes[pane] else { return false }
      return frame.body.contains(mouse.position) || frame.title.contains(mouse.position)
    }
    switch mouse.kind {
    case .wheelDown: wheel(pane, by: 3, &effects)
    case .wheelUp: wheel(pane, by: -3, &effects)
    case .click, .doubleClick:
      if let pane { click(pane, arrangement.panes[pane]?.body, mouse, &effects) }
    }
  }

  /// A click on a page, on the filter, or on a hint does what it says; false where none of them was clicked.
  private mutating func clickChrome(
    _ mouse: MouseEvent, _ arrangement: Arrangement, _ effects: inout [Effect]
  ) -> Bool {
    guard mouse.kind == .click || mouse.kind == .doubleClick else { return false }
    if let header = arrangement.header, header.contains(mouse.position) {
      switch HeaderBar(self, in: header, isCompact: arrangement.isCompact).target(at: mouse.position) {
      case .page(let page): send(.navigation(.show(page)), &effects)
      case .filter: startEditingFilter(&effects)
      case nil: break
      }
      return true
    }
    guard let hints = arrangement.hints, hints.contains(mouse.position) else { return false }
    let line = HintLine(self, in: hints, tellsNews: arrangement.breadcrumb == nil)
    // A message stands in the place of the hints.
    if notices.toast == nil, let command = line.command(at: mouse.position) { run(command, &effects) }
    return true
  }

  /// The wheel scrolls what is below it, and never marks anything read.
  private mutating func wheel(_ pane: Pane?, by rows: Int, _ effects: inout [Effect]) {
    switch pane {
    case .reader: send(.reader(.move(.lines(rows), height: readerHeight)), &effects)
    case .feed:
      // With the keys in the reader, every selected article would count as opened.
      if focus == .reader { send(.navigation(.focus(.feed)), &effects) }
      send(.feed(.scroll(by: rows)), &effects)
    case .statistics, nil: send(.charts(.move(.lines(rows.signum()))), &effects)
    }
  }

  private mutating func click(_ pane: Pane, _ body: Rect?, _ mouse: MouseEvent, _ effects: inout [Effect]) {
    send(.navigation(.focus(pane)), &effects)
    guard pane == .feed, let body, body.contains(mouse.position) else { return }
    let rows = timeline.visibleRows(height: body.height, in: presentation.zone)
    let row = mouse.position.y - body.y
    guard rows.indices.contains(row), case .headline(let index) = rows[row] else { return }
    send(.feed(.select(index)), &effects)
    if mouse.kind == .doubleClick { openSelected(&effects) }
  }
}

extension InputEvent {
  /// A sign as it stands in a text; nil for what edits or commands.
  fileprivate var typed: String? {
    guard case .key(let key) = self, key.modifiers == [], case .character(let character) = key.code else { return nil }
    return String(character)
  }
}
