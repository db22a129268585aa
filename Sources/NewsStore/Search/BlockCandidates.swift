import GRDB
import SearchIndex

/// The articles of one block that have all of some grams, in the order of their ids.
///
/// Downwards they come as they are read, so that a first page costs little however common the grams are; upwards the block
/// is read whole first. Where a page cannot be read, all articles of the block's time come instead: they are candidates only, so that
/// nothing is missed, and the damage is noted.
struct BlockCandidates {
  private let db: Database
  private let block: SearchBlock
  private let order: CompiledQuery.Order
  private let damage: DamageLog
  private var matches: Intersection?
  /// What is left, when read upwards.
  private var ordinals: [Int]?
  /// The page of documents that was read last.
  private var page: (first: Int, documents: [Int64]) = (0, [])
  /// In the place of a block that is damaged.
  private var everything: ArticleIDs?
  /// The article at which the walk stands; nil at the end.
  private(set) var current: Int64?

  /// - Parameter bounds: the ids in question.
  init(
    _ block: SearchBlock, _ cover: [Gram: NextCharacterClasses], bounds: ClosedRange<Int64>,
    _ order: CompiledQuery.Order,
    _ db: Database, _ damage: DamageLog
  ) throws {
    self.db = db
    self.block = block
    self.order = order
    self.damage = damage
    guard block.newest >= bounds.lowerBound, block.oldest <= bounds.upperBound else { return }
    do {
      try begin(cover, bounds)
    } catch is DamagedPage {
      try readEverything(in: bounds)
    }
  }

  private mutating func begin(_ cover: [Gram: NextCharacterClasses], _ bounds: ClosedRange<Int64>) throws {
    var lists: [(list: PostingList, nextClasses: NextCharacterClasses)] = []
    for (gram, nextClasses) in cover {
      guard let list = try block.list(of: gram, db) else { return }
      lists.append((list, nextClasses))
    }
    matches = Intersection(lists)
    let first = block.newest <= bounds.upperBound ? 0 : try firstOrdinal(upTo: bounds.upperBound)
    if order == .oldestFirst {
      var ordinals: [Int] = []
      while let ordinal = matches?.next(from: first) { ordinals.append(ordinal) }
      self.ordinals = ordinals
      try advance(from: first)
      while let id = current, id < bounds.lowerBound { try advance(from: first) }
    } else {
      try advance(from: first)
    }
  }

  mutating func advance() throws {
    guard everything == nil else {
      try everything?.advance()
      current = everything?.current
      return
    }
    let last = current
    do {
      try advance(from: 0)
    } catch is DamagedPage {
      guard let last else { return }
      try readEverything(in: order == .newestFirst ? Int64.min...(last - 1) : (last + 1)...Int64.max)
    }
  }

  private mutating func readEverything(in bounds: ClosedRange<Int64>) throws {
    damage.note(block: block.number)
    let lower = max(bounds.lowerBound, block.oldest)
    let upper = min(bounds.upperBound, block.newest)
    everything = lower <= upper ? try ArticleIDs(.all, in: lower...upper, order, db) : nil
    current = everything?.current
    if everything == nil { (matches, ordinals) = (nil, []) }
  }

  private mutating func advance(from first: Int) throws {
    let ordinal = ordinals == nil ? matches?.next(from: first) : ordinals?.popLast()
    current = try ordinal.flatMap { try document($0) }
  }

  private mutating func document(_ ordinal: Int) throws -> Int64 {
    if !page.documents.indices.contains(ordinal - page.first) {
      page = (
        ordinal / BlockPages.documentsOnPage * BlockPages.documentsOnPage,
        try block.documents(aroundOrdinal: ordinal, db)
      )
    }
    let index = ordinal - page.first
    guard page.documents.indices.contains(index) else { throw DamagedPage(block: block) }
    return page.documents[index]
  }

  /// The first ordinal whose article has an id of at most `id`: ids fall as ordinals grow.
  private mutating func firstOrdinal(upTo id: Int64) throws -> Int {
    var range = 0..<block.documents
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = try document(middle) > id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

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
