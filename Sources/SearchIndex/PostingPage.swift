/// Some posting lists that follow each other in the order of their grams, as one piece of bytes.
///
/// For each list: the gram's distance from the one before (the first stands beside the page), the number of documents, the
/// number of bytes, all as varints of seven bits a byte, then the codes (`PostingList`).
public struct PostingPage: Sendable {
  /// The gram of the first list, by which the page is found.
  public let first: Gram
  public let bytes: [UInt8]

  public init(first: Gram, bytes: [UInt8]) {
    self.first = first
    self.bytes = bytes
  }

  /// The list of a gram; nil where the page has none. Linear in the page.
  ///
  /// - Parameter documents: the number of documents of the block.
  public func list(of gram: Gram, documents: Int) -> PostingList? {
    var cursor = PostingPageCursor(page: self, documents: documents)
    while let entry = cursor.next() {
      if entry.gram == gram { return entry.list }
      if entry.gram > gram { return nil }
    }
    return nil
  }
}

/// Walks through the lists of a page.
struct PostingPageCursor {
  private let bytes: [UInt8]
  private let documents: Int
  private var position = 0
  private var gram: UInt64

  init(page: PostingPage, documents: Int) {
    bytes = page.bytes
    self.documents = documents
    gram = page.first.rawValue
  }

  mutating func next() -> (gram: Gram, list: PostingList)? {
    guard position < bytes.count else { return nil }
    gram += varint()
    let count = Int(varint())
    let length = Int(varint())
    // Damaged bytes end the page.
    guard length <= bytes.count - position, count <= documents else {
      position = bytes.count
      return nil
    }
    let start = position
    position += length
    let found = Gram(rawValue: gram)
    return (found, PostingList(of: found, count: count, documents: documents, bytes: bytes[start..<position]))
  }

  @inline(__always)
  private mutating func varint() -> UInt64 {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while position < bytes.count, shift < 63 {
      let byte = UInt64(bytes[position])
      position += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}

/// Puts posting lists into pages, in ascending order of their grams.
struct PostingPageWriter {
  /// Four pages of this size fit into one of the database's with their headers, and two into one of older files; a longer list has a
  /// page of its own.
  static let size = 4_072

  private let documents: Int
  private var first: Gram?
  private var last: UInt64 = 0
  private var bytes: [UInt8] = []
  private var codes: [UInt8] = []

  init(documents: Int) { self.documents = documents }

  mutating func append(
    _ gram: Gram, _ postings: UnsafeBufferPointer<Posting>, _ emit: (PostingPage) throws -> Void
  ) rethrows {
    let codeLength = RiceCoding.encode(postings, documents: documents, into: &codes)
    let hasFollowers = PostingList.hasFollowers(gram, count: postings.count, documents: documents)
    let length = codeLength + (hasFollowers ? postings.count : 0)
    if !bytes.isEmpty, bytes.count + length + Self.largestHeader > Self.size { try finish(emit) }
    if first == nil {
      first = gram
      last = gram.rawValue
    }
    varint(gram.rawValue - last)
    varint(UInt64(postings.count))
    varint(UInt64(length))
    bytes += codes[..<codeLength]
    if hasFollowers { bytes += postings.lazy.map(\.followers.rawValue) }
    last = gram.rawValue
  }

  /// Emits the page that is begun.
  mutating func finish(_ emit: (PostingPage) throws -> Void) rethrows {
    guard let first else { return }
    try emit(PostingPage(first: first, bytes: bytes))
    self.first = nil
    bytes.removeAll(keepingCapacity: true)
  }

  private static let largestHeader = 13

  @inline(__always)
  private mutating func varint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }
}
