import Foundation
import NewsModel
import TextAnalysis
import TextBasics
import TextVersions
import Wording

/// All versions of an article as lines of text, the newest first: when each came, what it changed, and whether that is one of sense.
///
/// Words that were taken out stand in `[-…-]`, those that came in `{+…+}`, as wdiff has them.
struct HistoryText {
  private let words: Words
  private let zone: TimeZone

  init(setup: Setup) {
    words = setup.words
    zone = setup.displayZone
  }

  func write(_ history: [KeptVersion], to output: inout Output) throws {
    guard history.count > 1, let first = history.first else {
      try output.writeLine(SafeText(words.neverChanged))
      return
    }
    for revision in TextAnalyser.current.revisions(of: history) {
      try output.writeLine(SafeText(words.heading(of: revision.version, in: zone)))
      for line in lines(of: revision) { try output.writeLine(SafeText("  " + line)) }
      try output.writeLine()
    }
    try output.writeLine(SafeText(words.heading(of: first, in: zone)))
  }

  private func lines(of revision: ArticleRevision) -> [String] {
    var lines = revision.sentences.map { words.labelled(words.name(of: $0.part), $0.marked.written) }
    if let former = revision.formerlyPublished {
      let change = MarkedSentence(
        from: words.time(former, in: zone), to: words.time(revision.version.article.headline.published, in: zone))
      lines.append(words.labelled(words.publishTime, change.written))
    }
    if let withdrawn = revision.withdrawn { lines.append(words.withdrawn(withdrawn, in: zone)) }
    if revision.isOfOtherThings { lines.append(words.otherThingsChanged) }
    return lines
      + revision.reasons.map { "* " + words.labelled(words.name(of: $0.kind), words.replaced($0.old, by: $0.new)) }
  }
}
