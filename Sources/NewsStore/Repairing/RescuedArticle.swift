import Foundation
import GRDB
import Log
import NewsModel

/// An article as far as its rows can be read, column by column.
struct RescuedArticle {
  private(set) var article: StoredArticle
  private(set) var losses: Set<RepairLoss.Kind> = []
  /// Whether the key is that of the row; else it is to be given a new one.
  private(set) var hasKey = true

  /// The columns of `article` behind the row's number.
  static let columns = HeadlineColumn.all.filter { $0 != .id }.map(\.rawValue)
  static let bodyColumns = BodyColumn.read.map(\.name)
  private static let titleLimit = 60

  /// Nil where neither a headline nor a text is left.
  ///
  /// - Parameters:
  ///   - row: the row's number, then `columns`.
  ///   - body: gives the body of a key; nil where there is none.
  init?(_ row: Row, _ terms: RescuedTerms, body: (Int64) throws -> BodyRow?) rethrows {
    let id = (row[0] as Int64?) ?? 0
    article = StoredArticle(id: id, published: Timestamp(TimeOrderedID.minute(of: id) &* 60), title: "")
    if let key = row.ifReadable({ try $0.number(HeadlineColumn.key.place) }), key > 0 {
      article.key = key
    } else {
      hasKey = false
    }
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

  /// An article of which only the body is left; nil where that holds no words.
  ///
  /// - Parameter published: about when it was published.
  init?(textOf key: Int64, _ body: BodyRow, published: Timestamp) {
    article = StoredArticle(key: key, published: published, isEstimated: true, title: "")
    readBody(body)
    guard let title = firstSentence ?? article.body.details.url else { return nil }
    article.title = title
    article.isStub = article.body.blocks.isEmpty
    losses.insert(.headlineRows)
  }

  private mutating func readTime(_ row: Row) {
    let time = row.ifReadable {
      (try $0.moment(HeadlineColumn.published.place), try $0.flag(HeadlineColumn.isEstimated.place))
    }
    if let time {
      (article.published, article.isEstimated) = time
    } else {
      if !Row.moments.contains(article.published.rawValue) { article.published = Timestamp(0) }
      article.isEstimated = true
      losses.insert(.times)
    }
  }

  private mutating func readMarks(_ row: Row) {
    for column in [HeadlineColumn.arrived, .change, .withdrawn] {
      if !read(column, row, column.place) { losses.insert(.times) }
    }
    for column in [.isStub] + HeadlineColumn.marks.map(\.column) {
      if !read(column, row, column.place) { losses.insert(.marks) }
    }
  }

  /// Whether the column could be read.
  private mutating func read(_ column: some ArticleColumn, _ row: Row, _ place: Int) -> Bool {
    row.ifReadable { try column.read($0, place, into: &article) } != nil
  }

  private mutating func readTerms(_ row: Row, _ terms: RescuedTerms) {
    func number(_ column: HeadlineColumn, _ kind: TermKind, none: Int64) -> Int64? {
      row.ifReadable { try $0.number(column.place) }.flatMap { $0 == none ? none : terms.number($0, kind) }
    }
    let source = number(.source, .source, none: Schema.noSource)
    let label = number(.label, .label, none: Schema.noLabel)
    let tags = row.ifReadable { try $0.text(HeadlineColumn.tags.place) }.map { TagIDs($0) }
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
    for column in ArticleDetails.Field.allCases.map(BodyColumn.detail) + [.feed] {
      if !read(column, row, column.place) { losses.insert(.details) }
    }
    let related = row.ifReadable { try $0.bytes(BodyColumn.related.place) }
      .flatMap { BodyCoding.related($0) == nil ? nil : $0 }
    article.body.related = detail(related) ?? Data()
    if !row.hasNull(atIndex: BodyColumn.links.place) {
      article.body.links = detail(
        row.ifReadable { try $0.bytes(BodyColumn.links.place) }.flatMap { BodyCoding.links($0) == nil ? nil : $0 })
    }
    article.body.blocks = text(row.ifReadable { try $0.bytes(BodyColumn.blocks.place) })
    let feedText = BodyColumn.feedText.place
    if !row.hasNull(atIndex: feedText) { readFeedText(row.ifReadable { try $0.bytes(feedText) }) }
  }

  private mutating func readFeedText(_ bytes: Data?) {
    guard let bytes else { return _ = losses.insert(.texts) }
    let stored = DeliveredText(bytes)
    let isWhole = stored.data == bytes && BodyCoding.links(stored.links) != nil
    if !isWhole { losses.insert(.details) }
    article.body.feedText = DeliveredText(blocks: text(stored.blocks), links: isWhole ? stored.links : nil)
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
    if let title = row.ifReadable({ try $0.text(HeadlineColumn.title.place) }) {
      article.title = title
      return true
    }
    losses.insert(.headlines)
    let folded = row.ifReadable { try $0.text(HeadlineColumn.foldedTitle.place) }
    guard let title = folded ?? firstSentence else { return false }
    article.title = String(title.prefix(Self.titleLimit))
    return true
  }

  /// How the text begins, else the summary.
  private var firstSentence: String? {
    let texts = BodyCoding.readableBlocks(article.body.blocks).lazy.compactMap(\.plainText)
    guard let text = texts.first(where: { !$0.isEmpty }) ?? article.body.details.summary, !text.isEmpty else {
      return nil
    }
    let start = text.prefix(Self.titleLimit)
    let end = start.firstIndex { "。！？!?\n".contains($0) } ?? start.endIndex
    return String(end == start.startIndex ? start : start[..<end])
  }

  /// What the reader knows it by.
  var description: String { "\(article.key) \(article.title)" }

  mutating func forgetKey() { hasKey = false }
}

extension HeadlineColumn {
  /// In a row of `RescuedArticle.columns`, behind the row's number.
  fileprivate var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(
    uniqueKeysWithValues: zip(all.filter { $0 != .id }, 1...all.count))
}

extension BodyColumn {
  /// In a `BodyRow`, behind the row's number.
  fileprivate var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(uniqueKeysWithValues: zip(read, 1...read.count))
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

/// The row of a text: its number, then `RescuedArticle.bodyColumns`.
struct BodyRow {
  var row: Row
  /// Whether pages are lost on which it went on.
  var isCut = false
}

/// Reads bodies by their keys, as far as they can be read: by way of SQLite, else from the leaves.
struct BodyRows {
  private let statement: Statement?
  private let leaves: LeafRows?
  private let target: Database

  /// - Parameter target: any connection that is whole.
  init(_ db: Database, _ leaves: LeafRows?, _ target: Database) throws {
    self.leaves = leaves
    self.target = target
    let declared = Set(
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info('body')").map { try $0.text(0) })
    let columns = RescuedArticle.bodyColumns.map { declared.contains($0) ? $0.quotedDatabaseIdentifier : "NULL" }
    statement =
      declared.isEmpty
      ? nil : try db.makeStatement(sql: "SELECT rowid, \(columns.joined(separator: ", ")) FROM body WHERE rowid = ?")
  }

  func row(_ key: Int64) throws -> BodyRow? {
    do {
      if let row = try statement.flatMap({ try Row.fetchOne($0, arguments: [key]) }) { return BodyRow(row: row) }
    } catch let error as DatabaseError where error.isDamage {
      // The tree above it, or a page on which it goes on, is damaged.
      Log.info("the body of article \(key) is looked for page by page", error)
    }
    return try leaves?.row("body", key, columns: RescuedArticle.bodyColumns, target)
      .map { BodyRow(row: $0.row, isCut: $0.isCut) }
  }
}
