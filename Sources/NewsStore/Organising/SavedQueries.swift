import GRDB
package import NewsModel
import TextBasics

extension NewsStore {
  /// The queries that the reader keeps, in the reader's order.
  package func savedQueries() throws(StoreError) -> [SavedQuery] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, query, is_rechecked FROM saved_query ORDER BY position, id")
        .map { SavedQuery(name: try $0.text(0), text: try $0.text(1), isRechecked: try $0.flag(2)) }
    }
  }

  /// The saved query of a name. Throws `StoreError.name` where there is none.
  package func savedQuery(_ name: String) throws(StoreError) -> SavedQuery {
    try read { db in
      let id = try NamedRows(db: db, table: .savedQuery).existingID(name)
      let row = try Row.fetchOne(
        db, sql: "SELECT name, query, is_rechecked FROM saved_query WHERE id = ?", arguments: [id])
      return SavedQuery(
        name: try row?.text(0) ?? name, text: try row?.text(1) ?? "", isRechecked: try row?.flag(2) ?? false)
    }
  }

  /// Keeps a query under its name: in the place of the one that has the name, else behind the others.
  ///
  /// The text is kept as it is; whether it is a query shows when it is used. Throws `StoreError.name` for a name that is
  /// empty or too long.
  package func save(_ query: SavedQuery) throws(StoreError) {
    try write { try $0.savedQueries.save(query.name, ["query": query.text, "is_rechecked": query.isRechecked]) }
  }

  /// Gives a saved query another name. Throws `StoreError.name` where there is none, or where another has the new name.
  package func renameSavedQuery(_ name: String, to newName: String) throws(StoreError) {
    try write { try $0.savedQueries.rename(name, to: newName) }
  }

  /// Forgets a saved query. Throws `StoreError.name` where there is none.
  package func removeSavedQuery(_ name: String) throws(StoreError) {
    try write { try $0.savedQueries.remove(name) }
  }

  /// Puts a saved query at a place in the order, from 0. Throws `StoreError.name` where there is none.
  package func moveSavedQuery(_ name: String, to place: Int) throws(StoreError) {
    try write { try $0.savedQueries.move(name, to: place) }
  }
}

extension StoreWriter {
  fileprivate var savedQueries: NamedRows { NamedRows(db: db, table: .savedQuery) }
}

/// The rows of a table of named things in the reader's order: saved queries or rules.
///
/// Names that fold to the same text are one name; the spelling is that in which it was last given.
struct NamedRows {
  let db: Database
  let table: FoldedNames.Table

  func id(_ name: String) throws -> Int64? { try FoldedNames(db: db, table: table).id(name) }

  func existingID(_ name: String) throws -> Int64 {
    guard let id = try id(name) else { throw StoreError.name(.unknown(name)) }
    return id
  }

  /// Writes the columns of the row of a name, which is made behind the others where it is not there yet.
  func save(_ name: String, _ columns: KeyValuePairs<String, any DatabaseValueConvertible>) throws {
    let name = try Self.checked(name)
    let columns = [("name", name as any DatabaseValueConvertible)] + columns.map { ($0.key, $0.value) }
    if let id = try id(name) {
      let assignments = columns.map { "\($0.0) = ?" }.joined(separator: ", ")
      try db.execute(
        sql: "UPDATE \(table.rawValue) SET \(assignments) WHERE id = ?",
        arguments: StatementArguments(columns.map(\.1) + [id]))
    } else {
      let names = columns.map(\.0).joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO \(table.rawValue) (\(names), folded, position)
          VALUES (\(marks), ?, (SELECT coalesce(max(position), -1) + 1 FROM \(table.rawValue)))
          """, arguments: StatementArguments(columns.map(\.1) + [Folding.fold(name)]))
    }
  }

  func rename(_ name: String, to newName: String) throws {
    let newName = try Self.checked(newName)
    let id = try existingID(name)
    if let other = try self.id(newName), other != id { throw StoreError.name(.taken(newName)) }
    try db.execute(
      sql: "UPDATE \(table.rawValue) SET name = ?, folded = ? WHERE id = ?",
      arguments: [newName, Folding.fold(newName), id])
  }

  func remove(_ name: String) throws {
    try db.execute(sql: "DELETE FROM \(table.rawValue) WHERE id = ?", arguments: [existingID(name)])
  }

  /// Puts the row of a name at a place in the order, from 0; places beyond the end are the end.
  func move(_ name: String, to place: Int) throws {
    let id = try existingID(name)
    var ids = try Int64.fetchAll(db, sql: "SELECT id FROM \(table.rawValue) ORDER BY position, id")
    ids.removeAll { $0 == id }
    ids.insert(id, at: min(max(0, place), ids.count))
    for (position, id) in ids.enumerated() {
      try db.execute(sql: "UPDATE \(table.rawValue) SET position = ? WHERE id = ?", arguments: [position, id])
    }
  }

  private static func checked(_ name: String) throws -> String {
    do {
      return try NameProblem.checked(name)
    } catch {
      throw StoreError.name(error)
    }
  }
}
