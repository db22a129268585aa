import Dispatch
import Foundation
import GRDB
package import NewsModel
import Synchronization
package import TextAnalysis

extension NewsStore {
  /// How many articles nobody has read for facets yet in their present form. Time grows with the answer, some milliseconds for a
  /// million.
  package func unanalysedCount() throws(StoreError) -> Int { try waitingCount(in: "unanalysed") }

  /// Reads the facets of some hundred articles, the newest that wait first.
  ///
  /// Texts are read and analysed outside of any transaction of writing, so that other writers wait for milliseconds only. An article
  /// that was changed meanwhile waits on. One program at a time does this: where another does, nothing is done.
  ///
  /// - Parameters:
  ///   - own: the reader's own tables, which win over those of the program.
  ///   - reading: what comes of an article's words.
  /// - Returns: the number of articles that wait no more; 0 when there is nothing more to do.
  package func analyseNext(
    threads: Int = 1, cancellation: Cancellation? = nil, own: OwnTables = TextAnalyser.ownTables,
    by reading: @Sendable (AnalysedWords) -> FacetValues = FacetQueue.read
  ) throws(StoreError) -> Int {
    guard let lock = try lock(for: .analysing) else { return 0 }
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      try follow(own, cancellation)
      let seen = try readTraits(cancellation)
      if seen > 0 { return seen }
      let waiting = try read(cancellation) { db in try FacetQueue(db).waiting(threads, cancellation, by: reading) }
      guard !waiting.isEmpty else { return try analyseFormerVersions(cancellation, by: reading) }
      let taken = try write(isSeen: false) { writer in try writer.keepFacets(waiting) }
      if waiting.contains(where: { $0.facets.map { $0 != FacetValues() } ?? false }) { announce(.facetsRead) }
      return taken
    }
  }
}

extension NewsStore {
  /// Reads the facets of some former versions of articles; returns how many.
  private func analyseFormerVersions(
    _ cancellation: Cancellation?, by reading: (AnalysedWords) -> FacetValues
  ) throws(StoreError) -> Int {
    let waiting = try read(cancellation) { db in
      try FormerVersions(db: db).waitingForFacets().map { version, body in
        var article = version.article
        article.body = body ?? StoredBody()
        let facets = try FacetCorrections(db).applied(to: reading(AnalysedWords(article)), of: article.key)
        return (version, facets)
      }
    }
    guard !waiting.isEmpty else { return 0 }
    try write(isSeen: false) { writer in
      for (version, facets) in waiting {
        try FormerVersions(db: writer.db).keep(try writer.stored(facets), of: version)
      }
    }
    return waiting.count
  }
}

/// The words of an article that waits.
package struct AnalysedWords: Sendable {
  package var title: String
  /// The plain text of the body.
  package var text: String
  /// Whether the page brought tags.
  package var hasTags: Bool
}

extension AnalysedWords {
  init(_ title: String, blocks: Data, _ tags: TagIDs) {
    self.init(
      title: title, text: BodyCoding.readableBlocks(blocks).plainText, hasTags: !tags.page.isEmpty)
  }

  init(_ article: StoredArticle) { self.init(article.title, blocks: article.body.blocks, article.tags) }
}

/// The articles that wait for their facets, as those of the search index wait: a row each, gone when its facets are written.
package struct FacetQueue {
  private let db: Database

  private static let batch = 512

  init(_ db: Database) { self.db = db }

  /// What the facets of a store must be made by to be of use.
  static let form = TextAnalyser.version

  package static let read: @Sendable (AnalysedWords) -> FacetValues = { words in
    TextAnalyser.current.values(title: words.title, text: words.text, needsKeywords: !words.hasTags)
  }

  /// Lets all articles wait where their facets were read by other tables or rules. What was read stays until it is read anew.
  static func renewOtherForms(_ pool: DatabasePool) throws {
    guard try !pool.read({ try StoreState.facets.value($0) == form }) else { return }
    try pool.write { db in
      try letAllWait(db)
      try StoreState.facets.set(form, db)
    }
  }

  static func letAllWait(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO unanalysed SELECT id, 0 FROM article WHERE true ON CONFLICT DO UPDATE SET version = version + 1;
        UPDATE version SET facets = NULL;
        """)
  }

  struct Waiting {
    var id: Int64
    var version: Int64
    /// Nil where there is no such article any more, or it cannot be read.
    var facets: FacetValues?
  }

  func waiting(
    _ threads: Int, _ cancellation: Cancellation?, by reading: @Sendable (AnalysedWords) -> FacetValues
  ) throws -> [Waiting] {
    let articles = try articles(cancellation)
    let facets = Self.read(articles.map { $0.text?.words }, threads, cancellation, by: reading)
    if cancellation?.isCancelled == true { throw CancellationError() }
    let corrections = try FacetCorrections(db)
    return zip(articles, facets).map { article, facets in
      let corrected = article.text.flatMap { text in facets.map { corrections.applied(to: $0, of: text.key) } }
      return Waiting(id: article.id, version: article.version, facets: corrected)
    }
  }

  private struct Article {
    var id: Int64
    var version: Int64
    /// Nil where there is no such article any more, or it cannot be read.
    var text: (key: Int64, words: AnalysedWords)?
  }

  private func articles(_ cancellation: Cancellation?) throws -> [Article] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT u.article_id, u.version, a.title, a.tag_ids, b.blocks, a.key FROM unanalysed u
        LEFT JOIN article a ON a.id = u.article_id LEFT JOIN body b ON b.key = a.key
        ORDER BY u.article_id DESC LIMIT \(Self.batch)
        """)
    var result: [Article] = []
    while let row = try rows.next() {
      if cancellation?.isCancelled == true { throw CancellationError() }
      let words = row.ifReadable { try Self.words($0) } ?? nil
      let text = try words.map { (key: try row.number(5), words: $0) }
      result.append(Article(id: try row.number(0), version: try row.number(1), text: text))
    }
    return result
  }

  /// What comes of each text; each thread reads every so manieth, as short and long ones lie beside each other.
  private static func read(
    _ words: [AnalysedWords?], _ threads: Int, _ cancellation: Cancellation?,
    by reading: @Sendable (AnalysedWords) -> FacetValues
  ) -> [FacetValues?] {
    let result = Mutex([FacetValues?](repeating: nil, count: words.count))
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { thread in
      for place in stride(from: thread, to: words.count, by: max(1, threads)) where cancellation?.isCancelled != true {
        guard let words = words[place] else { continue }
        let facets = reading(words)
        result.withLock { $0[place] = facets }
      }
    }
    return result.withLock { $0 }
  }

  private static func words(_ row: Row) throws -> AnalysedWords? {
    guard let title = try row.textIfPresent(2) else { return nil }
    return AnalysedWords(
      title, blocks: try row.bytesIfPresent(4) ?? Data(), TagIDs(try row.textIfPresent(3) ?? ""))
  }
}

extension StoreWriter {
  /// Writes facets; returns how many articles wait no more. Those that were changed since they were read wait on.
  mutating func keepFacets(_ waiting: [FacetQueue.Waiting]) throws -> Int {
    let isTaken = try db.cachedStatement(sql: "DELETE FROM unanalysed WHERE article_id = ? AND version = ?")
    var taken = 0
    for article in waiting {
      try isTaken.run([article.id, article.version])
      guard db.changesCount > 0 else { continue }
      taken += 1
      if let facets = article.facets { try keep(facets, of: article.id) }
    }
    return taken
  }

  /// Reads one article at once, in whatever state it waits.
  mutating func analyse(_ key: ArticleKey, by reading: (AnalysedWords) -> FacetValues) throws {
    guard let article = try ArticleRow.fetch(db, key: key.rawValue) else { return }
    let facets = try FacetCorrections(db).applied(to: reading(AnalysedWords(article)), of: article.key)
    try db.cachedStatement(sql: "DELETE FROM unanalysed WHERE article_id = ?").run([article.id])
    try keep(facets, in: article)
  }

  private mutating func keep(_ facets: FacetValues, of id: Int64) throws {
    let found = try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.id = ?")
      .first([id]) { row in try ArticleRow.readable { try ArticleRow.article(row) } }
    if let article = found ?? nil { try keep(facets, in: article) }
  }

  private mutating func keep(_ facets: FacetValues, in old: StoredArticle) throws {
    var new = old
    new.facets = try stored(facets)
    guard new.facets != old.facets else { return }
    try db.cachedStatement(sql: "UPDATE article SET facets = ? WHERE id = ?")
      .execute(arguments: [new.facets.text(hasTags: !new.tags.page.isEmpty), new.id])
    replacePostings(old, with: new)
    counts.note(from: old, to: new)
  }

  mutating func stored(_ facets: FacetValues) throws -> StoredFacets {
    var values: [StoredFacets.Value] = []
    for company in facets.companies { values.append(.init(kind: .company, term: try term(.company, company))) }
    for event in facets.events {
      values.append(
        .init(
          kind: .event, term: try term(.event, event.kind.rawValue),
          detail: try event.detail.map { try term(.event, $0) }, direction: event.direction,
          figures: StoredFacets.Figures(event)))
    }
    for topic in facets.topics { values.append(.init(kind: .topic, term: try term(.topic, topic.rawValue))) }
    if let tone = facets.tone { values.append(.init(kind: .tone, term: try term(.tone, tone.rawValue))) }
    for word in facets.keywords { values.append(.init(kind: .keyword, term: try term(.keyword, word))) }
    return StoredFacets(values)
  }
}
