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
  var facets = StoredFacets()
  var title: String
  /// When the store first saw it; nil where that was before arrivals were kept.
  var arrived: Timestamp?
  /// The weightiest change by its source so far.
  var change = ArticleChange.none
  /// When its page was found gone; nil where it was not.
  var withdrawn: Timestamp?
  /// Unknown where nobody has looked yet.
  var traits = ArticleTraits.unknown
  /// Of its address, and the subscription of its body: what its row says once its traits are known.
  var host: Int64?
  var feed: Int64?
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
  var terms: [Int64] { [Schema.everything, source, label] + tags.all + facets.terms.map(\.id) }

  /// What counts depend on; nil where the article is muted, which nothing counts.
  var facts: CountedFacts? {
    status.isMuted ? nil : CountedFacts(self)
  }
}

/// What an article has besides its headline.
struct StoredBody: Equatable {
  var details = ArticleDetails()
  var related = Data()
  /// The text that is shown and searched.
  var blocks = Data()
  /// The subscription that brought the article, which may be gone; nil where a file did.
  var feed: Int64?
  /// The links of the text that is shown; nil where it has none.
  var links: Data?
  /// The feed's own text, where that of the page is shown in its place.
  var feedText: DeliveredText?

  /// The text that came with the article, whether it is shown or not.
  var deliveredBlocks: Data { feedText?.blocks ?? blocks }

  /// What is searched.
  var texts: [Data] { [details.byline, details.summary].map { Data(($0 ?? "").utf8) } + [blocks] }
}

/// The tags of an article by number: the page's in its order, and the reader's own.
///
/// They are written as numbers with blanks between them, the reader's own with a `+` before each: `12 7 +31`. In one column
/// they cost the articles without tags of the reader's own nothing.
struct TagIDs: Equatable {
  var page: [Int64] = []
  var own: [Int64] = []

  /// All tags, each once.
  var all: [Int64] { own.isEmpty ? page : page + own.filter { !page.contains($0) } }

  var text: String { (page.map(String.init) + own.map { "+" + String($0) }).joined(separator: " ") }
}

extension TagIDs {
  /// Reads what `text` writes.
  init(_ text: String) {
    var number: Int64?
    var isOwn = false
    func end(_ ids: inout TagIDs) {
      guard let number else { return }
      if isOwn { ids.own.append(number) } else { ids.page.append(number) }
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        end(&self)
        number = nil
        isOwn = false
      case UInt8(ascii: "+"): isOwn = true
      default: number = (number ?? 0) &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      }
    }
    end(&self)
  }
}

/// The text of an article as its feed has it, kept while the text of its page is shown.
///
/// Written as the length of the blocks in decimal digits, a colon, the blocks and the links (`BodyCoding`).
struct DeliveredText: Equatable {
  var blocks: Data
  var links: Data?

  init(blocks: Data, links: Data?) {
    self.blocks = blocks
    self.links = links
  }

  init(_ data: Data) {
    let colon = data.firstIndex(of: UInt8(ascii: ":")) ?? data.endIndex
    let length = Int(String(decoding: data[..<colon], as: UTF8.self)) ?? 0
    let rest = data[colon...].dropFirst()
    blocks = Data(rest.prefix(max(0, length)))
    let links = Data(rest.dropFirst(max(0, length)))
    self.links = links.isEmpty ? nil : links
  }

  var data: Data { Data("\(blocks.count):".utf8) + blocks + (links ?? Data()) }
}
