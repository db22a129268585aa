import NewsModel
import TextBasics

/// Tells, line by line, what stands by an article (its source, time, byline, tags) from what stands around it and what it says.
struct PageLines {
  let title: String
  let context: ParsingContext
  private(set) var header = PageHeader()
  /// What stands within the text and is no part of it.
  private(set) var removed: [HTMLBlock] = []
  /// What the page's markup calls source and account near the text.
  var markedSources: [String] = []
  var markedAccounts: [String] = []
  private let titleKey: String

  init(title: String, context: ParsingContext) {
    self.title = title
    self.context = context
    titleKey = PageTitle.key(title)
  }
}

extension PageLines {
  /// The site's name where it stands behind the headline in the page's title.
  func siteInTitle(_ document: String?) -> String? {
    guard let document = document.map(TextLines.safeLine), let rest = document[...].dropping(prefix: title) else {
      return nil
    }
    let parts = rest.pieces(between: ["_", "-", "|", "—", "–", "｜", "·"])
    return parts.last.map(String.init)
  }
}

// MARK: - Before the text

extension PageLines {
  private static let reachBefore = 25

  /// Reads the lines between the headline and the text; where the headline is not among them, the last few.
  mutating func readHead(_ blocks: [HTMLBlock]) {
    let start = blocks.lastIndex { isTitle($0.block.text) }.map { $0 + 1 } ?? max(0, blocks.count - Self.reachBefore)
    take(blocks[start...].prefix(Self.reachBefore * 2))
  }

  /// Takes what lines under a headline say; a name alone beside the date is the source.
  private mutating func take(_ lines: ArraySlice<HTMLBlock>) {
    var dated: Int?
    var names: [Int] = []
    let lines = Self.withJoinedDates(lines)[...]
    for index in lines.indices {
      let hadDate = header.published != nil
      if takeLine(lines[index]) {
        if !hadDate, header.published != nil { dated = index }
      } else if isSourceName(lines[index]) {
        names.append(index)
      }
    }
    guard header.source == nil, let dated else { return }
    let beside = names.first { $0 == dated - 1 } ?? names.first { $0 == dated + 1 }
    if let beside { header.source = lines[beside].block.text }
  }

  /// Lines with a date in one where a page shows it in two or three: `2026`, `02/03`, `19:02`.
  private static func withJoinedDates(_ lines: ArraySlice<HTMLBlock>) -> [HTMLBlock] {
    var joined: [HTMLBlock] = []
    for line in lines {
      let text = line.block.text
      if let last = joined.last, last.block.text.utf8.count <= 10, text.utf8.count <= 8,
        last.block.text.utf8.first?.isDigit ?? false, text.utf8.allSatisfy({ !$0.isLetter && $0 < 0x80 })
      {
        let isYear = last.block.text.utf8.count == 4 && last.block.text.utf8.allSatisfy(\.isDigit)
        let both = last.block.text + (isYear ? "/" : " ") + text
        if DateParsing.whole(both[...])?.year != nil {
          joined[joined.count - 1].block = .paragraph(both)
          continue
        }
      }
      joined.append(line)
    }
    return joined
  }

  private func isSourceName(_ block: HTMLBlock) -> Bool {
    guard case .paragraph(let text) = block.block, block.size <= 60 else { return false }
    let line = text[...]
    return line.roughColumns <= 24 && PageHeader.isName(line) && !Boilerplate.matches(line, at: .edge)
      && Byline.names(in: line) == nil
      && line.unicodeScalars.contains { $0.isIdeograph || $0.isASCIILetter }
  }

  /// Whether a line is the headline, or it with a label or the site's name.
  private func isTitle(_ text: String) -> Bool {
    guard !titleKey.isEmpty, text.utf8.count <= title.utf8.count * 2 + 60 else { return false }
    let key = PageTitle.key(text)
    return key == titleKey || key.count > 8 && (key.hasPrefix(titleKey) || titleKey.hasPrefix(key))
  }

  /// Takes what a line says about the article.
  @discardableResult
  private mutating func takeLine(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine else { return false }
    var isTaken = false
    switch block.block {
    case .list(let items): for item in items.prefix(10) where header.take(item[...]) { isTaken = true }
    case .table: break
    default:
      let line = block.block.text
      let spelled = RelativeTime.spelledOut(line[...], in: context) ?? line[...]
      if header.take(spelled) { isTaken = true } else { isTaken = takeLooseDate(spelled) }
    }
    return isTaken
  }

  private static let longestLine = 200

  /// A full date anywhere in a short line, where nothing better is known.
  private mutating func takeLooseDate(_ line: Substring) -> Bool {
    guard header.published == nil, !line.endsSentence, let date = DateParsing.first(in: line), date.isFull else {
      return false
    }
    header.published = date
    return true
  }
}

// MARK: - The text

extension PageLines {
  /// The blocks that are the article's, without headline, fields, and what is no part of it.
  mutating func readBody(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
    var rest = blocks[...]
    if let index = blocks.prefix(Self.reachBefore).lastIndex(where: { isTitle($0.block.text) }),
      blocks[..<index].allSatisfy({ !Self.isRunning($0) })
    {
      removed += blocks[..<index]
      rest = rest[(index + 1)...]
    }
    let tailStart = Boilerplate.tailStart(of: rest.indices) {
      Self.isRunning(blocks[$0]) && !isBoilerplate(blocks[$0], at: .edge)
    }
    var kept: [HTMLBlock] = []
    var isAtHead = true
    var isAside = false
    for (position, block) in zip(rest.indices, rest) {
      if opensOtherPart(block), isMostlyRead(blocks, upTo: position) {
        guard goesOn(blocks[(position + 1)...], behind: block, in: blocks) else {
          removed += rest[position...]
          break
        }
        isAside = true
      }
      if isAside {
        guard Self.isRunning(block), block.linkShare < 0.3 else {
          removed.append(block)
          continue
        }
        isAside = false
      }
      let isHeadLine = !Self.isRunning(block) && (isAtHead || position - rest.startIndex < Self.headLines)
      if !isHeadLine { isAtHead = false }
      switch part(of: block, isHeadLine: isHeadLine, at: isHeadLine || position >= tailStart ? .edge : .within) {
      case .text: kept.append(block)
      case .field: break
      case .aside: removed.append(block)
      }
    }
    while let last = kept.last, endsNothing(last) { removed.append(kept.removeLast()) }
    return kept
  }

  /// What a block within the text is.
  private enum Part {
    case text
    /// What it says is kept with the article.
    case field
    case aside
  }

  private mutating func part(of block: HTMLBlock, isHeadLine: Bool, at place: Boilerplate.Place) -> Part {
    let passedOver = header.passedOver.count
    if isHeadLine ? takeLine(block) : takeField(block) {
      return header.passedOver.count > passedOver ? .aside : .field
    }
    let isAside = namesOriginalTitle(block) || isBoilerplate(block, at: place)
    return isAside || (!isHeadLine && (isRelatedLine(block) || isLinkAlone(block))) ? .aside : .text
  }

  /// Whether a good part of the text stands behind a heading that seemed to end it: a box may stand in the middle. Chinese pages
  /// more often show teasers of other articles below such a heading: they have more lines than sentences.
  private func goesOn(_ rest: ArraySlice<HTMLBlock>, behind heading: HTMLBlock, in blocks: [HTMLBlock]) -> Bool {
    let running = rest.filter { Self.isRunning($0) && $0.linkShare < 0.2 }
    let hasText = running.reduce(0) { $0 + $1.size } * 6 > blocks.reduce(0) { $0 + $1.size }
    let isChinese = heading.block.text.unicodeScalars.contains(where: \.isIdeograph)
    return hasText && (!isChinese || running.count * 2 >= rest.count)
  }

  /// `（原标题：…）`
  private func namesOriginalTitle(_ block: HTMLBlock) -> Bool {
    guard block.size <= 400, case .paragraph(let text) = block.block,
      FieldLine.key(at: text[...].enclosed(by: Punctuation.allBrackets) ?? text[...])?.0 == .originalTitle
    else { return false }
    return true
  }

  /// A paragraph that is one link and no sentence: other news, put between the paragraphs.
  private func isLinkAlone(_ block: HTMLBlock) -> Bool {
    guard case .paragraph(let text) = block.block, block.linkShare > 0.95, block.size <= 160 else { return false }
    return !text[...].endsSentence && !text.contains("://")
  }

  /// Fields may stand below a standfirst or a caption.
  private static let headLines = 8

  /// Reads the source and the time where they stand behind the text.
  mutating func readFoot(_ blocks: [HTMLBlock]) {
    for block in blocks.prefix(10) where block.size <= Self.longestLine {
      _ = header.takeInBody(block.block.text[...])
    }
  }

  /// Whether a block reads as a sentence or more.
  private static func isRunning(_ block: HTMLBlock) -> Bool {
    switch block.block {
    case .paragraph(let text), .quote(let text):
      block.size >= 60 && block.linkShare < 0.5
        && text.unicodeScalars.contains(where: Punctuation.sentenceFinal.contains)
        || block.size >= 240
    case .table, .list: block.size >= 200 && block.linkShare < 0.3
    default: false
    }
  }

  private mutating func takeField(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine, case .paragraph(let text) = block.block else { return false }
    return header.takeInBody(text[...])
  }

  /// `Related: …`, `More: …`
  private func isRelatedLine(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine, case .paragraph(let text) = block.block else { return false }
    return block.linkShare > 0.5 && FieldLine.key(at: text[...])?.0 == .related
  }

  private func isBoilerplate(_ block: HTMLBlock, at place: Boilerplate.Place) -> Bool {
    switch block.block {
    case .paragraph(let text), .heading(let text, _): Boilerplate.matches(text[...], at: place)
    case .list(let items): items.allSatisfy { Boilerplate.matches($0[...], at: place) }
    case .quote, .table, .code, .figure: false
    }
  }

  /// Whether a block begins a list of other pages, or the foot of the site.
  private func opensOtherPart(_ block: HTMLBlock) -> Bool {
    switch block.block {
    case .paragraph(let text), .heading(let text, _):
      guard text.utf8.count <= 60 else { return false }
      let line = text[...].trimmed(of: Punctuation.colons)
      if RelatedHeading.matches(line) { return true }
      guard let (key, rest) = FieldKey.table.match(line), rest.trimmed.isEmpty else { return false }
      return [.related, .foot, .previous, .next, .tags].contains(key)
    default: return false
    }
  }

  /// Whether more than half of the text stands before a block.
  private func isMostlyRead(_ blocks: [HTMLBlock], upTo position: Int) -> Bool {
    let total = blocks.reduce(0) { $0 + $1.size - $1.linked }
    return blocks[..<position].reduce(0) { $0 + $1.size - $1.linked } * 2 >= total
  }

  /// Whether a block at the end of the text is no part of it: links alone, a heading of nothing.
  private func endsNothing(_ block: HTMLBlock) -> Bool {
    switch block.block {
    case .heading: true
    case .list: block.linkShare > 0.6
    default: block.size > 0 && block.linkShare > 0.8
    }
  }
}
