import Markup
import Testing

@Suite struct MarkupLexerDeclarationsTests {
  @Test(
    arguments: [
      ("<!---->x", ["!", "\"x\""]), ("<!-- a -- b -->x", ["! a -- b ", "\"x\""]), ("<!--a--->x", ["!a-", "\"x\""]),
      ("<!--<b>-->x", ["!<b>", "\"x\""]), ("<!--a--!>x", ["!a", "\"x\""]), ("<!-->x", ["!", "\"x\""]),
      ("<!--->x", ["!", "\"x\""]),
      ("<!--a>b", ["!a", "\"b\""]), ("<!--a", ["!a"]), ("<!--", ["!"]), ("<!-- a --", ["! a --"]),
      ("<!-a>x", ["!-a", "\"x\""]),
      ("<!a>x", ["!a", "\"x\""]), ("<!>x", ["!", "\"x\""]), ("<! a>x", ["! a", "\"x\""]),
      ("<?a?>x", ["!?a?", "\"x\""]),
      ("<?a", ["!?a"]), ("<![CDATA[a]]>x", ["![CDATA[a]]", "\"x\""]), ("<![if a]>x", ["![if a]", "\"x\""]),
    ] as [(String, [String])])
  func readsCommentsOfHTML(text: String, expected: [String]) {
    #expect(tokens(text, .html) == expected)
  }

  @Test(
    arguments: [
      ("<!-->x-->y", ["!>x", "\"y\""]), ("<!--->x-->y", ["!->x", "\"y\""]), ("<!--a--!>b-->x", ["!a--!>b", "\"x\""]),
      ("<!--a>b", ["!a", "\"b\""]), ("<!---->x", ["!", "\"x\""]), ("<!--a<!--b-->x", ["!a<!--b", "\"x\""]),
    ] as [(String, [String])])
  func readsCommentsOfXML(text: String, expected: [String]) {
    #expect(tokens(text, .xml) == expected)
  }

  @Test(arguments: [
    "<!~ a", "<!1>", "<!=>", "a <! b", "<!-", "<!a", "<!a <b", "<!", "<?", "<? a", "<!\"a\">",
  ])
  func whatBeginsNoDeclarationIsText(text: String) {
    #expect(tokens(text, .html).first?.hasPrefix("\"") == true)
    #expect(tokens(text, .xml).first?.hasPrefix("\"") == true)
  }

  @Test(
    arguments: [
      ("<![CDATA[]]>x", ["[]", "\"x\""]), ("<![CDATA[a]]b]]>", ["[a]]b]"]), ("<![CDATA[a]]]>", ["[a]]"]),
      ("<![CDATA[]]]]>", ["[]]]"]),
      ("<![cdata[a]]>", ["[a]"]), ("<![CDATA[<a>&lt;]]>", ["[<a>&lt;]"]), ("<![CDATA[a]]", ["[a]]]"]),
      ("<![CDATA[", ["[]"]),
      ("<![CDATA", ["![CDATA"]), ("<![CDAT[a]]>x", ["![CDAT[a]]", "\"x\""]), ("a]]>b", ["\"a]]>b\""]),
      ("<![CDATA[a]]><![CDATA[b]]>", ["[a]", "[b]"]),
    ] as [(String, [String])])
  func readsSectionsOfXML(text: String, expected: [String]) {
    #expect(tokens(text, .xml) == expected)
  }

  @Test(
    arguments: [
      ("<?xml version=\"1.0\"?>x", ["?xml", "\"x\""]), ("<?a>b?>x", ["?a", "\"x\""]), ("<?a>b", ["?a", "\"b\""]),
      ("<?a?", ["?a"]),
      ("<?a-1 b?>x", ["?a-1", "\"x\""]), ("<??>x", ["?", "\"x\""]), ("<?>x", ["?", "\"x\""]), ("<?a", ["?a"]),
    ] as [(String, [String])])
  func readsInstructionsOfXML(text: String, expected: [String]) {
    #expect(tokens(text, .xml) == expected)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE html>x", ["!doctype html", "\"x\""]), ("<!doctype html>x", ["!doctype html", "\"x\""]),
      ("<!DOCTYPE>x", ["!doctype", "\"x\""]),
      ("<!DOCTYPE html<p>x", ["!doctype html", "<p>", "\"x\""]), ("<!DOCTYPE html", ["!doctype html"]),
      ("<!DOCTYPE", ["!doctype"]),
      ("<!DOCTYPE a [>x", ["!doctype a [", "\"x\""]), ("<!DOCTYP html>x", ["!DOCTYP html", "\"x\""]),
    ] as [(String, [String])])
  func readsDocumentTypesOfHTML(text: String, expected: [String]) {
    #expect(tokens(text, .html) == expected)
  }

  @Test(
    arguments: [
      ("<!ENTITY a \"x\">", "x"), ("<!ENTITY a 'x>y'>", "x>y"), ("<!ENTITY a \"x]y\">", "x]y"),
      ("<!-- <!ENTITY a 'no'> -->", nil),
      ("<!-- it's --><!ENTITY a \"x\">", "x"), ("<?a b?><!ENTITY a \"x\">", "x"),
      ("<!ELEMENT b (c)><!ENTITY a \"x\">", "x"),
      ("<!ATTLIST b c CDATA \"<!ENTITY a 'no'>\">", nil), ("<!entity a \"no\">", nil), (" %p; <!ENTITY a \"x\">", "x"),
      ("<!ENTITY a \"x\"><!ENTITY a \"y\">", "x"), ("<!ENTITY % a \"no\">", nil),
    ] as [(String, String?)])
  func notesWhatTheSubsetDeclares(subset: String, expected: String?) {
    let found = tokens("<!DOCTYPE r [\(subset)]><r>&a;</r>", .xml)
    #expect(Array(found.dropFirst()) == ["<r>", "\"\(expected ?? "&a;")\"", "</r>"])
  }

  /// A comment or a quote of the subset that does not end takes no more than its declaration.
  @Test(arguments: ["<!-- open", "<!ENTITY b \"open", "<!ENTITY b 'open", "<!ATTLIST b c CDATA \"", "<!ENTITY"])
  func whatIsOpenInTheSubsetKeepsTheTextBehind(piece: String) {
    let found = tokens("<!DOCTYPE r [\(piece)>]><r>text</r>", .xml)
    #expect(Array(found.dropFirst()) == ["<r>", "\"text\"", "</r>"])
  }

  /// Whatever the input is cut at, nothing before the cut changes.
  @Test func aDocumentCutAnywhereKeepsTheTokensBeforeTheCut() {
    let text = Array("<?xml v?><!DOCTYPE r><r><!-- c --><![CDATA[d]]>e &amp; &a;</r>".utf8)
    let whole = tokens(text, .xml)
    for length in 0...text.count {
      let found = tokens(Array(text[..<length]), .xml)
      #expect(
        found.count <= whole.count && found.dropLast().elementsEqual(whole.prefix(max(0, found.count - 1))), "\(found)")
    }
  }
}
