/// Which characters follow a gram in a document, in eight classes: a Bloom filter of one hash (Bloom 1970).
///
/// The lists of common grams keep it for each document. So 中央视网, whose pairs are all common, is looked for only where 中央
/// is followed by something of the class of 视, and 央视 by something of the class of 网.
package struct NextCharacterClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The class of one character; none for 0, the end of a text.
  @inline(__always)
  init(_ scalar: UInt32) {
    // Three bits of a good mixture (the finaliser of MurmurHash3, Appleby 2011): with less, like characters fall together.
    var hash = (scalar ^ scalar >> 16) &* 0x85EB_CA6B
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
    rawValue = scalar == 0 ? 0 : 1 << UInt8(truncatingIfNeeded: (hash ^ hash >> 16) & 7)
  }

  /// Where it is not known what follows.
  static let all = NextCharacterClasses(rawValue: .max)
}

/// A document that has a gram, and what follows it there.
struct Posting: Comparable {
  /// The number above, the classes below.
  var packed: UInt32

  @inline(__always)
  init(_ number: UInt32, _ nextClasses: NextCharacterClasses) { packed = number << 8 | UInt32(nextClasses.rawValue) }

  /// The document's ordinal; below 2²⁴.
  @inline(__always) var number: UInt32 { packed >> 8 }
  @inline(__always) var nextClasses: NextCharacterClasses {
    NextCharacterClasses(rawValue: UInt8(truncatingIfNeeded: packed))
  }

  @inline(__always)
  static func < (a: Posting, b: Posting) -> Bool { a.packed < b.packed }
}

/// The documents of one block that have a gram: their ordinals, ascending.
///
/// The gaps between ordinals are Rice codes (Rice and Plaunt 1971; Golomb 1966): a quotient in unary and `k` bits of rest, where
/// `k` follows from the mean gap, which comes within some 3 % of the entropy of gaps that fall at random. After them come, for
/// common grams, the classes of the next characters, a byte for each document.
package struct PostingList: Sendable {
  /// How many documents there are.
  package let count: Int
  private let parameter: UInt64
  private let bytes: ArraySlice<UInt8>
  private let keepsNextClasses: Bool

  init(of gram: Gram, count: Int, documents: Int, bytes: ArraySlice<UInt8>) {
    self.count = count
    parameter = RiceCoding.parameter(count: count, documents: documents)
    keepsNextClasses = Self.keepsNextClasses(gram, count: count, documents: documents) && bytes.count >= count
    self.bytes = bytes
  }

  /// Whether a list keeps the classes of next characters: only of common grams can so many meet that they are worth their place, and single
  /// characters are looked for by themselves.
  static func keepsNextClasses(_ gram: Gram, count: Int, documents: Int) -> Bool {
    count * 8 >= documents && documents >= 512 && gram.length > 1
  }

  /// Reads the ordinals from the first one on.
  package func makeIterator() -> PostingIterator {
    let end = bytes.endIndex - (keepsNextClasses ? count : 0)
    return PostingIterator(
      count: count, parameter: parameter, bytes: bytes[..<end], nextClasses: keepsNextClasses ? bytes[end...] : nil)
  }
}

/// Walks through a posting list; some 2 ns an ordinal.
package struct PostingIterator: Sendable {
  private let parameter: UInt64
  private let bytes: ArraySlice<UInt8>
  private let allNextClasses: ArraySlice<UInt8>?
  private let count: Int
  private var position: Int
  private var remaining: Int
  /// Bits that were read and not used yet, the next one lowest.
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0
  private var last = -1

  init(count: Int, parameter: UInt64, bytes: ArraySlice<UInt8>, nextClasses: ArraySlice<UInt8>?) {
    self.count = count
    self.parameter = parameter
    self.bytes = bytes
    allNextClasses = nextClasses
    position = bytes.startIndex
    remaining = count
  }

  /// The next ordinal, or nil at the end.
  @inline(__always)
  package mutating func next() -> Int? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    var quotient = 0
    refill()
    while bits == 0, bitCount > 0 {
      quotient += Int(bitCount)
      bitCount = 0
      refill()
    }
    // Damaged bytes end the list.
    guard bits != 0 else { return nil }
    let zeros = UInt64(bits.trailingZeroBitCount)
    quotient += Int(zeros)
    drop(zeros + 1)
    refill()
    let rest = bits & (1 << parameter - 1)
    drop(parameter)
    last = last &+ (quotient << parameter) &+ Int(rest) &+ 1
    return last
  }

  /// What follows the gram in the document that was given last.
  @inline(__always)
  var nextClasses: NextCharacterClasses {
    guard let allNextClasses else { return .all }
    return NextCharacterClasses(rawValue: allNextClasses[allNextClasses.startIndex + count - remaining - 1])
  }

  /// The first ordinal that is at least `ordinal` and lies after the last one that was given.
  @inline(__always)
  package mutating func next(from ordinal: Int) -> Int? {
    while let next = next() { if next >= ordinal { return next } }
    return nil
  }

  @inline(__always)
  private mutating func drop(_ count: UInt64) {
    bits >>= count
    bitCount = bitCount >= count ? bitCount - count : 0
  }

  @inline(__always)
  private mutating func refill() {
    while bitCount <= 56, position < bytes.endIndex {
      bits |= UInt64(bytes[position]) << bitCount
      bitCount += 8
      position += 1
    }
  }
}

/// How gaps are written.
enum RiceCoding {
  /// The number of plain bits of a code: the logarithm of 0.69 mean gaps, which is the best choice for gaps at random.
  @inline(__always)
  static func parameter(count: Int, documents: Int) -> UInt64 {
    let gap = documents * 69 / 100 / max(1, count)
    return gap < 2 ? 0 : UInt64(Int.bitWidth - 1 - gap.leadingZeroBitCount)
  }

  /// The codes of ascending ordinals, which follow each other from the lowest bit of the first byte on.
  ///
  /// - Returns: the number of bytes written to the beginning of `output`, which grows where that is needed.
  static func encode(
    _ postings: UnsafeBufferPointer<Posting>, documents: Int, into output: inout [UInt8]
  ) -> Int {
    let parameter = parameter(count: postings.count, documents: documents)
    // All quotients together are at most the last ordinal's.
    let bitsNeeded = postings.count * (Int(parameter) + 1) + documents >> parameter
    let bytesNeeded = bitsNeeded / 8 + 16
    if output.count < bytesNeeded { output += repeatElement(0, count: bytesNeeded - output.count) }
    return output.withUnsafeMutableBytes { output in
      var writer = BitWriter(output)
      var last = -1
      for posting in postings {
        let gap = UInt64(Int(posting.number) - last - 1)
        last = Int(posting.number)
        var quotient = gap >> parameter
        while quotient >= 32 {
          writer.write(0, 32)
          quotient -= 32
        }
        writer.write(1 << quotient, quotient + 1)
        writer.write(gap & (1 << parameter - 1), parameter)
      }
      return writer.byteCount
    }
  }
}

/// Writes bits into bytes for which there is room, the lowest first, four bytes at once.
private struct BitWriter {
  private let output: UnsafeMutableRawBufferPointer
  private var position = 0
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0

  init(_ output: UnsafeMutableRawBufferPointer) { self.output = output }

  /// `width` is at most 33.
  @inline(__always)
  mutating func write(_ value: UInt64, _ width: UInt64) {
    bits |= value << bitCount
    bitCount += width
    guard bitCount >= 32 else { return }
    output.storeBytes(of: UInt32(truncatingIfNeeded: bits).littleEndian, toByteOffset: position, as: UInt32.self)
    position += 4
    bits >>= 32
    bitCount -= 32
  }

  /// Writes what is left, filled up to whole bytes.
  var byteCount: Int {
    mutating get {
      output.storeBytes(of: UInt32(truncatingIfNeeded: bits).littleEndian, toByteOffset: position, as: UInt32.self)
      position += (Int(bitCount) + 7) / 8
      (bits, bitCount) = (0, 0)
      return position
    }
  }
}
