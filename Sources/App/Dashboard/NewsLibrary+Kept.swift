import Dashboard
import Foundation
import Log
import NewsLibrary

/// What the dashboard keeps in the store besides news.
extension NewsLibrary {
  func save(_ session: SavedSession) throws {
    try saveSession(String(decoding: JSONEncoder().encode(session), as: UTF8.self))
  }

  /// Where the reader was; nil at the first start. What another version wrote and this one cannot read is nil, too, and logged.
  func savedSession() -> SavedSession? {
    Log.attempt("read where the reader was") {
      guard let text = try session(), !text.isEmpty else { return nil }
      return try JSONDecoder().decode(SavedSession.self, from: Data(text.utf8))
    }
    .flatMap(\.self)
  }

  /// Changes saved queries and rules.
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
