import Markup

/// Finds the element that holds an article's text.
///
/// From the top down, as long as one element within holds nearly all of what reads like an article. What a page says itself
/// (`itemprop="articleBody"`, a single `<article>`) is where the search begins.
struct BodyFinder {
  private let layout: PageLayout
  private var tree: HTMLTree { layout.tree }

  init(_ layout: PageLayout) { self.layout = layout }

  /// The share of the text that an element within must have for the search to go on there.
  private static let dominance = 0.8

  /// The index of the element; nil where nothing on the page reads like an article.
  func find() -> Int? {
    guard let start = declared() ?? root() else { return nil }
    var current = start
    while let next = dominantChild(of: current) { current = next }
    return current
  }

  /// The outermost element with the largest score: of a whole page its `html` or `body`.
  private func root() -> Int? {
    var best: Int?
    var index = 0
    while index < tree.nodes.count {
      if tree.nodes[index].kind == .element, layout.score[index] > best.map({ layout.score[$0] }) ?? 0 { best = index }
      index = Int(tree.nodes[index].end)
    }
    return best
  }

  /// What the page names as the article's text, when it holds a good part of what reads like one.
  private func declared() -> Int? {
    guard let root = root() else { return nil }
    let best = layout.articleBodies.filter { layout.score[$0] > 0 }.max { layout.score[$0] < layout.score[$1] }
    if let best, Double(layout.score[best]) > Double(layout.score[root]) * 0.3 { return best }
    return article(in: root)
  }

  /// The `<article>` with the headline, or that begins with the page's only first heading; on pages that show further articles
  /// below it.
  private func article(in root: Int) -> Int? {
    var found: Int?
    var count = 0
    for index in tree.nodes.indices where tree.nodes[index].tag == .article && !layout.isHidden[index] {
      guard layout.score[index] > Self.shortArticle else { continue }
      count += 1
      if found == nil, holdsHeadline(index) || layout.structure.count(within: index, of: tree).titles > 0 {
        found = index
      }
    }
    return count > 1 ? found : nil
  }

  private func holdsHeadline(_ node: Int) -> Bool {
    layout.headline.map { node <= $0 && $0 < Int(tree.nodes[node].end) } ?? false
  }

  /// Less than this, in the measure of `PageLayout.score`, is no article.
  private static let shortArticle: Int32 = 400

  /// The element within that holds nearly all of the score; nil where the text is spread over several, or stands directly here.
  private func dominantChild(of node: Int) -> Int? {
    let wanted = Double(layout.score[node]) * Self.dominance
    guard wanted > 0 else { return nil }
    for child in tree.children(of: node) where tree.nodes[child].kind == .element {
      guard Double(layout.score[child]) >= wanted else { continue }
      return Self.isContainer(tree.nodes[child].tag) || !holdsOwnText(child) ? child : nil
    }
    return nil
  }

  private static func isContainer(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote, .ul, .ol, .dl, .li, .a: false
    default: true
    }
  }

  /// Whether text stands directly in the element, and not only in elements within.
  private func holdsOwnText(_ node: Int) -> Bool {
    tree.children(of: node).contains { tree.nodes[$0].kind == .text && layout.size[$0] > 0 }
  }
}

/// Tells which elements within an article's text are no part of it: lists of links, buttons, boxes about other things.
struct BodyPruning {
  private let layout: PageLayout
  private let body: Int
  private var tree: HTMLTree { layout.tree }

  init(_ layout: PageLayout, body: Int) {
    self.layout = layout
    self.body = body
  }

  /// Whether an element is left out with all that it holds.
  func leavesOut(_ node: Int) -> Bool {
    if layout.isHidden[node] { return true }
    let tag = tree.nodes[node].tag
    guard !tag.isInline, tag != .br else { return false }
    // A name does not speak against most of the text.
    let isMost = layout.score[node] > 0 && Double(layout.size[node]) > Double(layout.size[body]) * PageLayout.mostText
    if layout.isBoilerplate[node], !isMost { return true }
    guard layout.size[node] > 0, Self.isBox(tag), !layout.headFields.contains(node) else { return false }
    return layout.linkShare(of: node) > Self.mostLinks && layout.score[node] <= 0
  }

  /// A box with a larger share of links is a list of other pages.
  private static let mostLinks = 0.6

  private static func isBox(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .ul, .ol, .dl, .section, .table, .header, .center, .article: true
    default: false
    }
  }
}
