package import NewsModel
package import TextVersions

extension TextAnalyser {
  /// More reasons than these tell a reader nothing more.
  private static let mostReasons = 12

  /// Compares two versions of an article as the store has them.
  package func senseChange(from old: Article, to new: Article) -> SenseChange {
    senseChange(from: ArticleVersion(old), to: ArticleVersion(new))
  }

  /// Compares two versions of an article. Reads no more of a text than `AnalysedText` does; near-linear.
  package func senseChange(from old: ArticleVersion, to new: ArticleVersion) -> SenseChange {
    guard old.title != new.title || old.summary != new.summary || old.text != new.text else { return SenseChange() }
    let reader = CompanyReader(companies)
    let (before, after) = (
      AnalysedText(title: old.title, text: old.text), AnalysedText(title: new.title, text: new.text)
    )
    var reasons = SenseComparison(before, after, .title, names: reader).reasonsOfTitle()
    // A summary that came or went says nothing of what the article says.
    if let oldSummary = old.summary, let newSummary = new.summary, oldSummary != newSummary {
      reasons += SenseComparison(
        AnalysedText(title: "", text: oldSummary), AnalysedText(title: "", text: newSummary), .summary, names: reader
      ).reasonsOfText()
    }
    if old.text != new.text, !old.text.isEmpty, !new.text.isEmpty {
      reasons += SenseComparison(before, after, .text, names: reader).reasonsOfText()
    }
    return SenseChange(reasons: Array(reasons.prefix(Self.mostReasons)))
  }
}
