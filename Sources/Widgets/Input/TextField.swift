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

  /// A field with the cursor at the end, unless said otherwise.
  package init(text: String = "", cursor: Int? = nil) {
    self.text = text
    let count = text.count
    self.cursor = (cursor ?? count).clamped(to: 0...count)
  }

  /// Puts text before the cursor, as one line: line breaks within it become blanks, those around it are left out. What
  /// would make the text too long is cut off.
  package mutating func insert(_ addition: String) {
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
