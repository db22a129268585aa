import TextBasics

/// What a reader teaches the analysis: rows of one text file, which win over the tables of the program.
///
/// A line is a row, its columns stand apart by tabs, and the first one says what the row is. Blank lines, and those that begin with `#`,
/// say nothing. A row that is wrong is told with its place and left out. `docs/analysis.md` describes the form.
package struct OwnTables: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let number: Int
    package let row: OwnRow
    /// Where the columns begin, counted in characters from 1.
    let starts: [Int]
  }

  package struct Mistake: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case unknownKind(String)
      case columnMissing
      case tooManyColumns
      case columnTooLong(limit: Int)
      case unknownCompany(String)
      case unknownEvent(String)
      case unknownTopic(String)
      case emptyPattern
      case blankInDetail
      case badDirection(String)
      case badTone(String)
      /// The rest was not read.
      case tooManyRows(limit: Int)
      /// The rest was not read.
      case tooLarge(limit: Int)
      /// Nothing was read.
      case notUTF8
    }

    package let reason: Reason
    package let line: Int
    package let column: Int
  }

  package private(set) var lines: [Line] = []
  package private(set) var mistakes: [Mistake] = []

  package var isEmpty: Bool { lines.isEmpty }
  package var rows: [OwnRow] { lines.map(\.row) }

  /// Bytes that are read of a file.
  package static let limit = 1 << 20
  private static let mostRows = 20_000
  private static let longestColumn = 200

  package init() {}

  /// - Parameter bytes: those of the file, at most one more than `limit`.
  package init(_ bytes: some Collection<UInt8>) {
    let isCut = bytes.count > Self.limit
    guard
      let text = String(validating: bytes.prefix(Self.limit), as: UTF8.self)
        ?? (isCut ? String(decoding: bytes.prefix(Self.limit), as: UTF8.self) : nil)
    else {
      mistakes = [Mistake(reason: .notUTF8, line: 1, column: 1)]
      return
    }
    read(text, isCut: isCut)
  }

  package init(_ text: String) { read(text, isCut: false) }

  private mutating func read(_ text: String, isCut: Bool) {
    let text = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      guard line.contains(where: { !$0.isWhitespace }), line.first != "#" else { continue }
      guard lines.count < Self.mostRows else {
        mistakes.append(Mistake(reason: .tooManyRows(limit: Self.mostRows), line: number, column: 1))
        return
      }
      read(line, number)
    }
    guard isCut else { return }
    // The last line may have lost its end.
    if lines.last?.number == number { lines.removeLast() }
    mistakes.append(Mistake(reason: .tooLarge(limit: Self.limit), line: number, column: 1))
  }

  private mutating func read(_ line: Substring, _ number: Int) {
    var starts: [Int] = []
    var fields: [String] = []
    var column = 1
    for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
      starts.append(column)
      fields.append(SafeText(String(field)).string.trimmed)
      column += field.count + 1
    }
    while fields.count > 1, fields.last == "" { fields.removeLast() }
    do throws(OwnRow.Refusal) {
      if let long = fields.firstIndex(where: { $0.count > Self.longestColumn }) {
        throw OwnRow.Refusal(.columnTooLong(limit: Self.longestColumn), column: long)
      }
      lines.append(Line(number: number, row: try OwnRow(OwnRow.Columns(fields: fields)), starts: starts))
    } catch {
      let place = error.column < starts.count ? starts[error.column] : column - 1
      mistakes.append(Mistake(reason: error.reason, line: number, column: place))
    }
  }

  /// For what only the tables of the program tell of a row.
  static func mistake(_ reason: Mistake.Reason, at line: Line, column: Int) -> Mistake {
    Mistake(reason: reason, line: line.number, column: column < line.starts.count ? line.starts[column] : 1)
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let last = lastIndex(where: { !$0.isWhitespace }), start <= last else { return "" }
    return String(self[start...last])
  }
}

extension OwnTables {
  /// These rows behind those of others, so that these win.
  package func joined(behind others: OwnTables) -> OwnTables {
    var joined = others
    joined.lines += lines
    joined.mistakes += mistakes
    return joined
  }
}

// MARK: - What a change touches

extension OwnTables {
  private var analysisRows: [OwnRow] { rows.filter { !$0.isOfTags } }

  /// The rows of which facets follow, one after the other, as the store keeps them beside what they made. The same rows have the same text.
  package var text: String { analysisRows.map(\.text).sorted().joined(separator: "\n") }

  /// A number of 52 bits for the rows, which a store reads as any count; 0 where there are none.
  package var fingerprint: Int64 {
    analysisRows.isEmpty ? 0 : max(1, Digest(text.utf8).bits(52))
  }

  /// Words of which every article has one whose facets differ between these tables and others; nil where there are too many of them
  /// to look for, and all articles may differ.
  package func words(changedFrom other: OwnTables) -> [String]? {
    let changed = Set(analysisRows).symmetricDifference(other.analysisRows)
    guard changed.count <= Self.mostSought else { return nil }
    let words = Set(changed.flatMap(\.words))
    return words.count > 4 * Self.mostSought || words.contains("") ? nil : words.sorted()
  }

  private static let mostSought = 25
}

// MARK: - Changing the file

extension OwnTables {
  /// A file's text with a row behind the others. The file keeps its comments and its order.
  package static func text(_ text: String, adding row: OwnRow) -> String {
    let gap = text.isEmpty || text.last?.isNewline == true ? "" : "\n"
    return text + gap + row.text + "\n"
  }

  /// A file's text without the last of its lines that says the same as a row; as it is where none does.
  package static func text(_ text: String, removing row: OwnRow) -> String {
    guard let line = OwnTables(text).lines.last(where: { $0.row == row }) else { return text }
    var number = 0
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.endIndex
      number += 1
      if number == line.number { return String(text[..<start] + text[end...]) }
      start = end
    }
    return text
  }
}
