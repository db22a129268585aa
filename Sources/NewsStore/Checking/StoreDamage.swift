import GRDB
import Log
import Synchronization

/// What answers had to do without, because the file is damaged there. `newstape store repair` is the way out.
package struct StoreDamage: Hashable, Sendable {
  /// Articles that were left out of answers, as their rows cannot be read.
  package var articles = 0
  /// Former versions of articles that were left out, as their rows or their texts cannot be read.
  package var versions = 0
  /// Whether more articles, of unknown number, cannot be reached.
  package var hasUnreachableArticles = false
  /// Whether lists or counts cannot be read: what they should know was found in the articles themselves, more slowly.
  package var isInLists = false
  /// Whether a part of the search index cannot be read: what it should know was found in the articles themselves, more slowly.
  package var isInIndex = false
  /// Sources that are fetched as if for the first time, as what is remembered of their fetches cannot be read.
  package var fetchStates = 0

  package var isNone: Bool { self == StoreDamage() }
}

/// Notes damage where it is met, so that one bad row costs an answer that row and is told all the same.
final class DamageLog: Sendable {
  private struct Entries {
    struct Version: Hashable {
      var key: Int64
      var number: Int
    }

    var articles: Set<Int64> = []
    var versions: Set<Version> = []
    /// Articles whose place is unknown, too.
    var missing = 0
    var hasUnreachableArticles = false
    var isInLists = false
    var reach: RowScan.Reach?
    var isInIndex = false
    var fetchStates: Set<Int64> = []
    /// Those that were not given up yet.
    var blocks: Set<Int64> = []
    var observer: (@Sendable () -> Void)?
  }

  private let entries = Mutex(Entries())

  /// Enough to count what people count; a store where more is damaged is beyond that.
  private static let limit = 100_000

  var damage: StoreDamage {
    entries.withLock {
      StoreDamage(
        articles: $0.articles.count + $0.missing, versions: $0.versions.count,
        hasUnreachableArticles: $0.hasUnreachableArticles, isInLists: $0.isInLists, isInIndex: $0.isInIndex,
        fetchStates: $0.fetchStates.count)
    }
  }

  /// Removes and returns the blocks of the index that have an unreadable page. The caller gives them up.
  func removeBlocks() -> Set<Int64> {
    entries.withLock { entries in
      defer { entries.blocks = [] }
      return entries.blocks
    }
  }

  /// Calls `observer`, on the thread that reads, when damage of a kind is met for the first time.
  func observe(_ observer: @escaping @Sendable () -> Void) { entries.withLock { $0.observer = observer } }

  /// Once the store holds other content.
  func forget() {
    entries.withLock { $0 = Entries(observer: $0.observer) }
  }

  func note(article id: Int64) {
    note("article \(id)") { entries in
      guard entries.articles.count < Self.limit else { return false }
      return entries.articles.insert(id).inserted && entries.articles.count == 1
    }
  }

  /// - Parameter number: of the version among those of the article, from 1.
  func note(version number: Int, of key: Int64) {
    note("version \(number) of article \(key)") { entries in
      guard entries.versions.count < Self.limit else { return false }
      return entries.versions.insert(Entries.Version(key: key, number: number)).inserted && entries.versions.count == 1
    }
  }

  func note(missing: Int) {
    note("\(missing) articles") { entries in
      defer { entries.missing = max(entries.missing, missing) }
      return entries.missing == 0 && missing > 0
    }
  }

  func noteUnreachableArticles() {
    note("articles beyond a damaged page") { entries in
      defer { entries.hasUnreachableArticles = true }
      return !entries.hasUnreachableArticles
    }
  }

  /// Notes damage in what follows from articles, where nothing else tells of it.
  func noteLists() {
    note("lists or counts") { entries in
      let isKnown =
        !entries.articles.isEmpty || entries.hasUnreachableArticles || entries.isInIndex || entries.isInLists
      if !isKnown { entries.isInLists = true }
      return !isKnown
    }
  }

  /// Which articles can be reached, looked for once: what is damaged stays so, and where articles are added was reached, too.
  func reach(_ find: () throws -> RowScan.Reach) throws -> RowScan.Reach {
    if let known = entries.withLock({ $0.reach }) { return known }
    let reach = try find()
    entries.withLock { $0.reach = reach }
    return reach
  }

  func note(fetchStateOf subscription: Int64) {
    note("the state of source \(subscription)") {
      $0.fetchStates.insert(subscription).inserted && $0.fetchStates.count == 1
    }
  }

  func note(block: Int64) {
    note("block \(block) of the search index") { entries in
      defer { entries.isInIndex = true }
      entries.blocks.insert(block)
      return !entries.isInIndex
    }
  }

  /// - Parameter change: notes damage; returns whether it is the first of its kind.
  private func note(_ what: @autoclosure () -> String, _ change: (inout Entries) -> Bool) {
    let (isFirst, observer) = entries.withLock { entries in (change(&entries), entries.observer) }
    guard isFirst else { return }
    Log.error("the store is damaged: \(what()) cannot be read")
    observer?()
  }

  /// What `read` makes of a row whose first column is the article's id. A row that cannot be read is noted and gives nil.
  func article<T>(_ row: Row, _ read: (Row) throws -> T) throws -> T? {
    do {
      return try read(row)
    } catch is UnreadableColumn {
      note(article: (row[0] as Int64?) ?? 0)
      return nil
    }
  }
}

extension Error {
  /// Whether what the file holds is what is wrong.
  var isDamage: Bool {
    switch self {
    case let error as DatabaseError:
      [.SQLITE_CORRUPT, .SQLITE_IOERR, .SQLITE_NOTADB].contains(error.resultCode) || error.lacksPart
    default: self is UnreadableColumn
    }
  }
}

extension DatabaseError {
  /// Whether a table, column or index is missing that every store has. SQLite tells that in words alone.
  var lacksPart: Bool {
    guard resultCode == .SQLITE_ERROR, let message else { return false }
    return ["no such table", "no such column", "no such index", "no query solution"].contains { message.hasPrefix($0) }
  }
}
