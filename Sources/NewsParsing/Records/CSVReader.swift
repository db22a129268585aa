internal import TextBasics

/// Reads articles from CSV: rows under a header whose names are those of the JSON keys. Lines end with LF, CRLF or CR.
///
/// No row is lost: one with too few or too many cells is read as well as it can be and noted, and a quotation mark that never ends
/// takes no other row with it.
struct CSVReader {
  private let context: ParsingContext
  private(set) var notes = ParseNotes()
  private var names: FieldResolver
  private var separator = UInt8(ascii: ",")
  private var isSeparatorKnown = false
  /// The place of each column's name.
  private var columns: [Int]?
  private var isRefused = false
  private var encoding: TextEncoding?
  private var row: CSVRow
  /// What stood of the row at hand in the pieces before.
  private var begun: [UInt8] = []
  private var line = 1
  private var rowLine = 1
  private var isAfterCarriageReturn = false
  /// So many bytes may be read a second time, and so deep: it costs time.
  private var secondLooks = 64 << 20
  private var depth = 0

  init(context: ParsingContext) {
    self.context = context
    names = FieldResolver(context.fieldMap)
    row = CSVRow(separator: separator, limit: context.sizeLimit)
  }

  /// Reads a piece of the input; rows may go on in the next.
  mutating func read(_ piece: UnsafeRawBufferPointer, emit: (ParsedRecord) -> Void) {
    guard !isRefused, !piece.isEmpty else { return }
    if !isSeparatorKnown {
      isSeparatorKnown = true
      // However long the first line is, the first piece has as much of it.
      separator = Self.separator(of: piece.prefix(4_000).prefix { $0 != 0x0a && $0 != 0x0d }) ?? separator
      row = CSVRow(separator: separator, limit: context.sizeLimit)
    }
    readRows(piece.bindMemory(to: UInt8.self), emit)
  }

  mutating func finish(emit: (ParsedRecord) -> Void) {
    while !isRefused, row.isBegun {
      if row.isQuoted {
        if readLinesApart(begun, emit) { continue }
        emit(refusal(.openQuote))
      } else {
        row.endCell()
        endRow(begun, emit)
      }
      break
    }
    names.addNotes(to: &notes)
  }

  private mutating func readRows(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsedRecord) -> Void) {
    var start = 0
    while start < bytes.count, !isRefused {
      if isAfterCarriageReturn {
        isAfterCarriageReturn = false
        if bytes[start] == 0x0a { start += 1 }
        continue
      }
      if !row.isBegun { rowLine = line }
      let (end, isWhole) = row.take(bytes, from: start)
      let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = end
      guard isWhole else {
        if !row.isOversized { begun.append(contentsOf: raw) }
        return
      }
      isAfterCarriageReturn = raw.last == 0x0d
      line = rowLine + row.innerLines + 1
      // How a row was written matters only where it goes over several lines.
      if row.innerLines > 0, !row.isOversized { begun.append(contentsOf: raw) }
      endRow(begun, emit)
    }
  }
}

// MARK: - Rows

extension CSVReader {
  private mutating func endRow(_ raw: [UInt8], _ emit: (ParsedRecord) -> Void) {
    if row.isOversized {
      emit(refusal(.tooLarge(limit: context.sizeLimit)))
    } else if !row.isBlank {
      guard let columns else {
        takeHeader(emit)
        return clearRow()
      }
      if row.innerLines > 0, row.isSuspect || row.ends.count != columns.count, readLinesApart(raw, emit) { return }
      takeRow(columns, emit)
    }
    clearRow()
  }

  private mutating func clearRow() {
    row.clear()
    begun.removeAll(keepingCapacity: begun.capacity <= 1 << 20)
  }

  private mutating func takeHeader(_ emit: (ParsedRecord) -> Void) {
    let found = row.ends.indices.map { text(of: row.cell($0)) }
    let places = found.map { names.place(of: $0) }
    guard places.contains(where: { names.names[$0].meaning?.field.makesAnArticle ?? false }) else {
      isRefused = true
      return emit(refusal(.badHeader(found.prefix(8).map { TextLines.safeLine(String($0.prefix(40))) })))
    }
    columns = places
  }

  private mutating func takeRow(_ columns: [Int], _ emit: (ParsedRecord) -> Void) {
    var record = ArticleRecord()
    let cells = cells(for: columns)
    for (place, cell) in zip(columns, cells) {
      let name = names.names[place]
      if let meaning = name.meaning {
        record.set(meaning, name: place, to: FormulaGuard.unguarded(text(of: cell)))
      } else if !name.isRowNumber, Self.holdsContent(cell) {
        names.countUnknown(place)
      }
    }
    record.countSurplus(in: &names)
    do throws(ParseRefusal.Reason) {
      emit(.item(try record.item(context, &notes)))
    } catch {
      emit(refusal(error))
    }
  }

  /// The cells of the row, one for each column. What is too much belongs to the running text, in which a separator stands unquoted.
  private mutating func cells(for columns: [Int]) -> [ArraySlice<UInt8>] {
    var count = row.ends.count
    while count > columns.count, row.cell(count - 1).allSatisfy({ $0 <= 0x20 }) { count -= 1 }
    let cells = (0..<count).map { row.cell($0) }
    if count < columns.count { notes.add(.missingCells, line: rowLine) }
    guard count > columns.count else { return cells }
    notes.add(.surplusCells, line: rowLine)
    let (first, surplus) = (columnOfText(columns), count - columns.count)
    let joined = Array(cells[first...(first + surplus)].joined(separator: [separator]))
    return cells[..<first] + [joined[...]] + cells[(first + surplus + 1)...]
  }

  private func columnOfText(_ columns: [Int]) -> Int {
    for field in [ArticleField.text, .title, .summary] {
      if let column = columns.firstIndex(where: { names.names[$0].meaning?.field == field }) { return column }
    }
    return columns.count - 1
  }

  private static func holdsContent(_ cell: ArraySlice<UInt8>) -> Bool {
    guard cell.contains(where: { $0 > 0x20 }) else { return false }
    return cell.count > 9 || !AbsentValue.isMeant(by: Substring(decoding: cell, as: UTF8.self))
  }

  private func refusal(_ reason: ParseRefusal.Reason) -> ParsedRecord {
    .refused(ParseRefusal(reason, path: context.fileName, line: rowLine))
  }

  /// A cell as text; the set of a row that is not UTF-8 is guessed once from the whole of it.
  private mutating func text(of cell: ArraySlice<UInt8>) -> String {
    if let text = String(validating: cell, as: UTF8.self) { return text }
    let set = encoding ?? row.bytes.withUnsafeBytes { TextDecoding.guess($0) }
    encoding = set
    return cell.withUnsafeBytes { TextDecoding.decode($0, as: set).text }
  }
}

// MARK: - Quotation marks that never end

extension CSVReader {
  /// Nested second looks cost stack.
  private static let deepest = 24

  /// Reads a row over several lines line by line, where its first quotation mark can only be a sign of the text: then the first line
  /// has a cell for each column, and most rows behind it, too. False, and nothing is done, in all other cases.
  private mutating func readLinesApart(_ raw: [UInt8], _ emit: (ParsedRecord) -> Void) -> Bool {
    guard depth < Self.deepest, raw.count <= secondLooks, !row.isOversized,
      let end = raw.firstIndex(where: { $0 == 0x0a || $0 == 0x0d })
    else { return false }
    secondLooks -= raw.count
    var first = CSVRow(separator: separator, limit: context.sizeLimit)
    let rest = Array(raw[(end + 1)...].drop { $0 == 0x0a && raw[end] == 0x0d })
    _ = Array(raw[..<end]).withUnsafeBufferPointer { first.take($0, from: 0) }
    guard first.isQuoted else { return false }
    first.endTakingQuoteForText()
    if let columns { guard first.ends.count == columns.count, mostRowsFit(rest, columns.count) else { return false } }
    notes.add(.openQuote, line: rowLine)
    begun = []
    row = first
    endRow([], emit)
    line = rowLine + 1
    isAfterCarriageReturn = false
    depth += 1
    rest.withUnsafeBufferPointer { readRows($0, emit) }
    depth -= 1
    return true
  }

  /// Whether at least half of the rows have so many cells.
  private func mostRowsFit(_ bytes: [UInt8], _ count: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var row = CSVRow(separator: separator, limit: context.sizeLimit)
      var (rows, fitting, position) = (0, 0, 0)
      while position < bytes.count {
        position = row.take(bytes, from: position).end
        defer { row.clear() }
        if row.isBlank { continue }
        rows += 1
        if row.ends.count == count || row.ends.count + 1 == count && position == bytes.count { fitting += 1 }
      }
      return fitting > 0 && fitting * 2 >= rows
    }
  }
}

// MARK: - Headers

extension CSVReader {
  /// Whether a line names columns that are known, among them a headline or a text.
  static func looksLikeHeader(_ line: Substring, fieldMap: FieldMap = FieldMap()) -> Bool {
    guard let separator = separator(of: line.utf8) else { return false }
    var names = FieldResolver(fieldMap)
    let columns = line.utf8.split(separator: separator, omittingEmptySubsequences: false)
    let places = columns.map { names.place(of: String(Substring($0).trimmed(of: ["\""]))) }
    let known = places.compactMap { names.names[$0].meaning?.field }
    return known.count >= 2 && known.count * 3 >= columns.count && known.contains(where: \.makesAnArticle)
  }

  private static let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// The commonest of the marks that can separate.
  private static func separator(of header: some Sequence<UInt8>) -> UInt8? {
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in header {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return nil }
    return candidates[index]
  }
}

extension ArticleField {
  /// Whether an article can be made of it alone.
  var makesAnArticle: Bool {
    switch self {
    case .title, .text: true
    case .summary, .published, .source, .author, .tags, .url, .id, .label, .estimated: false
    }
  }
}
