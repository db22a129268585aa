import Foundation
import NewsModel
import TextBasics

/// Articles as rows for a spreadsheet, under names that `newstape import` knows.
struct CSVWriter: DocumentWriter {
  let zone: TimeZone

  private static let columns = [
    "published", "estimated", "label", "title", "source", "author", "tags", "url", "summary", "text", "id",
  ]

  func begin(_ bytes: inout [UInt8]) {
    bytes += CSVRow.byteOrderMark
    CSVRow.append(Self.columns, to: &bytes)
  }

  func write(_ article: Article, to bytes: inout [UInt8]) {
    let headline = article.headline
    CSVRow.append(
      [
        headline.published.iso8601(in: zone), headline.isDateEstimated ? "true" : "", headline.label ?? "",
        headline.title, headline.source ?? "",
        article.byline ?? "", headline.tags.joined(separator: ", "), article.url ?? "", article.summary ?? "",
        article.blocks.plainText, article.originID ?? "",
      ], to: &bytes)
  }

  func end(_ bytes: inout [UInt8]) {}
}

/// Rows of a table for a spreadsheet (RFC 4180). Cells pass `FormulaGuard`: opening the file runs nothing.
package enum CSVRow {
  /// Stands before the first row: without it spreadsheets read Chinese in the character set of their system.
  package static let byteOrderMark = Array("\u{feff}".utf8)

  package static func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(KeptText(lines: field), to: &bytes)
    }
    bytes += "\r\n".utf8
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
