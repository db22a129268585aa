import Synchronization

/// Lets another thread, or a signal, stop an import after its running batch.
package final class ImportCancellation: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  package func cancel() { flag.store(true, ordering: .relaxed) }
}
