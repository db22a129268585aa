import ArticleFields
import NewsModel
import TextScanning

/// Reads a page's list of related news: headlines, with a summary and a time where the page gives them.
struct RelatedList {
  /// An entry before its time is placed in a year.
  struct Entry {
    var title: Substring
    var summary: Substring?
    var date: FoundDate?
  }

  private(set) var entries: [Entry] = []

  /// Where the times stand when they have lines of their own.
  fileprivate enum DatePlace {
    case none, leading, afterTitle, trailing
  }

  fileprivate enum Line {
    case text(Substring)
    /// A summary that the page cut short with "…more".
    case cutSummary(Substring)
    /// A short name that shares its line with a time: a title, or where the news is from.
    case name(Substring)
    case date(FoundDate)
  }

  init(_ lines: [Substring]) {
    let lines = Self.withoutSources(Self.withoutRanks(lines).flatMap(Self.classify))
    switch Self.datePlace(in: lines) {
    case .trailing: readTrailing(lines)
    case .leading: readLeading(lines)
    case .afterTitle: readAfterTitle(lines)
    case .none: readGroup(lines[...], isTimed: false)
    }
  }

  static func isCutSummary(_ line: Substring) -> Bool { uncut(line) != nil }
}

// MARK: - Lines

extension RelatedList {
  private static func classify(_ raw: Substring) -> [Line] {
    let line = withoutMarker(raw)
    // Ranks stand on lines of their own, and say nothing.
    guard line.unicodeScalars.contains(where: \.isWordlike), !isRank(line) else { return [] }
    if let date = DateParsing.whole(line) { return [.date(date)] }
    if let summary = uncut(line) { return [.cutSummary(summary)] }
    return dated(line) ?? [.text(line)]
  }

  /// Headlines that are numbered without a mark (`1 某公司中标`), where the numbers count from one.
  private static func withoutRanks(_ lines: [Substring]) -> [Substring] {
    let ranks = lines.compactMap { rank(of: $0)?.number }
    guard ranks.count > 1, ranks == Array(1...ranks.count) else { return lines }
    return lines.map { rank(of: $0)?.rest ?? $0 }
  }

  private static func rank(of line: Substring) -> (number: Int, rest: Substring)? {
    let digits = line.prefix(bytes: line.utf8.prefix { $0.isDigit }.count)
    let rest = line[digits.endIndex...]
    guard digits.utf8.count <= 2, let number = Int(digits), rest.unicodeScalars.first?.isBlank ?? false else {
      return nil
    }
    return (number, rest.trimmed)
  }

  /// A title, or a summary, with its time on one line, before or behind it.
  private static func dated(_ line: Substring) -> [Line]? {
    let dates = DateParsing.all(in: line)
    if let date = dates.last, date.isFull || line.isSetOff(before: date.range.lowerBound) {
      let before = line.prefix(bytes: date.range.lowerBound).trimmed(of: dateMarks)
      let after = line.dropFirst(bytes: date.range.upperBound).trimmed(of: dateMarks)
      if !before.isEmpty, after.isEmpty || isField(after) {
        return isField(before) ? [.date(date)] : [text(before), .date(date)]
      }
    }
    if let date = dates.first, date.isFull || line.isSetOff(after: date.range.upperBound) {
      let before = line.prefix(bytes: date.range.lowerBound).trimmed(of: dateMarks)
      let after = line.dropFirst(bytes: date.range.upperBound).trimmed(of: dateMarks)
      if before.isEmpty { return isField(after) ? [.date(date)] : [text(after), .date(date)] }
    }
    return nil
  }

  private static func text(_ text: Substring) -> Line {
    if let summary = uncut(text) { return .cutSummary(summary) }
    return text.fits(longestSource) && PaperName.isName(text) ? .name(text) : .text(text)
  }

  private static let longestSource = 20

  /// Where every such name stands behind a title, it is the source, and no part of the list.
  private static func withoutSources(_ lines: [Line]) -> [Line] {
    let names = lines.indices.filter { if case .name = lines[$0] { true } else { false } }
    let areSources = names.allSatisfy { index in
      guard index > lines.startIndex, case .text = lines[index - 1] else { return false }
      return true
    }
    return lines.compactMap { line in
      guard case .name(let name) = line else { return line }
      return areSources ? nil : .text(name)
    }
  }

  /// Whether what stands beside a time only names it, where the news is from, or how often it was read.
  private static func isField(_ text: Substring) -> Bool {
    guard let (key, rest) = FieldKey.table.match(text) else { return false }
    switch key {
    case .boilerplate: return rest.unicodeScalars.allSatisfy { !$0.isIdeograph }
    case .source, .author, .editor, .published, .updated:
      let mark = rest.trimmed.unicodeScalars.first
      return mark.map(Punctuation.colons.contains) ?? true
    default: return false
    }
  }

  private static func isRank(_ line: Substring) -> Bool {
    line.utf8.count <= 2 && line.utf8.allSatisfy(\.isDigit)
  }

  private static let dateMarks: ScalarSet = ["(", ")", "（", "）", "[", "]", "【", "】", "|", "｜", "-", "·", "/"]

  private static func withoutMarker(_ line: Substring) -> Substring {
    guard let (marker, rest) = ListMarker.split(line), marker == .bullet || marker == .number else {
      return HeadingMark.markdown(line)?.text ?? line
    }
    return HeadingMark.markdown(rest)?.text ?? rest
  }

  /// A summary without the `...更多` at its end; nil where there is none.
  private static func uncut(_ line: Substring) -> Substring? {
    let bare = line.trimmedEnd(of: moreMarks)
    for word in moreWords {
      guard let text = bare.dropping(suffix: word) else { continue }
      let summary = text.trimmedEnd(of: cutMarks)
      // Without any mark the words may end a title.
      let isMarked = summary.endIndex < text.trimmed.endIndex || line.dropping(suffix: ">>") != nil
      if isMarked, !summary.isEmpty { return summary }
    }
    return line.dropping(suffix: "[...]") ?? line.dropping(suffix: "[…]")
  }

  private static let moreWords = [
    "查看更多", "阅读更多", "查看详情", "查看全文", "阅读全文", "展开全文", "更多", "详细", "详情", "全文", "展开", "Read more", "Read More", "read more",
    "more",
    "More",
  ]
  private static let moreMarks: ScalarSet = [">", "»", "›", "]", "】", ")", "）"]
  private static let cutMarks: ScalarSet = [".", "…", "[", "【", "(", "（"]

  private static func datePlace(in lines: [Line]) -> DatePlace {
    let dates = lines.indices.filter { lines[$0].isDate }
    guard let first = dates.first, let last = dates.last else { return .none }
    if first == lines.startIndex { return .leading }
    // Title, time, summary: one line before the first time, and after the last one there is still a summary.
    if first == lines.startIndex + 1, last == lines.endIndex - 2, lines[last + 1].isSummary(after: lines[last - 1]) {
      return .afterTitle
    }
    return .trailing
  }
}

extension RelatedList.Line {
  fileprivate var isDate: Bool { if case .date = self { true } else { false } }

  fileprivate var text: Substring? {
    switch self {
    case .text(let text), .cutSummary(let text), .name(let text): text
    case .date: nil
    }
  }

  /// Whether the line reads like the summary that belongs to a headline.
  fileprivate func isSummary(after title: RelatedList.Line) -> Bool {
    switch self {
    case .cutSummary: true
    case .text(let text), .name(let text):
      // Headlines end in exclamation and question marks too.
      text.lastSignificant.map { ["。", "…", "."].contains($0) } ?? false
        && text.roughColumns > max(30, title.text?.roughColumns ?? 0)
    case .date: false
    }
  }
}

// MARK: - Entries

extension RelatedList {
  /// A time ends its entry.
  private mutating func readTrailing(_ lines: [Line]) {
    var start = lines.startIndex
    for index in lines.indices {
      guard case .date(let date) = lines[index] else { continue }
      let count = entries.count
      readGroup(lines[start..<index], isTimed: true)
      if entries.count > count { entries[entries.count - 1].date = date }
      start = index + 1
    }
    readGroup(lines[start...], isTimed: false)
  }

  /// A time begins its entry.
  private mutating func readLeading(_ lines: [Line]) {
    let starts = lines.indices.filter { lines[$0].isDate }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
      guard case .date(let date) = lines[start] else { continue }
      let count = entries.count
      readGroup(lines[(start + 1)..<end], isTimed: true)
      if entries.count > count { entries[count].date = date }
    }
  }

  /// A time stands between a headline and its summary.
  private mutating func readAfterTitle(_ lines: [Line]) {
    for (index, line) in lines.enumerated() {
      let isTitle = index + 1 < lines.count && lines[index + 1].isDate
      switch line {
      case .date(let date): if !entries.isEmpty { entries[entries.count - 1].date = date }
      case .text(let text) where isTitle || entries.isEmpty, .name(let text) where isTitle || entries.isEmpty:
        entries.append(Entry(title: text))
      case .text(let text), .name(let text), .cutSummary(let text):
        if entries.isEmpty { entries.append(Entry(title: text)) } else { addSummary(text) }
      }
    }
  }

  /// Lines without times: headlines, some with their summary. Two lines are one entry where a time closed them.
  private mutating func readGroup(_ lines: ArraySlice<Line>, isTimed: Bool) {
    let isPair = isTimed && lines.count == 2
    for index in lines.indices {
      switch lines[index] {
      case .date: continue
      case .cutSummary(let text):
        if index > lines.startIndex { addSummary(text) } else { entries.append(Entry(title: text)) }
      case .text(let text), .name(let text):
        let isSecond = index > lines.startIndex
        if isSecond, entries.last?.summary == nil,
          lines[index].isSummary(after: lines[index - 1]) || (isPair && !isTitlesOnly)
        {
          addSummary(text)
        } else {
          entries.append(Entry(title: text))
        }
      }
    }
  }

  /// Whether the list so far gave no summary although it had entries.
  private var isTitlesOnly: Bool {
    !entries.isEmpty && entries.dropLast().allSatisfy { $0.summary == nil } && entries.count > 2
  }

  private mutating func addSummary(_ text: Substring) {
    guard let last = entries.indices.last, !text.isEmpty else { return }
    if entries[last].summary == nil { entries[last].summary = text.withoutEllipsis }
  }
}

extension Substring {
  fileprivate func isSetOff(before offset: Int) -> Bool {
    guard let scalar = prefix(bytes: offset).unicodeScalars.last else { return false }
    return scalar.isBlank || "([（【|｜".unicodeScalars.contains(scalar)
  }

  fileprivate func isSetOff(after offset: Int) -> Bool {
    guard let scalar = dropFirst(bytes: offset).unicodeScalars.first else { return false }
    return scalar.isBlank || ")]）】|｜".unicodeScalars.contains(scalar)
  }
}
