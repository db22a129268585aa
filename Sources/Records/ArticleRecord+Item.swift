package import ArticleFields
package import NewsModel
import PageDumps
package import SourceForms
import TextBasics
import TextScanning

// What a record says becomes an article.
extension ArticleRecord {
  /// The article that the record means.
  ///
  /// Its text stays as it is, line by line, unless the context asks for cleaning. What the text says of source, writer and time
  /// fills gaps.
  package func item(_ context: ParsingContext, _ notes: inout ParseNotes) throws(ParseRefusal.Reason) -> Item {
    let raw = text(of: .text) ?? ""
    let ownTitle = text(of: .title).map(TextLines.cleanedLine) ?? ""
    if let page = page(raw, ownTitle, context) { return completed(page, context, &notes) }
    let own = splitTitle(ownTitle)
    let body = RecordText(raw, title: ownTitle, headline: own.title, base: url ?? context.address, context)
    let found = own.title.isEmpty ? body.title.map { HeadlineLabel.split($0[...]) } : own
    guard let (label, title) = found, !title.isEmpty else { throw .noArticleFields }
    var item = Item(title: String(title))
    item.label = label
    item.source = body.source
    item.byline = body.byline
    item.blocks = body.blocks
    item.links = body.links
    item.removed = body.removed
    if let date = body.date {
      item.published = YearInference(context: context).timestamp(of: date)
      item.isDateEstimated = date.isUncertain
    } else {
      item.published = context.fileTime
      item.isDateEstimated = true
    }
    return completed(item, context, &notes)
  }

  /// The page that the text is as a crawler stored it: with its headline, source and time above it. Nil for any other text.
  ///
  /// Where the record has a headline of its own, its text is a page only to those who ask for cleaning.
  private func page(_ raw: String, _ ownTitle: String, _ context: ParsingContext) -> Item? {
    guard !raw.isEmpty, ownTitle.isEmpty || context.cleansRecords else { return nil }
    let text = TextLines.cleaned(raw)
    if ownTitle.isEmpty {
      guard let first = TextLines.split(text[...], atMost: 1).first,
        PageDumpParser.looksLikePageDump(text[...], title: first.text)
      else { return nil }
      return Self.page(text, context)
    }
    let title = HeadlineLabel.split(ownTitle[...]).title
    guard PageDumpParser.looksLikePageDump(text[...], title: title),
      let page = Self.page(text, context), Self.isSameTitle(page.title, String(title))
    else { return nil }
    return page
  }

  private static func page(_ text: String, _ context: ParsingContext) -> Item? {
    do throws(ParseRefusal.Reason) {
      return try PageDumpParser(context: context).parse(text)
    } catch {  // The text of a record that is no page is kept as it is.
      return nil
    }
  }

  /// A record that names a label keeps its headline, unless the label is the one before it.
  private func splitTitle(_ ownTitle: String) -> (label: String?, title: Substring) {
    let (label, title) = HeadlineLabel.split(ownTitle[...])
    if let given = Self.line(text(of: .label)), let label, given != label { return (nil, ownTitle[...].trimmed) }
    return (label, title)
  }

  private var url: String? { Self.line(text(of: .url)) }

  /// The item with what the record itself says; that goes before what its text says.
  private func completed(_ found: Item, _ context: ParsingContext, _ notes: inout ParseNotes) -> Item {
    var item = found
    if let label = Self.line(text(of: .label)) { item.label = label }
    if let source = Self.line(text(of: .source)) { item.source = source }
    if let author = Self.line(text(of: .author)) {
      let names = author[...].dropping(prefix: "By ") ?? author[...].dropping(prefix: "by ") ?? author[...]
      item.byline = Byline.names(inValue: names) ?? String(names)
    }
    if let date = date(context, &notes) {
      item.published = date.moment
      item.isDateEstimated = date.isEstimated || isEstimated
    }
    if let summary = Self.line(text(of: .summary)) { item.summary = summary }
    if !tags.isEmpty { item.tags = tags }
    if surplusTags > 0 { notes.add(.surplusTags(limit: Self.mostTags)) }
    item.url = url ?? item.url
    item.title = Self.title(item.title, withoutNameOf: item.source)
    item.originID = Self.line(text(of: .id))
    item.arrived = arrival(context, &notes)
    return item
  }

  /// When whoever collected it saw it first; nil, with a note where something stood there, where that cannot be read or is still to come.
  private func arrival(_ context: ParsingContext, _ notes: inout ParseNotes) -> Timestamp? {
    var unread: String?
    for text in texts(of: .arrived) {
      switch RecordDate.latest(text, context) {
      case .none: continue
      case .moment(let moment, _) where moment <= context.now + 86_400: return moment
      case .moment, .unreadable: unread = unread ?? text
      }
    }
    if let unread { notes.add(.unknownArrival, example: unread) }
    return nil
  }

  /// A headline without the name of its source, which sites put behind it: `… - The Harbor Times`.
  private static func title(_ title: String, withoutNameOf source: String?) -> String {
    guard let source, let mark = lastSeparator(in: title[...]) else { return title }
    func name(_ text: some StringProtocol) -> String {
      let folded = Folding.fold(String(text))
      return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }
    let rest = title[..<mark.lowerBound].trimmed
    return name(title[mark.upperBound...]) == name(source) && !rest.isEmpty ? String(rest) : title
  }

  private static func lastSeparator(in title: Substring) -> Range<Substring.Index>? {
    var last: Range<Substring.Index>?
    for separator in [" - ", " | ", " – ", " — "] {
      var rest = title
      while let found = rest.range(ofBytes: separator) {
        if last.map({ $0.lowerBound < found.lowerBound }) ?? true { last = found }
        rest = rest[found.upperBound...]
      }
    }
    return last
  }

  /// Whether one title is the other, or a cut of it.
  private static func isSameTitle(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Folding.fold(a), Folding.fold(b))
    return a.hasPrefix(b) || b.hasPrefix(a)
  }

  private static func line(_ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    let line = TextLines.cleanedLine(value)
    return line.isEmpty ? nil : line
  }
}

// MARK: - Dates

extension ArticleRecord {
  /// The first date that can be read, under the best name; nil, with a note where something stood there, if none can.
  ///
  /// What lies more than a day after the present is a slip, as in feeds.
  func date(_ context: ParsingContext, _ notes: inout ParseNotes) -> (moment: Timestamp, isEstimated: Bool)? {
    let texts = texts(of: .published)
    var unread: String?
    var future: String?
    for text in texts {
      switch reading(of: text, among: texts, context) {
      case .none: continue
      case .unreadable: unread = unread ?? text
      case .moment(let moment, _) where moment > context.now + 86_400: future = future ?? text
      case .moment(let moment, let certainty):
        switch certainty {
        case .certain, .guessed: break
        case .exchangeable: notes.add(.exchangeableDate, example: text)
        case .partlyImpossible: notes.add(.impossibleTime, example: text)
        }
        return (moment, certainty != .certain)
      }
    }
    if let unread { notes.add(.unreadableDate, example: unread) }
    if let future { notes.add(.futureDate, example: future) }
    return nil
  }

  /// The time of day may stand in a column of its own.
  private func reading(of text: String, among texts: [String], _ context: ParsingContext) -> DateReading {
    let reading = RecordDate.read(text, context)
    guard texts.count > 1, case .moment = reading else { return reading }
    return texts.lazy.compactMap { RecordDate.read(day: text, clock: $0, context) }.first ?? reading
  }
}
