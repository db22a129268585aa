import GRDB
import NewsModel

/// Reads pages of headlines; rows that cannot be read are left out, and noted.
struct HeadlineReader {
  let db: Database
  let names: TermNames
  let damage: DamageLog

  func page(of query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage {
    guard limit > 0 else { return HeadlinePage() }
    let order = cursor.order
    var rows = try ArticleByArticle.answer(db, damage) {
      try read(query, from: cursor, limit: limit + 1)
    } instead: {
      try $0.articles(matching: query, from: cursor, limit: limit + 1)
    }
    let hasMore = rows.count > limit
    if hasMore { rows.removeLast() }
    if order == .oldestFirst { rows.reverse() }
    return HeadlinePage(headlines: try rows.map { try names.headline($0, db) }, hasMore: hasMore)
  }

  /// The headlines around the article of a key, at most `limit` on either side; the newest where the list lacks the article.
  func window(of query: Query, around key: ArticleKey, limit: Int) throws -> HeadlineWindow {
    guard let id = try headline(key)?.id,
      let headline = try page(of: query, from: .olderThan(ArticleID(id.rawValue + 1)), limit: 1).headlines.first,
      headline.key == key
    else { return HeadlineWindow(older: try page(of: query, from: .newest, limit: limit)) }
    return HeadlineWindow(
      newer: try page(of: query, from: .newerThan(id), limit: limit), headline: headline,
      older: try page(of: query, from: .olderThan(id), limit: limit))
  }

  /// The headline of a key, with the id that the article has now; `nil` where there is none.
  func headline(_ key: ArticleKey) throws -> Headline? {
    let article = try ArticleByArticle.answer(db, damage) {
      try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
        .first([key.rawValue], ArticleRow.article)
    } instead: {
      try $0.article(key.rawValue)
    }
    return try article.map { try names.headline($0, db) }
  }

  /// When the newest or the oldest article of a query was published; `nil` where nothing matches.
  func published(at end: PageCursor, of query: Query) throws -> Timestamp? {
    try page(of: query, from: end, limit: 1).headlines.first?.published
  }

  /// In the direction of the cursor.
  private func read(_ query: Query, from cursor: PageCursor, limit: Int) throws -> [StoredArticle] {
    if let branches = try QueryCompiler(db).branches(query) {
      let pages = try branches.map { try read($0, from: cursor, limit: limit) }
      return merge(pages, cursor.order, limit: limit)
    }
    var compiled = try QueryCompiler(db).compile(query)
    switch cursor {
    case .newest, .oldest: break
    case .olderThan(let id): compiled.require("\(compiled.id) < ?", id.rawValue)
    case .newerThan(let id): compiled.require("\(compiled.id) > ?", id.rawValue)
    }
    var articles: [StoredArticle] = []
    // The SQL has no limit, because unreadable rows are left out. Rows come one by one, as nothing is sorted.
    let rows = try compiled.cursor(db, ArticleRow.columns, order: cursor.order)
    while articles.count < limit, let row = try rows.next() {
      if let article = try damage.article(row, ArticleRow.article) { articles.append(article) }
    }
    return articles
  }

  private func merge(_ pages: [[StoredArticle]], _ order: CompiledQuery.Order, limit: Int) -> [StoredArticle] {
    var seen: Set<Int64> = []
    return pages.flatMap { $0 }.filter { seen.insert($0.id).inserted }
      .sorted { order == .newestFirst ? $0.id > $1.id : $0.id < $1.id }.prefix(limit).map { $0 }
  }
}

extension PageCursor {
  /// In which direction it leads.
  var order: CompiledQuery.Order {
    switch self {
    case .newest, .olderThan: .newestFirst
    case .oldest, .newerThan: .oldestFirst
    }
  }
}
