import NewsModel
import NewsParsing
import NewsStore
import TextBasics

extension Item {
  /// An article out of newsboat's cache, as its feed would have brought it. What was read there is read here, and what bore a flag is
  /// starred.
  init(_ entry: NewsboatCache.Entry) {
    let item = FeedItem(
      id: entry.guid, title: entry.title.isEmpty ? nil : KeptText(entry.title).string, link: entry.link,
      published: entry.published, author: entry.author.map { KeptText($0).string }, content: entry.content)
    self = item.item(source: KeptText(entry.feedTitle ?? entry.feedAddress).string)
    marks = (entry.isRead ? [.read] : []) + (entry.isFlagged ? [.star] : [])
  }
}
