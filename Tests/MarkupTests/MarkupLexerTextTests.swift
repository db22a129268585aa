import Markup
import Testing

@Suite struct MarkupLexerTextTests {
  private func lexing<Result>(_ text: String, _ dialect: MarkupDialect, _ body: (inout MarkupLexer) -> Result) -> Result
  {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var lexer = MarkupLexer(bytes, dialect: dialect)
      return body(&lexer)
    }
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a\u{0}b\u{0}", "ab"), ("\u{0}&amp;\u{0}", "&"), ("行情 &mdash; 金价", "行情 — 金价"),
    ("&amp;lt;", "&lt;"),
    ("a\r\nb", "a\r\nb"),
  ])
  func decodesTextAndAppendsTheSame(text: String, expected: String) {
    for dialect in [MarkupDialect.html, .xml] {
      #expect(lexing(text, dialect) { $0.string(0..<$0.bytes.count) } == expected)
      var output = Array("<".utf8)
      lexing(text, dialect) { $0.append(0..<$0.bytes.count, to: &output) }
      #expect(String(decoding: output, as: UTF8.self) == "<" + expected)
    }
  }

  @Test func decodesItsRangeAlone() {
    #expect(lexing("&lt;a&gt;&amp;", .html) { $0.string(4..<5) } == "a")
    #expect(lexing("&lt;a&gt;&amp;", .html) { $0.string(4..<8) } == "a>")
    #expect(lexing("&lt;a&gt;", .html) { $0.string(0..<2) } == "&l")
    #expect(lexing("&#1234;", .html) { $0.string(0..<5) } == "\u{7b}")
  }

  @Test func verbatimTextKeepsEverything() {
    #expect(lexing("&lt;\u{0}<b>", .html) { $0.verbatim(0..<$0.bytes.count) } == "&lt;\u{0}<b>")
  }

  @Test(arguments: [
    (MarkupDialect.html, "TITLE", true), (.html, "title", true), (.xml, "title", true), (.xml, "Title", false),
    (.xml, "titles", false),
    (.html, "titles", false), (.xml, "titl", false), (.html, "", false), (.xml, "", false),
  ])
  func matchesNamesAsTheDialectDoes(dialect: MarkupDialect, name: String, matches: Bool) {
    #expect(lexing(name, dialect) { $0.matches(0..<$0.bytes.count, "title") } == matches)
  }

  @Test(arguments: [
    ("dc:creator", "creator"), ("creator", "creator"), (":a", "a"), ("a:", ""), ("a:b:c", "b:c"), ("", ""),
  ])
  func leavesOutThePrefix(name: String, expected: String) {
    // The colon behind the range is not its own.
    #expect(lexing(name + ":x", .xml) { $0.verbatim($0.localName(0..<$0.bytes.count - 2)) } == expected)
  }

  @Test func entitiesAreKnownInAttributesToo() {
    let found = tokens("<!DOCTYPE r [<!ENTITY co \"金 & 银\">]><r a='&co;' b=\"&copy\"/>", .xml)
    #expect(found.last == "<r a=金 & 银 b=&copy/>")
  }
}
