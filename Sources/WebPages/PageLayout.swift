import ArticleFields
import Markup

/// How text is spread over a page: for each element, how much of what it holds reads like an article.
///
/// Scores of blocks add up along the tree; what stands beside the article gives nothing.
struct PageLayout {
  let tree: HTMLTree
  let structure: HTMLStructure
  /// What the text of each node's subtree counts for.
  private(set) var score: [Int32]
  /// Bytes of shown text in each node's subtree, and of those the linked ones.
  private(set) var size: [Int32]
  private(set) var linked: [Int32]
  /// Whether a node, or one around it, is never shown.
  let isHidden: [Bool]
  let hints: [PageHint?]
  /// Elements beside the article, outermost only.
  private(set) var isBoilerplate: [Bool]
  /// The fields below the headline.
  private(set) var headFields = 0..<0
  /// The element with the page's headline.
  let headline: Int?
  /// `itemprop="articleBody"`
  let articleBodies: [Int]

  /// - Parameter titles: what the page calls itself, by which its headline is known.
  init(_ tree: HTMLTree, titles: [String] = []) {
    self.tree = tree
    structure = HTMLStructure(tree)
    var measuring = PageMeasuring(tree)
    measuring.showHiddenText()
    isHidden = measuring.isHidden
    hints = measuring.hints
    articleBodies = measuring.articleBodies
    headline = PageHeadline.find(in: tree, isHidden: isHidden, titles: titles)
    (score, size, linked) = (measuring.score, measuring.size, measuring.linked)
    isBoilerplate = []
    let whole = addUpSizes()
    var weighing = BoilerplateWeighing(
      measuring, structure, whole: whole, size: size, linked: linked, headline: headline)
    isBoilerplate = weighing.weigh()
    headFields = weighing.headFields
    addUpScores()
  }

  /// The share of a node's text that is links, 0 … 1.
  func linkShare(of node: Int) -> Double { size[node] > 0 ? Double(linked[node]) / Double(size[node]) : 0 }

  /// Whether a node stands in something beside the article.
  func isBesideArticle(_ node: Int) -> Bool {
    var index = node
    while index >= 0 {
      if isBoilerplate[index] { return true }
      index = Int(tree.nodes[index].parent)
    }
    return false
  }

  /// An element with a larger share of a text is not left out for its name.
  static let mostText = 0.7
}

// MARK: - Adding up

extension PageLayout {
  /// Adds to every node what the nodes in it have; gives what their text counts for, wherever it stands.
  private mutating func addUpSizes() -> [Int32] {
    var whole = score
    for index in stride(from: tree.nodes.count - 1, through: 0, by: -1) {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      whole[parent] = whole[parent].addingClamped(max(0, whole[index]))
      size[parent] = size[parent].addingClamped(size[index])
      linked[parent] = linked[parent].addingClamped(linked[index])
    }
    return whole
  }

  /// Lists of links in one element do not speak against the others.
  private mutating func addUpScores() {
    for index in stride(from: tree.nodes.count - 1, through: 0, by: -1) {
      if isBoilerplate[index] { score[index] = min(score[index], 0) }
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0 { score[parent] = score[parent].addingClamped(max(0, score[index])) }
    }
  }
}
