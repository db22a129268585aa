import Testing

@testable import WebPages

/// Which elements stand beside the article, and which holds it.
@Suite struct PageLayoutTests {
  /// The elements beside the article, outermost only.
  private func beside(_ html: String, titles: [String] = []) -> [String] {
    withLayout(html, titles: titles) { layout in layout.tree.ids { layout.isBoilerplate[$0] } }
  }

  private let headline = "<h1 id=h>云杉动力净利翻倍</h1>"

  // MARK: - Sums

  @Test func anElementHasWhatItsElementsHave() throws {
    try withLayout("<div id=a><p>\(sentence(90))</p><p>\(sentence(60))<a href=x>bbbbb</a></p></div>") { layout in
      let node = try layout.tree.element("a")
      #expect(layout.score[node] == 90 + 55 && layout.size[node] == 155 && layout.linked[node] == 5)
      #expect(layout.linkShare(of: node) == 5.0 / 155)
    }
  }

  @Test func listsOfLinksTakeNothingFromOthers() throws {
    let score = try withLayout("<div id=a><p>\(sentence(90))</p><div><a href=x>\(sentence(200))</a></div></div>") {
      layout in
      layout.score[try layout.tree.element("a")]
    }
    #expect(score == 90)
  }

  @Test func whatStandsBesideTheArticleGivesNothing() throws {
    try withLayout("<body id=o>\(paragraphs(4))<div id=a class=comments>\(paragraphs(2))</div>") { layout in
      let (outer, box) = (try layout.tree.element("o"), try layout.tree.element("a"))
      #expect(layout.score[outer] == 480 && layout.score[box] == 0 && layout.size[outer] == 720)
      #expect(layout.isBesideArticle(box) && layout.isBesideArticle(box + 1) && !layout.isBesideArticle(outer))
    }
  }

  @Test func anEmptyElementHasNoLinks() throws {
    let share = try withLayout("<div id=a></div>") { $0.linkShare(of: try $0.tree.element("a")) }
    #expect(share == 0)
  }

  // MARK: - Kinds of elements

  @Test(arguments: ["nav", "aside", "footer", "menu", "dialog"]) func partsOfTheFrameStandBeside(tag: String) {
    #expect(beside("\(headline)\(paragraphs(4))<\(tag) id=a>\(paragraphs(1))</\(tag)>") == ["a"])
    // Where nearly all of the text stands within one, its kind is wrong.
    #expect(beside("\(headline)<p>甲</p><\(tag) id=a>\(paragraphs(4))</\(tag)>") == [])
  }

  @Test func formsAreShortOrHoldThePage() {
    #expect(beside("\(paragraphs(4))<form id=a><p>\(sentence(90))</p></form>") == ["a"])
    #expect(beside("<form id=a>\(paragraphs(4))</form>") == [])
    #expect(beside("\(paragraphs(6))<form id=a>\(paragraphs(3))</form>") == [])
  }

  @Test(arguments: ["main", "article"]) func whatHoldsTheArticleIsNoBoxWhateverItsName(tag: String) {
    #expect(beside("<\(tag) id=a class=comments>\(paragraphs(3))</\(tag)>") == [])
  }

  @Test(arguments: ["b", "span", "em", "a"]) func piecesOfALineAreNone(tag: String) {
    #expect(beside("<p>\(sentence(90))<\(tag) id=a class=comments>甲</\(tag)></p>\(paragraphs(2))") == [])
  }

  // MARK: - Names

  @Test func foreignTextIsForeignHoweverLong() {
    #expect(beside("\(paragraphs(2))<div id=a class=comments>\(paragraphs(9))</div>") == ["a"])
  }

  @Test func aFrameHoldsLittleOfTheText() {
    #expect(beside("\(paragraphs(4))<div id=a class=sidebar>\(paragraphs(2))</div>") == ["a"])
    #expect(beside("\(paragraphs(3))<div id=a class=sidebar>\(paragraphs(3))</div>") == [])
    // Behind the headline and its text it is one all the same.
    #expect(
      beside("\(headline)\(paragraphs(3))<div id=a class=sidebar>\(paragraphs(3))</div>", titles: ["云杉动力净利翻倍"]) == ["a"]
    )
  }

  @Test func aLooseNameAsksForMore() {
    #expect(beside("\(paragraphs(4))<div id=a class=sidebar-position>\(paragraphs(1))</div>") == ["a"])
    #expect(beside("\(paragraphs(4))<div id=a class=sidebar-position>\(paragraphs(2))</div>") == [])
    #expect(
      beside("<div id=a class=sidebar-position>\(paragraphs(2))</div>\(headline)\(paragraphs(4))", titles: ["云杉动力净利翻倍"])
        == ["a"])
  }

  @Test func aSlightNameSpeaksOfBoxesWithoutSentences() {
    #expect(beside("\(paragraphs(3))<div id=a class=harbour-print>云杉动力公告</div>") == ["a"])
    #expect(beside("\(paragraphs(3))<div id=a class=harbour-print><p>\(sentence(90))</p></div>") == [])
    #expect(
      beside("\(paragraphs(3))<div id=a class=harbour-print><p>\(sentence(90))</p><a href=x>\(sentence(60))</a></div>")
        == ["a"])
    // A heading alone is short by its nature.
    #expect(beside("\(paragraphs(3))<div id=a class=harbour-print><h2>云杉动力公告</h2></div>") == [])
  }

  @Test(arguments: ["content", "author", "source", "caption", "username"]) func namesOfTheArticlesPartsAreNone(
    name: String
  ) {
    #expect(beside("\(paragraphs(3))<div id=a class=\(name)>云杉动力</div>") == [])
  }

  @Test func aParagraphOfSentencesSaysMoreThanItsName() {
    #expect(beside("\(paragraphs(3))<p id=a class=comments>\(sentence(90))</p>") == [])
    #expect(beside("\(paragraphs(3))<p id=a class=comments>云杉动力</p>") == ["a"])
    #expect(beside("\(paragraphs(3))<p id=a class=comments>\(sentence(90))<a href=x>\(sentence(60))</a></p>") == ["a"])
  }

  @Test func aQuotationIsHowArticlesShowOthers() {
    #expect(beside("\(paragraphs(3))<div id=a class=social><blockquote>\(sentence(90))</blockquote></div>") == [])
    #expect(beside("\(paragraphs(3))<blockquote id=a class=social>\(sentence(90))</blockquote>") == [])
    #expect(
      beside("\(paragraphs(3))<div id=a class=social><blockquote>甲</blockquote><blockquote>乙</blockquote></div>") == [
        "a"
      ])
  }

  @Test func whatHoldsTheHeadlineIsNeverABox() {
    let titles = ["云杉动力净利翻倍"]
    #expect(beside("<div id=a class=banner>\(headline)</div>\(paragraphs(3))", titles: titles) == [])
    #expect(beside("<div id=a class=banner><h2>云杉动力</h2></div>\(headline)\(paragraphs(3))", titles: titles) == ["a"])
  }

  @Test func fieldsBelowTheHeadlineStayWhateverTheirName() {
    let fields = "<div id=a class=share>2031-02-03 10:15 星海财经</div>"
    #expect(beside("\(headline)\(fields)\(paragraphs(3))", titles: ["云杉动力净利翻倍"]) == [])
    #expect(beside("\(headline)\(paragraphs(3))\(fields)", titles: ["云杉动力净利翻倍"]) == ["a"])
    #expect(beside("\(headline)<div id=a class=share>星海财经</div>\(paragraphs(3))", titles: ["云杉动力净利翻倍"]) == ["a"])
  }

  @Test func withNothingLeftTheNamesAreWrong() {
    let bars = ["a", "b", "c"].map { "<div id=\($0) class=sidebar>\(paragraphs(1))</div>" }.joined()
    #expect(beside(bars) == [])
    // What others wrote is theirs all the same, unless it is all there is.
    #expect(beside(bars + "<div id=d class=comments>\(paragraphs(2))</div>") == ["d"])
    #expect(beside("<div id=a class=comments>\(paragraphs(2))</div>") == [])
  }

  // MARK: - The body

  private func body(_ html: String, titles: [String] = []) -> String? {
    withLayout(html, titles: titles) { layout in
      BodyFinder(layout).find().flatMap { layout.tree.attribute("id", of: $0) }
    }
  }

  @Test func theInnermostElementWithNearlyAllOfTheTextIsTheBody() {
    #expect(
      body("<body id=o><div id=a><div id=b>\(paragraphs(4))</div><div id=c><p>\(sentence(60))</p></div></div>") == "b")
    #expect(body("<body id=o><div id=a>\(paragraphs(3))</div><div id=b>\(paragraphs(1))</div>") == "o")
    #expect(body("<body id=o><div id=a>\(paragraphs(4))</div><div id=b>\(paragraphs(1))</div>") == "a")
  }

  @Test func aParagraphIsNoBody() {
    #expect(body("<body id=o><div id=a><p id=b>\(sentence(300))</p></div>") == "a")
    #expect(body("<body id=o><div id=a><ul id=b><li>\(sentence(300))</li></ul></div>") == "b")
  }

  @Test func aPageWithoutSentencesHasNone() {
    #expect(body("<body id=o><div id=a><a href=x>星海财经</a></div>") == nil)
    #expect(body("") == nil)
  }

  @Test func whatThePageCallsTheTextIsTheBody() {
    #expect(
      body("<body id=o><div id=a itemprop=articleBody>\(paragraphs(2))</div><div id=b>\(paragraphs(4))</div>") == "a")
    #expect(
      body("<body id=o><div id=a itemprop=articleBody>\(paragraphs(1))</div><div id=b>\(paragraphs(9))</div>") == "b")
  }

  @Test func ofSeveralArticlesTheFirstWithTheHeadlineCounts() {
    let other = "<article id=b>\(paragraphs(4))</article>"
    #expect(body("<body id=o><article id=a><h1>云杉动力净利翻倍</h1>\(paragraphs(4))</article>\(other)") == "a")
    #expect(
      body("<body id=o><article id=a><h2>云杉动力净利翻倍</h2>\(paragraphs(4))</article>\(other)", titles: ["云杉动力净利翻倍"]) == "a")
    #expect(body("<body id=o><article id=a>\(paragraphs(4))</article>\(other)") == "o")
    // One that is short is none.
    #expect(
      body(
        "<body id=o><article id=a><h1>云杉动力净利翻倍</h1><p>\(sentence(200))</p></article><article id=b>\(paragraphs(4))</article><article id=c>\(paragraphs(4))</article>"
      ) == "o")
  }

  // MARK: - What is left out of it

  private func leftOut(_ html: String) -> [String] {
    withLayout("<body><div id=o>\(paragraphs(4))\(html)</div>") { layout in
      guard let body = BodyFinder(layout).find() else { return [] }
      let pruning = BodyPruning(layout, body: body)
      return layout.tree.ids { pruning.leavesOut($0) }
    }
  }

  @Test func boxesOfLinksAreLeftOut() {
    #expect(leftOut("<ul id=a><li><a href=x>星海财经公告</a></li></ul>") == ["a"])
    #expect(leftOut("<div id=a><a href=x>星海财经公告</a> 甲</div>") == ["a"])
    #expect(leftOut("<p id=a><a href=x>星海财经公告</a></p>") == [])
    #expect(leftOut("<ul id=a><li>\(sentence(60))<a href=x>星海财经</a></li></ul>") == [])
    #expect(leftOut("<div id=a></div>") == [])
  }

  @Test func boxesOfOthersAndHiddenOnesAreLeftOut() {
    #expect(leftOut("<div id=a class=comments>\(paragraphs(1))</div><p id=b hidden>甲</p>") == ["a", "b"])
    #expect(leftOut("<p>甲<b id=a class=comments>乙</b><br id=b class=comments></p>") == [])
  }
}
