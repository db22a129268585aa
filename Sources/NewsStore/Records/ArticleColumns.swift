import Foundation
import GRDB
import NewsModel
import TextBasics

/// A column of a table that holds a part of an article: how it is read and how it is written.
///
/// The cases stand in the order in which rows are read. INSERT, UPDATE and SELECT are made from them, so that a column is named once.
protocol ArticleColumn: Hashable, Sendable {
  var name: String { get }

  /// The table, and the letter that stands for it in queries.
  static var table: (name: String, letter: String) { get }

  /// Reads the column from its place in a row.
  ///
  /// - Throws: `UnreadableColumn`.
  func read(_ row: Row, _ index: Int, into article: inout StoredArticle) throws

  func bind(_ article: StoredArticle, _ row: inout StatementBinder)
}

extension ArticleColumn {
  /// `a.id, a.key, …`
  static func list(_ columns: some Sequence<Self>) -> String {
    columns.map { "\(table.letter).\($0.name)" }.joined(separator: ", ")
  }

  static func insert(_ columns: [Self]) -> String {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table.name) (\(columns.map(\.name).joined(separator: ", "))) VALUES (\(marks))"
  }

  /// Takes the values of `columns`, then the key.
  static func update(_ columns: [Self]) -> String {
    "UPDATE \(table.name) SET \(columns.map { "\($0.name) = ?" }.joined(separator: ", ")) WHERE key = ?"
  }
}

/// A column of `article`.
enum HeadlineColumn: String, CaseIterable, ArticleColumn {
  case id, key, published
  case isEstimated = "is_estimated"
  case isStub = "is_stub"
  case isRead = "is_read"
  case isStarred = "is_starred"
  case isMuted = "is_muted"
  case source = "source_id"
  case label = "label_id"
  case tags = "tag_ids"
  case facets
  case title
  case arrived, change, withdrawn, traits
  case host = "host_id"
  case feed = "feed_id"
  /// Made from the title, and read by queries alone.
  case foldedTitle = "folded_title"

  /// Made once: `allCases` makes an array each time.
  static let all = allCases
  static let table = (name: "article", letter: "a")

  var name: String { rawValue }

  /// What an article is read from.
  static let read = all.filter { $0 != .foldedTitle }
  /// All but the key, which stays what it is.
  static let changing = all.filter { $0 != .key }
  /// What the reader does to an article, each flag with its place in the status.
  static let marks: [(column: HeadlineColumn, flag: any KeyPath<ArticleStatus, Bool> & Sendable)] = [
    (.isRead, \.isRead), (.isStarred, \.isStarred), (.isMuted, \.isMuted),
  ]

  func read(_ row: Row, _ index: Int, into article: inout StoredArticle) throws {
    switch self {
    case .id: article.id = try row.number(index)
    case .key: article.key = try row.number(index)
    case .published: article.published = try row.moment(index)
    case .isEstimated: article.isEstimated = try row.flag(index)
    case .isStub: article.isStub = try row.flag(index)
    case .isRead: article.status.isRead = try row.flag(index)
    case .isStarred: article.status.isStarred = try row.flag(index)
    case .isMuted: article.status.isMuted = try row.flag(index)
    case .source: article.source = try row.number(index)
    case .label: article.label = try row.number(index)
    case .tags: article.tags = TagIDs(try row.text(index))
    case .facets: article.facets = StoredFacets(try row.text(index))
    case .title: article.title = try row.text(index)
    case .arrived: article.arrived = try row.momentIfNotZero(index)
    case .change: article.change = try row.change(index)
    case .withdrawn: article.withdrawn = try row.momentIfNotZero(index)
    case .traits: article.traits = ArticleTraits(bits: try row.number(index))
    case .host: article.host = try row.numberIfPresent(index)
    case .feed: article.feed = try row.numberIfPresent(index)
    case .foldedTitle: break
    }
  }

  func bind(_ article: StoredArticle, _ row: inout StatementBinder) {
    switch self {
    case .id: row.bind(article.id)
    case .key: row.bind(article.key)
    case .published: row.bind(article.published.rawValue)
    case .isEstimated: row.bind(article.isEstimated)
    case .isStub: row.bind(article.isStub)
    case .isRead: row.bind(article.status.isRead)
    case .isStarred: row.bind(article.status.isStarred)
    case .isMuted: row.bind(article.status.isMuted)
    case .source: row.bind(article.source)
    case .label: row.bind(article.label)
    case .tags: row.bind(article.tags.text)
    case .facets: row.bind(article.facets.text(hasTags: !article.tags.page.isEmpty))
    case .title: row.bind(article.title)
    case .arrived: row.bind(article.arrived?.rawValue ?? 0)
    case .change: row.bind(article.change.rawValue)
    case .withdrawn: row.bind(article.withdrawn?.rawValue ?? 0)
    case .traits: row.bind(article.traits.bits)
    case .host: row.bind(article.host)
    case .feed: row.bind(article.feed)
    case .foldedTitle:
      let folded = Folding.fold(article.title)
      row.bind(folded == article.title ? nil : folded)
    }
  }
}

/// A column of `body`.
enum BodyColumn: ArticleColumn {
  case detail(ArticleDetails.Field)
  case related, blocks, feed, links, feedText
  /// That of the article.
  case key

  static let all = ArticleDetails.Field.allCases.map(detail) + [.related, .blocks, .feed, .links, .feedText, .key]
  static let table = (name: "body", letter: "b")

  var name: String {
    switch self {
    case .detail(let field): field.rawValue
    case .related: "related"
    case .blocks: "blocks"
    case .feed: "feed_id"
    case .links: "links"
    case .feedText: "feed_text"
    case .key: "key"
    }
  }

  /// All but the key, which the article brings.
  static let read = all.filter { $0 != .key }

  func read(_ row: Row, _ index: Int, into article: inout StoredArticle) throws {
    switch self {
    case .detail(let field): article.body.details[field] = try row.textIfPresent(index)
    case .related: article.body.related = try row.bytes(index)
    case .blocks: article.body.blocks = try row.bytes(index)
    case .feed: article.body.feed = try row.numberIfPresent(index)
    case .links: article.body.links = try row.bytesIfPresent(index)
    case .feedText: article.body.feedText = try row.bytesIfPresent(index).map(DeliveredText.init)
    case .key: break
    }
  }

  func bind(_ article: StoredArticle, _ row: inout StatementBinder) {
    switch self {
    case .detail(let field): row.bind(article.body.details[field])
    case .related: row.bind(article.body.related)
    case .blocks: row.bind(article.body.blocks)
    case .feed: row.bind(article.body.feed)
    case .links: row.bind(article.body.links)
    case .feedText: row.bind(article.body.feedText?.data)
    case .key: row.bind(article.key)
    }
  }
}

/// Reads articles from rows whose columns are those of `HeadlineColumn`, then those of `BodyColumn`.
enum ArticleRow {
  static let columns = HeadlineColumn.list(HeadlineColumn.read)
  static let bodyColumns = BodyColumn.list(BodyColumn.read)

  /// Throws `UnreadableColumn`, as `articleWithBody` does.
  static func article(_ row: Row) throws -> StoredArticle {
    var result = StoredArticle(published: Timestamp(0), title: "")
    for (index, column) in HeadlineColumn.read.enumerated() { try column.read(row, index, into: &result) }
    return result
  }

  /// `article`, and the body from the columns after it.
  static func articleWithBody(_ row: Row) throws -> StoredArticle {
    var result = try article(row)
    try readBody(row, from: HeadlineColumn.read.count, into: &result)
    return result
  }

  private static func readBody(_ row: Row, from offset: Int, into article: inout StoredArticle) throws {
    for (index, column) in BodyColumn.read.enumerated() { try column.read(row, offset + index, into: &article) }
  }

  /// The body of a key; nil where there is none that can be read.
  static func readableBody(_ db: Database, key: Int64) throws -> StoredBody? {
    do {
      return try db.cachedStatement(sql: "SELECT \(bodyColumns) FROM body b WHERE b.key = ?").first([key]) { row in
        var article = StoredArticle(published: Timestamp(0), title: "")
        try readBody(row, from: 0, into: &article)
        return article.body
      }
    } catch  where error.isDamage {
      return nil
    }
  }

  /// The article of a key with its body.
  static func fetch(_ db: Database, key: Int64) throws -> StoredArticle? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns), \(bodyColumns) FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?
        """)
    return try statement.first([key], articleWithBody)
  }

  /// What `read` gives; nil where what it reads is damaged.
  static func readable<T>(_ read: () throws -> T?) throws -> T? {
    do {
      return try read()
    } catch is UnreadableColumn {
      return nil
    }
  }
}
