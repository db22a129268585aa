internal import Foundation
internal import Glibc

/// Notices what other programs write into a store.
///
/// It sleeps in the kernel until the write-ahead log grows (inotify), then asks SQLite whether that was another
/// connection's doing. Where the log cannot be watched it asks twice a second.
final class ChangeWatcher: Sendable {
  private let ended = DispatchSemaphore(value: 0)
  /// Closing the writing end wakes the thread and ends it.
  private let stopDescriptor: Int32

  /// - Parameters:
  ///   - version: differs from its last answer when another connection has written; nil where it cannot be asked.
  ///   - onChange: called on the watcher's thread, at most twice a second.
  init(storePath: String, version: @escaping @Sendable () -> Int64?, onChange: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    stopDescriptor = ends[1]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (stop, ended) = (ends[0], ended)
    // Both before the caller reads anything: no change after its first read is missed.
    let log = LogWatch(path: storePath + "-wal")
    let first = version()
    let thread = Thread {
      var known = first
      while !Self.sleep(log: log, stop: stop) {
        let current = version()
        if let current, current != known { onChange() }
        known = current ?? known
      }
      log.close()
      Glibc.close(stop)
      ended.signal()
    }
    thread.name = "newstape changes"
    thread.start()
  }

  /// Ends the watching; no call of `onChange` is running or begins afterwards.
  func stop() {
    Glibc.close(stopDescriptor)
    ended.wait()
  }

  private static let interval: Int32 = 500

  /// Waits for news of the log, then half a second for more; true when the watching is to end.
  private static func sleep(log: LogWatch, stop: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(fd: log.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    if log.descriptor >= 0 {
      while poll(&descriptors, 2, -1) < 0, errno == EINTR {}
      if descriptors[0].revents != 0 { return true }
    }
    let isStopped = poll(&descriptors, 1, interval) > 0
    log.drain()
    return isStopped
  }
}

/// An inotify watch on one file; its descriptor is −1 where there can be none.
private struct LogWatch {
  let descriptor: Int32

  init(path: String) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor >= 0, inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) < 0 {
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
