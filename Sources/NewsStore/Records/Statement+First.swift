internal import GRDB

extension Statement {
  /// What `decode` makes of the first row; nil where there is none.
  ///
  /// A row is only valid while its cursor lives, which a chain of calls on a cursor does not see to.
  func first<T>(_ arguments: StatementArguments, _ decode: (Row) throws -> T) throws -> T? {
    let rows = try Row.fetchCursor(self, arguments: arguments)
    return try withExtendedLifetime(rows) { try rows.next().map(decode) }
  }
}
