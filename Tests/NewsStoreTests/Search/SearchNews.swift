import NewsModel
import SeededRandom
import TextBasics

@testable import NewsStore

/// A store with random articles, some of them indexed, and the plain truth about what each of them says; written through one
/// program or through several that take turns.
struct SearchNews {
  private let programs: [NewsStore]
  /// The program whose turn it is.
  private var store: NewsStore
  var random: SeededGenerator
  private(set) var items: [String: Item] = [:]
  private var number = 0

  init(_ store: NewsStore, and others: NewsStore..., seed: UInt64) {
    self.store = store
    programs = [store] + others
    random = SeededGenerator(seed: seed)
  }

  /// Saves, changes, moves, indexes.
  mutating func write() throws {
    store = programs.randomElement(using: &random) ?? store
    switch Int.random(in: 0..<8, using: &random) {
    case 0...3: try save((0..<Int.random(in: 1...15, using: &random)).map { _ in newItem() })
    case 4: try save(changedItems())
    case 5: try move()
    default: _ = try store.indexNext()
    }
  }

  private mutating func save(_ items: [Item]) throws {
    _ = try store.save(items)
    for item in items { self.items[item.originID ?? ""] = item }
  }

  private mutating func newItem() -> Item {
    number += 1
    let related = number.isMultiple(of: 9) ? [RelatedItem.sample("相关\(text(8))", minutes: Int64(number))] : []
    return Item(
      originID: "id-\(number)", title: "题\(number) \(text(8))", source: "晨星日报",
      byline: number.isMultiple(of: 3) ? text(3) : nil,
      published: noon + Int64.random(in: 0..<2_000, using: &random) * 60,
      summary: number.isMultiple(of: 2) ? text(10) : nil, blocks: blocks(),
      tags: number.isMultiple(of: 4) ? ["银行"] : [], related: related)
  }

  private mutating func blocks() -> [Block] {
    let blocks: [Block] = [
      .paragraph(text(40)), .heading(text(5), level: 2), .list([text(6), text(6)]),
      .table([[text(3), text(3)], [text(3)]]), .quote(text(9)), .figure(text(5)), .code(text(7)),
    ]
    return blocks.filter { _ in Int.random(in: 0..<3, using: &random) == 0 } + [.paragraph(text(20))]
  }

  private mutating func changedItems() -> [Item] {
    items.values.sorted { $0.title < $1.title }.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }.map { item in
      var item = item
      item.blocks = blocks()
      return item
    }
  }

  private mutating func move() throws {
    let page = try store.headlines(matching: .all, from: .start, limit: 20).headlines
    guard let headline = page.randomElement(using: &random) else { return }
    try store.moveArticle(headline.key, to: noon + Int64.random(in: 0..<2_000, using: &random) * 60)
  }

  /// Few letters, so that pairs are common; some of them fold to others, to several or to nothing.
  private static let letters: [Unicode.Scalar] =
    Array("央行降准中国國股市場场的ＡaA5５Gｇipo月日 ，,。%２2馬马’'“\"–-…ﬁß㈱株会㍿é²ガ👍🏽".unicodeScalars) + [
      "\u{301}", "\u{A0}", "\u{200D}", "\u{FF9E}", "ｶ", "e",
    ]

  private mutating func text(_ length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<length { text.append(Self.letters[Int.random(in: 0..<Self.letters.count, using: &random)]) }
    return String(text)
  }

  /// What is cut out of some article, in its own form or folded; never blank.
  mutating func needle() throws -> String {
    let texts = try store.articles().flatMap(\.searchedTexts).filter { $0.contains { $0 != " " } }
    while true {
      let scalars = Array((texts.randomElement(using: &random) ?? "央").unicodeScalars)
      let length = min(scalars.count, [1, 1, 2, 2, 3, 4, 5, 8].randomElement(using: &random) ?? 1)
      let start = Int.random(in: 0...scalars.count - length, using: &random)
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[start..<start + length])
      let needle = String(part)
      guard needle.contains(where: { $0 != " " }) else { continue }
      return Bool.random(using: &random) ? needle : Folding.fold(needle)
    }
  }

  mutating func query(depth: Int = 2) throws -> Query {
    switch Int.random(in: 0..<(depth > 0 ? 11 : 8), using: &random) {
    case 0...3: .text(try needle())
    case 4: .title(try needle())
    case 5: .author(try needle())
    case 6: .tag("银行")
    case 7: .since(noon + Int64.random(in: 0..<2_000, using: &random) * 60)
    case 8: .and([try query(depth: depth - 1), try query(depth: depth - 1)])
    case 9: .or([try query(depth: depth - 1), try query(depth: depth - 1)])
    default: .not(try query(depth: depth - 1))
    }
  }
}

extension NewsStore {
  /// All articles, newest first.
  func articles() throws -> [Article] {
    try headlines(matching: .all, from: .start, limit: 100_000).headlines.compactMap { try article($0.key) }
  }
}

extension Article {
  /// The pieces of text that a search looks through.
  var searchedTexts: [String] {
    let texts = blocks.flatMap { block -> [String] in
      switch block {
      case .list(let items): items
      case .table(let rows): rows.flatMap(\.self)
      default: [block.text]
      }
    }
    return [headline.title, details.summary ?? ""] + texts
  }

  /// What a query means, in the plainest way.
  func matches(_ query: Query) -> Bool {
    func has(_ text: String, _ needle: String) -> Bool {
      Array(Folding.fold(text).utf8).contains(Array(Folding.fold(needle).utf8))
    }
    return switch query {
    case .and(let terms): terms.allSatisfy(matches)
    case .or(let terms): terms.contains(where: matches)
    case .not(let term): !matches(term)
    case .text(let needle): searchedTexts.contains { has($0, needle) }
    case .title(let needle): has(headline.title, needle)
    case .author(let needle): has(details.byline ?? "", needle)
    case .since(let moment): headline.published >= moment
    case .term(.tag, let name): headline.tags.contains(name)
    default: false
    }
  }
}
