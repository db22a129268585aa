import Markup
import TextScanning

/// Finds the boxes of comments that say so by their headings alone: 网友评论, Kommentare (3).
struct CommentBoxes {
  private let tree: HTMLTree
  private let isHidden: [Bool]
  /// Bytes of text within each node.
  private let size: [Int32]
  private let linked: [Int32]
  private let headline: Int?

  init(_ tree: HTMLTree, _ isHidden: [Bool], size: [Int32], linked: [Int32], headline: Int?) {
    self.tree = tree
    self.isHidden = isHidden
    self.size = size
    self.linked = linked
    self.headline = headline
  }

  /// The outermost elements that begin with such a heading, and hold no headline.
  func nodes() -> [Int] {
    var nodes: [Int] = []
    var seen = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .element && !isHidden[index] {
      guard !tree.nodes[index].tag.isInline, Int(tree.nodes[index].end) - index <= Self.mostNodes,
        (1...Self.longest).contains(size[index]), linked[index] == 0
      else { continue }
      seen += 1
      guard seen <= Self.mostHeadings else { break }
      let text = TextLines.safeLine(tree.text(of: index))
      guard CommentHeading.matches(text[...]), let box = box(around: index) else { continue }
      nodes.append(box)
      if size[box] <= Self.longest, let list = list(behind: box) { nodes.append(list) }
    }
    return nodes
  }

  private static let mostNodes = 8
  private static let mostLevels = 12
  private static let mostHeadings = 400
  /// In bytes without blanks.
  private static let longest: Int32 = 60

  /// The outermost element whose text begins with the heading; nil where it begins none.
  private func box(around heading: Int) -> Int? {
    var box: Int?
    var node = heading
    for _ in 0..<Self.mostLevels {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0, !Self.isFrame(tree.nodes[parent].tag), isFirst(node, in: parent) else { return box }
      guard !isTooMuch(parent) else { return box }
      box = parent
      node = parent
    }
    return box
  }

  /// Whether an element holds the headline or, where none is known, most of the page.
  private func isTooMuch(_ node: Int) -> Bool {
    let end = Int(tree.nodes[node].end)
    guard let headline else { return size[node] > (size.first ?? 0) / 2 }
    return node <= headline && headline < end
  }

  /// The table behind that of a heading: old layouts put the comments there.
  private func list(behind box: Int) -> Int? {
    guard headline.map({ $0 < box }) ?? false else { return nil }
    let parent = Int(tree.nodes[box].parent)
    let end = parent >= 0 ? Int(tree.nodes[parent].end) : tree.nodes.count
    var next = Int(tree.nodes[box].end)
    while next < end, isHidden[next] || size[next] == 0 { next = Int(tree.nodes[next].end) }
    let areTables = next < end && tree.nodes[box].tag == .table && tree.nodes[next].tag == .table
    return areTables && !isTooMuch(next) ? next : nil
  }

  private static func isFrame(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .html, .body, .main, .article: true
    default: false
    }
  }

  private func isFirst(_ node: Int, in parent: Int) -> Bool {
    for index in parent + 1..<node where tree.nodes[index].kind == .text && !isHidden[index] {
      if tree.textSize(of: tree.nodes[index]) > 0 { return false }
    }
    return true
  }
}

/// Recognises the headings of comments: `网友评论`, `Comments (5)`, `5 comments:`, `Leave a Reply`.
enum CommentHeading {
  static func matches(_ line: Substring) -> Bool {
    var rest = line.trimmed(of: counts)
    guard !rest.isEmpty, rest.utf8.count <= 60 else { return false }
    // One heading, or several in a row: `最新评论 查看所有评论`.
    while let (_, next) = comments.match(rest) {
      rest = next.trimmed(of: counts)
      if rest.isEmpty { return true }
    }
    return false
  }

  private static let counts: ScalarSet = [
    "(", ")", "（", "）", "[", "]", "【", "】", ":", "：", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "条", "條", "·",
    "|", "/",
  ]

  private static let comments = KeywordTable<Void>([
    (
      (),
      "评论,网友评论,全部评论,最新评论,精彩评论,热门评论,用户评论,读者评论,文章评论,发表评论,发表我的评论,我要评论,我来说两句,网友留言,读者留言,留言,跟帖,评论区,查看所有评论,查看全部评论,查看更多评论,"
        + "評論,網友評論,讀者回應,網友回應,發表評論,留言板,コメント,"
        + "Comments,Comment,Leave a reply,Leave a comment,Add a comment,Add new comment,Post a comment,Join the discussion,"
        + "Join the conversation,Discussion about this post,Responses,Reader comments,User comments,Comments on this post,"
        + "Kommentare,Kommentar schreiben,Kommentar verfassen,Leserkommentare,Commentaires,Vos commentaires,"
        + "Laisser un commentaire,Comentarios,Deja un comentario,Deja una respuesta,Comentários,Commenti,Lascia un commento,"
        + "Комментарии,Комментировать,Reacties,Kommentarer,Yorumlar"
    )
  ])
}
