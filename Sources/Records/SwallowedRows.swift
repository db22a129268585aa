/// Finds the rows that an open quotation mark has swallowed: one that was never closed, or that only opens a word of the text, makes all
/// lines up to some later mark one cell.
///
/// Where the lines behind it make rows of the table by themselves, the mark is a sign of the text.
struct SwallowedRows {
  /// What a row of the table looks like.
  struct Shape {
    var columns: Int
    /// The column of the running text, in which a separator may stand unquoted.
    var text: Int
    /// The column of the date: hardly any line of a text has one there by chance.
    var date: Int?
    var isDate: (ArraySlice<UInt8>) -> Bool
  }

  let shape: Shape
  let separator: UInt8
  let limit: Int

  private struct Candidate {
    var range: Range<Int>
    var fits: Bool
    /// Whether it has its date in the right place, too.
    var isDated: Bool
    /// Whether the bytes end within its quotation marks.
    var isOpen = false
  }

  /// The rows that the bytes of one row are, if they are several. In each an open quotation mark is a sign of the text; but the last may
  /// go on behind the bytes: that is `open`. Linear, as long as `budget` lasts, from which each byte that is looked at is taken.
  ///
  /// - Parameter isRegular: whether the row is sound as it stands. Then only dates in all lines tell that it is several.
  func rows(in raw: UnsafeBufferPointer<UInt8>, isRegular: Bool, budget: inout Int) -> (
    closed: [Range<Int>], open: Range<Int>?
  )? {
    guard let firstEnd = Self.lineEnd(in: raw, from: 0), firstEnd < raw.count else {
      return isDated(row(raw, 0..<raw.count).row) ? ([0..<raw.count], nil) : nil
    }
    if isRegular { guard isDated(row(raw, 0..<firstEnd).row) else { return nil } }
    var candidates = candidates(in: raw, from: firstEnd, &budget)
    let open = candidates.last.flatMap { $0.isOpen ? $0.range : nil }
    if open != nil { candidates.removeLast() }
    // The mark that ends the whole stands in the last row: it must be at home there.
    guard open != nil || candidates.last?.fits ?? false, let start = Self.start(of: candidates) else { return nil }
    let rows = candidates[start...]
    guard let headEnd = (rows.first?.range ?? open)?.lowerBound else { return nil }
    let head = row(raw, 0..<headEnd).row
    let hasAllColumns = head.ends.count == shape.columns || shape.date == nil && head.ends.count > shape.columns
    guard hasAllColumns || isDated(head), !isRegular || open == nil && isDated(head) && rows.allSatisfy(\.isDated)
    else { return nil }
    return ([0..<headEnd] + rows.map(\.range), open)
  }

  /// Where the rows begin that fit; what stands before them belongs to the text. Nil where most lines fit nowhere.
  private static func start(of candidates: [Candidate]) -> Int? {
    if candidates.isEmpty { return 0 }
    var (score, best) = (0, 0)
    var start: Int?
    for (index, candidate) in candidates.enumerated().reversed() {
      score += candidate.fits ? 1 : -1
      if score > 0, score >= best { (best, start) = (score, index) }
    }
    return start
  }

  private func candidates(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ budget: inout Int
  ) -> [Candidate] {
    var found: [Candidate] = []
    var position = start
    while position < bytes.count {
      let end = Self.lineEnd(in: bytes, from: position) ?? bytes.count
      budget -= end - position
      let (line, isOpen) = row(bytes, position..<end)
      var candidate = candidate(line, position..<end)
      candidate.isOpen = isOpen && !candidate.isDated
      if isOpen, end < bytes.count, budget > 0 {
        let whole = rowOverLines(bytes, from: position)
        budget -= whole.end - position
        if let row = whole.row {
          candidate.isOpen = false
          let isSound = row.isRegular && row.ends.count == shape.columns
          if isSound { candidate = self.candidate(row, position..<whole.end) }
        } else if candidate.fits {
          candidate.isOpen = false
        } else {
          candidate.range = position..<bytes.count
        }
      }
      position = candidate.range.upperBound
      if !line.isBlank { found.append(candidate) }
    }
    return found
  }

  private func candidate(_ row: CSVRow, _ range: Range<Int>) -> Candidate {
    let isDated = isDated(row)
    return Candidate(range: range, fits: isDated || row.fits(shape.columns), isDated: isDated)
  }

  /// The bytes as one row; whether its quotation mark is open, which is a sign of the text then.
  private func row(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (row: CSVRow, isOpen: Bool) {
    var row = CSVRow(separator: separator, limit: limit)
    let isWhole = row.take(UnsafeBufferPointer(rebasing: bytes[range]), from: 0).isWhole
    let isOpen = row.isQuoted
    if isOpen { row.endTakingQuoteForText(columns: shape.columns) } else if !isWhole { row.endCell() }
    return (row, isOpen)
  }

  /// The row that begins here, over as many lines as it has; nil where it does not end.
  private func rowOverLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (row: CSVRow?, end: Int) {
    var row = CSVRow(separator: separator, limit: limit)
    let (end, isWhole) = row.take(bytes, from: start)
    if row.isQuoted { return (nil, end) }
    if !isWhole { row.endCell() }
    return (row, end < bytes.count && bytes[end - 1] == 0x0d && bytes[end] == 0x0a ? end + 1 : end)
  }

  private func isDated(_ row: CSVRow) -> Bool {
    guard let date = shape.date, row.ends.count >= shape.columns else { return false }
    return shape.isDate(row.cell(date < shape.text ? date : row.ends.count - shape.columns + date))
  }

  /// The place behind the end of the line, be it LF, CR or both.
  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let end = bytes[start...].firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return nil }
    return end + (bytes[end] == 0x0d && bytes[safe: end + 1] == 0x0a ? 2 : 1)
  }
}

extension CSVRow {
  /// Whether it has a cell for each column, and no quotation mark that belongs to another line.
  fileprivate func fits(_ columns: Int) -> Bool { ends.count == columns && !hasStrayQuote }
}
