import ArticleFields
import Markup

/// Weighs for every element whether it stands beside the article: what its kind and its names say against what it holds.
///
/// An element around the headline never does. Otherwise the more certain a name is, the more of the page's text it takes to
/// outweigh it; comments and notices may be longer than the article and still are none of it.
struct BoilerplateWeighing {
  private let measuring: PageMeasuring
  private let structure: HTMLStructure
  /// For each node what its text counts for, and the bytes of it.
  private let whole: [Int32]
  private let size: [Int32]
  private let linked: [Int32]
  private let headline: Int?
  private var behindHeadline: TextBehindHeadline
  /// What stands directly below the headline and names a day: `By Ann Poe · 3 March`, whatever it is called.
  let headFields: Range<Int>
  private var tree: HTMLTree { measuring.tree }
  private let none: [Bool]
  /// What the page's text counts for, without what is foreign by its name.
  private var total: Int32 = 0

  init(
    _ measuring: PageMeasuring, _ structure: HTMLStructure, whole: [Int32], size: [Int32], linked: [Int32],
    headline: Int?
  ) {
    self.measuring = measuring
    self.structure = structure
    self.whole = whole
    self.size = size
    self.linked = linked
    self.headline = headline
    behindHeadline = TextBehindHeadline(measuring, headline: headline)
    headFields = Self.headFields(measuring, size: size, headline: headline)
    none = [Bool](repeating: false, count: measuring.tree.nodes.count)
  }

  /// The elements beside the article, outermost only.
  mutating func weigh() -> [Bool] {
    var entries = [Bool](repeating: false, count: tree.nodes.count)
    for node in measuring.comments where !holdsHeadline(node) { entries[node] = true }
    for node in CommentBoxes(tree, measuring.isHidden, size: size, linked: linked, headline: headline).nodes() {
      entries[node] = true
    }
    RepeatedEntries(measuring, whole: whole, headline: headline).mark(&entries)
    total = without(entries, isForeign).left
    var result = entries
    var left: Int32 = 0
    var index = 0
    while index < tree.nodes.count {
      if result[index] || tree.nodes[index].kind == .element && isBoilerplate(index) {
        result[index] = true
        index = Int(tree.nodes[index].end)
      } else {
        left = left.addingClamped(max(0, measuring.score[index]))
        index += 1
      }
    }
    guard left < Self.leastText else { return result }
    // With nothing left the names are wrong: what others wrote alone stays out.
    let second = without(entries, isForeign)
    if second.left > left, second.left >= Self.leastText { return second.marks }
    let third = without(none) { _ in false }
    return third.left > left ? third.marks : result
  }

  /// Less than this, in the measure of `PageMeasuring.score`, is no article.
  private static let leastText: Int32 = 100

  /// Marks more elements, and gives what is left of the page's text.
  private func without(_ marks: [Bool], _ isLeftOut: (Int) -> Bool) -> (marks: [Bool], left: Int32) {
    var (marks, left, index) = (marks, Int32(0), 0)
    while index < tree.nodes.count {
      if marks[index] || isLeftOut(index) {
        marks[index] = true
        index = Int(tree.nodes[index].end)
      } else {
        left = left.addingClamped(max(0, measuring.score[index]))
        index += 1
      }
    }
    return (marks, left)
  }

  /// The outermost short element with a date between the headline and the text.
  private static func headFields(_ measuring: PageMeasuring, size: [Int32], headline: Int?) -> Range<Int> {
    let nodes = measuring.tree.nodes
    guard let headline else { return 0..<0 }
    let start = Int(nodes[headline].end)
    for index in start..<min(start + reachOfHead, nodes.count) {
      guard measuring.score[index] < leastText else { break }
      guard nodes[index].kind == .element, !nodes[index].tag.isInline, (1...longestFields).contains(size[index]),
        measuring.signs(within: index).dates > 0
      else { continue }
      return index..<Int(nodes[index].end)
    }
    return 0..<0
  }

  /// In nodes.
  private static let reachOfHead = 120
  /// In bytes without blanks.
  private static let longestFields: Int32 = 240

  private func isForeign(_ node: Int) -> Bool {
    measuring.hints[node] == .foreign && !holdsHeadline(node) && isBlock(node)
  }

  private func holdsHeadline(_ node: Int) -> Bool {
    guard let headline else { return false }
    return node <= headline && headline < Int(tree.nodes[node].end)
  }
}

// MARK: - One element

extension BoilerplateWeighing {
  private func isBlock(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .html, .body, .main, .article: false
    case let tag: !tag.isInline
    }
  }

  private mutating func isBoilerplate(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    guard isBlock(node), tag.headingLevel == nil || measuring.hints[node].map({ $0 >= .frame }) ?? false,
      !holdsHeadline(node), !headFields.contains(node)
    else { return false }
    switch tag {
    case .nav, .menu, .dialog: return share(of: node) < PageLayout.mostText
    case .aside, .footer: return share(of: node) < PageLayout.mostText
    case .form where structure.count(within: node, of: tree).paragraphs < 3: if share(of: node) < 0.5 { return true }
    default: break
    }
    guard let hint = measuring.hints[node], hint.isBoilerplate, !isQuotation(node) else { return false }
    // A paragraph of sentences says more than its name.
    if tag == .p, hint < .frame || !isInNamed(node), whole[node] * 2 > size[node], linkShare(of: node) < 0.3 {
      return false
    }
    return weighs(hint, on: node)
  }

  /// Whether the element around has such a name too.
  private func isInNamed(_ node: Int) -> Bool {
    let parent = Int(tree.nodes[node].parent)
    return parent >= 0 && measuring.hints[parent].map { $0.isBoilerplate } ?? false
  }

  private mutating func weighs(_ hint: PageHint, on node: Int) -> Bool {
    switch hint {
    case .content, .account, .author, .source, .caption: false
    case .slight: linkShare(of: node) > 0.3 || whole[node] * 2 < size[node] && !isHeading(node)
    case .loose: share(of: node) < 0.3 || linkShare(of: node) > 0.3 || standsAboveHeadline(node)
    case .frame:
      share(of: node) < 0.4 || linkShare(of: node) > 0.2 || behindHeadline.before(node, none) >= Self.leastText
    case .foreign: true
    }
  }

  private func standsAboveHeadline(_ node: Int) -> Bool {
    headline.map { Int(tree.nodes[node].end) <= $0 } ?? false
  }

  /// Whether an element holds a heading and little else.
  private func isHeading(_ node: Int) -> Bool {
    size[node] <= 200 && structure.count(within: node, of: tree).sections == 1
  }

  /// The share of the page's text, 0 … 1.
  private func share(of node: Int) -> Double { total > 0 ? Double(max(0, whole[node])) / Double(total) : 0 }

  private func linkShare(of node: Int) -> Double {
    size[node] > 0 ? Double(linked[node]) / Double(size[node]) : 0
  }

  /// An element that holds a quotation is how articles show what others wrote elsewhere.
  private func isQuotation(_ node: Int) -> Bool {
    tree.nodes[node].tag == .blockquote
      || size[node] < 1_000 && structure.count(within: node, of: tree).quotes == 1
  }
}
