import Dashboard
import Foundation
import NewsLibrary

extension NewsLibrary {
  func save(_ session: SavedSession) throws {
    try saveSession(String(decoding: JSONEncoder().encode(session), as: UTF8.self))
  }

  /// Where the reader was; nil at the first start, or where another version wrote what this one cannot read.
  func savedSession() -> SavedSession? {
    guard let text = try? session() else { return nil }
    return try? JSONDecoder().decode(SavedSession.self, from: Data(text.utf8))
  }
}
