import Decoding
import SourceForms
import Testing

@testable import WebPages

@Suite struct SavedPageTests {
  private func address(_ html: String) -> String? {
    Array(html.utf8).withUnsafeBufferPointer { SavedPage.address(in: $0) }
  }

  @Test(arguments: [
    "<!-- saved from url=(0032)https://news.example/2031/a.html -->",
    "<html><!-- saved from url=https://news.example/2031/a.html--><p>",
    "<!--\n Page saved with SingleFile \n url: https://news.example/2031/a.html \n-->",
    "<!--\n Page saved with SingleFile\n url: https://news.example/2031/a.html\n-->",
  ])
  func browsersWriteDownWhereAPageWas(html: String) {
    #expect(address(html)?.hasPrefix("https://news.example/2031/a.html") ?? false)
  }

  @Test(arguments: [
    "", "<p>https://news.example/</p>", "<!-- saved from url=(0014)about:internet -->",
    "<!-- saved from url=(0000) -->", "saved from url=", "<!-- saved from url=file:///a.html -->",
  ])
  func otherCommentsNameNone(html: String) { #expect(address(html) == nil) }

  @Test func onlyTheStartIsLookedAt() {
    let mark = "<!-- saved from url=(0032)https://news.example/ -->"
    #expect(address(String(repeating: " ", count: 4_000) + mark) != nil)
    #expect(address(String(repeating: " ", count: 4_096) + mark) == nil)
  }
}
