import Testing

@testable import FeedParsing

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

@Suite struct MojibakeTests {
  @Test(arguments: [("wait\u{e2}\u{20ac}\u{a6}", "wait…"), ("Caf\u{c3}\u{a9}", "Café"), ("\u{e4}\u{b8}\u{ad}", "中")])
  func utf8ThatWasReadAsWesternIsRepaired(damaged: String, repaired: String) {
    #expect(text(Mojibake.repaired(bytes(damaged))) == repaired)
  }

  @Test(arguments: ["", "plain", "Café", "中文", "Caf\u{c3}\u{a9} 中", "50 €"]) func soundTextStays(_ sound: String) {
    #expect(Mojibake.repaired(bytes(sound)) == nil)
  }

  @Test func controlsBecomeTheSignsOfWindows() {
    #expect(text(Mojibake.withoutControls(bytes("don\u{92}t \u{93}中\u{94}"))) == "don’t “中”")
    #expect(Mojibake.withoutControls(bytes("© 2031 中")) == nil)
  }
}

@Suite struct RepeatedCodingTests {
  @Test func marksOfSectionsAreLeftOut() {
    #expect(text(RepeatedCoding.withoutSectionMarks(bytes("<![CDATA[甲]]> 乙"))) == "甲 乙")
    #expect(RepeatedCoding.withoutSectionMarks(bytes("<p>甲 ]]></p>")) == nil)
  }

  @Test(arguments: [
    ("&lt;p&gt;甲&lt;/p&gt;", "<p>甲</p>"), ("<p>甲&amp;nbsp;乙</p>", "<p>甲&nbsp;乙</p>"),
    ("<p>&amp;#20013;</p>", "<p>&#20013;</p>"),
  ])
  func htmlThatWasEscapedTwiceIsEscapedOnce(twice: String, once: String) {
    #expect(text(RepeatedCoding.undone(inHTML: bytes(twice))) == once)
  }

  @Test(arguments: [
    "<p>甲</p>", "<p>A &amp; B</p>", "<p>the tag &amp;lt;p&amp;gt;</p>", "<p>about &lt;p&gt;</p>", "R&amp;D;",
    "a &lt; b",
  ])
  func soundHTMLStays(html: String) {
    #expect(RepeatedCoding.undone(inHTML: bytes(html)) == nil)
  }
}

@Suite struct LinkRewritingTests {
  private let base = "https://news.example/a/b.html"

  @Test(arguments: [
    ("<a href='c.html'>甲</a>", "<a href='https://news.example/a/c.html'>甲</a>"),
    ("<img src=\"/i.png\">", "<img src=\"https://news.example/i.png\">"),
    ("<IMG SRC=\"//cdn.example/i.png\">", "<IMG SRC=\"https://cdn.example/i.png\">"),
  ])
  func relativeAddressesBecomeAbsolute(html: String, resolved: String) {
    #expect(text(LinkRewriting.resolved(bytes(html), base: base)) == resolved)
  }

  @Test(arguments: ["<a href=\"https://x.example/\">甲</a>", "甲 = 乙", "<p class=\"a\">甲</p>", ""])
  func htmlWithoutRelativeAddressesStays(html: String) {
    #expect(LinkRewriting.resolved(bytes(html), base: base) == nil)
  }

  @Test func anAddressThatMayNotBeFollowedLeadsNowhere() {
    #expect(text(LinkRewriting.resolved(bytes("<a href=\"javascript:x()\">甲</a>"), base: base)) == "<a href=\"\">甲</a>")
  }
}
