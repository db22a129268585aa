import Foundation
import NewsModel

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
