internal import Synchronization

/// Lets another thread, or a signal, stop an import after its running batch.
public final class ImportCancellation: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  public func cancel() { flag.store(true, ordering: .relaxed) }
}
