import Markup
import Testing

@Suite struct MarkupLexerTests {
  @Test func cutsATextIntoTagsAndText() {
    #expect(
      tokens("<p class=\"lead\">石墨烯 &amp; 锂<br/></p>", .html)
        == ["<p class=lead>", "\"石墨烯 & 锂\"", "<br/>", "</p>"])
    #expect(
      tokens("<dc:date>2026-01-02</dc:date>", .xml) == ["<dc:date>", "\"2026-01-02\"", "</dc:date>"])
  }

  @Test(arguments: [
    ("<a href=x>", "<a href=x>"), ("<a href='a b' title>", "<a href=a b title=>"),
    ("<a  href = \"x>y\" >", "<a href=x>y>"), ("<a href=\"x\"title=y>", "<a href=x title=y>"),
    ("<a href=/news/>", "<a href=/news/>"), ("<p title=it's>", "<p title=it's>"), ("<br / >", "<br>"),
    ("<img src=a.png/ alt=b />", "<img src=a.png/ alt=b/>"), ("<a\nhref\t=\nx\n>", "<a href=x>"),
  ])
  func readsAttributesAsForgivinglyAsHTML(tag: String, expected: String) {
    #expect(tokens(tag, .html) == [expected])
  }

  @Test func findsNoTagsInScriptsAndTitles() {
    #expect(
      tokens("<script>if (a < b) \"<p>\" & c</SCRIPT ><p>", .html)
        == ["<script>", "[if (a < b) \"<p>\" & c]", "</SCRIPT>", "<p>"])
    #expect(
      tokens("<title>A <b> &amp; C</title>", .html) == ["<title>", "\"A <b> & C\"", "</title>"])
    #expect(tokens("<script><p></p></script>", .xml) == ["<script>", "<p>", "</p>", "</script>"])
  }

  @Test func readsSectionsInstructionsAndCommentsOfXML() {
    #expect(
      tokens("<?xml version=\"1.0\"?><!-- a > b --><t><![CDATA[<b>&amp;]]></t>", .xml)
        == ["?xml", "! a > b ", "<t>", "[<b>&amp;]", "</t>"])
  }

  @Test func readsOddCommentsOfHTML() {
    #expect(
      tokens("<!-->a<!--->b<!--c--!>d<!x>e<?php 1 ?>f</>g", .html).filter { $0.hasPrefix("\"") }
        == ["\"a\"", "\"b\"", "\"d\"", "\"e\"", "\"f\"", "\"g\""])
  }

  @Test func putsInDeclaredEntitiesOnce() {
    let text = """
      <!DOCTYPE rss [<!ENTITY % p "x"><!ENTITY co "南山 &#38; 子"><!ENTITY deep "&co;&co;"><!ENTITY out SYSTEM "file:///x">]>\
      <t a="&co;">&co; &deep; &out; &unknown;</t>
      """
    #expect(
      Array(tokens(text, .xml).dropFirst())
        == ["<t a=南山 & 子>", "\"南山 & 子 &co;&co; &out; &unknown;\"", "</t>"])
  }

  @Test func limitsWhatEntitiesPutIn() {
    let declared = "<!DOCTYPE a [<!ENTITY b \"" + String(repeating: "长", count: 300) + "\">]>"
    let text = declared + "<a>" + String(repeating: "&b;", count: 100_000) + "</a>"
    #expect(tokens(text, .xml).reduce(0) { $0 + $1.utf8.count } < 2_000_000)
  }
}
