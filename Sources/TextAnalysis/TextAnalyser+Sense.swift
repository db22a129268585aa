import Foundation
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
    let titles = SpellingRepair.aligned(old.title.inPlainForm, new.title.inPlainForm)
    let texts = SpellingRepair.aligned(old.text.inPlainForm, new.text.inPlainForm)
    let (before, after) = (
      AnalysedText(title: titles.0, text: texts.0), AnalysedText(title: titles.1, text: texts.1)
    )
    var reasons = SenseComparison(before, after, .title, names: reader).reasonsOfTitle()
    // A summary that came or went says nothing of what the article says.
    if let oldSummary = old.summary, let newSummary = new.summary, oldSummary != newSummary {
      let summaries = SpellingRepair.aligned(oldSummary.inPlainForm, newSummary.inPlainForm)
      reasons += SenseComparison(
        AnalysedText(title: "", text: summaries.0), AnalysedText(title: "", text: summaries.1), .summary, names: reader
      ).reasonsOfText()
    }
    if old.text != new.text, !old.text.isEmpty, !new.text.isEmpty {
      reasons += SenseComparison(before, after, .text, names: reader).reasonsOfText()
    }
    return SenseChange(reasons: Array(Self.eachOnce(reasons).prefix(Self.mostReasons)))
  }

  /// What a headline and its text say alike is told of the headline.
  private static func eachOnce(_ reasons: [SenseChange.Reason]) -> [SenseChange.Reason] {
    var told: Set<[String]> = []
    return reasons.filter { told.insert([$0.kind.rawValue, $0.old, $0.new]).inserted }
  }
}

// MARK: - Revisions

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

// MARK: - Forms

/// One form of what texts write in several, where the rules that read signs would take the others for something else.
extension String {
  /// Without entities, with "not" written out, figures as English writes them, and no blanks between Chinese and its figures. Linear.
  var inPlainForm: String { withoutEntities.withWholeWords.withPlainFigures.withoutBlanks }

  /// With the signs for which a page wrote entities: `R&amp;D` is R&D.
  private var withoutEntities: String {
    guard utf8.contains(UInt8(ascii: "&")), utf8.contains(UInt8(ascii: ";")) else { return self }
    let entities = [("&nbsp;", " "), ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    return entities.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }

  /// didn't is did not.
  private var withWholeWords: String {
    guard contains("n't") || contains("n’t") else { return self }
    let words = [
      ("n’t", "n't"), ("can't", "cannot"), ("Can't", "Cannot"), ("won't", "will not"), ("Won't", "Will not"),
      ("n't", " not"),
    ]
    return words.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }

  /// 4¼% and 4-1/4% are 4.25%, 24 650 is 24,650, 71,40 is 71.40, and 24.650,50 is 24,650.50.
  private var withPlainFigures: String {
    let scalars = Array(unicodeScalars)
    var (text, isChanged) = (String.UnicodeScalarView(), false)
    var next = 0
    for (place, scalar) in scalars.enumerated() where place >= next {
      if let (decimals, end) = scalars.decimals(behind: place) {
        text.append(contentsOf: decimals.unicodeScalars)
        (next, isChanged) = (end, true)
      } else if scalar == ".", scalars.isEuropean(behind: place) {
        text.append(",")
        isChanged = true
      } else if let decimals = Self.fractions[scalar] {
        let isMixed = place > 0 && scalars[place - 1].isDigit
        text.append(contentsOf: ((isMixed ? "" : "0") + decimals).unicodeScalars)
        isChanged = true
      } else if scalar == " ", scalars.isThousand(behind: place) {
        text.append(",")
        isChanged = true
      } else if scalar == ",", scalars.isDecimal(behind: place) {
        text.append(".")
        isChanged = true
      } else {
        text.append(scalar)
      }
    }
    return isChanged ? String(text) : self
  }

  private static let fractions: [Unicode.Scalar: String] = [
    "¼": ".25", "½": ".5", "¾": ".75", "⅛": ".125", "⅜": ".375", "⅝": ".625", "⅞": ".875",
  ]

  /// 北证 50 指数 is 北证50指数. A blank on one side alone may part clauses of a headline.
  private var withoutBlanks: String {
    let scalars = Array(unicodeScalars)
    guard scalars.contains(where: \.isIdeograph), scalars.contains(" ") else { return self }
    var dropped = Set<Int>()
    var place = 0
    while place < scalars.count {
      guard scalars[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, scalars[place].isPartOfFigure { place += 1 }
      let isBefore = start > 1 && scalars[start - 1] == " " && scalars[start - 2].isIdeograph
      let isBehind = place + 1 < scalars.count && scalars[place] == " " && scalars[place + 1].isIdeograph
      let isFirst = start == 0 || !scalars[start - 1].isIdeograph && scalars[start - 1] != " "
      let isLast = place == scalars.count || !scalars[place].isIdeograph && scalars[place] != " "
      if isBefore, isBehind || isLast { dropped.insert(start - 1) }
      if isBehind, isBefore || isFirst { dropped.insert(place) }
    }
    guard !dropped.isEmpty else { return self }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.indices.filter { !dropped.contains($0) }.map { scalars[$0] })
    return String(text)
  }
}

extension [Unicode.Scalar] {
  private func digits(before place: Int) -> Int { self[..<place].reversed().prefix { $0.isDigit }.count }

  private func digits(behind place: Int) -> Int { self[Swift.min(place + 1, count)...].prefix { $0.isDigit }.count }

  /// Whether a blank parts thousands: three digits behind it, one to three before it.
  fileprivate func isThousand(behind place: Int) -> Bool {
    let count = digits(before: place)
    guard 1...3 ~= count, digits(behind: place) == 3, self[place + 1] != "0" || self[place - 1].isDigit else {
      return false
    }
    let (first, last) = (place - count - 1, place + 4)
    return (first < 0 || self[first] == " " || self[first] == "\n" || self[first].isMoney)
      && (last >= self.count || self[last] == " " || self[last] == "." || self[last] == ",")
      && !self.contains(where: \.isIdeograph)
  }

  /// The decimals of a fraction behind a whole number, and where it ends: -1/4 in 4-1/4.
  fileprivate func decimals(behind place: Int) -> (text: String, end: Int)? {
    guard self[place] == "-" || self[place] == " ", 1...3 ~= digits(before: place), place + 3 < count,
      self[place + 1].isDigit, self[place + 2] == "/", 1...2 ~= digits(behind: place + 2)
    else { return nil }
    let first = place - digits(before: place) - 1
    guard first < 0 || self[first] != "/" && self[first] != "-" && self[first] != "." else { return nil }
    let end = place + 3 + digits(behind: place + 2)
    guard end >= count || self[end] != "/" && self[end] != ".", let part = Double(String(self[place + 1])),
      let whole = Double(self[place + 3..<end].map(String.init).joined()), [2, 4, 8, 16, 32].contains(whole),
      part < whole
    else { return nil }
    return (String(String(part / whole).dropFirst()), end)
  }

  /// Whether a point parts thousands, as a comma behind it parts decimals: 24.650,50.
  fileprivate func isEuropean(behind place: Int) -> Bool {
    1...3 ~= digits(before: place) && digits(behind: place) == 3 && place + 4 < count && self[place + 4] == ","
      && digits(behind: place + 4) == 2
  }

  /// Whether a comma parts decimals: one or two digits behind it, and no more figures of a list.
  fileprivate func isDecimal(behind place: Int) -> Bool {
    guard 1...3 ~= digits(before: place), digits(behind: place) == 2 else { return false }
    let last = place + 3
    return last < count && self[last] == " "
  }
}

extension Unicode.Scalar {
  fileprivate var isIdeograph: Bool { 0x4E00...0x9FFF ~= value }

  fileprivate var isDigit: Bool { "0"..."9" ~= self }

  fileprivate var isMoney: Bool { "$€£¥".unicodeScalars.contains(self) }

  fileprivate var isPartOfFigure: Bool { isDigit || self == "." || self == "," || self == "%" }
}
