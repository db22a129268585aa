import NewsModel

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
    return isEdited ? .wording : .none
  }
}
