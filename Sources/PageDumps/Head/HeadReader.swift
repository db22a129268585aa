import ArticleFields
import TextScanning

/// Reads the lines from a page's headline to where its text begins: fields, dates, names, and what stands between them.
struct HeadReader {
  private let lines: [TextLine]
  private let context: ParsingContext
  private(set) var header: PageHeader
  /// Lines of which nothing is kept.
  private(set) var removed: [Substring] = []
  /// Where the text begins.
  private(set) var end: Int
  /// The line behind the date of the article.
  private var dateEnd: Int?

  /// - Parameters:
  ///   - start: the line of the headline, or the first behind it where `header` has a title.
  ///   - header: what is known of the page so far.
  init(_ lines: [TextLine], from start: Int, header: PageHeader, context: ParsingContext) {
    self.lines = lines
    self.context = context
    self.header = header
    end = start
  }

  /// What a line of the head says.
  private enum Step {
    /// So many lines that say something of the article, with the header that holds it.
    case fields(PageHeader, Int)
    /// The headline once more.
    case title(Substring)
    /// So many lines that say nothing.
    case noise(Int)
  }

  /// Lines that are not known may stand within a head, but so many in a row only.
  private static let mostHeld = 6

  mutating func read() {
    if header.title == nil { readTitle() }
    // Lines that may be the head's or the text's: what follows tells.
    var index = end
    while index < lines.count, index - end <= Self.mostHeld {
      guard let step = step(at: index) else {
        guard !isText(at: index) || isStandfirst(at: index) else { return }
        index += 1
        continue
      }
      guard mayCross(index, to: step) else { return }
      let held = end..<index
      index = take(step, at: index)
      settle(held)
      end = index
    }
  }

  private mutating func readTitle() {
    guard end < lines.count else { return }
    let line = lines[end].text
    // `标题:…` names it; where `原标题:…` stands first, it is all that the dump has of a headline.
    if !header.take(line) || (header.title == nil && header.originalTitle == nil) {
      header.title = Self.title(line)
    }
    end += 1
  }

  /// A headline without the marks of Markdown and the bullet of a list.
  static func title(_ line: Substring) -> Substring {
    let line = withoutBullet(line)
    return HeadingMark.markdown(line)?.text ?? line
  }

  static func withoutBullet(_ line: Substring) -> Substring {
    if case (.bullet, let rest)? = ListMarker.split(line) { rest } else { line }
  }

  private mutating func take(_ step: Step, at index: Int) -> Int {
    switch step {
    case .fields(let header, let count):
      if header.published != self.header.published { dateEnd = index + count }
      self.header = header
      return index + count
    case .title(let title):
      header.title = title
      return index + 1
    case .noise(let count):
      removed += lines[index..<index + count].map(\.text)
      return index + count
    }
  }

  // MARK: Lines that are not known

  /// Whether the head goes on at `index` although the lines before it are not known.
  private func mayCross(_ index: Int, to step: Step) -> Bool {
    guard index > end else { return true }
    let held = lines[end..<index]
    switch step {
    // A button proves little: what is longer than one is the text's.
    case .noise:
      guard header.isComplete else { return held.allSatisfy { $0.text.fits(Self.longestHeld) } }
      return held.count == 1 && lines[end].text.fits(Self.longestButton)
        && lines[index...].prefix(2).allSatisfy { HeadNoise.matches($0.text) }
    case .title: return true
    case .fields(let new, _):
      if header.summary == nil, new.summary != nil || new.pending == .summary {
        return held.allSatisfy { $0.text.fits(Self.longestHeld) }
      }
      if header.isComplete { return false }
      return new.date != header.date || new.source != header.source || (held.count == 1 && isStandfirst(at: end))
    }
  }

  /// In columns.
  private static let longestHeld = 24
  private static let longestButton = 16

  /// A sentence above the fields is the standfirst; whatever else stands there is no part of the article.
  private mutating func settle(_ held: Range<Int>) {
    for index in held {
      let line = lines[index].text
      if header.summary == nil, isText(at: index) { header.summary = String(line) } else { removed.append(line) }
    }
  }

  /// Whether a line is running text, so that no head goes on behind it.
  private func isText(at index: Int) -> Bool {
    let line = lines[index].text
    return !line.fits(Self.longestLoose) || (line.endsSentence && !line.fits(Self.shortestSentence))
  }

  /// In columns.
  private static let longestLoose = 48
  private static let shortestSentence = 16

  /// Whether a sentence stands above the line of date and source: directly above it, and above the text.
  private func isStandfirst(at index: Int) -> Bool {
    guard index == end, !header.isComplete, header.source == nil, header.date == nil,
      lines[index].text.fits(Self.longestStandfirst)
    else { return false }
    let below = (index + 1..<min(index + 6, lines.count))
    guard
      let fields = below.first(where: { next in
        guard case .fields(let new, _) = step(at: next) else { return false }
        return new.date != nil || new.source != nil
      })
    else { return false }
    return lines[fields...].prefix(8).contains { $0.text.endsSentence && !$0.text.fits(Self.longestLoose) }
  }

  private static let longestStandfirst = 200

  // MARK: Lines that are known

  private func step(at index: Int) -> Step? {
    let line = lines[index].text
    if let title = repeatedTitle(line) { return .title(title) }
    if let step = summary(at: index) ?? scattered(at: index) ?? barred(at: index) ?? keyAndValue(line, at: index)
      ?? account(line, at: index)
    {
      return step
    }
    var header = header
    if takePieces(line, &header) { return .fields(header, 1) }
    if header.takeClock(line) || takeSourceLine(line, at: index, &header) { return .fields(header, 1) }
    if header.take(RelativeTime.spelledOut(line, in: context) ?? line) { return .fields(header, 1) }
    if takeGluedKey(line, &header) { return .fields(header, 1) }
    return HeadNoise.matches(line) ? .noise(1) : nil
  }

  /// Crawlers store a page's title element and its first heading: the same, or with the site's name behind it.
  private func repeatedTitle(_ line: Substring) -> Substring? {
    guard let title = header.title else { return nil }
    let line = HeadingMark.markdown(line)?.text ?? line
    if line == title { return title }
    if let rest = title.dropping(prefix: String(line)), line.roughColumns >= 8 {
      let mark = rest.trimmed.unicodeScalars.first
      return mark.map { "_-|—–｜".unicodeScalars.contains($0) } ?? true ? line : nil
    }
    // A title element may be cut where the headline goes on.
    return title.roughColumns >= 10 && HeadingMark.markdown(lines[end].text) != nil && line.starts(with: String(title))
      ? line : nil
  }

  private func scattered(at index: Int) -> Step? {
    guard let (text, count) = ScatteredDate.read(lines[index...]) else { return nil }
    var header = header
    return header.take(text) ? .fields(header, count) : nil
  }

  /// Pieces between bars that have lines of their own: `Tom Roe`, `|`, `March 2, 2026`, `|`, `Example Wire`.
  private func barred(at index: Int) -> Step? {
    var pieces = [lines[index].text]
    var next = index + 1
    while next + 1 < lines.count, lines[next].text == "|" || lines[next].text == "｜", pieces.count < Self.mostPieces {
      pieces.append(lines[next + 1].text)
      next += 2
    }
    guard pieces.count > 1, pieces.allSatisfy({ $0.fits(60) }) else { return nil }
    let line = pieces.joined(separator: " | ")[...]
    var header = header
    return takePieces(line, &header) || header.take(line) ? .fields(header, next - index) : nil
  }

  private static let mostPieces = 6

  /// A key alone on its line, without a colon, and its value on the next: `By`, `Ann Poe`.
  private func keyAndValue(_ line: Substring, at index: Int) -> Step? {
    guard line.utf8.count <= 24, index + 1 < lines.count, let (key, rest) = FieldKey.table.match(line), rest.isEmpty,
      key.isStrong
    else { return nil }
    var header = header
    return header.take(lines[index + 1].text, asValueOf: key) ? .fields(header, 2) : nil
  }

  /// `发表于2014-08-24 21:30| 1164次阅读| 来源某报| 作者某某`: each piece by itself.
  private func takePieces(_ line: Substring, _ header: inout PageHeader) -> Bool {
    let pieces = line.pieces(between: ["|", "｜"])
    guard line.contains(anyOf: ["|", "｜"]), line.fits(180) else { return false }
    var new = header
    var hasField = false
    for piece in pieces {
      if new.take(piece) || takeGluedKey(piece, &new) {
        hasField = true
      } else if !HeadNoise.matches(piece) {
        return false
      }
    }
    if hasField { header = new }
    return hasField
  }

  /// `来源某报`, `作者某某`: a key and a name without anything between.
  private func takeGluedKey(_ line: Substring, _ header: inout PageHeader) -> Bool {
    guard line.fits(30), let (key, rest) = FieldKey.table.match(line), !rest.isEmpty, PaperName.isName(rest) else {
      return false
    }
    switch key {
    case .source: return header.source == nil && header.take(rest.trimmed, asValueOf: key)
    case .author:
      return header.byline == nil && Byline.isName(rest.trimmed) && header.take(rest.trimmed, asValueOf: key)
    default: return false
    }
  }

  // MARK: A summary below its heading

  /// The word for a summary alone on its line, as `【摘要】`, and the paragraph below it; or the items of a list that is one.
  private func summary(at index: Int) -> Step? {
    guard header.summary == nil else { return nil }
    let isHeading = isSummaryHeading(lines[index].text)
    guard isHeading || header.pending == .summary else { return nil }
    let start = isHeading ? index + 1 : index
    guard start < lines.count else { return nil }
    var header = header
    let items = items(from: start)
    if items.count > 1 {
      header.takeSummary(Self.joined(items))
    } else if isHeading, isText(at: start) {
      header.takeSummary(String(lines[start].text))
    } else {
      return nil
    }
    return .fields(header, start - index + max(items.count, 1))
  }

  private func isSummaryHeading(_ line: Substring) -> Bool {
    guard line.utf8.count <= 40 else { return false }
    let word = (line.enclosed(by: Punctuation.allBrackets) ?? line).trimmedEnd(of: Punctuation.colons)
    guard let (key, rest) = FieldKey.table.match(word) else { return false }
    return key == .summary && rest.isEmpty
  }

  /// The items of the list that begins with a line, without their marks.
  private func items(from start: Int) -> [Substring] {
    guard let marker = ListMarker.split(lines[start].text)?.marker else { return [] }
    return lines[start...].prefix(Self.mostItems).map { ListMarker.split($0.text) }.prefix { $0?.marker == marker }
      .compactMap { $0?.rest.trimmed }
  }

  private static let mostItems = 8

  /// One sentence behind the other; those that do not end as one are set off.
  private static func joined(_ items: [Substring]) -> String {
    let isChinese = items[0].unicodeScalars.contains(where: \.isIdeograph)
    return items.dropFirst().reduce(String(items[0])) { text, item in
      text + (text[...].endsSentence ? (isChinese ? "" : " ") : (isChinese ? "；" : "; ")) + item
    }
  }

  // MARK: An account's page

  /// What an account's page says below the headline: `原创`, the writer, the account, its number, what it says of itself.
  private func account(_ line: Substring, at index: Int) -> Step? {
    for key in ["微信号", "功能介绍"] {
      guard let rest = line.dropping(prefix: key) else { continue }
      return .noise(rest.isEmpty && index + 1 < lines.count ? 2 : 1)
    }
    var header = header
    if header.takeOriginal(line) { return .fields(header, 1) }
    guard index > 0, lines[index - 1].text == "原创", header.byline == nil, Byline.isName(line), !isAboveDate(index)
    else {
      return nil
    }
    header.byline = String(line)
    return .fields(header, 1)
  }

  private func isAboveAccount(_ index: Int) -> Bool {
    index + 1 < lines.count && lines[index + 1].text.starts(with: "微信号")
  }

  // MARK: A source alone on its line

  private func takeSourceLine(_ line: Substring, at index: Int, _ header: inout PageHeader) -> Bool {
    guard header.source == nil, line.fits(24), PaperName.isName(line), !HeadNoise.matches(line),
      CreditLine(line) == nil, Byline.names(in: line) == nil, FieldLine.key(at: line) == nil,
      DateParsing.first(in: line) == nil, ListMarker.split(line) == nil,
      isAboveDate(index) || isBelowDate(line, index) || isAboveAccount(index), let name = PaperName.cleaned(line)
    else { return false }
    header.source = name
    return true
  }

  /// Whether the next line is a date, or says when the article appeared.
  private func isAboveDate(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let line = lines[index + 1].text
    var next = PageHeader()
    guard line.fits(60), next.take(line), next.source == nil, let date = next.published, header.isNews(date) else {
      return false
    }
    return date.year != nil || date.clock != nil || FieldLine.key(at: line)?.0 == .published
  }

  /// Whether the line before is a date, and this one a name: as it ends, or because buttons follow it.
  private func isBelowDate(_ line: Substring, _ index: Int) -> Bool {
    guard index == end, index == dateEnd else { return false }
    if PaperName.isHouse(line) || !lines[index].isAfterBlank { return true }
    return index + 1 < lines.count && HeadNoise.matches(lines[index + 1].text)
  }
}

extension PageHeader {
  /// Takes `原创 林一帆 东港笔记 2026-03-07 07:30`: the writer, the account, and when it was published.
  fileprivate mutating func takeOriginal(_ line: Substring) -> Bool {
    let date = DateParsing.first(in: line)
    guard date.map({ $0.range.upperBound == line.utf8.count }) ?? true else { return false }
    let words = (date.map { line.prefix(bytes: $0.range.lowerBound) } ?? line).words
    guard words.count == 3, words[0] == "原创", Byline.isName(words[1]) else { return false }
    byline = byline ?? String(words[1])
    source = source ?? PaperName.cleaned(words[2])
    if let date, date.year != nil, isNews(date) { published = date }
    return true
  }

  /// Whether the page has said when and where the article appeared.
  fileprivate var isComplete: Bool { date != nil && source != nil }
}
