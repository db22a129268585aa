import Testing

@testable import WebPages

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
