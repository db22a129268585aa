import GRDB
import SearchIndex

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
