import Markup
import Testing

@Suite struct MarkupLexerTagsTests {
  @Test(
    arguments: [
      ("<p>", ["<p>"]), ("<P>", ["<P>"]), ("<p >", ["<p>"]), ("<p\n>", ["<p>"]), ("<p/>", ["<p/>"]),
      ("<p / >", ["<p>"]),
      ("<p//>", ["<p/>"]), ("<p/a>", ["<p a=>"]), ("<h1>", ["<h1>"]), ("<x-story>", ["<x-story>"]),
      ("<o:p>", ["<o:p>"]),
      ("<p.a>", ["<p.a>"]), ("<p\"x\">", ["<p\"x\">"]), ("<p=\"x\">", ["<p=\"x\">"]), ("<aé>", ["<aé>"]),
      ("<a\u{0}>", ["<a\u{0}>"]),
    ] as [(String, [String])])
  func aNameEndsAtABlankASlashOrABracket(text: String, expected: [String]) {
    #expect(tokens(text, .html) == expected)
  }

  @Test(arguments: [
    ("<a b=\"x>y\">z", "<a b=x>y>"), ("<a b='x>y'>z", "<a b=x>y>"), ("<a b=x>y>z", "<a b=x>"),
    ("<a b=\"x\"y\">z", "<a b=x y\"=>"),
    ("<a b = \">\">z", "<a b=>>"), ("<a \"b>\">z", "<a \"b=>"), ("<a b='\"'>z", "<a b=\">"),
    ("<a b=x\"y>z", "<a b=x\"y>"),
    ("<a b=\"<i>\">z", "<a b=<i>>"), ("<a b=x<i>z", "<a b=x<i>"), ("<a b=>z", "<a b=>"), ("<a b=\">z", "<a b=>"),
    ("<a b=\"x\"/>z", "<a b=x/>"), ("<a b=x/>z", "<a b=x/>"), ("<a b=\"/\">z", "<a b=/>"), ("<a b=x />z", "<a b=x/>"),
    ("<a b/>z", "<a b=/>"), ("<a b=/>z", "<a b=/>"), ("<a =>z", "<a ==>"),
  ])
  func aTagEndsBehindItsLastValue(text: String, expected: String) {
    #expect(tokens(text, .html).first == expected)
  }

  @Test func anUnquotedAddressKeepsItsSlash() {
    for (text, isSelfClosing) in [
      ("<a b=x/>", false), ("<a b=\"x\"/>", true), ("<a b=x />", true), ("<a b=/>", false), ("<a/>", true),
    ] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var lexer = MarkupLexer(bytes, dialect: .html)
        #expect(lexer.next().isSelfClosing == isSelfClosing, "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      ("</p>", ["</p>"]), ("</P >", ["</P>"]), ("</p a=b>", ["</p>"]), ("</p a=\">\">x", ["</p>", "\"x\""]),
      ("</p/>", ["</p>"]),
      ("</p<b>", ["</p>", "<b>"]), ("</>x", ["!", "\"x\""]), ("</ p>", ["\"</ p>\""]), ("</1>", ["\"</1>\""]),
      ("</", ["\"</\""]),
      ("</-", ["\"</-\""]),
    ] as [(String, [String])])
  func readsEndTags(text: String, expected: [String]) {
    #expect(tokens(text, .html) == expected)
  }

  @Test(
    arguments: [
      ("<é>", MarkupDialect.xml, ["<é>"]), ("<é>", .html, ["\"<é>\""]), ("<_a>", .xml, ["<_a>"]),
      ("<_a>", .html, ["\"<_a>\""]),
      ("<:a>", .xml, ["<:a>"]), ("</_a>", .xml, ["</_a>"]), ("</é>", .html, ["\"</é>\""]), ("<1>", .xml, ["\"<1>\""]),
      ("<->", .xml, ["\"<->\""]), ("<.a>", .xml, ["\"<.a>\""]), ("< a>", .xml, ["\"< a>\""]),
      ("< a>", .html, ["\"< a>\""]),
      ("<<a>", .html, ["\"<\"", "<a>"]), ("<<<", .html, ["\"<<<\""]), ("a<1<b>", .html, ["\"a<1\"", "<b>"]),
      ("<=>", .html, ["\"<=>\""]),
    ] as [(String, MarkupDialect, [String])])
  func aBracketBeforeNoNameIsText(text: String, dialect: MarkupDialect, expected: [String]) {
    #expect(tokens(text, dialect) == expected)
  }

  /// What is cut off within a tag, from its first letter to its last quote, still gives that tag.
  @Test func aTagCutAnywhereIsStillThatTag() {
    let text = Array("<a href=\"x\" class='y' title=z checked ".utf8)
    for length in 2...text.count {
      let found = tokens(Array(text[..<length]), .html)
      #expect(found.count == 1, "\(found)")
      #expect(found[0].hasPrefix("<a") && found[0].hasSuffix(">"), "\(found)")
    }
    #expect(tokens(text, .html) == ["<a href=x class=y title=z checked=>"])
  }

  @Test(arguments: [
    ("<a b=c", true), ("<a", true), ("</a", true), ("<a b=\"c>", false), ("<a>", false), ("</a>", false),
    ("text", false), ("<!--", false),
    ("<a <b>", false),
  ])
  func saysWhenTheTextEndsWithinATag(text: String, isCut: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var lexer = MarkupLexer(bytes, dialect: .html)
      #expect(lexer.isCutShort(lexer.next()) == isCut)
    }
  }

  /// A quote that is open once more at the end gives way, and the ones before it still hold.
  @Test func onlyTheLastQuoteIsOpen() {
    #expect(tokens("<a b=\"1>2\"><c d=\"3>4<e f='5>6'>", .html) == ["<a b=1>2>", "<c d=3>", "\"4\"", "<e f=5>6>"])
    #expect(tokens("<a b='1><c d=\"2>3\"><e f='4>", .html).first == "<a b=1><c d=\"2>3\"><e f= 4=>")
  }
}
