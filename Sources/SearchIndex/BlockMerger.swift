/// Makes few large blocks out of many small ones, as a log-structured merge tree does (O'Neil et al. 1996): few blocks
/// make queries fast, and a block that is written once, small, makes indexing fast.
///
/// Works through all blocks page by page, gram by gram. Memory: 30 bytes a document.
package struct BlockMerger {
  /// The documents of each new block, in order.
  package let blocks: [ArraySlice<Int64>]

  private let capacity: Int
  private let inputSizes: [Int]
  /// For each input, the number that each of its documents has among all; `dropped` where a later input has it anew.
  private let numbers: [[UInt32]]
  private static let dropped = UInt32.max

  /// - Parameters:
  ///   - inputs: the documents of each block, descending. Of a document in several of them, what the last one says holds.
  ///   - capacity: the largest number of documents of a block.
  package init(_ inputs: [[Int64]], capacity: Int) {
    typealias Entry = (document: Int64, input: Int, ordinal: Int)
    var entries: [Entry] = []
    entries.reserveCapacity(inputs.reduce(0) { $0 + $1.count })
    for (input, documents) in inputs.enumerated() {
      for (ordinal, document) in documents.enumerated() { entries.append((document, input, ordinal)) }
    }
    entries.sort { ($0.document, $0.input) > ($1.document, $1.input) }

    var numbers = inputs.map { [UInt32](repeating: Self.dropped, count: $0.count) }
    var documents: [Int64] = []
    documents.reserveCapacity(entries.count)
    for entry in entries where entry.document != documents.last {
      numbers[entry.input][entry.ordinal] = UInt32(documents.count)
      documents.append(entry.document)
    }
    self.numbers = numbers
    self.capacity = capacity
    inputSizes = inputs.map(\.count)
    blocks = stride(from: 0, to: documents.count, by: capacity).map {
      documents[$0..<min($0 + capacity, documents.count)]
    }
  }

  /// A list of an input names a document that the input does not have.
  package struct DamagedInput: Error {
    package let input: Int
  }

  /// - Parameters:
  ///   - nextPage: the next page of an input, nil at its end.
  ///   - emit: takes a page of a new block, by the block's place in `blocks`; pages of one block come in ascending order.
  /// - Throws: `DamagedInput`, and what the parameters throw.
  package func merge(
    nextPage: (_ input: Int) throws -> PostingPage?, emit: (_ block: Int, PostingPage) throws -> Void
  ) throws {
    var readers: [BlockPageReader] = []
    for (input, size) in inputSizes.enumerated() {
      var reader = BlockPageReader(documents: size)
      try reader.advance { try nextPage(input) }
      readers.append(reader)
    }
    var writers = blocks.map { PostingPageWriter(documents: $0.count) }
    var merged: [Posting] = []
    while let gram = readers.compactMap({ $0.entry?.gram }).min() {
      merged.removeAll(keepingCapacity: true)
      for (input, numbers) in numbers.enumerated() where readers[input].entry?.gram == gram {
        try readers[input].forEachPosting { ordinal, nextClasses throws(DamagedInput) in
          guard numbers.indices.contains(ordinal) else { throw DamagedInput(input: input) }
          let number = numbers[ordinal]
          if number != Self.dropped { merged.append(Posting(number, nextClasses)) }
        }
        try readers[input].advance { try nextPage(input) }
      }
      sort(&merged)
      try write(gram, &merged, &writers, emit)
    }
    for block in writers.indices { try writers[block].finish { try emit(block, $0) } }
  }

  /// Sorts postings that may have sorted runs already: blocks of news that follow each other give one run.
  private func sort(_ postings: inout [Posting]) {
    let isSorted = zip(postings, postings.dropFirst()).allSatisfy { $0 < $1 }
    if !isSorted { postings.sort() }
  }

  private func write(
    _ gram: Gram, _ postings: inout [Posting], _ writers: inout [PostingPageWriter],
    _ emit: (Int, PostingPage) throws -> Void
  ) throws {
    var start = 0
    while start < postings.count {
      let block = Int(postings[start].number) / capacity
      let base = UInt32(block * capacity)
      var end = start
      while end < postings.count, Int(postings[end].number) / capacity == block {
        postings[end] = Posting(postings[end].number - base, postings[end].nextClasses)
        end += 1
      }
      try postings.withUnsafeBufferPointer { postings in
        try writers[block].append(gram, UnsafeBufferPointer(rebasing: postings[start..<end])) { try emit(block, $0) }
      }
      start = end
    }
  }
}

/// Walks through all lists of one block.
private struct BlockPageReader {
  private(set) var entry: (gram: Gram, list: PostingList)?
  private var cursor: PostingPageCursor?
  private let documents: Int

  init(documents: Int) { self.documents = documents }

  /// Reads the present list.
  func forEachPosting<Failure>(_ body: (_ ordinal: Int, NextCharacterClasses) throws(Failure) -> Void) throws(Failure) {
    guard var ordinals = entry?.list.makeIterator() else { return }
    while let ordinal = ordinals.next() { try body(ordinal, ordinals.nextClasses) }
  }

  /// Goes on to the next list, or to the first one.
  mutating func advance(_ nextPage: () throws -> PostingPage?) throws {
    entry = cursor?.next()
    while entry == nil {
      guard let page = try nextPage() else { return }
      cursor = PostingPageCursor(page: page, documents: documents)
      entry = cursor?.next()
    }
  }
}
