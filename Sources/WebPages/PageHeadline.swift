import Markup
import TextScanning

/// Finds the heading that the page's title repeats.
enum PageHeadline {
  /// The element; where no heading is repeated, the page's only first heading.
  static func find(in tree: HTMLTree, isHidden: [Bool], titles: [String]) -> Int? {
    let keys = titles.map { PageTitle.key(TextLines.safeLine($0)) }.filter { $0.utf8.count >= shortest }
    var best: (node: Int, count: Int)?
    var firsts: [Int] = []
    var seen = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .element && !isHidden[index] {
      guard let level = tree.nodes[index].tag.headingLevel else { continue }
      if level == 1 { firsts.append(index) }
      seen += 1
      guard seen <= mostHeadings else { break }
      guard Int(tree.nodes[index].end) - index <= mostNodes else { continue }
      let key = PageTitle.key(TextLines.safeLine(tree.text(of: index)))
      // A site's name stands at an end of the title, a headline takes the most of it.
      guard key.utf8.count >= shortest, key.utf8.count > best?.count ?? 0,
        keys.contains(where: { $0.holds(key) && key.utf8.count * 3 > $0.utf8.count || key.holds($0) })
      else { continue }
      best = (index, key.utf8.count)
    }
    if let best { return best.node }
    return firsts.count == 1 ? firsts.first : nil
  }

  private static let mostHeadings = 60
  /// In nodes: what holds more was left open.
  private static let mostNodes = 40
  /// In bytes of the key: two Chinese characters.
  private static let shortest = 6
}
