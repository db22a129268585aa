import Foundation
import NewsModel
import Testing

@testable import NewsWriting

/// The table of events as files for programs: every column has its type.
@Suite struct TableWriterTests {
  private static let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt

  private let buyback = Headline(
    id: ArticleID(7), key: ArticleKey(42), title: "=回购,\t\"进展\"", source: "星海财经", published: Timestamp(1_700_000_000),
    facets: FacetValues(
      companies: ["600519.SH", "00700.HK"],
      events: [
        EventValue(
          kind: .buyback, direction: .positive, amount: Amount(range: 15e8...30e8, unit: .currency("CNY")),
          percentage: -35.5...(-35.5)),
        EventValue(
          kind: .rating, detail: "目标价", amount: Amount(range: 31...31, unit: .price(currency: "HKD", per: "share"))),
      ], tone: .positive))
  private let plain = Headline(
    id: ArticleID(6), key: ArticleKey(41), title: "无事", published: Timestamp(1_600_000_000))

  private func text(_ format: TableFormat) -> String {
    var writer = TableWriter(format, zone: Self.zone)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for headline in [buyback, plain] { writer.write(headline, to: &bytes) }
    writer.end(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func aSpreadsheetGetsNumbersAndNoFormula() throws {
    let lines = text(.csv).split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\u{feff}published,company,code,exchange,companies,event,detail,direction,amount,"))
    #expect(
      lines[1].hasPrefix(
        "2023-11-15T06:13:20+08:00,贵州茅台,600519,SSE,600519.SH 00700.HK,回购,,positive,1500000000,3000000000,CNY,,-35.5,,"))
    #expect(lines[1].contains(",positive,星海财经,\"'=回购,") && lines[1].hasSuffix("\"\"进展\"\"\",42"))
    #expect(lines[2].contains(",评级,目标价,,31,,HKD,share,,,positive,"))
    #expect(lines[3] == "2020-09-13T20:26:40+08:00,,,,,,,,,,,,,,,,无事,41")
  }

  @Test func fieldsBetweenTabsHoldNone() {
    let lines = text(.tsv).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines.last == "")
    #expect(Set(lines.dropLast().map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }) == [18])
  }

  @Test func objectsHaveTypes() throws {
    let array = try objects(text(.json))
    let lines = try objects("[" + text(.jsonl).split(separator: "\n").joined(separator: ",") + "]")
    for rows in [array, lines] {
      #expect(rows.count == 3)
      #expect(rows[0]["amount"] as? Double == 15e8 && rows[0]["percent"] as? Double == -35.5)
      #expect(rows[0]["companies"] as? [String] == ["600519.SH", "00700.HK"])
      #expect(rows[0]["id"] as? Int == 42 && rows[1]["currency"] as? String == "HKD")
      #expect(rows[2]["event"] is NSNull || rows[2]["event"] == nil)
    }
  }

  @Test func nothingIsAnEmptyTable() throws {
    for format in TableFormat.allCases {
      let writer = TableWriter(format, zone: Self.zone)
      var bytes: [UInt8] = []
      writer.begin(&bytes)
      writer.end(&bytes)
      if format == .json { #expect(try objects(String(decoding: bytes, as: UTF8.self)).isEmpty) }
    }
  }

  @Test func theNameOfAFileTellsTheFormat() {
    #expect(TableFormat(fileName: "a/b.CSV") == .csv)
    #expect(TableFormat(fileName: "x.tsv") == .tsv)
    #expect(TableFormat(fileName: "x.md") == nil)
    #expect(TableFormat(fileName: "csv") == nil)
  }
}
