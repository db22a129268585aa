package import NewsModel
package import TextVersions

/// What one version of an article changed of the version before it.
package struct ArticleRevision: Hashable, Sendable {
  package struct Sentence: Hashable, Sendable {
    package var part: SenseChange.Part
    package var marked: MarkedSentence
  }

  /// The version that it made.
  package var version: KeptVersion
  /// The sentences that are not as they were, in the order of the parts.
  package var sentences: [Sentence]
  /// When the article was published, as it said before; nil where it says the same.
  package var formerlyPublished: Timestamp?
  /// Since when its page is gone; nil where it is there, or was gone already.
  package var withdrawn: Timestamp?
  /// Why it changes the sense; none where it does not.
  package var reasons: [SenseChange.Reason]

  /// Whether it changed nothing that is told here: tags, a label.
  package var isOfOtherThings: Bool { sentences.isEmpty && formerlyPublished == nil && withdrawn == nil }
}

extension TextAnalyser {
  /// What each version of an article changed, the newest first. The first version changed nothing.
  package func revisions(of history: [KeptVersion]) -> [ArticleRevision] {
    zip(history, history.dropFirst()).reversed().map { revision(from: $0, to: $1) }
  }

  private func revision(from old: KeptVersion, to new: KeptVersion) -> ArticleRevision {
    let (before, after) = (ArticleVersion(old.article), ArticleVersion(new.article))
    let parts: [(SenseChange.Part, String, String)] = [
      (.title, before.title, after.title), (.summary, before.summary ?? "", after.summary ?? ""),
      (.text, before.text, after.text),
    ]
    let sentences = parts.filter { $0.1 != $0.2 }.flatMap { part, old, new in
      MarkedSentence.all(from: old, to: new).map { ArticleRevision.Sentence(part: part, marked: $0) }
    }
    return ArticleRevision(
      version: new, sentences: sentences,
      formerlyPublished: before.published == after.published ? nil : before.published,
      withdrawn: old.article.headline.withdrawn == nil ? new.article.headline.withdrawn : nil,
      reasons: senseChange(from: before, to: after).reasons)
  }
}
