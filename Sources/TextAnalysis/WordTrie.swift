/// Words by their beginnings: a tree whose edges are characters, all in one table of hashes.
///
/// An edge is a number of 64 bits: the node it leaves, its character, and the node that it reaches, or the one word that goes on
/// there. So the ends of words that share them with no other take no nodes: 60,000 names are some 130,000 edges, two megabytes.
/// The node that a first character reaches has the number of that character; the others are numbered behind the last character.
struct WordTrie: Sendable {
  /// No word, node or character has a number of this size.
  private static let limit = 1 << 21
  private static let firstNode = 0x11_0000
  /// What a word of one character goes on with.
  private static let nothing: UInt32 = 0

  /// Where an edge leads.
  enum Target {
    case node(Int)
    /// The only word that begins so; its rest is still to be compared.
    case word(Int)
  }

  private var edges: [UInt64] = [UInt64](repeating: 0, count: 1 << 8)
  private var edgeCount = 0
  /// By node, the word that ends there, or -1.
  private var wordsAtNodes: [Int32] = []
  /// All words one after the other.
  private var text: [UInt8] = []
  private var ends: [UInt32] = []

  var wordCount: Int { ends.count }

  /// The bytes of a word.
  func range(of word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }

  func bytes(of word: Int) -> ArraySlice<UInt8> { text[range(of: word)] }

  @inline(__always)
  func word(at node: Int) -> Int? {
    // A node that an edge reaches is there.
    let word = wordsAtNodes.withUnsafeBufferPointer { $0[node &- Self.firstNode] }
    return word < 0 ? nil : Int(word)
  }

  mutating func reserve(words: Int, bytes: Int) {
    text.reserveCapacity(bytes)
    ends.reserveCapacity(words)
    while edges.count < min(words, Self.limit) * 2 { grow() }
  }

  /// The number of the word; one that is there keeps its number. Nil where it is empty, or there is no room for another.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !word.isEmpty, ends.count + 1 < Self.limit,
      Self.firstNode + wordsAtNodes.count + word.count < Self.limit, text.count + word.count < UInt32.max
    else { return nil }
    let (first, second) = word.scalarOfWord(at: 0)
    var node = Int(first)
    var index = second
    repeat {
      let (scalar, end) = index < word.count ? word.scalarOfWord(at: index) : (Self.nothing, index)
      guard let slot = slot(node, scalar) else {
        addEdge(from: node, scalar, to: .word(append(word)))
        return ends.count - 1
      }
      index = end
      switch Self.target(edges[slot]) {
      case .node(let next): node = next
      case .word(let other):
        if isSame(other, word) { return other }
        node = split(slot, other, after: end)
      }
    } while index < word.count
    if let known = self.word(at: node) { return known }
    wordsAtNodes[node - Self.firstNode] = Int32(append(word))
    return ends.count - 1
  }

  /// Puts a node where the word stood alone, and the word behind it.
  private mutating func split(_ slot: Int, _ word: Int, after index: Int) -> Int {
    let node = Self.firstNode + wordsAtNodes.count
    wordsAtNodes.append(-1)
    edges[slot] = edges[slot] & ~Self.targetMask | UInt64(node)
    let range = range(of: word)
    if index == range.count {
      wordsAtNodes[node - Self.firstNode] = Int32(word)
    } else {
      let scalar = text.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[range]).scalarOfWord(at: index).value
      }
      addEdge(from: node, scalar, to: .word(word))
    }
    return node
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    text.append(contentsOf: word)
    ends.append(UInt32(text.count))
    return ends.count - 1
  }

  /// Compares from the end: the beginnings are known to be the same.
  private func isSame(_ word: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: word)
    guard range.count == other.count else { return false }
    var index = other.count
    while index > 0 {
      index -= 1
      if text[range.lowerBound + index] != other[index] { return false }
    }
    return true
  }

  /// Whether a word goes on in `bytes` at `start`, `offset` bytes behind its beginning. Gives the end of it there.
  @inline(__always)
  func end(of word: Int, from offset: Int, in bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int)
    -> Int?
  {
    let range = range(of: word)
    let rest = range.count - offset
    guard start + rest <= limit else { return nil }
    var index = 0
    while index < rest {
      if bytes[start + index] != text[range.lowerBound + offset + index] { return nil }
      index += 1
    }
    return start + rest
  }
}

extension WordTrie {
  private static let targetMask: UInt64 = 1 << 22 - 1
  private static let wordFlag: UInt64 = 1 << 21

  /// The word that is this one character.
  @inline(__always)
  func single(_ first: UInt32) -> Int? {
    guard case .word(let word) = target(Int(first), Self.nothing) else { return nil }
    return word
  }

  /// Where the edge with this character leads.
  @inline(__always)
  func target(_ node: Int, _ scalar: UInt32) -> Target? {
    slot(node, scalar).map { Self.target(edges[$0]) }
  }

  @inline(__always)
  private static func target(_ edge: UInt64) -> Target {
    let number = Int(edge & (wordFlag - 1))
    return edge & wordFlag == 0 ? .node(number) : .word(number)
  }

  @inline(__always)
  private func slot(_ node: Int, _ scalar: UInt32) -> Int? {
    let key = UInt64(node) << 21 | UInt64(scalar)
    return edges.withUnsafeBufferPointer { edges in
      var index = firstSlot(key)
      while edges[index] != 0 {
        if edges[index] >> 22 == key { return index }
        index = (index &+ 1) & (edges.count &- 1)
      }
      return nil
    }
  }

  /// Fibonacci hashing: the upper bits of a product with the golden ratio (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private func firstSlot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (edges.count - 1)
  }

  private mutating func addEdge(from node: Int, _ scalar: UInt32, to target: Target) {
    if edgeCount * 8 > edges.count * 5 { grow() }
    let bits: UInt64 =
      switch target {
      case .node(let number): UInt64(number)
      case .word(let number): UInt64(number) | Self.wordFlag
      }
    place(UInt64(node) << 43 | UInt64(scalar) << 22 | bits)
    edgeCount += 1
  }

  private mutating func place(_ edge: UInt64) {
    var index = firstSlot(edge >> 22)
    while edges[index] != 0 { index = (index + 1) & (edges.count - 1) }
    edges[index] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = [UInt64](repeating: 0, count: old.count * 2)
    for edge in old where edge != 0 { place(edge) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte stands at `index`, and the index after it. Bytes that are no UTF-8 give any number below 2²¹, but
  /// nothing beyond the end is read.
  @inline(__always)
  func scalarOfWord(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= count else { return (first, index + 1) }
    let second = UInt32(self[index + 1] & 0x3F)
    if length == 2 { return ((first & 0x1F) << 6 | second, index + 2) }
    let third = UInt32(self[index + 2] & 0x3F)
    if length == 3 { return ((first & 0x0F) << 12 | second << 6 | third, index + 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F), index + 4)
  }
}
