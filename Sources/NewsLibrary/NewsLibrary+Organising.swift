package import NewsModel
import NewsStore

extension NewsLibrary {
  /// The queries that the reader keeps, in the reader's order.
  package func savedQueries() throws(LibraryError) -> [SavedQuery] { try store.savedQueries() }

  /// The saved query of a name. Throws `LibraryError.name` where there is none.
  package func savedQuery(_ name: String) throws(LibraryError) -> SavedQuery { try store.savedQuery(name) }

  /// Keeps a query under its name: in the place of the one that has the name, else behind the others.
  ///
  /// Throws `LibraryError.name` for a name that is empty or too long.
  package func save(_ query: SavedQuery) throws(LibraryError) {
    try store.save(query)
    announceOwnChange()
  }

  /// Gives a saved query another name. Throws `LibraryError.name` where there is none, or where another has the new name.
  package func renameSavedQuery(_ name: String, to newName: String) throws(LibraryError) {
    try store.renameSavedQuery(name, to: newName)
    announceOwnChange()
  }

  /// Forgets a saved query. Throws `LibraryError.name` where there is none.
  package func removeSavedQuery(_ name: String) throws(LibraryError) {
    try store.removeSavedQuery(name)
    announceOwnChange()
  }

  /// Puts a saved query at a place in the order, from 0. Throws `LibraryError.name` where there is none.
  package func moveSavedQuery(_ name: String, to place: Int) throws(LibraryError) {
    try store.moveSavedQuery(name, to: place)
    announceOwnChange()
  }
}

extension NewsLibrary {
  /// The rules for arriving news, in the order in which they are followed.
  package func rules() throws(LibraryError) -> [Rule] { try store.rules() }

  /// The rule of a name. Throws `LibraryError.name` where there is none.
  package func rule(_ name: String) throws(LibraryError) -> Rule { try store.rule(name) }

  /// Keeps a rule under its name: in the place of the one that has the name, else behind the others.
  ///
  /// It is followed from now on; `apply(_:matching:)` does the same to what is there already. Throws `LibraryError.name`
  /// for a name, of the rule or of a tag in it, that is empty or too long.
  package func save(_ rule: Rule) throws(LibraryError) {
    try store.save(rule)
    announceOwnChange()
  }

  /// Lets a rule rest, or puts it in force again. Throws `LibraryError.name` where there is none.
  package func setRule(_ name: String, isEnabled: Bool) throws(LibraryError) {
    try store.setRule(name, isEnabled: isEnabled)
    announceOwnChange()
  }

  /// Gives a rule another name. Throws `LibraryError.name` where there is none, or where another has the new name.
  package func renameRule(_ name: String, to newName: String) throws(LibraryError) {
    try store.renameRule(name, to: newName)
    announceOwnChange()
  }

  /// Forgets a rule; what it did stays. Throws `LibraryError.name` where there is none.
  package func removeRule(_ name: String) throws(LibraryError) {
    try store.removeRule(name)
    announceOwnChange()
  }

  /// Puts a rule at a place in the order, from 0. Throws `LibraryError.name` where there is none.
  package func moveRule(_ name: String, to place: Int) throws(LibraryError) {
    try store.moveRule(name, to: place)
    announceOwnChange()
  }
}
