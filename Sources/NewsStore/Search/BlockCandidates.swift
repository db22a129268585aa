internal import GRDB
internal import SearchIndex

/// The articles of one block that have all of some grams, in the order of their ids.
///
/// Downwards they come as they are read, so that a first page costs little however common the grams are; upwards the block
/// is read whole first.
struct BlockCandidates {
  private let db: Database
  private let block: SearchBlock
  private var matches: Intersection?
  /// What is left, when read upwards.
  private var ordinals: [Int]?
  /// The page of documents that was read last.
  private var page: (first: Int, documents: [Int64]) = (0, [])
  /// The article at which the walk stands; nil at the end.
  private(set) var current: Int64?

  /// - Parameter bounds: the ids in question.
  init(
    _ block: SearchBlock, _ cover: [Gram: Followers], bounds: ClosedRange<Int64>, _ order: CompiledQuery.Order,
    _ db: Database
  )
    throws
  {
    self.db = db
    self.block = block
    guard block.newest >= bounds.lowerBound, block.oldest <= bounds.upperBound else { return }
    var lists: [(list: PostingList, followers: Followers)] = []
    for (gram, followers) in cover {
      guard let list = try block.list(of: gram, db) else { return }
      lists.append((list, followers))
    }
    matches = Intersection(lists)
    let first = block.newest <= bounds.upperBound ? 0 : try firstOrdinal(upTo: bounds.upperBound)
    if order == .oldestFirst {
      var ordinals: [Int] = []
      while let ordinal = matches?.next(from: first) { ordinals.append(ordinal) }
      self.ordinals = ordinals
      try advance()
      while let id = current, id < bounds.lowerBound { try advance() }
    } else {
      try advance(from: first)
    }
  }

  mutating func advance() throws { try advance(from: 0) }

  private mutating func advance(from first: Int) throws {
    let ordinal = ordinals == nil ? matches?.next(from: first) : ordinals?.popLast()
    current = try ordinal.flatMap { try document($0) }
  }

  private mutating func document(_ ordinal: Int) throws -> Int64? {
    if !page.documents.indices.contains(ordinal - page.first) {
      page = (
        ordinal / BlockPages.documentsOnPage * BlockPages.documentsOnPage,
        try block.documents(aroundOrdinal: ordinal, db)
      )
    }
    let index = ordinal - page.first
    return page.documents.indices.contains(index) ? page.documents[index] : nil
  }

  /// The first ordinal of which the article's id is at most `id`: ids fall as ordinals grow.
  private mutating func firstOrdinal(upTo id: Int64) throws -> Int {
    var range = 0..<block.documents
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      guard let document = try document(middle) else { break }
      range = document > id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
