import Testing

@testable import NewsParsing

struct FeedAddressTests {
  private func resolved(_ text: String) -> String? {
    FeedAddress.resolved(text, base: "https://news.example/a/feed.xml")
  }

  @Test func linksBecomeAbsoluteAndTidy() {
    #expect(resolved("story.html") == "https://news.example/a/story.html")
    #expect(resolved("  /b\n ") == "https://news.example/b")
    #expect(resolved("https://other.example/\nx y") == "https://other.example/x%20y")
    #expect(resolved("//cdn.example/p.png") == "https://cdn.example/p.png")
    #expect(FeedAddress.resolved("story.html", base: nil) == "story.html")
    #expect(resolved("mailto:desk@news.example") == "mailto:desk@news.example")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "", "  ",
  ])
  func whatCouldRunIsNoLink(text: String) {
    #expect(resolved(text) == nil)
  }

  @Test func endlessAddressesAreDamage() {
    #expect(resolved("https://news.example/" + String(repeating: "x", count: 10_000)) == nil)
  }
}
