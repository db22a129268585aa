/// Divides what follows a page's head into the body and the sections around it.
struct PageSections {
  private(set) var body: [TextLine] = []
  private(set) var tags: [String] = []
  private(set) var previous: String?
  private(set) var next: String?
  private(set) var related: [Substring] = []
  /// Lines behind the neighbouring pages that belong to no section.
  private var tail: [Substring] = []
  private var mode = Mode.body
  private var isInDisclaimer = false

  private enum Mode {
    case body
    /// Behind a mark whose value must stand on the following lines.
    case tags, previous, next
    case related
    case tail
  }

  init(_ lines: some Sequence<TextLine>) {
    for line in lines { take(line) }
    // Some pages give their related list no heading; its dates betray it.
    if related.isEmpty, tail.contains(where: RelatedList.isCutSummary),
      tail.contains(where: { DateParsing.whole($0) != nil })
    {
      related = tail
    }
  }

  private mutating func take(_ line: TextLine) {
    if mode == .body, let hashtags = TagList.hashtags(line.text) {
      tags += hashtags
      return
    }
    if let mark = SectionMark(line.text, isBelowBody: mode != .body || !tags.isEmpty),
      mode != .related || mark.key == .related || !mark.isDoubtful
    {
      open(mark)
      for further in mark.following { open(further) }
      return
    }
    switch mode {
    case .tags:
      if FieldLine.key(at: line.text) == nil, !Furniture.matches(line.text), line.text.fits(60),
        TagList.looksLikeTags(line.text),
        !line.text.endsSentence
      {
        tags += TagList.split(line.text)
        return
      }
      mode = afterMark
      take(line)
    case .previous, .next:
      let isNext = mode == .next
      mode = afterMark
      guard !isChrome(line.text), line.text.fits(160) else { return take(line) }
      set(isNext ? .next : .previous, to: line.text)
    case .body: body.append(line)
    case .related:
      if isOtherHead(line.text) {
        related.removeLast()
        mode = .tail
      } else if !isChrome(line.text) {
        related.append(line.text)
      }
    case .tail: tail.append(line.text)
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
    case .foot: mode = .tail
    default:
      if mark.value.isEmpty { mode = .related } else { related.append(mark.value) }
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
    guard !related.isEmpty, line.utf8.count <= 200, let keys = FieldLine(line)?.fields.map(\.key) else { return false }
    return keys.contains(.source) && keys.contains(.published)
  }

  private func isChrome(_ line: Substring) -> Bool {
    if Furniture.matches(line) { return true }
    guard let (key, _) = FieldLine.key(at: line.enclosed(by: Punctuation.allBrackets) ?? line) else { return false }
    return key == .editor || key == .furniture
  }
}

extension SectionMark {
  /// Whether the mark may as well be a headline within a related list.
  fileprivate var isDoubtful: Bool { key == .tags && value.isEmpty }
}
