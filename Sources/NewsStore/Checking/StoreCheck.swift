import GRDB

/// Reads a whole store for what is not as the program writes it. Memory stays flat.
struct StoreCheck {
  private let db: Database
  private let cancellation: Cancellation?
  private let progress: (CheckProgress) -> Void

  init(_ db: Database, cancellation: Cancellation?, progress: @escaping (CheckProgress) -> Void) {
    self.db = db
    self.cancellation = cancellation
    self.progress = progress
  }

  /// All findings; those of the file alone where SQLite's own structures are damaged, as nothing else can be relied on then.
  func findings() throws -> [StoreFinding] {
    var findings = StoreFindings()
    try checkFile(&findings)
    let shapes = try TableShape.all()
    if findings.all.isEmpty { try compareTables(with: shapes, &findings) }
    guard findings.all.isEmpty else { return findings.all }
    try checkRows(shapes, &findings)
    try checkReferences(&findings)
    try CountCheck.check(db, &findings) { try report(.counts, $0) }
    var articles = ArticleCheck(db)
    try articles.check(&findings) { try report(.articles, $0) }
    try IndexCheck(db).check(withoutText: articles.withoutText, &findings) { try report(.index, $0) }
    return findings.all
  }

  private func report(_ part: CheckProgress.Part, _ fraction: Double) throws {
    if cancellation?.isCancelled == true { throw CancellationError() }
    progress(CheckProgress(part: part, fraction: fraction))
  }

  /// Table by table, as SQLite cannot be stopped while it looks at one.
  func checkFile(_ findings: inout StoreFindings) throws {
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    for (index, table) in tables.enumerated() {
      try report(.file, Double(index) / Double(tables.count))
      do {
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(table.quotedDatabaseIdentifier))")
        for word in words where word != "ok" { findings.add(.file, example: word) }
      } catch let error as DatabaseError where error.isDamage {
        // SQLite itself gives up where a page is no page at all.
        findings.add(.file, example: "\(table): \(error.message ?? "")")
      }
    }
  }

  private func compareTables(with expected: [TableShape], _ findings: inout StoreFindings) throws {
    let found = try TableShape.all(db)
    for shape in expected where !found.contains(shape) { findings.add(.tables, example: shape.name) }
  }

  /// Looks for values of a wrong kind. Articles and their bodies are read one by one elsewhere.
  private func checkRows(_ shapes: [TableShape], _ findings: inout StoreFindings) throws {
    for (index, shape) in shapes.enumerated() where shape.name != "article" && shape.name != "body" {
      try report(.rows, Double(index) / Double(shapes.count))
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(shape.name.quotedDatabaseIdentifier) WHERE \(shape.condition)")
      findings.add(.rows(table: shape.name), count: count ?? 0)
    }
    let states = try Row.fetchAll(db, sql: "SELECT name, value FROM state WHERE name <> 'sweptDigest'")
    for row in states where (try? row.number(1)) == nil {
      findings.add(.rows(table: "state"), example: try? row.text(0))
    }
    try OrganisingCheck(db).check(&findings)
  }

  private func checkReferences(_ findings: inout StoreFindings) throws {
    let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try rows.next() {
      let (table, number) = (try row.text(0), try row.numberIfPresent(1))
      findings.add(.references, example: number.map { "\(table) \($0)" } ?? table)
    }
  }
}
