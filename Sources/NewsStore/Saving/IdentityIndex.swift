import GRDB

/// The keys of articles by the digests of what they are, with the changes of a transaction that are not written yet.
struct IdentityIndex {
  private static let inserts = BulkInsert(into: "identity", columns: ["digest", "key"], onConflict: "NOTHING")

  /// By digest, then by key: whether the row is to be there.
  private var changes: [Int64: [Int64: Bool]] = [:]

  /// What the table says of digests that were looked up beforehand; of more than `few` keys the first ones.
  private var stored: [Int64: [Int64]] = [:]

  /// What so many articles share tells none of them from another, and to look at all of them for each item takes too long: a body of
  /// a hundred thousand items may have one address.
  static let few = 128

  private static let lookUpSize = 64
  private static let lookUpSQL =
    "SELECT digest, key FROM identity WHERE digest IN ("
    + repeatElement("?", count: lookUpSize).joined(separator: ", ") + ")"

  /// Looks many digests up at once, which takes a fraction of the time of one by one.
  mutating func lookUp(_ digests: [Int64], _ db: Database) throws {
    let digests = digests.sorted()
    for start in stride(from: 0, to: digests.count, by: Self.lookUpSize) {
      let chunk = digests[start..<min(start + Self.lookUpSize, digests.count)]
      for digest in chunk { stored[digest] = [] }
      if try !lookUp(chunk, db) {
        for digest in chunk { stored[digest] = try Self.firstKeys(digest, db) }
      }
    }
  }

  /// Returns whether it came to the end, before it met so many keys that one of the digests may have more than `few`.
  private mutating func lookUp(_ chunk: ArraySlice<Int64>, _ db: Database) throws -> Bool {
    let padded = chunk + repeatElement(chunk[chunk.startIndex], count: Self.lookUpSize - chunk.count)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Self.lookUpSQL), arguments: StatementArguments(padded))
    var left = Self.lookUpSize + Self.few
    while let row = try rows.next() {
      stored[try row.number(0), default: []].append(try row.number(1))
      left -= 1
      if left == 0 { return false }
    }
    return true
  }

  private static func firstKeys(_ digest: Int64, _ db: Database) throws -> [Int64] {
    try db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key LIMIT ?")
      .numbers(digest, Int64(few + 1))
  }

  /// In the order in which the articles came.
  func keys(_ digest: Int64, _ db: Database) throws -> [Int64] {
    let stored =
      try stored[digest].flatMap { $0.count > Self.few ? nil : $0 }
      ?? db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key").numbers(digest)
    return changed(stored, digest)
  }

  /// The same; nil where there are more than `few`.
  func fewKeys(_ digest: Int64, _ db: Database) throws -> [Int64]? {
    let stored = try stored[digest] ?? Self.firstKeys(digest, db)
    guard stored.count <= Self.few, changes[digest]?.count ?? 0 <= Self.few else { return nil }
    let keys = changed(stored, digest)
    return keys.count <= Self.few ? keys : nil
  }

  private func changed(_ stored: [Int64], _ digest: Int64) -> [Int64] {
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
