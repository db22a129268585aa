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

  @Test(arguments: [
    "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h6", "hr", "blockquote", "P", "BR", "Td",
  ])
  func wordsDoNotRunTogetherBetweenBlocks(name: String) {
    #expect(FlatText.plain(Array("甲<\(name)>乙</\(name)>丙".utf8)) == "甲 乙 丙")
  }

  @Test(arguments: ["b", "span", "a", "em", "font", "x-note", "blockquotes"]) func withinALineTheyDo(name: String) {
    #expect(FlatText.plain(Array("甲<\(name)>乙</\(name)>丙".utf8)) == "甲乙丙")
  }

  @Test(arguments: [
    ("甲<script>if (a < b) x()</script>乙", "甲乙"), ("甲<!-- <p> -->乙", "甲乙"), ("甲 < 乙", "甲 < 乙"),
    ("甲&lt;b&gt;乙", "甲<b>乙"), ("&#x4e2d;&#25991;", "中文"), ("&nosuch;", "&nosuch;"), ("<p><br></p>", ""),
  ])
  func onlyWhatIsShownIsText(html: String, text: String) { #expect(FlatText.plain(Array(html.utf8)) == text) }

  @Test(arguments: [
    ("甲\t\u{b}\u{c}\r\n乙", "甲 乙"), ("\n甲\n", "甲"), ("甲　乙", "甲　乙"), ("甲\u{a0}乙", "甲\u{a0}乙"), (" ", ""), ("", ""),
    ("甲\u{1}乙", "甲\u{1}乙"), ("甲\u{e}乙", "甲\u{e}乙"),
  ])
  func blanksAndLineBreaksInARowAreOne(text: String, line: String) { #expect(FlatText.line(Array(text.utf8)) == line) }

  @Test(arguments: [
    ("甲\n \n乙", "甲\n \n<p>乙"), ("甲\n\n\n\n乙", "甲\n\n<p>\n\n乙"), ("甲\n乙\n丙", "甲\n乙\n丙"), ("\n\n甲", "\n\n<p>甲"),
    ("甲\n\n乙\n\n丙", "甲\n\n<p>乙\n\n<p>丙"), ("", ""),
  ])
  func aParagraphBeginsBehindABlankLine(text: String, html: String) {
    #expect(String(decoding: FlatText.escaped(Array(text.utf8)), as: UTF8.self) == html)
  }

  @Test func signsAreEscapedWithoutParagraphs() {
    #expect(
      String(decoding: FlatText.escapedSigns(Array("a\n\n<b> & \"c\"".utf8)), as: UTF8.self)
        == "a\n\n&lt;b&gt; &amp; \"c\"")
    #expect(FlatText.escapedSigns([]).isEmpty)
  }

  @Test(arguments: ["a < b & c > d", "&amp;lt;", "<p>&nbsp;</p>", "\"'"]) func whatIsEscapedIsReadAsItWas(text: String)
  {
    #expect(FlatText.plain(FlatText.escapedSigns(Array(text.utf8))) == text)
  }

  @Test(arguments: [
    ("AT&T", "AT&T"), ("&amp;amp;", "&amp;"), ("&#65;&#x42;", "AB"), ("<p>甲</p>", "<p>甲</p>"), ("", ""),
  ])
  func onlyReferencesAreDecoded(text: String, decoded: String) {
    #expect(String(decoding: MarkupDecoding.decoded(Array(text.utf8)), as: UTF8.self) == decoded)
  }
}
