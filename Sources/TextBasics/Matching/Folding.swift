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
