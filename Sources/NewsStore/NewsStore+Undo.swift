import Foundation
import GRDB
package import NewsModel

extension NewsStore {
  /// The changes of many articles that can be undone, newest first: the last twenty at most.
  package func undoSteps() throws(StoreError) -> [UndoStep] {
    try read { try UndoJournal(db: $0).steps() }
  }

  /// Undoes a change of many articles, the newest where none is named, and forgets it. Returns nil where there is none.
  ///
  /// An undo that is cancelled or killed goes on where it is called again.
  package func undo(
    _ step: UndoStep.ID? = nil, cancellation: Cancellation? = nil, progress: (BulkProgress) -> Void = { _ in }
  ) throws(StoreError) -> BulkChange? {
    let begun = try read { db in
      let journal = UndoJournal(db: db)
      return try (step ?? journal.newest).map { (step: $0, parts: try journal.size(of: $0)) }
    }
    guard let begun, begun.parts > 0 else { return nil }
    var result = BulkChange()
    for done in 1...begun.parts {
      if cancellation?.isCancelled == true {
        result.wasCancelled = true
        break
      }
      let change = try write(after: result.articles) { writer -> BulkChange in
        guard let part = try UndoJournal(db: writer.db).removePart(of: begun.step) else { return BulkChange() }
        return try writer.apply([part.action], to: part.keys)
      }
      result += change
      progress(BulkProgress(done: done, total: begun.parts))
      if done < begun.parts { Thread.sleep(forTimeInterval: BulkPace.rest / .seconds(1)) }
    }
    result.countEachArticleOnce()
    return result
  }
}

extension BulkChange {
  /// Several actions on one article are parts of their own, and still one article that changed.
  fileprivate mutating func countEachArticleOnce() {
    guard inverse.count > 1 else { return }
    articles = Set(inverse.lazy.flatMap(\.keys)).count
  }
}
