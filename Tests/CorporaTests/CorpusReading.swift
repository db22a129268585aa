import Foundation
import NewsLibrary
import NewsModel
import NewsParsing
import SourceForms

/// What the program reads in a case, field by field beside what is wanted.
struct CorpusReading: Sendable {
  struct Comparison: Sendable {
    let field: String
    let got: String
    let want: String
    var isRight: Bool { got == want }
  }

  private(set) var comparisons: [Comparison] = []
  /// The F1 of every text that the case gives.
  private(set) var textScores: [Double] = []
  private static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

  var mistakes: [Comparison] { comparisons.filter { !$0.isRight } }

  init(_ test: CorpusCase) throws {
    var options = ReadingOptions(
      zone: Self.zone, cleansRecords: test.want.cleans ?? false, address: test.want.address,
      contentType: test.want.contentType)
    options.now = try test.want.now.map { Timestamp(Int64(try Date($0, strategy: .iso8601).timeIntervalSince1970)) }
    var items: [Item] = []
    var refused = 0
    let notes = PageReading.parse(
      test.path, as: try test.want.as.map(Self.format), reading: options, item: { items.append($0) },
      problem: { _ in refused += 1 })
    compare("items", items.count, test.want.items.count)
    compare("refused", refused, test.want.refused ?? 0)
    if let count = test.want.notes { compare("notes", notes.entries.count, count) }
    for (place, want) in test.want.items.enumerated() {
      compare(items.indices.contains(place) ? items[place] : Item(title: ""), want)
    }
  }

  private static func format(_ name: String) throws -> SourceFormat {
    switch name {
    case "page": .pageDump
    case "html": .html
    case "feed": .feed
    case "json": .jsonLines
    case "csv": .csv
    default: throw CocoaError(.coderInvalidValue, userInfo: [NSLocalizedDescriptionKey: "as: \(name)"])
    }
  }

  private mutating func compare(
    _ field: String, _ got: some CustomStringConvertible, _ want: some CustomStringConvertible
  ) {
    comparisons.append(Comparison(field: field, got: got.description, want: want.description))
  }

  private mutating func compare(_ field: String, _ got: String?, wanted: String?) {
    if let wanted { compare(field, got ?? "", wanted) }
  }

  private mutating func compare(_ field: String, _ got: [String], wanted: [String]?) {
    if let wanted { compare(field, got.joined(separator: "\n"), wanted.joined(separator: "\n")) }
  }

  private mutating func compare(_ item: Item, _ want: CorpusCase.WantedItem) {
    compare("title", item.title, wanted: want.title)
    compare("label", item.label, wanted: want.label)
    compare("source", item.source, wanted: want.source)
    compare("byline", item.byline, wanted: want.byline)
    if let published = want.published {
      let got = item.published?.iso8601(in: Self.zone) ?? ""
      compare("published", published.isEmpty ? got : String(got.prefix(published.count)), published)
    }
    if let estimated = want.estimated { compare("estimated", item.isDateEstimated, estimated) }
    compare("summary", item.summary, wanted: want.summary)
    compare("url", item.url, wanted: want.url)
    compareText(item, want)
    compare("tags", item.tags, wanted: want.tags)
    compare("related", item.related.map(\.title), wanted: want.related)
    compare("previous", item.previous, wanted: want.previous)
    compare("next", item.next, wanted: want.next)
    compare("removed", item.removed, wanted: want.removed)
  }

  private mutating func compareText(_ item: Item, _ want: CorpusCase.WantedItem) {
    let blocks = item.blocks.filter { if case .figure = $0 { false } else { true } }
    compare("text", blocks.map(\.text), wanted: want.text)
    let headings = blocks.compactMap { if case .heading(let text, _) = $0 { text } else { nil } }
    compare("headings", headings, wanted: want.headings)
    let text = blocks.map(\.text).joined(separator: "\n")
    for piece in want.has ?? [] { compare("text", text.contains(piece) ? piece : "nothing of it", piece) }
    for piece in want.hasNot ?? [] { compare("text", text.contains(piece) ? "has: " + piece : "", "") }
    if let wanted = want.text { textScores.append(Self.f1(text, wanted.joined(separator: "\n"))) }
  }

  /// The harmonic mean of precision and recall of the different runs of four letters and digits.
  static func f1(_ got: String, _ want: String) -> Double {
    let (got, want) = (grams(got), grams(want))
    guard !got.isEmpty, !want.isEmpty else { return got.isEmpty && want.isEmpty ? 1 : 0 }
    return 2 * Double(got.intersection(want).count) / Double(got.count + want.count)
  }

  private static func grams(_ text: String) -> Set<[Unicode.Scalar]> {
    let scalars = text.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let signs = Array(scalars)
    guard signs.count >= 4 else { return signs.isEmpty ? [] : [signs] }
    return Set((0...(signs.count - 4)).map { Array(signs[$0..<($0 + 4)]) })
  }
}
