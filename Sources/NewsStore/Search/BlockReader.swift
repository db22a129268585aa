import GRDB
import SearchIndex

/// Reads the posting pages of one block in order, some at a time; throws `DamagedPage` where one is missing or not as it was written.
struct BlockReader {
  private let block: SearchBlock
  private let end: Int64
  private var next: Int64
  /// The gram with which the next page must begin; nil behind the last one.
  private var expected: Gram?
  private var pages: [PostingPage] = []

  private static let pagesReadAtOnce = 64

  init(block: SearchBlock) {
    self.block = block
    next = BlockPages.rows(ofBlock: block.number).lowerBound
    end = BlockPages.documentRows(ofBlock: block.number).lowerBound
    expected = BlockPages.gram(ofRow: next)
  }

  /// The next page; nil at the end.
  ///
  /// - Parameter read: runs what it is given on a connection, as the caller reads.
  mutating func next(_ read: ((Database) throws -> [PostingPage]) throws -> [PostingPage]) throws -> PostingPage? {
    if pages.isEmpty, next < end { pages = try piece(read).reversed() }
    guard let page = pages.popLast() else {
      if expected != nil { throw DamagedPage(block: block) }
      return nil
    }
    guard page.first == expected, page.isWhole else { throw DamagedPage(block: block) }
    expected = page.next
    return page
  }

  private mutating func piece(
    _ read: ((Database) throws -> [PostingPage]) throws -> [PostingPage]
  ) throws -> [PostingPage] {
    let (start, end) = (next, end)
    let pages = try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT id, data FROM search_page WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
        arguments: [start, end, Self.pagesReadAtOnce])
      var pages: [PostingPage] = []
      while let row = try rows.next() {
        let bytes = try row.withUnsafeData(atIndex: 1) { [UInt8]($0 ?? .init()) }
        let id = try row.number(0, in: .min ... .max)
        pages.append(PostingPage(first: BlockPages.gram(ofRow: id), bytes: bytes))
      }
      return pages
    }
    if pages.count < Self.pagesReadAtOnce {
      next = end
    } else if let last = pages.last {
      next = BlockPages.row(of: last.first, inBlock: block.number) + 1
    }
    return pages
  }
}
