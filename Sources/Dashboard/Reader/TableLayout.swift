import TextBasics

/// Sets a table for a width: in columns where they fit, with cells that wrap where they do not, and as records, row by row, where even
/// that would leave too little for a word. Nothing is cut.
struct TableLayout {
  /// What of a cell stands in a line.
  struct Part: Hashable, Sendable {
    var row: Int
    var column: Int
    /// Where it begins in the cell and in the line, and how long it is, in bytes of UTF-8.
    var cellOffset: Int
    var lineOffset: Int
    var count: Int
  }

  struct Line: Hashable, Sendable {
    var text: SafeText = ""
    var parts: [Part] = []
    /// Whether it is of the head of the table, or names a record.
    var isHead = false
  }

  /// A cell that is to be set, and where.
  fileprivate struct Field {
    var row: Int
    var column: Int
    var columns: Int
    var isRight = false
    /// A label that was set before says nothing new to a search.
    var isRepeated = false
  }

  let cells: [[SafeText]]
  private let width: Int
  private let widths: ColumnWidths
  private let columnCount: Int
  private let isNumeric: [Bool]

  private static let gap = 2
  /// The least for a column of words: four Chinese characters.
  private static let leastOfWords = 8

  init(_ rows: [[String]], width: Int, widths: ColumnWidths) {
    let columnCount = rows.map(\.count).max() ?? 0
    cells = rows.map { row in (0..<columnCount).map { SafeText($0 < row.count ? row[$0] : "") } }
    self.columnCount = columnCount
    self.width = width
    self.widths = widths
    isNumeric = (0..<columnCount).map { column in
      Numbers.areAll(rows.dropFirst().map { column < $0.count ? $0[column] : "" })
    }
  }

  /// The lines of the table, from the top.
  func lines() -> [Line] {
    guard columnCount > 0 else { return [] }
    guard let columns = columnWidths() else { return cells.count > 1 ? records() : list() }
    return cells.indices.flatMap { row in
      let fields = columns.enumerated().map {
        Field(row: row, column: $0.offset, columns: $0.element, isRight: isNumeric[$0.offset])
      }
      return lines(of: fields, isHead: row == 0 && cells.count > 1)
    }
  }

  // MARK: - Columns

  /// Each as wide as its widest cell; where the line is too short the widest are narrowed, but none of numbers below its numbers.
  /// Nil where that does not do.
  private func columnWidths() -> [Int]? {
    let wanted = (0..<columnCount).map { widest($0, from: 0) }
    let least = (0..<columnCount).map { column in
      isNumeric[column] ? max(1, widest(column, from: 1)) : min(wanted[column], Self.leastOfWords)
    }
    let room = width - Self.gap * (columnCount - 1)
    if wanted.reduce(0, +) <= room { return wanted }
    guard least.reduce(0, +) <= room else { return nil }
    var most = room
    var columns = wanted
    repeat {
      columns = zip(wanted, least).map { min($0, max($1, most)) }
      most -= 1
    } while columns.reduce(0, +) > room
    var rest = room - columns.reduce(0, +)
    for index in columns.indices where rest > 0 && columns[index] < wanted[index] {
      columns[index] += 1
      rest -= 1
    }
    return columns
  }

  private func widest(_ column: Int, from row: Int) -> Int {
    cells.dropFirst(row).reduce(0) { max($0, widths.columns($1[column])) }
  }

  // MARK: - Records

  /// Each row by itself: its first cell, and below it the others behind their labels from the head.
  private func records() -> [Line] {
    let indent = 2
    let room = width - indent - Self.gap
    let labels = max(2, min(cells[0].dropFirst().reduce(0) { max($0, widths.columns($1)) }, room * 3 / 5))
    let values = max(2, room - labels)
    let numbers = min(values, isNumeric.indices.filter { isNumeric[$0] }.reduce(1) { max($0, widest($1, from: 1)) })
    var result: [Line] = []
    for row in cells.indices.dropFirst() {
      if row > 1 { result.append(Line()) }
      result += lines(of: [Field(row: row, column: 0, columns: width)], isHead: true)
      for column in 1..<columnCount where !cells[row][column].isEmpty {
        let isRight = isNumeric[column]
        let label = Field(row: 0, column: column, columns: labels, isRepeated: row > 1)
        let value = Field(row: row, column: column, columns: isRight ? numbers : values, isRight: isRight)
        result += lines(of: [label, value], indent: indent)
      }
    }
    return result
  }

  /// A single row that does not fit: a cell below the other.
  private func list() -> [Line] {
    (0..<columnCount).flatMap { lines(of: [Field(row: 0, column: $0, columns: width)]) }
  }

  // MARK: - Lines

  /// Sets cells side by side, as many lines as the longest of them needs.
  private func lines(of fields: [Field], indent: Int = 0, isHead: Bool = false) -> [Line] {
    let wrapped = fields.map { widths.wrapped(cells[$0.row][$0.column], columns: max(2, $0.columns)) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
      var line = Line(isHead: isHead)
      var blanks = indent
      for (field, lines) in zip(fields, wrapped) {
        let piece = number < lines.count ? lines[number] : WrappedLine(text: "", offset: 0)
        let rest = max(0, field.columns - widths.columns(piece.text))
        if field.isRight { blanks += rest }
        line.add(piece, of: field, after: &blanks)
        blanks += (field.isRight ? 0 : rest) + Self.gap
      }
      return line
    }
  }
}

extension TableLayout.Line {
  /// Adds a part of a cell behind so many blanks, which nothing needs at the end of a line.
  fileprivate mutating func add(_ piece: WrappedLine, of field: TableLayout.Field, after blanks: inout Int) {
    guard !piece.text.isEmpty else { return }
    text = text + SafeText(String(repeating: " ", count: blanks))
    blanks = 0
    if !field.isRepeated {
      parts.append(
        TableLayout.Part(
          row: field.row, column: field.column, cellOffset: piece.offset, lineOffset: text.string.utf8.count,
          count: piece.text.string.utf8.count))
    }
    text = text + piece.text
  }
}

/// Tells columns of numbers, which stand at the right.
private enum Numbers {
  /// Whether the cells of a column below its head hold numbers, with their signs and units or with strokes for none.
  static func areAll(_ cells: [String]) -> Bool {
    let filled = cells.filter { cell in cell.unicodeScalars.contains { !numberless.contains($0) } }
    return !filled.isEmpty
      && filled.allSatisfy { cell in
        cell.unicodeScalars.contains(where: digits.contains) && cell.unicodeScalars.allSatisfy(numeric.contains)
      }
  }

  private static let digits = Set("0123456789".unicodeScalars)
  /// What stands where there is no number.
  private static let numberless = Set(" -–—－/".unicodeScalars)
  private static let numeric = digits.union(numberless).union(
    "+−,.，．%％‰()（）¥￥$€£倍万萬亿億元港美吨噸股手点點個个bpBPxX".unicodeScalars)
}
