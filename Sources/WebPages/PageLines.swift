import ArticleFields
import NewsModel
import TextBasics
import TextScanning

/// Tells, line by line, what stands by an article (its source, time, byline, tags) from what stands around it and what it says.
struct PageLines {
  let title: String
  let context: ParsingContext
  /// Whether the page's language writes days before months; nil where it does not tell.
  let isDayFirst: Bool?
  private(set) var header = PageHeader()
  /// Whether the date was told from the moment of the saving: `昨天 22:10`.
  private(set) var isRelativeDate = false
  /// Whether the source stands by the date without a word for what it is.
  private(set) var isBareSource = false
  /// A date alone on a line behind the text.
  private(set) var footDate: FoundDate?
  /// What stands within the text and is no part of it.
  private(set) var removed: [HTMLBlock] = []
  private let titleKey: String
  /// What the page calls its site, for comparisons.
  private let siteKeys: Set<String>

  init(title: String, sites: [String], context: ParsingContext, isDayFirst: Bool?) {
    self.title = title
    self.context = context
    self.isDayFirst = isDayFirst
    siteKeys = Set(sites.map(PageTitle.key)).subtracting([""])
    titleKey = PageTitle.key(title)
  }

  var isChinese: Bool { title.unicodeScalars.contains(where: \.isIdeograph) }

  /// When the lines by the article say that it was published, days and months in the order of the page's language.
  var published: FoundDate? { ordered(header.published) }
  var updated: FoundDate? { ordered(header.updated) }

  private func ordered(_ date: FoundDate?) -> FoundDate? {
    guard let date, let isDayFirst else { return date }
    return date.read(dayFirst: isDayFirst)
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
  ///
  /// - Parameter isBeside: whether an element stands beside the article.
  /// - Returns: the sentences among them, which begin the text: a standfirst.
  mutating func readHead(_ blocks: [HTMLBlock], isBeside: (Int) -> Bool) -> [HTMLBlock] {
    let headline = blocks.lastIndex { isTitle($0.block.text) }
    let start = headline.map { $0 + 1 } ?? max(0, blocks.count - Self.reachBefore)
    let sentences = take(blocks[start...].prefix(Self.reachBefore * 2))
    if header.date == nil, let headline {
      // A thread is headed, and its first post again: when it was written stands between.
      let first = blocks[..<headline].firstIndex { isTitle($0.block.text) || endsWithTitle($0.block.text) } ?? headline
      takeDateAbove(blocks[..<headline].suffix(max(Self.reachAbove, min(headline - first, Self.reachBefore))))
    }
    // Where subtitles are customary, what stands there is no part of the text.
    guard headline != nil, isChinese, sentences.count <= Self.longestLead else { return [] }
    return sentences.filter { !isBeside($0.node) }
  }

  /// In paragraphs.
  private static let longestLead = 3
  private static let reachAbove = 3

  /// Takes a date from the lines directly above the headline, where none stands below it.
  private mutating func takeDateAbove(_ lines: ArraySlice<HTMLBlock>) {
    for line in lines.reversed() where line.block.text.utf8.count <= 60 {
      let text = MetaLine(line.block.text[...]).text
      guard let date = DateParsing.whole(text) ?? FieldLine.key(at: text).flatMap({ DateParsing.whole($0.1) }),
        date.year != nil
      else { continue }
      footDate = ordered(date)
      return
    }
  }

  /// The text with the standfirst before it, unless it says the same.
  func withLead(_ lead: [HTMLBlock], before blocks: [HTMLBlock]) -> [HTMLBlock] {
    let keys = blocks.prefix(5).map { PageTitle.key($0.block.text) }
    return lead.filter { sentence in
      let key = PageTitle.key(sentence.block.text)
      return !key.isEmpty && !keys.contains { $0.holds(key) || key.holds($0) && $0.utf8.count > 60 }
    } + blocks
  }

  /// Takes what lines under a headline say; a name alone beside the date is the source.
  ///
  /// - Returns: the lines that are sentences, and of no field.
  private mutating func take(_ lines: ArraySlice<HTMLBlock>) -> [HTMLBlock] {
    var dated: Int?
    var names: [Int] = []
    var sentences: [HTMLBlock] = []
    let lines = Self.withJoinedDates(lines)[...]
    for index in lines.indices {
      let hadDate = header.published != nil
      if takeLine(lines[index]) {
        if !hadDate, header.published != nil { dated = index }
      } else if isSourceName(lines[index]) {
        names.append(index)
      } else if case .paragraph(let text) = lines[index].block, Self.isRunning(lines[index]),
        lines[index].linkShare < 0.2,
        text[...].endsSentence, !isBoilerplate(lines[index], at: .edge), FieldLine.key(at: text[...]) == nil
      {
        sentences.append(lines[index])
      }
    }
    guard header.source == nil, let dated else { return sentences }
    let beside = names.first { $0 == dated - 1 } ?? names.first { $0 == dated + 1 }
    if let beside {
      header.source = lines[beside].block.text
      isBareSource = true
    }
    return sentences
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
    // Several short words in a row are buttons.
    let isRow = line.words.count > 2 && line.unicodeScalars.contains(where: \.isIdeograph)
    return line.roughColumns <= 24 && !isRow && PaperName.isName(line) && !Boilerplate.matches(line, at: .edge)
      && Byline.names(in: line) == nil
      && line.unicodeScalars.contains { $0.isIdeograph || $0.isASCIILetter }
  }

  /// Whether a line is the headline, or it with a label or the site's name.
  private func isTitle(_ text: String) -> Bool {
    guard !titleKey.isEmpty, text.utf8.count <= title.utf8.count * 2 + 60 else { return false }
    let key = PageTitle.key(text)
    return key == titleKey || key.count > 8 && (key.hasPrefix(titleKey) || titleKey.hasPrefix(key))
  }

  /// `Thread: …`
  private func endsWithTitle(_ text: String) -> Bool {
    text.utf8.count <= title.utf8.count + 20 && !titleKey.isEmpty && PageTitle.key(text).hasSuffix(titleKey)
  }

  /// Takes what a line says about the article.
  @discardableResult
  private mutating func takeLine(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine else { return false }
    switch block.block {
    case .list(let items):
      let joined = items.joined(separator: " | ")
      if items.count <= 6, joined.utf8.count <= Self.longestLine, takeLine(joined[...]) { return true }
      var isTaken = false
      for item in items.prefix(10) where takeLine(item[...]) { isTaken = true }
      return isTaken
    case .table(let rows):
      // Old portals lay their heads out in tables.
      let cells = rows.prefix(4).flatMap { $0.prefix(4) }.filter { !$0.isEmpty }
      var isTaken = false
      for cell in cells where takeLine(cell[...]) { isTaken = true }
      return isTaken
    case .paragraph, .heading, .quote, .code, .figure: return takeLine(block.block.text[...])
    }
  }

  private mutating func takeLine(_ line: Substring) -> Bool {
    let spelled = RelativeTime.spelledOut(line, in: context)
    let meta = MetaLine(spelled ?? line)
    let hadSource = header.source != nil
    let hadDate = header.published != nil
    if let byline = meta.byline, header.byline == nil { header.byline = byline }
    guard !meta.text.isEmpty else { return true }
    let isTaken = header.take(meta.text) || takeLooseDate(meta.text)
    if !hadDate, header.published != nil { isRelativeDate = spelled != nil }
    if !hadSource, header.source != nil { isBareSource = !Self.namesSource(meta.text) }
    return isTaken || meta.byline != nil
  }

  /// Whether a line says of a name that it is the source.
  private static func namesSource(_ line: Substring) -> Bool {
    FieldLine(line)?.fields.contains { $0.key == .source } ?? (CreditLine(line)?.key == .source)
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
    var headAbove: ArraySlice<HTMLBlock> = []
    if let index = blocks.prefix(Self.reachBefore).lastIndex(where: { isTitle($0.block.text) }),
      blocks[..<index].allSatisfy({ !Self.isRunning($0) })
    {
      removed += blocks[..<index]
      rest = rest[(index + 1)...]
      headAbove = blocks[..<index].suffix(Self.reachAbove)
    }
    let tailStart = Boilerplate.tailStart(of: rest.indices) {
      Self.isRunning(blocks[$0]) && !isBoilerplate(blocks[$0], at: .edge)
    }
    let name = nameByDate(rest)
    var kept: [HTMLBlock] = []
    var isAtHead = true
    var isAside = false
    for (position, block) in zip(rest.indices, rest) {
      if opensOtherPart(block), isMostlyRead(blocks, upTo: position) {
        guard !CommentHeading.matches(block.block.text[...]),
          goesOn(blocks[(position + 1)...], behind: block, in: blocks)
        else {
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
      if position == name { continue }
      let isNearHead = isAtHead || position - rest.startIndex < Self.headLines && !isMostlyRead(blocks, upTo: position)
      let isHeadLine = !Self.isRunning(block) && isNearHead
      if !isHeadLine { isAtHead = false }
      switch part(of: block, isHeadLine: isHeadLine, at: isHeadLine || position >= tailStart ? .edge : .within) {
      case .text: kept.append(block)
      case .field: break
      case .aside: removed.append(block)
      }
    }
    if header.date == nil, footDate == nil { takeDateAbove(headAbove) }
    cutTeasers(&kept)
    while let last = kept.last, endsNothing(last) || takeFootDate(last) { removed.append(kept.removeLast()) }
    return kept
  }

  /// Takes a name on a line directly above or below the date, before the first sentence, as the source.
  private mutating func nameByDate(_ blocks: ArraySlice<HTMLBlock>) -> Int? {
    let head = blocks.prefix(Self.headLines).prefix { !Self.isRunning($0) }
    guard let dated = head.firstIndex(where: isDateAlone) else { return nil }
    for index in [dated - 1, dated + 1] where head.indices.contains(index) && isSourceName(head[index]) {
      if header.source == nil, !head.contains(where: { Self.namesSource($0.block.text[...]) }) {
        header.source = head[index].block.text
        isBareSource = true
      }
      return index
    }
    return nil
  }

  /// Takes away teasers of other articles behind the text: headings, each with a date alone below its lines.
  private mutating func cutTeasers(_ kept: inout [HTMLBlock]) {
    let dates = kept.indices.filter { isDateAlone(kept[$0]) }
    guard dates.count >= 2 else { return }
    var start: Int?
    var previous = 0
    for date in dates {
      guard let heading = kept[previous..<date].lastIndex(where: Self.isHeading), date - heading <= 4 else { return }
      start = start ?? heading
      previous = date + 1
    }
    guard let start, kept[..<start].contains(where: Self.isRunning) else { return }
    removed.append(contentsOf: kept[start...])
    kept.removeSubrange(start...)
  }

  private static func isHeading(_ block: HTMLBlock) -> Bool {
    if case .heading = block.block { return true }
    return block.size > 0 && block.size <= 120 && (block.bold == block.size || block.linkShare > 0.8)
  }

  private func isDateAlone(_ block: HTMLBlock) -> Bool {
    guard case .paragraph(let text) = block.block, block.size <= 40 else { return false }
    return DateParsing.whole(Self.withoutPlace(text[...]))?.year != nil
  }

  /// `2026-03-02 09:15 云南`: accounts show behind the time from where they write.
  private static func withoutPlace(_ line: Substring) -> Substring {
    let place = line.unicodeScalars.reversed().prefix(while: \.isIdeograph).count
    guard place > 0, SourceName.isPlace(Substring(line.unicodeScalars.suffix(place))) else { return line }
    return Substring(line.unicodeScalars.dropLast(place)).trimmed
  }

  /// Takes a date alone on a line behind the text.
  private mutating func takeFootDate(_ block: HTMLBlock) -> Bool {
    guard isDateAlone(block) else { return false }
    footDate = footDate ?? ordered(DateParsing.whole(block.block.text[...]))
    return true
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
    let isAside =
      namesOriginalTitle(block) || isBoilerplate(block, at: place) || place == .edge && saysNothing(block, isHeadLine)
    return isAside || (!isHeadLine && (isRelatedLine(block) || isLinkAlone(block))) ? .aside : .text
  }

  /// Whether a line beside the text has no words, or is the site's name, or says what the writer does.
  private func saysNothing(_ block: HTMLBlock, _ isHeadLine: Bool) -> Bool {
    guard case .paragraph(let text) = block.block, block.size <= Self.longestLine else { return false }
    if Self.isRowOfButtons(text[...]) { return true }
    guard block.size <= 60 else { return false }
    if !text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return !isHeadLine }
    if siteKeys.contains(PageTitle.key(text)) { return true }
    return header.byline != nil && isHeadLine && Self.roles.contains(text[...].words.last?.lowercased() ?? "")
  }

  /// `【评论】【论坛】【打印】`
  private static func isRowOfButtons(_ line: Substring) -> Bool {
    line.starts(with: "【") && line.dropping(suffix: "】") != nil
      && line.unicodeScalars.reduce(0) { $0 + ($1 == "【" ? 1 : 0) } >= 3
  }

  private static let roles: Set<String> = ["writer", "reporter", "correspondent", "editor", "columnist", "contributor"]

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
    return !text[...].endsSentence && !text.holds("://")
  }

  /// Fields may stand below a standfirst or a caption.
  private static let headLines = 8

  /// Reads the source and the time where they stand behind the text.
  mutating func readFoot(_ blocks: [HTMLBlock]) {
    for block in blocks.prefix(Self.reachBehind) where block.size <= Self.longestLine {
      let line = MetaLine(block.block.text[...])
      if header.byline == nil, let byline = line.byline { header.byline = byline }
      if header.takeInBody(line.text) || takeFootDate(block) { continue }
      if FieldLine.key(at: line.text)?.0 == .tags { _ = header.take(line.text) }
    }
  }

  private static let reachBehind = 10

  /// Whether a block reads as a sentence or more.
  private static func isRunning(_ block: HTMLBlock) -> Bool {
    switch block.block {
    case .paragraph(let text), .quote(let text):
      block.size >= 60 && block.linkShare < 0.5
        && hasSentence(text)
        || block.size >= 240
    case .table, .list: block.size >= 200 && block.linkShare < 0.3
    default: false
    }
  }

  /// Whether a mark ends a sentence in it: a point within an address does not.
  private static func hasSentence(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.indices.contains { index in
      guard Punctuation.sentenceFinal.contains(scalars[index]) else { return false }
      let next = scalars.index(after: index)
      return !scalars[index].isASCII || next == scalars.endIndex || scalars[next].isBlank
        || Punctuation.closing.contains(scalars[next])
    }
  }

  private mutating func takeField(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine, case .paragraph(let text) = block.block else { return false }
    return header.takeInBody(text[...])
  }

  /// `Related: …`, `上一篇：…`, `相关热词：…`, where most of the line is links.
  private func isRelatedLine(_ block: HTMLBlock) -> Bool {
    guard block.size <= Self.longestLine, case .paragraph(let text) = block.block else { return false }
    guard block.linkShare > 0.3, let (key, _) = FieldLine.key(at: text[...]) else { return false }
    switch key {
    case .related: return block.linkShare > 0.5
    case .previous, .next, .tags: return true
    case .title, .originalTitle, .source, .author, .editor, .published, .updated, .summary, .url, .foot, .boilerplate,
      .figure:
      return false
    }
  }

  private func isBoilerplate(_ block: HTMLBlock, at place: Boilerplate.Place) -> Bool {
    switch block.block {
    case .paragraph(let text), .heading(let text, _):
      Boilerplate.matches(text[...], at: place) || Self.isStatement(text[...])
    case .list(let items): items.allSatisfy { Boilerplate.matches($0[...], at: place) }
    case .quote, .table, .code, .figure: false
    }
  }

  /// `声明：…`, where the rest reads like one.
  private static func isStatement(_ text: Substring) -> Bool {
    for opening in ["声明：", "声明:", "特别提示：", "聲明："] {
      if let rest = text.dropping(prefix: opening) { return Boilerplate.matches(rest, at: .notice) }
    }
    return false
  }

  /// Whether a block begins a list of other pages, or the foot of the site.
  private func opensOtherPart(_ block: HTMLBlock) -> Bool {
    switch block.block {
    case .paragraph(let text), .heading(let text, _):
      guard text.utf8.count <= 60 else { return false }
      let line = text[...].trimmed(of: Punctuation.colons)
      if RelatedHeading.matches(line) || CommentHeading.matches(line) { return true }
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
