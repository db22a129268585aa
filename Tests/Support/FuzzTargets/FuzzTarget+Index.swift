import SearchIndex
import TextBasics

/// The search index: pages as they come from a damaged disk, and texts as they come from anywhere.
extension FuzzTarget {
  /// Pages of lists that nobody wrote: 8 bytes of a row, 2 of the number of documents, then the page.
  static let postingPages = FuzzTarget("posting-pages", longestInput: 1_024) { bytes throws(FuzzFinding) in
    guard bytes.count >= 10 else { return }
    let row = bytes[..<8].reduce(0) { $0 << 8 | Int64($1) }
    let documents = Int(bytes[8]) << 8 | Int(bytes[9])
    let page = PostingPage(first: BlockPages.gram(ofRow: row & .max), bytes: Array(bytes[10...]))
    for gram in Set(TextNeedle("降准 ipo a").grams + [page.first]) {
      guard let list = page.list(of: gram, documents: documents) else { continue }
      var ordinals = list.makeIterator()
      var count = 0
      while ordinals.next() != nil { count += 1 }
      try expect(count <= list.count && list.count <= documents, "\(count) documents in a list of \(list.count)")
    }
    try merge(page, documents)
  }

  private static func merge(_ page: PostingPage, _ documents: Int) throws(FuzzFinding) {
    let inputs = [Array((0..<Int64(documents)).reversed()), [7, 3]]
    let merger = BlockMerger(inputs, capacity: 100)
    var pages = [page]
    do {
      try merger.merge(nextPage: { $0 == 0 ? pages.popLast() : nil }, emit: { _, _ in })
    } catch {
      // Damage may be refused.
    }
  }

  /// Texts, one a line, the first of which is looked for: who contains it is among the candidates.
  static let indexedTexts = FuzzTarget("indexed-texts", longestInput: 1_024) { bytes throws(FuzzFinding) in
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Folding.fold(String(decoding: $0, as: UTF8.self))
    }
    let needle = TextNeedle(lines[0])
    let index = MadeIndex(lines)
    for (ordinal, line) in lines.enumerated() where Array(line.utf8).firstRange(of: Array(lines[0].utf8)) != nil {
      for (gram, _) in needle.cover {
        try expect(index.documents(with: gram).contains(ordinal), "\(line) is not listed under a part of \(lines[0])")
      }
      guard !needle.cover.isEmpty else { continue }
      try expect(index.candidates(needle).contains(ordinal), "\(lines[0]) is not found in \(line)")
    }
  }
}

/// A block of the index in memory.
private struct MadeIndex {
  private var pages: [PostingPage] = []
  private let count: Int

  init(_ texts: [String]) {
    var builder = BlockBuilder()
    for (ordinal, text) in texts.enumerated() {
      builder.begin(Int64(texts.count - ordinal))
      var text = text
      text.withUTF8 { builder.add($0) }
    }
    count = texts.count
    var pages: [PostingPage] = []
    builder.forEachPage { pages.append($0) }
    self.pages = pages
  }

  func list(of gram: Gram) -> PostingList? {
    pages.last { $0.first <= gram }?.list(of: gram, documents: count)
  }

  func documents(with gram: Gram) -> [Int] {
    guard var ordinals = list(of: gram)?.makeIterator() else { return [] }
    var found: [Int] = []
    while let ordinal = ordinals.next() { found.append(ordinal) }
    return found
  }

  func candidates(_ needle: TextNeedle) -> [Int] {
    let lists = needle.cover.compactMap { gram, nextClasses in
      list(of: gram).map { (list: $0, nextClasses: nextClasses) }
    }
    guard lists.count == needle.cover.count, var matches = Intersection(lists) else { return [] }
    var found: [Int] = []
    while let ordinal = matches.next() { found.append(ordinal) }
    return found
  }
}
