import Testing

@testable import ArticleFields
@testable import FeedParsing

struct FeedTextTests {
  private func text(_ text: String, _ kind: FeedText.Kind = .plain, isDeclared: Bool = false) -> FeedText {
    FeedText(Array(text.utf8), kind: kind, isDeclared: isDeclared)
  }

  @Test func typesOfAtom() {
    #expect(FeedText.kind(type: nil, mode: nil, standard: .html) == .html)
    #expect(FeedText.kind(type: "text/html", mode: "escaped", standard: .plain) == .html)
    #expect(FeedText.kind(type: "application/xhtml+xml", mode: nil, standard: .plain) == .markup)
    #expect(FeedText.kind(type: "application/octet-stream", mode: nil, standard: .plain) == .encoded)
    #expect(FeedText.kind(type: "text/plain", mode: "base64", standard: .plain) == .encoded)
  }

  @Test func htmlIsToldByItsSigns() {
    for html in ["<b>x</b>", "x &mdash; y", "a<br>b", "see &#8217;s"] {
      #expect(HTMLSigns.areIn(Array(html.utf8)), "\(html)")
    }
    for plain in ["5 < 6", "use <Corp> </Corp>", "R&D", "&nosuch;", "x", "", "<b> alone"] {
      #expect(!HTMLSigns.areIn(Array(plain.utf8)), "\(plain)")
    }
  }

  @Test func plainTextOfHTML() {
    #expect(text("<p>One</p><p>Two &amp; <script>x()</script>three</p>", .html).plain == "One Two & three")
    #expect(text("safe<!-- never closed", .html).plain == "safe")
    #expect(text("a\n   b\tc").plain == "a b c")
  }

  @Test func htmlOfPlainText() {
    #expect(text("1 < 2 & 3", isDeclared: true).html(base: nil) == "1 &lt; 2 &amp; 3")
    #expect(text("one\n\ntwo", isDeclared: true).html(base: nil) == "one\n\n<p>two")
  }

  @Test func textThatWasCodedTwice() {
    #expect(text("Caf\u{c3}\u{a9}").plain == "Café")
    #expect(text("\u{e8}\u{bf}\u{153}\u{e5}\u{b8}\u{2020}").plain == "远帆")
    #expect(text("Café à la crème").plain == "Café à la crème")
    #expect(text("远帆 Ã©").plain == "远帆 Ã©")
    #expect(text("don\u{92}t 远帆").plain == "don’t 远帆")
  }

  @Test func addressesInHTMLBecomeAbsolute() {
    let html = #"<a href="/a?x=1&amp;y=2">a</a><img src=b.png><a href="https://x.example/">x</a>"#
    #expect(
      text(html, .html).html(base: "https://news.example/f/")
        == #"<a href="https://news.example/a?x=1&amp;y=2">a</a><img src=https://news.example/f/b.png><a href="https://x.example/">x</a>"#
    )
  }
}
