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
