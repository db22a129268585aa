import Foundation
import NewsModel
import TextAnalysis
import TextVersions

extension StoredArticle {
  /// What the store holds once `item` has arrived for an article that it knows.
  ///
  /// Who brought an article first speaks for it: what comes of it from another feed only fills gaps, so that two feeds that carry
  /// the same article do not write over each other for ever. A file that the reader imports speaks for any article.
  ///
  /// What the item does not say stays: a short form, as feeds and lists of headlines have it, does not replace the whole text that came
  /// before it. A guessed time never replaces the one that is there. Key, status and own tags are the reader's and stay.
  func updated(with item: StoredArticle) -> StoredArticle {
    if let feed = item.body.feed, feed != body.feed, !isStub { return supplemented(with: item) }
    var result = item
    result.id = id
    result.key = key
    result.status = status
    result.facets = facets
    (result.arrived, result.change, result.withdrawn) = (arrived, change, withdrawn)
    (result.host, result.feed) = (host, feed)
    if item.isEstimated {
      result.published = published
      result.isEstimated = isEstimated
    }
    if item.source == Schema.noSource { result.source = source }
    if item.label == Schema.noLabel { result.label = label }
    if item.tags.page.isEmpty { result.tags.page = tags.page }
    // Forms that tell no own tags from others bring them as those of the page.
    result.tags.page = result.tags.page.filter { tags.page.contains($0) || !tags.own.contains($0) }
    result.tags.own = tags.own
    result.body = body.updated(with: item.body)
    result.renewTraits(since: self)
    return result
  }

  /// The article with what it lacks and `item` has.
  private func supplemented(with item: StoredArticle) -> StoredArticle {
    var result = self
    if isEstimated, !item.isEstimated {
      result.published = item.published
      result.isEstimated = false
    }
    if source == Schema.noSource { result.source = item.source }
    if label == Schema.noLabel { result.label = item.label }
    if tags.page.isEmpty { result.tags.page = item.tags.page }
    result.body.details = body.details.filled(from: item.body.details, [.url, .byline, .summary])
    if body.blocks.isEmpty {
      result.body.blocks = item.body.blocks
      result.body.links = item.body.links
    }
    return result
  }

  /// The article with the text of its page in the place of the feed's, which is kept.
  ///
  /// A time that the page states replaces a guess; what else it says only fills gaps.
  func showing(page: StoredArticle) -> StoredArticle {
    var result = self
    result.body.feedText = body.feedText ?? DeliveredText(blocks: body.blocks, links: body.links)
    result.body.blocks = page.body.blocks
    result.body.links = page.body.links
    result.body.details = body.details.filled(from: page.body.details, [.byline])
    if isEstimated, !page.isEstimated {
      result.published = page.published
      result.isEstimated = false
    }
    return result
  }
}

extension StoredArticle {
  /// How much the form in which a source brings the article now differs from this one.
  ///
  /// What only fills a gap (the text of a headline, the page of a stub, a time in the place of a guess) changes nothing that was said.
  func change(to new: StoredArticle) -> ArticleChange {
    guard !isStub else { return .none }
    let (text, newText) = (body.deliveredBlocks, new.body.deliveredBlocks)
    let (summary, newSummary) = (body.details.summary ?? "", new.body.details.summary ?? "")
    let isEdited =
      title != new.title || !isEstimated && published != new.published || !text.isEmpty && text != newText
      || !summary.isEmpty && summary != newSummary || body.feedText != nil && body.blocks != new.body.blocks
    guard isEdited else { return .none }
    // A page's text says the same as the feed's, in more words: each is compared with its like.
    let isOfPage = body.feedText != nil && text == newText
    let (old, new) = (said(isOfPage), new.said(isOfPage))
    return TextAnalyser.current.senseChange(from: old, to: new).isOfSense ? .sense : .wording
  }

  private func said(_ isOfPage: Bool) -> ArticleVersion {
    ArticleVersion(
      title: title, summary: body.details.summary,
      text: BodyCoding.readableBlocks(isOfPage ? body.blocks : body.deliveredBlocks).plainText, published: published)
  }
}

extension StoredBody {
  /// Whether this text has several paragraphs, and the other one is a single one that is less than half as long.
  private func isWholeText(of other: StoredBody) -> Bool {
    other.blocks.count * 2 < blocks.count && !other.hasSeveralTexts && hasSeveralTexts
  }

  private var hasSeveralTexts: Bool {
    blocks.withUnsafeBytes { bytes in
      var texts = BodyTexts(bytes.bindMemory(to: UInt8.self))
      return texts.next() != nil && texts.next() != nil
    }
  }

  fileprivate func updated(with item: StoredBody) -> StoredBody {
    var result = StoredBody(
      details: item.details.filled(from: details), related: item.related.isEmpty ? related : item.related,
      blocks: item.blocks, feed: item.feed, links: item.links)
    if item.feed == nil, feed != nil {
      // The origin's id of a file has another scope.
      result.details.originID = details.originID
      result.feed = feed
    }
    let isShortForm = item.feed == nil && isWholeText(of: item)
    if isShortForm, let summary = details.summary { result.details.summary = summary }
    if isShortForm || item.blocks.isEmpty {
      result.blocks = blocks
      result.links = links
      result.feedText = feedText
    } else if item.feed == nil, BodyCoding.isFlatter(item.blocks, than: blocks) {
      // A table of values keeps the words, and not what kinds of blocks they were.
      result.blocks = blocks
      result.links = links
    } else if feedText != nil, item.feed != nil {
      result.blocks = blocks
      result.links = links
      result.feedText = DeliveredText(blocks: item.blocks, links: item.links)
    }
    return result
  }
}
