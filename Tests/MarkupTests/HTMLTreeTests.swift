import Growth
import Markup
import Testing

/// The tree in a short form: `p(“text” b(“bold”))`.
func outline(_ text: String) -> String {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    let tree = HTMLTree(bytes)
    var result = ""
    var ends: [Int] = []
    for index in tree.nodes.indices {
      while let last = ends.last, last <= index {
        result += ")"
        ends.removeLast()
      }
      if let last = result.last, last != "(" { result += " " }
      switch tree.nodes[index].kind {
      case .element:
        result += tree.name(of: index)
        if Int(tree.nodes[index].end) > index + 1 {
          result += "("
          ends.append(Int(tree.nodes[index].end))
        }
      case .text, .verbatim: result += tree.text(of: index)
      }
    }
    return result + String(repeating: ")", count: ends.count)
  }
}

@Suite struct HTMLTreeTests {
  @Test(arguments: [
    ("<p>a<p>b", "p(a) p(b)"), ("<p>a<div>b</div>c", "p(a) div(b) c"), ("<ul><li>a<li>b</ul>c", "ul(li(a) li(b)) c"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a ul(li(b))) li(c))"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"),
    ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"),
    ("<select><option>a<option>b</select>", "select(option(a) option(b))"),
    ("<table><tr><td><p>a</table>b", "table(tr(td(p(a)))) b"),
  ])
  func elementsEndWhereTheNextBegins(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("<b>a<p>b</b>c</p>d", "b(a p(b c) d)"), ("<p><b>a<i>b</b>c</p>d", "p(b(a i(b)) c) d"),
    ("<a>x<a>y</a>", "a(x) a(y)"),
    ("a</p>b", "a p b"), ("a</br>b", "a br b"), ("<div>a</span></div>b", "div(a) b"), ("<h2>a</h3>b", "h2(a) b"),
    ("<img src=x>a<br/>b<hr>", "img a br b hr"), ("<div/>a", "div(a)"), ("<svg><path/>a</svg>b", "svg(path a) b"),
    ("<html><head><title>t</title><p>a<body>b</html>c", "html(head(title(t)) p(a body(b c)))"),
    ("<x-story>a<x-tag>b</x-story>c", "x-story(a x-tag(b)) c"), ("<noscript><p>a</noscript>b", "noscript(p(a)) b"),
  ])
  func wrongTagsDoLittleHarm(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test func givesAttributesAndText() {
    let text = Array("<DIV Class='a &amp; b' class=c hidden><i>x</i> &lt;y</DIV>".utf8)
    text.withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      #expect(tree.attribute("class", of: 0) == "a & b")
      #expect(tree.attribute("hidden", of: 0) == "")
      #expect(tree.attribute("id", of: 0) == nil)
      #expect(tree.text(of: 0) == "x <y")
      #expect(Array(tree.children(of: 0)) == [1, 3])
    }
  }

  @Test(arguments: [
    "<div>", "<b>", "<table><tr><td>", "<p><b>", "<ul><li>", "<a>", "<x>", "</div>", "<b></p>", "<i><div></i>", "<h1>",
  ])
  func depthTakesLinearTime(piece: String) {
    #expect(
      growsLinearly(from: 4_000, { Array(String(repeating: piece, count: $0).utf8) }) { text in
        text.withUnsafeBufferPointer { bytes in _ = HTMLTree(bytes).nodes.count }
      })
  }

  @Test func closesAHundredThousandLevels() {
    let depth = 100_000
    let text = String(repeating: "<div>", count: depth) + "x" + String(repeating: "</div>", count: depth) + "y"
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      #expect(tree.nodes.count == depth + 2)
      #expect(tree.nodes.last?.parent == -1)
    }
  }

  @Test(arguments: [(0, true), (1, true), (100, true), (1_999, true), (2_000, false), (2_001, false)])
  func keepsNoMoreNodesThanWanted(limit: Int, isCut: Bool) {
    Array(String(repeating: "<p>a", count: 1_000).utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes, limit: limit)
      #expect(tree.nodes.count == min(limit, 2_000) && tree.isCut == isCut)
      #expect(tree.nodes.allSatisfy { Int($0.end) <= tree.nodes.count })
    }
  }

  @Test func givesTheNodesWithinAnElement() {
    reading("<ul><li>a<b>c</b><li>d</ul><p>e") { tree in
      #expect(Array(tree.children(of: 0)) == [1, 5])
      #expect(Array(tree.children(of: 1)) == [2, 3])
      #expect(Array(tree.children(of: 2)) == [])
      #expect(tree.descendants(of: 0) == 1..<7)
      #expect(tree.descendants(of: 6) == 7..<7)
      #expect(tree.nodes.map(\.parent) == [-1, 0, 1, 1, 3, 0, 5, -1, 7])
      #expect(tree.nodes.map(\.end) == [7, 5, 3, 5, 5, 7, 7, 9, 9])
    }
  }

  @Test func tellsTextThatMeansItselfFromText() {
    reading("&lt;<style>&lt;\u{0}</style><title>&lt;</title>") { tree in
      #expect(tree.nodes.map(\.kind) == [.text, .element, .verbatim, .element, .text])
      #expect(tree.nodes.map(\.tag) == [.other, .style, .other, .title, .other])
      #expect(tree.nodes.indices.map { tree.text(of: $0) } == ["<", "&lt;\u{0}", "&lt;\u{0}", "<", "<"])
      #expect(tree.nodes[0].textRange == 0..<4)
    }
  }

  @Test func textOfAnElementIsThatOfAllWithinIt() {
    reading("<div> a <b>c</b>\n<!-- d --><i><u>e</u></i><br>&amp;</div>f") { tree in
      #expect(tree.text(of: 0) == " a c\ne&")
      var output = Array("x".utf8)
      tree.appendText(of: 0, to: &output)
      tree.appendText(of: 1, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == "x a ")
    }
  }

  @Test func theFirstOfSeveralAttributesCounts() {
    reading("<a HREF=1 href=2 title='' data-x=\"&copy=1&lt;\" xhref=3>b</a><p>") { tree in
      #expect(tree.attribute("href", of: 0) == "1")
      #expect(tree.attributeRange("href", of: 0) == 8..<9)
      #expect(tree.attribute("title", of: 0) == "" && tree.hasAttribute("title", of: 0))
      #expect(tree.attribute("data-x", of: 0) == "&copy=1<")
      #expect(!tree.hasAttribute("hre", of: 0) && !tree.hasAttribute("", of: 0))
      // Text has none, though the bytes before it do.
      #expect(tree.attributeRange("href", of: 1) == nil)
      #expect(tree.attribute("href", of: 2) == nil)
    }
  }

  @Test func givesNamesAsTheyAreWritten() {
    reading("<X-Story><DIV>a") { tree in
      #expect((0..<3).map { tree.name(of: $0) } == ["X-Story", "DIV", ""])
      #expect(tree.nodes.map(\.tag) == [.other, .div, .other])
    }
  }

  @Test func anEmptyPageHasNoNodes() {
    for text in ["", "<!-- a -->", "</div>", "<!DOCTYPE html>"] {
      reading(text) { #expect($0.nodes.isEmpty && !$0.isCut) }
    }
  }

  private func reading(_ text: String, _ body: (HTMLTree) -> Void) {
    Array(text.utf8).withUnsafeBufferPointer { body(HTMLTree($0)) }
  }
}
