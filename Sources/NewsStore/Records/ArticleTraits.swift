import Foundation
import NewsModel
import TextAnalysis
import TextBasics

/// What an article is by its form, as one small number: the column `traits`.
///
/// Three bits for the language, from 1, then one for each of: flash, link, table, figure, stub. In a store there are some dozens of
/// different numbers.
struct ArticleTraits: Hashable {
  let bits: Int64

  /// Grows with every change of what numbers say, or of the rules by which they are read: stores then look at all articles anew.
  static let version: Int64 = 1

  /// Nobody has looked at the article yet.
  static let unknown = ArticleTraits(bits: 0)

  var isKnown: Bool { bits != 0 }

  /// What one trait is in it: the bits under a mask.
  struct Test: Hashable {
    let mask: Int64
    let bits: Int64
  }

  /// A number keeps its meaning for ever: stores hold it.
  static func test(_ trait: ArticleTrait) -> Test {
    func flag(_ place: Int64) -> Test { Test(mask: 1 << place, bits: 1 << place) }
    return switch trait {
    case .language(let language): Test(mask: 0b111, bits: number(language))
    case .flash: flag(3)
    case .link: flag(4)
    case .table: flag(5)
    case .figure: flag(6)
    }
  }

  static let stub = Test(mask: 1 << 7, bits: 1 << 7)

  private static func number(_ language: TextLanguage) -> Int64 {
    switch language {
    case .chinese: 1
    case .traditionalChinese: 2
    case .english: 3
    case .japanese: 4
    case .korean: 5
    case .russian: 6
    case .other: 7
    }
  }

  func passes(_ test: Test) -> Bool { bits & test.mask == test.bits }

  /// Whether a query on traits alone, in one that is known, means it; nil where the query asks for more.
  func answer(_ query: Query) -> Bool? {
    switch query {
    case .trait(let trait): passes(Self.test(trait))
    case .stub: passes(Self.stub)
    case .not(let term): answer(term).map { !$0 }
    case .and(let terms): answers(terms)?.allSatisfy(\.self)
    case .or(let terms): answers(terms)?.contains(true)
    case .all, .term, .figure, .unread, .read, .starred, .muted, .since, .until, .session, .seen, .asOf, .sort,
      .changed, .withdrawn, .folder, .address, .title, .text, .author, .regex:
      nil
    }
  }

  private func answers(_ terms: [Query]) -> [Bool]? {
    let answers = terms.compactMap(answer)
    return answers.count == terms.count ? answers : nil
  }
}

extension ArticleTraits {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  init(_ article: StoredArticle) {
    let bits = article.title.withBytes { title in
      article.body.blocks.withUnsafeBytes { blocks in
        Self.read(
          title, blocks: blocks.bindMemory(to: UInt8.self), hasLinks: article.body.links != nil,
          isStub: article.isStub)
      }
    }
    self.init(bits: bits)
  }

  /// - Parameter blocks: `BodyCoding`.
  init(title: Bytes, blocks: Bytes, hasLinks: Bool, isStub: Bool) {
    self.init(bits: Self.read(title, blocks: blocks, hasLinks: hasLinks, isStub: isStub))
  }

  private static func read(_ title: Bytes, blocks: Bytes, hasLinks: Bool, isStub: Bool) -> Int64 {
    var language = LanguageReader()
    language.read(title)
    var texts = BodyTexts(blocks)
    var flash = FlashSigns(title: title)
    var bits: Int64 = 0
    while let text = texts.next() {
      if !language.isSatisfied { language.read(text) }
      switch texts.kind {
      case .row: bits |= test(.table).bits
      case .figure: bits |= test(.figure).bits
      case .heading, .other: flash.read(text, isHeading: texts.kind == .heading)
      }
    }
    if !isStub, flash.areThere { bits |= test(.flash).bits }
    if hasLinks { bits |= test(.link).bits }
    if isStub { bits |= stub.bits }
    return bits | number(language.language)
  }
}

extension StoredArticle {
  /// Its traits, which are looked for where they are not known.
  var presentTraits: ArticleTraits { traits.isKnown ? traits : ArticleTraits(self) }

  /// Looks at the article anew where it is not what `old` was.
  mutating func renewTraits(since old: StoredArticle) {
    let isSame =
      title == old.title && isStub == old.isStub && (body.links == nil) == (old.body.links == nil)
      && body.blocks == old.body.blocks
    traits = isSame ? old.traits : ArticleTraits(self)
  }
}

/// Whether a title was made of an article's text because it had none: a short text begins with it, or has it in brackets at its start.
private struct FlashSigns {
  private let title: Slice<ArticleTraits.Bytes>
  private var texts = 0
  private var bytes = 0
  private var beginsWithTitle = false
  /// The first text says no more than the title.
  private var repeatsTitle = false

  /// Longer texts are no flashes, whatever they begin with.
  private static let longest = 3_000
  private static let ellipsis = Array("…".utf8)
  private static let bracket = Array("【".utf8)

  init(title: ArticleTraits.Bytes) {
    let isCut = title.suffix(Self.ellipsis.count).elementsEqual(Self.ellipsis)
    self.title = title.dropLast(isCut ? Self.ellipsis.count : 0)
  }

  /// A headline that is repeated above other texts is a headline.
  var areThere: Bool { beginsWithTitle && bytes <= Self.longest && (texts == 1 || !repeatsTitle) }

  /// Reads the next text that is no caption and no cell.
  mutating func read(_ text: ArticleTraits.Bytes, isHeading: Bool) {
    guard !text.isEmpty else { return }
    texts += 1
    bytes += text.count
    guard texts == 1, !isHeading, !title.isEmpty else { return }
    let inBrackets = text.starts(with: Self.bracket) ? end(in: text, from: Self.bracket.count) : nil
    guard let end = inBrackets ?? end(in: text, from: 0) else { return }
    beginsWithTitle = true
    repeatsTitle = end == text.count
  }

  /// Where the title ends in a text that has it at a place, whatever blanks are in both; nil where it is not there.
  private func end(in text: ArticleTraits.Bytes, from place: Int) -> Int? {
    var index = place
    for byte in title where byte > 0x20 {
      while index < text.count, text[index] <= 0x20 { index += 1 }
      guard index < text.count, text[index] == byte else { return nil }
      index += 1
    }
    return index
  }
}
