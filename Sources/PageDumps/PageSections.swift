import ArticleFields
import NewsModel
import TextScanning

/// Divides what follows a page's head into the body and the boxes in and around it: tags, the neighbouring pages, related news.
///
/// A box may stand in the middle of an article, and it has an end: where the sentences of the article begin again, the text goes
/// on (`TextResumption`).
struct PageSections {
  private(set) var body: [TextLine] = []
  private(set) var tags: [String] = []
  private(set) var previous: String?
  private(set) var next: String?
  /// The lines of each list of related news.
  private(set) var related: [[Substring]] = []
  /// Where the head of another page begins, which some files hold behind a list.
  private(set) var otherPage: Substring.Index?
  /// Lines that belong neither to the body nor to a box.
  private(set) var removed: [Substring] = []
  /// Lines behind a box that belong to no section so far.
  private var tail: [TextLine] = []
  private var mode = Mode.body
  /// Whether the body holds a paragraph.
  private var hasText = false
  /// Whether the page said that the text is over.
  private var isBelowEnd = false
  /// The line that was read last in a list.
  private var lastInList: TextLine?
  /// The heading of the list that is being read.
  private var heading: TextLine?

  private enum Mode {
    case body
    /// Behind a mark whose value must stand on the following lines.
    case tags, previous, next
    case related
    case tail
    /// Below all that belongs to the page.
    case foot
  }

  init(_ lines: some Sequence<TextLine>) {
    let lines = Array(lines)
    var resumption: TextResumption?
    for (index, line) in lines.enumerated() {
      take(line, at: index, of: lines, &resumption)
    }
    // Some pages give their related list no heading; its dates betray it.
    if related.isEmpty, tail.contains(where: { RelatedList.isCutSummary($0.text) }),
      tail.contains(where: { DateParsing.whole($0.text) != nil })
    {
      related = [tail.map(\.text)]
    } else {
      removed += tail.map(\.text)
    }
  }

  private mutating func take(
    _ line: TextLine, at index: Int, of lines: [TextLine], _ resumption: inout TextResumption?
  ) {
    if mode == .body, let hashtags = TagList.hashtags(line.text) {
      tags += hashtags
      return
    }
    if mode != .body, mode != .foot, mode != .related, RelatedHeading.opensDatedList(lines, at: index) {
      related.append([])
      mode = .related
      heading = line
      return
    }
    if mode != .foot,
      let mark = SectionMark(line.text, isBelowBody: isBelowBody, isBelowText: hasText),
      mode != .related || mark.key == .related || !mark.isDoubtful
    {
      open(mark)
      heading = mode == .related ? line : nil
      for further in mark.following { open(further) }
      return
    }
    if mode != .body, mode != .foot {
      if resumption == nil { resumption = TextResumption(lines, from: index) }
      let role = resumption?.role(of: index, isInList: mode == .related)
      if mode == .related, role != .teaser, endsList(at: index, of: lines) { mode = .tail }
      if role == .text || (followsMark && line.text.endsStatement) { resume() }
    }
    isBelowEnd = isBelowEnd || (mode == .body && hasText && Boilerplate.endsText(line.text))
    place(line)
  }

  /// Whether common words may head a list: behind a box, or the sign that the text is over.
  private var isBelowBody: Bool { mode != .body || !tags.isEmpty || isBelowEnd }

  /// Whether a box was opened and nothing stands in it yet: headlines, tags and neighbours are no statements.
  private var followsMark: Bool {
    switch mode {
    case .previous, .next, .tags: true
    case .related: related.last?.isEmpty ?? false
    case .tail: tail.count <= 1 && tags.isEmpty && removed.isEmpty && related.isEmpty && previous == nil && next == nil
    case .body, .foot: false
    }
  }

  /// The article goes on; what stood between the box and its next sentence is a heading of it, and so is that of an empty list.
  private mutating func resume() {
    if let heading, related.last?.isEmpty ?? false {
      related.removeLast()
      body.append(heading)
    }
    heading = nil
    takeHeadingBack()
    if tail.count <= 3 { body += tail } else { removed += tail.map(\.text) }
    tail = []
    mode = .body
  }

  /// Whether the list that is being read had bullets, or was of links, and lines without them follow.
  private func endsList(at index: Int, of lines: [TextLine]) -> Bool {
    guard let list = related.last, list.count > 1, !lines[index].isListed, index > 0, lines[index - 1].isListed else {
      return false
    }
    return !lines[(index + 1)...].prefix(3).contains(where: \.isListed)
  }

  private mutating func place(_ line: TextLine) {
    switch mode {
    case .tags:
      let text = Self.withoutBullet(line.text)
      if Self.isTags(text) {
        tags += TagList.split(text)
        return
      }
      mode = afterMark
      place(line)
    case .previous, .next:
      let isNext = mode == .next
      mode = afterMark
      guard !isChrome(line.text), line.text.fits(160) else { return place(line) }
      set(isNext ? .next : .previous, to: line.text)
    case .body:
      body.append(line)
      hasText = hasText || (!line.text.fits(Self.shortestParagraph) && line.text.endsSentence)
    case .related:
      placeInList(line.text)
      lastInList = line
    case .tail:
      if isChrome(line.text) || Boilerplate.isFoot(line.text) { removed.append(line.text) } else { tail.append(line) }
    case .foot: removed.append(line.text)
    }
  }

  /// In columns.
  private static let shortestParagraph = 60

  private static func isTags(_ line: Substring) -> Bool {
    FieldLine.key(at: line) == nil && ListMarker.split(line) == nil && !Boilerplate.matches(line, at: .edge)
      && line.fits(60)
      && !ReaderCount.matches(line) && !CommentMark.matches(line)
      && TagList.looksLikeTags(line) && !line.endsSentence
  }

  private static func withoutBullet(_ line: Substring) -> Substring {
    guard let (marker, rest) = ListMarker.split(line), marker == .bullet else { return line }
    return rest
  }

  /// A short line between longer headlines and the text is a heading of the text.
  private mutating func takeHeadingBack() {
    guard mode == .related, let last = lastInList, let list = related.last, list.count > 2, list.last == last.text,
      last.text.fits(Self.longestHeading), list.dropLast().allSatisfy({ !$0.fits(Self.longestHeading) })
    else { return }
    related[related.count - 1].removeLast()
    body.append(last)
  }

  /// In columns.
  private static let longestHeading = 16

  private mutating func placeInList(_ line: Substring) {
    let list = related.count - 1
    if isOtherHead(line), let headline = related[list].popLast() {
      removed += [headline, line]
      otherPage = headline.startIndex
      mode = .foot
    } else if CommentMark.matches(line) || Boilerplate.isFoot(line) {
      removed.append(line)
      mode = .tail
    } else if isChrome(line) {
      removed.append(line)
    } else {
      related[list].append(line)
    }
  }

  /// Marks at the head of a page leave the body to come.
  private var afterMark: Mode { body.isEmpty ? .body : .tail }

  private mutating func open(_ mark: SectionMark) {
    switch mark.key {
    case .tags:
      tags += TagList.split(mark.value)
      mode = mark.value.isEmpty ? .tags : mode == .related || mode == .tail ? .tail : .body
    case .previous, .next:
      if mark.value.isEmpty {
        mode = mark.key == .next ? .next : .previous
      } else {
        set(mark.key, to: mark.value)
        mode = afterMark
      }
    case .foot:
      // Directly below the text it may as well be a heading of it.
      mode = mode == .body ? .tail : .foot
    default:
      related.append(mark.value.isEmpty ? [] : [mark.value])
      if mark.value.isEmpty { mode = .related }
    }
  }

  private mutating func set(_ key: FieldKey, to title: Substring) {
    let bare = title.trimmed(of: ["<", ">", "«", "»", "←", "→", "|"])
    let title = bare.enclosed(by: Punctuation.squareBrackets) ?? bare
    guard !title.isEmpty, !Self.isAbsent(title) else { return }
    if key == .next { next = next ?? String(title) } else { previous = previous ?? String(title) }
  }

  /// How pages say that there is no neighbour.
  private static let absent: Set<String> = [
    "没有了", "没有", "无", "暂无", "很抱歉没有了", "已经是第一篇", "已经是最后一篇", "已是第一篇", "已是最后一篇", "没有上一篇", "没有下一篇", "没有上一篇了", "没有下一篇了",
    "下面没有链接了", "上面没有链接了", "返回列表", "没有了!", "没有了！", "无上一篇", "无下一篇", "none", "n/a", "-", "第一篇", "最后一篇",
  ]

  private static func isAbsent(_ title: Substring) -> Bool {
    absent.contains(title.lowercased())
      || (title.fits(20) && absentOpenings.contains(where: title.starts(with:)))
  }

  private static let absentOpenings = ["没有", "暂无", "已经是", "已是", "很抱歉", "無", "沒有", "返回"]

  /// Whether the line names a source and a time, as the head of another page in the same file does.
  private func isOtherHead(_ line: Substring) -> Bool {
    guard related.last?.isEmpty == false, line.utf8.count <= 200, let keys = FieldLine(line)?.fields.map(\.key) else {
      return false
    }
    return keys.contains(.source) && keys.contains(.published)
  }

  private func isChrome(_ line: Substring) -> Bool {
    if Boilerplate.matches(line, at: .edge) { return true }
    guard let (key, _) = FieldLine.key(at: line.enclosed(by: Punctuation.allBrackets) ?? line) else { return false }
    return key == .editor || key == .boilerplate
  }
}

extension Substring {
  /// Whether the line ends as a statement does, and is none about the page.
  fileprivate var endsStatement: Bool { lastSignificant == "。" && !Boilerplate.matches(self, at: .edge) }
}

extension TextLine {
  /// Whether the line is an item of a list with bullets, or nothing but a link.
  fileprivate var isListed: Bool { kind == .links || ListMarker.split(text)?.marker == .bullet }
}

extension SectionMark {
  /// Whether the mark may as well be a headline within a related list.
  fileprivate var isDoubtful: Bool { key == .tags && value.isEmpty }
}
