/// Makes text comparable as people type it: what differs only in the way of writing becomes the same.
///
/// Index, query and check of a match use this one function.
package enum Folding {
  /// Grows with every change of the folding tables, so that a store can tell that its folded text is old.
  package static let version = 2

  /// The text in the form in which it is compared:
  /// - case is dropped by Unicode's full case folding (ß becomes ss), and ı and İ are i;
  /// - what is the same character in another shape becomes that character (NFKC): full and half width, ligatures, superscripts,
  ///   ㈱, ①, ℡, …; a fraction slash is a slash. Accents that stand alone (¨) stay;
  /// - letters and their marks are composed (NFC), so that é is é however it is written, and never e;
  /// - quotation marks, also « » and 「 」, become " and '; hyphens, dashes and the minus sign -; dots in the middle ·; 〜 is ~;
  /// - blanks without a break, or of another width, become a blank;
  /// - what is not shown is dropped: joiners, variation selectors, zero-width blanks, direction marks, soft hyphens. Skin
  ///   tones stay, as they are shown;
  /// - Traditional characters become Simplified by OpenCC's table of characters, whatever the word (乾 → 干).
  ///
  /// Folding twice is folding once. What two folded texts joined are, is folded if the second one begins with no mark. Linear;
  /// where nothing changes `text` itself comes back and nothing is allocated.
  package static func fold(_ text: String) -> String {
    text.withBytes { bytes -> String? in
      guard let start = FoldingScan(bytes).firstChange() else { return nil }
      // Folded text is seldom longer; what grows most takes more room at the next try.
      var capacity = bytes.count
      while true {
        if let text = folded(bytes, from: start, capacity: capacity) { return text }
        capacity = nextCapacity(after: capacity)
      }
    } ?? text
  }

  /// Folds UTF-8 into the beginning of `output`, which grows where that is needed: for many texts in turn, without an allocation
  /// for each.
  ///
  /// - Returns: the number of bytes of the folded text.
  package static func fold(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
    if output.count < text.count { output = [UInt8](repeating: 0, count: nextCapacity(after: text.count)) }
    while true {
      if let count = output.withUnsafeMutableBufferPointer({ FoldingScan(text).fold(from: 0, into: $0) }) {
        return count
      }
      output = [UInt8](repeating: 0, count: nextCapacity(after: output.count))
    }
  }

  /// Whether folding changes nothing. Linear.
  package static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool { FoldingScan(text).firstChange() == nil }

  private static func nextCapacity(after capacity: Int) -> Int { capacity + capacity / 2 + 48 }

  /// Nil where the capacity is not enough.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, capacity: Int) -> String? {
    var isComplete = true
    let result = String(unsafeUninitializedCapacity: capacity) { output in
      guard let count = FoldingScan(bytes).fold(from: start, into: output) else {
        isComplete = false
        return 0
      }
      return count
    }
    return isComplete ? result : nil
  }
}

extension Folding {
  /// The folded title without what differs between copies of one headline, so that titles compare by `==` and prefix.
  ///
  /// After `fold`:
  /// - dropped: blanks of every kind, controls, and what `SafeText` does not show (skin tones, for one);
  /// - ` becomes '; 、 becomes `,`; 。 becomes `.`; 【】〔〕〖〗 become `[` `]`; 《》〈〉 become `<` `>`;
  /// - several of `-`, `.`, `!`, `?` or `~` in a row become one: ……, ... and 。 are alike.
  ///
  /// All else counts: letters, numbers, and whether there is a sign at all. Not for showing. Linear.
  package static func foldTitle(_ title: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(title.utf8.count)
    fold(title).withBytes { bytes in
      var index = 0
      var last: UInt32 = 0
      while index < bytes.count {
        let (scalar, end) = bytes.scalar(at: index)
        index = end
        let sign = titleSign(scalar)
        guard !isDroppedFromTitles(sign), sign != last || !isRepeatable(sign) else { continue }
        output.append(scalar: sign)
        last = sign
      }
    }
    // A mark may stand behind a letter now from which a blank parted it.
    return fold(String(decoding: output, as: UTF8.self))
  }

  private static func isRepeatable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x21, 0x3F, 0x7E: true  // - . ! ? ~
    default: false
    }
  }

  private static func isDroppedFromTitles(_ scalar: UInt32) -> Bool {
    if scalar == 0x20 { return true }
    let fate = ScalarTable.shared.traits(scalar).fate
    return fate != .keep && fate != .replace
  }

  /// The one sign that stands for its variants.
  private static func titleSign(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x60: scalar
    case 0x60: 0x27
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0x3010, 0x3014, 0x3016: 0x5B
    case 0x3011, 0x3015, 0x3017: 0x5D
    case 0x3008, 0x300A: 0x3C
    case 0x3009, 0x300B: 0x3E
    default: scalar
    }
  }
}

/// A text as letters to be matched one by one: folded, each with the scalar that it came from.
struct FoldedLetters {
  let scalars: [UInt32]
  private(set) var folded: [UInt32] = []
  /// For each folded letter, the offset of its scalar; of a letter with marks, that of the letter.
  private(set) var origins: [Int] = []

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    text.withBytes { bytes in
      var units = FoldingUnits(bytes)
      var (origin, last) = (0, 0)
      while units.advance() {
        origin += bytes[last..<units.range.lowerBound].count { $0 & 0xC0 != 0x80 }
        last = units.range.lowerBound
        units.forEachScalar {
          folded.append($0)
          origins.append(origin)
        }
      }
    }
  }
}
