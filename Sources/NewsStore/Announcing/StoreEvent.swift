import Foundation
import Glibc
import Log
import Synchronization

/// What a store tells its observer.
package enum StoreEvent: Equatable, Sendable {
  /// Something that a reader sees has changed: articles, statuses, subscriptions, saved queries or rules.
  case changed(by: Changer)
  /// Facets of some hundred articles were read beside the screen, by this `NewsStore`.
  case facetsRead
  /// The store met damage (`NewsStore.damageMet`).
  case damageMet
  /// The file of the store is no longer the one that was opened; whatever is asked of the store throws `StoreError.lost`.
  case lost(StoreError)

  /// Who made a change.
  package enum Changer: Hashable, Sendable {
    /// A commit of this `NewsStore`.
    case thisProgram
    /// Another program, or another `NewsStore` on the same file.
    case anotherProgram
  }
}

/// Passes the events of a store on to its observer, once there is one.
final class Announcer: Sendable {
  private struct State {
    var observer: (@Sendable (StoreEvent) -> Void)?
    var watcher: ChangeWatcher?
  }

  private let state = Mutex(State())

  /// Begins to pass on events; `watcher` brings those of other programs.
  func start(_ observer: @escaping @Sendable (StoreEvent) -> Void, _ watcher: ChangeWatcher) {
    state.withLock { $0 = State(observer: observer, watcher: watcher) }
  }

  func announce(_ event: StoreEvent) {
    let observer = state.withLock { $0.observer }
    observer?(event)
  }

  /// Ends the announcements. No call of the observer from the watcher runs or begins afterwards.
  func stop() {
    let watcher = state.withLock { state in
      defer { state = State() }
      return state.watcher
    }
    watcher?.stop()
  }
}

/// Notices what other programs do to a store.
///
/// A thread sleeps in the kernel until the file or its write-ahead log changes (inotify). Then it asks the store whether another
/// connection made the change. Where the files cannot be watched, it asks twice a second.
final class ChangeWatcher: Sendable {
  private let ended = DispatchSemaphore(value: 0)
  /// Closing the writing end wakes the thread and ends it.
  private let stopDescriptor: Int32

  /// - Parameter onEvent: called on the watcher's thread, at most twice a second.
  init(of store: NewsStore, onEvent: @escaping @Sendable (StoreEvent) -> Void) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    stopDescriptor = ends[1]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (stop, ended) = (ends[0], ended)
    // Both come before the caller reads anything: no change after its first read is missed.
    let files = FileWatch([store.file.path, store.file.log])
    let first = Log.attempt("ask for changes") { try store.dataVersion() }
    let thread = Thread { [weak store] in
      var known = first
      var isLost = false
      while !Self.sleep(files, stop: stop) {
        guard !isLost, let store else { continue }
        if let loss = store.loss {
          isLost = true
          onEvent(.lost(.lost(path: store.path, loss)))
          continue
        }
        let current = Log.attempt("ask for changes", .debug) { try store.dataVersion() }
        if let current, current != known { onEvent(.changed(by: .anotherProgram)) }
        known = current ?? known
      }
      files.close()
      Glibc.close(stop)
      ended.signal()
    }
    thread.name = "newstape changes"
    thread.start()
  }

  /// Ends the watching; no call of `onEvent` is running or begins afterwards.
  func stop() {
    Glibc.close(stopDescriptor)
    ended.wait()
  }

  private static let interval: Int32 = 500

  /// Waits for news of the files, then half a second for more; true when the watching is to end.
  private static func sleep(_ files: FileWatch, stop: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(fd: files.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    if files.descriptor >= 0 {
      while poll(&descriptors, 2, -1) < 0, errno == EINTR {}
      if descriptors[0].revents != 0 { return true }
    }
    let isStopped = poll(&descriptors, 1, interval) > 0
    files.drain()
    return isStopped
  }
}

/// An inotify watch on some files; its descriptor is −1 where there can be none.
private struct FileWatch {
  let descriptor: Int32

  init(_ paths: [String]) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    let events = UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)
    if descriptor >= 0, !paths.allSatisfy({ inotify_add_watch(descriptor, $0, events) >= 0 }) {
      Glibc.close(descriptor)
      self.descriptor = -1
    } else {
      self.descriptor = descriptor
    }
  }

  func drain() {
    guard descriptor >= 0 else { return }
    var events = [UInt8](repeating: 0, count: 4_096)
    while read(descriptor, &events, events.count) > 0 {}
  }

  func close() { if descriptor >= 0 { Glibc.close(descriptor) } }
}
