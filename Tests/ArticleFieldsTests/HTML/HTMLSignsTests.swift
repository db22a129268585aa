import Testing

@testable import ArticleFields

@Suite struct HTMLSignsTests {
  @Test(arguments: ["<p>甲</p>", "甲<br>乙", "A &amp; B", "<a href=\"x\">甲</a>", "<P>甲</P>"])
  func elementsAndReferencesTellHTML(text: String) { #expect(HTMLSigns.areIn(Array(text.utf8))) }

  @Test(arguments: [
    "5 < 6", "use <Corp>", "Supercharging <input>", "<video> or <img>", "R&D", "a<b and c>d", "甲", "",
  ])
  func wordsBetweenBracketsDoNot(text: String) { #expect(!HTMLSigns.areIn(Array(text.utf8))) }

  @Test func onlySomeElementsLayATextOut() {
    #expect(HTMLSigns.areOfLayout(in: Array("<p>甲</p>".utf8)))
    #expect(!HTMLSigns.areOfLayout(in: Array("<b>甲</b>".utf8)))
  }

  private func areIn(_ text: String) -> Bool { HTMLSigns.areIn(Array(text.utf8)) }

  @Test(arguments: [
    "甲<br/>乙", "甲<hr>乙", "甲<wbr>乙", "<img src=\"x\">", "A&nbsp;B", "&#20013;", "&#x4e2d;", "<ul><li>甲<li>乙</ul>",
    "<p>甲<br>", "<P ALIGN=center>甲</P>", "<a href=x y>甲</a>", "<script>x</script>", "<i>甲</i> 5 < 6", "<b>甲<b>乙</b>",
    "甲<!-- x --> <b>乙</b>",
  ])
  func oneSignIsEnough(text: String) { #expect(areIn(text)) }

  @Test(arguments: [
    "<p>甲", "<b>甲", "<div>甲<br>", "<table><br>", "</p>", "<img>", "<embed>", "<input>甲<br>", "<meta name=x>",
    "<Corp>甲</Corp>", "<b>甲</b> of <Corp>", "<b>甲</b></Corp>", "&nosuch;", "A &amp B", "&;", "&", "A & B; C",
    "<!-- x -->", "<a b c>x</a>", "<", "<abcdefghijklmnopqrst>x</b>", "<b>甲</b> and <video>", "&#;",
    "&thisnameismuchtoolongforanycharacteratall;",
  ])
  func anythingElseIsText(text: String) { #expect(!areIn(text)) }

  @Test func depthIsNoDoubt() {
    #expect(areIn(String(repeating: "<div>", count: 100) + "甲" + String(repeating: "</div>", count: 100)))
    #expect(!areIn(String(repeating: "<div>", count: 100) + "甲" + String(repeating: "</div>", count: 60)))
  }

  @Test(arguments: [
    ("<p>甲</p>", true), ("<a href=x>甲</a>", true), ("甲<br>", true), ("<i>甲</i><span>乙</span>", true),
    ("<i>甲</i>", false), ("A &amp; B", false), ("甲", false), ("<p>甲", false), ("<sup>2</sup>", false),
  ])
  func layoutIsMoreThanASign(text: String, isLayout: Bool) {
    #expect(HTMLSigns.areOfLayout(in: Array(text.utf8)) == isLayout)
  }

  @Test func someElementsNeverHaveContent() {
    let empty: [StaticString] = ["br", "img", "hr", "input", "meta", "link", "wbr", "source", "col", "area"]
    let others: [StaticString] = ["p", "a", "b", "iframe", "video"]
    #expect(empty.compactMap { TagName($0) }.allSatisfy(HTMLSigns.isEmpty))
    #expect(!others.compactMap { TagName($0) }.contains(where: HTMLSigns.isEmpty))
  }
}
