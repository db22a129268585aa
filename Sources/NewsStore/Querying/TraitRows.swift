import GRDB
import NewsModel

/// Access paths for what articles are by their form: the index of traits holds the articles of each number (`ArticleTraits`) in the order
/// of ids.
///
/// For a list the numbers that match are walked beside each other, so that nothing is sorted; for a count their ranges are summed.
/// Articles at which nobody has looked yet have the number 0: they are walked too, and each is looked at.
struct TraitRows {
  let db: Database

  /// Numbers that are walked beside each other, at most.
  private static let mostWalks = 32
  /// Rows that are counted to learn what a path costs: some tenths of a millisecond.
  private static let limit = 10_000
  private static let rows = "article a INDEXED BY article_traits"

  init(_ db: Database) { self.db = db }

  /// The path for rows in any order; nil where the terms do not ask for traits.
  func path(_ terms: [Query], total: Int) throws -> QueryCompiler.AccessPath? {
    guard let numbers = try numbers(terms) else { return nil }
    return QueryCompiler.AccessPath(
      rows: Self.rows, id: "a.id", conditions: ["a.traits IN \(Self.list(numbers))"],
      cost: try cost(numbers, total: total))
  }

  /// A path for each number, each in the order of ids; nil where there is a cheaper path, or there are too many numbers.
  func paths(_ terms: [Query], below cost: Int, total: Int) throws -> [QueryCompiler.AccessPath]? {
    guard let numbers = try numbers(terms), numbers.count <= Self.mostWalks,
      try self.cost(numbers, total: total) < cost
    else { return nil }
    return numbers.map { number in
      QueryCompiler.AccessPath(
        rows: Self.rows, id: "a.id", conditions: ["a.traits = ?"], arguments: [number], cost: 0)
    }
  }

  /// How many articles match, muted ones left out; nil for queries that ask for more than traits, and as long as nobody has looked at
  /// some articles.
  ///
  /// Goes through ranges of the index, some 30 ms for a million.
  func count(_ query: Query) throws -> Int? {
    guard !query.looksAtMuted else { return nil }
    let terms = query.withoutMutedExcluded.conjuncts
    guard let numbers = try numbers(terms), numbers.first != 0,
      terms.allSatisfy({ ArticleTraits.unknown.answer($0) != nil })
    else { return nil }
    let list = Self.list(numbers)
    let statement = try db.cachedStatement(
      sql: """
        SELECT (SELECT count(*) FROM article INDEXED BY article_traits WHERE traits IN \(list))
          - (SELECT count(*) FROM article INDEXED BY article_muted WHERE is_muted = 1 AND traits IN \(list))
        """)
    return try statement.first([]) { try $0.count(0) } ?? 0
  }

  /// Whether there are articles at which nobody has looked.
  func hasUnknown() throws -> Bool {
    try !db.cachedStatement(sql: "SELECT 1 FROM article INDEXED BY article_traits WHERE traits = 0 LIMIT 1").numbers()
      .isEmpty
  }

  /// The numbers in the store, in ascending order, whose articles may match; nil where no term asks for traits.
  private func numbers(_ terms: [Query]) throws -> [Int64]? {
    let terms = terms.filter { ArticleTraits.unknown.answer($0) != nil }
    guard terms.contains(where: \.looksAtTraits) else { return nil }
    return try allNumbers().filter { number in
      number == 0 || terms.allSatisfy { ArticleTraits(bits: number).answer($0) == true }
    }
  }

  /// Goes from number to number: the index is not walked.
  private func allNumbers() throws -> [Int64] {
    let next = try db.cachedStatement(
      sql: "SELECT traits FROM article INDEXED BY article_traits WHERE traits > ? ORDER BY traits LIMIT 1")
    var numbers: [Int64] = []
    while let number = try next.numbers(numbers.last ?? -1).first { numbers.append(number) }
    return numbers
  }

  private func cost(_ numbers: [Int64], total: Int) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM article INDEXED BY article_traits
          WHERE traits IN \(Self.list(numbers)) LIMIT \(Self.limit))
        """)
    let count = try statement.first([]) { try $0.count(0) } ?? 0
    return count < Self.limit ? count : max(count, total / 4)
  }

  /// Numbers of our own: nobody typed them.
  private static func list(_ numbers: [Int64]) -> String {
    "(" + numbers.map(String.init).joined(separator: ", ") + ")"
  }
}

extension Query {
  fileprivate var looksAtTraits: Bool {
    switch self {
    case .trait: true
    case .and(let terms), .or(let terms): terms.contains(where: \.looksAtTraits)
    case .not(let term): term.looksAtTraits
    case .all, .term, .figure, .unread, .read, .starred, .stub, .muted, .since, .until, .session, .seen, .asOf,
      .changed,
      .withdrawn, .title, .text, .author, .regex:
      false
    }
  }
}

extension NewsStore {
  /// Looks at the traits of some hundred articles of an older store, the newest first; returns how many.
  ///
  /// Texts are read outside of any transaction of writing. What it writes changes no answer: until then a query looks by itself.
  func readTraits(_ cancellation: Cancellation?) throws(StoreError) -> Int {
    let found = try read(cancellation) { db in try TraitRows(db).unknown(512) }
    guard !found.isEmpty else { return 0 }
    try write(isSeen: false) { writer in
      // One that was changed meanwhile has new ones.
      let keep = try writer.db.cachedStatement(sql: "UPDATE article SET traits = ? WHERE id = ? AND traits = 0")
      for (id, traits) in found { try keep.run([traits.bits, id]) }
    }
    return found.count
  }
}

extension TraitRows {
  /// Some articles at which nobody has looked, and what they are. Of one that cannot be read, what can be read counts.
  fileprivate func unknown(_ limit: Int) throws -> [(id: Int64, traits: ArticleTraits)] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, \(Self.reading) FROM article a INDEXED BY article_traits
        WHERE a.traits = 0 ORDER BY a.id DESC LIMIT \(limit)
        """)
    var found: [(Int64, ArticleTraits)] = []
    while let row = try rows.next() { found.append((try row.number(0), ArticleTraits(bits: try row.number(1)))) }
    return found
  }

  /// SQL that reads the traits of the row `a` from its words.
  static let reading = """
    coalesce((SELECT traits_of(a.title, b.blocks, b.links IS NOT NULL, a.is_stub) FROM body b WHERE b.key = a.key), \
    traits_of(a.title, NULL, 0, a.is_stub))
    """
}
