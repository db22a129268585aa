import GRDB
import TextBasics

/// How far the store has come after a change of the rules by which text is folded (`Folding.version`).
///
/// Names come first, in one transaction when the store is opened; then, in short ones beside whatever else is done: terms whose
/// names became alike, folded titles with the numbers under which articles are found, and numbers that none has any more. Each
/// step notes in its transaction where the next one begins, so that a kill costs a step. Until all is done, queries fold what
/// they look at, so that they are exact; the search index begins anew by itself (`SearchBlock.form`).
enum Refolding {
  /// Whether the present rules made all that is folded in the store.
  ///
  /// Where the file does not tell, they are taken for others, which is exact and slower.
  static func isDone(_ db: Database) throws -> Bool { try StoreState.folding.readable(db) == Int64(Folding.version) }

  /// Whether they made the folded names, at least.
  static func isDoneOfNames(_ db: Database) throws -> Bool {
    try isDone(db) || StoreState.refolding.readable(db) == Int64(Folding.version)
  }

  /// Begins where the rules are not those that made the store; throws where the file does not tell.
  static func begin(_ pool: DatabasePool) throws {
    let isDone = try pool.read { db in
      _ = try StoreState.folding.value(db)
      return try isDoneOfNames(db)
    }
    guard !isDone else { return }
    try pool.write { db in
      for table in FoldedNames.Table.allCases { try FoldedNames(db: db, table: table).refold() }
      try StoreState.refolding.set(Int64(Folding.version), db)
      for state in [StoreState.refoldedKey, .sweptDigest, .sweptKey, .staleNumbers] { try state.set(0, db) }
    }
  }
}
