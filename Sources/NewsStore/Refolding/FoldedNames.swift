import GRDB
import TextBasics

/// The tables whose rows are found by their folded name.
///
/// Where names became alike by a change of the rules, the one of the lowest number keeps the folded name. Terms then become one
/// (`StoreWriter.mergeTerms`); of what the reader named, the others get a number behind their name.
struct FoldedNames {
  enum Table: String, CaseIterable {
    case term
    case savedQuery = "saved_query"
    case rule
    case subscription
  }

  let db: Database
  let table: Table

  /// What stands in the place of the folded name of a term that is still to be merged into the one that has it.
  private static let twinMark = "\u{1F}"
  private static let afterTwinMark = "\u{20}"

  // MARK: Finding

  /// The numbers of the terms with a name: one, but while terms with such a name are still to be merged.
  ///
  /// All names are looked at where the index of folded ones is damaged.
  static func terms(_ kind: TermKind, _ name: String, _ db: Database) throws -> [Int64] {
    let folded = Folding.fold(name)
    do {
      return try terms(kind, folded: folded, db)
    } catch let error as DatabaseError where error.isDamage {
      return try FoldedNames(db: db, table: .term).rows("NOT INDEXED WHERE kind = ?", [kind.rawValue])
        .filter { Folding.fold($0.name) == folded }.map(\.id)
    }
  }

  private static func terms(_ kind: TermKind, folded: String, _ db: Database) throws -> [Int64] {
    guard try !Refolding.isDone(db) else {
      return try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM term WHERE kind = ? AND folded = ?"),
        arguments: [kind.rawValue, folded])
    }
    guard try Refolding.isDoneOfNames(db) else {
      return try FoldedNames(db: db, table: .term).rows("WHERE kind = ?", [kind.rawValue])
        .filter { Folding.fold($0.name) == folded }.map(\.id)
    }
    let twin = twinMark + folded
    return try Int64.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT id FROM term WHERE kind = ? AND (folded = ? OR folded >= ? AND folded < ?) ORDER BY folded = ? DESC"),
      arguments: [kind.rawValue, folded, twin + twinMark, twin + afterTwinMark, folded])
  }

  /// The number of the row with a name; nil where there is none.
  func id(_ name: String) throws -> Int64? {
    let folded = Folding.fold(name)
    let statement = try db.cachedStatement(sql: "SELECT id FROM \(table.rawValue) WHERE folded = ?")
    if let id = try Int64.fetchOne(statement, arguments: [folded]) { return id }
    // A store that cannot be written keeps the folded names of other rules.
    guard try !Refolding.isDoneOfNames(db) else { return nil }
    return try rows().first { Folding.fold($0.name) == folded }?.id
  }

  /// The next term that is to be merged into another.
  static func nextTwin(_ db: Database) throws -> (id: Int64, kind: TermKind, name: String)? {
    for kind in TermKind.allCases {
      let statement = try db.cachedStatement(
        sql: "SELECT id, name FROM term WHERE kind = ? AND folded >= ? AND folded < ? LIMIT 1")
      let found = try statement.first([kind.rawValue, twinMark, afterTwinMark]) { (try $0.number(0), try $0.text(1)) }
      if let (id, name) = found { return (id, kind, name) }
    }
    return nil
  }

  // MARK: Folding anew

  private struct Named {
    var id: Int64
    var name: String
    var folded: String
  }

  private func rows(_ condition: String = "", _ arguments: StatementArguments = []) throws -> [Named] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, folded FROM \(table.rawValue) \(condition) ORDER BY id", arguments: arguments
    ).map { Named(id: try $0.number(0), name: try $0.text(1), folded: try $0.text(2)) }
  }

  /// Folds all names by the present rules.
  func refold() throws {
    let changed = try rows().filter { Folding.fold($0.name) != $0.folded }
    // All make room first: the new folded name of one may be the old one of another.
    for row in changed { try setFolded(twin(row), of: row.id) }
    for row in changed {
      if try !isTaken(Folding.fold(row.name), besides: row.id) {
        try setFolded(Folding.fold(row.name), of: row.id)
      } else if table != .term {
        try rename(row)
      }
    }
  }

  private func twin(_ row: Named) -> String {
    Self.twinMark + Folding.fold(row.name) + Self.twinMark + String(row.id)
  }

  private func setFolded(_ folded: String, of id: Int64) throws {
    try db.execute(sql: "UPDATE \(table.rawValue) SET folded = ? WHERE id = ?", arguments: [folded, id])
  }

  private func isTaken(_ folded: String, besides id: Int64) throws -> Bool {
    let ofItsKind = table == .term ? "AND kind = (SELECT kind FROM term WHERE id = ?2)" : "AND ?2 = ?2"
    return try Int64.fetchOne(
      db, sql: "SELECT id FROM \(table.rawValue) WHERE folded = ?1 \(ofItsKind)", arguments: [folded, id]) != nil
  }

  private func rename(_ row: Named) throws {
    var number = 2
    while try isTaken(Folding.fold("\(row.name) \(number)"), besides: row.id) { number += 1 }
    let name = "\(row.name) \(number)"
    try db.execute(
      sql: "UPDATE \(table.rawValue) SET name = ?, folded = ? WHERE id = ?",
      arguments: [name, Folding.fold(name), row.id])
  }
}
