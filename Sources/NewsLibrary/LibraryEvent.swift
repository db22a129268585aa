/// What a library tells those who show it.
public enum LibraryEvent: Hashable, Sendable {
  /// Articles or their statuses are no longer what they were.
  case changed(by: Changer)
  /// Damage of the store was met (`NewsLibrary.damageMet`).
  case damageMet

  /// Who changed them.
  public enum Changer: Hashable, Sendable {
    /// A call of this library, or an import into it.
    case thisProgram
    case anotherProgram
  }
}
