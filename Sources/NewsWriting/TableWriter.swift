package import Foundation
import JSON
import Log
package import NewsModel
import TextAnalysis
import TextBasics

/// The forms in which the table of events leaves the program.
package enum TableFormat: String, Hashable, Sendable, CaseIterable {
  /// RFC 4180, with the byte order mark that spreadsheets need.
  case csv
  /// Fields separated by tabs, which no field holds.
  case tsv
  /// An array of objects.
  case json
  /// One object a line.
  case jsonl

  /// The format that a file's name asks for; nil where it asks for none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."),
      let format = Self(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    else { return nil }
    self = format
  }
}

/// Writes headlines as rows with typed columns: a row for each event of an article, one row where it has none.
///
/// Times are ISO 8601, amounts and percentages numbers without signs of a unit, whose names stand in columns of their own.
package struct TableWriter: Sendable {
  private let format: TableFormat
  private let zone: TimeZone
  /// Whether an object stands before the next one of an array.
  private var hasRows = false

  /// - Parameter zone: the zone in which times are written.
  package init(_ format: TableFormat, zone: TimeZone) {
    self.format = format
    self.zone = zone
  }

  package func begin(_ bytes: inout [UInt8]) {
    switch format {
    case .csv:
      bytes += CSVRow.byteOrderMark
      CSVRow.append(TableRecord.columns, to: &bytes)
    case .tsv: append(TableRecord.columns.map { .text($0) }, to: &bytes)
    case .json: bytes += "[".utf8
    case .jsonl: break
    }
  }

  package mutating func write(_ headline: Headline, to bytes: inout [UInt8]) {
    let events = headline.facets.events
    for event in events.isEmpty ? [nil] : events.map(Optional.some) {
      write(TableRecord(headline, event, zone: zone), to: &bytes)
    }
  }

  package func end(_ bytes: inout [UInt8]) {
    if format == .json { bytes += "\n]\n".utf8 }
  }

  private mutating func write(_ record: TableRecord, to bytes: inout [UInt8]) {
    switch format {
    case .csv: CSVRow.append(record.cells, to: &bytes)
    case .tsv: append(record.cells, to: &bytes)
    case .json, .jsonl:
      if format == .json { bytes += (hasRows ? ",\n" : "\n").utf8 }
      // Its fields are texts and numbers: none of them refuses to be written.
      Log.attempt("write article \(record.id) as JSON", .error) { try JSONLine.append(record, to: &bytes) }
      if format == .jsonl { bytes.append(UInt8(ascii: "\n")) }
    }
    hasRows = true
  }

  private func append(_ cells: [CSVRow.Cell], to bytes: inout [UInt8]) {
    bytes += cells.map(\.line).joined(separator: "\t").utf8
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension CSVRow.Cell {
  /// In one line without tabs.
  fileprivate var line: String {
    switch self {
    case .text(let text): FormulaGuard.guarded(KeptText(text).string.replacing("\t", with: " "))
    case .number(let number): number.map(CSVRow.digits) ?? ""
    }
  }
}

/// A row of the table: an article and one of its events.
private struct TableRecord: Encodable {
  let published: String
  /// Of the first company that the article names.
  let company: String?
  let code: String?
  let exchange: String?
  /// As the store calls all of them.
  let companies: [String]
  let event: String?
  let detail: String?
  let direction: String?
  let amount: Double?
  /// Where the amount is a range.
  let amountUpTo: Double?
  /// The code of ISO 4217 of an amount of money or a price.
  let currency: String?
  /// What else is counted, or of what one costs so much.
  let unit: String?
  let percent: Double?
  let percentUpTo: Double?
  let tone: String?
  let source: String?
  let title: String
  let id: Int64

  static let columns = [
    "published", "company", "code", "exchange", "companies", "event", "detail", "direction", "amount", "amountUpTo",
    "currency", "unit", "percent", "percentUpTo", "tone", "source", "title", "id",
  ]

  init(_ headline: Headline, _ event: EventValue?, zone: TimeZone) {
    let facets = headline.facets
    published = headline.published.iso8601(in: zone)
    let first = facets.companies.first.map(TextAnalyser.listedCompany)
    company = first?.name
    code = first?.listing.code
    exchange = first?.listing.exchange.rawValue
    companies = facets.companies
    self.event = event?.kind.rawValue
    detail = event?.detail
    direction = event?.direction?.rawValue
    amount = event?.amount?.range.lowerBound
    amountUpTo = event?.amount?.range.upperIfOther
    currency = event?.amount?.unit.currency
    unit = event?.amount?.unit.counted
    percent = event?.percentage?.lowerBound
    percentUpTo = event?.percentage?.upperIfOther
    tone = facets.tone?.rawValue
    source = headline.source
    title = headline.title
    id = headline.key.rawValue
  }

  var cells: [CSVRow.Cell] {
    func text(_ text: String?) -> CSVRow.Cell { .text(text ?? "") }
    return [
      text(published), text(company), text(code), text(exchange), text(companies.joined(separator: " ")), text(event),
      text(detail), text(direction), .number(amount), .number(amountUpTo), text(currency), text(unit),
      .number(percent), .number(percentUpTo), text(tone), text(source), text(title), text(String(id)),
    ]
  }
}

extension ClosedRange<Double> {
  /// The second number of a range; nil where one number stands.
  fileprivate var upperIfOther: Double? { upperBound > lowerBound ? upperBound : nil }
}

extension AmountUnit {
  fileprivate var currency: String? {
    switch self {
    case .currency(let code), .price(let code, _): code
    case .shares, .other: nil
    }
  }

  fileprivate var counted: String? {
    switch self {
    case .currency: nil
    case .price(_, let unit), .other(let unit): unit
    case .shares: "shares"
    }
  }
}
