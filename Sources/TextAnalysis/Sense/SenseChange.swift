package import TextVersions

/// Whether what a source changed in an article changes its sense, and why. `docs/versions.md` says what counts.
package struct SenseChange: Hashable, Sendable {
  /// What an article speaks of that became something else.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case figure, unit, date, name, direction, stage, certainty, denial, negation, bound, correction, subject
  }

  package enum Part: String, Hashable, Sendable, CaseIterable {
    case title, summary, text
  }

  package struct Reason: Hashable, Sendable {
    package var kind: Kind
    package var part: Part
    /// The article's own words before; empty where nothing stood there.
    package var old: String
    /// Empty where they were taken out.
    package var new: String

    package init(_ kind: Kind, _ part: Part, old: String, new: String) {
      self.kind = kind
      self.part = part
      self.old = old
      self.new = new
    }
  }

  /// In the order of the parts and of the newer version; none where only the writing has changed.
  package var reasons: [Reason]

  package init(reasons: [Reason] = []) { self.reasons = reasons }

  package var isOfSense: Bool { !reasons.isEmpty }
}

extension TextAnalyser {
  /// More reasons than these tell a reader nothing more.
  private static let mostReasons = 12

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
