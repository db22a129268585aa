import Growth
import NewsModel
import Testing

@testable import ArticleFields
@testable import WebPages

/// Pages made to stop a reader. Each must end, with an article or a refusal, in time linear in its bytes.
@Suite struct HostilePageTests {
  @Test(arguments: [
    ("", "<div>"), ("<title>", "长长长长长长长长长长"), ("<p>", "\u{0}a"), ("", "<ul><li><p>a, b."),
    ("", "<table><tr><td>a, b."), ("", "<blockquote><p>一，二。"), ("", "<a href=x>"), ("", "<p class='"),
    ("", "<meta name=keywords content='a,b,c'>"), ("", "&&&&&&&&&&"), ("<script type=application/ld+json>", "["),
    ("", "<h1>a</h1>"), ("", "<article><h1>a</h1><p>" + String(repeating: "a, b. ", count: 100) + "</p>"),
  ])
  func takesLinearTime(start: String, piece: String) {
    let count = max(50, 40_000 / piece.utf8.count)
    #expect(
      growsLinearly(from: count, { Array((start + String(repeating: piece, count: $0)).utf8) }) { html in
        _ = WebPageParser.parsePage(html, context: ParsingContext())
      })
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
