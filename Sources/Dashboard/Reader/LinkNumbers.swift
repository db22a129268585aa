import NewsModel
import Terminal
import TextBasics
import WebAddresses
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

extension Document {
  /// Where a line leads to: the headline to the article's page, words with a number behind them and the entries of the list below
  /// the text to what they name.
  func links(inLine number: Int, of article: Article) -> [(range: Range<String.Index>, address: String)] {
    let line = lines[number]
    let text = line.text.string
    switch line.role {
    case .title: return article.url.map { [(text.startIndex..<text.endIndex, $0)] } ?? []
    case .link:
      guard let index = LinkNumbers.index(text), article.links.indices.contains(index) else { return [] }
      return [(text.startIndex..<text.endIndex, article.links[index].address)]
    case .meta, .summary, .text, .heading, .quote, .list, .table, .code, .figure, .tags, .relatedTitle, .related,
      .linksTitle, .note, .blank:
      return numberedLinks(in: line, of: article)
    }
  }

  private func numberedLinks(
    in line: DocumentLine, of article: Article
  ) -> [(range: Range<String.Index>, address: String)] {
    let passage = passages[line.passage]
    let all = passage.text.string.utf8
    let bytes = line.offset..<line.offset + line.text.string.utf8.count
    func place(_ offset: Int) -> String.Index { all.index(all.startIndex, offsetBy: offset) }
    return passage.numbers.compactMap { mark in
      let label = passage.text.string[place(mark.lowerBound)..<place(mark.upperBound)]
      guard let index = LinkNumbers.index(label), article.links.indices.contains(index)
      else { return nil }
      let link = article.links[index]
      let start = mark.lowerBound - link.text.utf8.count
      let carriesIt = start >= 0 && all[place(start)...].starts(with: link.text.utf8)
      let shown = ((carriesIt ? start : mark.lowerBound)..<mark.upperBound).clamped(to: bytes)
      guard !shown.isEmpty else { return nil }
      let own = line.text.string.utf8
      return (
        own.index(
          own.startIndex, offsetBy: shown.lowerBound - line.offset)..<own.index(
            own.startIndex, offsetBy: shown.upperBound - line.offset), link.address
      )
    }
  }
}

extension LinkNumbers {
  /// The place in the list of links that a label at the beginning of a text names.
  fileprivate static func index(_ text: some StringProtocol) -> Int? {
    guard text.first == "[", let end = text.firstIndex(of: "]") else { return nil }
    return Int(text[text.index(after: text.startIndex)..<end]).map { $0 - 1 }
  }
}

extension Buffer {
  /// Makes cells lead to an address of the web, which may hold signs that have to be encoded.
  mutating func link(_ rect: Rect, toText address: String) {
    let encoded = WebAddress.percentEncoded(address.utf8, where: WebAddress.mustBeEncoded)
    link(rect, to: String(decoding: encoded, as: UTF8.self))
  }
}
