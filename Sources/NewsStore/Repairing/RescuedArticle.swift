internal import Foundation
internal import GRDB
internal import NewsModel

/// An article as far as its rows can be read, column by column.
struct RescuedArticle {
  private(set) var article: StoredArticle
  private(set) var losses: Set<RepairLoss.Kind> = []
  /// Whether the key is that of the row; else it is to be given a new one.
  private(set) var hasKey = true

  /// The columns of `article` behind the row's number.
  static let columns = [
    "key", "published", "is_estimated", "is_stub", "is_read", "is_starred", "is_muted", "source_id", "label_id",
    "tag_ids",
    "title", "folded_title",
  ]
  static let bodyColumns = [
    "origin_id", "url", "byline", "summary", "previous", "next", "related", "blocks", "feed_id", "links", "feed_text",
  ]
  private static let titleLimit = 60

  /// Nil where neither a headline nor a text is left.
  ///
  /// - Parameters:
  ///   - row: the row's number, then `columns`.
  ///   - body: gives the body of a key; nil where there is none.
  init?(_ row: Row, _ terms: RescuedTerms, body: (Int64) throws -> BodyRow?) rethrows {
    let id = (row[0] as Int64?) ?? 0
    article = StoredArticle(id: id, published: Timestamp(TimeOrderedID.minute(of: id) &* 60), title: "")
    if let key = try? row.number(1), key > 0 { article.key = key } else { hasKey = false }
    readTime(row)
    readMarks(row)
    readTerms(row, terms)
    if hasKey, let body = try body(article.key) {
      readBody(body)
    } else if !article.isStub {
      losses.insert(.texts)
    }
    guard readTitle(row) else { return nil }
  }

  /// An article of which nothing but the body is left; nil where that holds no words.
  ///
  /// - Parameter published: about when it was published.
  init?(textOf key: Int64, _ body: BodyRow, published: Timestamp) {
    article = StoredArticle(key: key, published: published, isEstimated: true, title: "")
    readBody(body)
    guard let title = firstSentence ?? article.body.url else { return nil }
    article.title = title
    article.isStub = article.body.blocks.isEmpty
    losses.insert(.headlineRows)
  }

  private mutating func readTime(_ row: Row) {
    if let published = try? row.moment(2), let isEstimated = try? row.flag(3) {
      (article.published, article.isEstimated) = (published, isEstimated)
    } else {
      if !Row.moments.contains(article.published.rawValue) { article.published = Timestamp(0) }
      article.isEstimated = true
      losses.insert(.times)
    }
  }

  private mutating func readMarks(_ row: Row) {
    let flags = (4...7).map { try? row.flag($0) }
    if flags.contains(nil) { losses.insert(.marks) }
    article.isStub = flags[0] ?? false
    article.status = ArticleStatus(
      isRead: flags[1] ?? false, isStarred: flags[2] ?? false, isMuted: flags[3] ?? false)
  }

  private mutating func readTerms(_ row: Row, _ terms: RescuedTerms) {
    func number(_ index: Int, _ kind: TermKind, none: Int64) -> Int64? {
      (try? row.number(index)).flatMap { $0 == none ? none : terms.number($0, kind) }
    }
    let source = number(8, .source, none: Schema.noSource)
    let label = number(9, .label, none: Schema.noLabel)
    let tags = (try? row.text(10)).map { TagIDs($0) }
    article.source = source ?? Schema.noSource
    article.label = label ?? Schema.noLabel
    article.tags.page = (tags?.page ?? []).compactMap { terms.number($0, .tag) }
    article.tags.own = (tags?.own ?? []).compactMap { terms.number($0, .tag) }
    let isWhole =
      tags.map { $0.page.count == article.tags.page.count && $0.own.count == article.tags.own.count } ?? false
    if source == nil || label == nil || !isWhole { losses.insert(.terms) }
  }

  private mutating func readBody(_ body: BodyRow) {
    let row = body.row
    if body.isCut { losses.insert(.texts) }
    let values = (1...6).map { row.hasNull(atIndex: $0) ? nil : detail(try? row.text($0)) }
    article.body = StoredBody(
      originID: values[0], url: values[1], byline: values[2], summary: values[3], previous: values[4], next: values[5])
    article.body.feed = row.hasNull(atIndex: 9) ? nil : detail(try? row.number(9))
    let related = (try? row.bytes(7)).flatMap { BodyCoding.related($0) == nil ? nil : $0 }
    article.body.related = detail(related) ?? Data()
    let links = (try? row.bytesIfPresent(10)).flatMap { BodyCoding.links($0) == nil ? nil : $0 }
    article.body.links = row.hasNull(atIndex: 10) ? nil : detail(links)
    article.body.blocks = text(try? row.bytes(8))
    if !row.hasNull(atIndex: 11) { readFeedText(try? row.bytes(11)) }
  }

  private mutating func readFeedText(_ bytes: Data?) {
    guard let bytes else { return _ = losses.insert(.texts) }
    let stored = FeedText(bytes)
    let isWhole = stored.data == bytes && BodyCoding.links(stored.links) != nil
    if !isWhole { losses.insert(.details) }
    article.body.feedText = FeedText(blocks: text(stored.blocks), links: isWhole ? stored.links : nil)
  }

  private mutating func detail<T>(_ value: T?) -> T? {
    if value == nil { losses.insert(.details) }
    return value
  }

  /// The blocks up to the damage.
  private mutating func text(_ bytes: Data?) -> Data {
    guard let bytes else {
      losses.insert(.texts)
      return Data()
    }
    if BodyCoding.blocks(bytes) != nil { return bytes }
    losses.insert(.texts)
    return BodyCoding.encode(BodyCoding.readableBlocks(bytes))
  }

  private mutating func readTitle(_ row: Row) -> Bool {
    if let title = try? row.text(11) {
      article.title = title
      return true
    }
    losses.insert(.headlines)
    guard let title = (try? row.text(12)) ?? firstSentence else { return false }
    article.title = String(title.prefix(Self.titleLimit))
    return true
  }

  /// How the text begins, else the summary.
  private var firstSentence: String? {
    let texts = BodyCoding.readableBlocks(article.body.blocks).lazy.compactMap(\.plainText)
    guard let text = texts.first(where: { !$0.isEmpty }) ?? article.body.summary, !text.isEmpty else { return nil }
    let start = text.prefix(Self.titleLimit)
    let end = start.firstIndex { "。！？!?\n".contains($0) } ?? start.endIndex
    return String(end == start.startIndex ? start : start[..<end])
  }

  /// What the reader knows it by.
  var description: String { "\(article.key) \(article.title)" }

  mutating func forgetKey() { hasKey = false }
}

extension Block {
  fileprivate var plainText: String? {
    switch self {
    case .paragraph(let text), .heading(let text, _), .quote(let text), .code(let text), .figure(let text): text
    case .list(let items): items.first
    case .table(let rows): rows.first?.first
    }
  }
}

/// The terms that could be read, by the number that they had.
struct RescuedTerms {
  private var terms: [Int64: (kind: TermKind, number: Int64)] = [:]

  mutating func add(_ old: Int64, _ kind: TermKind, as number: Int64) { terms[old] = (kind, number) }

  func isFree(_ old: Int64) -> Bool { terms[old] == nil }

  func number(_ old: Int64, _ kind: TermKind) -> Int64? {
    terms[old].flatMap { $0.kind == kind ? $0.number : nil }
  }
}
