import Testing
import WebAddresses

struct WebAddressLinksTests {
  private func resolved(_ text: String) -> String? {
    WebAddress.resolved(text, base: "https://news.example/a/feed.xml")
  }

  @Test func linksBecomeAbsoluteAndTidy() {
    #expect(resolved("story.html") == "https://news.example/a/story.html")
    #expect(resolved("  /b\n ") == "https://news.example/b")
    #expect(resolved("https://other.example/\nx y") == "https://other.example/x%20y")
    #expect(resolved("//cdn.example/p.png") == "https://cdn.example/p.png")
    #expect(WebAddress.resolved("story.html", base: nil) == "story.html")
    #expect(resolved("mailto:desk@news.example") == "mailto:desk@news.example")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "", "  ",
  ])
  func whatCouldRunIsNoLink(text: String) {
    #expect(resolved(text) == nil)
  }

  /// A mark of direction, a byte order mark, a soft hyphen: without it the address is another one.
  @Test(arguments: ["https://news.example/a\u{200e}b", "\u{feff}https://news.example/a", "a\u{ad}b"])
  func whatIsNotKeptWholeIsNoLink(text: String) {
    #expect(resolved(text) == nil)
    #expect(WebAddress.absolute(text, base: "https://news.example/") == nil)
    #expect(WebAddress.listed(text) == nil)
  }

  @Test func anAddressInChineseIsKept() {
    #expect(resolved("https://news.example/财经/1") == "https://news.example/财经/1")
  }

  @Test(
    arguments: [
      ("b.html", "https://news.example/a/b.html"), ("#top", nil), ("mailto:desk@news.example", nil),
      ("ftp://news.example/a", nil), ("https:///a", nil), ("https://news.example/<b>", nil),
    ] as [(String, String?)])
  func onlyPagesOfTheWebAreLinkedFromPages(link: String, address: String?) {
    #expect(WebAddress.absolute(link, base: "https://news.example/a/") == address)
    #expect(WebAddress.absolute("b.html") == nil)
  }

  @Test(
    arguments: [
      (" https://news.example/f\u{3000}", "https://news.example/f"),
      ("feed:https://news.example/f", "https://news.example/f"),
      ("file:///f", nil), ("https://news.example/\"f", nil), ("", nil),
    ] as [(String, String?)])
  func listsNameFeedsOfTheWeb(text: String, address: String?) {
    #expect(WebAddress.listed(text) == address)
  }

  @Test(arguments: ["", "news.example", "ftp://news.example/", "https://", "https:///f", "https://news.example/a b"])
  func whatHasNoSchemeAndHostCannotBeFetched(address: String) {
    #expect(!WebAddress.isFetchable(address))
    #expect(WebAddress.isFetchable("HTTP://news.example"))
  }

  @Test func endlessAddressesAreDamage() {
    #expect(resolved("https://news.example/" + String(repeating: "x", count: 10_000)) == nil)
  }
}
