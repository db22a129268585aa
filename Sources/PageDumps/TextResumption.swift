import ArticleFields
import TextScanning

/// Tells where, behind a box of links or tags, the sentences of the article begin again.
///
/// Two paragraphs in a row are the article's: lists of other news have one line of summary at most. One paragraph alone is a
/// summary where times stand by it, or where headlines and such lines take turns (`BoxTurns`). What stands far below the mark, or
/// among more short lines than sentences, is the foot of a site.
struct TextResumption {
  enum Kind: Hashable {
    /// A whole sentence, or several.
    case running
    /// A time, alone or with a name.
    case time
    /// The mark of another box.
    case mark
    /// A notice, a button, an editor: they stand by articles, too.
    case aside
    case other
  }

  /// What lies ahead of a line, up to the next mark.
  private struct Prospect {
    var runLength = 0
    var hasTime = false
    var running = 0
    var others = 0
    /// Whether there is what only an article has: paragraphs in a row, or a long one.
    var hasText = false
  }

  private let lines: [TextLine]
  private let start: Int
  private var kinds: [Kind] = []
  private var prospects: [Prospect] = []
  /// Whether a single sentence of this box was found to be a summary.
  private var hasSummary = false
  /// The times of this box so far.
  private var times = 0
  /// The first line of this box.
  private var boxStart = 0
  /// What headlines and sentences in turns are in this box.
  private var turns = BoxTurns()
  /// A longer box is a list at the end of a page.
  private static let longestBox = 16

  /// - Parameter start: the first line that may be asked about.
  init(_ lines: [TextLine], from start: Int) {
    self.lines = lines
    self.start = start
    kinds = lines[start...].map { Self.kind(of: $0.text) }
    prospects = [Prospect](repeating: Prospect(), count: kinds.count + 1)
    for index in kinds.indices.reversed() where kinds[index] != .mark {
      var prospect = prospects[index + 1]
      prospect.hasTime = prospect.hasTime || kinds[index] == .time
      if kinds[index] == .running {
        prospect.runLength += 1
        prospect.running += 1
        prospect.hasText = prospect.hasText || prospect.runLength > 1 || isLong(index)
      } else {
        prospect.runLength = 0
        if kinds[index] != .aside { prospect.others += 1 }
      }
      prospects[index] = prospect
    }
  }

  /// What a line in a box, or behind one, is.
  enum Role: Hashable {
    /// The article goes on here.
    case text
    /// It belongs to the headline above it.
    case teaser
    case other
  }

  /// To be asked of every line in a box, or behind one, in order.
  ///
  /// - Parameter isInList: whether the line stands in a list of other news, so that a heading of the article may be told from its entries.
  mutating func role(of line: Int, isInList: Bool) -> Role {
    let index = line - start
    guard kinds.indices.contains(index) else { return .other }
    if index == 0 || kinds[index - 1] == .mark { open(at: index, isList: isInList) }
    if kinds[index] == .time { times += 1 }
    let depth = index - boxStart
    guard depth < Self.longestBox else { return .other }
    if turns.textStart == depth { return .text }
    if turns.teasers.contains(depth) {
      hasSummary = true
      return .teaser
    }
    guard kinds[index] == .running else { return .other }
    let isText = prospects[index].others <= prospects[index].running && isText(index)
    hasSummary = hasSummary || !isText
    return isText ? .text : .other
  }

  private mutating func open(at index: Int, isList: Bool) {
    (hasSummary, times, boxStart) = (false, 0, index)
    let end = kinds[index...].firstIndex(of: .mark) ?? kinds.endIndex
    turns = isList ? BoxTurns(lines[(start + index)..<(start + end)], kinds[index..<end]) : BoxTurns()
  }

  private func isText(_ index: Int) -> Bool {
    if prospects[index].runLength > 1 { return true }
    let ahead = [index + 1, index + 2].filter(kinds.indices.contains)
    if ahead.contains(where: { kinds[$0] == .time }) { return false }
    // Where the entries so far end with their times, and none has a summary, the last has none either.
    let isBehindEntries = times > 1 && !hasSummary
    if index > 0, kinds[index - 1] == .time, !isBehindEntries { return false }
    if isLong(index) { return true }
    let prospect = prospects[index + 1]
    if prospect.hasText { return !prospect.hasTime }
    return prospect.running == 0 && !hasSummary
  }

  /// In columns: some seventy Chinese characters; lists cut their summaries before.
  private static let longestSummary = 140
  private static let shortestSentence = 50
  private static let longestHeadline = 100

  private func isLong(_ index: Int) -> Bool { !lines[start + index].text.fits(Self.longestSummary) }

  private static func kind(of line: Substring) -> Kind {
    if isRunning(line) { return .running }
    if SectionMark(line, isBelowBody: true) != nil { return .mark }
    if Boilerplate.matches(line, at: .edge) || FieldLine.key(at: line)?.0.isStrong ?? false { return .aside }
    guard line.fits(60), let date = DateParsing.whole(line) ?? DateParsing.first(in: line) else { return .other }
    return date.isFull || date.range.count * 2 > line.utf8.count ? .time : .other
  }

  /// `记者：为什么是今年？`: who speaks, and what.
  private static func isSpeech(_ line: Substring) -> Bool {
    guard line.endsSentence, FieldLine.key(at: line)?.0.isStrong ?? true else { return false }
    let name = line.unicodeScalars.prefix { $0.isIdeograph }
    guard (2...6).contains(name.count), let colon = line.unicodeScalars.dropFirst(name.count).first else {
      return false
    }
    return (colon == "：" || colon == ":") && (line.contains(anyOf: ["。"]) || line.lastSignificant == "？")
  }

  /// Whether a line is a sentence. Headlines end in exclamation and question marks too, and cut summaries in points.
  private static func isRunning(_ line: Substring) -> Bool {
    if isSpeech(line) { return true }
    guard !line.fits(shortestSentence), line.endsSentence, line.dropping(suffix: "...") == nil,
      line.dropping(suffix: "…") == nil, !RelatedList.isCutSummary(line)
    else { return false }
    let isFinished = line.lastSignificant == "。" || line.lastSignificant == "." || line.contains(anyOf: ["。"])
    return (isFinished || !line.fits(longestHeadline)) && !Boilerplate.matches(line, at: .edge)
  }
}
