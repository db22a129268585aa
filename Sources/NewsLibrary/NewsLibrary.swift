package import Foundation
import Log
package import NewsModel
package import NewsStore

/// The use cases of newstape over one store: import, refresh, export, indexing, backup and repair, the bundled sample.
///
/// What only reads or writes is a call of `store`. All functions are synchronous and may be called from any thread; reads run
/// beside each other and beside an import.
package final class NewsLibrary: Sendable {
  /// Whether this is the bundled sample, not the user's own news.
  package let isSample: Bool
  package let store: NewsStore
  /// The folder to remove at the end: the sample of a user whose folders cannot be written.
  private let temporaryFolder: String?
  private let indexer: BackgroundIndexer?

  /// Opens the store at a path.
  ///
  /// - Parameters:
  ///   - mode: whether a store that is not there is made.
  ///   - onUpgrade: told how far bringing a store of an older program up to date has come.
  ///   - onEvent: observes the store (`NewsStore.observe`). With it the library also takes whatever waits for the search index
  ///     into it.
  package static func open(
    at path: String, _ mode: NewsStore.OpenMode = .create,
    onUpgrade: @escaping (UpgradeProgress) -> Void = { _ in }, onEvent: (@Sendable (StoreEvent) -> Void)? = nil
  ) throws(StoreError) -> NewsLibrary {
    NewsLibrary(store: try NewsStore.open(at: path, mode, onUpgrade: onUpgrade), onEvent: onEvent)
  }

  /// Opens the bundled sample; it is made first where it is not there yet or out of date.
  ///
  /// - Parameter zone: the reader's, in which the sample's times of day are meant.
  package static func open(
    _ sample: SampleLibrary, now: Timestamp = .now, zone: TimeZone, onEvent: (@Sendable (StoreEvent) -> Void)? = nil
  ) throws(StoreError) -> NewsLibrary {
    let (store, temporaryFolder) = try sample.open(now: now, zone: zone)
    return NewsLibrary(store: store, isSample: true, temporaryFolder: temporaryFolder, onEvent: onEvent)
  }

  private init(
    store: NewsStore, isSample: Bool = false, temporaryFolder: String? = nil,
    onEvent: (@Sendable (StoreEvent) -> Void)?
  ) {
    self.store = store
    self.isSample = isSample
    self.temporaryFolder = temporaryFolder
    let indexer = onEvent.map { _ in BackgroundIndexer(store) }
    self.indexer = indexer
    if let onEvent {
      store.observe { event in
        // New articles wait for the index, and a part of it that is damaged is made anew.
        indexer?.wake()
        onEvent(event)
      }
    }
  }

  /// Ends the use of the library. Call it once, when no other call is running; nothing works afterwards.
  package func close() throws(StoreError) {
    indexer?.stop()
    try store.close()
    guard let temporaryFolder else { return }
    Log.attempt("remove the folder of the sample", .info) {
      try FileManager.default.removeItem(atPath: temporaryFolder)
    }
  }
}

/// Where a library's store lies and whose it is.
package struct LibraryLocation: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A file that the user named.
    case named
    /// The user's store in its usual place.
    case user
    /// The bundled sample.
    case sample
  }

  package let kind: Kind
  package let path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The store to read: the named one, else the user's, else the sample where the user has none yet.
  package static func forReading(named: String?, user: String, sample: String) -> LibraryLocation {
    let own = forWriting(named: named, user: user)
    let exists = own.kind == .named || FileManager.default.fileExists(atPath: user)
    return exists ? own : LibraryLocation(.sample, path: sample)
  }

  /// The store to import into, which is never the sample.
  package static func forWriting(named: String?, user: String) -> LibraryLocation {
    named.map { LibraryLocation(.named, path: $0) } ?? LibraryLocation(.user, path: user)
  }
}
