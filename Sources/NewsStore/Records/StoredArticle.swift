internal import Foundation
internal import NewsModel
internal import TextBasics

/// An article as its rows hold it: with terms by number and the body in the form in which it is written.
struct StoredArticle: Equatable {
  var id: Int64 = 0
  var key: Int64 = 0
  var published: Timestamp
  var isEstimated = false
  var isStub = false
  var status = ArticleStatus()
  var source = Schema.noSource
  var label = Schema.noLabel
  var tags = TagIDs()
  var title: String
  var body = StoredBody()

  /// The title in the form in which titles are compared; that of a stub without the dots by which a page shows a cut.
  var comparableTitle: String {
    var folded = Folding.foldTitle(title)
    if isStub, folded.utf8.count > 1, folded.utf8.last == UInt8(ascii: ".") { folded.removeLast() }
    return folded
  }

  /// Every term that the article counts for, the whole store included.
  var terms: [Int64] { [Schema.everything, source, label] + tags.all }

  /// What counts depend on; nil where the article is muted, which nothing counts.
  var facts: CountedFacts? {
    status.isMuted
      ? nil
      : CountedFacts(
        published: published, isStub: isStub, status: status, source: source, label: label, tags: tags.all)
  }
}

/// What an article has besides its headline.
struct StoredBody: Equatable {
  var originID: String?
  var url: String?
  var byline: String?
  var summary: String?
  var previous: String?
  var next: String?
  var related = Data()
  var blocks = Data()

  /// What is searched.
  var texts: [Data] { [byline, summary].map { Data(($0 ?? "").utf8) } + [blocks] }
}

extension StoredArticle {
  /// What the store holds once `item` has arrived for an article that it knows.
  ///
  /// What the item does not say stays: a feed's short form does not empty the page that came before it. A guessed time never
  /// replaces the one that is there. Key, status and own tags are the reader's and stay.
  func updated(with item: StoredArticle) -> StoredArticle {
    var result = item
    result.id = id
    result.key = key
    result.status = status
    if item.isEstimated {
      result.published = published
      result.isEstimated = isEstimated
    }
    if item.source == Schema.noSource { result.source = source }
    if item.label == Schema.noLabel { result.label = label }
    if item.tags.page.isEmpty { result.tags.page = tags.page }
    result.tags.own = tags.own
    result.body = body.updated(with: item.body)
    return result
  }
}

extension StoredBody {
  fileprivate func updated(with item: StoredBody) -> StoredBody {
    StoredBody(
      originID: item.originID ?? originID, url: item.url ?? url, byline: item.byline ?? byline,
      summary: item.summary ?? summary, previous: item.previous ?? previous, next: item.next ?? next,
      related: item.related.isEmpty ? related : item.related, blocks: item.blocks.isEmpty ? blocks : item.blocks)
  }
}
