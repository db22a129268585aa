import Terminal
import TextBasics

/// A terminal in memory: interprets what ncurses sends to `xterm-256color`, and remembers what it did not understand.
struct VirtualTerminal {
  struct Character: Hashable {
    /// A character with its marks; empty in the right half of a wide one.
    var text = " "
    var style = Style.standard
  }

  private(set) var size: Size
  /// Rows from the top.
  private(set) var cells: [[Character]]
  private(set) var cursor = Point(x: 0, y: 0)
  private(set) var isCursorVisible = true
  /// The alternate screen, which full-screen programs use and leave.
  private(set) var isAlternateScreen = false
  private(set) var hasUsedAlternateScreen = false
  /// Private modes that are on: 1000, 1002 and 1006 are the mouse, 2004 is bracketed paste.
  private(set) var modes: Set<Int> = [7]
  /// Operating system commands (OSC), without their introducers and ends.
  private(set) var commands: [String] = []
  /// Sequences that mean nothing to this terminal.
  private(set) var unknown: [String] = []

  var style = Style.standard
  private let widths: ColumnWidths
  private var pending: [UInt8] = []
  private var scrollRegion: ClosedRange<Int>
  /// The columns that scroll; nil where all do.
  private var margins: Range<Int>?
  /// What it has to say to the program.
  private var answers = ""
  /// The last column has been written: the next character goes to the next line.
  private var wrapsNext = false
  private var lastPrinted: (text: String, columns: Int)?
  private var saved: (cursor: Point, style: Style)?

  init(size: Size, widths: ColumnWidths = ColumnWidths()) {
    self.size = size
    self.widths = widths
    cells = Array(repeating: Array(repeating: Character(), count: size.width), count: size.height)
    scrollRegion = 0...max(0, size.height - 1)
  }

  /// The rows without trailing blanks.
  var lines: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The screen in one piece, for tests that look for words.
  var text: String { lines.joined(separator: "\n") }

  subscript(x: Int, y: Int) -> Character { cells[y][x] }

  /// Hands over what it has to say to the program.
  mutating func takeAnswers() -> [UInt8] {
    defer { answers = "" }
    return Array(answers.utf8)
  }

  /// Keeps what fits in the upper left corner, as xterm does.
  mutating func resize(to size: Size) {
    cells = (0..<size.height).map { y in
      (0..<size.width).map { x in y < self.size.height && x < self.size.width ? cells[y][x] : Character() }
    }
    self.size = size
    scrollRegion = 0...max(0, size.height - 1)
    moveCursor(x: cursor.x, y: cursor.y)
  }

  /// Takes bytes as the program writes them, cut anywhere.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    var rest = pending[...]
    while let length = consume(rest) { rest = rest.dropFirst(length) }
    pending = Array(rest)
  }

  /// Acts on the first sequence or character; returns its length, nil where it is not whole.
  private mutating func consume(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return consumeEscape(bytes)
    case 0x08: moveCursor(x: cursor.x - 1, y: cursor.y)
    case 0x09: moveCursor(x: (cursor.x / 8 + 1) * 8, y: cursor.y)
    case 0x0A: lineFeed()
    case 0x0D: moveCursor(x: 0, y: cursor.y)
    case 0x00, 0x07, 0x0E, 0x0F: break
    case 0x01..<0x20, 0x7F: unknown.append("control \(first)")
    default: return consumeCharacter(bytes)
    }
    return 1
  }

  private mutating func consumeCharacter(_ bytes: ArraySlice<UInt8>) -> Int? {
    let length =
      switch bytes.first ?? 0 {
      case ..<0x80: 1
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      default: 4
      }
    guard bytes.count >= length else { return nil }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let scalar = text.unicodeScalars.first
    else {
      unknown.append("byte \(bytes.first ?? 0)")
      return 1
    }
    print(text, columns: widths.columns(scalar))
    return length
  }

  private mutating func consumeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let second = bytes.dropFirst().first else { return nil }
    switch Unicode.Scalar(second) {
    case "[":
      guard let end = bytes.dropFirst(2).firstIndex(where: { $0 >= 0x40 }) else { return nil }
      let parameters = String(decoding: bytes.dropFirst(2)[..<end], as: UTF8.self)
      perform(ControlSequence(parameters: parameters, final: Unicode.Scalar(bytes[end])))
      return end - bytes.startIndex + 1
    case "]":
      guard let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == 0x9C }) else { return nil }
      commands.append(String(decoding: bytes.dropFirst(2)[..<end], as: UTF8.self))
      return end - bytes.startIndex + 1
    case "(", ")": return bytes.count >= 3 ? 3 : nil
    case "M": reverseLineFeed()
    case "D": lineFeed()
    case "7": saved = (cursor, style)
    case "8":
      moveCursor(x: saved?.cursor.x ?? 0, y: saved?.cursor.y ?? 0)
      style = saved?.style ?? .standard
    case "=", ">": break
    default: unknown.append("ESC \(Unicode.Scalar(second))")
    }
    return 2
  }

  private mutating func print(_ text: String, columns: Int) {
    guard columns > 0 else { return addMark(text) }
    if wrapsNext || cursor.x + columns > size.width {
      cursor.x = 0
      lineFeed()
    }
    guard columns <= size.width else { return }
    clearHalves(from: cursor.x, to: cursor.x + columns)
    cells[cursor.y][cursor.x] = Character(text: text, style: style)
    if columns == 2 { cells[cursor.y][cursor.x + 1] = Character(text: "", style: style) }
    lastPrinted = (text, columns)
    wrapsNext = cursor.x + columns >= size.width && modes.contains(7)
    cursor.x = min(cursor.x + columns, size.width - 1)
  }

  private mutating func addMark(_ mark: String) {
    var x = wrapsNext ? cursor.x : cursor.x - 1
    if x > 0, cells[cursor.y][x].text.isEmpty { x -= 1 }
    if x >= 0 { cells[cursor.y][x].text += mark }
  }

  /// Blanks what is left of wide characters that lose one half to the columns from `start` to before `end`.
  private mutating func clearHalves(from start: Int, to end: Int) {
    if start > 0, cells[cursor.y][start].text.isEmpty { cells[cursor.y][start - 1].text = " " }
    if end < size.width, cells[cursor.y][end].text.isEmpty { cells[cursor.y][end].text = " " }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursor.y == scrollRegion.upperBound {
      scroll(scrollRegion, by: 1)
    } else {
      cursor.y = min(cursor.y + 1, size.height - 1)
    }
  }

  private mutating func reverseLineFeed() {
    wrapsNext = false
    if cursor.y == scrollRegion.lowerBound {
      scroll(scrollRegion, by: -1)
    } else {
      cursor.y = max(0, cursor.y - 1)
    }
  }
}

/// What control sequences do.
extension VirtualTerminal {
  private var blank: Character { Character(style: Style(background: style.background)) }

  private mutating func moveCursor(x: Int, y: Int) {
    wrapsNext = false
    cursor = Point(x: min(max(0, x), max(0, size.width - 1)), y: min(max(0, y), max(0, size.height - 1)))
  }

  /// Moves rows up, or down by a negative number; blank rows come in.
  private mutating func scroll(_ rows: ClosedRange<Int>, by count: Int) {
    let columns = margins ?? 0..<size.width
    let empty = Array(repeating: blank, count: columns.count)[...]
    let old = cells
    for y in rows {
      cells[y].replaceSubrange(columns, with: rows.contains(y + count) ? old[y + count][columns] : empty)
    }
  }

  private mutating func erase(_ columns: Range<Int>, row: Int) {
    for x in columns where x < size.width { cells[row][x] = blank }
    if row == cursor.y {
      clearHalves(from: min(columns.lowerBound, size.width - 1), to: min(columns.upperBound, size.width))
    }
  }

  private mutating func shiftCharacters(by count: Int) {
    var row = cells[cursor.y]
    let blanks = Array(repeating: blank, count: min(abs(count), size.width - cursor.x))
    if count > 0 {
      row.insert(contentsOf: blanks, at: cursor.x)
      row.removeLast(blanks.count)
    } else {
      row.removeSubrange(cursor.x..<cursor.x + blanks.count)
      row += blanks
    }
    cells[cursor.y] = row
  }

  private mutating func perform(_ sequence: ControlSequence) {
    if sequence.marker != nil { return performPrivate(sequence) }
    let count = max(1, sequence[0])
    switch sequence.final {
    case "A": moveCursor(x: cursor.x, y: cursor.y - count)
    case "B": moveCursor(x: cursor.x, y: cursor.y + count)
    case "C": moveCursor(x: cursor.x + count, y: cursor.y)
    case "D": moveCursor(x: cursor.x - count, y: cursor.y)
    case "G", "`": moveCursor(x: count - 1, y: cursor.y)
    case "d": moveCursor(x: cursor.x, y: count - 1)
    case "H", "f": moveCursor(x: sequence[1] - 1, y: sequence[0] - 1)
    case "I": moveCursor(x: (cursor.x / 8 + count) * 8, y: cursor.y)
    case "Z": moveCursor(x: ((cursor.x + 7) / 8 - count) * 8, y: cursor.y)
    case "J": eraseScreen(sequence[0])
    case "K": eraseLine(sequence[0])
    case "X": erase(cursor.x..<cursor.x + count, row: cursor.y)
    case "@": shiftCharacters(by: count)
    case "P": shiftCharacters(by: -count)
    case "L" where scrollRegion.contains(cursor.y): scroll(cursor.y...scrollRegion.upperBound, by: -count)
    case "M" where scrollRegion.contains(cursor.y): scroll(cursor.y...scrollRegion.upperBound, by: count)
    case "S": scroll(scrollRegion, by: count)
    case "T": scroll(scrollRegion, by: -count)
    case "b": repeatCharacter(count)
    case "m": style.apply(sequence.parameters)
    case "r": setScrollRegion(sequence)
    case "s" where modes.contains(69):
      margins = sequence[0] - 1..<sequence[1]
      moveCursor(x: 0, y: 0)
    case "c": answers += "\u{1B}[?64;1;22c"
    case "l" where sequence.parameters == [4], "t": break
    default: unknown.append(sequence.description)
    }
  }

  private mutating func performPrivate(_ sequence: ControlSequence) {
    if sequence.description == "CSI ?69$p" {
      answers += "\u{1B}[?69;2$y"
      return
    }
    guard sequence.marker == "?", sequence.final == "h" || sequence.final == "l" else {
      return unknown.append(sequence.description)
    }
    let isOn = sequence.final == "h"
    for mode in sequence.parameters {
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
      switch mode {
      case 25: isCursorVisible = isOn
      case 1049:
        isAlternateScreen = isOn
        hasUsedAlternateScreen = true
        if isOn { eraseScreen(2) }
      case 69: margins = nil
      case 1, 7, 12, 1000, 1002, 1006, 2004: break
      default: unknown.append(sequence.description)
      }
    }
  }

  private mutating func eraseScreen(_ mode: Int) {
    eraseLine(mode)
    let rows =
      switch mode {
      case 0: (cursor.y + 1)..<max(cursor.y + 1, size.height)
      case 1: 0..<cursor.y
      default: 0..<size.height
      }
    for row in rows { cells[row] = Array(repeating: blank, count: size.width) }
  }

  private mutating func eraseLine(_ mode: Int) {
    switch mode {
    case 0: erase(cursor.x..<size.width, row: cursor.y)
    case 1: erase(0..<cursor.x + 1, row: cursor.y)
    default: erase(0..<size.width, row: cursor.y)
    }
  }

  private mutating func repeatCharacter(_ count: Int) {
    guard let lastPrinted else { return }
    for _ in 0..<count { print(lastPrinted.text, columns: lastPrinted.columns) }
  }

  private mutating func setScrollRegion(_ sequence: ControlSequence) {
    let top = max(1, sequence[0]) - 1
    let bottom = (sequence[1] > 0 ? min(sequence[1], size.height) : size.height) - 1
    if top < bottom { scrollRegion = top...bottom }
    moveCursor(x: 0, y: 0)
  }
}
