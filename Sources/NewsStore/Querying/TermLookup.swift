import GRDB

/// Finds the numbers of terms and remembers them, for queries that are asked of many articles in turn.
///
/// Within one transaction: what was found in one that is rolled back may later be another term's.
final class TermLookup {
  private struct Name: Hashable {
    var kind: TermKind
    var name: String
  }

  private let db: Database
  private var known: [Name: [Int64]] = [:]

  init(_ db: Database) { self.db = db }

  /// None where there is no such term yet, which is looked for again every time.
  func ids(_ kind: TermKind, _ name: String) throws -> [Int64] {
    let key = Name(kind: kind, name: name)
    if let ids = known[key] { return ids }
    let ids = try FoldedNames.terms(kind, name, db)
    if !ids.isEmpty { known[key] = ids }
    return ids
  }
}
