import Foundation
import GRDB
import Log
import NewsModel
import TextBasics
import WebAddresses

/// Writes all that can be read of a store into a new, empty one. What follows from the articles is made anew, never copied.
///
/// Articles keep their ids, keys and marks, terms their numbers. All of them wait for the search index.
struct Salvage {
  private let source: Database
  /// Nil where SQLite comes to every row by itself.
  private let leaves: LeafRows?
  private let target: Database
  private let cancellation: Cancellation?
  private let progress: (Int) -> Void
  private var losses = RepairLosses()
  private var terms = RescuedTerms()

  /// Made from articles, or looked after by hand. What is lost of `recheck` costs a look at a page.
  private static let ownTables: Set<String> = [
    "article", "body", "term", "posting", "identity", "volume", "day_volume", "state", "search_block", "search_page",
    "unindexed", "unanalysed", "recheck", "host", "grdb_migrations",
  ]
  private static let flushInterval = 2_000

  init(
    from source: Database, _ leaves: LeafRows?, to target: Database, cancellation: Cancellation?,
    progress: @escaping (Int) -> Void
  ) {
    self.source = source
    self.leaves = leaves
    self.target = target
    self.cancellation = cancellation
    self.progress = progress
  }

  /// Runs in a transaction of the target, which must be without checks of references.
  mutating func run() throws -> (articles: Int, losses: [RepairLoss]) {
    progress(0)
    try copyTerms()
    let (articles, isReached) = try copyArticles()
    let texts = try copyTexts()
    try countLostArticles(isReached: isReached)
    for shape in try TableShape.all(target) where !Self.ownTables.contains(shape.name) { try copy(shape) }
    try makeNamesAnew()
    try mendSubscriptions()
    try removeUnreadableUndo()
    try removeOrphans()
    try copyNumbers()
    return (articles + texts, losses.all)
  }

  // MARK: - Terms and articles

  private mutating func copyTerms() throws {
    let columns = ["kind", "name"]
    let scan = try RowScan(source, table: "term", columns: columns)
    let insert = try target.makeStatement(
      sql: "INSERT INTO term (id, kind, name, folded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    var (terms, losses) = (self.terms, self.losses)
    func rescue(_ row: Row) throws {
      guard let (id, number, name) = row.ifReadable({ (try $0.number(0), try $0.number(1), try $0.text(2)) }),
        let kind = TermKind(rawValue: number)
      else { return losses.add(.rows(table: "term")) }
      try insert.execute(arguments: [id, kind.rawValue, name, Folding.fold(name)])
      // Names that fold to one text now are one term.
      terms.add(id, kind, as: try TermWriter.find(kind, name, target) ?? id)
    }
    // What is missing is told with the articles that name it.
    _ = try scan.forEach(rescue)
    try leaves?.forEach("term", columns, target) { row, _ in
      if terms.isFree(row[0] as Int64? ?? 0) { try rescue(row) }
    }
    (self.terms, self.losses) = (terms, losses)
  }

  /// Returns how many, and whether nothing stood in the way.
  private mutating func copyArticles() throws -> (count: Int, isReached: Bool) {
    let overflow = try StoreState.minuteOverflow.readable(source) ?? 0
    let scan = try RowScan(source, table: "article", columns: RescuedArticle.columns)
    let bodies = try BodyRows(source, leaves, target)
    var writer = try StoreWriter(target, memory: WriterMemory())
    var displaced: [RescuedArticle] = []
    var (count, furthest) = (0, 0 as Int64)
    var losses = self.losses
    let (terms, target, cancellation, progress) = (self.terms, self.target, self.cancellation, self.progress)
    var (unplaced, withoutText): (Set<Int64>, Set<Int64>) = ([], [])
    func rescue(_ row: Row) throws {
      if cancellation?.isCancelled == true { throw CancellationError() }
      guard var rescued = try RescuedArticle(row, terms, body: bodies.row) else {
        return losses.add(.articles, example: (row[1] as Int64?).map { "\($0)" })
      }
      for loss in rescued.losses { losses.add(loss, example: rescued.description) }
      count += 1
      if rescued.article.body.blocks.isEmpty, !rescued.article.isStub, !rescued.losses.contains(.texts) {
        withoutText.insert(rescued.article.id)
      }
      let distance = TimeOrderedID.minute(of: rescued.article.id) - rescued.article.published.minute
      if try !Self.isFree(rescued.article.key, target) { rescued.forgetKey() }
      guard rescued.hasKey, (0...max(overflow, Self.usualOverflow)).contains(distance) else {
        unplaced.insert(rescued.article.id)
        return displaced.append(rescued)
      }
      furthest = max(furthest, distance)
      try writer.restore(rescued.article)
      if count.isMultiple(of: Self.flushInterval) {
        try writer.flush()
        progress(count)
      }
    }
    let isReached = try scan.forEach(rescue)
    try leaves?.forEach("article", RescuedArticle.columns, target) { row, isCut in
      // What SQLite came to is newer than what was left behind.
      guard !isCut, let id = row[0] as Int64?, let key = row[1] as Int64?, !unplaced.contains(id),
        try Self.isFree(key, target), try Self.isFree(id: id, target)
      else { return }
      try rescue(row)
    }
    self.losses = losses
    try noteEmptied(withoutText)
    _ = try writer.finish()
    try StoreState.minuteOverflow.raise(to: furthest, target)
    try place(displaced)
    return (count, isReached)
  }

  /// Tells of texts that are gone without a trace but in the search index.
  private mutating func noteEmptied(_ articles: Set<Int64>) throws {
    do {
      let keys = try IndexCheck(source).keysOfEmptied(articles)
      losses.add(.texts, count: keys.count, examples: keys)
    } catch  where error.isDamage || error is DamagedPage {
      Log.info("the index is damaged and says nothing of lost texts", error)
    }
  }

  /// Makes articles of the texts whose articles are lost. Returns how many.
  private mutating func copyTexts() throws -> Int {
    let target = self.target
    let bodies = try BodyRows(source, leaves, target)
    var keys: [Int64] = []
    func note(_ key: Int64?) throws {
      if let key, (1...1 << 53).contains(key), try Self.isFree(key, target) { keys.append(key) }
    }
    _ = try RowScan(source, table: "body").forEach { try note($0[0] as Int64?) }
    for key in leaves?.rowids(of: "body") ?? [] { try note(key) }
    var writer = try StoreWriter(target, memory: WriterMemory())
    var count = 0
    for key in keys where try Self.isFree(key, target) {
      if cancellation?.isCancelled == true { throw CancellationError() }
      guard let body = try bodies.row(key),
        let rescued = RescuedArticle(textOf: key, body, published: try neighbour(of: key) ?? .now)
      else { continue }
      for loss in rescued.losses { losses.add(loss, example: rescued.description) }
      try writer.restore(rescued.article, givesID: true)
      count += 1
      if count.isMultiple(of: Self.flushInterval) { try writer.flush() }
    }
    _ = try writer.finish()
    return count
  }

  /// When the article was published that came before another or, where that is the first, after it.
  private func neighbour(of key: Int64) throws -> Timestamp? {
    for sql in [
      "SELECT published FROM article WHERE key < ? ORDER BY key DESC LIMIT 1",
      "SELECT published FROM article WHERE key > ? ORDER BY key LIMIT 1",
    ] {
      if let found = try target.cachedStatement(sql: sql).first([key], { try $0.moment(0) }) { return found }
    }
    return nil
  }

  /// Tells how many articles are gone without a trace but in what the store counted, and in what they were recognised by.
  private mutating func countLostArticles(isReached: Bool) throws {
    let witnesses = LostArticles(source, target)
    let missing = try witnesses.missing()
    guard missing != 0 else { return }
    let met = losses.count(.articles)
    // Each of them may be damaged itself: what both say is true.
    switch (missing, try witnesses.keys()) {
    case let (count?, keys?): losses.add(.articles, count: min(count, keys.count) - met, examples: keys)
    case let (count?, nil): losses.add(.articles, count: count - met)
    case let (nil, keys?) where !isReached: losses.add(.articles, count: keys.count - met, examples: keys)
    case (nil, _): if !isReached { losses.add(.parts(table: "article")) }
    }
  }

  private static func isFree(id: Int64, _ target: Database) throws -> Bool {
    try target.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?").numbers(id).isEmpty
  }

  /// An id so many minutes behind its time is one that a full minute gave.
  private static let usualOverflow: Int64 = 10_080

  private static func isFree(_ key: Int64, _ target: Database) throws -> Bool {
    try target.cachedStatement(sql: "SELECT 1 FROM article WHERE key = ?").numbers(key).isEmpty
  }

  /// Writes articles that stood at another time's place, or whose key is lost, once all others have theirs.
  private mutating func place(_ articles: [RescuedArticle]) throws {
    var writer = try StoreWriter(target, memory: WriterMemory())
    for rescued in articles { try writer.restore(rescued.article, givesID: true, givesKey: !rescued.hasKey) }
    _ = try writer.finish()
  }

  // MARK: - What the reader keeps

  /// Copies the rows whose columns all hold what they may hold.
  private mutating func copy(_ shape: TableShape) throws {
    let columns = shape.columns.map(\.name)
    let insert = try target.makeStatement(
      sql: """
        INSERT INTO \(shape.name) (\(columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
        """)
    let (target, table) = (target, shape.name)
    var losses = losses
    var number = 0
    func rescue(_ values: [DatabaseValue]) throws {
      number += 1
      let kept = zip(shape.columns, values).map { column, value in
        column.accepts(value) ? value : Self.substitute(for: column, of: table, number)
      }
      guard zip(shape.columns, kept).allSatisfy({ $0.accepts($1) }) else { return losses.add(.rows(table: table)) }
      if kept != values { losses.add(.values(table: table)) }
      do {
        try insert.execute(arguments: StatementArguments(kept))
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        return losses.add(.rows(table: table))
      }
      if target.changesCount == 0 { losses.add(.rows(table: table)) }
    }
    let isWhole: Bool
    if shape.hasRowID {
      var seen: Set<Int64> = []
      isWhole = try RowScan(source, table: table, columns: columns).forEach { row in
        seen.insert(row[0] as Int64? ?? 0)
        try rescue(row.values(from: 1))
      }
      try leaves?.forEach(table, columns, target) { row, isCut in
        if !isCut, seen.insert(row[0] as Int64? ?? 0).inserted { try rescue(row.values(from: 1)) }
      }
    } else {
      isWhole = try walk(table, columns) { try rescue($0.values(from: 0)) }
    }
    self.losses = losses
    if !isWhole { self.losses.add(.parts(table: table)) }
  }

  /// What stands in the place of a value that cannot be read; NULL where the row is nothing without it.
  private static func substitute(for column: TableShape.Column, of table: String, _ number: Int) -> DatabaseValue {
    switch (table, column.name) {
    // They are made from names and addresses later, and must differ till then.
    case (_, "folded"), ("subscription", "canonical"): "\u{1F}\(number)".databaseValue
    case ("subscription", "folders"), ("subscription", "tags"), ("subscription", "state"): "".databaseValue
    case ("subscription", "fetches_articles"), ("rule", "is_enabled"), (_, "position"): 0.databaseValue
    default: .null
    }
  }

  /// Reads a table without row numbers, as far as it can be read; it is short.
  private func walk(_ table: String, _ columns: [String], _ body: (Row) throws -> Void) throws -> Bool {
    let names = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    do {
      let rows = try Row.fetchCursor(source, sql: "SELECT \(names) FROM \(table.quotedDatabaseIdentifier)")
      while let row = try rows.next() { try body(row) }
      return true
    } catch let error as DatabaseError where error.isDamage {
      return false
    }
  }

  private func makeNamesAnew() throws {
    for table in ["saved_query", "rule", "subscription"] {
      let write = try target.makeStatement(sql: "UPDATE OR IGNORE \(table) SET folded = ? WHERE id = ?")
      for row in try Row.fetchAll(target, sql: "SELECT id, name FROM \(table)") {
        try write.execute(arguments: [Folding.fold(try row.text(1)), try row.number(0)])
      }
    }
  }

  private mutating func mendSubscriptions() throws {
    for row in try Row.fetchAll(target, sql: "SELECT id, name, address, state FROM subscription") {
      let id = try row.number(0)
      try target.execute(
        sql: "UPDATE OR IGNORE subscription SET canonical = ? WHERE id = ?",
        arguments: [WebAddress.canonical(try row.text(2)), id])
      guard FetchStateCoding.decode(try row.text(3)) == nil else { continue }
      let name = try row.text(1)
      losses.add(.fetchStates, example: name)
      try target.execute(sql: "UPDATE subscription SET state = '' WHERE id = ?", arguments: [id])
    }
  }

  private mutating func removeUnreadableUndo() throws {
    for row in try Row.fetchAll(target, sql: "SELECT step_id, number, action, keys FROM undo_part") {
      let (action, keys) = (try row.text(2), try row.bytes(3))
      guard StatusAction(action) == nil || KeyCoding.keys(keys) == nil else { continue }
      losses.add(.rows(table: "undo_part"))
      try target.execute(
        sql: "DELETE FROM undo_part WHERE step_id = ? AND number = ?",
        arguments: [try row.number(0), try row.number(1)])
    }
  }

  /// Removes rows that refer to what could not be brought back.
  private mutating func removeOrphans() throws {
    for row in try Row.fetchAll(target, sql: "PRAGMA foreign_key_check") {
      let table = try row.text(0)
      guard let number = try row.numberIfPresent(1) else { continue }
      losses.add(.rows(table: table))
      try target.execute(
        sql: "DELETE FROM \(table.quotedDatabaseIdentifier) WHERE rowid = ?", arguments: [number])
    }
    try target.execute(sql: "DELETE FROM version AS v WHERE \(FormerVersions.isOrphan)")
    losses.add(.rows(table: "version"), count: target.changesCount)
  }

  /// What numbers were given so far, so that none is given twice, and the state of this session.
  private func copyNumbers() throws {
    for state in [StoreState.lastKey, .lastTerm, .sessions] {
      if let value = try state.readable(source) { try state.set(value, target) }
    }
    try StoreState.index.set(SearchBlock.form, target)
    for table in ["subscription", "undo_step"] {
      let given = Log.attempt("read the last number of \(table)") {
        try Int64.fetchOne(source, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
      }
      guard let given = given.flatMap(\.self), (0...1 << 53).contains(given) else { continue }
      try target.execute(
        sql: """
          INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE ?1 NOT IN (SELECT name FROM sqlite_sequence);
          """, arguments: [table])
      try target.execute(
        sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", arguments: [given, table])
    }
  }
}

extension Row {
  fileprivate func values(from start: Int) -> [DatabaseValue] {
    (start..<count).map { (self[$0] as DatabaseValue?) ?? .null }
  }
}
