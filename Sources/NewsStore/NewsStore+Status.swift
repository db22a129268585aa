import Foundation
import GRDB
package import NewsModel

extension NewsStore {
  /// Changes the status of some articles. Returns the change that undoes it, which holds only what really changed.
  ///
  /// Many keys are written in several short transactions, so that nothing waits for long. The name of a tag must be one that
  /// `NameProblem.checked` takes.
  package func apply(_ change: StatusChange) throws(StoreError) -> StatusChange {
    let actions = try checked([change.action])
    let done = try apply(actions, to: change.keys, isRemembered: false)
    return done.inverse.first ?? StatusChange(change.action.inverse, of: [])
  }

  /// Changes the status of all articles that match now, in transactions of some 25 ms each; reads go on beside it.
  ///
  /// The keys of what matches are held in memory (8 bytes an article), and those of what changed, which is also remembered for
  /// `undo`. A change that is cancelled or killed ends between two transactions: what it did stays and can be undone.
  package func apply(
    _ actions: [StatusAction], matching query: Query, at now: Timestamp = .now, cancellation: Cancellation? = nil,
    progress: (BulkProgress) -> Void = { _ in }
  ) throws(StoreError) -> BulkChange {
    let actions = try checked(actions)
    let affected = Query.allOf([query, StatusAction.candidates(of: actions)])
    do throws(StoreError) {
      let keys = try keys(matching: affected, cancellation)
      return try apply(actions, to: keys, isRemembered: true, at: now, cancellation: cancellation, progress: progress)
    } catch .cancelled {
      return BulkChange(wasCancelled: true)
    }
  }

  /// Marks all matching articles as read or unread. Returns the change that undoes it, which the store does not remember.
  package func markRead(
    matching query: Query, value: Bool = true, cancellation: Cancellation? = nil
  ) throws(StoreError) -> StatusChange {
    let action = value ? StatusAction.read : .unread
    let keys = try keys(matching: .allOf([query, StatusAction.candidates(of: [action])]), cancellation)
    return try apply(StatusChange(action, of: keys))
  }

  /// Newest first.
  private func keys(matching query: Query, _ cancellation: Cancellation?) throws(StoreError) -> [ArticleKey] {
    try read(cancellation) { db in
      let rows = try QueryCompiler(db).compile(query).cursor(db, "a.key", order: .newestFirst)
      var keys: [ArticleKey] = []
      while let row = try rows.next() { keys.append(ArticleKey(try row.number(0))) }
      if let moment = query.asOf {
        try PastArticles(db, asOf: moment, damage).forEach(matching: query) { article in
          keys.append(ArticleKey(article.key))
          return true
        }
      }
      return keys
    }
  }

  private func apply(
    _ actions: [StatusAction], to keys: [ArticleKey], isRemembered: Bool, at now: Timestamp = .now,
    cancellation: Cancellation? = nil, progress: (BulkProgress) -> Void = { _ in }
  ) throws(StoreError) -> BulkChange {
    var result = BulkChange()
    var pace = BulkPace()
    var start = 0
    while start < keys.count {
      if start > 0 { Thread.sleep(forTimeInterval: BulkPace.rest / .seconds(1)) }
      if cancellation?.isCancelled == true {
        result.wasCancelled = true
        break
      }
      let batch = keys[start..<min(start + pace.size, keys.count)]
      let begin = ContinuousClock.now
      let step = result.undoStep
      result += try write(after: result.articles) { writer in
        var change = try writer.apply(actions, to: batch)
        guard isRemembered, change.articles > 0 else { return change }
        let journal = UndoJournal(db: writer.db)
        // Another program may have undone what was done so far, and forgotten the step with it.
        let step = try step.flatMap { try journal.holds($0) ? $0 : nil } ?? journal.begin(actions, at: now)
        try journal.append(change, to: step)
        change.undoStep = step
        return change
      }
      pace.learn(batch.count, took: begin.duration(to: .now))
      start = batch.endIndex
      progress(BulkProgress(done: start, total: keys.count))
    }
    return result
  }

  /// The actions with the names of tags as they are kept.
  func checked(_ actions: [StatusAction]) throws(StoreError) -> [StatusAction] {
    var result: [StatusAction] = []
    for action in actions {
      do throws(NameProblem) {
        switch action {
        case .tag(let name): result.append(.tag(try NameProblem.checked(name)))
        case .untag(let name): result.append(.untag(try NameProblem.checked(name)))
        default: result.append(action)
        }
      } catch {
        throw .name(error)
      }
    }
    return result
  }
}

extension BulkChange {
  /// Adds what a later transaction did.
  static func += (sum: inout BulkChange, next: BulkChange) {
    sum.articles += next.articles
    sum.undoStep = next.undoStep ?? sum.undoStep
    for change in next.inverse {
      if let index = sum.inverse.firstIndex(where: { $0.action == change.action }) {
        sum.inverse[index].keys += change.keys
      } else {
        sum.inverse.append(change)
      }
    }
  }
}

/// How many articles a change of many takes at a time: as many as are written before a reader notices the wait.
struct BulkPace {
  private static let range = 100...4_000
  private static let target = Duration.milliseconds(25)

  private(set) var size = 500

  /// How long the store is left to others between two transactions: SQLite's waiting programs only look from time to time.
  static let rest = Duration.milliseconds(2)

  /// Learns from a batch; moves half of the way, as single batches differ.
  mutating func learn(_ count: Int, took time: Duration) {
    guard count > 0, time > .zero else { return }
    let fitting = min(Double(count) * (Self.target / time), 100_000)
    size = min(max((size + Int(fitting)) / 2, Self.range.lowerBound), Self.range.upperBound)
  }
}
