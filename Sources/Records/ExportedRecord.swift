import ArticleFields
import JSON
import NewsModel
import SourceForms
import TextBasics
import TextScanning
import WebAddresses

/// The fields of a JSON object that newstape itself has written, beside those of every article (`ArticleRecord`).
///
/// Where the blocks of the body are there nothing is guessed: the article is what its fields say.
struct ExportedRecord {
  enum Field: String {
    case blocks, tags, previous, next, related, links, estimated, ownTags, read, starred, muted, stub, replaced, history
    case withdrawn, change
  }

  private var blocks: [Block]?
  private var previous: String?
  private var next: String?
  private var related: [RelatedValue] = []
  private var links: [ArticleLink] = []
  private var isEstimated = false
  private var isStub = false
  private var withdrawn: String?
  /// Whether its source changed what it says.
  private var isChanged = false
  private var tags: [String] = []
  private var ownTags: [String] = []
  private var marks: [StatusAction] = []
  /// The newest, nil for one that is none.
  private var history: [[String: JSONReader.Value]?] = []
  private var hasSurplusVersions = false

  private struct RelatedValue {
    var item: RelatedItem
    var published: String?
  }

  mutating func set(_ field: Field, to value: JSONReader.Value) {
    switch field {
    case .blocks: blocks = value.elements.flatMap { Self.all($0.map(Self.block)) }
    case .previous: previous = value.line
    case .next: next = value.line
    case .related: related = (value.elements ?? []).compactMap(Self.related)
    case .links: links = (value.elements ?? []).prefix(ArticleLink.most).compactMap(Self.link)
    case .estimated: isEstimated = value == .bool(true)
    case .tags: tags = (value.elements ?? []).prefix(ArticleRecord.mostTags).compactMap(\.line)
    case .ownTags: ownTags = (value.elements ?? []).prefix(ArticleRecord.mostTags).compactMap(\.line)
    case .read: if value == .bool(true) { marks.append(.read) }
    case .starred: if value == .bool(true) { marks.append(.star) }
    case .muted: if value == .bool(true) { marks.append(.mute) }
    case .stub: isStub = value == .bool(true)
    case .withdrawn: withdrawn = value.scalar
    case .change: isChanged = value.scalar != nil
    case .history:
      let versions = value.elements ?? []
      hasSurplusVersions = versions.count > FormerItem.most
      history = versions.suffix(FormerItem.most).map(\.members)
    // Only of a former version.
    case .replaced: break
    }
  }

  /// The item, with what `record` says; nil where the object is not one of newstape's.
  func item(_ record: ArticleRecord, _ context: ParsingContext, _ notes: inout ParseNotes) -> Item? {
    guard let blocks, let title = Self.line(record.exactText(of: .title)) else { return nil }
    let published = record.texts(of: .published).lazy.compactMap { Self.date($0, context) }.first
    func line(_ field: ArticleField) -> String? { Self.line(record.exactText(of: field)) }
    var item = Item(
      originID: line(.id), url: line(.url), label: line(.label), title: title, source: line(.source),
      byline: line(.author), published: published ?? context.fileTime,
      isDateEstimated: isEstimated || published == nil, summary: Self.lines(record.exactText(of: .summary)),
      blocks: blocks,
      tags: tags, previous: previous, next: next,
      related: related.map { related in
        var item = related.item
        item.published = related.published.flatMap { Self.date($0, context) }
        return item
      },
      isStub: isStub, marks: marks + ownTags.map { .tag($0) }, arrived: arrival(record, context), links: links)
    item.withdrawn = withdrawn.flatMap { Self.date($0, context) }
    item.former = history.compactMap { $0.flatMap { Self.former($0, context) } }
    if hasSurplusVersions { notes.add(.surplusVersions(limit: FormerItem.most)) }
    if item.former.count < history.count {
      notes.add(.unreadableVersion, count: history.count - item.former.count, example: item.title)
    }
    return item
  }

  /// When the article arrived; nil where its words are not those of then, and nothing says what these were.
  private func arrival(_ record: ArticleRecord, _ context: ParsingContext) -> Timestamp? {
    isChanged && history.isEmpty ? nil : Self.arrival(record, context)
  }

  /// What an article said before; nil where it is not as newstape writes it. One without an arrival came before these were kept.
  private static func former(_ members: [String: JSONReader.Value], _ context: ParsingContext) -> FormerItem? {
    var version = ExportedRecord()
    for (key, value) in members { if let field = Field(rawValue: key) { version.set(field, to: value) } }
    func line(_ key: String) -> String? { members[key]?.line }
    func moment(_ key: String) -> Timestamp? { members[key]?.scalar.flatMap { date($0, context) } }
    guard let blocks = version.blocks, let title = line("title"), let published = moment("published"),
      let replaced = moment("replaced")
    else { return nil }
    let item = Item(
      originID: line("id"), url: line("url"), label: line("label"), title: title, source: line("source"),
      byline: line("byline"), published: published, isDateEstimated: version.isEstimated,
      summary: lines(members["summary"]?.scalar), blocks: blocks, tags: version.tags, previous: version.previous,
      next: version.next, isStub: version.isStub, arrived: moment("arrived"), links: version.links)
    return FormerItem(item, until: replaced)
  }

  /// What newstape wrote is a date, whichever day it names.
  private static func date(_ text: String, _ context: ParsingContext) -> Timestamp? {
    FeedDate.exact(text) ?? RecordDate.read(text, context).moment
  }

  // MARK: - Tables

  /// Whether these are the columns of newstape's own tables; when an article arrived, what became of it, and what was read from its words
  /// may stand behind them.
  static func isOwnTable(_ found: [String]) -> Bool {
    found.starts(with: columns)
      && found.dropFirst(columns.count).allSatisfy { $0.hasPrefix("auto_") || laterColumns.contains($0) }
  }

  private static let laterColumns = ["arrived", "change", "withdrawn"]

  static let columns = [
    "published", "estimated", "label", "title", "source", "author", "tags", "url", "summary", "text", "id",
  ]

  /// The item that a row of such a table is: each line of its text is a paragraph, and none is markup. Nil without a headline.
  static func item(row record: ArticleRecord, _ context: ParsingContext) -> Item? {
    func line(_ field: ArticleField) -> String? {
      Self.line(record.exactText(of: field).map { String($0[...].trimmed) })
    }
    guard let title = line(.title) else { return nil }
    let published = record.exactText(of: .published).flatMap { date($0, context) }
    let text = lines(record.exactText(of: .text)) ?? ""
    let paragraphs = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    return Item(
      originID: line(.id), url: line(.url), label: line(.label), title: title, source: line(.source),
      byline: line(.author), published: published ?? context.fileTime,
      isDateEstimated: record.isEstimated || published == nil, summary: lines(record.exactText(of: .summary)),
      blocks: paragraphs.map { .paragraph(String($0)) }, tags: record.tags, arrived: arrival(record, context))
  }

  private static func arrival(_ record: ArticleRecord, _ context: ParsingContext) -> Timestamp? {
    record.exactText(of: .arrived).flatMap { FeedDate.exact($0) ?? RecordDate.latest($0, context).moment }
  }

  // MARK: - Values

  private static func block(_ value: JSONReader.Value) -> Block? {
    guard case .object(let fields) = value, case .string(let kind) = fields["kind"] else { return nil }
    func text() -> String? { if case .string(let text) = fields["text"] { lines(text) ?? "" } else { nil } }
    switch kind {
    case "paragraph": return text().map { .paragraph($0) }
    case "heading":
      guard case .number(let level) = fields["level"] else { return nil }
      return text().map { .heading($0, level: min(max(Int(level) ?? 1, 1), 6)) }
    case "quote": return text().map { .quote($0) }
    case "code": return text().map { .code($0) }
    case "figure": return text().map { .figure($0) }
    case "list": return texts(fields["items"]).map { .list($0) }
    case "table": return (fields["rows"]?.elements).flatMap { all($0.map(texts)) }.map { .table($0) }
    default: return nil
    }
  }

  private static func related(_ value: JSONReader.Value) -> RelatedValue? {
    guard case .object(let fields) = value, let title = fields["title"]?.line else { return nil }
    let item = RelatedItem(
      label: fields["label"]?.line, title: title, summary: fields["summary"]?.scalar.flatMap(lines),
      isSelf: fields["self"] == .bool(true))
    return RelatedValue(item: item, published: fields["published"]?.scalar)
  }

  private static func link(_ value: JSONReader.Value) -> ArticleLink? {
    guard case .object(let fields) = value, let address = (fields["address"]?.line).flatMap({ WebAddress.absolute($0) })
    else { return nil }
    return ArticleLink(text: fields["text"]?.line ?? "", address: address)
  }

  private static func texts(_ value: JSONReader.Value?) -> [String]? {
    (value?.elements).flatMap { all($0.map { if case .string(let text) = $0 { lines(text) ?? "" } else { nil } }) }
  }

  /// All values; nil where one is missing.
  private static func all<T>(_ values: [T?]) -> [T]? {
    let found = values.compactMap(\.self)
    return found.count == values.count ? found : nil
  }

  /// Nothing is decoded but made safe: what looks like a character reference here is text.
  fileprivate static func line(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let safe = KeptText(text).string
    return safe.isEmpty ? nil : safe
  }

  private static func lines(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let safe = KeptText(lines: text).string
    return safe.isEmpty ? nil : safe
  }
}

extension JSONReader.Value {
  fileprivate var members: [String: JSONReader.Value]? {
    if case .object(let members) = self { members } else { nil }
  }

  fileprivate var elements: [JSONReader.Value]? { if case .array(let values) = self { values } else { nil } }

  /// Text in one line, made safe.
  fileprivate var line: String? { ExportedRecord.line(scalar) }
}
