internal import Foundation
internal import GRDB
internal import NewsModel
internal import TextBasics

/// Writes all that can be read of a store into a new, empty one. What follows from the articles is made anew, never copied.
///
/// Articles keep their ids, keys and marks, terms their numbers. All of them wait for the search index.
struct Salvage {
  private let source: Database
  private let target: Database
  private let cancellation: Cancellation?
  private let progress: (Int) -> Void
  private var losses = RepairLosses()
  private var terms = RescuedTerms()

  /// Made from articles, or looked after by hand.
  private static let ownTables: Set<String> = [
    "article", "body", "term", "posting", "identity", "volume", "day_volume", "state", "search_block", "search_page",
    "unindexed", "grdb_migrations",
  ]
  private static let flushInterval = 2_000

  init(
    from source: Database, to target: Database, cancellation: Cancellation?, progress: @escaping (Int) -> Void
  ) {
    self.source = source
    self.target = target
    self.cancellation = cancellation
    self.progress = progress
  }

  /// Runs in a transaction of the target, which must be without checks of references.
  mutating func run() throws -> (articles: Int, losses: [RepairLoss]) {
    progress(0)
    try copyTerms()
    let articles = try copyArticles()
    for shape in try TableShape.all(target) where !Self.ownTables.contains(shape.name) { try copy(shape) }
    try makeNamesAnew()
    try mendSubscriptions()
    try removeUnreadableUndo()
    try removeOrphans()
    try copyNumbers()
    return (articles, losses.all)
  }

  // MARK: - Terms and articles

  private mutating func copyTerms() throws {
    let scan = try RowScan(source, table: "term", columns: ["kind", "name"])
    let insert = try target.makeStatement(
      sql: "INSERT INTO term (id, kind, name, folded) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    var (terms, losses) = (self.terms, self.losses)
    let isWhole = try scan.forEach { row in
      guard let id = try? row.number(0), let kind = (try? row.number(1)).flatMap(TermKind.init(rawValue:)),
        let name = try? row.text(2)
      else { return losses.add(.rows(table: "term")) }
      try insert.execute(arguments: [id, kind.rawValue, name, Folding.fold(name)])
      // Names that fold to one text now are one term.
      terms.add(id, kind, as: try TermWriter.find(kind, name, target) ?? id)
    }
    (self.terms, self.losses) = (terms, losses)
    if !isWhole { self.losses.add(.parts(table: "term")) }
  }

  private mutating func copyArticles() throws -> Int {
    let overflow = (try? StoreState.minuteOverflow.value(source)) ?? 0
    let scan = try RowScan(source, table: "article", columns: RescuedArticle.columns)
    let bodies = try BodyRows(source)
    var writer = try StoreWriter(target, memory: WriterMemory())
    var displaced: [RescuedArticle] = []
    var (count, furthest) = (0, 0 as Int64)
    var losses = self.losses
    let (terms, cancellation, progress) = (self.terms, self.cancellation, self.progress)
    let isWhole = try scan.forEach { row in
      if cancellation?.isCancelled == true { throw CancellationError() }
      guard var rescued = try RescuedArticle(row, terms, body: bodies.row) else {
        return losses.add(.articles, example: (row[1] as Int64?).map { "\($0)" })
      }
      for loss in rescued.losses { losses.add(loss, example: rescued.description) }
      count += 1
      let distance = TimeOrderedID.minute(of: rescued.article.id) - rescued.article.published.minute
      if try !Self.isFree(rescued.article.key, target) { rescued.forgetKey() }
      guard rescued.hasKey, (0...max(overflow, Self.usualOverflow)).contains(distance) else {
        return displaced.append(rescued)
      }
      furthest = max(furthest, distance)
      try writer.restore(rescued.article)
      if count.isMultiple(of: Self.flushInterval) {
        try writer.flush()
        progress(count)
      }
    }
    self.losses = losses
    if !isWhole { self.losses.add(.parts(table: "article")) }
    _ = try writer.finish()
    try StoreState.minuteOverflow.raise(to: furthest, target)
    try place(displaced)
    return count
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

  /// Copies the rows of which every column holds what it may hold.
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
    func take(_ values: [DatabaseValue]) throws {
      number += 1
      let kept = zip(shape.columns, values).map { column, value in
        column.takes(value) ? value : Self.substitute(for: column, of: table, number)
      }
      guard zip(shape.columns, kept).allSatisfy({ $0.takes($1) }) else { return losses.add(.rows(table: table)) }
      if kept != values { losses.add(.values(table: table)) }
      do {
        try insert.execute(arguments: StatementArguments(kept))
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        return losses.add(.rows(table: table))
      }
      if target.changesCount == 0 { losses.add(.rows(table: table)) }
    }
    let isWhole =
      shape.hasRowID
      ? try RowScan(source, table: table, columns: columns).forEach { try take($0.values(from: 1)) }
      : try walk(table, columns) { try take($0.values(from: 0)) }
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
    } catch let error as DatabaseError where error.isDamage || error.resultCode == .SQLITE_ERROR {
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
        arguments: [CanonicalURL.make(try row.text(2)), id])
      guard SubscriptionRow.state(try row.text(3)) == nil else { continue }
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
  }

  /// What numbers were given so far, so that none is given twice, and the state of this session.
  private func copyNumbers() throws {
    for state in [StoreState.lastKey, .lastTerm, .sessions] {
      if let value = try? state.value(source) { try state.set(value, target) }
    }
    try StoreState.index.set(SearchBlock.form, target)
    for table in ["subscription", "undo_step"] {
      let given = try? Int64.fetchOne(source, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
      guard let given, (0...1 << 53).contains(given) else { continue }
      try target.execute(
        sql: """
          INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE ?1 NOT IN (SELECT name FROM sqlite_sequence);
          """, arguments: [table])
      try target.execute(
        sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", arguments: [given, table])
    }
  }
}

/// Reads bodies by their keys, as far as they can be read.
private struct BodyRows {
  private let statement: Statement?

  init(_ db: Database) throws {
    let declared = Set(
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info('body')").map { try $0.text(0) })
    let columns = RescuedArticle.bodyColumns.map { declared.contains($0) ? $0.quotedDatabaseIdentifier : "NULL" }
    statement =
      declared.isEmpty
      ? nil : try db.makeStatement(sql: "SELECT rowid, \(columns.joined(separator: ", ")) FROM body WHERE rowid = ?")
  }

  func row(_ key: Int64) throws -> Row? {
    do {
      return try statement.flatMap { try Row.fetchOne($0, arguments: [key]) }
    } catch let error as DatabaseError where error.isDamage {
      return nil
    }
  }
}

extension Row {
  fileprivate func values(from start: Int) -> [DatabaseValue] {
    (start..<count).map { (self[$0] as DatabaseValue?) ?? .null }
  }
}
