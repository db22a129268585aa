import Foundation
import NewsModel

/// How much of the texts of two articles is the same: of what came with them, whatever the page shows, and of the summary where
/// there is no more.
///
/// Making one costs nothing; each question goes through both texts.
struct TextLikeness {
  private let a: Data
  private let b: Data

  init(_ a: StoredBody, _ b: StoredBody) {
    self.a = a.deliveredText
    self.b = b.deliveredText
  }

  /// Whether one of the articles says nothing beyond its headline.
  var isUnknown: Bool { a.isEmpty || b.isEmpty }

  /// Whether both say the same, byte by byte.
  var isEqual: Bool { !a.isEmpty && a == b }

  /// Whether one is the other with changes: more than half of the longer one stands in both, as paragraphs or at its two ends.
  var isRevision: Bool {
    guard !isUnknown else { return false }
    let (a, b) = (Self.paragraphs(a), Self.paragraphs(b))
    let longer = max(a.joined().count, b.joined().count)
    let known = Set(b)
    return a.lazy.filter(known.contains).joined().count * 2 > longer || Self.commonEnds(a, b) * 2 > longer
  }

  /// Whether a paragraph stands in both. Very short ones stand in any text.
  var sharesParagraph: Bool {
    let long = Set(Self.paragraphs(a).filter { $0.count >= Self.shortestParagraph })
    return isEqual || Self.paragraphs(b).contains(where: long.contains)
  }

  /// In bytes: eight characters in Chinese, some four words in English.
  private static let shortestParagraph = 24

  private static func paragraphs(_ blocks: Data) -> [[UInt8]] {
    blocks.withUnsafeBytes { bytes in BodyTexts(bytes.bindMemory(to: UInt8.self)).map(Array.init) }
  }

  /// The bytes that two texts have in common at the beginning and at the end.
  private static func commonEnds(_ a: [[UInt8]], _ b: [[UInt8]]) -> Int {
    let (a, b) = (Array(a.joined()), Array(b.joined()))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return min(start + end, a.count, b.count)
  }
}

extension StoredBody {
  /// The text that came with the article, in the form of blocks; empty where there is none.
  var deliveredText: Data {
    let blocks = deliveredBlocks
    guard blocks.isEmpty, let summary = details.summary, !summary.isEmpty else { return blocks }
    return BodyCoding.encode([.paragraph(summary)])
  }
}

/// How alike two articles are by what they say and when: what decides where they have a name in common.
struct Likeness {
  private let a: StoredArticle
  private let b: StoredArticle
  let text: TextLikeness
  let hasSameTitle: Bool

  init(_ a: StoredArticle, _ b: StoredArticle) {
    self.a = a
    self.b = b
    text = TextLikeness(a.body, b.body)
    hasSameTitle = a.title == b.title || a.comparableTitle == b.comparableTitle
  }

  /// Whether both can be one article that stands twice in one body: they do not differ in headline and text.
  var saysTheSame: Bool { text.isEqual || hasSameTitle && (text.isUnknown || text.isRevision) }

  /// Whether an address that both have plainly serves many articles: another headline, another day, and no paragraph in common.
  func isOfManyArticles(in zone: TimeZone) -> Bool {
    !hasSameTitle && isOfOtherDay(in: zone) && !text.sharesParagraph
  }

  /// Whether a name that says little, as the number of a row does, may be that of two articles: another headline, no paragraph in
  /// common, and not known to be of one day.
  func mayBeOfMany(in zone: TimeZone) -> Bool {
    let isOfOneDay = !a.isEstimated && !b.isEstimated && !isOfOtherDay(in: zone)
    return !hasSameTitle && !isOfOneDay && !text.sharesParagraph
  }

  /// Whether one headline holds the other, as with a source or a section behind it, or a paragraph stands in both.
  var isRelated: Bool {
    guard !hasSameTitle, !text.sharesParagraph else { return true }
    let (a, b) = (a.comparableTitle, b.comparableTitle)
    return !a.isEmpty && !b.isEmpty && (a.contains(b) || b.contains(a))
  }

  /// Whether both times are known, and lie on different days.
  func isOfOtherDay(in zone: TimeZone) -> Bool {
    !a.isEstimated && !b.isEstimated
      && CivilTime(a.published, in: zone).dayNumber != CivilTime(b.published, in: zone).dayNumber
  }
}
