import Foundation
import GRDB
package import NewsModel

extension NewsStore {
  /// The changes of many articles that can be undone, newest first: the last twenty at most.
  package func undoSteps() throws(StoreError) -> [UndoStep] {
    try read { try UndoJournal(db: $0).steps() }
  }

  /// Undoes a change of many articles, the newest where none is named, and forgets it. Returns nil where there is none.
  ///
  /// An undo that is cancelled or killed goes on where it is called again.
  package func undo(
    _ step: UndoStep.ID? = nil, cancellation: Cancellation? = nil, progress: (BulkProgress) -> Void = { _ in }
  ) throws(StoreError) -> BulkChange? {
    let begun = try read { db in
      let journal = UndoJournal(db: db)
      return try (step ?? journal.newest).map { (step: $0, parts: try journal.size(of: $0)) }
    }
    guard let begun, begun.parts > 0 else { return nil }
    var result = BulkChange()
    for done in 1...begun.parts {
      if cancellation?.isCancelled == true {
        result.wasCancelled = true
        break
      }
      let change = try write(after: result.articles) { writer -> BulkChange in
        guard let part = try UndoJournal(db: writer.db).removePart(of: begun.step) else { return BulkChange() }
        return try writer.apply([part.action], to: part.keys)
      }
      result += change
      progress(BulkProgress(done: done, total: begun.parts))
      if done < begun.parts { Thread.sleep(forTimeInterval: BulkPace.rest / .seconds(1)) }
    }
    result.countEachArticleOnce()
    return result
  }
}

extension BulkChange {
  /// Several actions on one article are parts of their own, and still one article that changed.
  fileprivate mutating func countEachArticleOnce() {
    guard inverse.count > 1 else { return }
    articles = Set(inverse.lazy.flatMap(\.keys)).count
  }
}

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

/// The form in which many keys are written: ascending, each as its distance from the one before, seven bits a byte with the
/// highest bit set in all bytes but the last (LEB128). Articles that came together take a byte or two each.
enum KeyCoding {
  static func encode(_ keys: [ArticleKey]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.count * 2)
    var last: Int64 = 0
    for key in keys.map(\.rawValue).sorted() {
      var distance = UInt64(bitPattern: key &- last)
      last = key
      while distance > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: distance))
    }
    return Data(bytes)
  }

  /// Nil where the bytes are not what `encode` makes.
  static func keys(_ data: Data) -> [ArticleKey]? {
    var keys: [ArticleKey] = []
    var last: Int64 = 0
    var distance: UInt64 = 0
    var shift: UInt64 = 0
    for byte in data {
      guard shift < 64 else { return nil }
      distance |= UInt64(byte & 0x7F) << shift
      shift += 7
      guard byte & 0x80 == 0 else { continue }
      last &+= Int64(bitPattern: distance)
      keys.append(ArticleKey(last))
      (distance, shift) = (0, 0)
    }
    return shift == 0 ? keys : nil
  }
}
