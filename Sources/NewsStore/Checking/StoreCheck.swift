import GRDB
package import NewsModel

extension NewsStore {
  /// What is not as this program writes it; empty where all is well, which ends an unclean state.
  ///
  /// Reads the whole file: SQLite's structures, every row, every text, every count and all of the search index, in flat memory; some
  /// 5 s for 100,000 articles.
  package func check(
    cancellation: Cancellation? = nil, progress: @escaping (CheckProgress) -> Void = { _ in }
  ) throws(StoreError) -> [StoreFinding] {
    let findings = try read(cancellation) { db in
      try StoreCheck(db, cancellation: cancellation, progress: progress).findings()
    }
    if findings.isEmpty { try forgetUncleanEnd() }
    return findings
  }

  /// What is wrong with the file itself, in the words of SQLite; empty where all is well, which ends an unclean state.
  ///
  /// Enough after an unclean end: counts are written together with what they count, so no end can part them. Takes some 2 s a
  /// gigabyte. SQLite cannot be stopped while it looks at one table, so a cancellation takes up to a second and a half at a
  /// million articles.
  package func checkFile(cancellation: Cancellation) throws(StoreError) -> [String] {
    let findings = try read(cancellation) { db in
      var findings = StoreFindings()
      try StoreCheck(db, cancellation: cancellation, progress: { _ in }).checkFile(&findings)
      return findings.all
    }
    if findings.isEmpty { try forgetUncleanEnd() }
    return findings.flatMap(\.examples)
  }

  /// Makes all counts, lists of terms and identities anew from the articles.
  func rebuildCounts() throws(StoreError) {
    try write { writer in try writer.rebuildCounts() }
  }
}

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
    for row in states where row.ifReadable({ try $0.number(1) }) == nil {
      findings.add(.rows(table: "state"), example: row.ifReadable { try $0.text(0) })
    }
    try OrganisingCheck(db).check(&findings)
  }

  private func checkReferences(_ findings: inout StoreFindings) throws {
    let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try rows.next() {
      let (table, number) = (try row.text(0), try row.numberIfPresent(1))
      findings.add(.references, example: number.map { "\(table) \($0)" } ?? table)
    }
    let versions = try Row.fetchCursor(
      db, sql: "SELECT key, count(*) FROM version v WHERE \(FormerVersions.isOrphan) GROUP BY key")
    while let row = try versions.next() {
      let (key, count) = (try row.number(0), try row.count(1))
      findings.add(.references, count: count, example: "version \(key)")
    }
  }
}

/// Something in a store that is not as the program writes it, and how often.
///
/// Words for people are made where it is shown.
package struct StoreFinding: Hashable, Sendable {
  /// `newstape store repair` mends all of them; what each costs the reader is said beside it.
  package enum Kind: Hashable, Sendable {
    /// SQLite's own structures: what is behind them may not be found.
    case file
    /// A table, column or index that is missing or declared in another way.
    case tables
    /// Rows of a table that hold what no program writes there.
    case rows(table: String)
    /// Rows that refer to something that is not there.
    case references
    /// Articles whose headline cannot be read.
    case articles
    /// Articles whose text, or what stands with it, is missing or cannot be read.
    case bodies
    /// Articles that stand at a place in the list that is not their time's.
    case places
    /// Lists of the articles of a tag, a source or a label.
    case postings
    /// Counts of articles, of all time, by quarter-hour or by day.
    case counts
    /// What articles are recognised by when they come again: else they are doubled.
    case identities
    /// Folded titles and names, by which they are found.
    case folded
    /// Parts of the search index that cannot be read: searches go on without them, more slowly.
    case index
    /// Articles that the search index does not know.
    case notIndexed
    /// What is remembered of fetches: the source is fetched as if for the first time.
    case fetchStates
    /// Changes of many articles that cannot be undone any more.
    case undo
  }

  package var kind: Kind
  package var count: Int
  /// The first few: keys of articles, names, or SQLite's words.
  package var examples: [String]

  package init(_ kind: Kind, count: Int, examples: [String] = []) {
    self.kind = kind
    self.count = count
    self.examples = examples
  }
}

/// Gathers findings, of each kind in the order in which they were met.
struct StoreFindings {
  private(set) var all: [StoreFinding] = []

  /// So many examples say what it is about.
  static let exampleLimit = 5

  mutating func add(_ kind: StoreFinding.Kind, count: Int = 1, example: @autoclosure () -> String? = nil) {
    guard count > 0 else { return }
    let index = all.firstIndex { $0.kind == kind } ?? all.endIndex
    if index == all.endIndex { all.append(StoreFinding(kind, count: 0)) }
    all[index].count += count
    if all[index].examples.count < Self.exampleLimit, let example = example() { all[index].examples.append(example) }
  }
}

/// How far a check has come.
package struct CheckProgress: Hashable, Sendable {
  package enum Part: CaseIterable, Hashable, Sendable { case file, rows, counts, articles, index }

  package var part: Part
  /// Of this part, from 0 to 1; 0 where it is not known.
  package var fraction = 0.0
}
