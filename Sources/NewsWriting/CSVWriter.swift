import Foundation
import NewsModel
import TextBasics

/// Articles as rows for a spreadsheet, under names that `newstape import` knows.
struct CSVWriter: DocumentWriter {
  let zone: TimeZone

  private static let columns = [
    "published", "estimated", "label", "title", "source", "author", "tags", "url", "summary", "text", "id",
    "arrived", "change", "withdrawn",
  ]

  func begin(_ bytes: inout [UInt8]) {
    bytes += CSVRow.byteOrderMark
    CSVRow.append(Self.columns + FacetValues.columns, to: &bytes)
  }

  /// A row has no room for what an article said before: its time of arrival is that of the words which it holds, so that whoever reads it
  /// takes nothing for known too early.
  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let headline = article.headline
    CSVRow.append(
      [
        headline.published.iso8601(in: zone), headline.isDateEstimated ? "true" : "", headline.label ?? "",
        headline.title, headline.source ?? "",
        article.byline ?? "", headline.tags.joined(separator: ", "), article.url ?? "", article.summary ?? "",
        article.blocks.plainText, article.originID ?? "",
        (former.last?.replaced ?? headline.arrived)?.iso8601(in: zone) ?? "", headline.change.name ?? "",
        headline.withdrawn?.iso8601(in: zone) ?? "",
      ] + headline.facets.cells, to: &bytes)
  }

  func end(_ bytes: inout [UInt8]) {}
}

/// Rows of a table for a spreadsheet (RFC 4180). Cells pass `FormulaGuard`: opening the file runs nothing.
package enum CSVRow {
  /// Stands before the first row: without it spreadsheets read Chinese in the character set of their system.
  package static let byteOrderMark = Array("\u{feff}".utf8)

  /// What stands in a cell.
  enum Cell {
    case text(String)
    /// As digits, without a guard: a sign before them begins no formula. Nil leaves the cell empty.
    case number(Double?)
  }

  package static func append(_ fields: [String], to bytes: inout [UInt8]) { append(fields.map(Cell.text), to: &bytes) }

  static func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(KeptText(lines: text), to: &bytes)
      case .number(let number): bytes += (number.map(digits) ?? "").utf8
      }
    }
    bytes += "\r\n".utf8
  }

  /// A number as programs read it, without a point where it is whole.
  static func digits(_ number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e15 ? String(Int64(number)) : String(number)
  }

  private static func append(_ text: KeptText, to bytes: inout [UInt8]) {
    let cell = FormulaGuard.guarded(text.string)
    guard needsQuotes(cell) else {
      bytes += cell.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
      || text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") }
  }
}
