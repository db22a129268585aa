import GRDB
import GRDBSQLite

/// Makes candidates a table for SQL, so that a search is a query like any other: it can be joined, counted, bounded and stopped.
///
/// `SELECT id FROM candidate WHERE query = ? AND id < ? ORDER BY id DESC` gives the ids of a `CandidateQuery`, one by one as they
/// are asked for. It is an eponymous virtual table (https://www.sqlite.org/vtab.html) that reads, holds nothing, and is made
/// anew for each connection.
enum CandidateTable {
  static let name = "candidate"
  private static let declaration = "CREATE TABLE x (id INTEGER, query TEXT HIDDEN)"
  private static let idColumn: Int32 = 0
  private static let queryColumn: Int32 = 1

  /// What `bestIndex` tells `filter` in `idxNum`: which arguments follow the query, and the order.
  private struct Plan: OptionSet {
    let rawValue: Int32
    static let isDescending = Plan(rawValue: 1)
    static let hasLowerBound = Plan(rawValue: 2)
    static let excludesLowerBound = Plan(rawValue: 4)
    static let hasUpperBound = Plan(rawValue: 8)
    static let excludesUpperBound = Plan(rawValue: 16)
  }

  /// SQLite keeps the pointer as long as the connection, so it must stay where it is for good.
  // Safe because it is never written after it was made.
  nonisolated(unsafe) private static let module: UnsafeMutablePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    var methods = sqlite3_module()
    methods.iVersion = 1
    // No xCreate: the table is there by its name alone.
    methods.xConnect = { connection, db, _, _, table, _ in CandidateTable.connect(connection, db, table) }
    methods.xDisconnect = { table in
      table?.withMemoryRebound(to: Table.self, capacity: 1) { $0.deallocate() }
      return SQLITE_OK
    }
    methods.xBestIndex = { _, info in CandidateTable.bestIndex(info) }
    methods.xOpen = { _, cursor in CandidateTable.open(cursor) }
    methods.xClose = { cursor in
      CandidateTable.cursor(cursor)?.pointee.walk?.release()
      CandidateTable.cursor(cursor)?.deallocate()
      return SQLITE_OK
    }
    methods.xFilter = { cursor, plan, _, count, values in
      CandidateTable.filter(cursor, plan, count, values)
    }
    methods.xNext = { cursor in CandidateTable.attempt(cursor) { try $0.advance() } }
    methods.xEof = { CandidateTable.walk($0)?.current == nil ? 1 : 0 }
    methods.xColumn = { cursor, context, column in
      if column == CandidateTable.idColumn { sqlite3_result_int64(context, CandidateTable.walk(cursor)?.current ?? 0) }
      return SQLITE_OK
    }
    methods.xRowid = { cursor, id in
      id?.pointee = CandidateTable.walk(cursor)?.current ?? 0
      return SQLITE_OK
    }
    module.initialize(to: methods)
    return module
  }()

  /// Makes the table known to a connection.
  static func register(_ db: Database, _ damage: DamageLog) throws {
    let code = sqlite3_create_module_v2(
      db.sqliteConnection, name, module, Unmanaged.passRetained(Connection(db, damage)).toOpaque()
    ) { connection in
      if let connection { Unmanaged<Connection>.fromOpaque(connection).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// What a walk needs of the connection that it runs on.
  private final class Connection {
    // The connection outlives its tables, and would else keep itself alive.
    unowned let db: Database
    let damage: DamageLog

    init(_ db: Database, _ damage: DamageLog) {
      self.db = db
      self.damage = damage
    }
  }

  // SQLite's structs come first, as it sees only them.

  private struct Table {
    var base = sqlite3_vtab()
    var connection: Unmanaged<Connection>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    var walk: Unmanaged<Walk>?
  }

  /// A walk that is under way.
  private final class Walk {
    private var stream: CandidateStream
    private(set) var current: Int64?

    init(_ stream: CandidateStream) throws {
      self.stream = stream
      try advance()
    }

    func advance() throws { current = try stream.next() }
  }

  private static func cursor(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<Cursor>? {
    base.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Cursor.self) }
  }

  private static func walk(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Walk? {
    cursor(base)?.pointee.walk?.takeUnretainedValue()
  }

  private static func attempt(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ body: (Walk) throws -> Void
  ) -> Int32 {
    guard let walk = walk(base) else { return SQLITE_ERROR }
    do {
      try body(walk)
      return SQLITE_OK
    } catch {
      return code(error)
    }
  }

  private static func code(_ error: any Error) -> Int32 {
    switch error {
    // SQLite passes the code on, and not the words that tell a table which is missing.
    case let error as DatabaseError: error.isDamage ? SQLITE_CORRUPT : error.resultCode.rawValue
    case is UnreadableColumn: SQLITE_CORRUPT
    default: SQLITE_ERROR
    }
  }

  private static func connect(
    _ connection: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    let code = sqlite3_declare_vtab(connection, declaration)
    guard code == SQLITE_OK, let context, let result else { return code }
    let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    table.initialize(to: Table(connection: Unmanaged.fromOpaque(context)))
    result.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(to: sqlite3_vtab.self)
    return SQLITE_OK
  }

  private static func open(
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
  ) -> Int32 {
    let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
    cursor.initialize(to: Cursor(walk: nil))
    result?.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
    return SQLITE_OK
  }

  /// Says which constraints the walk sees to: the query, which it needs, bounds of ids, and the order of ids.
  private static func bestIndex(_ info: UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 {
    guard let info else { return SQLITE_ERROR }
    var plan: Plan = []
    var (query, lower, upper): (Int?, Int?, Int?)
    for index in 0..<Int(info.pointee.nConstraint) {
      let constraint = info.pointee.aConstraint[index]
      guard constraint.usable != 0 else { continue }
      switch (constraint.iColumn, Int32(constraint.op)) {
      case (queryColumn, SQLITE_INDEX_CONSTRAINT_EQ): query = index
      case (idColumn, SQLITE_INDEX_CONSTRAINT_GT) where lower == nil:
        lower = index
        plan.formUnion([.hasLowerBound, .excludesLowerBound])
      case (idColumn, SQLITE_INDEX_CONSTRAINT_GE) where lower == nil:
        lower = index
        plan.insert(.hasLowerBound)
      case (idColumn, SQLITE_INDEX_CONSTRAINT_LT) where upper == nil:
        upper = index
        plan.formUnion([.hasUpperBound, .excludesUpperBound])
      case (idColumn, SQLITE_INDEX_CONSTRAINT_LE) where upper == nil:
        upper = index
        plan.insert(.hasUpperBound)
      default: break
      }
    }
    guard let query else { return SQLITE_CONSTRAINT }
    for (place, index) in [query, lower, upper].compactMap(\.self).enumerated() {
      info.pointee.aConstraintUsage[index].argvIndex = Int32(place + 1)
    }
    info.pointee.aConstraintUsage[query].omit = 1
    if info.pointee.nOrderBy == 1, info.pointee.aOrderBy[0].iColumn == idColumn {
      info.pointee.orderByConsumed = 1
      if info.pointee.aOrderBy[0].desc != 0 { plan.insert(.isDescending) }
    }
    info.pointee.idxNum = plan.rawValue
    info.pointee.estimatedCost = 1_000
    return SQLITE_OK
  }

  private static func filter(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ idxNum: Int32, _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> Int32 {
    guard let cursor = cursor(base), let values, count > 0, let table = cursor.pointee.base.pVtab,
      let text = sqlite3_value_text(values[0])
    else { return SQLITE_ERROR }
    let plan = Plan(rawValue: idxNum)
    var next = 1
    func bound(_ isPresent: Bool, excludes: Bool, step: Int64, none: Int64) -> Int64 {
      guard isPresent else { return none }
      defer { next += 1 }
      let value = sqlite3_value_int64(values[next])
      return excludes ? value.addingReportingOverflow(step).partialValue : value
    }
    let lower = bound(
      plan.contains(.hasLowerBound), excludes: plan.contains(.excludesLowerBound), step: 1, none: .min)
    let upper = bound(
      plan.contains(.hasUpperBound), excludes: plan.contains(.excludesUpperBound), step: -1, none: .max)
    cursor.pointee.walk?.release()
    cursor.pointee.walk = nil
    let connection = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.connection
      .takeUnretainedValue()
    do {
      let stream = try CandidateStream(
        CandidateQuery(encoded: String(cString: text)), bounds: lower...max(lower, upper),
        plan.contains(.isDescending) ? .newestFirst : .oldestFirst, connection.db, connection.damage)
      cursor.pointee.walk = .passRetained(try Walk(stream))
      return SQLITE_OK
    } catch {
      return code(error)
    }
  }
}
