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

@Suite struct PageHintRuleTests {
  private func hint(_ names: String) -> PageHint? {
    let bytes = Array(names.utf8)
    return bytes.withUnsafeBufferPointer { PageHint.of(0..<bytes.count, in: $0) }
  }

  @Test(
    arguments: [
      ("byline", .author), ("articleAuthor", .author), ("post_source", .source), ("user-name", nil),
      ("username", .account), ("img-caption", .caption), ("article", .content),
      ("main-content", .content), ("", nil), ("x", nil), ("云杉", nil), ("12", nil), ("box wrap", nil),
    ] as [(String, PageHint?)])
  func wordsStandBetweenMarksAndCapitals(names: String, expected: PageHint?) { #expect(hint(names) == expected) }

  @Test(arguments: ["siteFooter", "SITE-FOOTER", "site_footer", "site.footer2", "footer"])
  func wordsArePartedInManyWays(names: String) {
    #expect(hint(names) == .frame)
  }

  /// Several capitals in a row are one word.
  @Test func capitalsTogetherAreAWord() {
    #expect(hint("NAVBAR") == .frame)
    #expect(hint("sideBAR") == nil)
  }

  @Test(
    arguments: [
      ("hidden", .loose), ("print", .loose), ("print-hidden", .slight), ("harbour-print", .slight), ("tag", .slight),
      ("tag-print", .slight),
    ] as [(String, PageHint?)])
  func slightWordsWeighMoreAlone(names: String, expected: PageHint?) { #expect(hint(names) == expected) }

  @Test(
    arguments: [
      ("comments-harbour", .loose), ("harbour-comments", .foreign), ("comments-box", .foreign),
      ("nav-harbour-nav", .frame), ("nav-harbour", .loose),
    ] as [(String, PageHint)])
  func anUnknownWordBehindTakesWeightAway(names: String, expected: PageHint) { #expect(hint(names) == expected) }

  @Test func whatIsNegatedIsNotThere() {
    #expect(hint("no-sidebar") == nil)
    #expect(hint("article-no-comments") == .content)
    #expect(hint("no-comments sidebar") == .frame)
  }

  @Test(
    arguments: [("category-comments", nil), ("comments-category", .foreign), ("tag", .slight)] as [(String, PageHint?)])
  func aTermOfTheSiteStandsFirst(names: String, expected: PageHint?) { #expect(hint(names) == expected) }

  @Test(
    arguments: [
      ("content nav", .loose), ("content comments", .loose), ("content nav-harbour", .slight),
      ("content byline", .author), ("content print", .slight), ("post content", .content),
    ] as [(String, PageHint)])
  func besideContentLittleIsLeft(names: String, expected: PageHint) { #expect(hint(names) == expected) }

  @Test func fromSlightOnTheySpeakAgainstAnElement() {
    #expect([PageHint.content, .account, .author, .source, .caption].allSatisfy { !$0.isBoilerplate })
    #expect([PageHint.slight, .loose, .frame, .foreign].allSatisfy { $0.isBoilerplate })
    #expect(PageHint.slight < .loose && PageHint.loose < .frame && PageHint.frame < .foreign)
  }
}
