import NewsModel
import TextAnalysis
import TextVersions

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
