import NewsModel
import TextBasics
import Wording

/// Puts the number of each link behind the words that carry it: 年报[1].
///
/// The store knows what a link says and in which order links come, not where they stand. So each is looked for behind the one
/// before; one that is not found, such as a picture's, stands in the list below the text alone.
struct LinkNumbers {
  /// A text with numbers in it, and where they stand, in bytes of UTF-8.
  struct Numbered: Hashable {
    var text: String
    var numbers: [Range<Int>] = []
  }

  /// So many links may be missing in a row before those behind them are given up: bounds the time for a long text.
  private static let mostMissing = 8

  private let words: [String]
  private var next = 0

  init(_ links: [ArticleLink]) { words = links.map(\.text) }

  static func label(_ index: Int) -> String { "[\(index + 1)]" }

  /// Numbers the links of the next text of the body.
  mutating func add(to text: String) -> Numbered {
    guard next < words.count else { return Numbered(text: text) }
    var result = Numbered(text: "")
    var rest = text[...]
    var index = next
    while index < min(words.count, next + Self.mostMissing) {
      if !words[index].isEmpty, let range = rest.utf8.firstRange(of: words[index].utf8) {
        result.text += rest[..<range.upperBound]
        let start = result.text.utf8.count
        result.text += Self.label(index)
        result.numbers.append(start..<result.text.utf8.count)
        rest = rest[range.upperBound...]
        next = index + 1
      }
      index += 1
    }
    result.text += rest
    return result
  }
}

extension LinkNumbers.Numbered {
  /// The text as it was without the numbers.
  var plain: String {
    guard !numbers.isEmpty else { return text }
    var bytes = Array(text.utf8)
    for range in numbers.reversed() { bytes.removeSubrange(range) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A range of the plain text, in bytes, as it lies in the text with numbers.
  func range(ofPlain plain: Range<Int>) -> Range<Int> {
    var (lower, upper) = (plain.lowerBound, plain.upperBound)
    for number in numbers {
      if number.lowerBound <= lower { lower += number.count }
      if number.lowerBound < upper { upper += number.count }
    }
    return lower..<max(lower, upper)
  }
}
