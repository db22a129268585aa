import Foundation
import NewsModel
import NewsStore
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
    guard history.count > 1 else {
      try output.writeLine(SafeText(words.neverChanged))
      return
    }
    for (old, new) in zip(history, history.dropFirst()).reversed() {
      try write(from: old, to: new, &output)
      try output.writeLine()
    }
    if let first = history.first { try output.writeLine(SafeText(heading(first))) }
  }

  private func write(from old: KeptVersion, to new: KeptVersion, _ output: inout Output) throws {
    try output.writeLine(SafeText(heading(new)))
    let (before, after) = (ArticleVersion(old.article), ArticleVersion(new.article))
    let parts: [(SenseChange.Part, String, String)] = [
      (.title, before.title, after.title), (.summary, before.summary ?? "", after.summary ?? ""),
      (.text, before.text, after.text),
    ]
    for (part, oldText, newText) in parts where oldText != newText {
      for line in Self.lines(from: oldText, to: newText) {
        try output.writeLine(SafeText("  " + words.labelled(words.name(of: part), line)))
      }
    }
    if before.published != after.published {
      let change = "[-\(time(before.published))-]{+\(time(after.published))+}"
      try output.writeLine(SafeText("  " + words.labelled(words.publishTime, change)))
    }
    for reason in TextAnalyser.current.senseChange(from: before, to: after).reasons {
      let change = [reason.old, reason.new].map { $0.isEmpty ? "—" : $0 }.joined(separator: " → ")
      try output.writeLine(SafeText("  * " + words.labelled(words.name(of: reason.kind), change)))
    }
  }

  private func heading(_ version: KeptVersion) -> String {
    let verdict: String? =
      switch version.change {
      case .none: nil
      case .wording: words.changedWording
      case .sense: words.changedSense
      }
    let arrived = version.arrived.map(time)
    return ([words.versionNumber(version.number), arrived, version.broughtBy, verdict] as [String?])
      .compactMap(\.self).joined(separator: " · ")
  }

  private func time(_ moment: Timestamp) -> String {
    let time = CivilTime(moment, in: zone)
    return "\(time.isoDate) \(time.clock)"
  }

  /// The sentences that are not as they were.
  private static func lines(from old: String, to new: String) -> [String] {
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return TextDifference(from: oldBytes, to: newBytes).passages.compactMap { passage in
      var line = ""
      switch passage.kind {
      case .same: return nil
      case .removed: line = "[-\(text(oldBytes, passage.old).withoutEnd)-]"
      case .added: line = "{+\(text(newBytes, passage.new).withoutEnd)+}"
      case .moved: line = "~ \(text(newBytes, passage.new).withoutEnd)"
      case .changed:
        var place = passage.old.lowerBound
        for words in passage.words {
          line += text(oldBytes, place..<words.old.lowerBound)
          if !words.old.isEmpty { line += "[-\(text(oldBytes, words.old))-]" }
          if !words.new.isEmpty { line += "{+\(text(newBytes, words.new))+}" }
          place = words.old.upperBound
        }
        line += text(oldBytes, place..<passage.old.upperBound)
      }
      return line.withoutEnd.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }
}

extension ArticleVersion {
  /// What a source may change of an article.
  init(_ article: Article) {
    self.init(
      title: article.headline.title, summary: article.summary, text: article.blocks.plainText,
      published: article.headline.published)
  }
}

extension String {
  /// Without the blanks behind a sentence.
  fileprivate var withoutEnd: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
