import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing
@testable import SourceForms

@Suite struct FeedRecordReaderTests {
  private func read(_ text: String, limit: Int, piece: Int = 50) -> [ParsedRecord] {
    var reader = FeedRecordReader(context: context(), limit: limit)
    var records: [ParsedRecord] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let end = min(bytes.count, start + piece)
      bytes[start..<end].withUnsafeBytes { reader.take($0, isLast: end == bytes.count) { records.append($0) } }
    }
    return records
  }

  private func titles(_ records: [ParsedRecord]) -> [String] {
    records.compactMap { if case .item(let item) = $0 { "\(item.source ?? "") \(item.title)" } else { nil } }
  }

  private static let items = (0..<40).map { "<item><title>第\($0)条消息</title><guid>\($0)</guid></item>" }.joined()

  @Test(arguments: [
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>晨星日报</title>\(items)</channel></rss>",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
      + "<channel><title>晨星日报</title></channel>\(items)</rdf:RDF>",
  ])
  func aFeedInPartsGivesTheItemsOfTheWhole(_ feed: String) {
    let whole = read(feed, limit: 1 << 20)
    #expect(titles(whole) == (0..<40).map { "晨星日报 第\($0)条消息" })
    #expect(read(feed, limit: 600) == whole)
  }

  @Test func aFeedInPartsThatEndsEarlySaysSo() {
    let feed = "<rss><channel><title>晨星日报</title>\(Self.items)<item><title>半"
    let records = read(feed, limit: 600)
    #expect(titles(records).count >= 40)
    #expect(records.last == .refused(ParseRefusal(.endsWithinEntry)))
  }

  @Test func anItemWithoutEndIsRefusedAtTheLimit() {
    let feed = "<rss><channel><item><title>" + String(repeating: "长", count: 2_000)
    #expect(read(feed, limit: 600) == [.refused(ParseRefusal(.tooLarge(limit: 600)))])
  }
}
