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
