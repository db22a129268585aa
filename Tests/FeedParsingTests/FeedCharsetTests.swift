import ParsingSupport
import Testing

@testable import Decoding
@testable import FeedParsing

/// In which character set a feed is read, and what is told of it.
@Suite struct FeedCharsetTests {
  @Test(
    arguments: [
      ("text/xml; charset=utf-8", "utf-8"), ("text/xml;charset=\"GBK\"", "GBK"), ("text/xml; CHARSET = 'big5'", "big5"),
      ("text/xml; q=1; charset=a", "a"), ("text/xml; charset=a; charset=b", "a"), ("text/xml", nil), ("charset=a", nil),
      ("", nil),
      ("text/xml; xcharset=a", nil),
    ] as [(String, String?)])
  func theHeaderNamesASet(header: String, name: String?) {
    #expect(FeedBytes.charset(ofContentType: header) == name)
  }

  @Test(
    arguments: [
      ("<?xml version=\"1.0\" encoding=\"gb2312\"?>", "gb2312"), ("<?xml encoding='a'?>", "a"),
      ("\n <?xml encoding = \"a\" ?><b>", "a"),
      ("<?xml version=\"1.0\"?><a encoding=\"b\">", nil), ("<?xml encoding=a?>", nil), ("<?xml encoding=\"a\"", nil),
      ("<a encoding=\"b\">", nil),
      ("<?xml encoding?>", nil), ("", nil),
    ] as [(String, String?)])
  func theDeclarationNamesASet(text: String, name: String?) {
    #expect(Array(text.utf8).withUnsafeBytes { FeedBytes.charset(ofDeclaration: $0) } == name)
  }

  @Test func aDeclarationFarFromTheStartIsNone() {
    let far = String(repeating: " ", count: 1_100) + "<?xml encoding=\"a\"?>"
    #expect(Array(far.utf8).withUnsafeBytes { FeedBytes.charset(ofDeclaration: $0) } == nil)
  }

  private static let title = "云杉动力公布上半年数据，产能与货量同比回升"

  private func rss(_ title: String, _ encoding: String? = nil) -> String {
    (encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? "")
      + "<rss><channel><title>\(title)</title></channel></rss>"
  }

  private func read(_ bytes: [UInt8], _ contentType: String? = nil) throws -> (title: String?, notes: [FeedNote]) {
    let feed = try FeedParser.parse(bytes, context: FeedContext(contentType: contentType)).get()
    return (feed.title, feed.notes)
  }

  @Test func aMarkOutweighsWhatIsDeclared() throws {
    let found = try read([0xef, 0xbb, 0xbf] + Array(rss(Self.title, "gbk").utf8), "text/xml; charset=big5")
    #expect(found.title == Self.title && found.notes.isEmpty)
    let damaged = try read([0xef, 0xbb, 0xbf] + Array(rss(Self.title).utf8) + [0xff])
    #expect(damaged.title == Self.title && damaged.notes == [.invalidBytes])
  }

  @Test func aFeedOfASCIIIsWhateverItSays() throws {
    let found = try read(Array(rss("Tape", "gbk").utf8))
    #expect(found.title == "Tape" && found.notes.isEmpty)
  }

  @Test func whoDeclaresAnotherSetIsTold() throws {
    let found = try read(encoded(rss(Self.title, "utf-8"), .gb18030))
    #expect(found.title == Self.title && found.notes == [.wrongCharset(declared: "UTF-8", actual: "GB18030")])
    let header = try read(Array(rss(Self.title).utf8), "text/xml; charset=iso-8859-1")
    #expect(header.title == Self.title && header.notes == [.wrongCharset(declared: "WINDOWS-1252", actual: "UTF-8")])
  }

  @Test func aWideSetIsNoneOfATextInASCIISigns() throws {
    let found = try read(Array(rss(Self.title, "utf-16").utf8))
    #expect(found.title == Self.title && found.notes.isEmpty)
  }

  @Test func someDamagedPlacesDoNotMakeUTF8AnotherSet() throws {
    var bytes = Array(rss(Self.title + Self.title).utf8)
    bytes.insert(contentsOf: [0xff, 0xfe], at: 30)
    let found = try read(bytes)
    #expect(found.title?.hasSuffix("同比回升") == true && found.notes == [.invalidBytes])
  }

  @Test func textsOfTwoSetsAreEachReadInTheirOwn() throws {
    let items = (0..<12).map { "<item><title>\(Self.title)第\($0)条</title></item>" }.joined(separator: "\n")
    let head = Array("<rss><channel><title>\(Self.title)</title>\n\(items)\n".utf8)
    let tail = try encoded("<item><title>星海财经报道港口扩建泊位的计划</title></item>\n</channel></rss>", .gb18030)
    let feed = try FeedParser.parse(head + tail).get()
    #expect(feed.title == Self.title && feed.items.last?.title == "星海财经报道港口扩建泊位的计划")
    #expect(feed.notes.contains(.mixedCharsets("UTF-8", "GB18030")))
  }
}
