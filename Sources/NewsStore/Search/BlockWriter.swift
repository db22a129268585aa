import GRDB
import SearchIndex

/// Writes the pages of blocks that do not count yet, in short transactions.
struct BlockWriter {
  private let pool: DatabasePool
  private let cancellation: Cancellation?
  private var waiting: [(row: Int64, bytes: [UInt8])] = []
  private var waitingBytes = 0

  /// Some 10 ms of writing: marking an article as read waits no longer than that.
  private static let transactionBytes = 1 << 20
  private static let rowsDeletedAtOnce = 400

  init(_ pool: DatabasePool, cancellation: Cancellation?) {
    self.pool = pool
    self.cancellation = cancellation
  }

  mutating func append(_ page: PostingPage, toBlock block: Int64) throws {
    waiting.append((BlockPages.row(of: page.first, inBlock: block), page.bytes))
    waitingBytes += page.bytes.count
    if waitingBytes >= Self.transactionBytes { try flush() }
  }

  /// Writes what was appended.
  mutating func flush() throws {
    if cancellation?.isCancelled == true { throw CancellationError() }
    guard !waiting.isEmpty else { return }
    let rows = waiting
    try pool.write { db in
      let insert = try db.cachedStatement(sql: "INSERT INTO search_page (id, data) VALUES (?, ?)")
      for (row, bytes) in rows { try insert.insert(row, bytes) }
    }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }

  /// Writes the list of a block's documents.
  func writeDocuments(_ documents: some Collection<Int64>, ofBlock block: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO search_page (id, data) VALUES (?, ?)")
    for (index, bytes) in BlockPages.pages(of: documents).enumerated() {
      try insert.insert(BlockPages.row(ofOrdinal: index * BlockPages.documentsOnPage, inBlock: block), bytes)
    }
  }

  /// The lowest numbers that no block has.
  func freeNumbers(_ count: Int) throws -> [Int64] {
    let used = try pool.read { Set(try SearchBlock.all($0).map(\.number)) }
    return Array((1..<BlockPages.blockLimit).lazy.filter { !used.contains($0) }.prefix(count))
  }

  /// Removes the pages of blocks that do not count: those that were being written when a program was killed, and those that
  /// were merged into others.
  func removeUnfinishedBlocks() throws {
    let unfinished = try pool.read { db in
      let counting = Set(try SearchBlock.all(db).map(\.number))
      return try Self.written(db).filter { !counting.contains($0) }
    }
    for block in unfinished {
      let rows = BlockPages.rows(ofBlock: block)
      var isEmpty = false
      while !isEmpty {
        if cancellation?.isCancelled == true { throw CancellationError() }
        isEmpty = try pool.write { db in
          try db.execute(
            sql: """
              DELETE FROM search_page WHERE id IN
                (SELECT id FROM search_page WHERE id >= ? AND id < ? LIMIT \(Self.rowsDeletedAtOnce))
              """, arguments: [rows.lowerBound, rows.upperBound])
          return db.changesCount < Self.rowsDeletedAtOnce
        }
      }
    }
  }

  /// The blocks that have pages; one step for each.
  private static func written(_ db: Database) throws -> [Int64] {
    let next = try db.cachedStatement(sql: "SELECT id FROM search_page WHERE id >= ? ORDER BY id LIMIT 1")
    var blocks: [Int64] = []
    var row: Int64 = 0
    while let found = try next.numbers(row).first {
      let block = BlockPages.block(ofRow: found)
      blocks.append(block)
      row = BlockPages.rows(ofBlock: block).upperBound
    }
    return blocks
  }
}
