package import Foundation
package import NewsModel
package import NewsStore

/// Why the library could not answer.
package typealias LibraryError = StoreError
/// Makes folders of the user's own files.
package typealias UserFolder = PrivateFolder
/// How the file of an open library was lost.
package typealias LibraryFileLoss = StoreLoss
/// Lets one thread stop a long read of the library that runs on another.
package typealias LibraryCancellation = Cancellation
/// What answers had to do without, because the store is damaged there.
package typealias LibraryDamage = StoreDamage
/// One kind of damage of a store.
package typealias LibraryFinding = StoreFinding
package typealias LibraryCheckProgress = CheckProgress
package typealias LibraryUpgradeProgress = UpgradeProgress
/// What to do where there is no store yet.
package typealias OpenMode = NewsStore.OpenMode

/// The use cases of newstape over one store: what dashboard and command line read and change.
///
/// All functions are synchronous and may be called from any thread; reads run beside each other and beside an import.
package final class NewsLibrary: Sendable {
  /// Whether this is the bundled sample, not the user's own news.
  package let isSample: Bool
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
  ///   - onUpgrade: told how far bringing a store of an older program up to date has come.
  ///   - onEvent: called after every change, on the thread that made it or on one of the library's own. With it the
  ///     store is also watched for the changes of other programs, which are noticed within about half a second, and
  ///     whatever waits for the search index is taken into it.
  package static func open(
    at path: String, _ mode: OpenMode = .create, onUpgrade: @escaping (UpgradeProgress) -> Void = { _ in },
    onEvent: (@Sendable (LibraryEvent) -> Void)? = nil
  ) throws(LibraryError) -> NewsLibrary {
    NewsLibrary(store: try NewsStore.open(at: path, mode, onUpgrade: onUpgrade), onEvent: onEvent)
  }

  /// Opens the bundled sample; it is made first where it is not there yet or out of date.
  ///
  /// - Parameter zone: the reader's, in which the sample's times of day are meant.
  package static func open(
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
    if let onEvent {
      store.observeDamage {
        // A part of the index that is damaged is made anew.
        indexer?.wake()
        onEvent(.damageMet)
      }
    }
    watcher = onEvent.map { onEvent in
      ChangeWatcher(of: store) { event in
        indexer?.wake()
        onEvent(event)
      }
    }
  }

  /// What answers had to do without since the library was opened.
  package var damageMet: LibraryDamage { store.damageMet }

  /// The file of the store.
  package var path: String { store.path }

  /// Why nothing can be written; nil where all can. What changes the library throws it.
  package var obstacle: LibraryError? { store.obstacle }

  /// The rights of the store's file where they let others read it; nil where they do not.
  package var rightsOfOthers: UInt16? { store.rightsOfOthers }

  /// Whether the last program that wrote ended without closing the store, and nobody has checked it since.
  package var wasUncleanlyClosed: Bool { store.wasUncleanlyClosed }

  /// Reads the whole store for what is not as the program writes it; some 5 s for 100,000 articles. Nothing for a sound store.
  package func check(
    cancellation: LibraryCancellation? = nil, progress: @escaping (LibraryCheckProgress) -> Void = { _ in }
  ) throws(LibraryError) -> [LibraryFinding] {
    try store.check(cancellation: cancellation, progress: progress)
  }

  /// Reads the store for damage to its file alone, as is due after an unclean end; takes some 2 s for each gigabyte.
  package func checkFile(cancellation: LibraryCancellation) throws(LibraryError) -> [String] {
    try store.checkFile(cancellation: cancellation)
  }

  /// Ends the use of the library. Call it once, when no other call is running; nothing works afterwards.
  package func close() throws(LibraryError) {
    watcher?.stop()
    indexer?.stop()
    try store.close()
    if let temporaryFolder { try? FileManager.default.removeItem(atPath: temporaryFolder) }
  }

  /// See `NewsStore.mendFault`.
  package static var mendFault: @convention(c) @Sendable (UnsafeRawPointer?) -> Int32 { NewsStore.mendFault }

  func announceOwnChange() {
    indexer?.wake()
    onEvent?(.changed(by: .thisProgram))
  }
}
