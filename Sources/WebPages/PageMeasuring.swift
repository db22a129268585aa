import ArticleFields
import Markup
import TextScanning

/// What one walk over a page's nodes finds: where text stands, how much of it is linked, what the names of elements say.
///
/// Every element that is no part of a line is a block; text belongs to the nearest block around it. A block of sentences
/// counts for as many bytes as it has outside of links, one of links counts against, one of few words counts little. UTF-8
/// bytes measure Chinese and English alike: a word takes some six of them in both. After the ideas of boilerplate detection by
/// shallow text features (Kohlschütter, Fankhauser, Nejdl 2010) and of maximum subsequence segmentation (Pasternack, Roth 2009).
struct PageMeasuring {
  let tree: HTMLTree
  /// What the text directly in a block counts for.
  private(set) var score: [Int32]
  /// Bytes of each text node that are no blanks, and of those the linked ones.
  private(set) var size: [Int32]
  private(set) var linked: [Int32]
  /// Whether a node, or one around it, is not shown.
  private(set) var isHidden: [Bool]
  private(set) var hints: [PageHint?]
  /// Elements that their style hides, outermost only, and `noscript`: a script may show them, or their text may be all there is.
  private(set) var hiddenRoots: [Int] = []
  /// `itemprop="articleBody"`
  private(set) var articleBodies: [Int] = []
  /// What schema.org names comments.
  private(set) var comments: [Int] = []
  /// Alike for elements of one kind with the same first class, digits aside.
  private(set) var kinds: [UInt32]
  /// How many signs of dates, of answers (回复, Reply) and of linked headings stand before each node.
  private(set) var signs: [Signs]

  struct Signs {
    var dates: Int32 = 0
    var answers: Int32 = 0
    var linkedHeadings: Int32 = 0
  }

  /// What a block itself holds, without the blocks in it.
  private struct Block {
    var size: Int32 = 0
    var linked: Int32 = 0
    var marks: Int32 = 0
  }

  init(_ tree: HTMLTree) {
    self.tree = tree
    let count = tree.nodes.count
    score = [Int32](repeating: 0, count: count)
    size = score
    linked = score
    isHidden = [Bool](repeating: false, count: count)
    hints = [PageHint?](repeating: nil, count: count)
    kinds = [UInt32](repeating: 0, count: count)
    signs = []
    signs.reserveCapacity(count + 1)
    measure()
  }

  private mutating func measure() {
    let count = tree.nodes.count
    var own = [Block](repeating: Block(), count: count)
    var block = [Int32](repeating: -1, count: count)
    var isLinked = [Bool](repeating: false, count: count)
    var hiddenEnd = 0
    var goneEnd = 0
    var sign = Signs()
    for index in 0..<count {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      signs.append(sign)
      if parent >= 0 {
        block[index] = tree.nodes[parent].tag.isInline ? block[parent] : node.parent
        isLinked[index] = isLinked[parent] || tree.nodes[parent].tag == .a
      }
      isHidden[index] = index < hiddenEnd || index < goneEnd
      guard index >= goneEnd else { continue }
      switch node.kind {
      case .verbatim: break
      case .element:
        if HTMLBlockWriter.isInvisible(node.tag) {
          isHidden[index] = true
          goneEnd = Int(node.end)
          continue
        }
        let attributes = PageAttributes(of: index, in: tree)
        note(attributes, index)
        if node.tag == .noscript || attributes.isStyledAway {
          isHidden[index] = true
          if index >= hiddenEnd {
            hiddenRoots.append(index)
            hiddenEnd = Int(node.end)
          } else {
            // What is hidden twice stays hidden.
            goneEnd = Int(node.end)
          }
        }
        let isHeading = node.tag.headingLevel != nil
        if isHeading && isLinked[index] || node.tag == .a && parent >= 0 && isInHeading(parent) {
          sign.linkedHeadings += 1
        }
      case .text:
        guard block[index] >= 0 else { continue }
        let (textSize, marks) = measureText(node)
        let owner = Int(block[index])
        own[owner].size += textSize
        own[owner].marks += marks
        if isLinked[index] { own[owner].linked += textSize }
        size[index] = textSize
        linked[index] = isLinked[index] ? textSize : 0
        if textSize > 0, textSize <= Self.longestSign {
          sign.add(node.textRange, tree.bytes, isLinked: isLinked[index])
        }
      }
    }
    signs.append(sign)
    for index in 0..<count where own[index].size > 0 {
      score[index] = Self.score(of: own[index], tree.nodes[index].tag)
    }
  }

  private mutating func note(_ attributes: PageAttributes, _ index: Int) {
    hints[index] = attributes.hint
    kinds[index] = attributes.kind &* 251 &+ UInt32(tree.nodes[index].tag.rawValue)
    if attributes.isArticleBody { articleBodies.append(index) }
    if attributes.isComment { comments.append(index) }
  }

  private func isInHeading(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    if tag.headingLevel != nil { return true }
    let parent = Int(tree.nodes[node].parent)
    return tag.isInline && parent >= 0 && tree.nodes[parent].tag.headingLevel != nil
  }

  /// The signs within an element.
  func signs(within node: Int) -> Signs {
    let (start, end) = (signs[node], signs[Int(tree.nodes[node].end)])
    return Signs(
      dates: end.dates - start.dates, answers: end.answers - start.answers,
      linkedHeadings: end.linkedHeadings - start.linkedHeadings)
  }

  /// In bytes: longer texts are no dates and no buttons.
  private static let longestSign: Int32 = 48
}

// MARK: - Text

extension PageMeasuring {
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

// MARK: - Hidden parts

extension PageMeasuring {
  /// Shows what is hidden where it is the text that a script would show: it outweighs all that is shown, or goes on from it
  /// above a button that unfolds it.
  mutating func showHiddenText() {
    guard !hiddenRoots.isEmpty else { return }
    var shown: Int32 = 0
    for index in tree.nodes.indices where !isHidden[index] { shown = shown.addingClamped(max(0, score[index])) }
    for root in hiddenRoots {
      let range = root..<Int(tree.nodes[root].end)
      if holdsText(range, besides: shown) { show(root) }
      for index in range where isHidden[index] { (score[index], size[index], linked[index]) = (0, 0, 0) }
    }
  }

  private func holdsText(_ range: Range<Int>, besides shown: Int32) -> Bool {
    let root = range.lowerBound
    var (text, all, links): (Int32, Int32, Int32) = (0, 0, 0)
    for index in range {
      text = text.addingClamped(max(0, score[index]))
      all = all.addingClamped(size[index])
      links = links.addingClamped(linked[index])
    }
    guard text >= Self.leastHidden, links < all / 4, hints[root].map({ $0 < .loose }) ?? true else { return false }
    return text > shown || isUnfolded(root)
  }

  private mutating func show(_ root: Int) {
    var nested = root
    let end = Int(tree.nodes[root].end)
    isHidden[root] = false
    nested += 1
    while nested < end {
      let node = tree.nodes[nested]
      let isStyled =
        node.kind == .element
        && (HTMLBlockWriter.isInvisible(node.tag) || PageAttributes(of: nested, in: tree).isStyledAway)
      if isStyled {
        nested = Int(node.end)
      } else {
        isHidden[nested] = false
        nested += 1
      }
    }
  }

  /// Whether text stands before the element, and a button behind it that unfolds it.
  private func isUnfolded(_ root: Int) -> Bool {
    let parent = Int(tree.nodes[root].parent)
    guard parent >= 0,
      (max(parent, root - Self.reachOfText)..<root).contains(where: { !isHidden[$0] && score[$0] > 0 })
    else { return false }
    var index = Int(tree.nodes[root].end)
    let end = min(index + Self.reachOfButton, tree.nodes.count)
    while index < end {
      if tree.nodes[index].kind == .text, size[index] > 0 {
        return Self.unfolding.match(TextLines.safeLine(tree.text(of: index))[...]) != nil
      }
      index += 1
    }
    return false
  }

  private static let leastHidden: Int32 = 150
  private static let reachOfButton = 8
  private static let reachOfText = 200
  private static let unfolding = KeywordTable<Void>([
    (
      (),
      "展开,展开全文,展开阅读全文,展开更多,点击展开,阅读全文,查看全文,查看更多,閱讀全文,展開全文,显示全文,余下全文,"
        + "Read more,Show more,Continue reading,Read the full story,Show full article,Read full article,Weiterlesen,Lire la suite"
    )
  ])
}

extension PageMeasuring.Signs {
  /// Counts what a short text is a sign of.
  fileprivate mutating func add(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, isLinked: Bool) {
    if Self.isDated(range, bytes) { dates += 1 }
    if isLinked, range.count <= Self.longestAnswer, Self.isAnswer(range, bytes) { answers += 1 }
  }

  /// Digits on both sides of a mark that dates and clocks have.
  private static func isDated(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      let isMark = previous == UInt8(ascii: ":") || previous == UInt8(ascii: "-") || previous == UInt8(ascii: "/")
      if byte.isDigit, isMark, beforePrevious.isDigit { return true }
      (beforePrevious, previous) = (previous, byte)
    }
    return false
  }

  private static let longestAnswer = 60

  private static func isAnswer(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)[...].trimmed
    return answers.match(text).map { $0.rest.utf8.count <= 12 } ?? false
  }

  private static let answers = KeywordTable<Void>([
    (
      (),
      "回复,回覆,回應,举报,檢舉,支持,反对,引用,只看该作者,Reply,Report,Quote,Flag,Like,Antworten,Melden,Répondre,Signaler,"
        + "Responder,Rispondi,Ответить,返信"
    )
  ])
}

extension Int32 {
  func addingClamped(_ other: Int32) -> Int32 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }
}
