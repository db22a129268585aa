import GRDB
import NewsModel

/// What undoes the last changes of many articles, kept in the store so that it outlives the program.
///
/// A step is written in parts, each in the transaction of the change that it undoes, and taken off in the same way: whatever
/// moment a program is killed at, what was done can be undone, and what was undone is not undone again.
struct UndoJournal {
  let db: Database

  /// Older steps are forgotten.
  static let keptSteps = 20
  /// Of all parts together; the newest step is kept whatever its size. A million articles take one or two megabytes.
  static let keptBytes = 8 << 20

  /// Begins a step, in which nothing has been done yet, and makes room for it.
  func begin(_ actions: [StatusAction], at now: Timestamp) throws -> UndoStep.ID {
    try trim()
    try db.cachedStatement(sql: "INSERT INTO undo_step (made, actions, articles) VALUES (?, ?, 0)")
      .execute(arguments: [now.rawValue, actions.lines])
    return UndoStep.ID(rawValue: db.lastInsertedRowID)
  }

  /// Whether the step can still be undone.
  func holds(_ step: UndoStep.ID) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM undo_step WHERE id = ?")
    return try !statement.numbers(step.rawValue).isEmpty
  }

  /// Adds to a step what one transaction did.
  func append(_ change: BulkChange, to step: UndoStep.ID) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO undo_part (step_id, number, action, keys)
        VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM undo_part WHERE step_id = ?1), ?2, ?3)
        """)
    // The part of the highest number is undone first.
    for part in change.inverse.reversed() {
      try insert.execute(arguments: [step.rawValue, part.action.description, KeyCoding.encode(part.keys)])
    }
    try db.cachedStatement(sql: "UPDATE undo_step SET articles = articles + ? WHERE id = ?")
      .execute(arguments: [change.articles, step.rawValue])
  }

  /// The steps that can be undone, newest first.
  func steps() throws -> [UndoStep] {
    try Row.fetchAll(db, sql: "SELECT id, made, actions, articles FROM undo_step ORDER BY id DESC").map { row in
      UndoStep(
        id: UndoStep.ID(rawValue: try row.number(0)), made: try row.moment(1),
        actions: [StatusAction](lines: try row.text(2)), articles: try row.count(3))
    }
  }

  var newest: UndoStep.ID? {
    get throws { try Int64.fetchOne(db, sql: "SELECT max(id) FROM undo_step").map { UndoStep.ID(rawValue: $0) } }
  }

  /// The parts of a step that are left.
  func size(of step: UndoStep.ID) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM undo_part WHERE step_id = ?", arguments: [step.rawValue]) ?? 0
  }

  /// Takes the part off that is to be undone next, and the step with its last part; nil where nothing of it is left.
  func removePart(of step: UndoStep.ID) throws -> StatusChange? {
    let statement = try db.cachedStatement(
      sql: "SELECT number, action, keys FROM undo_part WHERE step_id = ? ORDER BY number DESC LIMIT 1")
    let part = try statement.first([step.rawValue]) { row in
      (
        number: try row.number(0), action: StatusAction(try row.text(1)),
        keys: KeyCoding.keys(try row.bytes(2))
      )
    }
    guard let part else { return nil }
    try db.cachedStatement(sql: "DELETE FROM undo_part WHERE step_id = ? AND number = ?")
      .execute(arguments: [step.rawValue, part.number])
    if try size(of: step) == 0 { try remove(step) }
    guard let action = part.action, let keys = part.keys else {
      throw StoreError.failed(detail: "undo step \(step.rawValue) cannot be read")
    }
    return StatusChange(action, of: keys)
  }

  private func remove(_ step: UndoStep.ID) throws {
    try db.cachedStatement(sql: "DELETE FROM undo_step WHERE id = ?").execute(arguments: [step.rawValue])
  }

  /// Forgets the oldest steps that are more than is kept, a new one included.
  private func trim() throws {
    let sizes = try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, coalesce((SELECT sum(length(keys)) FROM undo_part WHERE step_id = s.id), 0)
        FROM undo_step s ORDER BY s.id DESC
        """)
    var bytes = 0
    for (index, row) in sizes.enumerated() {
      bytes += try row.count(1)
      if index + 1 >= Self.keptSteps || index > 0 && bytes > Self.keptBytes {
        try remove(UndoStep.ID(rawValue: try row.number(0)))
      }
    }
  }
}

extension [StatusAction] {
  /// One a line: no name of a tag has a line break.
  var lines: String { map(\.description).joined(separator: "\n") }

  /// Reads what `lines` writes; what a newer program wrote and this one does not know is left out.
  init(lines: String) { self = lines.split(separator: "\n").compactMap { StatusAction(String($0)) } }
}
