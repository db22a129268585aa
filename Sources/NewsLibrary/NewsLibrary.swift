public import Foundation
public import NewsModel
public import NewsStore

/// Why the library could not answer.
public typealias LibraryError = StoreError
/// Lets one thread stop a long read of the library that runs on another.
public typealias LibraryCancellation = Cancellation
/// What to do where there is no store yet.
public typealias OpenMode = NewsStore.OpenMode

/// The use cases of newstape over one store: what dashboard and command line read and change.
///
/// All functions are synchronous and may be called from any thread; reads run beside each other and beside an import.
public final class NewsLibrary: Sendable {
  /// Whether this is the bundled sample, not the user's own news.
  public let isSample: Bool
  /// The folder to remove at the end: the sample of a user whose folders cannot be written.
  private let temporaryFolder: String?
  let store: NewsStore
  private let onEvent: (@Sendable (LibraryEvent) -> Void)?
  private let watcher: ChangeWatcher?
  private let indexer: BackgroundIndexer?

  /// Opens the store at a path.
  ///
  /// - Parameters:
  ///   - mode: whether a store that is not there is made.
  ///   - onEvent: called after every change, on the thread that made it or on one of the library's own. With it the
  ///     store is also watched for the changes of other programs, which are noticed within about half a second, and
  ///     whatever waits for the search index is taken into it.
  public static func open(
    at path: String, _ mode: OpenMode = .create,
    onEvent: (@Sendable (LibraryEvent) -> Void)? = nil
  ) throws(LibraryError) -> NewsLibrary {
    NewsLibrary(store: try NewsStore.open(at: path, mode), onEvent: onEvent)
  }

  /// Opens the bundled sample; it is made first where it is not there yet or out of date.
  ///
  /// - Parameter zone: the reader's, in which the sample's times of day are meant.
  public static func open(
    _ sample: SampleLibrary, now: Timestamp = .now, zone: TimeZone, onEvent: (@Sendable (LibraryEvent) -> Void)? = nil
  ) throws(LibraryError) -> NewsLibrary {
    let (store, temporaryFolder) = try sample.open(now: now, zone: zone)
    return NewsLibrary(store: store, isSample: true, temporaryFolder: temporaryFolder, onEvent: onEvent)
  }

  private init(
    store: NewsStore, isSample: Bool = false, temporaryFolder: String? = nil,
    onEvent: (@Sendable (LibraryEvent) -> Void)?
  ) {
    self.store = store
    self.onEvent = onEvent
    self.isSample = isSample
    self.temporaryFolder = temporaryFolder
    let indexer = onEvent.map { _ in BackgroundIndexer(store) }
    self.indexer = indexer
    watcher = onEvent.map { onEvent in
      ChangeWatcher(storePath: store.path, version: { try? store.dataVersion() }) {
        indexer?.wake()
        onEvent(.changed(by: .anotherProgram))
      }
    }
  }

  /// The file of the store.
  public var path: String { store.path }

  /// Whether the last program that wrote ended without closing the store, and nobody has checked it since.
  public var wasUncleanlyClosed: Bool { store.wasUncleanlyClosed }

  /// Reads the whole store for contradictions and counts everything again; takes some 15 s for each gigabyte.
  ///
  /// Returns what is wrong in SQLite's words; nothing for a sound store.
  public func check() throws(LibraryError) -> [String] { try store.check() }

  /// Reads the store for damage to its file alone, as is due after an unclean end; takes some 2 s for each gigabyte.
  public func checkFile(cancellation: LibraryCancellation) throws(LibraryError) -> [String] {
    try store.checkFile(cancellation: cancellation)
  }

  /// Ends the use of the library. Call it once, when no other call is running; nothing works afterwards.
  public func close() throws(LibraryError) {
    watcher?.stop()
    indexer?.stop()
    try store.close()
    if let temporaryFolder { try? FileManager.default.removeItem(atPath: temporaryFolder) }
  }

  func announceOwnChange() {
    indexer?.wake()
    onEvent?(.changed(by: .thisProgram))
  }
}
