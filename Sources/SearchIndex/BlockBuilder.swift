/// Makes a block of the index out of texts: its documents and, for each gram, the list of those that have it.
///
/// Documents are numbered in the order in which they are added, which must be that in which they are to be found. Memory: some
/// 7 bytes for each different gram of each document, 40 for each different gram.
package struct BlockBuilder {
  /// The documents, by ordinal.
  package private(set) var documents: [Int64] = []
  /// Grams of all documents, each once a document.
  package var postingCount: Int { log.count }

  private var terms = GramTable()
  /// The terms of the first document, then those of the second, and so on, each with the classes of its next characters, in the form of `Posting`.
  private var log: [Posting] = []
  /// Where each document's terms begin.
  private var starts: [Int] = []

  /// - Parameter postings: about how many there will be: room that is made at once takes less than room that grows.
  package init(postings: Int = 0) { log.reserveCapacity(postings + postings / 64) }

  /// Begins the next document; `add` gives it text.
  package mutating func begin(_ document: Int64) {
    documents.append(document)
    starts.append(log.count)
  }

  /// Adds a piece of the present document's text, folded. No gram reaches from one piece to the next.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let start = starts.last ?? 0
    GramScanner.scan(text) { gram, follower in
      let nextClasses = NextCharacterClasses(follower)
      let slot = terms.slot(of: gram)
      let entry = Int(terms[slot].entry)
      if entry >= start {
        log[entry].packed |= UInt32(nextClasses.rawValue)
      } else {
        terms[slot].entry = Int32(truncatingIfNeeded: log.count)
        log.append(Posting(terms[slot].term, nextClasses))
      }
    }
  }

  /// The pages of the block, in ascending order.
  package func forEachPage(_ emit: (PostingPage) throws -> Void) rethrows {
    let order = terms.sorted()
    var counts = [UInt32](repeating: 0, count: order.count)
    for entry in log { counts[Int(entry.number)] += 1 }
    // Where the postings of each term begin among those of all terms.
    var next = [UInt32](repeating: 0, count: counts.count)
    var total: UInt32 = 0
    for (_, term) in order {
      next[Int(term)] = total
      total += counts[Int(term)]
    }
    let postings = postings(at: &next)
    var writer = PostingPageWriter(documents: documents.count)
    try postings.withUnsafeBufferPointer { postings in
      var rest = postings[...]
      for (gram, term) in order {
        let count = Int(counts[Int(term)])
        try writer.append(Gram(rawValue: gram), UnsafeBufferPointer(rebasing: rest.prefix(count)), emit)
        rest = rest.dropFirst(count)
      }
    }
    try writer.finish(emit)
  }

  /// The postings of all terms, those of one term together.
  private func postings(at next: inout [UInt32]) -> [Posting] {
    [Posting](unsafeUninitializedCapacity: log.count) { postings, count in
      for (ordinal, start) in starts.enumerated() {
        let end = ordinal + 1 < starts.count ? starts[ordinal + 1] : log.count
        for entry in log[start..<end] {
          let term = Int(entry.number)
          postings[Int(next[term])] = Posting(UInt32(ordinal), entry.nextClasses)
          next[term] += 1
        }
      }
      count = log.count
    }
  }
}

/// Numbers grams in the order in which they are met: a hash table with linear probing.
struct GramTable {
  /// All that is known of a gram lies together, so that a look at it costs one access to far memory.
  struct Slot {
    fileprivate var gram = GramTable.free
    /// The gram's number.
    fileprivate(set) var term: UInt32 = 0
    /// Where it stands in the log the last time.
    var entry: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 14)
  private var shift: UInt64 = 64 - 14
  private var count: UInt32 = 0

  /// No gram has this value.
  fileprivate static let free = UInt64.max

  subscript(place: Int) -> Slot {
    @inline(__always) get { slots[place] }
    @inline(__always) _modify { yield &slots[place] }
  }

  /// The place of the gram, which is new or known; good until the next call.
  @inline(__always)
  mutating func slot(of gram: Gram) -> Int {
    var place = place(of: gram.rawValue)
    while slots[place].gram != gram.rawValue {
      if slots[place].gram == Self.free { return insert(gram.rawValue, at: place) }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private func place(of gram: UInt64) -> Int { Int((gram &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private mutating func insert(_ gram: UInt64, at place: Int) -> Int {
    let isFull = Int(count) * 2 >= slots.count
    if isFull { grow() }
    let place = isFull ? freePlace(for: gram) : place
    slots[place] = Slot(gram: gram, term: count)
    count += 1
    return place
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.gram != Self.free { slots[freePlace(for: slot.gram)] = slot }
  }

  private func freePlace(for gram: UInt64) -> Int {
    var place = place(of: gram)
    while slots[place].gram != Self.free { place = (place + 1) & (slots.count - 1) }
    return place
  }

  /// All grams in ascending order, with their numbers.
  func sorted() -> [(gram: UInt64, term: UInt32)] {
    slots.filter { $0.gram != Self.free }.sorted { $0.gram < $1.gram }.map { (gram: $0.gram, term: $0.term) }
  }
}

/// How the rows of a block are numbered: the block above, what the row holds below.
///
/// A block's posting pages come first, by the first gram of each, then the pages that list its documents, by their first ordinal.
/// So a block is one range of row numbers, and the page of a gram is the last one that does not begin after it.
package enum BlockPages {
  /// Grows when blocks are written in another form: those of another number cannot be read.
  package static let version: Int64 = 2

  /// Blocks have numbers below this.
  package static let blockLimit: Int64 = 1 << (63 - Int64(Gram.bits))

  /// All rows of a block.
  package static func rows(ofBlock block: Int64) -> Range<Int64> {
    block << Int64(Gram.bits)..<(block + 1) << Int64(Gram.bits)
  }

  /// The block that a row belongs to.
  package static func block(ofRow row: Int64) -> Int64 { row >> Int64(Gram.bits) }

  /// The row of the page that begins with a gram.
  package static func row(of gram: Gram, inBlock block: Int64) -> Int64 {
    block << Int64(Gram.bits) | Int64(gram.rawValue)
  }

  /// The gram with which the page of a row begins.
  package static func gram(ofRow row: Int64) -> Gram {
    Gram(rawValue: UInt64(row & (1 << Int64(Gram.bits) - 1)))
  }

  /// Three characters and more never lead a gram's value here.
  private static let documentMark: Int64 = 3 << 42

  /// The row that lists the document of an ordinal.
  package static func row(ofOrdinal ordinal: Int, inBlock block: Int64) -> Int64 {
    block << Int64(Gram.bits) | documentMark | Int64(ordinal / documentsOnPage)
  }

  /// The rows that list the documents of a block.
  package static func documentRows(ofBlock block: Int64) -> Range<Int64> {
    block << Int64(Gram.bits) | documentMark..<rows(ofBlock: block).upperBound
  }

  /// How many documents a row lists, but for the last one.
  package static let documentsOnPage = 500

  /// The bytes of the rows that list these documents, in order: a seal (`PageSeal`), then eight bytes a document.
  package static func pages(of documents: some Collection<Int64>) -> [[UInt8]] {
    let documents = Array(documents)
    return stride(from: 0, to: documents.count, by: documentsOnPage).map { start in
      var page = [UInt8](repeating: 0, count: PageSeal.size)
      for document in documents[start..<min(start + documentsOnPage, documents.count)] {
        withUnsafeBytes(of: document.littleEndian) { page += $0 }
      }
      PageSeal.seal(&page, place: UInt64(start))
      return page
    }
  }

  /// The documents that the row of an ordinal lists; nil where the bytes are not those that were written.
  package static func documents(_ page: UnsafeRawBufferPointer, fromOrdinal ordinal: Int) -> [Int64]? {
    let start = ordinal / documentsOnPage * documentsOnPage
    guard PageSeal.isWhole(page, place: UInt64(start)) else { return nil }
    return (1..<max(1, page.count / 8)).map {
      Int64(littleEndian: page.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self))
    }
  }
}
