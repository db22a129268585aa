import Foundation
import NewsModel
import TextBasics

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

  /// Within what the origin's id is unique: the subscription that brought the article, whatever it is called and wherever it
  /// moves, else the source. Subscriptions are below 0, terms above.
  var originScope: Int64 { body.feed.map { -$0 } ?? source }

  /// Every term that the article counts for, the whole store included.
  var terms: [Int64] { [Schema.everything, source, label] + tags.all }

  /// What counts depend on; nil where the article is muted, which nothing counts.
  var facts: CountedFacts? {
    status.isMuted ? nil : CountedFacts(self)
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
  /// The text that is shown and searched.
  var blocks = Data()
  /// The subscription that brought the article, which may be gone; nil where a file did.
  var feed: Int64?
  /// The links of the text that is shown; nil where it has none.
  var links: Data?
  /// The feed's own text, where that of the page is shown in its place.
  var feedText: FeedText?

  /// The text that came with the article, whether it is shown or not.
  var deliveredBlocks: Data { feedText?.blocks ?? blocks }

  /// What is searched.
  var texts: [Data] { [byline, summary].map { Data(($0 ?? "").utf8) } + [blocks] }
}
