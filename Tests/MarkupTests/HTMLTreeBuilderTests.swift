import Markup
import Testing

@Suite struct HTMLTreeBuilderTests {
  @Test(arguments: [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figcaption", "figure",
    "footer", "form", "h1", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary",
    "table", "ul",
  ])
  func aBlockEndsTheParagraph(name: String) {
    #expect(outline("<p>a<\(name)>").hasPrefix("p(a) \(name)"))
    // In a cell of a table or beside a button, the paragraph is another's.
    #expect(outline("<p><button><\(name)>") == "p(button(\(name)))")
    #expect(outline("<p><object><\(name)>") == "p(object(\(name)))")
  }

  @Test(arguments: ["a", "b", "span", "img", "button", "select", "x", "script", "label", "object", "video"])
  func otherElementsStandInTheParagraph(name: String) {
    #expect(outline("<p>a<\(name)></\(name)>b") == "p(a \(name) b)")
  }

  @Test(arguments: [
    ("<ul><li><p>a<li>b", "ul(li(p(a)) li(b))"), ("<li>a<li>b", "li(a) li(b)"),
    ("<ul><li><div>a<li>b", "ul(li(div(a)) li(b))"),
    ("<ol><li>a<ul><li>b</ol>c", "ol(li(a ul(li(b)))) c"), ("<li><table><tr><td><li>a", "li(table(tr(td(li(a)))))"),
    ("<menu><li>a<li>b</menu>", "menu(li(a) li(b))"),
    ("<dl><dd>a<dd>b<dt>c", "dl(dd(a) dd(b) dt(c))"), ("<dl><dt>a<dl><dt>b</dl><dd>c", "dl(dt(a dl(dt(b))) dd(c))"),
    ("<select><optgroup><option>a<optgroup><option>b", "select(optgroup(option(a)) optgroup(option(b)))"),
    ("<select><option>a<optgroup><option>b", "select(option(a optgroup(option(b))))"),
    ("<ruby>字<rt>a<rp>b<rt>c</ruby>d", "ruby(字 rt(a) rp(b) rt(c)) d"),
    ("<ruby>a<rt>b<ruby>c<rt>d", "ruby(a rt(b ruby(c rt(d))))"),
  ])
  func partsOfAListEndWhereTheNextBegins(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<table><tr><th>a<td>b<th>c", "table(tr(th(a) td(b) th(c)))"), ("<table><td>a<tr><td>b", "table(td(a tr(td(b))))"),
    (
      "<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c",
      "table(thead(tr(td(a))) tbody(tr(td(b))) tfoot(tr(td(c))))"
    ),
    ("<table><caption>a<tr><td>b", "table(caption(a) tr(td(b)))"),
    ("<table><caption>a<tbody><tr><td>b", "table(caption(a) tbody(tr(td(b))))"),
    ("<table><tr><td><table><tr><td>a</table>b<td>c</table>d", "table(tr(td(table(tr(td(a))) b) td(c))) d"),
    ("<table><tr><td><table><tr><td>a</td></tr></td>b", "table(tr(td(table(tr(td(a)) b))))"),
    ("<table><tr><td>a</table></table>b", "table(tr(td(a))) b"), ("<table>a<tr>b<td>c", "table(a tr(b td(c)))"),
    ("<table><tr><td><b>a<td>b", "table(tr(td(b(a)) td(b)))"), ("<table><tr><td>a</div></p>b", "table(tr(td(a p b)))"),
    ("<div><table><tr><td>a</div>b</table>c", "div(table(tr(td(a b))) c)"), ("<tr>a<tr>b", "tr(a) tr(b)"),
    ("<td>a<td>b", "td(a) td(b)"),
  ])
  func partsOfATableStayWithinIt(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<a>b<div>c<a>d", "a(b div(c a(d)))"), ("<a><b>c<a>d", "a(b(c)) a(d)"), ("<p><b>a<p>c", "p(b(a)) p(c)"),
    ("<b><div>a</b>c</div>d", "b(div(a c) d)"), ("<i><b>a</i>c</b>d", "i(b(a)) c d"),
    ("<p>a<b>c</p>d</b>e", "p(a b(c)) d e"),
    ("<em>a</strong>b", "em(a b)"), ("<B>a</b>c", "B(a) c"), ("<span><x>a</span>b", "span(x(a)) b"),
  ])
  func styleLeftOpenEndsWithItsBlock(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<h1>a<h2>b", "h1(a) h2(b)"), ("<h1><b>a<h2>b", "h1(b(a h2(b)))"), ("<h1>a</h6>b", "h1(a) b"), ("</h1>a", "a"),
    ("<div><h1>a</div>b", "div(h1(a)) b"), ("<h1><div>a</h2>b", "h1(div(a)) b"),
  ])
  func headingsEndOneAnother(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<head><meta><link>a", "head(meta link a)"), ("<head><title>a</title><div>b", "head(title(a)) div(b)"),
    ("<head><script>a</script><body>b", "head(script(a)) body(b)"),
    ("<html><body>a<body>b<html>c", "html(body(a b c))"),
    ("<head>a<head>b", "head(a b)"), ("<body>a</body>b</html>c", "body(a b c)"),
    ("<head><noscript><img>a", "head(noscript(img a))"),
    ("<head><template><p>a", "head(template(p(a)))"), ("<head><noscript><p>a<body>b", "head(noscript(p(a))) body(b)"),
  ])
  func whatIsNotOfTheHeadEndsIt(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<X-Story>a</x-sTORY>b", "X-Story(a) b"), ("<x-a><x-b>a</x-a>b", "x-a(x-b(a)) b"), ("<x-a>a</x-b>b", "x-a(a b)"),
    ("</x-a>a", "a"),
    ("<x-a><p>b</x-a>c", "x-a(p(b)) c"), ("<x-a><td>b</x-a>c", "x-a(td(b c))"), ("<x-a/>b", "x-a(b)"),
    ("<x-a><x-aa>b</x-a>c", "x-a(x-aa(b)) c"),
    ("<o:p>a</o:p>b", "o:p(a) b"),
  ])
  func unknownElementsAreKnownByTheirNames(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<svg><g/><path/></svg>a", "svg(g path) a"), ("<svg/>a", "svg a"), ("<math><mi/>a</math>", "math(mi a)"),
    ("<g/>a", "g(a)"),
    ("<svg></svg><g/>a", "svg g(a)"), ("<p/>a", "p(a)"), ("<svg><p/>a</svg>b", "svg(p a) b"),
    ("<svg>a</p></svg>b", "svg(a p) b"),
  ])
  func aSlashEndsForeignElementsAlone(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a<br></br>b", "a br br b"), ("a</p x=y>b", "a p b"), ("<img>a</img>b", "img a b"), ("<p>a</p></p>b", "p(a) p b"),
    ("<input>a</input>", "input a"), ("<!-- a -->b<!-- c -->d", "b d"), ("<!DOCTYPE html>a<?b?>", "a"), ("", ""),
    ("<script>a<b></script>c", "script(a<b>) c"),
    ("<title>a<b></title>c", "title(a<b>) c"), ("<p>a<!-- b -->c", "p(a c)"),
  ])
  func someTokensLeaveNoElementOpen(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  /// An end tag sees the element that is 256 deep, and none beyond.
  @Test(arguments: [(255, true), (256, false)])
  func anEndTagLooksThroughTwoHundredAndFiftySixElements(between: Int, isFound: Bool) {
    let text = "<article>" + String(repeating: "<div>", count: between) + "</article>x"
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect((HTMLTree(bytes).nodes.last?.parent == -1) == isFound)
    }
  }

  /// The nodes grow with the bytes and not with the depth, whatever is left open.
  @Test(arguments: [
    ("<p>", 1), ("<li>a", 2), ("<td><p>", 2), ("</p>", 1), ("<br>", 1), ("</div>", 0), ("<b><p>", 2), ("<option>a", 2),
    ("<a><div>", 2), ("<!---->", 0),
    ("<svg><g/>", 2), ("<h1></h2>", 1),
  ])
  func aPieceGivesAsManyNodesHoweverOften(piece: String, nodes: Int) {
    for count in [1, 10, 1_000] {
      Array(String(repeating: piece, count: count).utf8).withUnsafeBufferPointer { bytes in
        #expect(HTMLTree(bytes).nodes.count == nodes * count)
      }
    }
  }
}
