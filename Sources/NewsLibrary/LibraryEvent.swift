import NewsStore

/// What a library tells those who show it.
package enum LibraryEvent: Equatable, Sendable {
  /// Articles or their statuses are no longer what they were.
  case changed(by: Changer)
  /// Damage of the store was met (`NewsLibrary.damageMet`).
  case damageMet
  /// The file of the store is no longer the one that was opened; whatever is asked of the library throws `LibraryError.lost`.
  case lost(LibraryError)

  /// Who changed them.
  package enum Changer: Hashable, Sendable {
    /// A call of this library, or an import into it.
    case thisProgram
    case anotherProgram
  }
}
