/// Makes text comparable: full width becomes half width, case is dropped, Traditional becomes Simplified.
///
/// Index, query and check of a match use this one function.
public enum Folding {
  /// Grows with every change of the folding tables, so that a store can tell that its folded text is old.
  public static let version = 1

  /// The text with each scalar folded by itself, so that it keeps their number:
  /// - full-width ASCII (U+FF01–FF5E), signs (U+FFE0–FFE6) and the ideographic space become half width;
  /// - Latin, Greek and Cyrillic letters are folded by Unicode's simple case folding (ß stays, İ becomes i);
  /// - Traditional characters become Simplified by OpenCC's table of characters, whatever the word (乾 → 干).
  ///
  /// Marks are not composed or taken off (é stays é). Folding twice is folding once. Linear; where nothing changes
  /// `text` itself comes back and nothing is allocated.
  public static func fold(_ text: String) -> String {
    text.withBytes { bytes -> String? in
      guard let start = FoldingScan(bytes).firstChange() else { return nil }
      // Folded text is seldom longer; then the second try has room for every scalar to grow by its half.
      return folded(bytes, from: start, capacity: bytes.count)
        ?? folded(bytes, from: start, capacity: bytes.count / 2 * 3 + 3)
    } ?? text
  }

  /// Folds well-formed UTF-8 into the beginning of `output`, which grows where that is needed: for many texts in turn, without
  /// an allocation for each.
  ///
  /// - Returns: the number of bytes of the folded text.
  public static func fold(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
    // Every scalar of two bytes may become one of three.
    let capacity = text.count / 2 * 3 + 16
    if output.count < capacity { output = [UInt8](repeating: 0, count: capacity) }
    return output.withUnsafeMutableBufferPointer { FoldingScan(text).fold(from: 0, into: $0) } ?? 0
  }

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
