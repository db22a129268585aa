/// A short run of neighbouring characters in folded text: what the index lists documents by.
///
/// Every character but a blank is a gram by itself; two letters side by side are one, of whatever scripts; so are three
/// narrow letters or digits (Latin, Greek, Cyrillic, 0–9), of which two would say too little. So every text that can be
/// looked for has grams, and a document that contains the text has them all.
package struct Gram: Hashable, Comparable, Sendable {
  /// At most `Gram.bits` bits; the order of grams is that of their values.
  package let rawValue: UInt64

  /// Two for the number of characters, 42 for the characters.
  package static let bits: UInt64 = 44

  /// Comes before all grams, and is none.
  static let first = Gram(rawValue: 0)

  @inline(__always)
  init(rawValue: UInt64) { self.rawValue = rawValue }

  @inline(__always)
  init(_ character: UInt32) { rawValue = UInt64(character) }

  @inline(__always)
  init(_ first: UInt32, _ second: UInt32) { rawValue = 1 << 42 | UInt64(first) << 21 | UInt64(second) }

  /// Of narrow letters only, which take 14 bits.
  @inline(__always)
  init(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    rawValue = 2 << 42 | UInt64(first) << 28 | UInt64(second) << 14 | UInt64(third)
  }

  /// Its number of characters.
  var length: Int { Int(rawValue >> 42) + 1 }

  package static func < (a: Gram, b: Gram) -> Bool { a.rawValue < b.rawValue }
}
