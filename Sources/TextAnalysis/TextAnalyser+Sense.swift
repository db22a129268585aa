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
      AnalysedText(title: old.title.withoutEntities, text: old.text.withoutEntities),
      AnalysedText(title: new.title.withoutEntities, text: new.text.withoutEntities)
    )
    var reasons = SenseComparison(before, after, .title, names: reader).reasonsOfTitle()
    // A summary that came or went says nothing of what the article says.
    if let oldSummary = old.summary, let newSummary = new.summary, oldSummary != newSummary {
      reasons += SenseComparison(
        AnalysedText(title: "", text: oldSummary.withoutEntities),
        AnalysedText(title: "", text: newSummary.withoutEntities), .summary, names: reader
      ).reasonsOfText()
    }
    if old.text != new.text, !old.text.isEmpty, !new.text.isEmpty {
      reasons += SenseComparison(before, after, .text, names: reader).reasonsOfText()
    }
    return SenseChange(reasons: Array(reasons.prefix(Self.mostReasons)))
  }
}

extension String {
  /// With the signs for which a page wrote entities: `R&amp;D` is R&D.
  fileprivate var withoutEntities: String {
    guard utf8.contains(UInt8(ascii: "&")), utf8.contains(UInt8(ascii: ";")) else { return self }
    let entities = [("&nbsp;", " "), ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    return entities.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
