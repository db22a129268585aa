package import Markup

/// How many elements of some kinds stand before each node, so that a subtree is counted by one subtraction.
package struct HTMLStructure {
  package struct Count {
    package fileprivate(set) var items: Int32 = 0
    package fileprivate(set) var paragraphs: Int32 = 0
    package fileprivate(set) var cells: Int32 = 0
    package fileprivate(set) var rows: Int32 = 0
    package fileprivate(set) var tables: Int32 = 0
    /// Headings, quotes, figures, code: what no cell and no short item holds.
    package fileprivate(set) var sections: Int32 = 0
    package fileprivate(set) var lists: Int32 = 0
    package fileprivate(set) var quotes: Int32 = 0
    /// Headings of the first level.
    package fileprivate(set) var titles: Int32 = 0
    /// Bytes of text, blanks left out.
    package fileprivate(set) var text: Int32 = 0
  }

  private var before: [Count] = []

  package init(_ tree: HTMLTree) {
    before.reserveCapacity(tree.nodes.count + 1)
    var count = Count()
    for node in tree.nodes {
      before.append(count)
      switch node.tag {
      case .li: count.items += 1
      case .p: count.paragraphs += 1
      case .td, .th: count.cells += 1
      case .tr: count.rows += 1
      case .table: count.tables += 1
      case .ul, .ol: count.lists += 1
      case .h1:
        count.sections += 1
        count.titles += 1
      case .blockquote:
        count.sections += 1
        count.quotes += 1
      case .h2, .h3, .h4, .h5, .h6, .figure, .pre, .article, .section: count.sections += 1
      case .other where node.kind == .text: count.text += Int32(clamping: tree.textSize(of: node))
      default: break
      }
    }
    before.append(count)
  }

  /// What an element holds, itself included.
  package func count(within node: Int, of tree: HTMLTree) -> Count {
    let (start, end) = (before[node], before[Int(tree.nodes[node].end)])
    return Count(
      items: end.items - start.items, paragraphs: end.paragraphs - start.paragraphs, cells: end.cells - start.cells,
      rows: end.rows - start.rows, tables: end.tables - start.tables, sections: end.sections - start.sections,
      lists: end.lists - start.lists, quotes: end.quotes - start.quotes, titles: end.titles - start.titles,
      text: end.text - start.text)
  }

  /// Whether a list is one of short items, and no way to lay out a page.
  func isPlainList(_ node: Int, of tree: HTMLTree) -> Bool {
    let count = count(within: node, of: tree)
    return count.sections == 0 && count.tables == 0 && count.paragraphs <= count.items && count.items > 1
  }

  /// Whether a table holds data, and no other part of a page.
  func isDataTable(_ node: Int, of tree: HTMLTree) -> Bool {
    let count = count(within: node, of: tree)
    return count.tables == 1 && count.sections == 0 && count.rows >= 2 && count.cells > count.rows
      && count.paragraphs <= count.cells && count.lists == 0 && count.text <= count.cells * 160
  }
}

extension HTMLTree {
  /// Bytes of a text node that are no blanks.
  package func textSize(of node: Node) -> Int {
    var size = 0
    for index in node.textRange where bytes[index] > 0x20 { size += 1 }
    return size
  }
}
