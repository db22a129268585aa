import GRDB
import NewsModel
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

/// Keeps the blocks of the index few: wherever eight of about a size have gathered, they become one.
///
/// A block's size class is the logarithm to base 8 of its number of articles; full blocks stay as they are. Only blocks that
/// follow each other in age are merged, so that the newer of two forms of an article is always known. Every article is
/// written once in each class, so at most five times.
struct BlockMerging {
  private let pool: DatabasePool
  private var writer: BlockWriter
  private let cancellation: Cancellation?

  private static let fanOut = 8
  /// The most articles of a block, and how many make it a full one: some forty hold a million articles.
  static let capacity = 32_768
  private static let full = 16_384

  init(_ pool: DatabasePool, writer: BlockWriter, cancellation: Cancellation?) {
    self.pool = pool
    self.writer = writer
    self.cancellation = cancellation
  }

  mutating func run() throws {
    while let blocks = Self.nextMerge(try pool.read { try SearchBlock.all($0) }) {
      try merge(blocks)
      try writer.removeUnfinishedBlocks()
    }
  }

  /// The blocks to merge next, by age; nil where there are few enough.
  static func nextMerge(_ blocks: [SearchBlock]) -> [SearchBlock]? {
    let byAge = blocks.sorted { $0.age < $1.age }
    for sizeClass in 0..<Self.sizeClass(ofDocuments: full) {
      let runs = byAge.split { Self.sizeClass(ofDocuments: $0.documents) > sizeClass }
      // Smaller ones among them come along, but do not count: a handful of news must not make a large block be written again.
      let merge = runs.first { run in
        run.count { Self.sizeClass(ofDocuments: $0.documents) == sizeClass } >= fanOut
      }
      if let merge { return Array(merge) }
    }
    return nil
  }

  static func sizeClass(ofDocuments count: Int) -> Int {
    count >= full ? 5 : (Int.bitWidth - 1 - max(1, count).leadingZeroBitCount) / 3
  }

  private mutating func merge(_ inputs: [SearchBlock]) throws {
    let documents = try pool.read { db in try inputs.map { try $0.allDocuments(db) } }
    let merger = BlockMerger(documents, capacity: Self.capacity)
    let numbers = try writer.freeNumbers(merger.blocks.count)
    var readers = inputs.map { BlockReader(block: $0) }
    do {
      try merger.merge(
        nextPage: { input in try readers[input].next { try pool.readUnmapped($0) } },
        emit: { block, page in try writer.append(page, toBlock: numbers[block]) })
    } catch let damage as BlockMerger.DamagedInput {
      throw DamagedPage(block: inputs[damage.input])
    }
    try writer.flush()
    let age = inputs.map(\.age).max() ?? 0
    try pool.write { [writer] db in
      for block in inputs { try block.delete(db) }
      for (number, documents) in zip(numbers, merger.blocks) {
        guard let newest = documents.first, let oldest = documents.last else { continue }
        try writer.writeDocuments(documents, ofBlock: number, db)
        try SearchBlock(number: number, age: age, documents: documents.count, newest: newest, oldest: oldest).insert(db)
      }
    }
  }
}
