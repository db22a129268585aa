import Testing

@testable import WebPages

@Suite struct RepeatedEntriesTests {
  private func beside(_ html: String) -> [String] {
    withLayout("<h1>云杉动力净利翻倍</h1>" + html, titles: ["云杉动力净利翻倍"]) { layout in
      layout.tree.ids { layout.isBoilerplate[$0] }
    }
  }

  private func answer(_ id: String, _ tag: String = "div", _ name: String = "post1") -> String {
    "<\(tag) id=\(id) class=\(name)><a href=/u/1>林一帆</a> <span>2031-02-03 10:15</span><p>\(sentence(120))</p></\(tag)>"
  }

  private func answers(_ ids: [String]) -> String { ids.map { answer($0) }.joined() }

  @Test func threeAnswersBehindATextAreNoneOfIt() {
    #expect(beside("\(paragraphs(2))<div>\(answers(["a", "b", "c"]))</div>") == ["a", "b", "c"])
    #expect(beside("\(paragraphs(2))<div>\(answers(["a", "b"]))</div>") == [])
  }

  @Test func ofAThreadTheFirstIsTheArticle() {
    #expect(beside("<div>\(answers(["a", "b", "c", "d"]))</div>") == ["b", "c", "d"])
  }

  @Test func elementsOfOtherKindsAreNoRow() {
    #expect(
      beside("\(paragraphs(2))<div>\(answer("a"))\(answer("b", "section"))\(answer("c", "div", "other"))</div>") == [])
    #expect(
      beside(
        "\(paragraphs(2))<div>\(answer("a", "div", "p1"))\(answer("b", "div", "p22"))\(answer("c", "div", "p3"))</div>")
        == ["a", "b", "c"])
  }

  @Test func mostOfThemMustBeAnswers() {
    func plain(_ id: String) -> String { "<div id=\(id) class=post1><p>\(sentence(90))</p></div>" }
    #expect(beside("\(paragraphs(2))<div>\(answers(["a", "b", "c"]))\(plain("d"))</div>") == ["a", "b", "c", "d"])
    #expect(beside("\(paragraphs(2))<div>\(answers(["a", "b", "c"]))\(plain("d"))\(plain("e"))</div>") == [])
  }

  @Test func aButtonToAnswerIsEnough() {
    func entry(_ id: String) -> String { "<li id=\(id)><p>\(sentence(90))</p><a href=x>回复</a></li>" }
    #expect(beside("\(paragraphs(2))<ul>\(entry("a"))\(entry("b"))\(entry("c"))</ul>") == ["a", "b", "c"])
  }

  @Test func aDateWithoutANameIsNoAnswer() {
    func entry(_ id: String) -> String { "<div id=\(id)><p>2031-02-03 10:15</p><p>\(sentence(90))</p></div>" }
    #expect(beside("\(paragraphs(2))<div>\(entry("a"))\(entry("b"))\(entry("c"))</div>") == [])
  }

  @Test func teasersNeedATextBeforeThemThatOutweighsThem() {
    func teaser(_ id: String) -> String { "<div id=\(id)><h3><a href=x>星海财经公告</a></h3><p>\(sentence(90))</p></div>" }
    let teasers = "<div>\(teaser("a"))\(teaser("b"))\(teaser("c"))</div>"
    #expect(beside("\(paragraphs(3))\(teasers)") == ["a", "b", "c"])
    #expect(beside("\(paragraphs(1))\(teasers)") == [])
    #expect(beside(teasers) == [])
  }

  @Test func withoutAHeadlineNothingStandsBefore() {
    let found = withLayout("\(paragraphs(2))<div>\(answers(["a", "b", "c"]))</div>") { layout in
      layout.tree.ids { layout.isBoilerplate[$0] }
    }
    #expect(found == ["b", "c"])
  }
}
