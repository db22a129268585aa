import Testing

@testable import WebPages

/// What one walk over a page finds, element by element.
@Suite struct PageMeasuringTests {
  private func measure<Result>(_ html: String, _ body: (PageMeasuring) throws -> Result) rethrows -> Result {
    try withTree(html) { try body(PageMeasuring($0)) }
  }

  /// What the element `a` counts for.
  private func score(_ html: String) throws -> Int32 {
    try measure(html) { $0.score[try $0.tree.element("a")] }
  }

  // MARK: - Scores

  @Test func sentencesCountForTheirBytes() throws {
    #expect(try score("<p id=a>\(sentence(90))") == 90)
    #expect(try score("<div id=a>\(sentence(90))") == 90)
    #expect(try score("<p id=a> \n\(sentence(90)) \t") == 90)
    #expect(try score("<p id=a>" + String(repeating: "gold ", count: 20) + "rose.") == 85)
  }

  @Test func fiftyBytesWithAMarkAreASentence() throws {
    #expect(try score("<div id=a>\(sentence(50))") == 50)
    #expect(try score("<div id=a>\(sentence(49))") == -5)
    #expect(try score("<p id=a>\(sentence(48))") == 12)
  }

  @Test(arguments: ["p", "blockquote", "pre", "h1", "h6"]) func fewWordsCountForAFourth(tag: String) throws {
    #expect(try score("<\(tag) id=a>" + String(repeating: "a", count: 60)) == 15)
  }

  @Test(arguments: ["div", "td", "li", "section"]) func fewWordsElsewhereCountAgainst(tag: String) throws {
    #expect(try score("<\(tag) id=a>" + String(repeating: "a", count: 60)) == -5)
  }

  @Test func linksCountAgainst() throws {
    let text = sentence(60)
    // Linked bytes are neither counted nor forgiven.
    #expect(try score("<p id=a>\(text)<a href=x>" + String(repeating: "b", count: 20) + "</a>") == 40)
    #expect(try score("<p id=a>\(text)<a href=x>" + String(repeating: "b", count: 60) + "</a>") == 0)
    #expect(try score("<p id=a>\(text)<a href=x>" + String(repeating: "b", count: 61) + "</a>") == -40)
    #expect(try score("<div id=a><a href=x>甲</a>") == -11)
  }

  @Test func textBelongsToTheNearestBlock() throws {
    let half = String(sentence(60).dropLast())
    #expect(try score("<p id=a><b>\(half)</b><i>。</i><span><em>\(sentence(60))</em></span></p>") == 120)
    #expect(try score("<div id=a>甲<p>\(sentence(90))</p></div>") == -5)
    #expect(try score("<div id=a><p>\(sentence(90))</p></div>") == 0)
  }

  @Test(arguments: ["，", "。", "、", "！", "？", "；", "：", ",", ".", "!", "?", ". x", ", x", ".\u{22}x"])
  func marksOfSentences(mark: String) throws {
    let text = String(repeating: "a", count: 60)
    #expect(try score("<div id=a>\(text)\(mark)") > 50)
  }

  @Test(arguments: ["1,000", "a.example", "a?b", ";", "—", "）", "」", "·", "，".replacing("，", with: "％")])
  func otherSignsAreNone(text: String) throws {
    #expect(try score("<div id=a>\(text)" + String(repeating: "a", count: 60)) == -5)
  }

  // MARK: - What is not shown

  private func hidden(_ html: String) -> [String] {
    measure(html) { measured in measured.tree.ids { measured.isHidden[$0] } }
  }

  @Test(arguments: ["script", "style", "template", "textarea", "button", "svg", "iframe", "select"])
  func someElementsAreNeverShown(tag: String) {
    #expect(hidden("<div id=o><\(tag) id=a></\(tag)><p id=b>甲") == ["a"])
  }

  @Test func whatAStyleHidesIsHiddenWithAllThatItHolds() {
    #expect(hidden("<div id=a hidden><p id=b>甲<b id=c>乙</b></p></div><p id=d>丙") == ["a", "b", "c"])
    #expect(hidden("<p id=a style='display:none'>甲</p><p id=b>乙") == ["a"])
    #expect(hidden("<noscript id=a>甲</noscript><p id=b>乙") == ["a"])
  }

  @Test func rootsOfHiddenPartsAreTheOutermostOnes() {
    let roots = measure("<div id=a hidden><p id=b hidden>甲</p></div><p id=c>乙</p><p id=d hidden>丙") { measured in
      measured.hiddenRoots.compactMap { measured.tree.attribute("id", of: $0) }
    }
    #expect(roots == ["a", "d"])
  }

  // MARK: - Signs

  private func signs(_ html: String) throws -> PageMeasuring.Signs {
    try measure("<div id=a>\(html)</div><p>2031-01-01</p>") { $0.signs(within: try $0.tree.element("a")) }
  }

  @Test(arguments: ["2031-02-03", "10:15", "3/4", "于 2031-2-3 发布", "a 1:2"]) func digitsOnBothSidesOfAMarkAreADate(
    text: String
  ) throws {
    #expect(try signs("<p>\(text)</p>").dates == 1)
    #expect(try signs("<p>\(text)</p><p>\(text)</p>").dates == 2)
  }

  @Test(arguments: [
    "2031", "a-1", "1-a", "1 - 2", "2031年2月3日", "1.2", "", String(repeating: "a", count: 44) + " 10:15",
  ]) func othersAreNone(text: String) throws {
    #expect(try signs("<p>\(text)</p>").dates == 0)
  }

  @Test(arguments: [
    ("回复", 1), ("回复(3)", 1), ("Reply", 1), (" reply ", 1), ("举报", 1), ("Replying to all of it", 0), ("回复我的人都很有礼貌", 0),
    ("赞", 0),
  ]) func linksToAnswerAreTold(text: String, count: Int32) throws {
    #expect(try signs("<a href=x>\(text)</a>").answers == count)
    #expect(try signs("<p>\(text)</p>").answers == 0)
  }

  @Test(arguments: [
    ("<h2><a href=x>甲</a></h2>", 1), ("<a href=x><h3>甲</h3></a>", 1), ("<h2><span><a href=x>甲</a></span></h2>", 1),
    ("<h2>甲</h2>", 0), ("<p><a href=x>甲</a></p>", 0), ("<h2><b><i><a href=x>甲</a></i></b></h2>", 0),
  ])
  func linkedHeadingsAreTold(html: String, count: Int32) throws { #expect(try signs(html).linkedHeadings == count) }

  @Test func whatThePageNamesIsListed() {
    measure(
      "<div id=a itemprop=articleBody></div><div id=b itemprop=comment></div><div id=c itemtype=https://schema.org/Comment></div>"
    ) { measured in
      #expect(measured.articleBodies.compactMap { measured.tree.attribute("id", of: $0) } == ["a"])
      #expect(measured.comments.compactMap { measured.tree.attribute("id", of: $0) } == ["b", "c"])
    }
  }

  @Test func elementsOfOneKindHaveOneTag() throws {
    try measure("<div id=a class=x></div><div id=b class=x1></div><p id=c class=x></p><p id=d>") { measured in
      let kinds = try ["a", "b", "c", "d"].map { measured.kinds[try measured.tree.element($0)] }
      #expect(kinds[0] == kinds[1] && Set(kinds).count == 3)
    }
  }

  // MARK: - Hidden text that a script shows

  /// The elements that stay hidden.
  private func stillHidden(_ html: String) -> [String] {
    withTree("<body>" + html) { tree in
      var measured = PageMeasuring(tree)
      measured.showHiddenText()
      return tree.ids { measured.isHidden[$0] }
    }
  }

  @Test func aHiddenTextIsTheArticleWhereLittleElseIs() {
    #expect(stillHidden("<p>请开启脚本</p><div id=a hidden>\(paragraphs(2))</div>").isEmpty)
    #expect(stillHidden("<p>\(sentence(120))</p><div id=a hidden>\(paragraphs(1))</div>") == ["a"])
    #expect(stillHidden("<p>甲</p><div id=a hidden><p>\(sentence(149))</p></div>") == ["a"])
    #expect(stillHidden("<p>甲</p><div id=a hidden><p>\(sentence(150))</p></div>").isEmpty)
  }

  @Test func aHiddenBoxOfOthersStaysHidden() {
    #expect(stillHidden("<p>甲</p><div id=a class=comments hidden>\(paragraphs(3))</div>") == ["a"])
    #expect(
      stillHidden("<p>甲</p><div id=a hidden>\(paragraphs(3))<p><a href=x>\(sentence(130))</a></p></div>") == ["a"])
  }

  @Test func whatIsHiddenTwiceStaysHidden() {
    #expect(
      stillHidden(
        "<p>甲</p><div id=a hidden>\(paragraphs(2))<p id=b hidden>乙</p><script id=c></script><p id=d>丙</p></div>") == [
          "b", "c",
        ])
  }

  @Test(arguments: ["展开全文", "阅读全文 ▼", "Read more", "查看更多"]) func aButtonUnfoldsTheRest(button: String) {
    #expect(stillHidden("\(paragraphs(4))<div id=a hidden>\(paragraphs(2))</div><div>\(button)</div>").isEmpty)
  }

  @Test func withoutTextBeforeOrAButtonBehindItStaysHidden() {
    #expect(stillHidden("\(paragraphs(4))<div id=a hidden>\(paragraphs(2))</div><div>分享</div>") == ["a"])
    #expect(stillHidden("<div><div id=a hidden>\(paragraphs(2))</div>展开全文</div>\(paragraphs(4))") == ["a"])
  }

  @Test func textThatStaysHiddenCountsForNothing() {
    withTree("\(paragraphs(4))<div id=a hidden>\(paragraphs(1))</div>") { tree in
      var measured = PageMeasuring(tree)
      measured.showHiddenText()
      for index in tree.nodes.indices where measured.isHidden[index] {
        #expect(measured.score[index] == 0 && measured.size[index] == 0 && measured.linked[index] == 0)
      }
    }
  }

  @Test func sumsStopAtTheirLargestNumber() {
    #expect(
      Int32.max.addingClamped(1) == .max && Int32.min.addingClamped(-1) == .min && (2 as Int32).addingClamped(-5) == -3)
  }
}
