import NewsModel
import SeededRandom
import TextBasics

/// Articles of random texts, the same in every run.
struct RandomArticles: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  /// What a format could stumble over.
  private static let pieces = [
    "云岭电池", "涨停", "：", "，", " ", "\"", "'", "\\", ",", ";", "\t", "|", "`", "*", "_", "#", "<b>", "&amp;", "&#27;",
    "]]>",
    "-->", "=1+1", "@", "+", "-", "10~20", "1. ", "{", "}", "[", "\u{1b}[31m", "\u{9b}", "\u{202e}", "\u{0}",
    "\u{200d}", "é",
    "e\u{301}", "😀", "𠮷", "\u{feff}", "\r", "</style>", "https://a.example/?x=1&y=2", "今日热搜:", "来源：晨星日报",
  ]

  mutating func raw(lines: Bool = false) -> String {
    let pieces = lines ? Self.pieces + ["\n", "\n\n"] : Self.pieces
    return (0..<Int.random(in: 0...9, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// Text in one line as the store holds it: it has passed the sanitiser, and is not empty.
  mutating func line() -> String {
    let text = KeptText(raw()).string
    return text.isEmpty ? "晨" : text
  }

  mutating func lines() -> String { KeptText(lines: raw(lines: true)).string }

  mutating func maybe<T>(_ make: (inout RandomArticles) -> T) -> T? { Bool.random(using: &self) ? make(&self) : nil }

  mutating func list<T>(upTo count: Int, _ make: (inout RandomArticles) -> T) -> [T] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in make(&self) }
  }

  mutating func block() -> Block {
    switch Int.random(in: 0..<7, using: &self) {
    case 0: .heading(lines(), level: Int.random(in: 1...6, using: &self))
    case 1: .quote(lines())
    case 2: .list(list(upTo: 4) { $0.lines() })
    case 3: .table(list(upTo: 3) { $0.list(upTo: 3) { $0.lines() } })
    case 4: .code(lines())
    case 5: .figure(lines())
    default: .paragraph(lines())
    }
  }

  mutating func related() -> RelatedArticle {
    RelatedArticle(
      item: RelatedItem(
        label: maybe { $0.line() }, title: line(), summary: maybe { $0.line() },
        published: maybe { $0.time() }, isSelf: Bool.random(using: &self)))
  }

  mutating func link() -> ArticleLink {
    ArticleLink(
      text: KeptText(raw()).string, address: "https://a.example/\(Int.random(in: 0...99, using: &self))?x=1&y=2")
  }

  mutating func time() -> Timestamp { Timestamp(Int64.random(in: 0...4_000_000_000, using: &self)) }

  mutating func article() -> Article {
    let headline = Headline(
      id: ArticleID(1), key: ArticleKey(1), label: maybe { $0.line() }, title: line(), source: maybe { $0.line() },
      published: time(), isDateEstimated: Bool.random(using: &self), isStub: Bool.random(using: &self),
      status: ArticleStatus(
        isRead: Bool.random(using: &self), isStarred: Bool.random(using: &self), isMuted: Bool.random(using: &self)),
      tags: list(upTo: 3) { $0.line() }, ownTags: list(upTo: 2) { $0.line() })
    var details = ArticleDetails(
      originID: maybe { $0.line() }, url: maybe { $0.line() }, byline: maybe { $0.line() },
      summary: maybe { $0.line() })
    let blocks = list(upTo: 6) { $0.block() }
    (details.previous, details.next) = (maybe { $0.line() }, maybe { $0.line() })
    return Article(
      headline: headline, details: details, blocks: blocks, related: list(upTo: 3) { $0.related() },
      links: list(upTo: 3) { $0.link() })
  }

  /// Texts as nobody has made them safe.
  mutating func hostileArticle() -> Article {
    Article(
      headline: Headline(
        id: ArticleID(1), key: ArticleKey(1), label: raw(lines: true), title: raw(lines: true),
        source: raw(lines: true), published: time(), tags: list(upTo: 3) { $0.raw(lines: true) },
        ownTags: list(upTo: 2) { $0.raw(lines: true) }),
      details: ArticleDetails(
        originID: raw(lines: true), url: "https://a.example/" + raw(lines: true), byline: raw(lines: true),
        summary: raw(lines: true), previous: raw(lines: true)),
      blocks: [.paragraph(raw(lines: true)), .code(raw(lines: true)), .table([[raw()], []])],
      links: [ArticleLink(text: raw(lines: true), address: raw(lines: true))])
  }
}
