import GRDB
import TextBasics

/// Reads every article with its body, and compares with them what they are found by. Some 30 µs an article.
struct ArticleCheck {
  private let db: Database
  /// Articles without any text, which may have lost it: the search index may know more (`IndexCheck`).
  private(set) var withoutText: Set<Int64> = []

  private static let feedText = HeadlineColumn.read.count + (BodyColumn.read.firstIndex(of: .feedText) ?? 0)
  private static let foldedTitle = HeadlineColumn.read.count + BodyColumn.read.count
  private static let bodyKey = foldedTitle + 1

  init(_ db: Database) { self.db = db }

  mutating func check(_ findings: inout StoreFindings, _ report: (Double) throws -> Void) throws {
    // While it is made anew, what is folded says nothing.
    let isFoldingCurrent = try Refolding.isDone(db)
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ArticleRow.columns), \(ArticleRow.bodyColumns), a.folded_title, b.key
        FROM article a LEFT JOIN body b ON b.key = a.key ORDER BY a.id
        """)
    var (done, identities) = (0, 0)
    while let row = try rows.next() {
      if done.isMultiple(of: 256) { try report(Double(done) / Double(max(1, total))) }
      done += 1
      guard let article = read(row, &findings) else { continue }
      if article.body.blocks.isEmpty, !article.isStub { withoutText.insert(article.id) }
      guard isFoldingCurrent else { continue }
      checkFoldedTitle(row, article, &findings)
      identities += try checkIdentities(of: article, &findings)
    }
    // Rows beyond those that articles account for stand for what is not there. Where articles cannot be read, that cannot be told.
    guard isFoldingCurrent, !findings.all.contains(where: { $0.kind == .articles || $0.kind == .bodies }) else {
      return
    }
    let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM identity") ?? 0
    findings.add(.identities, count: max(0, found - identities))
  }

  /// The article with its body; nil, and counted, where one of them cannot be read.
  private func read(_ row: Row, _ findings: inout StoreFindings) -> StoredArticle? {
    guard let headline = row.ifReadable(ArticleRow.article) else {
      findings.add(.articles, example: (row[1] as Int64?).map { "\($0)" })
      return nil
    }
    guard !row.hasNull(atIndex: Self.bodyKey), let article = row.ifReadable(ArticleRow.articleWithBody),
      article.body.isReadable, row.hasNull(atIndex: Self.feedText) || isFeedTextReadable(row)
    else {
      findings.add(.bodies, example: "\(headline.key)")
      return nil
    }
    return article
  }

  private func isFeedTextReadable(_ row: Row) -> Bool {
    guard let bytes = row.ifReadable({ try $0.bytes(Self.feedText) }) else { return false }
    let text = DeliveredText(bytes)
    return text.data == bytes && BodyCoding.blocks(text.blocks) != nil && BodyCoding.links(text.links) != nil
  }

  private func checkFoldedTitle(_ row: Row, _ article: StoredArticle, _ findings: inout StoreFindings) {
    let folded = Folding.fold(article.title)
    let stored =
      row.hasNull(atIndex: Self.foldedTitle) ? article.title : row.ifReadable { try $0.text(Self.foldedTitle) }
    if stored != folded { findings.add(.folded, example: "\(article.key)") }
  }

  /// Returns how many rows the table must have for the article.
  private func checkIdentities(of article: StoredArticle, _ findings: inout StoreFindings) throws -> Int {
    let digests = Set(Identity(article).digests)
    let isThere = try db.cachedStatement(sql: "SELECT 1 FROM identity WHERE digest = ? AND key = ?")
    for digest in digests where try isThere.numbers(digest, article.key).isEmpty {
      findings.add(.identities, example: "\(article.key)")
    }
    return digests.count
  }
}

extension StoredBody {
  /// Whether all that it holds in bytes can be read.
  var isReadable: Bool {
    BodyCoding.blocks(blocks) != nil && BodyCoding.related(related) != nil && BodyCoding.links(links) != nil
  }
}
