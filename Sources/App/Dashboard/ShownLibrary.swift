import Dashboard
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import Synchronization

/// The library that the dashboard shows: the sample, where the reader has no store yet, until there is something to keep in a
/// store of their own.
final class ShownLibrary: Sendable {
  private struct Libraries {
    var current: NewsLibrary
    /// Those shown before: somebody may still be reading them.
    var former: [NewsLibrary] = []
  }

  private let libraries: Mutex<Libraries>
  private let openOwn: @Sendable () throws -> NewsLibrary

  /// - Parameter openOwn: makes and opens the reader's own store.
  init(_ library: NewsLibrary, openOwn: @escaping @Sendable () throws -> NewsLibrary) {
    libraries = Mutex(Libraries(current: library))
    self.openOwn = openOwn
  }

  var current: NewsLibrary { libraries.withLock { $0.current } }

  /// Runs `body` on the reader's own library. Where the sample is shown that one takes its place, once `body` has succeeded.
  ///
  /// - Returns: what `body` returned, and whether another library is shown now.
  func withOwn<T>(_ body: (NewsLibrary) throws -> T) throws -> (result: T, hasChanged: Bool) {
    let shown = current
    guard shown.isSample else { return (try body(shown), false) }
    let own = try openOwn()
    do {
      let result = try body(own)
      libraries.withLock { libraries in
        libraries.former.append(libraries.current)
        libraries.current = own
      }
      return (result, true)
    } catch {
      own.closeAndLog()
      throw error
    }
  }

  /// Ends the use of all of them, when nobody reads or writes any more.
  func close() {
    let all = libraries.withLock { $0.former + [$0.current] }
    for library in all { library.closeAndLog() }
  }
}

/// What the dashboard keeps in the store besides news.
extension NewsStore {
  func save(_ session: SavedSession) throws {
    try set(.session, to: String(decoding: JSONEncoder().encode(session), as: UTF8.self))
  }

  /// Where the reader was; nil at the first start. What another version wrote and this one cannot read is nil, too, and logged.
  func savedSession() -> SavedSession? {
    Log.attempt("read where the reader was") {
      guard let text = try setting(.session), !text.isEmpty else { return nil }
      return try JSONDecoder().decode(SavedSession.self, from: Data(text.utf8))
    }
    .flatMap(\.self)
  }

  /// When the dashboard was left last; nil where it never was. One that cannot be read is nil, too, and logged.
  var knownLastVisit: Timestamp? {
    Log.attempt("read when the dashboard was left") { try lastVisit() }.flatMap(\.self)
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
