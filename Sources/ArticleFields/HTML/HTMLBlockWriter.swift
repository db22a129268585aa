package import Markup
package import NewsModel
import TextBasics
import TextScanning

/// Writes a part of a page down as blocks: paragraphs, headings, quotes, lists, tables, code, captions.
///
/// One walk over the nodes, without recursion. A line break (`<br>`) ends a paragraph, since many pages have no others.
package struct HTMLBlockWriter {
  private let tree: HTMLTree
  private let structure: HTMLStructure
  /// Whether an element holds the note of a picture though it is no `<figcaption>`.
  private let isCaption: (Int) -> Bool
  /// Puts a blank before elements within a line: fields stand in `<span>`s that only their style keeps apart.
  /// Asked with the block that the element stands in.
  package var partsFields: (Int) -> Bool = { _ in false }
  package private(set) var blocks: [HTMLBlock] = []
  /// What is shown for a link, and where it leads as the page writes it.
  package private(set) var links: [(text: String, address: String, node: Int)] = []

  /// An element whose end changes something.
  private struct Open {
    let end: Int
    let role: Role
    let node: Int
  }

  private enum Role {
    case block
    case heading(Int)
    case quote, figure, code
    case list, item
    case table, caption, row, cell
    case link, bold, field
  }

  private var open: [Open] = []
  private var text = HTMLText()
  private var size = 0
  private var linked = 0
  private var bold = 0
  private var linkDepth = 0
  private var boldDepth = 0
  private var quoteDepth = 0
  private var figureDepth = 0
  private var headingLevel: Int?
  private var code: [UInt8] = []
  private var codeDepth = 0
  /// The outermost plain list, and what it holds so far.
  private var list: (node: Int, items: [String])?
  /// How many items of it are open, one within the other.
  private var itemDepth = 0
  private var table: (node: Int, rows: [[String]])?
  private var linkText = HTMLText()
  private var linkNode = -1
  private var scratch: [UInt8] = []

  package init(_ tree: HTMLTree, _ structure: HTMLStructure, isCaption: @escaping (Int) -> Bool = { _ in false }) {
    self.isCaption = isCaption
    self.tree = tree
    self.structure = structure
  }

  /// Writes the nodes of a range, which must be whole subtrees; those that `isLeftOut` with all they hold.
  package mutating func write(_ range: Range<Int>, leavingOut isLeftOut: (Int) -> Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeElements(before: index)
      let node = tree.nodes[index]
      switch node.kind {
      case .verbatim: index += 1
      case .text:
        append(index)
        index += 1
      case .element:
        if Self.isInvisible(node.tag) || isLeftOut(index) {
          if !node.tag.isInline { endBlock() }
          index = Int(node.end)
        } else {
          begin(index, node.tag)
          index += 1
        }
      }
    }
    closeElements(before: Int.max)
    endBlock()
  }

  /// Elements whose content is never shown as text.
  package static func isInvisible(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .script, .style, .template, .head, .select, .option, .textarea, .button, .iframe, .object, .svg,
      .math,
      .canvas, .audio, .video, .map, .rt, .rp, .noframes, .noembed, .title, .xmp:
      true
    default: false
    }
  }

  private var current: Int { open.last?.node ?? 0 }

  /// The nearest element around that is no part of a line.
  private func block(around index: Int) -> Int {
    var node = Int(tree.nodes[index].parent)
    while node > 0, tree.nodes[node].tag.isInline { node = Int(tree.nodes[node].parent) }
    return max(0, node)
  }
}

// MARK: - Text

extension HTMLBlockWriter {
  private mutating func append(_ index: Int) {
    scratch.removeAll(keepingCapacity: true)
    tree.appendText(of: index, to: &scratch)
    if codeDepth > 0 { return code.append(contentsOf: scratch) }
    let before = text.bytes.count
    text.append(scratch)
    let added = text.bytes.count - before
    size += added
    if linkDepth > 0 {
      linked += added
      linkText.append(scratch)
    }
    if boldDepth > 0 { bold += added }
  }

  /// Ends the paragraph, item or cell that is being written.
  private mutating func endBlock() {
    if list != nil || table != nil { return text.appendBlank() }
    emit()
  }

  private mutating func emit() {
    defer { (size, linked, bold) = (0, 0, 0) }
    let line = KeptText(text.take()).string
    guard !line[...].trimmed.isEmpty else { return }
    let block: Block
    if figureDepth > 0 {
      block = .figure(line)
    } else if let headingLevel {
      block = .heading(line, level: headingLevel)
    } else if quoteDepth > 0 {
      block = .quote(line)
    } else {
      block = .paragraph(line)
    }
    blocks.append(HTMLBlock(block: block, node: current, size: size, linked: linked, bold: bold))
  }

  private mutating func endItem() {
    let line = KeptText(text.take()).string
    guard !line[...].trimmed.isEmpty else { return }
    list?.items.append(ListItem(level: itemDepth - 1, text: line).written)
  }

  private mutating func endCell() {
    let line = KeptText(text.take()).string
    guard let last = table?.rows.indices.last else { return }
    table?.rows[last].append(line)
  }
}

// MARK: - Elements

extension HTMLBlockWriter {
  private mutating func begin(_ index: Int, _ tag: HTMLTag) {
    switch tag {
    case .br:
      if codeDepth > 0 { code.append(UInt8(ascii: "\n")) } else { endBlock() }
    case .a:
      if headingLevel == nil, partsFields(block(around: index)) { text.appendBlank() }
      linkDepth += 1
      linkNode = index
      push(index, .link)
    case .b, .strong:
      boldDepth += 1
      push(index, .bold)
    case _ where tag.isInline:
      if headingLevel == nil, partsFields(block(around: index)) {
        text.appendBlank()
        push(index, .field)
      }
      guard list == nil, table == nil, isCaption(index) else { break }
      emit()
      figureDepth += 1
      push(index, .figure)
    case .hr: endBlock()
    case _ where tag.isVoid: break
    default: beginBlock(index, tag)
    }
  }

  private mutating func beginBlock(_ index: Int, _ tag: HTMLTag) {
    if table != nil { return beginInTable(index, tag) }
    if list != nil { return beginInList(index, tag) }
    emit()
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      headingLevel = tag.headingLevel
      push(index, .heading(tag.headingLevel ?? 1))
    case .blockquote:
      quoteDepth += 1
      push(index, .quote)
    case .figure where !holdsMore(index), .figcaption:
      figureDepth += 1
      push(index, .figure)
    case .pre, .listing:
      codeDepth += 1
      push(index, .code)
    case .ul, .ol:
      if structure.isPlainList(index, of: tree) {
        list = (index, [])
        push(index, .list)
      } else {
        push(index, .block)
      }
    case .table:
      if structure.isDataTable(index, of: tree) {
        table = (index, [])
        push(index, .table)
      } else {
        push(index, .block)
      }
    case _ where isCaption(index):
      figureDepth += 1
      push(index, .figure)
    default: push(index, .block)
    }
  }

  /// Whether a figure is a frame around a table, a quotation or code.
  private func holdsMore(_ figure: Int) -> Bool {
    let count = structure.count(within: figure, of: tree)
    return count.tables > 0 || count.sections > 1 || count.text > 600
  }

  private mutating func beginInList(_ index: Int, _ tag: HTMLTag) {
    if tag == .li {
      endItem()
      itemDepth += 1
      push(index, .item)
    } else {
      text.appendBlank()
      push(index, .block)
    }
  }

  private mutating func beginInTable(_ index: Int, _ tag: HTMLTag) {
    switch tag {
    case .tr:
      table?.rows.append([])
      push(index, .row)
    case .td, .th:
      if table?.rows.isEmpty ?? false { table?.rows.append([]) }
      push(index, .cell)
    case .caption where table?.rows.isEmpty ?? false: push(index, .caption)
    default:
      text.appendBlank()
      push(index, .block)
    }
  }

  private mutating func push(_ index: Int, _ role: Role) {
    open.append(Open(end: Int(tree.nodes[index].end), role: role, node: index))
  }

  private mutating func closeElements(before index: Int) {
    while let last = open.last, last.end <= index {
      end(last)
      open.removeLast()
    }
  }

  private mutating func end(_ element: Open) {
    switch element.role {
    case .block: endBlock()
    case .heading:
      emit()
      headingLevel = nil
    case .quote:
      emit()
      quoteDepth -= 1
    case .figure:
      emit()
      figureDepth -= 1
    case .code:
      codeDepth -= 1
      if codeDepth == 0 { emitCode(element.node) }
    case .item:
      endItem()
      itemDepth -= 1
    case .list:
      endItem()
      if let list, !list.items.isEmpty {
        add(list.items.count > 1 ? .list(list.items) : .paragraph(list.items[0]), element.node)
      }
      list = nil
    // It stands before the table, which is written at its end.
    case .caption: emit()
    case .row: break
    case .cell: endCell()
    case .table:
      let rows = (table?.rows ?? []).filter { $0.contains { !$0.isEmpty } }
      if !rows.isEmpty { add(.table(rows), element.node) }
      table = nil
      text = HTMLText()
    case .link:
      linkDepth -= 1
      if linkDepth == 0 { endLink() }
      if headingLevel == nil, partsFields(block(around: element.node)) { text.appendBlank() }
    case .bold: boldDepth -= 1
    case .field: text.appendBlank()
    }
  }

  private mutating func add(_ block: Block, _ node: Int) {
    blocks.append(HTMLBlock(block: block, node: node, size: size, linked: linked, bold: bold))
    (size, linked, bold) = (0, 0, 0)
  }

  private mutating func emitCode(_ node: Int) {
    let lines = KeptText(lines: String(decoding: code, as: UTF8.self)).string
    code.removeAll(keepingCapacity: true)
    let trimmed = lines[...].trimmedLines
    guard !trimmed.isEmpty else { return }
    add(.code(trimmed), node)
  }

  private mutating func endLink() {
    let shown = KeptText(linkText.take()).string
    guard !shown.isEmpty, links.count < ArticleLink.most, let address = tree.attribute("href", of: linkNode) else {
      return
    }
    links.append((shown, address, linkNode))
  }
}

extension Substring {
  /// Without empty lines at both ends.
  fileprivate var trimmedLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while let first = lines.first, first.trimmed.isEmpty { lines.removeFirst() }
    while let last = lines.last, last.trimmed.isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

/// A block of a page with what tells whether it belongs to an article.
package struct HTMLBlock {
  package var block: Block
  /// The element in which it stands.
  package var node: Int
  /// Bytes of its text, and of those the ones within links and within bold type.
  package var size = 0
  package var linked = 0
  package var bold = 0

  /// The share of its text that is links, 0 … 1.
  package var linkShare: Double { size > 0 ? Double(linked) / Double(size) : 0 }
}
