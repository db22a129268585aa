import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import WebPages

/// How the item is put together.
@Suite struct PageItemTests {
  private func parse(_ html: String) -> Result<Item, ParseRefusal> {
    WebPageParser.parsePage(Array(html.utf8), context: context(fileName: "a.html"))
  }
  private func item(_ html: String) throws -> Item { try parse(html).get() }
  private let head = "<title>云杉动力净利翻倍</title><h1>云杉动力净利翻倍</h1>"

  @Test func aPageWithoutAnArticleIsRefusedWithItsName() {
    #expect(parse("<p>甲") == .failure(ParseRefusal(.notAnArticle, path: "a.html")))
    #expect(parse("<div>\(sentence(600))</div>") == .failure(ParseRefusal(.noTitle, path: "a.html")))
    #expect(parse("") == .failure(ParseRefusal(.empty, path: "a.html")))
  }

  @Test func aPageOverTheLimitIsNotRead() {
    let bytes = Array((head + paragraphs(3)).utf8)
    let limited = ParsingContext(now: Timestamp(0), sizeLimit: bytes.count - 1)
    #expect(
      WebPageParser.parsePage(bytes, context: limited) == .failure(ParseRefusal(.tooLarge(limit: bytes.count - 1))))
    #expect(throws: Never.self) {
      try WebPageParser.parsePage(bytes, context: ParsingContext(now: Timestamp(0), sizeLimit: bytes.count)).get()
    }
  }

  @Test func aLabelBeforeTheHeadlineIsItsLabel() throws {
    let found = try item("<title>【快讯】云杉动力净利翻倍</title><h1>【快讯】云杉动力净利翻倍</h1>" + paragraphs(3))
    #expect(found.title == "云杉动力净利翻倍" && found.label == "快讯")
  }

  @Test func aDescriptionThatRepeatsTheTitleIsNone() throws {
    func summary(_ text: String) throws -> String? {
      try item("<meta name=description content='\(text)'>" + head + paragraphs(3)).summary
    }
    #expect(try summary("公司发布三季报。") == "公司发布三季报。")
    #expect(try summary("云杉动力净利翻倍 - 星海网") == nil)
    #expect(try summary("云杉动力") == nil)
    #expect(try summary("云杉动力净利翻倍，" + String(repeating: "长", count: 21)) != nil)
    #expect(try summary("云杉动力净利翻倍，" + String(repeating: "长", count: 20)) == nil)
    #expect(
      try item(
        "<meta name=description content='云杉动力'><meta property=og:description content='另有说明'>" + head + paragraphs(3)
      ).summary == "另有说明")
  }

  private func blocks(_ body: String) throws -> [Block] { try item(head + "<div>\(body)</div>").blocks }

  @Test func aBoldLineBeforeATextIsAHeading() throws {
    #expect(try blocks(paragraphs(1) + "<p><b>产能扩张</b></p>" + paragraphs(2))[1] == .heading("产能扩张", level: 3))
    for other in [
      "<p><b>产能</b>扩张</p>", "<p><b>产能扩张。</b></p>", "<p><b>记者 林一帆</b></p>",
      "<p><b>\(String(repeating: "长", count: 31))</b></p>",
    ] {
      #expect(try blocks(paragraphs(1) + other + paragraphs(2)).contains { $0.isHeading } == false, "\(other)")
    }
    #expect(
      try blocks(paragraphs(2) + "<p><b>产能扩张</b></p><p><b>\(sentence(120))</b></p>").contains { $0.isHeading } == false)
  }

  @Test func whatMachinesAreToldCountsWhereNextToNothingIsShown() throws {
    func carried(_ text: String, shown: String = "<p>请开启脚本</p>") throws -> [Block] {
      try item(
        "<title>云杉动力净利翻倍</title><script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"\(text)\"}</script><body><h1>云杉动力净利翻倍</h1><div>\(shown)</div>"
      ).blocks
    }
    #expect(
      try carried("\(sentence(120))\\n\\n \(sentence(90)) ") == [.paragraph(sentence(120)), .paragraph(sentence(90))])
    #expect(try carried("<p>\(sentence(120))<h2>展望</h2><p>\(sentence(90))").map(\.isHeading) == [false, true, false])
    let shown = "<p>" + sentence(120) + "甲</p>"
    #expect(try carried(sentence(366), shown: shown).count == 1)
    #expect(try carried(sentence(360), shown: shown) == [.paragraph(sentence(120) + "甲")])
    #expect(try carried(sentence(420), shown: shown) == [.paragraph(sentence(420))])
  }

  @Test func linesThatWereLeftOutAreKeptApart() throws {
    let found = try item(
      head + "<div>\(paragraphs(3))<div class=related><p>山海重工中标</p></div><p>扫一扫下载客户端</p><p hidden>暗</p></div>")
    #expect(found.removed.contains("山海重工中标") && found.removed.contains("扫一扫下载客户端") && !found.removed.contains("暗"))
    #expect(!found.blocks.plainText.contains("山海重工"))
  }

  @Test func anElementThatIsCalledACaptionIsOne() throws {
    #expect(
      try blocks(paragraphs(1) + "<div class=caption>云杉动力的新厂房</div>" + paragraphs(2)).contains(.figure("云杉动力的新厂房")))
  }

  // MARK: - As a form of input

  @Test func theReaderTakesSetAndAddressFromItsContext() throws {
    var context = context()
    context.contentType = "text/html; charset=big5"
    context.address = "https://a.example/b/"
    var reader = SourceFormat.html.makeReader(context)
    let text = String(repeating: "鑫淼犇，", count: 12) + "犇。"
    let html = "<title>鑫淼犇驫</title><div><p>\(text)</p><p>\(text)<a href=x>淼淼</a></p></div>"
    var records: [ParsedRecord] = []
    try encoded(html, .big5).withUnsafeBytes { reader.take($0, isLast: true) { records.append($0) } }
    guard case .item(let item) = try #require(records.first) else {
      Issue.record("\(records)")
      return
    }
    #expect(
      item.title == "鑫淼犇驫" && item.url == "https://a.example/b/"
        && item.links.map(\.address) == ["https://a.example/b/x"])
  }

  @Test func pagesAreToldByTheirTagsAndNames() {
    #expect(SourceFormat.html.isMet(FormatSample("<!DOCTYPE html>")) && !SourceFormat.html.isMet(FormatSample("{}")))
    #expect(SourceFormat.html.extensions == ["html", "htm", "xhtml", "shtml"] && !SourceFormat.html.isText)
  }

  @Test func feedLinksAreAbsoluteAndSafe() {
    func feeds(_ html: String) -> [FeedLink] {
      Array(html.utf8).withUnsafeBytes { WebPageParser.feedLinks(in: $0, address: "https://a.example/b/") }
    }
    #expect(
      feeds("<link rel=alternate type=text/rss+xml href=x title=' 要闻\u{1b} &lt; '>") == [
        FeedLink(title: "要闻 <", address: "https://a.example/b/x", type: "text/rss+xml")
      ])
    #expect(feeds("<link rel=alternate type=text/rss+xml href='javascript:x'>").isEmpty && feeds("").isEmpty)
  }
}
