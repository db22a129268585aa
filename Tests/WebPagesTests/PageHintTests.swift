import Testing

@testable import WebPages

@Suite struct PageHintTests {
  private static func hint(_ names: String) -> PageHint? {
    let bytes = Array(names.utf8)
    return bytes.withUnsafeBufferPointer { PageHint.of(0..<bytes.count, in: $0) }
  }

  @Test(
    "names of nothing but boilerplate, or that end with it, weigh in full",
    arguments: [
      "comments", "related-posts", "site-footer", "entry-footer", "commentList", "widget newsletter-signup",
      "sidebar_right",
      "td-main-sidebar",
    ])
  func full(name: String) {
    #expect(Self.hint(name).map { $0 >= .frame } ?? false)
  }

  @Test(
    "a word of boilerplate before others weighs little",
    arguments: [
      "field-label-hidden", "print-area", "elementor-widget-text-editor", "comments-open", "sidebar-position",
    ])
  func little(name: String) {
    #expect(Self.hint(name).map { $0 == .slight || $0 == .loose } ?? false)
  }

  @Test(
    "terms of the site and what is not there say nothing against an element",
    arguments: ["category-popular", "tag-subscribe", "has-sidebar", "no-comments", "navy", "postid-88"])
  func nothing(name: String) {
    #expect(Self.hint(name).map { $0 < .slight } ?? true)
  }

  @Test("a name beside that says content takes weight away")
  func besideContent() {
    #expect(Self.hint("content sidebar") == .loose)
    #expect(Self.hint("comment-content") == .foreign)
  }
}
