import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct BulkChangeTests {
  private func store(_ count: Int = 6) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save(
      (0..<count).map { .sample("新闻\($0)", minutes: Int64($0), tags: $0.isMultiple(of: 2) ? ["锂电"] : []) })
    return temporary
  }

  @Test func severalActionsAtOnceAreUndoneTogether() throws {
    let temporary = try store()
    let store = temporary.store
    let first = try #require(store.onlyHeadline("新闻2")?.key)
    _ = try store.apply(StatusChange(.star, of: [first]))

    // The articles are those that match before anything is changed.
    let done = try store.apply([.read, .star, .tag("旧闻")], matching: .and([.tag("锂电"), .unread]))

    #expect(done.articles == 3)
    #expect(done.inverse.map(\.action) == [.untag("旧闻"), .unstar, .unread])
    #expect(done.inverse.map(\.keys.count) == [3, 2, 3])
    #expect(try store.titles(.and([.read, .starred, .tag("旧闻")])) == ["新闻4", "新闻2", "新闻0"])

    #expect(try store.undo()?.articles == 3)

    #expect(try store.titles(.read) == [] && store.titles(.tag("旧闻")) == [] && store.titles(.starred) == ["新闻2"])
    #expect(try store.undo() == nil)
    #expect(try store.check() == [])
  }

  @Test func nothingChangedIsNothingToUndo() throws {
    let temporary = try store()
    let done = try temporary.store.apply([.unread], matching: .all)
    #expect(done == BulkChange())
    #expect(try temporary.store.undoSteps() == [])
  }

  @Test func whatCanBeUndoneOutlivesTheProgram() throws {
    let temporary = try store()
    _ = try temporary.store.apply([.read], matching: .tag("锂电"), at: noon)
    _ = try temporary.store.apply([.star, .mute], matching: .not(.tag("锂电")), at: noon + 60)
    try temporary.store.close()

    let store = try NewsStore.open(at: temporary.path)
    let steps = try store.undoSteps()

    #expect(steps.map(\.actions) == [[.star, .mute], [.read]])
    #expect(steps.map(\.articles) == [3, 3])
    #expect(steps.map(\.made) == [noon + 60, noon])
    // Any step can be undone, not only the newest.
    #expect(try store.undo(steps[1].id)?.articles == 3)
    #expect(try store.titles(.read) == [])
    _ = try store.undo()
    #expect(try store.count(.all) == 6)
    #expect(try store.undoSteps() == [])
    try store.close()
  }

  @Test func whatWasDoneBeforeTheEndIsKeptAndUndone() throws {
    let temporary = try store(1_500)
    let store = temporary.store
    let cancellation = Cancellation()

    let done = try store.apply([.read], matching: .all, cancellation: cancellation) { _ in cancellation.cancel() }

    #expect(done.wasCancelled)
    #expect((1..<1_500).contains(done.articles))
    #expect(done.inverse.map(\.keys.count) == [done.articles])
    #expect(try store.count(.read) == done.articles)
    #expect(try store.undoSteps().map(\.articles) == [done.articles])
    _ = try store.undo()
    #expect(try store.count(.read) == 0)
    #expect(try store.check() == [])
  }

  /// What a program that is killed leaves is the file as it is between two transactions, or before the log of one that did not end.
  @Test func whatAKilledProgramDidCanBeUndone() throws {
    let temporary = try store(1_500)
    let copy = temporary.folder.appending(path: "killed.db").path
    var left: [Int] = []
    _ = try temporary.store.apply([.read, .tag("旧闻")], matching: .all) { progress in
      guard left.isEmpty else { return }
      left.append(progress.done)
      for suffix in ["", "-wal"] {
        try? FileManager.default.copyItem(atPath: temporary.path + suffix, toPath: copy + suffix)
      }
    }

    let store = try NewsStore.open(at: copy, .existing)

    #expect(try store.check() == [])
    #expect(try store.count(.and([.read, .tag("旧闻")])) == left[0])
    #expect(try store.undoSteps().map(\.articles) == left)
    _ = try store.undo()
    #expect(try store.count(.read) == 0 && store.count(.tag("旧闻")) == 0)
    #expect(try store.check() == [])
    try store.close()
  }

  @Test func anUndoThatWasStoppedGoesOn() throws {
    let temporary = try store(1_500)
    let store = temporary.store
    _ = try store.apply([.read], matching: .all)
    let cancellation = Cancellation()

    let first = try #require(try store.undo(cancellation: cancellation) { _ in cancellation.cancel() })

    #expect(first.wasCancelled && first.articles < 1_500)
    #expect(try store.count(.read) == 1_500 - first.articles)
    #expect(try store.undo()?.articles == 1_500 - first.articles)
    #expect(try store.count(.read) == 0)
  }

  @Test func aChangeCancelledBeforeItBeganDoesNothing() throws {
    let temporary = try store()
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(try temporary.store.apply([.read], matching: .all, cancellation: cancellation).wasCancelled)
    #expect(try temporary.store.count(.read) == 0)
  }

  @Test func progressEndsWithTheWhole() throws {
    let temporary = try store(1_200)
    var seen: [BulkProgress] = []
    _ = try temporary.store.apply([.star], matching: .all) { seen.append($0) }
    #expect(seen.count > 1)
    #expect(seen.map(\.done) == seen.map(\.done).sorted())
    #expect(seen.last == BulkProgress(done: 1_200, total: 1_200))
  }

  @Test func onlySoManyStepsAreKept() throws {
    let temporary = try store()
    for number in 0..<UndoJournal.keptSteps + 5 {
      _ = try temporary.store.apply([.tag("标签\(number)")], matching: .all)
    }
    let steps = try temporary.store.undoSteps()
    #expect(steps.count == UndoJournal.keptSteps)
    #expect(steps.first?.actions == [.tag("标签\(UndoJournal.keptSteps + 4)")])
  }
}
