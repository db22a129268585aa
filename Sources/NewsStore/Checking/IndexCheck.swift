import GRDB
import SearchIndex

/// Reads every page of the search index, and looks for articles that neither the index nor the list of those that wait has.
struct IndexCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// - Parameter withoutText: articles in whose body there is nothing.
  func check(
    withoutText: Set<Int64>, _ findings: inout StoreFindings, _ report: (Double) throws -> Void
  ) throws {
    guard try StoreState.index.readable(db) == SearchBlock.form else { return }
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
    for key in try keysOfEmptied(withoutText) { findings.add(.bodies, example: "\(key)") }
    if !findings.all.contains(where: { $0.kind == .index }) { try checkArticles(blocks, &findings, report) }
  }

  /// The keys of the articles without text that had one when they were indexed: more lists name them than their headlines account for.
  func keysOfEmptied(_ suspects: Set<Int64>) throws -> [Int64] {
    guard !suspects.isEmpty else { return [] }
    let unindexed = try db.cachedStatement(sql: "SELECT 1 FROM unindexed WHERE article_id = ?")
    let own = try db.cachedStatement(
      sql: """
        SELECT a.key, \(TextReader.columns) FROM article a JOIN body b ON b.key = a.key WHERE a.id = ?
        """)
    var seen: Set<Int64> = []
    var emptied: [Int64] = []
    // Of two blocks with one article the younger one knows its present text.
    for block in try SearchBlock.all(db).sorted(by: { $0.age > $1.age }) {
      var lists = [UInt32](repeating: 0, count: block.documents)
      guard try isWhole(block, { lists[$0] += 1 }) else { continue }
      for (ordinal, id) in try block.allDocuments(db).enumerated() where suspects.contains(id) {
        guard seen.insert(id).inserted, try unindexed.numbers(id).isEmpty else { continue }
        let known = try own.first([id]) { row -> (key: Int64, grams: Int) in
          var builder = BlockBuilder()
          var reader = TextReader()
          builder.begin(id)
          try reader.add(row, from: 1, to: &builder)
          return (try row.number(0), builder.postingCount)
        }
        if let known, lists[ordinal] > known.grams { emptied.append(known.key) }
      }
    }
    return emptied
  }

  private func isWhole(_ block: SearchBlock, _ listed: (Int) -> Void = { _ in }) throws -> Bool {
    do {
      var reader = BlockReader(block: block)
      while let page = try reader.next({ try $0(db) }) {
        guard page.areListsWhole(documents: block.documents, listed) else { return false }
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
