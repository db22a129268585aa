import Testing

@testable import WebPages

@Suite struct PageAttributesTests {
  private func attributes(_ tag: String) throws -> PageAttributes {
    try withTree("<\(tag)>") { tree in
      PageAttributes(of: try #require(tree.nodes.indices.first { tree.nodes[$0].kind == .element }), in: tree)
    }
  }

  @Test(arguments: [
    "div class=sidebar", "div ID='sidebar'", "div role=\"complementary\"", "div data-a=1 CLASS='x sidebar'",
  ])
  func namesStandInThreeAttributes(tag: String) throws { #expect(try attributes(tag).hint == .frame) }

  @Test(arguments: [
    "div", "div name=sidebar", "div title=sidebar", "div data-class=sidebar", "div class", "div class=''",
  ])
  func othersSayNothing(tag: String) throws { #expect(try attributes(tag).hint == nil) }

  @Test func theStrongestWordOfAllCounts() throws {
    #expect(try attributes("div class=byline id=comments role=menu").hint == .foreign)
    #expect(try attributes("div id=comments class=byline").hint == .foreign)
    #expect(try attributes("div class=author id=content").hint == .author)
  }

  @Test func aLongValueIsNoName() throws {
    let filler = String(repeating: "x ", count: 196)
    #expect(try attributes("div class='\(filler)sidebar'").hint == .frame)
    #expect(try attributes("div class='\(filler)x sidebar'").hint == nil)
  }

  @Test(arguments: [
    "div hidden", "div hidden=''", "div HIDDEN=until-found", "p style='display:none'",
    "p style=\"color: red; DISPLAY : none;\"", "p style='visibility: hidden'",
  ])
  func stylesTakeFromSight(tag: String) throws { #expect(try attributes(tag).isStyledAway) }

  @Test(arguments: [
    "div", "p style='display:block'", "p style=''", "p data-hidden", "p class=hidden", "p style='visibility:visible'",
    "p style='disp lay'",
  ])
  func otherStylesDoNot(tag: String) throws { #expect(try attributes(tag).isStyledAway == false) }

  @Test func theArticlesTextIsNamed() throws {
    #expect(try attributes("div itemprop=articleBody").isArticleBody)
    #expect(try attributes("div itemprop='text ARTICLEBODY'").isArticleBody)
    #expect(try attributes("div itemprop=articleSection").isArticleBody == false)
    #expect(try attributes("div class=articleBody").isArticleBody == false)
  }

  @Test(arguments: [
    "div itemprop=comment", "div itemprop=COMMENT", "div itemtype='https://schema.org/Comment'",
    "div itemtype=http://schema.org/UserComments",
  ])
  func commentsAreNamed(tag: String) throws { #expect(try attributes(tag).isComment) }

  @Test(arguments: [
    "div itemprop=commentCount", "div itemprop='comment text'", "div itemtype=https://schema.org/Article",
    "div class=comment",
  ])
  func otherThingsAreNone(tag: String) throws { #expect(try attributes(tag).isComment == false) }

  @Test func elementsWithOneFirstClassAreOfAKind() throws {
    let kind = try attributes("div class='item12 odd'").kind
    #expect(try attributes("div class=item7").kind == kind)
    #expect(try attributes("div class=' item first'").kind == kind)
    #expect(try attributes("div class=items").kind != kind)
    #expect(try attributes("div class=odd").kind != kind)
    #expect(try attributes("div id=item").kind == 0)
  }
}

@Suite struct PageWordsTests {
  private func meaning(_ word: String) -> PageWords.Meaning? {
    var letters = PageWords.Letters(word.utf8)
    return letters.end()
  }

  private func hint(_ word: String) -> PageHint? { if case .hint(let hint) = meaning(word) { hint } else { nil } }

  @Test(
    arguments: [
      (PageWordLists.content, .content), (PageWordLists.account, .account), (PageWordLists.author, .author),
      (PageWordLists.source, .source),
      (PageWordLists.caption, .caption), (PageWordLists.slight, .slight), (PageWordLists.frame, .frame),
      (PageWordLists.foreign, .foreign),
    ] as [(String, PageHint)])
  func everyWordOfAListIsFoundInAnyCase(list: String, expected: PageHint) {
    for word in list.split(separator: ",").map(String.init) {
      #expect(hint(word) == expected, "\(word)")
      #expect(hint(word.uppercased()) == expected, "\(word)")
    }
  }

  @Test func wordsOfPlaceAndOfAbsenceAreToldToo() {
    for word in PageWordLists.neutral.split(separator: ",") {
      if case .neutral = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
    for word in PageWordLists.negation.split(separator: ",") {
      if case .negation = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
    for word in PageWordLists.term.split(separator: ",") {
      if case .term = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
  }

  @Test(arguments: ["harbour", "sideba", "sidebars", "commen", "commentz", "zz", "recommendati"])
  func otherWordsMeanNothing(word: String) {
    #expect(meaning(word) == nil)
  }

  @Test func oneLetterIsWhatIsLeftOfAShortCut() {
    if case .neutral = meaning("q") { return }
    Issue.record("q")
  }

  /// Thirteen letters are as many as a number holds.
  @Test func ofALongWordTheFirstLettersTell() {
    #expect(hint("recommendational") == .foreign)
    #expect(hint("complementaryness") == .frame)
  }

  @Test func aWordThatEndsBeginsTheNext() {
    var letters = PageWords.Letters("nav".utf8)
    #expect(letters.count == 3)
    _ = letters.end()
    #expect(letters.count == 0)
    for letter in "byline".utf8 { letters.append(letter) }
    if case .hint(.author) = letters.end() { return }
    Issue.record("byline")
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
