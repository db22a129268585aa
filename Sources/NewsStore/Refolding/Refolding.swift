import GRDB
package import NewsModel
import TextBasics

extension NewsStore {
  /// Takes the next step of folding the store anew after a change of the rules (`Folding.version`): some 10 ms in one
  /// transaction. What is not folded anew yet is found all the same, more slowly.
  ///
  /// A kill costs a step. One program at a time does it, the one that indexes; where another does, nothing is done.
  ///
  /// - Returns: more than 0 as long as there is more to do; 0 at once where the rules made all there is.
  package func refoldNext(cancellation: Cancellation? = nil) throws(StoreError) -> Int {
    let isDone = try read { try Refolding.isDone($0) }
    if isDone { return 0 }
    if cancellation?.isCancelled == true { throw .cancelled }
    guard let lock = try lock(for: .indexing) else { return 0 }
    defer { withExtendedLifetime(lock) {} }
    return try write(isSeen: false) { writer in try writer.refoldNext() }
  }
}

/// How far the store has come after a change of the rules by which text is folded (`Folding.version`).
///
/// Names come first, in one transaction when the store is opened; then, in short ones beside whatever else is done: terms whose
/// names became alike, folded titles with the numbers under which articles are found, and numbers that none has any more. Each
/// step notes in its transaction where the next one begins, so that a kill costs a step. Until all is done, queries fold what
/// they look at, so that they are exact; the search index begins anew by itself (`SearchBlock.form`).
enum Refolding {
  /// Whether the present rules made all that is folded in the store.
  ///
  /// Where the file does not tell, they are taken for others, which is exact and slower.
  static func isDone(_ db: Database) throws -> Bool { try StoreState.folding.readable(db) == Int64(Folding.version) }

  /// Whether they made the folded names, at least.
  static func isDoneOfNames(_ db: Database) throws -> Bool {
    try isDone(db) || StoreState.refolding.readable(db) == Int64(Folding.version)
  }

  /// Begins where the rules are not those that made the store; throws where the file does not tell.
  static func begin(_ pool: DatabasePool) throws {
    let isDone = try pool.read { db in
      _ = try StoreState.folding.value(db)
      return try isDoneOfNames(db)
    }
    guard !isDone else { return }
    try pool.write { db in
      for table in FoldedNames.Table.allCases { try FoldedNames(db: db, table: table).refold() }
      try StoreState.refolding.set(Int64(Folding.version), db)
      for state in [StoreState.refoldedKey, .sweptDigest, .sweptKey, .staleNumbers] { try state.set(0, db) }
    }
  }
}

extension StoreWriter {
  /// Some 10 ms of writing each.
  private static let articlesAtOnce = 200
  private static let numbersAtOnce = 500

  /// Does the next step of folding the store anew. Returns the number of rows that it went through; 0 when all is done.
  mutating func refoldNext() throws -> Int {
    guard try !Refolding.isDone(db) else { return 0 }
    let merged = try mergeTerms()
    if merged > 0 { return merged }
    let refolded = try refoldArticles()
    if refolded > 0 { return refolded }
    let swept = try sweepNumbers()
    if swept > 0 { return swept }
    try StoreState.folding.set(Int64(Folding.version), db)
    return 0
  }

  /// Gives some articles of a term whose name became that of another one to that; removes it once it has none.
  private mutating func mergeTerms() throws -> Int {
    guard let twin = try FoldedNames.nextTwin(db) else { return 0 }
    guard let own = try FoldedNames.terms(twin.kind, twin.name, db).first, own != twin.id else {
      try db.execute(
        sql: "UPDATE term SET folded = ? WHERE id = ?", arguments: [Folding.fold(twin.name), twin.id])
      return 1
    }
    let articles = try db.cachedStatement(sql: "SELECT article_id FROM posting WHERE term_id = ? LIMIT ?")
      .numbers(twin.id, Int64(Self.articlesAtOnce))
    for id in articles { try replaceTerm(twin.id, with: own, ofArticle: id) }
    if articles.isEmpty {
      try FormerVersions(db: db).replace(twin.id, with: own)
      try removeTerm(twin.id)
    }
    return articles.count + 1
  }

  private mutating func replaceTerm(_ term: Int64, with other: Int64, ofArticle id: Int64) throws {
    let key = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?").numbers(id).first
    if let article = try key.flatMap({ try ArticleRow.fetch(db, key: $0) }), article.terms.contains(term) {
      try replace(article, with: article.replacing(term, with: other))
    } else {
      try db.cachedStatement(sql: "DELETE FROM posting WHERE term_id = ? AND article_id = ?").run([term, id])
    }
  }

  private mutating func removeTerm(_ id: Int64) throws {
    for table in ["volume", "day_volume"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE term_id = ?", arguments: [id])
    }
    try db.execute(sql: "DELETE FROM term WHERE id = ?", arguments: [id])
    try StoreState.lastTerm.raise(to: id, db)
    forgetTerms()
  }

  /// Folds the titles of some articles anew, and adds the numbers under which these are found now.
  private mutating func refoldArticles() throws -> Int {
    let last = try StoreState.refoldedKey.value(db)
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT key, title, folded_title FROM article WHERE key > ? ORDER BY key LIMIT ?"),
      arguments: [last, Self.articlesAtOnce])
    for row in rows {
      let key = try row.number(0)
      try refoldTitle(row, ofArticle: key)
      guard let article = try ArticleRow.readable({ try ArticleRow.fetch(db, key: key) }) else { continue }
      for digest in Identity(article).digests { finder.index.add(digest, key) }
    }
    let changes = db.totalChangesCount
    try finder.index.flush(db)
    if db.totalChangesCount > changes { try StoreState.staleNumbers.set(1, db) }
    if let last = rows.last { try StoreState.refoldedKey.set(last.number(0), db) }
    return rows.count
  }

  /// What is damaged is folded when it is repaired.
  private func refoldTitle(_ row: Row, ofArticle key: Int64) throws {
    guard let title = try ArticleRow.readable({ try row.text(1) }) else { return }
    let folded = Folding.fold(title)
    let wanted = folded == title ? nil : folded
    // None, and none that can be read, are alike here.
    let stored = try ArticleRow.readable { try row.textIfPresent(2) }
    guard stored != wanted || !row.hasNull(atIndex: 2) && stored == nil else { return }
    try db.cachedStatement(sql: "UPDATE article SET folded_title = ? WHERE key = ?").execute(arguments: [wanted, key])
  }

  /// Removes those of some numbers under which their article is not found any more; none where no article got a new one.
  private mutating func sweepNumbers() throws -> Int {
    guard try StoreState.staleNumbers.value(db) > 0 else { return 0 }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT digest, key FROM identity WHERE (digest, key) > (?, ?) ORDER BY digest, key LIMIT ?"),
      arguments: [StoreState.sweptDigest.value(db), StoreState.sweptKey.value(db), Self.numbersAtOnce]
    ).map { (digest: try $0.number(0), key: try $0.number(1)) }
    var known: [Int64: [Int64]] = [:]
    for row in rows {
      let present = try known[row.key] ?? numbers(ofArticle: row.key)
      known[row.key] = present
      if !present.contains(row.digest) { finder.index.remove(row.digest, row.key) }
    }
    if let last = rows.last {
      try StoreState.sweptDigest.set(last.digest, db)
      try StoreState.sweptKey.set(last.key, db)
    }
    return rows.count
  }

  /// None where there is no such article, or it cannot be read, which a repair mends.
  private func numbers(ofArticle key: Int64) throws -> [Int64] {
    try ArticleRow.readable { try ArticleRow.fetch(db, key: key) }.map { Identity($0).digests } ?? []
  }
}

extension StoredArticle {
  fileprivate func replacing(_ term: Int64, with other: Int64) -> StoredArticle {
    var result = self
    if source == term { result.source = other }
    if label == term { result.label = other }
    result.tags.replace(term, with: other)
    result.facets.replace(term, with: other)
    return result
  }
}

extension TagIDs {
  mutating func replace(_ tag: Int64, with other: Int64) {
    func replaced(_ ids: [Int64]) -> [Int64] {
      ids.reduce(into: []) { result, id in
        let id = id == tag ? other : id
        if !result.contains(id) { result.append(id) }
      }
    }
    page = replaced(page)
    own = replaced(own)
  }
}
