package import Terminal
package import TextBasics

/// A line of text being edited, with a cursor between its characters.
///
/// All editing is by grapheme clusters, so no emoji or accented letter is ever taken apart. Each edit is linear in the
/// text, which is never longer than `limit`.
package struct TextField: Sendable, Hashable {
  /// The most characters that are taken: a pasted article must not make every key wait.
  package static let limit = 1_000

  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  /// Whether the text is only proposed: the first character that is typed replaces it.
  package private(set) var isProposal = false

  /// A field with the cursor at the end, unless said otherwise.
  package init(text: String = "", cursor: Int? = nil) {
    self.text = text
    let count = text.count
    self.cursor = (cursor ?? count).clamped(to: 0...count)
  }

  /// A field with a text that the first character replaces, and any other key takes.
  package init(proposing text: String) {
    self.init(text: text)
    isProposal = !text.isEmpty
  }

  /// Puts text before the cursor, as one line: line breaks within it become blanks, those around it are left out. What
  /// would make the text too long is cut off.
  package mutating func insert(_ addition: String) {
    if isProposal { self = TextField() }
    let line = addition.split(whereSeparator: \.isNewline).joined(separator: " ")
    let head = String(text.prefix(cursor)) + line.prefix(max(0, Self.limit - text.count))
    let tail = text.dropFirst(cursor)
    text = head + tail
    // A combining mark joins the character before it, and what is inserted may join what follows.
    cursor = min(head.count, text.count)
  }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    remove(cursor - 1..<cursor)
  }

  package mutating func deleteForward() {
    guard cursor < text.count else { return }
    remove(cursor..<cursor + 1)
  }

  /// Deletes back to the beginning of the word before the cursor, with the blanks after that word.
  package mutating func deleteWordBackward() {
    let head = text.prefix(cursor)
    let withoutBlanks = head.reversed().drop { $0.isWhitespace }
    let withoutWord = withoutBlanks.drop { !$0.isWhitespace }
    remove(withoutWord.count..<cursor)
  }

  /// Deletes all before the cursor.
  package mutating func clearToStart() { remove(0..<cursor) }

  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  package mutating func moveRight() { cursor = min(text.count, cursor + 1) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = text.count }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text = String(text.prefix(range.lowerBound)) + text.dropFirst(range.upperBound)
    cursor = min(range.lowerBound, text.count)
  }
}

extension TextField {
  /// Applies an editing key; false where the key does not edit text.
  package mutating func edit(with key: Key) -> Bool {
    guard apply(key) else { return false }
    isProposal = false
    return true
  }

  private mutating func apply(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.backspace, _) where isProposal, (.delete, _) where isProposal: self = TextField()
    case (.backspace, _), (.character("h"), .control): deleteBackward()
    case (.delete, _), (.character("d"), .control): deleteForward()
    case (.left, _): moveLeft()
    case (.right, _): moveRight()
    case (.home, _), (.character("a"), .control): moveToStart()
    case (.end, _), (.character("e"), .control): moveToEnd()
    case (.character("w"), .control): deleteWordBackward()
    case (.character("u"), .control): clearToStart()
    default: return false
    }
    return true
  }
}

/// A line that is being typed, after a label, in one row; it scrolls so that the cursor is always seen.
package struct InputLine: Widget, Hashable {
  package var label: SafeText
  package var text: String
  /// How many characters stand before the cursor.
  package var cursor: Int
  package var labelStyle: Style
  package var style: Style
  /// Of the text itself, as far as it differs.
  package var textStyle: Style

  package init(
    label: SafeText, text: String, cursor: Int, labelStyle: Style = .standard, style: Style = .standard,
    textStyle: Style? = nil
  ) {
    self.label = label
    self.text = text
    self.cursor = cursor
    self.labelStyle = labelStyle
    self.style = style
    self.textStyle = textStyle ?? style
  }

  package init(
    label: SafeText, field: TextField, labelStyle: Style = .standard, style: Style = .standard,
    proposalStyle: Style? = nil
  ) {
    self.init(
      label: label, text: field.text, cursor: field.cursor, labelStyle: labelStyle,
      style: style, textStyle: field.isProposal ? proposalStyle : nil)
  }

  /// Where the terminal's cursor belongs.
  package func cursorPoint(in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Point {
    let room = textRoom(in: rect, widths)
    return Point(x: room.x + visible(columns: room.width, widths).cursorColumn, y: rect.y)
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    buffer.fill(row, style: style)
    let room = textRoom(in: row, buffer.widths)
    LineView(.plain(label, style: labelStyle)).draw(in: row.splitLeft(room.x - row.x).left, into: &buffer)
    buffer.write(visible(columns: room.width, buffer.widths).text, in: room, style: textStyle)
  }

  /// What the label leaves: the label gives way before the cursor does.
  private func textRoom(in rect: Rect, _ widths: ColumnWidths) -> Rect {
    let labelColumns = widths.columns(label)
    return rect.row(0).splitLeft(labelColumns < rect.width ? labelColumns : 0).rest
  }

  /// The text from the first character that is seen on, and the cursor's column in it.
  private func visible(columns limit: Int, _ widths: ColumnWidths) -> (text: SafeText, cursorColumn: Int) {
    let pieces = text.map { SafeText(String($0)) }
    let columns = pieces.map { widths.columns($0) }
    let cursor = cursor.clamped(to: 0...pieces.count)
    var start = cursor
    var before = 0
    // The cursor takes a column of its own, so that it is seen behind the last character too.
    while start > 0, before + columns[start - 1] < limit {
      start -= 1
      before += columns[start]
    }
    return (pieces[start...].reduce("") { $0 + $1 }, before)
  }
}
