import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import NewsParsing
@testable import SourceForms

@Suite struct RecordStreamTests {
  private func run(_ bytes: [UInt8], piece: Int, _ context: ParsingContext = context()) -> [ParsedRecord] {
    var stream = RecordStream(context: context)
    var records: [ParsedRecord] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let slice = Array(bytes[start..<min(bytes.count, start + piece)])
      slice.withUnsafeBytes { stream.feed($0, isLast: false) { records.append($0) } }
    }
    stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { records.append($0) }
    return records
  }

  private let lines = (0..<400).map { #"{"title":"第\#($0)条新闻","text":"一段文字，说明情况。"}"# }.joined(separator: "\n")

  @Test(arguments: [1, 100, 5_000, 1 << 20]) func linesInPiecesOfAnySize(_ piece: Int) {
    let records = run(Array(lines.utf8), piece: piece)
    #expect(records.count == 400)
    #expect(records == NewsParser.parse(Array(lines.utf8), context: context()))
  }

  @Test(arguments: [5, 8_000]) func utf16Lines(_ piece: Int) {
    var bytes: [UInt8] = [0xff, 0xfe]
    for unit in (lines + "😀").utf16 { bytes += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    // What stands behind the last object is told, and takes the object not with it.
    #expect(run(bytes, piece: piece).count { if case .item = $0 { true } else { false } } == 400)
    #expect(run(bytes, piece: piece).count == 401)
  }

  @Test func linesInGB18030() throws {
    #expect(try run(encoded(lines, .gb18030), piece: 4_000) == NewsParser.parse(Array(lines.utf8), context: context()))
  }

  @Test func aLineOverTheLimitIsRefusedAndTheNextIsRead() {
    var small = context()
    small.sizeLimit = 5_000
    let long = #"{"title":"x","text":""# + String(repeating: "长", count: 4_000) + #""}"#
    let records = run(Array((#"{"title":"甲"}"# + "\n" + long + "\n" + #"{"title":"乙"}"#).utf8), piece: 1_000, small)
    #expect(records.count == 3)
    #expect(records[1] == .refused(ParseRefusal(.tooLarge(limit: 5_000), line: 2)))
  }

  @Test func aPageOverTheLimitIsRefusedOnce() {
    var small = context()
    small.sizeLimit = 5_000
    let records = run(Array(String(repeating: page() + "\n", count: 100).utf8), piece: 700, small)
    #expect(records == [.refused(ParseRefusal(.tooLarge(limit: 5_000)))])
  }

  @Test func emptyInputIsRefused() {
    #expect(run([], piece: 1) == [.refused(ParseRefusal(.empty))])
  }

  @Test func formats() {
    func detect(_ text: String, _ name: String? = nil) -> SourceFormat {
      SourceFormat.detect(Array(text.utf8), fileName: name)
    }
    #expect(detect(page()) == .pageDump)
    #expect(detect(lines) == .jsonLines)
    #expect(detect("\u{feff}  {\"title\":1}") == .jsonLines)
    #expect(detect("title,text\n甲,乙\n") == .csv)
    #expect(detect("甲,乙\n", "x.CSV") == .csv)
    #expect(detect("甲\t乙\n", "x.tsv.gz") == .csv)
    #expect(detect("<!DOCTYPE html><html>") == .html)
    #expect(detect("<?xml version=\"1.0\"?><rss version=\"2.0\">") == .feed)
    #expect(detect("", "x.jsonl") == .jsonLines)
  }

  @Test func webPagesAreRead() {
    let text = String(repeating: "青禾科技发布三季报，净利润翻倍。", count: 6)
    let html = "<!DOCTYPE html><html><title>青禾科技净利翻倍</title><p>\(text)</p></html>"
    for format in [nil, SourceFormat.pageDump, .html] {
      let records = NewsParser.parse(Array(html.utf8), as: format, context: ParsingContext())
      guard case .item(let item) = records.first else {
        Issue.record("no item")
        continue
      }
      #expect(item.title == "青禾科技净利翻倍")
      #expect(item.blocks == [.paragraph(text)])
    }
  }

  @Test func feedsAreToldByTheirRootElement() {
    func detect(_ text: String, _ name: String? = nil) -> SourceFormat {
      SourceFormat.detect(Array(text.utf8), fileName: name)
    }
    #expect(detect("<?xml version=\"1.0\"?><!-- <html> --><feed xmlns=\"http://www.w3.org/2005/Atom\">") == .feed)
    #expect(detect("<rdf:RDF xmlns:rdf=\"x\">") == .feed)
    #expect(detect("<CHANNEL HREF=\"x\">") == .feed)
    #expect(detect("<html><body>&lt;rss&gt;<feedback>") == .html)
    #expect(detect("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", "x.json") == .feed)
    #expect(detect("{\"title\": \"x\"}", "x.json") == .jsonLines)
  }

  @Test func theItemsOfAFeedAreRecordsUnderItsTitle() throws {
    let text = "<rss><channel><title>晨星日报</title><item><title>云岭电池公布新工厂计划</title><guid>1</guid></item></channel></rss>"
    let records = run(Array(text.utf8), piece: 5)
    let expected = Item(
      originID: "1", title: "云岭电池公布新工厂计划", source: "晨星日报", published: context().fileTime, isDateEstimated: true)
    #expect(records == [.item(expected)])
  }

  @Test(arguments: [
    ("<rss></rss>", ParseRefusal.Container.feed), ("[\n]\n", .objects), ("title,text\n\n", .rows),
  ])
  func whatHoldsNothingSaysSo(_ text: String, _ container: ParseRefusal.Container) {
    #expect(run(Array(text.utf8), piece: 5) == [.refused(ParseRefusal(.holdsNothing(container)))])
  }
}
