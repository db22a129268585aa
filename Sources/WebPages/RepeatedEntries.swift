import Markup

/// Finds comments, answers and teasers by how alike they are: elements of one kind in a row, each with a date and a linked name, or
/// a button to answer. Of a thread of a forum, where nothing stands before them, the first is the article.
struct RepeatedEntries {
  private let measuring: PageMeasuring
  private let whole: [Int32]
  private let headline: Int?
  private var tree: HTMLTree { measuring.tree }

  init(_ measuring: PageMeasuring, whole: [Int32], headline: Int?) {
    self.measuring = measuring
    self.whole = whole
    self.headline = headline
  }

  /// Elements of one kind in one element.
  private struct Group {
    let kind: UInt32
    var members: [Int] = []
    var answers = 0
    var teasers = 0
    var text: Int32 = 0
  }

  /// Marks the elements; linear, since every element is looked at in its parent alone.
  func mark(_ isEntry: inout [Bool]) {
    var text = TextBehindHeadline(measuring, headline: headline)
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if isEntry[index] || measuring.isHidden[index] {
        index = Int(node.end)
        continue
      }
      if node.kind == .element, !node.tag.isInline, whole[index] > 0 {
        for group in groups(in: index) { mark(group, &isEntry, &text) }
      }
      index += 1
    }
  }

  private func groups(in parent: Int) -> [Group] {
    var groups: [Group] = []
    for child in tree.children(of: parent) {
      guard whole[child] > 0, tree.nodes[child].kind == .element, Self.isEntryTag(tree.nodes[child].tag) else {
        continue
      }
      let kind = measuring.kinds[child]
      var place = groups.firstIndex { $0.kind == kind }
      if place == nil, groups.count < Self.mostKinds {
        place = groups.count
        groups.append(Group(kind: kind))
      }
      guard let place else { continue }
      let signs = measuring.signs(within: child)
      groups[place].members.append(child)
      groups[place].text = groups[place].text.addingClamped(whole[child])
      if signs.answers > 0 || signs.dates > 0 && beginsWithLink(child) {
        groups[place].answers += 1
      } else if signs.linkedHeadings > 0 {
        groups[place].teasers += 1
      }
    }
    return groups.filter { $0.members.count >= Self.fewest }
  }

  /// Whether one of the first texts is a short link that is no date: the name of who wrote it.
  private func beginsWithLink(_ node: Int) -> Bool {
    var seen = 0
    for index in tree.descendants(of: node) where tree.nodes[index].kind == .text && measuring.size[index] > 0 {
      guard measuring.size[index] <= Self.longestName else { return false }
      if measuring.linked[index] > 0 { return true }
      seen += 1
      if seen == Self.firstTexts { return false }
    }
    return false
  }

  /// In bytes.
  private static let longestName: Int32 = 60
  private static let firstTexts = 3
  private static let mostKinds = 8
  private static let fewest = 3

  private static func isEntryTag(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .li, .article, .section, .table, .tr, .ul, .dl, .dd, .tbody: true
    default: false
    }
  }

  private func mark(_ group: Group, _ isEntry: inout [Bool], _ text: inout TextBehindHeadline) {
    guard let first = group.members.first else { return }
    let most = group.members.count * 7 / 10
    let areAnswers = group.answers >= Self.fewest && group.answers > most
    let areTeasers = group.answers + group.teasers >= Self.fewest && group.answers + group.teasers > most
    guard areAnswers || areTeasers else { return }
    let before = text.before(first, isEntry)
    if before >= Self.leastText, areAnswers || before * 2 >= group.text {
      for member in group.members { isEntry[member] = true }
    } else if areAnswers, before < Self.leastText {
      for member in group.members.dropFirst() { isEntry[member] = true }
    }
  }

  private static let leastText: Int32 = 60
}

/// What stands between the headline and later elements, asked for in the page's order: linear for all of them together.
struct TextBehindHeadline {
  private let measuring: PageMeasuring
  private let headline: Int?
  private var position: Int
  private var sum: Int32 = 0

  init(_ measuring: PageMeasuring, headline: Int?) {
    self.measuring = measuring
    self.headline = headline
    position = (headline ?? 0) + 1
  }

  /// What the text before an element counts for, without boxes of the frame and marked entries; 0 where no headline stands before it.
  mutating func before(_ node: Int, _ isEntry: [Bool]) -> Int32 {
    guard let headline, headline < node else { return 0 }
    while position < node {
      let isBox = isEntry[position] || measuring.hints[position].map { $0 >= .frame } ?? false
      let end = Int(measuring.tree.nodes[position].end)
      if isBox, end <= node {
        position = end
      } else {
        sum = sum.addingClamped(max(0, measuring.score[position]))
        position += 1
      }
    }
    return sum
  }
}
