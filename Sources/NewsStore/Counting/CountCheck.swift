internal import GRDB

/// Compares what the store counted with a recount.
///
/// The recount is SQL over `article` and `posting`, so that it shares nothing with the code that keeps the counts.
struct CountCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func problems() throws -> [String] {
    try Self.checks.flatMap { check in
      let wrong = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(check.differences))") ?? 0
      return wrong == 0 ? [] : ["\(check.name): \(wrong) wrong"]
    }
  }

  private struct Check {
    var name: String
    /// A query with a row for each difference.
    var differences: String

    init(_ name: String, differences: String) {
      self.name = name
      self.differences = differences
    }

    init(_ name: String, kept: String, recounted: String) {
      self.init(
        name,
        differences: """
          SELECT * FROM (SELECT * FROM (\(kept)) EXCEPT SELECT * FROM (\(recounted)))
          UNION ALL SELECT * FROM (SELECT * FROM (\(recounted)) EXCEPT SELECT * FROM (\(kept)))
          """)
    }
  }

  /// Each article once for every term that it counts for.
  private static let counted = """
    (SELECT 0 AS term_id, id AS article_id FROM article UNION ALL SELECT term_id, article_id FROM posting)
    """

  private static let states = """
    count(*), total(is_read = 0), total(is_starred), total(is_stub)
    """

  /// Rounds down, as `/` does not for moments before 1970.
  private static func quotient(_ seconds: Int) -> String {
    "(a.published - ((a.published % \(seconds)) + \(seconds)) % \(seconds)) / \(seconds)"
  }

  /// The terms that stand in the article's own row.
  private static let named = """
    SELECT source_id AS term_id, id AS article_id FROM article
    UNION SELECT label_id, id FROM article
    UNION SELECT t.value, a.id FROM article a, json_each('[' || replace(a.tag_ids, ' ', ',') || ']') t
    """

  private static let checks: [Check] = [
    Check("postings", kept: "SELECT term_id, article_id FROM posting", recounted: named),
    Check(
      "counts of terms",
      kept: "SELECT id, articles, unread, starred, stubs FROM term WHERE articles <> 0 OR unread <> 0",
      recounted: "SELECT c.term_id, \(states) FROM \(counted) c JOIN article a ON a.id = c.article_id GROUP BY 1"),
    Check(
      "counts of quarter-hours", kept: "SELECT term_id, quarter, articles, unread, starred, stubs FROM volume",
      recounted: """
        SELECT c.term_id, \(quotient(900)), \(states) FROM \(counted) c JOIN article a ON a.id = c.article_id GROUP BY 1, 2
        """),
    Check(
      "counts of days", kept: "SELECT kind, day, term_id, articles FROM day_volume",
      recounted: """
        SELECT t.kind, \(quotient(86_400)), t.id, count(*) FROM posting p JOIN article a ON a.id = p.article_id
        JOIN term t ON t.id = p.term_id GROUP BY 1, 2, 3
        """),
    Check(
      "bodies", kept: "SELECT key FROM body", recounted: "SELECT key FROM article"),
    Check(
      "ids",
      differences: """
        SELECT 1 FROM article a WHERE a.id < \(quotient(60)) * \(TimeOrderedID.slotsPerMinute) OR a.id >= (\(quotient(60)) + 1
          + coalesce((SELECT value FROM state WHERE name = 'spill'), 0)) * \(TimeOrderedID.slotsPerMinute)
        """),
    Check(
      "identities",
      differences: "SELECT key FROM article EXCEPT SELECT key FROM identity"),
  ]
}

extension StoreWriter {
  /// Empties every table that is derived from the articles, and fills it again.
  mutating func rebuildCounts() throws {
    try db.execute(
      sql: """
        DELETE FROM posting; DELETE FROM volume; DELETE FROM day_volume; DELETE FROM identity;
        UPDATE term SET articles = 0, unread = 0, starred = 0, stubs = 0;
        """)
    let articles = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ArticleRow.columns), \(ArticleRow.bodyColumns) FROM article a JOIN body b ON b.key = a.key ORDER BY a.id
        """)
    var pending = 0
    while let row = try articles.next() {
      let article = ArticleRow.articleWithBody(row)
      derive(article, Identity(article))
      pending += 1
      if pending.isMultiple(of: 10_000) { try flush() }
    }
  }
}
