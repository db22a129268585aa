import ArticleFields
import Markup
import TextScanning

/// What the markup near an article says of it: `<time>`, microdata, `rel="author"`, classes.
struct MarkedFacts {
  /// Dates as they are written, best first.
  private(set) var published: [String] = []
  private(set) var updated: [String] = []
  /// Who wrote it, as microdata say, or links where they do not.
  var authors: [String] { properAuthors.isEmpty ? linkedAuthors : properAuthors }
  private var properAuthors: [String] = []
  private var linkedAuthors: [String] = []
  /// What classes call the author.
  private(set) var namedAuthors: [String] = []
  private(set) var sources: [String] = []
  private(set) var accounts: [String] = []
  /// Who is linked as a user of the site between the headline and the text, nearest last.
  private(set) var users: [String] = []
  /// What the links to tags by the article say.
  private(set) var tags: [String] = []
  private let layout: PageLayout
  private let body: Int
  private var tree: HTMLTree { layout.tree }
  /// `<time>` without a word for what it is the time of, in the page's order.
  private var times: [String] = []

  init(_ layout: PageLayout, around body: Int) {
    self.layout = layout
    self.body = body
    let end = Int(tree.nodes[body].end)
    let start = max(0, min(body, layout.headline ?? body) - Self.reachBefore)
    read(start..<min(body + Self.reachWithin, end))
    read(max(end - Self.reachWithin, min(body + Self.reachWithin, end))..<min(end + Self.reachAfter, tree.nodes.count))
    published += times
  }

  /// In nodes: before the headline, into the text from both ends, behind it.
  private static let reachBefore = 400
  private static let reachWithin = 300
  private static let reachAfter = 200
  private static let most = 20

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if tree.nodes[index].kind == .element {
        if isOfOthers(index) {
          readTags(in: index)
          index = Int(tree.nodes[index].end)
          continue
        }
        readElement(index)
      }
      index += 1
    }
  }

  /// What stands in boxes of other articles is theirs; the foot of an article may name its writer.
  private func isOfOthers(_ node: Int) -> Bool {
    guard layout.isBoilerplate[node] else { return false }
    return tree.nodes[node].tag != .footer && layout.hints[node] != .frame
  }

  private mutating func readElement(_ node: Int) {
    if let property = tree.attribute("itemprop", of: node) ?? tree.attribute("property", of: node) {
      readProperties(property, node)
    } else if tree.nodes[node].tag == .time {
      readTime(node)
    } else if tree.nodes[node].tag == .abbr, hasClass("published", node), let title = tree.attribute("title", of: node)
    {
      published.append(title)
    }
    if tree.nodes[node].tag == .a, let relation = tree.attribute("rel", of: node)?.lowercased(),
      relation.split(separator: " ").contains("author"), linkedAuthors.count < Self.most
    {
      linkedAuthors.append(shownText(of: node))
    }
    if tree.nodes[node].tag == .a { readLink(node) }
    guard let hint = layout.hints[node], !layout.isHidden[node], (4...Self.longestName).contains(layout.size[node])
    else { return }
    switch hint {
    case .source: if sources.count < Self.most { appendName(of: node, to: &sources) }
    case .account: if accounts.count < Self.most { appendName(of: node, to: &accounts) }
    case .author: if namedAuthors.count < Self.most { namedAuthors.append(shownText(of: node)) }
    case .content, .caption, .slight, .loose, .frame, .foreign: break
    }
  }

  private mutating func readLink(_ node: Int) {
    guard !layout.isHidden[node], (1...Self.longestName).contains(layout.size[node]),
      let address = tree.attribute("href", of: node)
    else { return }
    if node < body, users.count < Self.most, layout.headline.map({ $0 < node }) ?? true, UserAddress.matches(address) {
      users.append(shownText(of: node))
    }
    if tags.count < Self.most, isTag(node, address) { tags.append(shownText(of: node)) }
  }

  /// The tags in a box that is called after them; whatever else it holds is not asked for.
  private mutating func readTags(in box: Int) {
    guard layout.size[box] <= Self.longestTags, Self.words(tree.attribute("class", of: box)).contains("tags") else {
      return
    }
    for node in tree.descendants(of: box) where tree.nodes[node].tag == .a { readLink(node) }
  }

  /// In bytes without blanks; longer boxes are clouds of a site's tags.
  private static let longestTags: Int32 = 400

  /// Whether a link leads to a tag: its relation says so, or the name of the element around the list of them.
  private func isTag(_ node: Int, _ address: String) -> Bool {
    var classes: [String] = []
    var parent = Int(tree.nodes[node].parent)
    for _ in 0..<4 where parent > 0 {
      if let names = tree.attribute("class", of: parent) { classes.append(names) }
      parent = Int(tree.nodes[parent].parent)
    }
    let written = tree.attribute("rel", of: node)
    // Most links have nothing to do with tags, and pages have hundreds of them.
    let mayBeTag = (classes + [written ?? ""]).contains { names in Self.spellings.contains { names.holds($0) } }
    guard mayBeTag else { return false }
    let (names, relation) = (classes.flatMap { Self.words($0) }, Self.words(written))
    guard !(names + relation).contains(where: { $0.starts(with: "categor") }), !address.holds("/categor") else {
      return false
    }
    return relation.contains("tag") || names.contains("tags")
  }

  private static let spellings = ["tag", "Tag", "TAG"]

  /// The runs of letters of ASCII, in small letters.
  private static func words(_ value: String?) -> [Substring] {
    guard let value else { return [] }
    return value[...].lowercasedASCII.utf8.split { !$0.isLetter }.map { Substring($0) }
  }

  private func appendName(of node: Int, to names: inout [String]) {
    let name = shownText(of: node)
    if PaperName.isName(name[...]) { names.append(name) }
  }

  /// In bytes without blanks.
  private static let longestName: Int32 = 60
}

// MARK: - Properties and times

extension MarkedFacts {
  private mutating func readProperties(_ names: String, _ node: Int) {
    for name in names.lowercased().split(separator: " ") {
      switch name.split(separator: ":").last {
      case "datepublished", "datecreated", "published_time", "created": published.append(value(of: node))
      case "date" where name.hasPrefix("dc:"): published.append(value(of: node))
      case "datemodified", "modified": updated.append(value(of: node))
      case "author", "creator": if properAuthors.count < Self.most { properAuthors.append(personName(in: node)) }
      default: break
      }
    }
    if published.count > Self.most { published.removeLast(published.count - Self.most) }
  }

  private mutating func readTime(_ node: Int) {
    guard times.count < Self.most, published.count < Self.most else { return }
    let value = tree.attribute("datetime", of: node) ?? shownText(of: node)
    if tree.hasAttribute("pubdate", of: node) || hasClass("published", node) || hasClass("dt-published", node) {
      published.append(value)
    } else if hasClass("updated", node) || hasClass("modified", node) || hasClass("dt-updated", node) {
      updated.append(value)
    } else if node < Int(tree.nodes[body].end) || !isInList(node) {
      times.append(value)
    }
  }

  /// Whether an element stands in an item of a list, or in a link: times behind a text are mostly those of other articles.
  private func isInList(_ node: Int) -> Bool {
    var parent = Int(tree.nodes[node].parent)
    for _ in 0..<4 where parent >= 0 {
      if [.li, .a, .article].contains(tree.nodes[parent].tag) { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }

  private func hasClass(_ name: String, _ node: Int) -> Bool {
    tree.attribute("class", of: node)?.split(separator: " ").contains { $0 == name } ?? false
  }

  private func value(of node: Int) -> String {
    tree.attribute("content", of: node) ?? tree.attribute("datetime", of: node) ?? tree.attribute("title", of: node)
      ?? shownText(of: node)
  }

  /// The name that microdata hold within an element, or all that it shows.
  private func personName(in node: Int) -> String {
    if let content = tree.attribute("content", of: node) { return content }
    let end = min(Int(tree.nodes[node].end), node + 40)
    for index in node + 1..<max(node + 1, end) {
      guard tree.attribute("itemprop", of: index)?.lowercased() == "name" else { continue }
      return tree.attribute("content", of: index) ?? tree.text(of: index)
    }
    return layout.size[node] <= Self.longestName ? tree.text(of: node) : ""
  }

  private func shownText(of node: Int) -> String {
    var text = HTMLText()
    var bytes: [UInt8] = []
    for index in tree.descendants(of: node) where !layout.isHidden[index] {
      bytes.removeAll(keepingCapacity: true)
      tree.appendText(of: index, to: &bytes)
      text.append(bytes)
    }
    return TextLines.safeLine(text.take())
  }
}

/// Tells the addresses of a board's users from others.
enum UserAddress {
  /// Whether an address leads to what a board says of a user: `member.php?u=40`, `space-uid-311.html`, `/u/name`.
  static func matches(_ address: String) -> Bool {
    let path = address[...].lowercasedASCII
    if paths.contains(where: { path.holds($0) }) { return true }
    return scripts.contains { path.holds($0) } && keys.contains { path.holds($0) }
  }

  private static let paths = ["space-uid-", "space-username-", "/members/", "/u/"]
  /// The pages of boards about a user, which the query names.
  private static let scripts = ["member.php?", "memberlist.php?", "profile.php?", "home.php?", "space.php?"]
  private static let keys = ["u=", "uid=", "username="]
}
