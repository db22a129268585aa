import GRDB
package import NewsModel
import TextBasics

/// What the rows of articles say of their form and of where they came from, by which they are found: numbers of traits (`ArticleTraits`), of
/// hosts and of feeds.
///
/// Of articles of an older store nobody has looked at, rows say nothing yet. They are walked too, and each is looked at.
struct TraitRows {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// The cheapest path for rows in any order; nil where no term asks for what is found by numbers.
  func path(_ terms: [Query]) throws -> QueryCompiler.AccessPath? {
    // Rows without a number of a host may be of any.
    guard let (rows, _) = try cheapest(terms), try rows.index == .traits || !hasUnknown() else { return nil }
    return try rows.path(total: total())
  }

  /// A path for each number, each in the order of ids; nil where there is a cheaper path, or there are too many numbers.
  func paths(_ terms: [Query], below cost: Int) throws -> [QueryCompiler.AccessPath]? {
    guard let (rows, own) = try cheapest(terms), own < cost, let paths = rows.paths else { return nil }
    guard rows.index != .traits, try hasUnknown() else { return paths }
    return NumberedRows(db: db, index: .traits, numbers: [0]).paths.map { paths + $0 }
  }

  /// How many articles match, muted ones left out; nil for queries that ask for more than one of these, and as long as nobody has looked
  /// at some articles.
  func count(_ query: Query) throws -> Int? {
    guard !query.looksAtMuted else { return nil }
    let terms = query.withoutMutedExcluded.conjuncts
    guard let rows = try numbered(terms).first, try !hasUnknown() else { return nil }
    switch terms[0] {
    case .folder where terms.count == 1: return try rows.count()
    case .address(let condition) where terms.count == 1 && condition.isOfHostAlone: return try rows.count()
    default: return terms.allSatisfy { ArticleTraits.unknown.answer($0) != nil } ? try rows.count() : nil
    }
  }

  /// Whether there are articles at which nobody has looked.
  func hasUnknown() throws -> Bool {
    try !db.cachedStatement(sql: "SELECT 1 FROM article INDEXED BY article_traits WHERE traits = 0 LIMIT 1").numbers()
      .isEmpty
  }

  private func cheapest(_ terms: [Query]) throws -> (rows: NumberedRows, cost: Int)? {
    let ways = try numbered(terms)
    guard !ways.isEmpty else { return nil }
    let total = try total()
    return try ways.map { ($0, try $0.cost(total: total)) }.min { $0.cost < $1.cost }
  }

  private func total() throws -> Int { try QueryCompiler(db).totals(of: Schema.everything).articles }

  /// The rows among which are all that match, for each way in which the terms ask for them.
  private func numbered(_ terms: [Query]) throws -> [NumberedRows] {
    var result: [NumberedRows] = []
    if let traits = try traits(terms) { result.append(NumberedRows(db: db, index: .traits, numbers: traits)) }
    for term in terms {
      switch term {
      case .folder(let name):
        let feeds = try feeds(inFolder: name)
        result.append(NumberedRows(db: db, index: .feed, numbers: feeds))
      case .address(let condition) where condition.host != nil:
        result.append(NumberedRows(db: db, index: .host, numbers: try hosts(condition)))
      default: break
      }
    }
    return result
  }

  /// The feeds in the folders of a name, at any depth; those in none for "".
  func feeds(inFolder name: String) throws -> [Int64] {
    let folded = Folding.fold(name)
    return try Row.fetchAll(db, sql: "SELECT id, folders FROM subscription ORDER BY id").compactMap { row in
      let folders = try row.text(1).split(separator: "\n")
      let isMeant = name.isEmpty ? folders.isEmpty : folders.contains { Folding.fold(String($0)) == folded }
      return isMeant ? try row.number(0) : nil
    }
  }

  /// The hosts that a condition names.
  func hosts(_ condition: AddressCondition) throws -> [Int64] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM host ORDER BY id"))
      .compactMap { condition.names(host: try $0.text(1)) ? try $0.number(0) : nil }
  }

  /// The numbers of traits in the store, in ascending order, whose articles may match; nil where no term asks for traits.
  private func traits(_ terms: [Query]) throws -> [Int64]? {
    let terms = terms.filter { ArticleTraits.unknown.answer($0) != nil }
    guard terms.contains(where: { $0.looksAtTraits }) else { return nil }
    return try allTraits().filter { number in
      number == 0 || terms.allSatisfy { ArticleTraits(bits: number).answer($0) == true }
    }
  }

  /// Goes from number to number: the index is not walked.
  private func allTraits() throws -> [Int64] {
    let next = try db.cachedStatement(
      sql: "SELECT traits FROM article INDEXED BY article_traits WHERE traits > ? ORDER BY traits LIMIT 1")
    var numbers: [Int64] = []
    while let number = try next.numbers(numbers.last ?? -1).first { numbers.append(number) }
    return numbers
  }
}

extension NewsStore {
  /// The hosts of articles' addresses, those that the newest articles have most often first; at most `limit`.
  ///
  /// Looks at the newest 20,000 articles, in some 20 ms whatever the store holds.
  package func hosts(limit: Int, cancellation: Cancellation? = nil) throws(StoreError) -> [String] {
    try read(cancellation) { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT h.name FROM host h LEFT JOIN (
              SELECT host_id, count(*) AS articles
              FROM (SELECT host_id FROM article NOT INDEXED ORDER BY id DESC LIMIT 20000) GROUP BY host_id
            ) n ON n.host_id = h.id
            ORDER BY coalesce(n.articles, 0) DESC, h.name LIMIT ?
            """), arguments: [limit]
      )
      .map { try $0.text(0) }
    }
  }
}

extension Query {
  fileprivate var looksAtTraits: Bool { leaves.contains { if case .trait = $0 { true } else { false } } }
}

extension TraitRows {
  /// Lets all rows say nothing where what they say was read by other rules: nobody has looked at these articles by the present ones. Takes some
  /// seconds for a million articles.
  static func forgetOtherForms(_ pool: DatabasePool) throws {
    guard try !pool.read({ try max(1, StoreState.traits.value($0)) == ArticleTraits.version }) else { return }
    try pool.write { db in
      try db.execute(sql: "UPDATE article SET traits = 0 WHERE traits > 0")
      try StoreState.traits.set(ArticleTraits.version, db)
    }
  }
}

extension NewsStore {
  /// Looks at some hundred articles of an older store, the newest first; returns how many.
  ///
  /// Texts are read outside of any transaction of writing. What it writes changes no answer: until then a query looks by itself.
  func readTraits(_ cancellation: Cancellation?) throws(StoreError) -> Int {
    let found = try read(cancellation) { db in try TraitRows(db).unknown(512) }
    guard !found.isEmpty else { return 0 }
    try write(isSeen: false) { writer in
      for article in found { try writer.keep(article) }
    }
    return found.count
  }
}

/// An article of an older store, and what its row is to say.
private struct SeenArticle {
  var id: Int64
  var traits: ArticleTraits
  var address: String?
  var feed: Int64?
}

extension StoreWriter {
  /// One that was changed meanwhile knows by itself.
  fileprivate mutating func keep(_ article: SeenArticle) throws {
    try db.cachedStatement(sql: "UPDATE article SET traits = ?, host_id = ?, feed_id = ? WHERE id = ? AND traits = 0")
      .execute(arguments: [article.traits.bits, try host(of: article.address), article.feed, article.id])
  }
}

extension TraitRows {
  /// Some articles at which nobody has looked, and what they are. Of one that cannot be read, what can be read counts.
  fileprivate func unknown(_ limit: Int) throws -> [SeenArticle] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, \(Self.reading), (SELECT b.url FROM body b WHERE b.key = a.key),
          (SELECT b.feed_id FROM body b WHERE b.key = a.key)
        FROM article a INDEXED BY article_traits WHERE a.traits = 0 ORDER BY a.id DESC LIMIT \(limit)
        """)
    var found: [SeenArticle] = []
    while let row = try rows.next() {
      found.append(
        SeenArticle(
          id: try row.number(0), traits: ArticleTraits(bits: try row.number(1)),
          address: row.ifReadable { try $0.textIfPresent(2) } ?? nil,
          feed: row.ifReadable { try $0.numberIfPresent(3) } ?? nil))
    }
    return found
  }

  /// SQL that reads the traits of the row `a` from its words.
  static let reading = """
    coalesce((SELECT traits_of(a.title, b.blocks, b.links IS NOT NULL, a.is_stub) FROM body b WHERE b.key = a.key), \
    traits_of(a.title, NULL, 0, a.is_stub))
    """
}
