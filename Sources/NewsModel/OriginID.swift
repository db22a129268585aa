/// The origin's own ids of articles (`Item.originID`): which texts are one.
package enum OriginID {
  /// The text where it is an id; nil for what stands for "none", such as `N/A`, `null`, `-`, `0` or 无.
  ///
  /// O(length); most ids are recognised by their first digit.
  package static func named(_ text: String?) -> String? {
    guard let text, !isPlaceholder(text) else { return nil }
    return text
  }

  /// Whether a text stands for "none" in a place where an id or an address should stand: nothing but signs and zeros, or one of the
  /// words for it, in whatever brackets or quotes.
  package static func isPlaceholder(_ text: String) -> Bool {
    let numbers = UInt8(ascii: "1")...UInt8(ascii: "9")
    guard !text.utf8.contains(where: numbers.contains) else { return text == "-1" }
    guard text.utf8.count <= longest else { return false }
    let word = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.properties.isAlphabetic))).lowercased()
    return words.contains(word)
  }

  /// In bytes; no word in brackets is longer, nor is an id of zeros.
  private static let longest = 40

  /// Without signs and zeros; the empty one is what is left of `-`, `0` and `#`.
  private static let words: Set<String> = [
    "", "na", "none", "null", "nil", "nan", "nat", "undefined", "unknown", "empty", "missing", "false", "true",
    "notavailable", "notapplicable", "tbd", "无", "無", "暂无", "暫無", "没有", "沒有", "空", "未知", "不详", "不詳", "缺失",
  ]
}
