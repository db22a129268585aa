import Markup
import Testing

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("&#60;&#x3C;&#X3c;&#60", "<<<<"), ("&#150;&#x80;", "–€"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"), ("&nbsp;", "\u{a0}"),
    ("&copy 2026 &copy;", "© 2026 ©"), ("&notit; &notin;", "¬it; ∉"), ("&NotEqualTilde;", "≂̸"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("AT&T & Co. &; &#; &#x; &nothing", "AT&T & Co. &; &#; &#x; ¬hing"),
    ("&zwnj;", "\u{200c}"), ("&", "&"), ("&unknown;", "&unknown;"),
  ])
  func readsReferencesAsHTMLDoes(text: String, expected: String) {
    #expect(MarkupLexer.decoded(text) == expected)
  }

  @Test func keepsParametersOfAddresses() {
    #expect(tokens("<a href=\"?a=1&copy=2&reg&lt;\">", .html) == ["<a href=?a=1&copy=2®<>"])
  }

  @Test func wantsTheSemicolonInXML() {
    #expect(MarkupLexer.decoded("&copy &eacute; R&D &#38;", dialect: .xml) == "&copy é R&D &")
  }

  @Test func replacesBrokenUTF8() {
    #expect(tokens([0x61, 0xff, 0x62], .html) == ["\"a\u{fffd}b\""])
  }
}
