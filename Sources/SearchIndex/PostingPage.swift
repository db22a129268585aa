/// Some posting lists that follow each other in the order of their grams, as one piece of bytes.
///
/// At its head stand a seal (`PageSeal`) and the gram with which the next page begins, so that neither a damaged nor a missing page
/// can pass for one that holds nothing. For each list: the gram's distance from the one before, the number of documents, the
/// number of bytes, all as varints of seven bits a byte, then the codes (`PostingList`).
package struct PostingPage: Sendable {
  /// The gram from which on the page holds lists, by which it is found. A block's first page begins with `Gram.first`, whatever its
  /// first list, so that every block has it.
  package let first: Gram
  package let bytes: [UInt8]

  package init(first: Gram, bytes: [UInt8]) {
    self.first = first
    self.bytes = bytes
  }

  /// Whether the bytes are those that were written; nothing can be said of what else they hold where they are not.
  package var isWhole: Bool {
    bytes.count >= Self.headSize && bytes.withUnsafeBytes { PageSeal.isWhole($0, place: first.rawValue) }
  }

  /// The gram with which the next page of the block begins; nil where this is the last one.
  package var next: Gram? {
    let value = bytes.withUnsafeBytes { bytes in
      bytes.count < Self.headSize
        ? Self.end : UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: PageSeal.size, as: UInt64.self))
    }
    return value == Self.end ? nil : Gram(rawValue: value)
  }

  /// Whether every list has as many documents as it says, of those that the block has, in ascending order. Reads all of them.
  ///
  /// - Parameter listed: told each document of each list.
  package func areListsWhole(documents: Int, _ listed: (Int) -> Void = { _ in }) -> Bool {
    var cursor = PostingPageCursor(page: self, documents: documents)
    while let entry = cursor.next() {
      var ordinals = entry.list.makeIterator()
      var (count, last) = (0, -1)
      while let ordinal = ordinals.next(), ordinal > last, ordinal < documents {
        (count, last) = (count + 1, ordinal)
        listed(ordinal)
      }
      guard count == entry.list.count else { return false }
    }
    return cursor.isAtEnd
  }

  static let headSize = PageSeal.size + 8
  /// In the place of the next page's gram; no gram has this value.
  static let end = UInt64.max

  /// The list of a gram; nil where the page has none. Linear in the page.
  ///
  /// - Parameter documents: the number of documents of the block.
  package func list(of gram: Gram, documents: Int) -> PostingList? {
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
  private var position = PostingPage.headSize
  private var gram: UInt64
  /// Whether all lists were read, and none was cut short.
  private(set) var isAtEnd = false

  init(page: PostingPage, documents: Int) {
    bytes = page.bytes
    self.documents = documents
    gram = page.first.rawValue
  }

  mutating func next() -> (gram: Gram, list: PostingList)? {
    guard position < bytes.count else {
      isAtEnd = position == bytes.count
      return nil
    }
    let (next, isBeyondAll) = gram.addingReportingOverflow(varint())
    let count = Int(varint())
    let length = Int(varint())
    // Damaged bytes end the page.
    guard !isBeyondAll, length <= bytes.count - position, count <= documents else {
      position = bytes.count + 1
      return nil
    }
    gram = next
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
  /// The gram with which the page that is being filled begins.
  private var first = Gram.first
  private var last = Gram.first.rawValue
  private var bytes: [UInt8] = []
  private var codes: [UInt8] = []

  init(documents: Int) {
    self.documents = documents
    begin(Gram.first)
  }

  mutating func append(
    _ gram: Gram, _ postings: UnsafeBufferPointer<Posting>, _ emit: (PostingPage) throws -> Void
  ) rethrows {
    let codeLength = RiceCoding.encode(postings, documents: documents, into: &codes)
    let keepsNextClasses = PostingList.keepsNextClasses(gram, count: postings.count, documents: documents)
    let length = codeLength + (keepsNextClasses ? postings.count : 0)
    if bytes.count > PostingPage.headSize, bytes.count + length + Self.largestHeader > Self.size {
      try emit(page(before: gram.rawValue))
      begin(gram)
    }
    varint(gram.rawValue &- last)
    varint(UInt64(postings.count))
    varint(UInt64(length))
    bytes += codes[..<codeLength]
    if keepsNextClasses { bytes += postings.lazy.map(\.nextClasses.rawValue) }
    last = gram.rawValue
  }

  /// Emits the last page of the block, which may hold nothing.
  mutating func finish(_ emit: (PostingPage) throws -> Void) rethrows { try emit(page(before: PostingPage.end)) }

  private mutating func begin(_ gram: Gram) {
    (first, last) = (gram, gram.rawValue)
    bytes.removeAll(keepingCapacity: true)
    bytes += repeatElement(0, count: PostingPage.headSize)
  }

  private mutating func page(before next: UInt64) -> PostingPage {
    withUnsafeBytes(of: next.littleEndian) { bytes.replaceSubrange(PageSeal.size..<PostingPage.headSize, with: $0) }
    PageSeal.seal(&bytes, place: first.rawValue)
    return PostingPage(first: first, bytes: bytes)
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

/// A number for what a page holds and where it belongs, written at its head: a page with other bytes is told from one that says that
/// nothing is to be found.
///
/// Eight bytes at a time, multiplied by an odd constant, the high half folded into the low one (as splitmix does): finds any change
/// of single bytes, and others but for one in 2⁶⁴. It does not protect against deliberate changes.
enum PageSeal {
  static let size = 8

  /// Writes the seal over the first bytes of a page, which are kept free for it.
  ///
  /// - Parameter place: where the page belongs in its block.
  static func seal(_ page: inout [UInt8], place: UInt64) {
    let seal = page.withUnsafeBytes { value(of: $0, place) }
    withUnsafeBytes(of: seal.littleEndian) { page.replaceSubrange(..<size, with: $0) }
  }

  /// Whether the page is as it was sealed.
  static func isWhole(_ page: UnsafeRawBufferPointer, place: UInt64) -> Bool {
    page.count >= size && UInt64(littleEndian: page.loadUnaligned(as: UInt64.self)) == value(of: page, place)
  }

  private static func value(of page: UnsafeRawBufferPointer, _ place: UInt64) -> UInt64 {
    var state = mixed(place ^ UInt64(page.count) << 44)
    var position = size
    while position + 8 <= page.count {
      state = mixed(state ^ UInt64(littleEndian: page.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    var rest: UInt64 = 0
    while position < page.count {
      rest = rest << 8 | UInt64(page[position])
      position += 1
    }
    return mixed(state ^ rest)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }
}
