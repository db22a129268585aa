import NewsModel
import SeededRandom

/// Queries of every shape about names that a parser could stumble over, the same for the same seed.
struct RandomQueries: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  private static let pieces = [
    "新能源", "IPO", "a", "OR", "or", " ", "\u{3000}", "\n", "\t", "\"", "“", "”", "「", "」", "『", "』", "＂", "'", "(", ")",
    "（", "）", "-", "－", ":", "：", "/", "\\", "|", "tag:", "标签：", "lang:zh-hant", "含：表格", "kind:", "is:unread",
    "since:2022-06", "since:", "12", "👨‍👩‍👧",
    "\u{301}", "é", "ＡＢ", "NYSE:", "C:\\new", "autor:", "https://", "\u{200B}", "*", "[", "{2}", "\0", "\r\n",
  ]

  /// Anything that a person or a cat may type.
  mutating func text() -> String {
    (0..<Int.random(in: 0...9, using: &self)).map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
  }

  private mutating func name() -> String { Bool.random(using: &self) ? text() : "名字" }

  /// A pattern as the parser gives one: not empty, and without a backslash that takes a slash or nothing.
  private mutating func pattern() -> String {
    let parts = ["降(准|息)", "/", #"\d"#, #"\\"#, "“", " ", "[^/]", "\u{301}", "👨‍👩‍👧"]
    return (0..<Int.random(in: 1...4, using: &self)).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
  }

  private mutating func moment() -> Timestamp {
    let second = Int64.random(in: 1_600_000_000...1_780_000_000, using: &self)
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return Timestamp(second)
    case 1: return Timestamp(second / 60 * 60)
    // Near 2022-11-06, when clocks in New York were set back, and midnight in Shanghai.
    case 2: return Timestamp(1_667_712_600 + second % 7_200)
    default: return Timestamp(second / 86_400 * 86_400 + 57_600)
    }
  }

  mutating func query(depth: Int) -> Query {
    switch Int.random(in: 0..<(depth > 0 ? 17 : 13), using: &self) {
    case 0: .all
    case 1: .tag(name())
    case 2: .source(name())
    case 3: .label(name())
    case 4: .title(name())
    case 5, 6: .text(name())
    case 7: .author(name())
    case 8: (QueryStatus.allCases.randomElement(using: &self) ?? .unread).query
    case 9: .since(moment())
    case 10: .until(moment())
    case 11:
      [.regex(pattern()), .folder(name()), .address(AddressCondition(name()))].randomElement(using: &self) ?? .all
    case 12 where Bool.random(using: &self):
      .session(SessionCondition(TradingSession.allCases.randomElement(using: &self) ?? .open, of: .sse))
    case 12:
      ([QueryField.language, .has, .kind].flatMap(\.choices).randomElement(using: &self))?.query ?? .all
    case 13: .not(query(depth: depth - 1))
    case 14: .or(queries(depth: depth - 1))
    default: .and(queries(depth: depth - 1))
    }
  }

  private mutating func queries(depth: Int) -> [Query] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in query(depth: depth) }
  }

  /// An article of which it is known by chance what holds for it.
  mutating func article() -> RandomArticle { RandomArticle(seed: next()) }
}

/// What holds for an article: any term or not, always the same for the same term.
struct RandomArticle {
  let seed: UInt64

  func matches(_ query: Query) -> Bool {
    switch query {
    case .all: true
    case .and(let terms): terms.allSatisfy(matches)
    case .or(let terms): terms.contains(where: matches)
    case .not(let term): !matches(term)
    default:
      {
        var hasher = Hasher()
        hasher.combine(seed)
        hasher.combine(query)
        return hasher.finalize() & 1 == 0
      }()
    }
  }
}
