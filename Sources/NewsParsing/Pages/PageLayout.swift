import Markup

/// How text is spread over a page: for each element, how much of what it holds reads like an article.
///
/// Every element that is no part of a line is a block; text belongs to the nearest block around it. A block of sentences
/// counts for as many bytes as it has outside of links, one of links counts against, one of few words counts little. UTF-8
/// bytes measure Chinese and English alike: a word takes some six of them in both. After the ideas of boilerplate detection by
/// shallow text features (Kohlschütter, Fankhauser, Nejdl 2010) and of maximum subsequence segmentation (Pasternack, Roth 2009).
struct PageLayout {
  let tree: HTMLTree
  let structure: HTMLStructure
  /// What the text of each node's subtree counts for.
  private(set) var score: [Int32]
  /// Bytes of shown text in each node's subtree, and of those the linked ones.
  private(set) var size: [Int32]
  private(set) var linked: [Int32]
  /// Whether a node, or one around it, is never shown.
  private(set) var isHidden: [Bool]
  private(set) var hints: [PageHint?]

  init(_ tree: HTMLTree) {
    self.tree = tree
    structure = HTMLStructure(tree)
    let count = tree.nodes.count
    score = [Int32](repeating: 0, count: count)
    size = score
    linked = score
    isHidden = [Bool](repeating: false, count: count)
    hints = [PageHint?](repeating: nil, count: count)
    measure()
    addUp()
  }

  /// The share of a node's text that is links, 0 … 1.
  func linkShare(of node: Int) -> Double { size[node] > 0 ? Double(linked[node]) / Double(size[node]) : 0 }
}

// MARK: - Measuring

extension PageLayout {
  /// What a block itself holds, without the blocks in it.
  private struct Block {
    var size: Int32 = 0
    var linked: Int32 = 0
    var marks: Int32 = 0
  }

  private mutating func measure() {
    let count = tree.nodes.count
    var own = [Block](repeating: Block(), count: count)
    var block = [Int32](repeating: -1, count: count)
    var isLinked = [Bool](repeating: false, count: count)
    for index in 0..<count {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      if parent >= 0 {
        block[index] = tree.nodes[parent].tag.isInline ? block[parent] : node.parent
        isLinked[index] = isLinked[parent] || tree.nodes[parent].tag == .a
        isHidden[index] = isHidden[parent]
      }
      switch node.kind {
      case .verbatim: break
      case .element:
        if !isHidden[index] {
          isHidden[index] = HTMLBlockWriter.isInvisible(node.tag) || isStyledAway(index)
          if !isHidden[index] { hints[index] = PageHint.of(index, in: tree) }
        }
      case .text:
        guard !isHidden[index], block[index] >= 0 else { continue }
        let (textSize, marks) = measureText(node)
        let owner = Int(block[index])
        own[owner].size += textSize
        own[owner].marks += marks
        if isLinked[index] { own[owner].linked += textSize }
        size[index] = textSize
        linked[index] = isLinked[index] ? textSize : 0
      }
    }
    for index in 0..<count where own[index].size > 0 {
      score[index] = Self.score(of: own[index], tree.nodes[index].tag)
    }
  }

  /// Adds to every node what the nodes in it have; lists of links in one of them do not speak against the others.
  ///
  /// What is named furniture gives nothing, unless it holds most of the page's text.
  private mutating func addUp() {
    var whole = score
    var total: Int32 = 0
    for index in stride(from: tree.nodes.count - 1, through: 0, by: -1) {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else {
        total = total.addingClamped(max(0, whole[index]))
        continue
      }
      whole[parent] = whole[parent].addingClamped(max(0, whole[index]))
      size[parent] = size[parent].addingClamped(size[index])
      linked[parent] = linked[parent].addingClamped(linked[index])
    }
    for index in stride(from: tree.nodes.count - 1, through: 0, by: -1) {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      if tree.nodes[index].kind == .element, isFurniture(index), Double(whole[index]) < Double(total) * Self.mostText {
        score[index] = min(score[index], 0)
      }
      score[parent] = score[parent].addingClamped(max(0, score[index]))
    }
  }

  /// An element with a larger share of a page's text is not left out for its name.
  static let mostText = 0.7

  /// Whether an element is beside the article by its kind or its name. One that holds a quotation is not: that is how
  /// articles show what others wrote elsewhere.
  func isFurniture(_ node: Int) -> Bool {
    guard !tree.nodes[node].tag.isInline else { return false }
    return switch tree.nodes[node].tag {
    case .nav, .aside, .footer, .menu, .dialog,
      .form where structure.count(within: node, of: tree).paragraphs < 3:
      true
    case .html, .body, .main, .article: false
    default: hints[node] == .furniture && !isQuotation(node)
    }
  }

  private func isQuotation(_ node: Int) -> Bool {
    tree.nodes[node].tag == .blockquote
      || size[node] < 1_000 && structure.count(within: node, of: tree).quotes == 1
  }

  /// Bytes that are no blanks, and the marks of sentences among them.
  private func measureText(_ node: HTMLTree.Node) -> (size: Int32, marks: Int32) {
    var (size, marks): (Int32, Int32) = (0, 0)
    let range = node.textRange
    let bytes = tree.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte > 0x20 {
        size += 1
        if byte == 0x2c || byte == 0x2e || byte == 0x21 || byte == 0x3f {
          // A mark ends something where a blank follows; in `1,000` and `a.example` it does not.
          if index + 1 == range.upperBound || bytes[index + 1] <= 0x22 { marks += 1 }
        } else if byte == 0xe3 || byte == 0xef, index + 2 < range.upperBound, Self.isWideMark(bytes, index) {
          marks += 1
        }
      }
      index += 1
    }
    return (size, marks)
  }

  /// `、` `。` `，` `！` `？` `；` `：`
  private static func isWideMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    if bytes[index] == 0xe3 { return second == 0x80 && (third == 0x81 || third == 0x82) }
    return second == 0xbc && (third == 0x8c || third == 0x81 || third == 0x9f || third == 0x9b || third == 0x9a)
  }

  private func isStyledAway(_ node: Int) -> Bool {
    let range = tree.attributesRange(of: node)
    guard !range.isEmpty else { return false }
    for attribute in MarkupAttributes(tree.bytes, range) {
      if tree.hasName(attribute.name, "hidden") { return true }
      guard tree.hasName(attribute.name, "style"), attribute.value.count <= 400 else { continue }
      let style = String(decoding: UnsafeBufferPointer(rebasing: tree.bytes[attribute.value]), as: UTF8.self)
        .lowercased().filter { $0 != " " }
      if style.contains("display:none") || style.contains("visibility:hidden") { return true }
    }
    return false
  }

  /// What a block's own text counts for.
  private static func score(of block: Block, _ tag: HTMLTag) -> Int32 {
    let free = block.size - block.linked
    if block.linked * 2 > block.size { return -block.linked / 2 - 10 }
    if block.marks > 0, block.size >= shortestSentence { return free - block.linked }
    if tag == .p || tag == .blockquote || tag == .pre || tag.headingLevel != nil { return free / 4 }
    return -5
  }

  /// Bytes without blanks: ten words, or some seventeen Chinese characters.
  private static let shortestSentence: Int32 = 50
}

extension Int32 {
  fileprivate func addingClamped(_ other: Int32) -> Int32 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }
}
