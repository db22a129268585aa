import ArticleFields
import JSON
import Markup
package import SourceForms
import TextScanning

extension SourceFormat {
  /// A table of records in HTML, as data frames are written.
  package static let table = SourceFormat("HTML table", container: .rows, isMet: \.isTable) {
    TranscodedReader<TableTranscoder>(context: $0)
  }
}

/// Turns the rows of an HTML table into JSON under the names of its first row. Memory holds one row.
struct TableTranscoder: JSONTranscoder {
  let notes = ParseNotes()
  private(set) var refusal: ParseRefusal.Reason?
  private var rest: [UInt8] = []
  /// How much of `rest` was looked through in vain.
  private var searched = 0
  private var columns: [String]?
  private let limit: Int

  init(context: ParsingContext) { limit = context.sizeLimit }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    rest.append(contentsOf: bytes)
    guard refusal == nil, isLast || rest.count > max(64 << 10, searched * 2) else { return }
    let whole = rest
    let used = whole.withUnsafeBufferPointer { takeRows($0, isLast, &json) }
    rest.removeFirst(used)
    searched = rest.count
    // A row without end.
    if rest.count > limit { refusal = .tooLarge(limit: limit) }
  }

  /// Takes the rows that are whole; returns where the first that is not begins.
  private mutating func takeRows(_ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ json: inout JSONText) -> Int {
    var lexer = MarkupLexer(bytes, dialect: .html)
    var row: TableRow?
    var end = 0
    func finish(_ position: Int, _ json: inout JSONText) {
      if let row { write(row, &json) }
      json.append(lineBreaks: bytes[end..<position].count { $0 == 0x0a })
      (row, end) = (nil, position)
    }
    while refusal == nil {
      let token = lexer.next()
      // What touches the end may go on behind it.
      guard token.kind != .end, isLast || token.range.upperBound < bytes.count else { break }
      switch token.kind {
      case .startTag where lexer.matches(token.name, "tr"):
        finish(token.range.lowerBound, &json)
        row = TableRow()
      case .endTag where lexer.matches(token.name, "tr") || lexer.matches(token.name, "table"):
        finish(token.range.upperBound, &json)
      default: row?.take(token, &lexer)
      }
    }
    if isLast { finish(bytes.count, &json) }
    return end
  }

  private mutating func write(_ row: TableRow, _ json: inout JSONText) {
    guard !row.cells.isEmpty else { return }
    guard let columns else {
      let names = row.cells.map { TextLines.cleanedLine($0.text) }
      let isHeader = names.contains { FieldNames.named(FieldNames.folded($0))?.makesAnArticle ?? false }
      if isHeader { columns = names } else { refusal = .badHeader(names.prefix(8).map { String($0.prefix(40)) }) }
      return
    }
    var members: [(name: String, values: [String])] = []
    for (name, cell) in zip(columns, row.cells) where !name.isEmpty {
      let isAddress = FieldNames.named(FieldNames.folded(name))?.field == .url
      let value = isAddress ? cell.address ?? cell.text : cell.text
      if !value.isEmpty { members.append((name, [value])) }
    }
    json.append(object: members)
  }
}

/// The cells of a row, as they are read.
private struct TableRow {
  struct Cell {
    private(set) var bytes: [UInt8] = []
    /// Where the first link in it leads.
    var address: String?

    var text: String { String(decoding: bytes.trimmed, as: UTF8.self) }

    mutating func append(_ range: Range<Int>, _ lexer: inout MarkupLexer) { lexer.append(range, to: &bytes) }
    mutating func appendBreak() { bytes.append(0x0a) }
  }

  private(set) var cells: [Cell] = []
  private static let mostCells = 4_096

  mutating func take(_ token: MarkupToken, _ lexer: inout MarkupLexer) {
    switch token.kind {
    case .startTag where lexer.matches(token.name, "td") || lexer.matches(token.name, "th"):
      if cells.count < Self.mostCells { cells.append(Cell()) }
    case _ where cells.isEmpty: break
    case .text, .cdata: cells[cells.count - 1].append(token.content, &lexer)
    case .startTag where lexer.matches(token.name, "a"):
      let link = lexer.attributes(of: token).first { lexer.matches($0.name, "href") }
      if let link, cells[cells.count - 1].address == nil {
        cells[cells.count - 1].address = lexer.string(link.value, in: .attribute)
      }
    case .startTag where lexer.matches(token.name, "br"), .endTag where lexer.matches(token.name, "p"):
      cells[cells.count - 1].appendBreak()
    case .startTag, .endTag, .comment, .declaration, .instruction, .end: break
    }
  }
}
