import Markup
import NewsModel
import Testing

@testable import ArticleFields

/// What whoever reads whole pages tells the writer, and what the writer tells of its blocks.
@Suite struct HTMLBlockWriterTests {
  private func written(
    _ html: String, leavingOut isLeftOut: @escaping (HTMLTree, Int) -> Bool = { _, _ in false },
    isCaption: @escaping (HTMLTree, Int) -> Bool = { _, _ in false },
    partsFields: @escaping (HTMLTree, Int) -> Bool = { _, _ in false }
  ) -> HTMLBlockWriter {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      var writer = HTMLBlockWriter(tree, HTMLStructure(tree)) { isCaption(tree, $0) }
      writer.partsFields = { partsFields(tree, $0) }
      writer.write(0..<tree.nodes.count) { isLeftOut(tree, $0) }
      return writer
    }
  }

  private static func hasClass(_ name: String) -> (HTMLTree, Int) -> Bool {
    { tree, node in tree.attribute("class", of: node) == name }
  }

  // MARK: What is told

  @Test func whatIsLeftOutGoesWithAllItHolds() {
    let html = "<p>甲</p><div class=x><p>乙</p><a href=y>丙</a></div><p>丁</p>"
    let writer = written(html, leavingOut: Self.hasClass("x"))
    #expect(writer.blocks.map(\.block) == [.paragraph("甲"), .paragraph("丁")])
    #expect(writer.links.isEmpty)
  }

  @Test func onlyABlockThatIsLeftOutPartsTheTextAroundIt() {
    #expect(
      written("甲<span class=x>乙</span>丙", leavingOut: Self.hasClass("x")).blocks.map(\.block) == [.paragraph("甲丙")])
    #expect(
      written("甲<div class=x>乙</div>丙", leavingOut: Self.hasClass("x")).blocks.map(\.block) == [
        .paragraph("甲"), .paragraph("丙"),
      ])
  }

  @Test(arguments: ["p", "div", "span", "em"]) func anyElementMayBeACaption(name: String) {
    let writer = written("甲<\(name) class=note>注</\(name)>乙", isCaption: Self.hasClass("note"))
    #expect(writer.blocks.map(\.block) == [.paragraph("甲"), .figure("注"), .paragraph("乙")])
  }

  @Test func withinAListNoPartOfALineIsACaption() {
    let writer = written("<ul><li>甲<span class=note>注</span><li>乙</ul>", isCaption: Self.hasClass("note"))
    #expect(writer.blocks.map(\.block) == [.list(["甲注", "乙"])])
  }

  @Test func fieldsThatOnlyTheirStyleKeepsApartAreParted() {
    let html = "<div class=meta><span>港口日报</span><span>李四</span><a href=x>评论</a></div><p><span>货量</span>回升</p>"
    let writer = written(html, partsFields: Self.hasClass("meta"))
    #expect(writer.blocks.map(\.block) == [.paragraph("港口日报 李四 评论"), .paragraph("货量回升")])
    #expect(written(html).blocks.first?.block == .paragraph("港口日报李四评论"))
  }

  @Test func whatFollowsAFieldIsPartedToo() {
    let always: (HTMLTree, Int) -> Bool = { _, _ in true }
    #expect(
      written("<p>甲<span>乙</span>丙<a href=x>丁</a>戊", partsFields: always).blocks.map(\.block) == [
        .paragraph("甲 乙 丙 丁 戊")
      ])
    #expect(
      written("<h1>甲<span>乙</span><a href=x>丙</a>丁</h1>", partsFields: always).blocks.map(\.block) == [
        .heading("甲乙丙丁", level: 1)
      ])
  }

  // MARK: What is told of a block

  @Test func aBlockKnowsHowMuchOfItIsLinksAndBold() {
    let blocks = written("甲<a href=x>乙</a><b>丙</b><a href=y><strong>丁</strong></a><p>戊").blocks
    #expect(blocks.map(\.size) == [12, 3])
    #expect(blocks.map(\.linked) == [6, 0])
    #expect(blocks.map(\.bold) == [6, 0])
    #expect(blocks.map(\.linkShare) == [0.5, 0])
  }

  @Test func listsTablesAndCodeAreMeasuredWhole() {
    let list = written("<ul><li><a href=x>甲</a><li>乙</ul>").blocks
    #expect(list.map(\.size) == [6] && list.map(\.linked) == [3])
    let table = written("<table><tr><td><b>甲</b><td>乙<tr><td>丙<td>丁</table>戊").blocks
    #expect(table.map(\.size) == [12, 3] && table.map(\.bold) == [3, 0])
  }

  @Test func aBlockOfNothingHasNoShareOfLinks() {
    #expect(HTMLBlock(block: .code("x"), node: 0).linkShare == 0)
  }

  @Test func aBlockKnowsTheElementItStandsIn() {
    let html = "<div><p>甲</p><ul><li>乙<li>丙</ul><pre>x</pre></div>"
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      var writer = HTMLBlockWriter(tree, HTMLStructure(tree))
      writer.write(0..<tree.nodes.count) { _ in false }
      #expect(writer.blocks.map { tree.nodes[$0.node].tag } == [.p, .ul, .pre])
    }
  }

  @Test func aPartOfAPageIsWrittenAlone() {
    Array("<p>甲</p><p>乙</p><p>丙</p>".utf8).withUnsafeBufferPointer { bytes in
      let tree = HTMLTree(bytes)
      let second = tree.nodes.indices.filter { tree.nodes[$0].tag == .p }[1]
      var writer = HTMLBlockWriter(tree, HTMLStructure(tree))
      writer.write(second..<Int(tree.nodes[second].end)) { _ in false }
      #expect(writer.blocks.map(\.block) == [.paragraph("乙")])
    }
  }

  // MARK: Links

  @Test func aLinkIsWhatIsShownAndWhereItLeads() {
    let links = written("<a href=' x?a=1&amp;b=2 '>甲 <b>乙</b></a><ul><li><a href=y>丙</a><li>丁</ul>").links
    #expect(links.map(\.text) == ["甲 乙", "丙"])
    #expect(links.map(\.address) == [" x?a=1&b=2 ", "y"])
  }

  @Test(arguments: [
    "<a href=x></a>", "<a href=x><img src=y></a>", "<a>甲</a>", "<a name=x>甲</a>", "<a href=x>\u{200b}</a>",
  ])
  func aLinkThatShowsOrLeadsNowhereIsNone(html: String) { #expect(written(html).links.isEmpty) }

  @Test func noMoreLinksAreKeptThanAnArticleHas() {
    let html = (0..<ArticleLink.most + 5).map { "<a href=x\($0)>甲\($0)</a>" }.joined()
    #expect(written(html).links.count == ArticleLink.most)
    #expect(written(html).links.last?.address == "x\(ArticleLink.most - 1)")
  }
}
