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

  @Test(arguments: [
    ("&#65", "A"), ("&#65B", "AB"), ("&#x41g", "Ag"), ("&#x41 ", "A "), ("&#065;", "A"), ("&#x00000041;", "A"),
    ("&#X4a;", "J"),
    ("&#x10FFFF;", "\u{10ffff}"), ("&#1114112;", "\u{fffd}"), ("&#4294967361;", "\u{fffd}"),
    ("&#x100000041;", "\u{fffd}"),
    ("&#0;", "\u{fffd}"), ("&#x0", "\u{fffd}"), ("&#13;", "\r"), ("&#x1;", "\u{1}"), ("&#-65;", "&#-65;"),
    ("&# 65;", "&# 65;"),
    ("&#xg;", "&#xg;"), ("&#x;", "&#x;"), ("&#;", "&#;"), ("&#", "&#"), ("&#x", "&#x"), ("&#65;;", "A;"),
    ("&#x1F4C8;", "📈"),
    ("&#xA0;", "\u{a0}"), ("&#127;", "\u{7f}"),
  ])
  func readsNumbers(text: String, expected: String) {
    for dialect in [MarkupDialect.html, .xml] { #expect(MarkupLexer.decoded(text, dialect: dialect) == expected) }
  }

  /// The bytes 80 to 9F of windows-1252, the five that mean nothing among them.
  @Test func numbersOfTheC1RangeAreThoseOfWindows1252() {
    let expected = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ"
    #expect(
      MarkupLexer.decoded((0x80...0x9f).map { "&#\($0);" }.joined()).unicodeScalars.elementsEqual(
        expected.unicodeScalars))
  }

  @Test(arguments: [
    ("&#xD83D;&#xDCC8;", "📈"), ("&#55357;&#56520;", "📈"), ("&#xD83D&#xDCC8", "📈"), ("&#xD83D;a", "\u{fffd}a"),
    ("&#xDCC8;&#xD83D;", "\u{fffd}\u{fffd}"), ("&#xD83D;&#65;", "\u{fffd}A"), ("&#xD83D;&#xD83D;&#xDCC8;", "\u{fffd}📈"),
    ("&#xD83D;&#", "\u{fffd}&#"), ("&#xD800;&#xDC00;", "\u{10000}"), ("&#xDBFF;&#xDFFF;", "\u{10ffff}"),
  ])
  func halvesOfASurrogatePairAreOneCharacter(text: String, expected: String) {
    #expect(MarkupLexer.decoded(text) == expected)
  }

  @Test(arguments: [
    ("&not", "¬"), ("&noti", "¬i"), ("&notin", "¬in"), ("&notin;", "∉"), ("&notindot;", "⋵̸"), ("&notxyz;", "¬xyz;"),
    ("&ampamp;", "&amp;"),
    ("&amp;amp;", "&amp;"), ("&lt&gt", "<>"), ("&LT;&AMP", "<&"), ("&Lt;", "≪"), ("&copycat", "©cat"), ("&am", "&am"),
    ("&a", "&a"),
    ("&&amp;&", "&&&"), ("&amp", "&"), ("&am\u{0}p;", "&amp;"), ("&sup1;&sup2", "¹²"), ("&frac12", "½"),
    ("&there4;", "∴"),
    ("&there4", "&there4"), ("&hellip;", "…"), ("&hellip", "&hellip"), ("&é;", "&é;"), ("&fjlig;", "fj"),
  ])
  func theLongestNameCounts(text: String, expected: String) {
    #expect(MarkupLexer.decoded(text) == expected)
  }

  /// A run of letters longer than any name is looked at no further, and nothing of it is lost.
  @Test func keepsLongRunsThatBeginLikeNames() {
    let run = String(repeating: "x", count: 1_000)
    #expect(MarkupLexer.decoded("&\(run);") == "&\(run);")
    #expect(MarkupLexer.decoded("&amp\(run);") == "&\(run);")
  }

  @Test(arguments: [
    ("?a&copy=1", "?a&copy=1"), ("?a&copy1", "?a&copy1"), ("?a&copyb", "?a&copyb"), ("?a&copy", "?a©"),
    ("?a&copy&b", "?a©&b"),
    ("?a&copy;=1", "?a©=1"), ("?a&amp;b", "?a&b"), ("?a&ampb", "?a&ampb"), ("?a&lt", "?a<"), ("?a&lt-", "?a<-"),
    ("?a&notit;", "?a&notit;"),
    ("?a&#38b", "?a&b"), ("?a&section=1", "?a&section=1"), ("?a&sect=1", "?a&sect=1"),
  ])
  func addressesKeepWhatLooksLikeAName(value: String, expected: String) {
    #expect(tokens("<a b=\"\(value)\">", .html) == ["<a b=\(expected)>"])
  }

  @Test(arguments: [
    ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("&lt", "&lt"), ("&copy;", "©"), ("&copy", "&copy"),
    ("&notit;", "&notit;"), ("&a.b;&a-b;", "&a.b;&a-b;"),
    ("&amp.;", "&amp.;"), ("&LT;", "<"),
  ])
  func namesOfXMLNeedTheirSemicolon(text: String, expected: String) {
    #expect(MarkupLexer.decoded(text, dialect: .xml) == expected)
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
