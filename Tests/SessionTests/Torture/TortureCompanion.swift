import Foundation
import NewsModel
import NewsStore
import SeededRandom
import Synchronization

/// The second program on a store while the first is killed: reads all the time, and writes now and then where it is told to.
final class TortureCompanion: Sendable {
  enum Habit: CaseIterable {
    case none, reads, writes
  }

  /// What it did, and what was wrong with what it read.
  struct Account {
    var reads = 0
    /// The numbers of articles that were starred, once the store has said that it is done.
    var starred: Set<Int> = []
    /// The numbers of articles of its own, likewise.
    var saved: Set<Int> = []
    var findings: Set<String> = []
  }

  private let path: String
  private let habit: Habit
  private let account = Mutex(Account())
  private let isStopped = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter firstNumber: of the articles that it saves.
  init(_ habit: Habit, on path: String, firstNumber: Int, seed: UInt64) {
    self.path = path
    self.habit = habit
    let thread = Thread { [self] in
      if habit != .none { work(firstNumber, SeededGenerator(seed: seed)) }
      ended.signal()
    }
    thread.start()
  }

  /// Stops it, and says what it did.
  func end() -> Account {
    isStopped.store(true, ordering: .relaxed)
    ended.wait()
    return account.withLock { $0 }
  }

  private func work(_ firstNumber: Int, _ random: SeededGenerator) {
    var random = random
    var next = firstNumber
    do throws(StoreError) {
      guard let store = try openOnceItIsThere() else { return }
      var known = 0
      while !isStopped.load(ordering: .relaxed) {
        known = try read(store, known, &random)
        if habit == .writes, Int.random(in: 0..<3, using: &random) == 0 { try write(store, &next, &random) }
        usleep(2_000)
      }
      try store.close()
    } catch {
      note("the second program failed: \(error)")
    }
  }

  private func openOnceItIsThere() throws(StoreError) -> NewsStore? {
    while !isStopped.load(ordering: .relaxed) {
      if FileManager.default.fileExists(atPath: path) { return try NewsStore.open(at: path, .existing) }
      usleep(1_000)
    }
    return nil
  }

  /// Looks at the list, at an article and at a search. Returns how many articles there are, which never become fewer.
  private func read(_ store: NewsStore, _ known: Int, _ random: inout SeededGenerator) throws(StoreError) -> Int {
    let count = try store.count(.all)
    if count < known { note("the second program saw \(count) articles after \(known)") }
    let page = try store.headlines(matching: .all, from: .start, limit: 50)
    if page.headlines.count < min(50, count) { note("a page of the list is shorter than the list") }
    if let headline = page.headlines.randomElement(using: &random) {
      try read(headline, in: store)
      let word = TortureNews.words.randomElement(using: &random) ?? ""
      let found = try store.headlines(matching: .text(word), from: .start, limit: 20)
      for headline in found.headlines where !Self.has(headline, word) { note("a search found what lacks the word") }
    }
    account.withLock { $0.reads += 1 }
    return count
  }

  private func read(_ headline: Headline, in store: NewsStore) throws(StoreError) {
    guard let number = TortureNews.number(ofTitle: headline.title) else {
      return note("the second program read the title \(headline.title)")
    }
    let article = try store.article(headline.key)
    if article?.blocks.plainText != TortureNews.text(number) {
      note("the second program read another text of \(number)")
    }
  }

  private static func has(_ headline: Headline, _ word: String) -> Bool {
    TortureNews.number(ofTitle: headline.title).map { TortureNews.text($0).contains(word) } ?? false
  }

  private func write(_ store: NewsStore, _ next: inout Int, _ random: inout SeededGenerator) throws(StoreError) {
    if Bool.random(using: &random) {
      _ = try store.save([TortureNews.item(next)])
      account.withLock { [next] in _ = $0.saved.insert(next) }
      next += 1
      return
    }
    let page = try store.headlines(matching: .all, from: .start, limit: 200)
    guard let headline = page.headlines.randomElement(using: &random),
      let number = TortureNews.number(ofTitle: headline.title)
    else { return }
    _ = try store.apply(StatusChange(.star, of: [headline.key]))
    account.withLock { _ = $0.starred.insert(number) }
  }

  private func note(_ finding: String) { account.withLock { _ = $0.findings.insert(finding) } }
}
