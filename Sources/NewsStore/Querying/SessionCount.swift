import GRDB
import GRDBSQLite
import NewsModel

/// `in_session(published, code)`: whether a moment lies in a session (`SessionCondition.code`), as a function of every connection.
enum SessionFunction {
  static let name = "in_session"

  static func register(_ db: Database) throws {
    let code = sqlite3_create_function_v2(
      db.sqliteConnection, name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, values in
        let condition = values.flatMap { SessionCondition(code: sqlite3_value_int64($0[1])) }
        let moment = values.map { Timestamp(sqlite3_value_int64($0[0])) }
        let holds = moment.flatMap { moment in condition.map { $0.holds(at: moment) } } ?? false
        sqlite3_result_int(context, holds ? 1 : 0)
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

/// Counts the articles of trading sessions from the roll-ups: all, those of one term, those of a state.
///
/// Sessions begin and end on quarter-hours, as roll-ups do; a test holds that. Time grows with the quarter-hours in which the store has
/// articles.
struct SessionCount {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Nil where the query asks for no session, or for more than sessions, whole quarter-hours, one term and one state.
  func count(_ query: Query) throws -> Int? {
    let parts = query.withoutMutedExcluded.conjuncts
    guard parts.contains(where: { $0.soughtSession != nil }) else { return nil }
    let tests = parts.compactMap(Self.test)
    let terms = parts.compactMap(KnownCount.term)
    let columns = parts.compactMap(Self.column)
    guard terms.count <= 1, columns.count <= 1, tests.count + terms.count + columns.count == parts.count else {
      return nil
    }
    guard let (kind, name) = terms.first else { return try sum(columns.first, ofTerm: Schema.everything, tests) }
    let ids = try FoldedNames.terms(kind, name, db)
    guard kind.isCountedByTime, ids.count <= 1 else { return nil }
    return try ids.first.map { try sum(columns.first, ofTerm: $0, tests) } ?? 0
  }

  private func sum(_ column: String?, ofTerm term: Int64, _ tests: [(sql: String, argument: Int64)]) throws -> Int {
    let ends = try db.cachedStatement(
      sql: "SELECT coalesce((SELECT min(block) FROM volume), 0), coalesce((SELECT max(block) FROM volume), -1)")
    guard let blocks = try ends.first([], { (first: try $0.number(0), last: try $0.number(1)) }),
      blocks.first <= blocks.last
    else { return 0 }
    let statement = try db.cachedStatement(
      sql: """
        SELECT coalesce(sum(\(column ?? "articles")), 0) FROM volume
        WHERE block = ? AND term_id = ? AND \(tests.map(\.sql).joined(separator: " AND "))
        """)
    return try (blocks.first...blocks.last).reduce(0) { sum, block in
      try sum + (statement.first(StatementArguments([block, term] + tests.map(\.argument))) { try $0.count(0) } ?? 0)
    }
  }

  /// What holds for all articles of a quarter-hour or for none, as a condition on its row.
  private static func test(_ query: Query) -> (sql: String, argument: Int64)? {
    let seconds = CountChanges.secondsPerQuarter
    switch query {
    case .session(let condition): return ("\(SessionFunction.name)(quarter * \(seconds), ?)", condition.code)
    case .not(.session(let condition)): return ("NOT \(SessionFunction.name)(quarter * \(seconds), ?)", condition.code)
    case .since(let moment) where moment.rawValue.isMultiple(of: seconds):
      return ("quarter >= ?", CountChanges.quarter(of: moment))
    case .until(let moment) where moment.rawValue.isMultiple(of: seconds):
      return ("quarter < ?", CountChanges.quarter(of: moment))
    default: return nil
    }
  }

  private static func column(_ query: Query) -> String? {
    switch query {
    case .unread: "unread"
    case .read: "articles - unread"
    case .starred: "starred"
    case .stub: "stubs"
    default: nil
    }
  }
}
