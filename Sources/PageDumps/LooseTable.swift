import ArticleFields
import TextScanning

/// Finds tables whose rows are drawn only by marks or wide gaps between cells: `项目 | 金额`, `项目    金额    同比`.
package struct LooseTable {
  /// The cells of each line that is a row, by the line's index.
  package private(set) var rows: [Int: [Substring]] = [:]

  package init(_ lines: [RepairedLine]) {
    var run: [(index: Int, row: Row)] = []
    for (index, line) in lines.enumerated() {
      let row = Self.row(of: line)
      if let row, let last = run.last, last.row.cells.count == row.cells.count, last.row.isRuled == row.isRuled {
        run.append((index, row))
        continue
      }
      keep(run)
      run = row.map { [(index, $0)] } ?? []
    }
    keep(run)
  }

  private struct Row {
    var cells: [Substring]
    /// Whether bars stand between the cells, and not only blanks.
    var isRuled: Bool
  }

  private mutating func keep(_ run: [(index: Int, row: Row)]) {
    guard let first = run.first, run.count >= 2 else { return }
    // Two pairs of words with wide gaps may be anything.
    guard first.row.isRuled || first.row.cells.count >= 3 || run.count >= 3 else { return }
    for (index, row) in run { rows[index] = row.cells }
  }

  private static let longestRow = 300

  private static func row(of line: RepairedLine) -> Row? {
    guard case .plain(let text) = line, text.utf8.count <= longestRow, mayBeRow(text) else { return nil }
    guard !text.contains(anyOf: ["。"]), FieldLine.key(at: text) == nil, CreditLine(text) == nil,
      !text.unicodeScalars.contains(where: \.isWordlike) || !Boilerplate.matches(text, at: .within),
      Byline.names(in: text) == nil
    else { return nil }
    let isRuled = text.contains(anyOf: bars)
    let cells = isRuled ? ruledCells(of: text) : spacedCells(of: text)
    return cells.count >= 2 ? Row(cells: cells, isRuled: isRuled) : nil
  }

  private static let bars: ScalarSet = ["|", "｜"]

  /// Whether the line holds a bar or a wide gap: all others are passed by after one look at their bytes.
  private static func mayBeRow(_ text: Substring) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var before: UInt8 = 0
      for index in bytes.indices {
        let byte = bytes[index]
        if byte == UInt8(ascii: "|") || (byte == 0x20 && before == 0x20) { return true }
        // The ideographic blank is E3 80 80, the wide bar EF BD 9C.
        if byte == 0x80, before == 0x80, index > 1, bytes[index - 2] == 0xe3 { return true }
        if byte == 0x9c, before == 0xbd { return true }
        before = byte
      }
      return false
    }
  }

  private static func ruledCells(of text: Substring) -> [Substring] {
    text.trimmed(of: bars).unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: bars.contains)
      .map { Substring($0).trimmed }
  }

  private static func spacedCells(of text: Substring) -> [Substring] {
    var cells: [Substring] = []
    for word in text.words {
      if let last = cells.last, !isWide(text[last.endIndex..<word.startIndex]) {
        cells[cells.count - 1] = text[last.startIndex..<word.endIndex]
      } else {
        cells.append(word)
      }
    }
    return cells
  }

  private static func isWide(_ gap: Substring) -> Bool {
    gap.unicodeScalars.count >= 2 || gap.unicodeScalars.first == "\u{3000}"
  }
}
