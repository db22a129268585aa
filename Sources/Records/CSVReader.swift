package import ArticleFields
import Decoding
package import SourceForms
import TextBasics
import TextScanning

extension SourceFormat {
  /// Rows under a header, separated by commas, semicolons or tabs.
  package static let csv = SourceFormat("CSV", extensions: ["csv", "tsv"], container: .rows, isMet: \.isCSV) {
    CSVReader(context: $0)
  }
}

extension FormatSample {
  fileprivate var isCSV: Bool {
    let lines = text.utf8.split(maxSplits: 2) { $0 == 0x0a || $0 == 0x0d }.map { Substring($0) }
    guard let first = lines.first else { return false }
    if CSVReader.declaredSeparator(of: first.utf8) != nil { return true }
    return CSVReader.looksLikeHeader(first)
  }
}

/// Reads articles from CSV: rows under a header whose names are those of the JSON keys. Lines end with LF, CRLF or CR.
///
/// No row is lost: one with too few or too many cells is read as well as it can be and noted, and a quotation mark that never ends
/// takes no other row with it.
package struct CSVReader {
  private let context: ParsingContext
  private(set) var notes = ParseNotes()
  private var names: FieldResolver
  private var separator = UInt8(ascii: ",")
  private var isSeparatorKnown = false
  /// The place of each column's name.
  private var columns: [Int]?
  /// Whether newstape itself wrote the table, so that nothing in it is to be guessed.
  private var isOwnTable = false
  /// The cells of the first row, which files that were joined repeat.
  private var header: [UInt8] = []
  private var isRefused = false
  private var encoding: TextEncoding?
  private var row: CSVRow
  /// What stood of the row at hand in the pieces before.
  private var begun: [UInt8] = []
  private var line = 1
  private var rowLine = 1
  private var isAfterCarriageReturn = false
  /// So many bytes may be read a second time: it costs time.
  private var secondLooks = 64 << 20

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
      let line = piece.prefix(4_000).prefix { $0 != 0x0a && $0 != 0x0d }
      separator = Self.declaredSeparator(of: line) ?? Self.separator(of: line) ?? separator
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
        if row.innerLines > 0, readLinesApart(raw, emit) { return }
        takeHeader(emit)
        return clearRow()
      }
      if row.innerLines > 0 {
        if readLinesApart(raw, emit) { return }
        if !row.isRegular { notes.add(.innerQuote, line: rowLine) }
      }
      if !isHeaderAgain { takeRow(columns, emit) }
    }
    clearRow()
  }

  private mutating func clearRow() {
    row.clear()
    begun.removeAll(keepingCapacity: begun.capacity <= 1 << 20)
  }

  private mutating func takeHeader(_ emit: (ParsedRecord) -> Void) {
    let found = row.ends.indices.map { text(of: row.cell($0)) }
    // `sep=;` is for spreadsheets.
    if rowLine == 1, found.first?.lowercased().hasPrefix("sep=") ?? false, found.count <= 2 { return }
    let places = found.map { names.place(of: $0) }
    guard places.contains(where: { names.names[$0].meaning?.makesAnArticle ?? false }) else {
      isRefused = true
      return emit(refusal(.badHeader(found.prefix(8).map { TextLines.safeLine(String($0.prefix(40))) })))
    }
    columns = places
    isOwnTable = ExportedRecord.isOwnTable(found)
    header = row.bytes
  }

  /// Whether the row at hand is the header once more, perhaps behind a byte order mark.
  private var isHeaderAgain: Bool {
    let surplus = row.bytes.count - header.count
    guard surplus == 0 || surplus == 3 && row.bytes.starts(with: [0xef, 0xbb, 0xbf]) else { return false }
    return row.bytes[surplus...] == header[...]
  }

  private mutating func takeRow(_ columns: [Int], _ emit: (ParsedRecord) -> Void) {
    var record = ArticleRecord()
    let cells = cells(for: columns)
    for (place, cell) in zip(columns, cells) {
      let name = names.names[place]
      if let meaning = name.meaning {
        record.set(meaning, name: place, to: FormulaGuard.unguarded(text(of: cell)))
      } else if !isOwnTable, Self.holdsContent(cell), !name.isRowNumber || !RowNumber.isOne(cell) {
        names.countUnknown(place)
      }
    }
    record.countSurplus(in: &names)
    if isOwnTable, let item = ExportedRecord.item(row: record, context) { return emit(.item(item)) }
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
  /// Reads a row over several lines as the rows that its first quotation mark has swallowed; false, and nothing is done, where it is one.
  private mutating func readLinesApart(_ raw: [UInt8], _ emit: (ParsedRecord) -> Void) -> Bool {
    guard raw.count <= secondLooks, !row.isOversized else { return false }
    guard let columns else { return readHeaderApart(raw, emit) }
    let rows = SwallowedRows(shape: shape(columns), separator: separator, limit: context.sizeLimit)
    let isRegular = !row.isQuoted && row.isRegular && row.ends.count == columns.count
    return raw.withUnsafeBufferPointer { raw in
      guard let found = rows.rows(in: raw, isRegular: isRegular, budget: &secondLooks) else { return false }
      begun = []
      for range in found.closed { readRow(UnsafeBufferPointer(rebasing: raw[range]), columns, emit) }
      clearRow()
      if let open = found.open { readRows(UnsafeBufferPointer(rebasing: raw[open]), emit) }
      return true
    }
  }

  /// Reads a row of one line or several that is known to be one; an open quotation mark in it is a sign of the text.
  private mutating func readRow(
    _ raw: UnsafeBufferPointer<UInt8>, _ columns: [Int], _ emit: (ParsedRecord) -> Void
  ) {
    row.clear()
    let isWhole = row.take(raw, from: 0).isWhole
    if row.isQuoted {
      notes.add(.openQuote, line: rowLine)
      row.endTakingQuoteForText(columns: columns.count)
    } else if !isWhole {
      row.endCell()
    }
    if !row.isBlank { takeRow(columns, emit) }
    rowLine += Self.lineCount(raw)
    line = rowLine
  }

  /// A header whose mark never ends, or ends where no cell does, as the mark of another row: names of columns go over no such lines.
  private mutating func readHeaderApart(_ raw: [UInt8], _ emit: (ParsedRecord) -> Void) -> Bool {
    guard row.isQuoted || !row.isRegular, let end = raw.firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else {
      return false
    }
    row.clear()
    _ = Array(raw[..<end]).withUnsafeBufferPointer { row.take($0, from: 0) }
    guard row.isQuoted else { return false }
    notes.add(.openQuote, line: rowLine)
    row.endTakingQuoteForText(columns: 0)
    takeHeader(emit)
    clearRow()
    line = rowLine
    isAfterCarriageReturn = false
    Array(raw[end...]).withUnsafeBufferPointer { readRows($0, emit) }
    return true
  }

  private func shape(_ columns: [Int]) -> SwallowedRows.Shape {
    SwallowedRows.Shape(
      columns: columns.count, text: columnOfText(columns),
      date: columns.firstIndex { names.names[$0].meaning?.field == .published },
      isDate: { cell in
        cell.count < 40 && RecordDate.read(String(decoding: cell, as: UTF8.self), context).moment != nil
      })
  }

  private static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0a || byte == 0x0d && bytes[safe: index + 1] != 0x0a {
      count += 1
    }
    return count
  }
}

// MARK: - Headers

extension CSVReader {
  /// Whether a line names columns that are known, among them a headline or a text.
  package static func looksLikeHeader(_ line: Substring, fieldMap: FieldMap = FieldMap()) -> Bool {
    guard let separator = separator(of: line.utf8) else { return false }
    var names = FieldResolver(fieldMap)
    let columns = line.utf8.split(separator: separator, omittingEmptySubsequences: false)
    let places = columns.map { names.place(of: String(Substring($0).trimmed(of: ["\""]))) }
    let known = places.compactMap { names.names[$0].meaning }
    return known.count >= 2 && known.count * 3 >= columns.count && known.contains(where: \.makesAnArticle)
  }

  /// The sign that a first line `sep=;` names, which some programs write for spreadsheets.
  static func declaredSeparator(of line: some Sequence<UInt8>) -> UInt8? {
    let bytes = line.filter { $0 != UInt8(ascii: "\"") }
    guard bytes.count == 5, bytes.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }) else {
      return nil
    }
    return bytes.last
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

extension CSVReader: RecordReading {
  package var allNotes: [ParseNote] { notes.all }

  package mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    read(piece, emit: emit)
    if isLast { finish(emit: emit) }
  }
}
