import GRDB
import SearchIndex
import TextBasics

/// A block of the search index: some articles and, for each gram of their texts, the list of those that have it.
///
/// Its pages count only once its row is there, so a block may be written in several transactions.
struct SearchBlock: Hashable {
  var number: Int64
  var age: Int64
  var documents: Int
  var newest: Int64
  var oldest: Int64

  /// What the blocks of a store must be made by to be of use.
  static let form = (Int64(Folding.version) * 1_000 + BlockPages.version) * 1_000 + textForm

  /// Grows when other texts of an article are indexed, or in another way.
  private static let textForm: Int64 = 1

  /// Lets all articles wait for the index where it was made in another form, and gives up what was made.
  static func discardOtherForms(_ pool: DatabasePool) throws {
    guard try !pool.read({ try StoreState.index.value($0) == form }) else { return }
    try pool.write { db in
      try db.execute(
        sql: """
          DELETE FROM search_block;
          INSERT INTO unindexed SELECT id, 0 FROM article WHERE true ON CONFLICT DO UPDATE SET version = version + 1;
          """)
      try StoreState.index.set(form, db)
    }
  }

  /// Whether the index is of the present form; a store that cannot be written keeps one of another.
  static func isUsable(_ db: Database) throws -> Bool { try StoreState.index.readable(db) == form }

  /// All blocks, the one with the newest article first; none where the index is of no use.
  static func all(_ db: Database) throws -> [SearchBlock] {
    guard try isUsable(db) else { return [] }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT block, age, documents, newest, oldest FROM search_block ORDER BY newest DESC"))
    var blocks: [SearchBlock] = []
    while let row = try rows.next() {
      blocks.append(
        SearchBlock(
          number: try row.number(0, in: 0...BlockPages.blockLimit - 1), age: try row.number(1),
          documents: Int(try row.number(2, in: 0...Int64(BlockMerging.capacity))), newest: try row.number(3),
          oldest: try row.number(4)))
    }
    return blocks
  }

  /// Throws `CancellationError` where another program has begun an index of another form meanwhile.
  func insert(_ db: Database) throws {
    guard try Self.isUsable(db) else { throw CancellationError() }
    try db.cachedStatement(
      sql: "INSERT INTO search_block (block, age, documents, newest, oldest) VALUES (?, ?, ?, ?, ?)"
    )
    .execute(arguments: [number, age, documents, newest, oldest])
  }

  func delete(_ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM search_block WHERE block = ?").execute(arguments: [number])
  }

  /// The articles that have a gram; nil where none has.
  func list(of gram: Gram, _ db: Database) throws -> PostingList? {
    let rows = BlockPages.rows(ofBlock: number)
    let statement = try db.cachedStatement(
      sql: "SELECT id, data FROM search_page WHERE id >= ? AND id <= ? ORDER BY id DESC LIMIT 1")
    let last = BlockPages.row(of: gram, inBlock: number)
    guard let found = try intact({ try statement.page(rows.lowerBound, last) }) else {
      throw DamagedPage(block: self)
    }
    let page = PostingPage(first: BlockPages.gram(ofRow: found.row), bytes: found.bytes)
    // Where the next page begins before the gram, it is missing.
    guard page.isWhole, page.next.map({ $0 > gram }) ?? true else { throw DamagedPage(block: self) }
    return page.list(of: gram, documents: documents)
  }

  /// The articles that the page with this ordinal lists.
  func documents(aroundOrdinal ordinal: Int, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT id, data FROM search_page WHERE id >= ? LIMIT 1")
    let row = BlockPages.row(ofOrdinal: ordinal, inBlock: number)
    let start = ordinal / BlockPages.documentsOnPage * BlockPages.documentsOnPage
    guard let page = try intact({ try statement.page(row) }), page.row == row,
      let listed = page.bytes.withUnsafeBytes({ BlockPages.documents($0, fromOrdinal: ordinal) }),
      listed.count == min(BlockPages.documentsOnPage, documents - start)
    else { throw DamagedPage(block: self) }
    return listed
  }

  /// What is read of a page; throws `DamagedPage` where SQLite does not come to it.
  private func intact<T>(_ read: () throws -> T) throws -> T {
    do {
      return try read()
    } catch let error as DatabaseError where error.isDamage {
      throw DamagedPage(block: self)
    }
  }

  /// All articles of the block, the newest first.
  func allDocuments(_ db: Database) throws -> [Int64] {
    var result: [Int64] = []
    while result.count < documents { result += try documents(aroundOrdinal: result.count, db) }
    return result
  }
}

/// A page of the index is missing, or has other bytes than were written: what its block knows cannot be relied on.
struct DamagedPage: Error, CustomStringConvertible {
  let block: SearchBlock

  var description: String { "a page of block \(block.number) of the search index" }
}

extension SearchBlock {
  /// Gives the block up: its articles wait for the index again.
  func giveUp(_ db: Database) throws {
    try delete(db)
    try db.execute(
      sql: """
        INSERT INTO unindexed SELECT id, 0 FROM article WHERE id >= ? AND id <= ?
        ON CONFLICT DO UPDATE SET version = version + 1
        """, arguments: [oldest, newest])
  }
}
