import Testing

@testable import ArticleFields

@Suite struct FlatTextTests {
  @Test(arguments: [
    ("<p>甲<br>乙 &amp; 丙</p>", "甲 乙 & 丙"), ("甲<b>乙</b>", "甲乙"), ("甲<!-- x -->乙", "甲乙"), ("  甲\n 乙 ", "甲 乙"), ("", ""),
  ])
  func htmlBecomesOneLine(html: String, text: String) {
    #expect(FlatText.plain(Array(html.utf8)) == text)
  }

  @Test(arguments: [("a<b & c>", "a&lt;b &amp; c&gt;"), ("甲\n\n乙", "甲\n\n<p>乙"), ("甲\n乙", "甲\n乙"), ("甲", "甲")])
  func textBecomesHTML(text: String, html: String) {
    #expect(String(decoding: FlatText.escaped(Array(text.utf8)), as: UTF8.self) == html)
  }

  @Test func referencesAreDecodedWithoutTags() {
    let text = Array("&lt;b&gt; &#20013;".utf8)
    #expect(String(decoding: MarkupDecoding.decoded(text), as: UTF8.self) == "<b> 中")
  }
}

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
}

@Suite struct TagNameTests {
  private func name(_ text: String) -> TagName? {
    Array(text.utf8).withUnsafeBufferPointer { TagName($0, 0..<$0.count) }
  }

  @Test func namesAreEqualInAnyCase() {
    #expect(name("BlockQuote") == name("blockquote"))
    #expect(name("blockquote") == TagName("blockquote" as StaticString))
    #expect(name("p") != name("pre"))
    #expect(Set([name("A"), name("a"), name("b")]).count == 2)
  }

  @Test func noNameIsEmptyOrLongerThanAnyThatMeansSomething() {
    #expect(name("") == nil)
    #expect(name("abcdefghijklmnop") != nil)
    #expect(name("abcdefghijklmnopq") == nil)
  }
}
