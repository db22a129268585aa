import GRDB
import TextBasics

/// Finds the number of a term, and gives new ones a number.
///
/// Names that fold to the same text are one term, which keeps the spelling in which it was first met.
struct TermWriter {
  private struct Name: Hashable {
    var kind: TermKind
    var name: String
  }

  private static let limit = 50_000

  private var known: [Name: Int64] = [:]

  mutating func id(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64 {
    let key = Name(kind: kind, name: name)
    if let id = known[key] { return id }
    if known.count >= Self.limit { known.removeAll() }
    let id = try Self.find(kind, name, db) ?? Self.insert(kind, name, db)
    known[key] = id
    return id
  }

  static func find(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64? {
    try FoldedNames.terms(kind, name, db).first
  }

  private static func insert(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64 {
    // No number is given twice: other programs remember names by their numbers.
    let newest = try db.cachedStatement(sql: "SELECT max(id) FROM term").first([]) { try $0.number(0) } ?? 0
    let id = try max(newest, StoreState.lastTerm.value(db)) + 1
    try db.cachedStatement(sql: "INSERT INTO term (id, kind, name, folded) VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, kind.rawValue, name, Folding.fold(name)])
    return id
  }
}
