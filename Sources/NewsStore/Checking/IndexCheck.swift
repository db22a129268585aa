internal import GRDB
internal import SearchIndex

/// Reads every page of the search index, and looks for articles that neither the index nor the list of those that wait has.
struct IndexCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func check(_ findings: inout StoreFindings, _ report: (Double) throws -> Void) throws {
    guard try StoreState.index.value(db) == SearchBlock.form else { return }
    let blocks: [SearchBlock]
    do {
      blocks = try SearchBlock.all(db)
    } catch is UnreadableColumn {
      return findings.add(.index)
    }
    for (index, block) in blocks.enumerated() {
      try report(Double(index) / Double(blocks.count))
      if try !isWhole(block) { findings.add(.index, example: "block \(block.number)") }
    }
    if !findings.all.contains(where: { $0.kind == .index }) { try checkArticles(blocks, &findings, report) }
  }

  private func isWhole(_ block: SearchBlock) throws -> Bool {
    do {
      var reader = BlockReader(block: block)
      while let page = try reader.next({ try $0(db) }) {
        guard page.areListsWhole(documents: block.documents) else { return false }
      }
      var documents = BlockDocuments(block, db)
      guard try documents.advance() == block.newest else { return false }
      var last = block.newest
      while let next = try documents.advance() {
        guard next < last else { return false }
        last = next
      }
      return last == block.oldest
    } catch is DamagedPage {
      return false
    }
  }

  /// Walks through all articles, newest first, beside the lists of all blocks.
  private func checkArticles(
    _ blocks: [SearchBlock], _ findings: inout StoreFindings, _ report: (Double) throws -> Void
  ) throws {
    let everything = Int64.min...Int64.max
    var articles = try ArticleIDs(.all, in: everything, .newestFirst, db)
    var unindexed = try ArticleIDs(.unindexed, in: everything, .newestFirst, db)
    var documents = blocks.map { BlockDocuments($0, db) }
    for index in documents.indices { _ = try documents[index].advance() }
    var done = 0
    while let article = articles.current {
      if done.isMultiple(of: 1_024) { try report(1) }
      done += 1
      while let id = unindexed.current, id > article { try unindexed.advance() }
      var isKnown = unindexed.current == article
      for index in documents.indices {
        while let id = documents[index].current, id > article { _ = try documents[index].advance() }
        if documents[index].current == article { isKnown = true }
      }
      if !isKnown { findings.add(.notIndexed, example: "\(article)") }
      try articles.advance()
    }
  }
}

/// The articles of a block, newest first, a page at a time.
private struct BlockDocuments {
  private let block: SearchBlock
  private let db: Database
  private var page: ArraySlice<Int64> = []
  private var ordinal = 0
  private(set) var current: Int64?

  init(_ block: SearchBlock, _ db: Database) {
    self.block = block
    self.db = db
  }

  /// Returns the next one; nil at the end.
  mutating func advance() throws -> Int64? {
    if page.isEmpty, ordinal < block.documents {
      page = try block.documents(aroundOrdinal: ordinal, db)[...]
      ordinal += page.count
    }
    current = page.popFirst()
    return current
  }
}
