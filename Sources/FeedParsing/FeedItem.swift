import ArticleFields
package import NewsModel
import WebAddresses

/// One entry of a feed, as the feed gives it.
package struct FeedItem: Hashable, Sendable {
  /// The feed's own name for it: `guid`, `id`, `rdf:about`; unique within the feed if all is well.
  package var id: String?
  /// Plain text on one line.
  package var title: String?
  /// The page for people; absolute wherever the feed's address is known, and never one that runs something.
  package var link: String?
  package var published: Timestamp?
  package var updated: Timestamp?
  /// Whether a part of the date was guessed: day and month may be exchanged, or the day is left out.
  package var isDateEstimated = false
  /// The first date of the item that could not be read.
  package var unreadableDate: String?
  /// Names, joined by commas where there are several; plain text on one line.
  package var author: String?
  /// HTML, whatever it was written as; addresses in it are absolute.
  package var summary: String?
  /// HTML like `summary`: the text that the feed calls the full one.
  package var content: String?
  /// Each once, in the feed's order.
  package var tags: [String]
  /// The title of the feed or site that the item was taken from.
  package var source: String?
  /// What newstape itself wrote beside all this; nil in feeds of others.
  package var own: OwnFields?

  /// What an article has that RSS has no elements for.
  package struct OwnFields: Hashable, Sendable {
    package var source: String?
    package var label: String?

    package init(source: String? = nil, label: String? = nil) {
      self.source = source
      self.label = label
    }
  }

  package init(
    id: String? = nil, title: String? = nil, link: String? = nil, published: Timestamp? = nil,
    updated: Timestamp? = nil, author: String? = nil, summary: String? = nil, content: String? = nil,
    tags: [String] = [], source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.published = published
    self.updated = updated
    self.author = author
    self.summary = summary
    self.content = content
    self.tags = tags
    self.source = source
  }
}

extension FeedItem {
  /// Whether it tells nothing: neither a title nor a text nor where to read it. No article comes of it.
  package var isBlank: Bool { title == nil && content == nil && summary == nil && link == nil }

  /// What it is called: its title, else the start of its text.
  package var heading: String? {
    if let title { return title }
    return (content ?? summary).flatMap { TitleOfText.title(of: HTMLContent.read($0, base: nil).blocks) }
  }

  /// The article that the item becomes.
  ///
  /// Its body is the content, else the summary; without a title it is called by the start of its text.
  ///
  /// - Parameters:
  ///   - source: The name under which the feed is followed; without one, that of the site the item was taken from.
  ///   - fallback: The time of an item that carries none; the article's date then counts as estimated.
  ///   - now: The present: a date more than a day after it is a slip, and counts as none.
  package func item(source: String? = nil, fallback: Timestamp? = nil, now: Timestamp = .now) -> Item {
    let date = [published, updated].compactMap(\.self).first { $0 <= now + 86_400 }
    if let own { return exportedItem(own, date ?? fallback, isDateEstimated: date == nil || isDateEstimated) }
    // Its links are absolute already.
    let (blocks, links) = HTMLContent.read(content ?? summary ?? "", base: nil)
    let summary = content == nil ? nil : summary.flatMap { FlatText.plain(Array($0.utf8)).safeLine }
    return Item(
      originID: stableID, url: link, title: title ?? TitleOfText.title(of: blocks) ?? link ?? "?",
      source: source ?? self.source,
      byline: author ?? (source == nil || self.source == source ? nil : self.source), published: date ?? fallback,
      isDateEstimated: date == nil || isDateEstimated, summary: summary, blocks: blocks, tags: tags,
      links: links)
  }

  /// The article that newstape itself wrote as this item: under its own source, and without what stands in for what it lacked.
  private func exportedItem(_ own: OwnFields, _ date: Timestamp?, isDateEstimated: Bool) -> Item {
    let (blocks, links) = HTMLContent.read(content ?? "", base: nil)
    let written = summary.flatMap { FlatText.plain(Array($0.utf8)).safeLine }
    let isStart = blocks.contains { $0 == .paragraph(written ?? "") }
    let title = title ?? TitleOfText.title(of: blocks) ?? link ?? "?"
    let label = own.label.flatMap { title.hasPrefix("\($0)：") ? $0 : nil }
    let id = OriginID.named(id).flatMap { $0 == link || $0.hasPrefix("newstape:") ? nil : $0 }
    return Item(
      originID: id, url: link, label: label, title: label.map { String(title.dropFirst($0.count + 1)) } ?? title,
      source: own.source, byline: author, published: date, isDateEstimated: isDateEstimated,
      summary: isStart ? nil : written, blocks: blocks, tags: tags, links: links)
  }

  /// The name under which the article is known again when the feed is read once more: the feed's id, else the link.
  ///
  /// Nil where there is neither: a link to a site's front page names no item, nor does an id that stands for "none". Then title, date and
  /// text tell.
  package var stableID: String? { OriginID.named(id) ?? link.flatMap { Self.isDeep($0) ? $0 : nil } }

  /// Whether an address leads further than to the front page of its site.
  private static func isDeep(_ link: String) -> Bool {
    let address = WebAddress(link)
    return address.path.count > 1 || address.query != nil || address.fragment != nil
  }
}
