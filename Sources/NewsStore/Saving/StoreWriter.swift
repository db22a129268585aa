import GRDB
import NewsModel
import TextBasics

/// What the writing side remembers from one transaction to the next, as long as no other program writes between them.
struct WriterMemory {
  var terms = TermWriter()
  var hosts = HostWriter()
  var ids = ArticleIDAllocator()
  /// What SQLite said of the file when the memory was last used; it moves with every write of another connection.
  private var dataVersion: Int64?

  /// What of it holds in the transaction that has begun: all or nothing.
  func current(_ db: Database) throws -> WriterMemory {
    let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
    var result = version == dataVersion ? self : WriterMemory()
    result.dataVersion = version
    return result
  }
}

/// One write transaction: every function keeps rows, terms, identities and counts in step.
struct StoreWriter {
  let db: Database
  var counts = CountChanges()
  var finder: ArticleFinder
  private var postings = PostingChanges()
  private var unindexed: Set<Int64> = []
  private var unanalysed: Set<Int64> = []
  private var memory: WriterMemory
  private var nextKey: Int64
  /// Looked up once a transaction.
  private let insertHeadline: Statement
  private let insertBody: Statement

  init(_ db: Database, memory: WriterMemory) throws {
    self.db = db
    self.memory = try memory.current(db)
    finder = ArticleFinder(db: db)
    let newest =
      try db.cachedStatement(sql: "SELECT max(key) FROM article").first([]) { try $0.numberIfPresent(0) } ?? nil
    nextKey = try max(newest ?? 0, StoreState.lastKey.value(db)) + 1
    insertHeadline = try db.cachedStatement(sql: Self.insertHeadline)
    insertBody = try db.cachedStatement(sql: Self.insertBody)
  }

  private static let insertHeadline = HeadlineColumn.insert(HeadlineColumn.all)
  private static let updateHeadline = HeadlineColumn.update(HeadlineColumn.changing)
  private static let insertBody = BodyColumn.insert(BodyColumn.all)
  private static let updateBody = BodyColumn.update(BodyColumn.read)

  /// Writes what is still to be written; to be called last.
  mutating func finish() throws -> WriterMemory {
    try flush()
    return memory
  }

  /// Writes what was gathered in memory.
  mutating func flush() throws {
    try postings.flush(db)
    try Self.unindexedArticles.insert(unindexed.sorted().flatMap { [$0, 0] }, db)
    try Self.unanalysedArticles.insert(unanalysed.sorted().flatMap { [$0, 0] }, db)
    unindexed.removeAll(keepingCapacity: true)
    unanalysed.removeAll(keepingCapacity: true)
    try finder.index.flush(db)
    try counts.flush(db)
  }

  /// Forgets the numbers of terms, because one was removed.
  mutating func forgetTerms() { memory.terms = TermWriter() }

  mutating func term(_ kind: TermKind, _ name: String?) throws -> Int64 {
    switch (kind, name) {
    case (.source, nil): Schema.noSource
    case (.label, nil): Schema.noLabel
    default: try memory.terms.id(kind, name ?? "", db)
    }
  }

  /// The numbers of the tags in order, each once.
  mutating func tags(_ names: [String]) throws -> [Int64] {
    var ids: [Int64] = []
    for name in names {
      let id = try term(.tag, name)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Writes an article that is not there yet, and gives it its id and key.
  mutating func insert(_ article: inout StoredArticle, _ identity: Identity) throws {
    article.id = try freeID(for: article.published)
    article.key = nextKey
    nextKey += 1
    try place(article, identity)
  }

  /// Writes an article that another store held, with its id and its key, or with new ones.
  mutating func restore(_ article: StoredArticle, givesID: Bool = false, givesKey: Bool = false) throws {
    var article = article
    if givesID { article.id = try freeID(for: article.published) }
    if givesKey {
      article.key = nextKey
      nextKey += 1
    }
    article.traits = ArticleTraits(article)
    try setOrigin(of: &article)
    try place(article, Identity(article))
  }

  private mutating func place(_ article: StoredArticle, _ identity: Identity) throws {
    try insertHeadline.run { row in for column in HeadlineColumn.all { column.bind(article, &row) } }
    try insertBody.run { row in for column in BodyColumn.all { column.bind(article, &row) } }
    derive(article, identity)
    unindexed.insert(article.id)
    unanalysed.insert(article.id)
  }

  /// The id of an article of this time.
  mutating func freeID(for time: Timestamp) throws -> Int64 { try memory.ids.freeID(for: time, db) }

  /// What its row says of where it came from.
  private mutating func setOrigin(of article: inout StoredArticle) throws {
    article.feed = article.body.feed
    article.host = try host(of: article.body.details.url)
  }

  /// The number of the host of an address; nil where it has none.
  mutating func host(of address: String?) throws -> Int64? {
    try address.flatMap(AddressCondition.host).map { try host(named: $0) }
  }

  mutating func host(named name: String) throws -> Int64 { try memory.hosts.id(name, db) }

  /// Notes all that follows from a new article's rows: postings, identities, counts.
  mutating func derive(_ article: StoredArticle, _ identity: Identity) {
    for term in article.terms.dropFirst() { postings.add(term, article.id) }
    for digest in identity.digests { finder.index.add(digest, article.key) }
    counts.note(from: nil, to: article)
  }

  /// Writes the new form of an article; where its minute changed, this gives it its new id.
  ///
  /// - Parameter change: what brought it, where a source did: then what the article said until now is kept as a version.
  @discardableResult
  mutating func replace(
    _ old: StoredArticle, with new: StoredArticle, by change: SourceChange? = nil
  ) throws -> StoredArticle {
    var new = new
    new.renewTraits(since: old)
    if new.body != old.body || new.traits != old.traits { try setOrigin(of: &new) }
    if let change {
      new.change = max(new.change, change.change)
      if change.change == .sense { new.status.isRead = false }
      try FormerVersions(db: db).keep(old, before: new, by: change, facetsAreRead: areFacetsRead(of: old))
    }
    let staysInPlace = new.published.minute == old.published.minute
    new.id = try staysInPlace ? old.id : freeID(for: new.published)
    try db.cachedStatement(sql: Self.updateHeadline).run { row in
      for column in HeadlineColumn.changing { column.bind(new, &row) }
      row.bind(new.key)
    }
    if new.body != old.body {
      try db.cachedStatement(sql: Self.updateBody).run { row in
        for column in BodyColumn.read { column.bind(new, &row) }
        row.bind(new.key)
      }
    }
    if new.id != old.id || new.title != old.title || new.body.texts != old.body.texts {
      unindexed.insert(new.id)
      unanalysed.insert(new.id)
    } else if new.tags.page.isEmpty != old.tags.page.isEmpty {
      // Who has no tags gets keywords.
      unanalysed.insert(new.id)
    }
    replacePostings(old, with: new)
    replaceIdentities(old, with: new)
    counts.note(from: old, to: new)
    return new
  }

  private func areFacetsRead(of article: StoredArticle) throws -> Bool {
    guard !unanalysed.contains(article.id) else { return false }
    return try db.cachedStatement(sql: "SELECT 1 FROM unanalysed WHERE article_id = ?").numbers(article.id).isEmpty
  }

  /// Removes an article and all that follows from it. The search index may still name it: a search finds no row then.
  mutating func remove(_ article: StoredArticle) throws {
    for term in article.terms.dropFirst() { postings.remove(term, article.id) }
    for digest in Identity(article).digests { finder.index.remove(digest, article.key) }
    counts.note(from: article, to: nil)
    try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?").run([article.id])
    try db.cachedStatement(sql: "DELETE FROM facet_correction WHERE key = ?").run([article.key])
    try FormerVersions(db: db).removeAll(of: article.key)
    // Keys are never given twice: undo and the reader's notes may name them.
    try StoreState.lastKey.raise(to: article.key, db)
  }

  /// Lets articles wait until their facets are read anew.
  mutating func letWait(_ articles: [Int64]) { unanalysed.formUnion(articles) }

  private static let unindexedArticles = BulkInsert(
    into: "unindexed", columns: ["article_id", "version"], onConflict: "UPDATE SET version = version + 1")

  private static let unanalysedArticles = BulkInsert(
    into: "unanalysed", columns: ["article_id", "version"], onConflict: "UPDATE SET version = version + 1")

  mutating func replacePostings(_ old: StoredArticle, with new: StoredArticle) {
    guard old.id != new.id || old.terms != new.terms else { return }
    for term in old.terms.dropFirst() { postings.remove(term, old.id) }
    for term in new.terms.dropFirst() { postings.add(term, new.id) }
  }

  private mutating func replaceIdentities(_ old: StoredArticle, with new: StoredArticle) {
    for digest in Identity(old).digests { finder.index.remove(digest, old.key) }
    for digest in Identity(new).digests { finder.index.add(digest, new.key) }
  }
}

/// Changes to the lists of articles of each term, gathered in memory and written in the order of the table.
struct PostingChanges {
  private struct Posting: Hashable {
    var term: Int64
    var article: Int64
  }

  private static let inserts = BulkInsert(into: "posting", columns: ["term_id", "article_id"], onConflict: "NOTHING")

  /// Whether the row is to be there.
  private var changes: [Posting: Bool] = [:]

  mutating func add(_ term: Int64, _ article: Int64) { changes[Posting(term: term, article: article)] = true }

  mutating func remove(_ term: Int64, _ article: Int64) { changes[Posting(term: term, article: article)] = false }

  mutating func flush(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM posting WHERE term_id = ? AND article_id = ?")
    for (posting, isThere) in changes where !isThere {
      try delete.execute(arguments: [posting.term, posting.article])
    }
    let added = changes.filter(\.value).keys.sorted { ($0.term, $0.article) < ($1.term, $1.article) }
    var numbers: [Int64] = []
    numbers.reserveCapacity(added.count * 2)
    for posting in added {
      numbers.append(posting.term)
      numbers.append(posting.article)
    }
    try Self.inserts.insert(numbers, db)
    changes.removeAll(keepingCapacity: true)
  }
}
