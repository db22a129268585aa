/// Makes a block of the index out of texts: its documents and, for each gram, the list of those that have it.
///
/// Documents are numbered in the order in which they are added, which must be that in which they are to be found. Memory: some
/// 7 bytes for each different gram of each document, 40 for each different gram.
public struct BlockBuilder {
  /// The documents, by ordinal.
  public private(set) var documents: [Int64] = []
  /// Grams of all documents, each once a document.
  public var postingCount: Int { log.count }

  private var terms = GramTable()
  /// The terms of the first document, then those of the second, and so on.
  private var log: [UInt32] = []
  /// Where each document's terms begin.
  private var starts: [Int] = []

  /// - Parameter postings: about how many there will be: room that is made at once takes less than room that grows.
  public init(postings: Int = 0) { log.reserveCapacity(postings + postings / 64) }

  /// Begins the next document; `add` gives it text.
  public mutating func begin(_ document: Int64) {
    documents.append(document)
    starts.append(log.count)
  }

  /// Adds a piece of the present document's text, folded. No gram reaches from one piece to the next.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let document = UInt32(documents.count)
    GramScanner.scan(text) { gram in
      if let term = terms.note(gram, in: document) { log.append(term) }
    }
  }

  /// The pages of the block, in ascending order.
  public func forEachPage(_ emit: (PostingPage) throws -> Void) rethrows {
    let order = terms.sorted()
    var counts = [UInt32](repeating: 0, count: order.count)
    for term in log { counts[Int(term)] += 1 }
    // Where the ordinals of each term begin among those of all terms.
    var next = [UInt32](repeating: 0, count: counts.count)
    var total: UInt32 = 0
    for (_, term) in order {
      next[Int(term)] = total
      total += counts[Int(term)]
    }
    let ordinals = postings(at: &next)
    var writer = PostingPageWriter(documents: documents.count)
    try ordinals.withUnsafeBufferPointer { ordinals in
      var rest = ordinals[...]
      for (gram, term) in order {
        let count = Int(counts[Int(term)])
        try writer.append(Gram(rawValue: gram), UnsafeBufferPointer(rebasing: rest.prefix(count)), emit)
        rest = rest.dropFirst(count)
      }
    }
    try writer.finish(emit)
  }

  /// The ordinals of all terms, those of one term together.
  private func postings(at next: inout [UInt32]) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: log.count) { ordinals, count in
      for (ordinal, start) in starts.enumerated() {
        let end = ordinal + 1 < starts.count ? starts[ordinal + 1] : log.count
        for term in log[start..<end] {
          ordinals[Int(next[Int(term)])] = UInt32(ordinal)
          next[Int(term)] += 1
        }
      }
      count = log.count
    }
  }
}

/// Numbers grams in the order in which they are met: a hash table with linear probing.
struct GramTable {
  /// All that is known of a gram lies together, so that a look at it costs one access to far memory.
  private struct Slot {
    var gram = GramTable.free
    var term: UInt32 = 0
    /// The last document in which it was met.
    var document: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 14)
  private var shift: UInt64 = 64 - 14
  private var count = 0

  /// No gram has this value.
  private static let free = UInt64.max

  /// The gram's number, or nil where it was met in this document before.
  @inline(__always)
  mutating func note(_ gram: Gram, in document: UInt32) -> UInt32? {
    var place = place(of: gram.rawValue)
    while slots[place].gram != gram.rawValue {
      if slots[place].gram == Self.free { return insert(gram.rawValue, at: place, document) }
      place = (place + 1) & (slots.count - 1)
    }
    guard slots[place].document != document else { return nil }
    slots[place].document = document
    return slots[place].term
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private func place(of gram: UInt64) -> Int { Int((gram &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private mutating func insert(_ gram: UInt64, at place: Int, _ document: UInt32) -> UInt32 {
    let term = UInt32(count)
    slots[place] = Slot(gram: gram, term: term, document: document)
    count += 1
    if count * 2 > slots.count { grow() }
    return term
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.gram != Self.free {
      var place = place(of: slot.gram)
      while slots[place].gram != Self.free { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// All grams in ascending order, with their numbers.
  func sorted() -> [(gram: UInt64, term: UInt32)] {
    slots.filter { $0.gram != Self.free }.sorted { $0.gram < $1.gram }.map { (gram: $0.gram, term: $0.term) }
  }
}
