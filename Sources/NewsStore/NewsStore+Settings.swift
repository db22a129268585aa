import GRDB

extension NewsStore {
  /// What was last set under the name; nil where nothing was.
  package func setting(_ name: String) throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  /// Remembers a value under a name, such as the place in the list; nil forgets it.
  package func setSetting(_ name: String, _ value: String?) throws(StoreError) {
    try write { writer in
      if let value {
        try writer.db.execute(
          sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          arguments: [name, value])
      } else {
        try writer.db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
      }
    }
  }
}
