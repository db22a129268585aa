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
