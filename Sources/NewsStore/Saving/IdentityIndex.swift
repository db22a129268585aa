internal import GRDB

/// The keys of articles by the digests of what they are, with the changes of a transaction that are not written yet.
struct IdentityIndex {
  private static let inserts = BulkInsert(into: "identity", columns: ["digest", "key"], onConflict: "NOTHING")

  /// By digest, then by key: whether the row is to be there.
  private var changes: [Int64: [Int64: Bool]] = [:]

  /// What the table says of digests that were looked up beforehand.
  private var stored: [Int64: [Int64]] = [:]

  private static let lookUpSize = 64
  private static let lookUpSQL =
    "SELECT digest, key FROM identity WHERE digest IN ("
    + repeatElement("?", count: lookUpSize).joined(separator: ", ") + ")"

  /// Looks many digests up at once, which takes a fraction of the time of one by one.
  mutating func lookUp(_ digests: [Int64], _ db: Database) throws {
    let digests = digests.sorted()
    for digest in digests { stored[digest] = [] }
    let many = try db.cachedStatement(sql: Self.lookUpSQL)
    for start in stride(from: 0, to: digests.count, by: Self.lookUpSize) {
      let chunk = digests[start..<min(start + Self.lookUpSize, digests.count)]
      let padded = chunk + repeatElement(chunk[start], count: Self.lookUpSize - chunk.count)
      let rows = try Row.fetchCursor(many, arguments: StatementArguments(padded))
      while let row = try rows.next() { stored[row[0], default: []].append(row[1]) }
    }
  }

  /// In the order in which the articles came.
  func keys(_ digest: Int64, _ db: Database) throws -> [Int64] {
    let stored =
      try stored[digest]
      ?? Int64.fetchAll(
        db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key"), arguments: [digest])
    guard let changed = changes[digest] else { return stored }
    return (stored.filter { changed[$0] == nil } + changed.filter(\.value).keys).sorted()
  }

  mutating func add(_ digest: Int64, _ key: Int64) { changes[digest, default: [:]][key] = true }

  mutating func remove(_ digest: Int64, _ key: Int64) { changes[digest, default: [:]][key] = false }

  mutating func flush(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM identity WHERE digest = ? AND key = ?")
    var added: [Int64] = []
    for (digest, keys) in changes.sorted(by: { $0.key < $1.key }) {
      for (key, isThere) in keys.sorted(by: { $0.key < $1.key }) {
        if isThere { added += [digest, key] } else { try delete.execute(arguments: [digest, key]) }
      }
    }
    try Self.inserts.insert(added, db)
    changes.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
  }
}
