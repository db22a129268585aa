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
    if mouse.kind == .drag {
      drag(to: mouse.position, arrangement, &effects)
      return
    }
    if mouse.isClick { send(.navigation(.hold(nil)), &effects) }
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
    if page == .company, let room = arrangement.page {
      send(.company(.mouse(mouse, in: room)), &effects)
      return
    }
    if page == .statistics, mouse.isClick, let room = arrangement.page {
      if let selection = statisticsPage(in: room).parts.selection(at: mouse.position) {
        send(.charts(.click(selection)), &effects)
      }
      return
    }
    let pane = Pane.allCases.first { pane in
      guard let frame = arrangement.panes[pane] else { return false }
      return [frame.title, frame.head, frame.body].contains { $0?.contains(mouse.position) ?? false }
    }
    switch mouse.kind {
    case .wheelDown: wheel(pane, by: 3, &effects)
    case .wheelUp: wheel(pane, by: -3, &effects)
    case .click, .doubleClick:
      let border = arrangement.borders.first { $0.handle.contains(mouse.position) }
      if let pane, let frame = arrangement.panes[pane] { click(pane, frame, mouse, &effects) }
      if let border { hold(border, mouse, &effects) }
    case .drag: break
    }
  }

  /// Takes hold of a border, or with a double click puts it back.
  private mutating func hold(_ border: Arrangement.Border, _ mouse: MouseEvent, _ effects: inout [Effect]) {
    // Another pane has the keys now, and it may have grown.
    let held = arrangement.borders.first { $0.after == border.after && $0.isVertical == border.isVertical }
    guard let held else { return }
    send(.navigation(mouse.kind == .doubleClick ? .reset(held.kind) : .hold(held.kind)), &effects)
  }

  /// The border that the mouse has hold of follows it.
  private mutating func drag(to point: Point, _ arrangement: Arrangement, _ effects: inout [Effect]) {
    guard overlays.shown == nil, let held = arrangement.borders.first(where: { $0.kind == navigation.heldBorder })
    else { return }
    send(.navigation(.move(held.kind, to: held.place(at: point))), &effects)
  }

  /// A click on a page, on the filter, or on a hint does what it says; false where none of them was clicked.
  private mutating func clickChrome(
    _ mouse: MouseEvent, _ arrangement: Arrangement, _ effects: inout [Effect]
  ) -> Bool {
    guard mouse.isClick else { return false }
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

  private mutating func click(
    _ pane: Pane, _ frame: Arrangement.Frame, _ mouse: MouseEvent, _ effects: inout [Effect]
  ) {
    // Before the pane gets the keys, with which it may show other charts.
    let part = pane == .statistics ? statisticsPane(in: frame).parts.selection(at: mouse.position) : nil
    // A click on a pane that has not the keys gives them to it, and may be no more than that.
    let opens = pane == .reader && (focus == .reader || mouse.kind == .doubleClick)
    let company = opens ? readerPane(in: frame).company(at: mouse.position) : nil
    send(.navigation(.focus(pane)), &effects)
    if let part { send(.charts(.click(part)), &effects) }
    if let company { send(.company(.open(company)), &effects) }
    if pane == .feed, frame.body.contains(mouse.position) { clickHeadline(in: frame.body, mouse, &effects) }
    if pane == .feed, let head = frame.head, head.contains(mouse.position) { clickHead(head, mouse, &effects) }
  }

  /// The name of a column sorts by it.
  private mutating func clickHead(_ head: Rect, _ mouse: MouseEvent, _ effects: inout [Effect]) {
    let x = mouse.position.x - head.x
    // The gap behind a column is its own.
    let place = feed.tablePlaces(rowWidth: head.width, presentation).last { $0.x <= x }
    if mouse.kind == .click, let place { send(.feed(.sort(place.column)), &effects) }
  }

  private mutating func clickHeadline(in body: Rect, _ mouse: MouseEvent, _ effects: inout [Effect]) {
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
