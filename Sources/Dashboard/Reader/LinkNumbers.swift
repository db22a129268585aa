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
  /// So many links may be missing in a row before those behind them are given up: bounds the time for a long text.
  private static let mostMissing = 8

  private let words: [String]
  private var next = 0

  init(_ links: [ArticleLink]) { words = links.map(\.text) }

  static func label(_ index: Int) -> String { "[\(index + 1)]" }

  /// Numbers the links of the next text of the body.
  mutating func add(to text: String) -> AnnotatedText {
    guard next < words.count else { return AnnotatedText(text) }
    var result = AnnotatedText("")
    var rest = text[...]
    var index = next
    while index < min(words.count, next + Self.mostMissing) {
      if !words[index].isEmpty, let range = rest.utf8.firstRange(of: words[index].utf8) {
        result.append(rest[..<range.upperBound])
        result.add(Self.label(index))
        rest = rest[range.upperBound...]
        next = index + 1
      }
      index += 1
    }
    result.append(rest)
    return result
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
      guard let index = LinkNumbers.index(passages[line.passage].text.string), article.links.indices.contains(index)
      else { return [] }
      return [(text.startIndex..<text.endIndex, article.links[index].address)]
    case .meta, .summary, .text, .heading, .quote, .list, .tableHead, .table, .code, .figure, .tags, .relatedTitle,
      .related,
      .linksTitle, .note, .blank:
      return numberedLinks(in: line, of: article)
    }
  }

  private func numberedLinks(
    in line: DocumentLine, of article: Article
  ) -> [(range: Range<String.Index>, address: String)] {
    let passage = passages[line.passage]
    guard !passage.additions.isEmpty else { return [] }
    let annotated = AnnotatedText(passage.text, additions: passage.additions)
    let all = annotated.text.utf8
    let own = line.text.string.utf8
    let bytes = line.offset..<line.offset + own.count
    func place(_ offset: Int) -> String.Index { all.index(all.startIndex, offsetBy: offset) }
    return passage.additions.compactMap { mark in
      let label = annotated.text[place(mark.range.lowerBound)..<place(mark.range.upperBound)]
      guard let index = LinkNumbers.index(label), article.links.indices.contains(index) else { return nil }
      let link = article.links[index]
      let words = max(0, mark.plainOffset - link.text.utf8.count)..<mark.plainOffset
      let start = annotated.range(ofPlain: words).lowerBound
      let shownWords = String(all[place(start)..<place(mark.range.lowerBound)])
      let carriesIt = shownWords?.replacing(AnnotatedText.gap, with: "") == link.text
      let shown = ((carriesIt ? start : mark.range.lowerBound)..<mark.range.upperBound).clamped(to: bytes)
      guard !shown.isEmpty else { return nil }
      let first = own.index(own.startIndex, offsetBy: shown.lowerBound - line.offset)
      return (first..<own.index(first, offsetBy: shown.count), link.address)
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
