import NewsModel
package import Terminal

extension State {
  mutating func handle(_ key: Key, _ effects: inout [Effect]) {
    switch overlay {
    case .picker: handlePicker(key, &effects)
    case .prompt: handlePrompt(key, &effects)
    case .confirmation(let confirmation): handle(key, confirmation, &effects)
    case nil: handleBound(key, &effects)
    }
  }

  /// Looks the key up, together with those of a sequence that began before it.
  private mutating func handleBound(_ key: Key, _ effects: inout [Effect]) {
    let keys = pendingKeys + [key]
    pendingKeys = []
    lastKey = key
    switch presentation.keymap.match(keys, in: context) {
    case .command(let command): run(command, &effects)
    case .prefix: pendingKeys = keys
    case .none:
      // A key that does not continue a sequence may still mean something by itself.
      if keys.count > 1 { handleBound(key, &effects) }
    }
  }

  mutating func paste(_ text: String, _ effects: inout [Effect]) {
    switch overlay {
    case .prompt(var prompt):
      prompt.field.insert(text)
      typed(into: prompt, &effects)
    case .picker(var picker):
      picker.field.insert(text)
      typed(into: picker, &effects)
    case .confirmation, nil: break
    }
  }

  /// The next of the events that came in at once. What was typed in a row into a prompt or a list is one text, so that what follows the
  /// text does so once, however fast it comes.
  package func nextEvent(from events: inout ArraySlice<InputEvent>) -> InputEvent? {
    guard let first = events.popFirst() else { return nil }
    guard takesText, var text = first.typed, events.first?.typed != nil else { return first }
    while let more = events.first?.typed {
      text += more
      events.removeFirst()
    }
    return .paste(text)
  }

  /// Whether signs that are typed become part of a text.
  private var takesText: Bool {
    switch overlay {
    case .prompt, .picker: true
    case .confirmation, nil: false
    }
  }

  // MARK: - Mouse

  mutating func handle(_ mouse: MouseEvent, _ effects: inout [Effect]) {
    let arrangement = arrangement
    guard overlay == nil else {
      handleOverPicker(mouse, &effects)
      return
    }
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

  private mutating func handleOverPicker(_ mouse: MouseEvent, _ effects: inout [Effect]) {
    guard case .picker(var picker) = overlay else { return }
    switch mouse.kind {
    case .wheelDown: picker.move(by: 3)
    case .wheelUp: picker.move(by: -3)
    case .click, .doubleClick:
      guard let row = PickerView.row(at: mouse.position, for: picker, in: Rect(size)) else { return }
      picker.select(row: row)
    }
    overlay = .picker(picker)
    if mouse.kind == .doubleClick { accept(picker, &effects) }
  }
}

extension InputEvent {
  /// A sign as it stands in a text; nil for what edits or commands.
  fileprivate var typed: String? {
    guard case .key(let key) = self, key.modifiers == [], case .character(let character) = key.code else { return nil }
    return String(character)
  }
}
