import GRDB

extension Schema {
  /// Version 2: the roll-ups of one block of time lie together, whatever the term (`CountChanges.block`).
  static func groupVolumesByBlock(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE volume RENAME TO volume_by_term;
        CREATE TABLE volume (
          block INTEGER NOT NULL,             -- CountChanges.block
          term_id INTEGER NOT NULL REFERENCES term (id),
          quarter INTEGER NOT NULL,           -- quarter-hours since 1970-01-01T00:00:00Z
          articles INTEGER NOT NULL,
          unread INTEGER NOT NULL,
          starred INTEGER NOT NULL,
          stubs INTEGER NOT NULL,
          PRIMARY KEY (block, term_id, quarter)
        ) STRICT, WITHOUT ROWID;
        """)
    let volumes = try Row.fetchCursor(
      db, sql: "SELECT term_id, quarter, articles, unread, starred, stubs FROM volume_by_term")
    let insert = try db.makeStatement(sql: "INSERT INTO volume VALUES (?, ?, ?, ?, ?, ?, ?)")
    while let row = try volumes.next() {
      let numbers = try (0..<6).map { try row.number($0) }
      try insert.run(([CountChanges.block(of: numbers[1])] + numbers)[...])
    }
    try db.execute(sql: "DROP TABLE volume_by_term")
  }
}
