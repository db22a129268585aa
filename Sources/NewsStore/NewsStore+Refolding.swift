import GRDB

extension NewsStore {
  /// Takes the next step of folding the store anew after a change of the rules (`Folding.version`): some 10 ms in one
  /// transaction. What is not folded anew yet is found all the same, more slowly.
  ///
  /// A kill costs a step. One program at a time does it, the one that indexes; where another does, nothing is done.
  ///
  /// - Returns: more than 0 as long as there is more to do; 0 at once where the rules made all there is.
  package func refoldNext(cancellation: Cancellation? = nil) throws(StoreError) -> Int {
    let isDone = try read { try Refolding.isDone($0) }
    if isDone { return 0 }
    if cancellation?.isCancelled == true { throw .cancelled }
    guard let lock = try lock(for: .indexing) else { return 0 }
    defer { withExtendedLifetime(lock) {} }
    return try write(isSeen: false) { writer in try writer.refoldNext() }
  }
}
