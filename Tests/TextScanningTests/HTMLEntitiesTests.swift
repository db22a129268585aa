import Testing

@testable import TextScanning

@Suite struct HTMLEntitiesTests {
  @Test(
    arguments: [
      ("A&amp;B", "A&B"), ("&lt;p&gt;", "<p>"), ("&#20013;&#x6587;", "中文"), ("&ldquo;x&rdquo;", "“x”"),
      ("a&nbsp;b", "a b"),
      ("&#150;", "–"), ("&#128;", "€"), ("AT&T", "AT&T"), ("&unknown;", "&unknown;"), ("&;", "&;"), ("&#;", "&#;"),
      ("&", "&"),
      ("&#xd800;", "\u{fffd}"), ("&#99999999;", "\u{fffd}"), ("&amp;lt;", "<"), ("&amp;ldquo;x", "“x"),
      ("&amp;#39;", "'"),
      ("a&nbsp乙", "a 乙"), ("a&nbspx", "a&nbspx"), ("x &amp", "x &amp"),
      ("&yen;5", "¥5"),
    ])
  func references(_ text: String, _ expected: String) {
    #expect(HTMLEntities.decode(text) == expected)
  }
}

@Suite struct CharacterReferenceRuleTests {
  @Test(arguments: [
    ("&#X4E2d;", "中"), ("&#x4e2D;", "中"), ("&#65;&#066;", "AB"), ("&#x10ffff;", "\u{10ffff}"),
    ("&#1114111;", "\u{10ffff}"),
    ("&#1114112;", "\u{fffd}"), ("&#xdfff;", "\u{fffd}"), ("&#xe000;", "\u{e000}"), ("&#160;", " "), ("&#xa0;", " "),
  ])
  func numbersOfBothKinds(text: String, expected: String) { #expect(HTMLEntities.decode(text) == expected) }

  @Test(arguments: [
    "&#x;", "&#xg;", "&#1a;", "&#-5;", "&#-0;", "&#+65;", "&#x+41;", "&# 65;", "&#4294967296;", "&#65", "&# ;",
  ])
  func whatIsNoNumberStays(text: String) { #expect(HTMLEntities.decode(text) == text) }

  /// The places of windows-1252 that hold nothing, and the last one before them and behind.
  @Test(arguments: [
    ("&#127;", "\u{7f}"), ("&#129;", "\u{fffd}"), ("&#x8d;", "\u{fffd}"), ("&#x91;", "‘"), ("&#x9f;", "Ÿ"),
    ("&#161;", "¡"),
  ])
  func numbersOfTheSecondRowOfControlCharacters(text: String, expected: String) {
    #expect(HTMLEntities.decode(text) == expected)
  }

  @Test(arguments: [
    ("&thetasym;", "&thetasym;"), ("&AMP;", "&"), ("&Amp;", "&Amp;"), ("&delta;&Delta;", "δΔ"), ("&shy;&zwj;&lrm;", ""),
    ("&ensp;&emsp;", "  "), ("&lsqb;&rsqb;", "[]"), ("&dash;", "‐"), ("&female;", "♀"), ("&apos;", "'"),
  ])
  func namesCountAsTheyAreWritten(text: String, expected: String) { #expect(HTMLEntities.decode(text) == expected) }

  /// A semicolon further off belongs to something else.
  @Test func referencesAreAtMostTenLong() {
    #expect(HTMLEntities.decode("&#000000065;") == "A")
    #expect(HTMLEntities.decode("&#0000000065;") == "&#0000000065;")
    #expect(HTMLEntities.decode("&amp;#000000065;") == "A")
    #expect(HTMLEntities.decode("A&B 公司上涨; 完") == "A&B 公司上涨; 完")
  }

  @Test(arguments: [
    ("&amp;amp;lt;", "&lt;"), ("&amp;nosuch;", "&nosuch;"), ("&amp;#8212;", "—"), ("&amp; lt;", "& lt;"),
    ("&amp;;", "&;"),
    ("&&amp;&", "&&&"),
  ])
  func whatWasEscapedTwiceIsReadTwiceAndNoMore(text: String, expected: String) {
    #expect(HTMLEntities.decode(text) == expected)
  }

  @Test(arguments: [
    ("甲&nbsp", "甲 "), ("甲&nbsp;乙", "甲 乙"), ("&nbsp&nbsp", "  "), ("&nbsp1", " 1"), ("&nbspQ", "&nbspQ"),
    ("&nbs", "&nbs"),
  ])
  func aBlankNeedsNoSemicolon(text: String, expected: String) { #expect(HTMLEntities.decode(text) == expected) }

  @Test func textAroundStaysAsItIs() { #expect(HTMLEntities.decode("金价 &gt; 2,000 &mdash; 高") == "金价 > 2,000 — 高") }
}
