import Markup
import NewsModel
import TextBasics

/// Reads an article out of a web page.
///
/// Linear in the page. What the page says to machines and what it shows are put together; where both speak, what stands
/// by the article counts for source and time, since it is what an editor saw.
struct WebPageParser {
  let context: ParsingContext
  /// Where the page was fetched from.
  let address: String?

  func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(ParseRefusal.Reason) -> Item {
    let tree = HTMLTree(bytes)
    let metadata = PageMetadata(tree)
    let layout = PageLayout(tree)
    guard let body = BodyFinder(layout).find() else { throw .notAnArticle }
    let pruning = BodyPruning(layout, body: body)

    var writer = HTMLBlockWriter(tree, layout.structure) {
      layout.hints[$0] == .caption && layout.size[$0] < Self.longestCaption
    }
    var leftOut: [Int] = []
    writer.write(body..<Int(tree.nodes[body].end)) { node in
      guard pruning.leavesOut(node) else { return false }
      if !layout.isHidden[node] { leftOut.append(node) }
      return true
    }
    var before = HTMLBlockWriter(tree, layout.structure)
    before.partsFields = true
    before.write(0..<body + 1) { $0 >= body || layout.isHidden[$0] || Self.isList($0, layout) }
    var after = HTMLBlockWriter(tree, layout.structure)
    let end = Int(tree.nodes[body].end)
    after.write(end..<min(end + Self.reachAfter, tree.nodes.count)) { layout.isHidden[$0] }

    let title = title(metadata, near: before.blocks, writer.blocks)
    var lines = PageLines(title: title, context: context)
    lines.readHead(before.blocks)
    let blocks = lines.readBody(writer.blocks)
    lines.readFoot(after.blocks)
    lines.markedSources = Self.names(marked: .source, around: body, layout)
    lines.markedAccounts = Self.names(marked: .account, around: body, layout)
    var item = try item(title, blocks, lines, metadata, Self.links(writer.links, within: blocks, tree))
    item.removed = Self.lines(of: lines.removed + leftOut.flatMap { Self.blocks(in: $0, layout) })
    return item
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

  /// Short texts around the article that the page's markup calls its source or its account.
  private static func names(marked wanted: PageHint, around body: Int, _ layout: PageLayout) -> [String] {
    let tree = layout.tree
    let region = max(0, body - reachBefore)..<min(Int(tree.nodes[body].end) + reachAfter, tree.nodes.count)
    return region.lazy.filter { node in
      layout.hints[node] == wanted && (4...60).contains(layout.size[node]) && !layout.isHidden[node]
    }
    .prefix(20).map { shownText(of: $0, layout) }.filter { PageHeader.isName($0[...]) }
  }

  private static func shownText(of node: Int, _ layout: PageLayout) -> String {
    var text = HTMLText()
    var bytes: [UInt8] = []
    for index in layout.tree.descendants(of: node) where !layout.isHidden[index] {
      bytes.removeAll(keepingCapacity: true)
      layout.tree.appendText(of: index, to: &bytes)
      text.append(bytes)
    }
    return TextLines.safeLine(text.take())
  }

  /// Whether an element is a longer list of links.
  private static func isList(_ node: Int, _ layout: PageLayout) -> Bool {
    layout.size[node] > 300 && layout.linkShare(of: node) > 0.7
  }

  /// Bytes without blanks.
  private static let longestCaption: Int32 = 600
  /// How many nodes before the article are looked at for names.
  private static let reachBefore = 400
  /// How many nodes behind the article are looked at.
  private static let reachAfter = 200
}
