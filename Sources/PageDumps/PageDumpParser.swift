package import ArticleFields
import Decoding
package import NewsModel
package import SourceForms
import TextBasics
import TextScanning

/// Reads the text of a saved news page, as text crawlers store it: headline, fields, body, tags, neighbours, related news.
///
/// Linear in the length of the text.
package struct PageDumpParser {
  let context: ParsingContext

  package init(context: ParsingContext) { self.context = context }

  /// Lines that hold something; a text with more is no saved page, and reading it would take seconds.
  private static let mostLines = 200_000

  /// - Parameter text: decoded and made safe, as `TextLines.cleaned` gives it.
  package func parse(_ text: String) throws(ParseRefusal.Reason) -> Item {
    let numbered = NumberedLinks.withoutAddresses(text)
    let markdown = MarkdownText(WrappedText.joined(numbered.text))
    let text = markdown.text
    let lines = markdown.lines(atMost: Self.mostLines + 1)
    guard !lines.isEmpty else { throw .empty }
    guard lines.count <= Self.mostLines else { throw .notAnArticle }
    let head = PageHead(lines, context: context)
    guard let headline = head.header.title ?? head.header.originalTitle else { throw .noTitle }
    let sections = PageSections(lines[head.end...])
    let extent = TextExtent(sections.body, title: headline)
    let body = BodyBuilder(extent.kept, header: head.header, headings: .shortLines)
    var header = body.header
    let below = Self.takeBelowText(&header, extent, sections)

    let (label, title) = HeadlineLabel.split(headline)
    var item = Item(title: String(title))
    item.label = label
    item.source = header.source ?? Self.dateline(of: body.blocks) ?? header.employer ?? head.site
    item.url = header.url
    item.byline = body.byline ?? header.byline
    item.summary = header.summary ?? body.summary ?? Self.opening(of: body.blocks) ?? body.firstParagraph
    item.blocks = Self.withoutSummary(body)
    item.tags = Self.unique(header.tags + sections.tags)
    item.previous = sections.previous
    item.next = sections.next
    let lists = sections.related.map(RelatedSieve.init)
    var related = lists.flatMap { RelatedList($0.kept).entries }
    // A headline does not end as a statement does.
    let statements = related.filter { $0.title.lastSignificant == "。" }.map(\.title)
    related.removeAll { $0.title.lastSignificant == "。" }
    date(&item, header, related, text)
    item.related = self.related(related, of: item, header.date)
    // All are parts of one text: where they begin tells their order.
    item.removed =
      (head.removed + header.passedOver + below + extent.removedAbove + lists.flatMap(\.removed) + statements
      + body.removed)
      .sorted { $0.startIndex < $1.startIndex }.map(String.init) + numbered.removed
    guard Self.isArticle(item, header) else { throw .notAnArticle }
    return item
  }

  /// Whether the text begins as a page dump does: a headline, and fields or a date within the lines behind it.
  ///
  /// - Parameter title: the headline that is known already; the text must begin with it, labels aside.
  package static func looksLikePageDump(_ text: Substring, title: Substring) -> Bool {
    let reach = Substring(text.utf8.prefix(title.utf8.count + 80))
    guard reach.range(ofBytes: String(title.unicodeScalars.prefix(4))) != nil else { return false }
    let start = text.utf8.prefix(1_200)
    let lines = TextLines.split(Substring(decoding: start, as: UTF8.self)).prefix(5)
    guard lines.count >= 3, let first = lines.first, isHeadline(first.text), FieldLine.key(at: first.text) == nil else {
      return false
    }
    var header = PageHeader()
    return lines.dropFirst().prefix(2).contains { header.take($0.text) && (header.date != nil || header.source != nil) }
  }
}

// MARK: - Head

extension PageDumpParser {
  /// The longest headline in columns; a longer first line is running text.
  private static let longestHeadline = 240

  static func isHeadline(_ line: Substring) -> Bool {
    line.fits(longestHeadline)
      && line.unicodeScalars.contains(where: \.isWordlike)
  }
}

// MARK: - What the parts say together

extension PageDumpParser {
  /// The blocks without the summary, where it stood before the byline.
  private static func withoutSummary(_ body: BodyBuilder) -> [Block] {
    guard let summary = body.summary,
      let index = body.blocks.firstIndex(where: { if case .figure = $0 { false } else { $0.text == summary } })
    else { return body.blocks }
    var blocks = body.blocks
    blocks.remove(at: index)
    return blocks
  }

  /// In columns: shorter paragraphs at the start may be a name or a heading.
  private static let shortestOpening = 24

  /// The first of the paragraphs at the start that says something; nil where a text has only short ones.
  private static func opening(of blocks: [Block]) -> String? {
    blocks.prefix(openingReach).lazy.compactMap { block in
      guard case .paragraph(let text) = block, text[...].endsSentence || !text[...].fits(shortestOpening) else {
        return nil
      }
      return text
    }.first
  }

  /// How many blocks at the start of a text are looked through: notices and pictures may stand above it.
  private static let openingReach = 5

  /// How many lines below the text may name its date and source.
  private static let reachBelow = 24

  /// Takes what the lines directly below the text say of it.
  ///
  /// - Returns: the lines below the text of which nothing is kept, in order.
  private static func takeBelowText(
    _ header: inout PageHeader, _ extent: TextExtent, _ sections: PageSections
  ) -> [Substring] {
    var lines = (extent.removedBelow + sections.removed).sorted { $0.startIndex < $1.startIndex }
    let end = sections.related.first?.first?.startIndex ?? sections.otherPage
    let reach = lines.prefix(reachBelow).prefix { line in end.map { line.startIndex < $0 } ?? true }
    // From the last to the first, so that places hold.
    var taken: [Int] = []
    for index in reach.indices where header.takeBelowText(lines[index]) { taken.append(index) }
    for index in taken.reversed() { lines.remove(at: index) }
    return lines
  }

  private static func dateline(of blocks: [Block]) -> String? {
    blocks.prefix(openingReach).lazy.compactMap { block in
      guard case .paragraph(let text) = block else { return nil }
      return Dateline.source(of: text[...])
    }.first
  }

  private static func unique(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.filter { seen.insert(Folding.fold($0)).inserted }
  }

  private func date(_ item: inout Item, _ header: PageHeader, _ related: [RelatedList.Entry], _ text: String) {
    guard let date = header.date, !date.isAbsent(in: context.zone) else {
      item.published = context.fileTime
      item.isDateEstimated = true
      return
    }
    var inference = YearInference(context: context)
    if date.year == nil {
      let latest = CivilTime(context.now, in: context.zone).year
      inference.namedYear = NamedYear.find(headline: item.title[...], text: text[...], upTo: latest)
      inference.neighbours = (related.map(\.date) + [header.updated])
        .compactMap { $0?.timestamp(in: context.zone) }
      inference.mentioned = DateParsing.all(in: text[...]).compactMap { $0.timestamp(in: context.zone) }
    }
    item.published = inference.timestamp(of: date)
    item.isDateEstimated = date.isUncertain
  }

  private func related(_ entries: [RelatedList.Entry], of item: Item, _ date: FoundDate?) -> [RelatedItem] {
    var inference = YearInference(context: context)
    inference.neighbours = entries.compactMap { $0.date?.timestamp(in: context.zone) }
    if let published = item.published, date != nil { inference.neighbours.append(published) }
    let title = Folding.fold(item.title)
    return entries.map { entry in
      let (label, entryTitle) = HeadlineLabel.split(entry.title.withoutEllipsis)
      let published = entry.date.map(inference.timestamp(of:))
      let isSelf =
        Self.isCut(Folding.fold(String(entryTitle)), of: title)
        && isSameTime(
          published, date == nil ? nil : item.published, inMinutes: entry.date?.clock != nil && date?.clock != nil)
      return RelatedItem(
        label: label, title: String(entryTitle), summary: entry.summary.map(String.init), published: published,
        isSelf: isSelf)
    }
  }

  /// The shortest cut of a title, in characters, that can be recognised.
  private static let shortestCut = 8

  /// Whether a folded title is the page's own, or begins it.
  private static func isCut(_ title: String, of pageTitle: String) -> Bool {
    pageTitle.utf8.starts(with: title.utf8)
      && (title.utf8.count == pageTitle.utf8.count || title.unicodeScalars.count >= shortestCut)
  }

  /// Whether two moments are of one minute, or of one day where one of them names no time of day.
  ///
  /// An entry, or a page, without any date does not speak against it.
  private func isSameTime(_ a: Timestamp?, _ b: Timestamp?, inMinutes: Bool) -> Bool {
    guard let a, let b else { return true }
    if inMinutes { return a.minute == b.minute }
    return CivilTime(a, in: context.zone).dayNumber == CivilTime(b, in: context.zone).dayNumber
  }

  /// Whether there is enough to call it an article: running text, or a date or source with whatever text there is.
  private static func isArticle(_ item: Item, _ header: PageHeader) -> Bool {
    if header.date != nil || header.source != nil { return true }
    if errorTitles.contains(where: { item.title.lowercased().hasPrefix($0) }), item.blocks.count <= 3 { return false }
    return item.blocks.contains { block in
      guard case .paragraph(let text) = block else { return false }
      let columns = text[...].roughColumns
      return columns > 120 || (columns >= 30 && text[...].endsSentence)
    }
  }

  /// How pages that are no articles begin.
  private static let errorTitles = [
    "404", "403", "500", "502", "503", "not found", "page not found", "access denied", "error", "页面不存在", "页面未找到",
    "访问出错",
    "出错了", "安全验证", "请输入验证码", "just a moment", "are you a robot",
  ]
}

extension SourceFormat {
  /// The text of one saved news page: what is none of the others.
  package static let pageDump = SourceFormat("page dump", isText: false) {
    WholeInputReader(context: $0, limit: $0.sizeLimit, read: readPage)
  }

  @Sendable private static func readPage(_ bytes: [UInt8], _ context: ParsingContext) -> [ParsedRecord] {
    [ParsedRecord(PageDumpParser.parsePage(bytes, context: context))]
  }
}

extension PageDumpParser {
  /// Reads a saved page from its bytes, in whatever character set.
  ///
  /// Never traps, and takes time linear in the input; input over `context.sizeLimit` is refused unread.
  package static func parsePage(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> Result<Item, ParseRefusal>
  {
    do throws(ParseRefusal.Reason) {
      guard bytes.count <= context.sizeLimit else { throw .tooLarge(limit: context.sizeLimit) }
      let text = try text(of: bytes)
      return .success(try PageDumpParser(context: context).parse(text))
    } catch {
      return .failure(ParseRefusal(error, path: context.fileName))
    }
  }

  package static func parsePage(_ bytes: [UInt8], context: ParsingContext) -> Result<Item, ParseRefusal> {
    bytes.withUnsafeBytes { parsePage($0, context: context) }
  }

  /// The bytes as safe text.
  private static func text(of bytes: UnsafeRawBufferPointer) throws(ParseRefusal.Reason) -> String {
    guard !bytes.isEmpty else { throw .empty }
    guard !BinaryDetection.isBinary(bytes) else { throw .binary }
    let decoded = TextDecoding.decode(bytes)
    let text = TextLines.cleaned(decoded.text)
    guard decoded.invalidCount * 10 <= text.utf8.count else { throw .binary }
    guard text.unicodeScalars.contains(where: { !$0.isBlank && $0 != "\n" }) else { throw .empty }
    return text
  }
}
