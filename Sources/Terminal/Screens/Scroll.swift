/// A part of the screen whose rows have moved as one, so that the terminal can move them.
///
/// ncurses sends a list beside an article row by row: it lets a terminal move whole rows alone, and of those only equal ones.
/// Terminals with margins on the left and the right move the list by itself. On others the article moves with it and is sent anew,
/// in those rows where that is less: an article has fewer colours than a list, and blank rows.
struct Scroll: Equatable {
  /// The rows and columns that take part; no wide character lies across its edges.
  let area: Rect
  /// How many rows up; down where negative.
  let distance: Int

  /// Fewer rows are sent as they are.
  private static let fewestRows = 4
  private static let longestDistance = 3

  /// Nil where no rows have moved, or little is won by it.
  ///
  /// - Parameter inPart: whether rows of some columns can move alone.
  init?(from old: Buffer, to new: Buffer, inPart: Bool = true) {
    guard let (rows, columns) = Self.changedBlock(from: old, to: new),
      let (moved, distance) = Self.movement(of: rows, columns, from: old, to: new)
    else { return nil }
    self.distance = distance
    if inPart {
      let (first, last) = (moved.lowerBound, moved.upperBound)
      let (top, bottom) = (min(first, first + distance), max(last, last + distance))
      area = Rect(x: columns.lowerBound, y: top, width: columns.count, height: bottom - top + 1)
    } else {
      guard let best = WholeRows(rows, distance: distance, from: old, to: new) else { return nil }
      area = Rect(x: 0, y: best.rows.lowerBound, width: new.size.width, height: best.rows.count)
    }
  }

  /// How far most of the rows have moved, within these columns; nil where that is less than half of them.
  private static func movement(
    of rows: Range<Int>, _ columns: Range<Int>, from old: Buffer, to new: Buffer
  ) -> (moved: ClosedRange<Int>, distance: Int)? {
    func hasMoved(_ y: Int, _ distance: Int) -> Bool {
      rows.contains(y + distance)
        && new.row(y).dropFirst(columns.lowerBound).prefix(columns.count)
          .elementsEqual(old.row(y + distance).dropFirst(columns.lowerBound).prefix(columns.count))
    }
    var best: (moved: [Int], distance: Int) = ([], 0)
    for distance in -longestDistance...longestDistance where distance != 0 {
      let moved = rows.filter { hasMoved($0, distance) }
      if moved.count > best.moved.count { best = (moved, distance) }
    }
    guard best.moved.count >= max(fewestRows, rows.count / 2), let first = best.moved.first, let last = best.moved.last
    else { return nil }
    return (first...last, best.distance)
  }

  /// The most rows in a row that have changed, and the columns in which they have.
  private static func changedBlock(from old: Buffer, to new: Buffer) -> (rows: Range<Int>, columns: Range<Int>)? {
    var best: (rows: Range<Int>, columns: Range<Int>) = (0..<0, 0..<0)
    var current = best
    for y in 0..<new.size.height {
      guard let changed = new.row(y).changes(from: old.row(y)) else {
        current = (y + 1..<y + 1, 0..<0)
        continue
      }
      let start = y * new.size.width
      let columns = changed.lowerBound - start..<changed.upperBound - start
      current =
        current.rows.isEmpty
        ? (y..<y + 1, columns)
        : (
          current.rows.lowerBound..<y + 1,
          min(current.columns.lowerBound, columns.lowerBound)..<max(current.columns.upperBound, columns.upperBound)
        )
      if current.rows.count > best.rows.count { best = current }
    }
    guard best.rows.count >= fewestRows else { return nil }
    func cuts(_ x: Int) -> Bool {
      best.rows.contains { y in x < new.size.width && (old[x, y].isContinuation || new[x, y].isContinuation) }
    }
    var (left, right) = (best.columns.lowerBound, best.columns.upperBound)
    while left > 0, cuts(left) { left -= 1 }
    while right < new.size.width, cuts(right) { right += 1 }
    return (best.rows, left..<right)
  }
}

/// The whole rows of which most bytes are saved when the terminal moves them.
private struct WholeRows {
  /// All rows that take part, with those that come in blank.
  let rows: Range<Int>

  /// About what it takes to say that rows move, and a little more.
  private static let leastSaving = 80

  /// Nil where too little is saved.
  ///
  /// - Parameter rows: the rows in which anything has changed.
  init?(_ rows: Range<Int>, distance: Int, from old: Buffer, to new: Buffer) {
    var best: (saving: Int, rows: Range<Int>) = (0, 0..<0)
    var (saving, first) = (0, rows.lowerBound)
    for y in rows where rows.contains(y + distance) {
      if saving <= 0 { (saving, first) = (0, y) }
      saving += new.row(y).cost(after: old.row(y)) - new.row(y).cost(after: old.row(y + distance))
      if saving > best.saving { best = (saving, first..<y + 1) }
    }
    guard !best.rows.isEmpty else { return nil }
    let entering =
      distance > 0
      ? best.rows.upperBound..<best.rows.upperBound + distance
      : best.rows.lowerBound + distance..<best.rows.lowerBound
    let blank = Array(repeating: Cell(), count: new.size.width)
    for y in entering {
      best.saving -= new.row(y).cost(after: blank[...]) - new.row(y).cost(after: old.row(y))
    }
    guard best.saving >= Self.leastSaving else { return nil }
    self.rows =
      min(best.rows.lowerBound, entering.lowerBound)..<max(best.rows.upperBound, entering.upperBound)
  }
}

extension Cell {
  /// The bytes of its first code point, which is the only one of nearly every cell.
  fileprivate var utf8Count: Int {
    switch glyph[0] {
    case 0: 0
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}

extension ArraySlice<Cell> {
  /// About how many bytes it takes to make this row of another one.
  fileprivate func cost(after old: ArraySlice<Cell>) -> Int {
    var (bytes, blanks) = (0, 0)
    var isGap = true
    var style: Style?
    let offset = old.startIndex - startIndex
    for index in indices {
      let cell = self[index]
      guard cell != old[index + offset] else {
        isGap = true
        continue
      }
      // The cursor goes to where something changes.
      if isGap { bytes += 6 }
      isGap = false
      let isBlank = cell.glyph == .blank
      // A run of blanks is erased.
      blanks = isBlank ? blanks + 1 : 0
      if blanks <= 4 { bytes += cell.utf8Count }
      if cell.style != style, !isBlank {
        if style != nil { bytes += 15 }
        style = cell.style
      }
    }
    return bytes
  }

  /// From the first cell of this row that is not as in another to the last, widened to whole characters; ncurses finds the gaps
  /// by itself.
  func changes(from old: ArraySlice<Cell>?) -> Range<Int>? {
    guard let old else { return isEmpty ? nil : indices }
    let offset = old.startIndex - startIndex
    var (first, end) = (startIndex, endIndex)
    while first < end, self[first] == old[first + offset] { first += 1 }
    guard first < end else { return nil }
    while self[end - 1] == old[end - 1 + offset] { end -= 1 }
    while first > startIndex, self[first].isContinuation { first -= 1 }
    while end < endIndex, self[end].isContinuation { end += 1 }
    return first..<end
  }
}
