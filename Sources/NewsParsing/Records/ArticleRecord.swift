import NewsModel
import TextBasics

/// The fields of one article as a JSON object or a CSV row gives them, before they are understood.
struct ArticleRecord {
  /// The fields that are known, by all their names.
  enum Field: Hashable, Sendable {
    case title, text, content, body, published, source, author, tags, url, id, summary, label

    private static let names: [String: Field] = [
      "title": .title, "headline": .title, "标题": .title, "text": .text, "content": .content, "body": .body,
      "正文": .text, "内容": .content, "article": .body, "published": .published, "time": .published, "date": .published,
      "published_at": .published, "publishedat": .published, "publish_time": .published, "publishtime": .published,
      "pubdate": .published, "pub_date": .published, "datetime": .published, "timestamp": .published,
      "publish_date": .published, "publishdate": .published, "date_published": .published, "datepublished": .published,
      "pub_time": .published, "pubtime": .published, "created_at": .published, "createdat": .published,
      "create_time": .published, "ctime": .published, "posted": .published, "发布日期": .published, "发布时间": .published,
      "时间": .published, "日期": .published, "source": .source, "site": .source,
      "publisher": .source, "来源": .source, "author": .author, "authors": .author, "byline": .author, "作者": .author,
      "tags": .tags, "keywords": .tags, "标签": .tags, "关键词": .tags, "url": .url, "link": .url, "链接": .url,
      "网址": .url, "id": .id, "guid": .id, "summary": .summary, "description": .summary, "abstract": .summary,
      "摘要": .summary, "label": .label,
    ]

    /// The field of a JSON key or a column's heading, in any case.
    init?(name: String) {
      guard let field = Self.names[name] ?? Self.names[String(name[...].trimmed).lowercased()] else { return nil }
      self = field
    }
  }

  var title: String?
  var texts: [Field: String] = [:]
  /// A date in any form, or seconds or milliseconds since 1970.
  ///
  /// All that were given: the first that can be read counts.
  var published: [String] = []
  var source: String?
  var author: String?
  var tags: [String] = []
  var url: String?
  var id: String?
  var summary: String?
  var label: String?

  /// More tags say nothing of an article, and comparing them all would take long.
  static let mostTags = 200

  /// The body; `text` goes before `content` before `body`.
  var text: String? { texts[.text] ?? texts[.content] ?? texts[.body] }

  /// Takes a value that is one piece of text.
  mutating func set(_ field: Field, to value: String) {
    guard !value.isEmpty else { return }
    switch field {
    case .title: title = title ?? value
    case .text, .content, .body: if texts[field] == nil { texts[field] = value }
    case .published: published.append(value)
    case .source: source = source ?? value
    case .author: author = author ?? value
    case .tags: tags += TagList.split(TextLines.cleanedLine(value)[...]).prefix(Self.mostTags - tags.count)
    case .url: url = url ?? value
    case .id: id = id ?? value
    case .summary: summary = summary ?? value
    case .label: label = label ?? value
    }
  }

  /// Takes a value that is a list.
  mutating func set(_ field: Field, to values: [String]) {
    switch field {
    case .tags:
      for value in values where tags.count < Self.mostTags {
        let tag = TextLines.cleanedLine(value)
        if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
      }
    case .text, .content, .body: set(field, to: values.joined(separator: "\n\n"))
    default: set(field, to: values.joined(separator: " "))
    }
  }
}

// MARK: - To an item

extension ArticleRecord {
  /// The article that the record means.
  func item(_ context: ParsingContext) throws(ParseRefusal.Reason) -> Item {
    let text = text.map(TextLines.cleaned) ?? ""
    let ownTitle = title.map(TextLines.cleanedLine) ?? ""
    if ownTitle.isEmpty {
      guard !text.isEmpty else { throw .noArticleFields }
      return completed(try PageDumpParser(context: context).parse(text), context)
    }
    let (label, title) = HeadlineLabel.split(ownTitle[...])
    if PageDumpParser.looksLikePageDump(text[...], title: title),
      let page = try? PageDumpParser(context: context).parse(text),
      Self.isSameTitle(page.title, String(title))
    {
      return completed(page, context)
    }
    var lines = TextLines.split(text[...])
    if let first = lines.first, first.text == ownTitle[...] || first.text == title { lines.removeFirst() }
    let body = BodyBuilder(ArticleLead.split(lines, title: title), header: PageHeader(), headings: .numberedLines)
    var item = Item(title: String(title))
    item.label = label
    item.source = body.header.source
    item.byline = body.byline ?? body.header.byline
    item.blocks = body.blocks
    if let summary = body.summary { item.blocks.insert(.paragraph(summary), at: 0) }
    if let date = body.header.date {
      item.published = YearInference(context: context).timestamp(of: date)
    } else {
      item.published = context.fileTime
      item.isDateEstimated = true
    }
    return completed(item, context)
  }

  /// The item with what the record itself says; that goes before what its text says.
  private func completed(_ found: Item, _ context: ParsingContext) -> Item {
    var item = found
    if let label = Self.line(label) { item.label = label }
    if let source = Self.line(source) { item.source = source }
    if let author = Self.line(author) { item.byline = Byline.names(inValue: author[...]) ?? author }
    if let published = published.lazy.compactMap({ Self.moment($0, context) }).first {
      item.published = published
      item.isDateEstimated = false
    }
    if let summary = Self.line(summary) { item.summary = summary }
    if !tags.isEmpty { item.tags = tags }
    item.url = Self.line(url) ?? item.url
    item.originID = Self.line(id)
    return item
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

  /// The moment that a value names: a date in any form, or seconds, milliseconds … since 1970.
  static func moment(_ value: String, _ context: ParsingContext) -> Timestamp? {
    let text = value[...].trimmed
    if let number = Double(text),
      text.utf8.allSatisfy({
        $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "e")
      })
    {
      if text.utf8.count == 8 || text.utf8.count == 14, let date = DateParsing.whole(text) {
        return date.timestamp(in: context.zone)
      }
      return epoch(number)
    }
    guard let date = DateParsing.whole(text) ?? DateParsing.first(in: text) else { return nil }
    return YearInference(context: context).timestamp(of: date)
  }

  /// Seconds since 1970 from a number that may count smaller units; nil for a time that no news is from.
  private static func epoch(_ number: Double) -> Timestamp? {
    guard number.isFinite else { return nil }
    var seconds = number
    while abs(seconds) > 1e11 { seconds /= 1_000 }
    // The years 1900 to 2199, without the day around 1970 that small numbers of another meaning would fall on.
    guard abs(seconds) >= 86_400, (-2_208_988_800..<7_258_118_400).contains(seconds) else { return nil }
    return Timestamp(Int64(seconds.rounded(.down)))
  }
}
