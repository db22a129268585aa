import GRDB
package import NewsModel

extension NewsStore {
  /// The queries that the reader keeps, in the reader's order.
  package func savedQueries() throws(StoreError) -> [SavedQuery] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM saved_query ORDER BY position, id")
        .map { SavedQuery(name: try $0.text(0), text: try $0.text(1)) }
    }
  }

  /// The saved query of a name. Throws `StoreError.name` where there is none.
  package func savedQuery(_ name: String) throws(StoreError) -> SavedQuery {
    try read { db in
      let id = try NamedRows(db: db, table: .savedQuery).existingID(name)
      let row = try Row.fetchOne(db, sql: "SELECT name, query FROM saved_query WHERE id = ?", arguments: [id])
      return SavedQuery(name: try row?.text(0) ?? name, text: try row?.text(1) ?? "")
    }
  }

  /// Keeps a query under its name: in the place of the one that has the name, else behind the others.
  ///
  /// The text is kept as it is; whether it is a query shows when it is used. Throws `StoreError.name` for a name that is
  /// empty or too long.
  package func save(_ query: SavedQuery) throws(StoreError) {
    try write { try $0.savedQueries.save(query.name, ["query": query.text]) }
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
