import ArticleFields
import JSON
package import SourceForms
import TextScanning

extension SourceFormat {
  /// The statements of a dump of a database.
  package static let sql = SourceFormat("SQL dump", container: .records, isMet: \.isSQL) {
    TranscodedReader<SQLTranscoder>(context: $0)
  }
}

/// Turns the rows of `INSERT` and `REPLACE` statements into JSON, and those behind PostgreSQL's `COPY … FROM stdin`.
///
/// The columns are those that the statement names, else those of its table's `CREATE TABLE`; what still has no name is called by
/// what it looks like (`ColumnGuess`). Rows of tables that name neither a headline nor a text are passed over with a note. Byte by
/// byte; memory holds one row and the names of the columns.
struct SQLTranscoder: JSONTranscoder {
  private(set) var notes = ParseNotes()
  private(set) var refusal: ParseRefusal.Reason?

  private enum Place {
    /// In a statement, before its rows.
    case head
    /// Between rows.
    case rows
    case row
    case copy
  }

  private enum Lexis {
    case plain
    /// The closing sign; two of them are one within.
    case quoted(UInt8)
    case escape(UInt8)
    /// Behind a closing sign.
    case behindQuote(UInt8)
    case lineComment
    case blockComment(isAtStar: Bool)
    /// Behind a sign that may begin a comment.
    case slash, dash
  }

  private var place = Place.head
  private var lexis = Lexis.plain
  /// The words, names and signs of the statement so far.
  private var head: [String] = []
  private var token: [UInt8] = []
  private var isQuotedToken = false
  private var headSize = 0
  private var tables: [String: [String]] = [:]

  private var table = ""
  private var columns: [String] = []
  private var isSkipped = false
  private var values: [String?] = []
  /// The value at hand: what is written outside of quotation marks, and its first text.
  private var bare: [UInt8] = []
  private var text: [UInt8]?
  private var textCount = 0
  private var rowSize = 0
  private var depth = 0

  /// The first bytes, which tell whose dump it is.
  private var start: [UInt8] = []
  private var escapesByBackslash = true
  private var breaks = 0
  private var wasRowWritten = false
  private var skippedColumns: [String] = []
  private var copyLine: [UInt8] = []
  private let limit: Int

  private static let longestHead = 1 << 20
  private static let mostTables = 10_000

  init(context: ParsingContext) { limit = context.sizeLimit }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    for byte in bytes {
      if byte == 0x0a { breaks += 1 }
      if place == .copy { takeCopied(byte, &json) } else { take(byte, &json) }
      if byte == 0x0a, place != .row {
        json.append(lineBreaks: breaks)
        breaks = 0
      }
    }
    if isLast, !wasRowWritten, !skippedColumns.isEmpty {
      refusal = .badHeader(skippedColumns.prefix(8).map { TextLines.safeLine(String($0.prefix(40))) })
    }
  }

  private mutating func take(_ byte: UInt8, _ json: inout JSONText) {
    switch lexis {
    case .plain: takePlain(byte, &json)
    case .quoted(let close):
      if byte == close {
        lexis = .behindQuote(close)
      } else if byte == UInt8(ascii: "\\"), escapesByBackslash,
        close == UInt8(ascii: "'") || close == UInt8(ascii: "\"")
      {
        lexis = .escape(close)
      } else {
        put(byte)
      }
    case .escape(let close):
      put(Self.unescaped(byte))
      lexis = .quoted(close)
    case .behindQuote(let close):
      if byte == close {
        put(byte)
        lexis = .quoted(close)
      } else {
        lexis = .plain
        endQuote()
        takePlain(byte, &json)
      }
    case .lineComment: if byte == 0x0a { lexis = .plain }
    case .blockComment(let isAtStar):
      lexis = isAtStar && byte == UInt8(ascii: "/") ? .plain : .blockComment(isAtStar: byte == UInt8(ascii: "*"))
    case .slash:
      lexis = byte == UInt8(ascii: "*") ? .blockComment(isAtStar: false) : .plain
      if byte != UInt8(ascii: "*") { takePlain(byte, &json) }
    case .dash:
      lexis = byte == UInt8(ascii: "-") ? .lineComment : .plain
      if byte != UInt8(ascii: "-") {
        put(UInt8(ascii: "-"))
        takePlain(byte, &json)
      }
    }
    if start.count < 4_096 { start.append(byte) }
  }

  private mutating func takePlain(_ byte: UInt8, _ json: inout JSONText) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""): beginQuote(byte)
    case UInt8(ascii: "["): if place == .head { beginQuote(UInt8(ascii: "]")) } else { put(byte) }
    case UInt8(ascii: "-"): lexis = .dash
    case UInt8(ascii: "/"): lexis = .slash
    case UInt8(ascii: "#") where place != .row && token.isEmpty: lexis = .lineComment
    default:
      switch place {
      case .head: takeInHead(byte, &json)
      case .rows: takeBetweenRows(byte, &json)
      case .row: takeInRow(byte, &json)
      case .copy: break
      }
    }
  }

  private mutating func beginQuote(_ close: UInt8) {
    lexis = .quoted(close)
    switch place {
    case .head, .copy:
      endToken()
      isQuotedToken = true
    case .rows: break
    case .row:
      text = text ?? []
      textCount += 1
    }
  }

  private mutating func endQuote() {
    if place == .head, isQuotedToken { endToken() }
  }

  /// Takes a byte of a name, a word or a text.
  private mutating func put(_ byte: UInt8) {
    switch place {
    case .head, .copy: if token.count < 256 { token.append(byte) }
    case .rows: break
    case .row:
      rowSize += 1
      guard rowSize <= limit else { return }
      switch lexis {
      case .quoted, .escape, .behindQuote: if textCount == 1 { text?.append(byte) }
      case .plain, .dash, .slash, .lineComment, .blockComment: bare.append(byte)
      }
    }
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "0"), UInt8(ascii: "Z"), UInt8(ascii: "b"): 0x20
    default: byte
    }
  }
}

// MARK: - Statements

extension SQLTranscoder {
  private mutating func takeInHead(_ byte: UInt8, _ json: inout JSONText) {
    switch byte {
    case UInt8(ascii: ";"):
      endToken()
      endStatement()
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
      endToken()
      if byte == UInt8(ascii: "("), head.last?.uppercased() == "VALUES", isInsert { return beginRows() }
      append(String(UnicodeScalar(byte)))
    case ...0x20: endToken()
    default: token.append(byte)
    }
  }

  private mutating func endToken() {
    defer { (token, isQuotedToken) = ([], false) }
    guard !token.isEmpty else { return }
    append(String(decoding: token, as: UTF8.self))
  }

  private mutating func append(_ word: String) {
    headSize += word.utf8.count
    // What is as long is no statement that tells of columns.
    if headSize <= Self.longestHead { head.append(word) }
  }

  /// Where a statement begins that was not ended before: some dumps have no `;`.
  private var isInsert: Bool { insertStart != nil }

  private var insertStart: Int? {
    head.lastIndex { ["INSERT", "REPLACE"].contains($0.uppercased()) }
  }

  private mutating func endStatement() {
    defer { (head, headSize) = ([], 0) }
    let words = head.map { $0.uppercased() }
    if let create = words.firstIndex(of: "CREATE"), words[create...].prefix(5).contains("TABLE") {
      readTable(Array(head[create...]))
    } else if words.first == "COPY", words.suffix(2) == ["FROM", "STDIN"] || words.contains("STDIN") {
      setTable(Self.name(behind: 1, in: head))
      place = .copy
      copyLine = []
    }
  }

  /// `CREATE TABLE name (column type …, …)`
  private mutating func readTable(_ words: [String]) {
    guard let open = words.firstIndex(of: "("), open > 0, tables.count < Self.mostTables else { return }
    var names: [String] = []
    var depth = 0
    var isAtStart = true
    for word in words[open...] {
      switch word {
      case "(":
        depth += 1
        isAtStart = depth == 1
      case ")": depth -= 1
      case ",": isAtStart = depth == 1
      default:
        if isAtStart, !Self.constraints.contains(word.uppercased()) { names.append(word) }
        isAtStart = false
      }
      if depth == 0 { break }
    }
    tables[Self.lastPart(words[open - 1])] = names
  }

  private static let constraints: Set<String> = [
    "PRIMARY", "KEY", "UNIQUE", "CONSTRAINT", "FOREIGN", "INDEX", "FULLTEXT", "CHECK", "SPATIAL", "EXCLUDE",
  ]

  /// The name of a table without its schema.
  private static func lastPart(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  /// The name behind so many words, and the columns in brackets behind it.
  private static func name(behind count: Int, in words: [String]) -> (table: String, columns: [String]) {
    let rest = words.dropFirst(count)
    let name = rest.prefix { $0 != "(" && $0.uppercased() != "VALUES" && $0.uppercased() != "FROM" }
    guard let open = rest.firstIndex(of: "(") else { return (lastPart(name.last ?? ""), []) }
    let columns = rest[rest.index(after: open)...].prefix { $0 != ")" }.filter { $0 != "," }
    return (lastPart(name.last ?? ""), Array(columns))
  }

  private mutating func setTable(_ found: (table: String, columns: [String])) {
    table = found.table
    columns = found.columns.isEmpty ? tables[found.table] ?? [] : found.columns
    let meanings = columns.compactMap { FieldNames.named(FieldNames.folded($0)) }
    isSkipped = !columns.isEmpty && !meanings.contains(where: \.makesAnArticle)
    if isSkipped { skippedColumns = columns }
  }

  private mutating func beginRows() {
    setTable(Self.name(behind: (insertStart ?? 0) + 1, in: head))
    let sample = Substring(decoding: start, as: UTF8.self)
    escapesByBackslash = !["PRAGMA ", "BEGIN TRANSACTION", "PostgreSQL", "SQLite", "[dbo]"].contains {
      sample.holds($0)
    }
    (head, headSize) = ([], 0)
    beginRow()
  }
}

// MARK: - Rows

extension SQLTranscoder {
  private mutating func takeBetweenRows(_ byte: UInt8, _ json: inout JSONText) {
    switch byte {
    case UInt8(ascii: "("): beginRow()
    case UInt8(ascii: ";"): place = .head
    case ...0x20, UInt8(ascii: ","): break
    // The next statement, or what follows the rows of this one.
    default:
      place = .head
      takeInHead(byte, &json)
    }
  }

  private mutating func beginRow() {
    place = .row
    (values, bare, text, textCount, rowSize, depth) = ([], [], nil, 0, 0, 0)
  }

  private mutating func takeInRow(_ byte: UInt8, _ json: inout JSONText) {
    switch byte {
    case UInt8(ascii: "("):
      depth += 1
      put(byte)
    case UInt8(ascii: ")") where depth > 0:
      depth -= 1
      put(byte)
    case UInt8(ascii: ")"):
      endValue()
      endRow(&json)
    case UInt8(ascii: ",") where depth == 0: endValue()
    default: put(byte)
    }
  }

  private mutating func endValue() {
    defer { (bare, text, textCount) = ([], nil, 0) }
    guard rowSize <= limit, values.count < CSVRow.mostCells else { return }
    let word = String(decoding: bare, as: UTF8.self)
    if var text {
      // SQLite writes line breaks so: replace('…\n…','\n',char(10)).
      if word.lowercased().hasPrefix("replace("), word.contains("char(1") { text = Self.withBreaks(text) }
      values.append(String(decoding: text, as: UTF8.self))
    } else {
      let trimmed = word[...].trimmed
      values.append(trimmed.uppercased() == "NULL" ? nil : Self.hexadecimal(trimmed) ?? String(trimmed))
    }
  }

  private static func withBreaks(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).replacing("\\r", with: "").replacing("\\n", with: "\n").utf8)
  }

  /// `0xe58d97…`: text as mysqldump writes it on demand.
  private static func hexadecimal(_ word: Substring) -> String? {
    guard let digits = word.dropping(prefix: "0x"), digits.utf8.count > 8, digits.utf8.count % 2 == 0 else {
      return nil
    }
    var bytes: [UInt8] = []
    var rest = digits.utf8[...]
    while rest.count >= 2 {
      guard let byte = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private mutating func endRow(_ json: inout JSONText) {
    place = .rows
    defer {
      json.append(lineBreaks: breaks)
      (values, breaks) = ([], 0)
    }
    guard !isSkipped else { return notes.add(.skippedTable(TextLines.safeLine(table))) }
    wasRowWritten = true
    guard rowSize <= limit else { return json.appendOversized(limit: limit) }
    var members: [(name: String, values: [String])] = []
    for (place, name) in ColumnGuess.names(columns, for: values).enumerated() {
      if let value = values[place] { members.append((name, [value])) }
    }
    json.append(object: members)
  }

  /// A line behind `COPY … FROM stdin`: cells between tabs, `\N` for none, `\.` at the end.
  private mutating func takeCopied(_ byte: UInt8, _ json: inout JSONText) {
    guard byte == 0x0a else {
      if copyLine.count <= limit { copyLine.append(byte) }
      return
    }
    let line = copyLine
    copyLine = []
    if line.starts(with: "\\.".utf8) {
      place = .head
    } else if !line.allSatisfy({ $0 <= 0x20 }) {
      values = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.copied)
      rowSize = line.count
      endRow(&json)
      place = .copy
    }
  }

  private static func copied(_ cell: ArraySlice<UInt8>) -> String? {
    if cell.elementsEqual("\\N".utf8) { return nil }
    var output: [UInt8] = []
    var isEscaped = false
    for byte in cell {
      if isEscaped {
        output.append(unescaped(byte))
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
