import Markup
import Testing

@testable import ArticleFields

@Suite struct HTMLStructureTests {
  /// Asks for the first element of a kind.
  private func ask<Answer>(_ html: String, _ tag: HTMLTag, _ question: (HTMLStructure, Int, HTMLTree) -> Answer) throws
    -> Answer
  {
    try Array(html.utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      let node = try #require(tree.nodes.firstIndex { $0.tag == tag })
      return question(HTMLStructure(tree), node, tree)
    }
  }

  private func isList(_ html: String) throws -> Bool { try ask(html, .ul) { $0.isPlainList($1, of: $2) } }
  private func isTable(_ html: String) throws -> Bool { try ask(html, .table) { $0.isDataTable($1, of: $2) } }

  @Test func anElementIsCountedWithAllThatItHolds() throws {
    let html = """
      <p>外</p><div><h1>题</h1><h3>节</h3><p>a b</p><blockquote>言</blockquote><ul><li>一<li>二</ul><ol><li>三</ol>\
      <table><tr><th>x<td>y<tr><td>z</table><figure></figure><pre>q</pre></div><h1>外</h1>
      """
    let count = try ask(html, .div) { $0.count(within: $1, of: $2) }
    #expect(count.items == 3 && count.lists == 2)
    #expect(count.paragraphs == 1)
    #expect(count.cells == 3 && count.rows == 2 && count.tables == 1)
    #expect(count.sections == 5 && count.titles == 1 && count.quotes == 1)
    #expect(count.text == 3 * 6 + 2 + 4)
  }

  @Test(arguments: [("p", 1), ("li", 0), ("section", 0), ("h2", 0)]) func anElementCountsItself(
    name: String, paragraphs: Int32
  ) throws {
    let count = try ask("<div><\(name)>甲</\(name)></div>", name == "p" ? .p : .div) { $0.count(within: $1, of: $2) }
    #expect(count.paragraphs == paragraphs)
    #expect(count.text == 3)
  }

  @Test func blanksAreNoText() throws {
    #expect(try ask("<p> a\n\tb <b> </b></p>", .p) { $0.count(within: $1, of: $2).text } == 2)
  }

  // MARK: Lists

  @Test(arguments: [
    "<ul><li>甲<li>乙</ul>", "<ul><li><p>甲</p><li><p>乙</p></ul>", "<ul><li>甲<ul><li>乙</ul></ul>",
    "<ul><li>甲<ol></ol><li>乙</ul>",
  ])
  func shortItemsAreAPlainList(html: String) throws { #expect(try isList(html)) }

  @Test(arguments: [
    "<ul></ul>", "<ul><li>甲</ul>", "<ul><li><p>甲</p><p>乙</p><p>丙</p><li>丁</ul>", "<ul><li>甲<table></table><li>乙</ul>",
    "<ul><li><h3>甲</h3><li>乙</ul>", "<ul><li><blockquote>甲</blockquote><li>乙</ul>",
    "<ul><li><figure></figure>甲<li>乙</ul>", "<ul><li><article>甲</article><li>乙</ul>", "<ul><li><pre>甲</pre><li>乙</ul>",
    "<ul><li><section>甲</section><li>乙</ul>",
  ])
  func whatIsNotIsNone(html: String) throws { #expect(try !isList(html)) }

  // MARK: Tables

  @Test(arguments: [
    "<table><tr><td>一<td>二<tr><td>三<td>四</table>", "<table><tr><td>一<td>二<tr><td>三</table>",
    "<table><tr><td><p>一</p><td><p>二</p><tr><td><p>三</p><td>四</table>",
  ])
  func severalRowsAndColumnsAreData(html: String) throws { #expect(try isTable(html)) }

  @Test(arguments: [
    "<table></table>", "<table><tr><td>一<td>二</table>", "<table><tr><td>一<tr><td>二</table>",
    "<table><tr><td>一<td><table></table><tr><td>二<td>三</table>",
    "<table><tr><td>一<td><h4>二</h4><tr><td>三<td>四</table>", "<table><tr><td>一<td><ul></ul><tr><td>三<td>四</table>",
    "<table><tr><td><p>一</p><p>一</p><p>一</p><td><p>二</p><p>二</p><tr><td>三<td>四</table>",
  ])
  func otherTablesLayOutAPage(html: String) throws { #expect(try !isTable(html)) }

  @Test func theCellsOfDataAreShort() throws {
    let longest = String(repeating: "a", count: 4 * 160 - 3)
    #expect(try isTable("<table><tr><td>\(longest)<td>b<tr><td>c<td>d</table>"))
    #expect(try !isTable("<table><tr><td>\(longest)a<td>b<tr><td>c<td>d</table>"))
  }
}
