import ArticleFields
import TextScanning

/// Tells where among the lines behind a page's head its text begins and ends, where no box or mark shows it.
///
/// The text is the run of lines that gathers most running text: each sentence counts by its length, and what stands between two of
/// them counts against the later one: buttons and counters much, the heading of comments more, short lines little. A list of other
/// news, comments and the foot of a site cost more than their sentences are worth. A short line below the text stays where
/// something speaks for it, or where no button follows.
struct TextExtent {
  /// The lines of the article, in order.
  private(set) var kept: [TextLine] = []
  /// What stands above the text or repeats the headline, and is no part of it.
  private(set) var removedAbove: [Substring] = []
  /// What stands below the text, and is no part of it.
  private(set) var removedBelow: [Substring] = []

  private enum Kind: Hashable {
    case text
    /// Buttons, counters, credits, links.
    case boilerplate
    /// When somebody else wrote something: comments and teasers have it.
    case timed
    /// What opens the comments of a page.
    case comments
    /// The headline once more.
    case title
    /// A short line with a figure in it, such as the cells of a table are.
    case figures
    case short
  }

  private let lines: [TextLine]
  private let kinds: [Kind]
  /// The last line that is no text.
  private let lastOther: Int

  /// - Parameter title: the headline; pages repeat it above the text, and below pictures.
  init(_ lines: [TextLine], title: Substring) {
    self.lines = lines
    kinds = Self.withComments(lines.map { Self.isRepeated($0.text, title) ? .title : Self.kind(of: $0) }, lines)
    lastOther = kinds.lastIndex { $0 != .text } ?? -1
    guard let first = kinds.firstIndex(of: .text) else {
      kept = lines
      return
    }
    let start = leadingStart(before: first)
    let end = trailingEnd(behind: lastText(from: first))
    let text = start..<end
    kept = text.filter { kinds[$0] != .title }.map { lines[$0] }
    removedAbove = (0..<end).filter { $0 < start || kinds[$0] == .title }.map { lines[$0].text }
    removedBelow = lines[end...].map(\.text)
  }

  private static func isRepeated(_ line: Substring, _ title: Substring) -> Bool {
    line.utf8.count <= title.utf8.count + 8 && (HeadingMark.markdown(line)?.text ?? line) == title
  }
}

// MARK: - Kinds of lines

extension TextExtent {
  /// In columns.
  private static let shortestSentence = 30
  private static let longestShort = 60

  private static func kind(of line: TextLine) -> Kind {
    let text = line.text
    if CommentMark.matches(text) { return .comments }
    if isRunning(text) {
      // A sentence that is nothing but a link is a headline, unless it is a whole paragraph.
      if line.kind == .links, text.fits(longestShort * 2) { return .boilerplate }
      return Boilerplate.matches(text, at: .edge) ? .boilerplate : .text
    }
    switch line.kind {
    case .links: return .boilerplate
    case .picture: return .figures
    case .words: break
    }
    if isTimed(text) { return .timed }
    // The number of a picture, where a tool put it.
    if let inner = text.enclosed(by: ["[": ["]"]]), inner.utf8.allSatisfy(\.isDigit) { return .figures }
    if Boilerplate.matches(text, at: .edge) || ReaderCount.matches(text) { return .boilerplate }
    let bare = text.enclosed(by: Punctuation.allBrackets) ?? text
    if let (key, _) = FieldLine.key(at: bare), key == .editor || key == .boilerplate { return .boilerplate }
    // Unfinished paragraphs are text too.
    if !text.fits(longestShort * 2) { return .text }
    return text.unicodeScalars.contains(where: \.isASCIIDigit) ? .figures : .short
  }

  /// Headlines end in exclamation and question marks too, and cut summaries in points.
  private static func isRunning(_ text: Substring) -> Bool {
    if text.fits(shortestSentence) { return false }
    if text.contains(anyOf: ["。"]) { return true }
    guard text.endsSentence, text.dropping(suffix: "…") == nil, text.dropping(suffix: "...") == nil else {
      return false
    }
    return text.lastSignificant == "." || !text.fits(longestShort)
  }

  /// The kinds, with the lines that name who commented when: the heading of the comments stands above them, or a button to answer
  /// close below.
  private static func withComments(_ kinds: [Kind], _ lines: [TextLine]) -> [Kind] {
    var marked = kinds
    for index in kinds.indices where kinds[index] == .timed {
      let above = max(0, index - reachAbove)..<index
      let below = (index + 1)..<min(index + 1 + reachBelow, lines.count)
      if above.contains(where: { marked[$0] == .comments || CommentMark.isBareHeading(lines[$0].text) })
        || below.contains(where: { CommentMark.answers(lines[$0].text) })
      {
        marked[index] = .comments
      }
    }
    return marked
  }

  /// In lines: a name may have one of its own, and a comment a few.
  private static let reachAbove = 2
  private static let reachBelow = 3

  /// Who wrote, and when: `海边的风 5小时前`, `海边的风 2022-06-15 05:42`.
  private static func isTimed(_ line: Substring) -> Bool {
    guard line.fits(longestShort) else { return false }
    if !line.contains(anyOf: ["，", ",", "：", ":"]),
      agoes.contains(where: { line.dropping(suffix: $0)?.trimmed.unicodeScalars.last?.isASCIIDigit ?? false })
    {
      return true
    }
    guard line.utf8.last?.isDigit ?? false, let date = DateParsing.first(in: line), date.isFull,
      date.range.upperBound == line.utf8.count
    else { return line.utf8.first?.isDigit ?? false && DateParsing.whole(line)?.isFull ?? false }
    let name = line.prefix(bytes: date.range.lowerBound).trimmed
    return name.isEmpty || (name.fits(longestName) && PaperName.isName(name))
  }

  /// In columns.
  private static let longestName = 30
  private static let agoes = ["秒前", "秒钟前", "分钟前", "小时前", "天前", "个月前", " minutes ago", " hours ago", " days ago"]
}

// MARK: - The end of the running text

extension TextExtent {
  /// What lines are worth, in columns of text.
  private enum Worth {
    static let mostOfText = 160
    /// A sentence this long is a paragraph wherever it stands.
    static let paragraph = 100
    static let boilerplate = 40
    /// The last sentence of all counts from here on, whatever stands above it.
    static let ending = 36
    static let timed = 80
    static let comments = 240
    static let short = 6
    static let mostOfShort = 60
  }

  /// The last line of the running text.
  private func lastText(from first: Int) -> Int {
    var sum = 0
    var best = (sum: 0, index: first)
    var gap: [Kind] = []
    for index in first..<lines.count {
      guard kinds[index] == .text else {
        gap.append(kinds[index])
        continue
      }
      sum += worth(of: index, behind: gap)
      if sum >= best.sum { best = (sum, index) }
      gap = []
    }
    return best.index
  }

  private func worth(of index: Int, behind gap: [Kind]) -> Int {
    let text = lines[index].text
    let isChinese = text.unicodeScalars.contains(where: \.isIdeograph)
    let columns = min(isChinese ? text.roughColumns : text.roughColumns / 2, Worth.mostOfText)
    // Nothing but the text's own end follows: buttons stood in the middle of it.
    let gap = index > lastOther && columns >= Worth.ending ? gap.filter { $0 == .timed || $0 == .comments } : gap
    let isAlone = gap.count > 2 && !(index + 1 < kinds.count && kinds[index + 1] == .text)
    let gain = isAlone && columns < Worth.paragraph ? columns / 3 : columns
    return gain - cost(of: gap)
  }

  private func cost(of gap: [Kind]) -> Int {
    let boilerplate = gap.count { $0 == .boilerplate }
    let short = gap.count { $0 == .short }
    // One button may stand between two paragraphs.
    return max(0, boilerplate - 1) * Worth.boilerplate + min(short * Worth.short, Worth.mostOfShort)
      + gap.count { $0 == .timed } * Worth.timed
      + (gap.contains(.comments) ? Worth.comments : 0)
  }
}

// MARK: - Short lines above and below it

extension TextExtent {
  /// The first line that belongs to the article: short lines above a button do not.
  private func leadingStart(before first: Int) -> Int {
    kinds[..<first].lastIndex { $0 == .boilerplate || $0 == .comments || $0 == .title }.map { $0 + 1 } ?? 0
  }

  /// Behind the last line that belongs to the article.
  private func trailingEnd(behind last: Int) -> Int {
    let rest = (last + 1)..<lines.count
    guard let boilerplate = rest.first(where: { isNoise($0) }) else { return lines.count }
    let run = (last + 1)..<boilerplate
    // A list behind a colon, and the cells of a table.
    let figures = run.count { kinds[$0] == .figures }
    let isAnnounced = (last..<boilerplate).contains { lines[$0].text.endsWithColon }
    if isAnnounced || (figures > 2 && figures * 2 > run.count) { return boilerplate }
    return run.last(where: { isEnding(lines[$0].text) }).map { $0 + 1 } ?? last + 1
  }

  private func isNoise(_ index: Int) -> Bool {
    switch kinds[index] {
    case .boilerplate, .comments, .timed: true
    case .text, .title, .figures, .short: false
    }
  }

  /// Whether a short line says by its form that it belongs to the text above: an item of a list, a signature, a remark.
  private func isEnding(_ line: Substring) -> Bool {
    if let (marker, _) = ListMarker.split(line), marker != .bullet { return true }
    return line.endsSentence || line.enclosed(by: Punctuation.allBrackets) != nil || Byline.names(in: line) != nil
      || FigureNote.caption(of: line) != nil || FieldLine.key(at: line) != nil || DateParsing.whole(line) != nil
      || Self.closings.contains { line.dropping(suffix: $0) != nil }
  }

  /// How the signatures of those who issue a notice end.
  private static let closings = ["董事会", "监事会", "委员会", "办公室", "有限公司", "编辑部"]
}

extension Substring {
  fileprivate var endsWithColon: Bool { unicodeScalars.last.map(Punctuation.colons.contains) ?? false }
}
