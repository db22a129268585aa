import ArticleFields
import FeedParsing
import Foundation
import NewsModel
import NewsParsing
import NewsWriting
import SourceForms
import WebPages

/// Whatever becomes articles.
extension FuzzTarget {
  static let pages = FuzzTarget("pages") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .pageDump) }
  static let webPages = FuzzTarget("web-pages") { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: .html)
    let signposts = bytes.withUnsafeBytes { PageSignposts(in: $0, address: "https://news.example/") }
    try expect(signposts.listedFeeds.allSatisfy { !$0.isEmpty }, "a link to nowhere")
  }
  static let feeds = FuzzTarget("feeds") { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: .feed)
    _ = FeedParser.parse(bytes, context: FeedContext(zone: .gmt))
  }
  static let jsonLines = FuzzTarget("json-lines") { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: .jsonLines)
  }
  static let csv = FuzzTarget("csv") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .csv) }
  static let literals = FuzzTarget("literals") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .literals) }
  static let sqlDumps = FuzzTarget("sql-dumps") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .sql) }
  static let yaml = FuzzTarget("yaml") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .yaml) }
  static let tables = FuzzTarget("tables") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .table) }
  static let markupRecords = FuzzTarget("markup-records") { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: .markup)
  }
  static let webArchives = FuzzTarget("web-archives") { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: .webArchive)
  }
  static let mails = FuzzTarget("mails") { bytes throws(FuzzFinding) in try readRecords(bytes, as: .mail) }

  /// Long enough for the format to be decided before the end.
  static let anyFormat = FuzzTarget("any-format", longestInput: 12_288) { bytes throws(FuzzFinding) in
    try readRecords(bytes, as: nil)
  }

  /// Bytes that come piece by piece give the same records as bytes that come at once, and no record is out of bounds.
  private static func readRecords(_ bytes: [UInt8], as format: SourceFormat?) throws(FuzzFinding) {
    let whole = records(bytes, as: format, pieces: bytes.count)
    let size = pieceSize(for: bytes)
    let parts = records(bytes, as: format, pieces: size)
    try expect(whole == parts, "pieces of \(size) bytes give \(parts.count) other records than \(whole.count) at once")
    try expect(bytes.isEmpty || !whole.isEmpty || isSilent(format), "a file that has content gives nothing at all")
    for case .item(let item) in whole { try check(item, bytes.count) }
    // One a run is enough: the fuzzer has many.
    if case .item(let item) = whole.first { try expectRoundTrip(item) }
  }

  /// Formats of which an input without a record is told of as a whole by the import.
  private static func isSilent(_ format: SourceFormat?) -> Bool { format != .pageDump && format != .html }

  private static func records(_ bytes: [UInt8], as format: SourceFormat?, pieces size: Int) -> [ParsedRecord] {
    var records: [ParsedRecord] = []
    var stream = RecordStream(format: format, context: context)
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      repeat {
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(max(1, size)))
        rest = rest.dropFirst(piece.count)
        stream.feed(piece, isLast: rest.isEmpty) { records.append($0) }
      } while !rest.isEmpty
    }
    return records
  }

  private static func check(_ item: Item, _ bytes: Int) throws(FuzzFinding) {
    try expect(!item.title.isEmpty || !item.blocks.isEmpty, "an article without headline and text")
    // Nothing invents text: character references and character sets make at most so much more of a byte.
    let length = item.title.utf8.count + item.blocks.reduce(0) { $0 + $1.text.utf8.count }
    try expect(length <= 16 * bytes + 256, "\(length) bytes of text out of \(bytes)")
    let year = CivilTime(item.published ?? context.now, in: .gmt).year
    try expect((1...9_999).contains(year), "an article of the year \(year)")
  }

  /// An article that is exported is read back as it was.
  private static func expectRoundTrip(_ item: Item) throws(FuzzFinding) {
    var expected = item
    expected.published = item.published ?? context.now
    expected.marks = []
    // What was left out of a page is told when it is read, and is no part of the article.
    expected.removed = []
    let writer = ExportFormat.jsonl.writer(title: "", zone: .gmt)
    var line: [UInt8] = []
    writer.begin(&line)
    writer.write(Article(expected), to: &line)
    writer.end(&line)
    let again = NewsParser.parse(line, as: .jsonLines, context: context)
    try expect(
      again == [.item(expected)], "exported as \(String(decoding: line, as: UTF8.self)), read back as \(again)")
  }

  private static let context = ParsingContext(
    zone: .gmt, fileTime: Timestamp(1_709_294_400), now: Timestamp(1_773_792_000))
}

extension Article {
  /// The article that the store would make of an item.
  fileprivate init(_ item: Item) {
    self.init(
      headline: Headline(
        id: ArticleID(1), key: ArticleKey(1), label: item.label, title: item.title, source: item.source,
        published: item.published ?? Timestamp(0), isDateEstimated: item.isDateEstimated, isStub: item.isStub,
        tags: item.tags),
      details: item.details, blocks: item.blocks, related: item.related.map { RelatedArticle(item: $0) },
      links: item.links)
  }
}

/// A size that the bytes themselves choose, so that the fuzzer does.
func pieceSize(for bytes: [UInt8]) -> Int {
  1 + bytes.suffix(16).reduce(bytes.count) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 97
}
