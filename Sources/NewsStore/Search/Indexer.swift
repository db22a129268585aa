import GRDB
package import NewsModel
import SearchIndex
import TextBasics

extension NewsStore {
  /// How many articles the search index does not hold yet in their present form. Searches go through their texts one by one, so
  /// that nothing is missed. Time grows with the answer, some milliseconds for a million.
  package func unindexedCount() throws(StoreError) -> Int { try waitingCount(in: "unindexed") }

  /// How many articles wait in a table; none where that is damaged, which is told where they are looked through.
  func waitingCount(in table: String) throws(StoreError) -> Int {
    try read { db in
      do {
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      } catch let error as DatabaseError where error.isDamage {
        return 0
      }
    }
  }

  /// Takes some thousand articles into the search index, and merges blocks where many small ones have gathered.
  ///
  /// Each transaction is short, so that other writers do not wait for long; what a kill interrupts is begun anew. One program
  /// at a time indexes a store: where another does, nothing is done.
  ///
  /// - Returns: the number of articles that were indexed; 0 when there is nothing more to do.
  package func indexNext(cancellation: Cancellation? = nil) throws(StoreError) -> Int {
    do {
      guard let lock = try lock(for: .indexing) else { return 0 }
      return try withExtendedLifetime(lock) {
        try Indexer(pool, cancellation: cancellation).run(damaged: damage.removeBlocks())
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

/// Takes articles that wait into the search index: reads them, makes a block of them, writes it, merges blocks.
///
/// Nothing that is read while it works is written twice or lost: an article leaves the list of those that wait in the
/// transaction in which its block begins to count, and only if it was not changed since it was read.
struct Indexer {
  private let pool: DatabasePool
  private let cancellation: Cancellation?

  /// Articles to a block, and grams of all of them together, which bound memory at some 50 MB.
  private static let batch = 4_095
  private static let postingLimit = 2_500_000

  init(_ pool: DatabasePool, cancellation: Cancellation?) {
    self.pool = pool
    self.cancellation = cancellation
  }

  /// Indexes one batch. Returns the number of articles that were taken from the list of those that wait.
  ///
  /// - Parameter damaged: blocks of which a page could not be read: their articles wait again, as those of a block that merging
  ///   finds to be so.
  func run(damaged: Set<Int64> = []) throws -> Int {
    var writer = BlockWriter(pool, cancellation: cancellation)
    if !damaged.isEmpty {
      try pool.write { db in
        for block in try SearchBlock.all(db) where damaged.contains(block.number) { try block.giveUp(db) }
      }
    }
    try writer.removeUnfinishedBlocks()
    let count = try index(&writer)
    guard count > 0 else { return 0 }
    do {
      var merging = BlockMerging(pool, writer: writer, cancellation: cancellation)
      try merging.run()
    } catch let error as DamagedPage {
      try pool.write { try error.block.giveUp($0) }
    }
    return count
  }

  private func index(_ writer: inout BlockWriter) throws -> Int {
    var builder = BlockBuilder(postings: Self.postingLimit)
    let waiting = try read(into: &builder)
    guard !waiting.isEmpty else { return 0 }
    let number = try writer.freeNumbers(1)[0]
    let documents = builder.documents
    if !documents.isEmpty { try builder.forEachPage { try writer.append($0, toBlock: number) } }
    try writer.flush()
    try pool.write { db in
      if let newest = documents.first, let oldest = documents.last {
        try writer.writeDocuments(documents, ofBlock: number, db)
        let age = try Int64.fetchOne(db, sql: "SELECT coalesce(max(age), 0) + 1 FROM search_block") ?? 1
        try SearchBlock(number: number, age: age, documents: documents.count, newest: newest, oldest: oldest).insert(db)
      }
      let isTaken = try db.cachedStatement(sql: "DELETE FROM unindexed WHERE article_id = ? AND version = ?")
      for article in waiting { try isTaken.run([article.id, article.version]) }
    }
    return waiting.count
  }

  private struct Waiting {
    var id: Int64
    var version: Int64
  }

  /// Reads the newest articles that wait, newest first. Those that are not there any more only leave the list.
  private func read(into builder: inout BlockBuilder) throws -> [Waiting] {
    var reader = TextReader()
    var result: [Waiting] = []
    try pool.readUnmapped { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT u.article_id, u.version, a.id, \(TextReader.columns) FROM unindexed u
          LEFT JOIN article a ON a.id = u.article_id LEFT JOIN body b ON b.key = a.key
          ORDER BY u.article_id DESC LIMIT \(Self.batch)
          """)
      while builder.postingCount < Self.postingLimit, let row = try rows.next() {
        try checkCancellation()
        let id = try row.number(0)
        result.append(Waiting(id: id, version: try row.number(1)))
        guard !row.hasNull(atIndex: 2) else { continue }
        builder.begin(id)
        try reader.add(row, from: 3, to: &builder)
      }
    }
    return result
  }

  private func checkCancellation() throws {
    if cancellation?.isCancelled == true { throw CancellationError() }
  }
}

/// Hands the texts of a row to a builder, folded.
struct TextReader {
  /// The columns whose texts are indexed.
  static let columns = "a.title, b.summary, b.blocks, b.byline"

  private var folded: [UInt8] = []

  /// Adds the texts of `columns`, which begin in `row` at `first`.
  mutating func add(_ row: Row, from first: Int, to builder: inout BlockBuilder) throws {
    let (blocks, byline) = (first + 2, first + 3)
    for column in first..<blocks {
      try row.withUnsafeData(atIndex: column) { data in
        data?.withUnsafeBytes { add($0.bindMemory(to: UInt8.self), to: &builder) }
      }
    }
    try row.withUnsafeData(atIndex: blocks) { data in
      data?.withUnsafeBytes { bytes in
        var texts = BodyTexts(bytes.bindMemory(to: UInt8.self))
        while let text = texts.next() { add(text, to: &builder) }
      }
    }
    add(byline: row.hasNull(atIndex: byline) ? nil : row.ifReadable { try $0.text(byline) }, to: &builder)
  }

  private mutating func add(byline: String?, to builder: inout BlockBuilder) {
    guard let byline else { return }
    var moved = BylineText.moved(Folding.fold(byline))
    moved.withUTF8 { builder.add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, to builder: inout BlockBuilder) {
    let count = Folding.fold(text, into: &folded)
    folded.withUnsafeBufferPointer { builder.add(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
