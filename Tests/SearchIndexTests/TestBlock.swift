import SeededRandom

@testable import SearchIndex

/// A block in memory, and the texts that it was made of.
struct TestBlock {
  var documents: [Int64]
  var pages: [PostingPage]

  init(documents: [Int64], pages: [PostingPage]) {
    self.documents = documents
    self.pages = pages
  }

  /// Texts by document; documents are added in descending order.
  init(_ texts: [Int64: String]) {
    var builder = BlockBuilder()
    for (document, text) in texts.sorted(by: { $0.key > $1.key }) {
      builder.begin(document)
      var text = text
      text.withUTF8 { builder.add($0) }
    }
    documents = builder.documents
    var pages: [PostingPage] = []
    builder.forEachPage { pages.append($0) }
    self.pages = pages
  }

  func list(of gram: Gram) -> PostingList? {
    pages.last { $0.first <= gram }?.list(of: gram, documents: documents.count)
  }

  /// The documents that have all grams of the text.
  func candidates(_ text: String) -> [Int64] {
    var lists: [(PostingList, NextCharacterClasses)] = []
    for (gram, nextClasses) in TextNeedle(text).cover {
      guard let list = list(of: gram) else { return [] }
      lists.append((list, nextClasses))
    }
    guard var matches = Intersection(lists) else { return [] }
    var found: [Int64] = []
    while let ordinal = matches.next() { found.append(documents[ordinal]) }
    return found
  }

  /// All grams with their documents.
  var postings: [Gram: [Int64]] {
    var result: [Gram: [Int64]] = [:]
    for page in pages {
      var cursor = PostingPageCursor(page: page, documents: documents.count)
      while let (gram, list) = cursor.next() {
        var iterator = list.makeIterator()
        while let ordinal = iterator.next() { result[gram, default: []].append(documents[ordinal]) }
      }
    }
    return result
  }
}

/// Texts in which few letters make many common pairs.
func randomText(length: Int, using generator: inout SeededGenerator) -> String {
  let letters = Array("央行降准中国股市场的了在 ,。a5gipo")
  return String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
}
