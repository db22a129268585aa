import Testing

@testable import WebPages

@Suite struct CommentHeadingTests {
  @Test(arguments: [
    "网友评论", "评论", "评论（12）", "全部评论 (3)", "最新评论 查看所有评论", "網友回應：", "5 Comments", "Comments (5)", "5 comments:",
    "LEAVE A REPLY", "Kommentare (3)", "Комментарии", "我来说两句 / 评论", "3条评论",
  ])
  func headingsOfComments(line: String) { #expect(CommentHeading.matches(line[...])) }

  @Test(arguments: [
    "", "12", "评论员文章", "评论：云杉动力被低估", "Commentary", "Comments are closed for this article", "云杉动力评论", "评论 云杉动力", "(  )",
    String(repeating: "评论 ", count: 20),
  ])
  func otherLinesAreNone(line: String) { #expect(!CommentHeading.matches(line[...])) }
}

@Suite struct CommentBoxesTests {
  private func beside(_ html: String, title: String = "云杉动力净利翻倍") -> [String] {
    withLayout("<h1>云杉动力净利翻倍</h1>" + html, titles: [title]) { layout in layout.tree.ids { layout.isBoilerplate[$0] } }
  }

  @Test func theBoxBeginsWithItsHeading() {
    #expect(beside("<div>\(paragraphs(3))</div><div id=a><h3>网友评论</h3>\(paragraphs(1))</div>") == ["a"])
    #expect(beside("<div>\(paragraphs(3))</div><div id=a><div><span>网友评论</span></div>\(paragraphs(1))</div>") == ["a"])
    #expect(beside("<div>\(paragraphs(3))</div><div id=a><p>甲</p><h3>网友评论</h3>\(paragraphs(1))</div>") == [])
  }

  @Test func theOutermostSuchElementIsTheBox() {
    #expect(
      beside("\(paragraphs(3))<div id=a><div id=b><h3>评论(2)</h3></div><div id=c>\(paragraphs(1))</div></div>") == ["a"])
    #expect(beside("<div id=o>\(paragraphs(3))<div id=a><h3>评论(2)</h3>\(paragraphs(1))</div></div>") == ["a"])
  }

  @Test func neitherThePageNorItsArticleIsABox() {
    #expect(beside("\(paragraphs(3))<article id=a><h3>评论(2)</h3>\(paragraphs(1))</article>") == [])
    #expect(
      withLayout("<body id=o><h3>评论(2)</h3>\(paragraphs(3))") { layout in layout.tree.ids { layout.isBoilerplate[$0] } }
        == [])
  }

  @Test func aLinkedHeadingIsAButton() {
    #expect(beside("\(paragraphs(3))<div id=a><h3><a href=x>评论</a></h3>\(paragraphs(1))</div>") == [])
  }

  @Test func whereNoHeadlineIsKnownABoxIsLessThanHalfOfThePage() {
    func found(_ html: String) -> [String] {
      withLayout("<body>" + html) { layout in layout.tree.ids { layout.isBoilerplate[$0] } }
    }
    #expect(found("\(paragraphs(3))<div id=a><h3>评论(2)</h3>\(paragraphs(1))</div>") == ["a"])
    #expect(found("\(paragraphs(1))<div id=a><h3>评论(2)</h3>\(paragraphs(3))</div>") == [])
  }

  /// Old layouts have a table for the heading, and one for the comments.
  @Test func theTableBehindThatOfTheHeadingBelongsToIt() {
    let heading = "<table id=a><tr><td>网友评论</td></tr></table>"
    #expect(
      beside("\(paragraphs(3))\(heading)<p></p><table id=b><tr><td>\(sentence(90))</td></tr></table>") == ["a", "b"])
    #expect(
      beside("\(paragraphs(3))\(heading)<p>\(sentence(90))</p><table id=b><tr><td>\(sentence(90))</td></tr></table>")
        == ["a"])
  }
}

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
