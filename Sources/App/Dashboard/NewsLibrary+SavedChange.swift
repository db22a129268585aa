import Dashboard
import NewsLibrary

extension NewsLibrary {
  /// Changes what the reader keeps.
  ///
  /// - Throws: what the store throws.
  func make(_ change: SavedChange) throws {
    switch change {
    case .saveQuery(let query): try save(query)
    case .renameQuery(let name, let newName): try renameSavedQuery(name, to: newName)
    case .removeQuery(let name): try removeSavedQuery(name)
    case .moveQuery(let name, let place): try moveSavedQuery(name, to: place)
    case .saveRule(let rule): try save(rule)
    case .renameRule(let name, let newName): try renameRule(name, to: newName)
    case .removeRule(let name): try removeRule(name)
    case .moveRule(let name, let place): try moveRule(name, to: place)
    case .setRule(let name, let isEnabled): try setRule(name, isEnabled: isEnabled)
    }
  }
}
