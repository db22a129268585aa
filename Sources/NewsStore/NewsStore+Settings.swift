import GRDB

/// A text that a program keeps in the store for its next start.
package enum StoreSetting: String {
  /// The reader's place in the dashboard.
  case session
  /// From what the bundled sample was made, and when.
  case sample
}

extension NewsStore {
  /// The text that was kept last; nil where none was.
  package func setting(_ setting: StoreSetting) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
    }
  }

  /// Keeps a text in place of the last one.
  package func set(_ setting: StoreSetting, to value: String) throws(StoreError) {
    try write(isSeen: false) { writer in
      try writer.db.execute(
        sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [setting.rawValue, value])
    }
  }
}
