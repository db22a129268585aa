import NewsModel
import Testing

@testable import ArticleFields
@testable import WebPages

/// Pages made to stop a reader. Each must end, with an article or a refusal, in time linear in its bytes.
@Suite struct HostilePageTests {
  @Test(arguments: [
    String(repeating: "<div>", count: 100_000) + "x。", "<title>" + String(repeating: "长", count: 3_000_000),
    "<p>" + String(repeating: "\u{0}a", count: 200_000), String(repeating: "<ul><li><p>a, b.", count: 50_000),
    String(repeating: "<table><tr><td>a, b.", count: 50_000), String(repeating: "<blockquote><p>一，二。", count: 50_000),
    String(repeating: "<a href=x>", count: 100_000), String(repeating: "<p class='", count: 100_000),
    String(repeating: "<meta name=keywords content='a,b,c'>", count: 50_000), String(repeating: "&", count: 1_000_000),
    "<script type=application/ld+json>" + String(repeating: "[", count: 200_000),
    String(repeating: "<h1>a</h1>", count: 50_000),
    String(repeating: "<article><h1>a</h1><p>" + String(repeating: "a, b. ", count: 100) + "</p>", count: 1_000),
  ])
  func ends(html: String) {
    _ = WebPageParser.parsePage(Array(html.utf8), context: ParsingContext())
  }

  @Test func textFromAPageIsSafe() throws {
    let html = """
      <title>\u{1b}]0;x\u{7} &#27;[31m&#155;31m \u{202e}title</title><p>\u{1b}[2J First sentence, which is long enough to be read as
      one &#x1b;[0m and goes on for a while, so that it counts as an article.</p><a href="java\u{a}script:x">x</a>
      """
    let item = try WebPageParser.parsePage(Array(html.utf8), context: ParsingContext()).get()
    let text = item.title + item.blocks.plainText + (item.summary ?? "")
    #expect(
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) && $0 != "\u{202e}" })
    #expect(item.links.isEmpty)
  }
}
