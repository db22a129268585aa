internal import TextBasics

/// Reads articles from CSV (RFC 4180) byte by byte: rows under a header whose names are those of the JSON keys.
struct CSVReader {
  private let context: ParsingContext
  private var separator: UInt8?
  private var columns: [ArticleRecord.Field?]?
  private var isRefused = false
  private var encoding: TextEncoding?

  /// The bytes of the row so far, and where each of its fields ends.
  private var row: [UInt8] = []
  private var ends: [Int] = []
  private var state = State.fieldStart
  private var line = 1
  private var rowLine = 1
  private var isOversized = false

  private enum State {
    case fieldStart, plain, quoted
    /// Behind a quotation mark within quotes: the end, or the first of two.
    case quoteInQuoted
  }

  init(context: ParsingContext) { self.context = context }

  /// Whether a line names columns that are known, among them a title or a text.
  static func looksLikeHeader(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    guard let separator = separator(of: bytes) else { return false }
    let fields = line.utf8.split(separator: separator).compactMap { name in
      ArticleRecord.Field(name: String(Substring(name).trimmed(of: ["\""])))
    }
    return fields.count >= 2 && fields.contains { [.title, .text, .content, .body].contains($0) }
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

  /// Reads a piece of the input; rows may go on in the next.
  mutating func read(_ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) -> Void) {
    guard !isRefused else { return }
    if separator == nil { separator = Self.separator(of: bytes.prefix { $0 != 0x0a }) ?? UInt8(ascii: ",") }
    let separator = separator ?? UInt8(ascii: ",")
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .fieldStart where byte == UInt8(ascii: "\""): state = .quoted
      // Blanks behind a separator are no part of the field, so that a quotation mark may follow them.
      case .fieldStart where byte == UInt8(ascii: " "): break
      case .fieldStart, .plain, .quoteInQuoted:
        if state == .quoteInQuoted, byte == UInt8(ascii: "\"") {
          row.append(byte)
          state = .quoted
        } else if byte == separator {
          endField()
        } else if byte == 0x0a {
          line += 1
          endRow(emit)
          if isRefused { return }
        } else if byte != 0x0d {
          row.append(byte)
          state = .plain
        }
      case .quoted:
        let run = bytes[index...].prefix { $0 != UInt8(ascii: "\"") }
        for byte in run where byte == 0x0a { line += 1 }
        if row.count + run.count <= context.sizeLimit { row.append(contentsOf: run) } else { isOversized = true }
        index = run.endIndex
        if index < bytes.count { state = .quoteInQuoted } else { return }
      }
      if row.count > context.sizeLimit {
        isOversized = true
        row.removeAll()
      }
      index += 1
    }
  }

  mutating func finish(emit: (ParsedRecord) -> Void) {
    guard !isRefused else { return }
    if state == .quoted {
      emit(refusal(.openQuote))
    } else if !row.isEmpty || !ends.isEmpty {
      endRow(emit)
    }
  }
}

// MARK: - Rows

extension CSVReader {
  private mutating func endField() {
    ends.append(row.count)
    state = .fieldStart
  }

  private mutating func endRow(_ emit: (ParsedRecord) -> Void) {
    endField()
    defer {
      row.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      rowLine = line
      isOversized = false
    }
    if isOversized { return emit(refusal(.tooLarge(limit: context.sizeLimit))) }
    let fields = fields()
    if fields.allSatisfy({ $0[...].trimmed.isEmpty }) { return }
    guard let columns else {
      self.columns = fields.map { ArticleRecord.Field(name: $0) }
      let known = self.columns?.compactMap(\.self) ?? []
      if !known.contains(where: { [.title, .text, .content, .body].contains($0) }) {
        isRefused = true
        emit(refusal(.badHeader))
      }
      return
    }
    var record = ArticleRecord()
    for (field, value) in zip(columns, fields) {
      if let field { record.set(field, to: FormulaGuard.unguarded(value)) }
    }
    do throws(ParseRefusal.Reason) {
      emit(.item(try record.item(context)))
    } catch {
      emit(refusal(error))
    }
  }

  private func refusal(_ reason: ParseRefusal.Reason) -> ParsedRecord {
    .refused(ParseRefusal(reason, path: context.fileName, line: rowLine))
  }

  /// The row's fields as text; the set of a row that is not UTF-8 is guessed once from the whole of it.
  private mutating func fields() -> [String] {
    row.withUnsafeBytes { row in
      var start = 0
      var texts: [String] = []
      for end in ends {
        let bytes = UnsafeRawBufferPointer(rebasing: row[start..<end])
        start = end
        if let text = String(validating: bytes, as: UTF8.self) {
          texts.append(text)
        } else {
          let set = encoding ?? TextDecoding.guess(row)
          encoding = set
          texts.append(TextDecoding.decode(bytes, as: set).text)
        }
      }
      return texts
    }
  }
}
