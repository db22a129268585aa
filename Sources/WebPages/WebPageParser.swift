import ArticleFields
import Markup
import NewsModel
import SourceForms
import TextBasics

/// Reads an article out of a web page.
///
/// Linear in the page. What the page says to machines and what it shows are put together; where both speak, what stands
/// by the article counts for source and time, since it is what an editor saw.
package struct WebPageParser {
  let context: ParsingContext
  /// Where the page was fetched from.
  let address: String?

  func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(ParseRefusal.Reason) -> Item {
    let tree = HTMLTree(bytes)
    let metadata = PageMetadata(tree)
    let layout = PageLayout(tree, titles: [metadata.documentTitle].compactMap { $0 } + metadata.titles)
    let saved = SavedPage.address(in: bytes)
    guard let body = BodyFinder(layout).find() else { return try item(carriedBy: metadata, saved: saved) }
    let pruning = BodyPruning(layout, body: body)

    var writer = HTMLBlockWriter(tree, layout.structure) {
      layout.hints[$0] == .caption && layout.size[$0] < Self.longestCaption
    }
    writer.partsFields = { layout.score[$0] <= 0 && layout.size[$0] <= Self.longestFields }
    var leftOut: [Int] = []
    writer.write(body..<Int(tree.nodes[body].end)) { node in
      guard pruning.leavesOut(node) else { return false }
      if !layout.isHidden[node] { leftOut.append(node) }
      return true
    }
    var before = HTMLBlockWriter(tree, layout.structure)
    before.partsFields = { _ in true }
    before.write(0..<body + 1) { $0 >= body || layout.isHidden[$0] || Self.isList($0, layout) }
    var after = HTMLBlockWriter(tree, layout.structure)
    after.partsFields = { _ in true }
    let end = Int(tree.nodes[body].end)
    after.write(end..<min(end + Self.reachAfter, tree.nodes.count)) { layout.isHidden[$0] || Self.isList($0, layout) }

    let title = title(metadata, near: before.blocks, writer.blocks)
    var lines = PageLines(
      title: title, sites: metadata.sites, context: context,
      isDayFirst: metadata.language.flatMap(PageLanguage.isDayFirst))
    let lead = lines.readHead(before.blocks) { layout.isBesideArticle($0) }
    let blocks = lines.readBody(writer.blocks)
    lines.readFoot(after.blocks)
    let facts = PageFacts(
      lines: lines, metadata: metadata, marked: MarkedFacts(layout, around: body), context: context,
      address: address ?? saved)
    let kept = lines.withLead(lead, before: blocks)
    var item = try item(title, kept, facts, Self.links(writer.links, within: blocks, tree))
    item.removed = Self.lines(of: lines.removed + leftOut.flatMap { Self.blocks(in: $0, layout) })
    return item
  }

  /// The article that a page carries for machines alone.
  private func item(carriedBy metadata: PageMetadata, saved: String?) throws(ParseRefusal.Reason) -> Item {
    guard metadata.body != nil else { throw .notAnArticle }
    let title = title(metadata, near: [], [])
    let lines = PageLines(title: title, sites: metadata.sites, context: context, isDayFirst: nil)
    let facts = PageFacts(
      lines: lines, metadata: metadata, marked: nil, context: context, address: address ?? saved)
    return try item(title, [], facts, [])
  }

  /// What an element shows.
  private static func blocks(in node: Int, _ layout: PageLayout) -> [HTMLBlock] {
    var writer = HTMLBlockWriter(layout.tree, layout.structure)
    writer.write(node..<Int(layout.tree.nodes[node].end)) { layout.isHidden[$0] }
    return writer.blocks
  }

  /// The lines of blocks, in the page's order.
  private static func lines(of blocks: [HTMLBlock]) -> [String] {
    blocks.sorted { $0.node < $1.node }.flatMap { $0.block.text.split(separator: "\n").map(String.init) }
  }

  /// The links from the first block that was kept to the last.
  private static func links(
    _ links: [(text: String, address: String, node: Int)], within blocks: [HTMLBlock], _ tree: HTMLTree
  ) -> [(text: String, address: String, node: Int)] {
    guard let first = blocks.first, let last = blocks.last else { return [] }
    let range = first.node..<max(first.node, Int(tree.nodes[last.node].end))
    return links.filter { range.contains($0.node) }
  }

  /// Whether an element is a longer list of links.
  private static func isList(_ node: Int, _ layout: PageLayout) -> Bool {
    layout.size[node] > 300 && layout.linkShare(of: node) > 0.7
  }

  /// Bytes without blanks.
  private static let longestCaption: Int32 = 600
  /// Bytes without blanks: a line of fields is no longer.
  private static let longestFields: Int32 = 200
  /// How many nodes behind the article are looked at.
  private static let reachAfter = 200
}
