import Markup

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
