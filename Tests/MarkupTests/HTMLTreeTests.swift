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
    let text = Array(String(repeating: piece, count: 100_000).utf8)
    text.withUnsafeBufferPointer { bytes in
      #expect(HTMLTree(bytes).nodes.count <= 400_000)
    }
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

  @Test func keepsNoMoreNodesThanWanted() {
    Array(String(repeating: "<p>a", count: 1_000).utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes, limit: 100)
      #expect(tree.nodes.count == 100 && tree.isCut)
    }
  }
}
