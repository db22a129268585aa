import ArticleFields
import TextScanning

/// Tells what headlines and sentences in turns are behind the heading of a list: entries with their teasers, or sections of the
/// article, each a heading with one paragraph.
///
/// A list is of one kind throughout: where its first headlines have no teasers, the others have none. Where each line has its
/// sentence from the start, headings are shorter than headlines, may be numbered, and sentences of an article take up what was said
/// before. Lists with times are told by these.
struct BoxTurns {
  /// The line with which the article goes on, counted from the first of the box.
  private(set) var textStart: Int?
  /// The lines that are teasers of headlines.
  private(set) var teasers: Set<Int> = []

  /// Nothing is known.
  init() {}

  /// - Parameters:
  ///   - lines: the lines between the heading of the list and the next mark.
  ///   - kinds: what they are.
  init(_ lines: ArraySlice<TextLine>, _ kinds: ArraySlice<TextResumption.Kind>) {
    guard !kinds.contains(.time) else { return }
    let groups = Self.groups(Array(lines), Array(kinds))
    guard let first = groups.first, !first.heads.isEmpty else { return }
    if first.heads.count > 1 {
      readHeadlines(first, groups.dropFirst())
    } else if first.sentences.count > 1 {
      if Self.isSurelyHeading(first.heads[0]) { textStart = first.heads[0].index }
    } else {
      let pairs = groups.prefix(while: \.isPair)
      readPairs(
        pairs, groups.dropFirst(pairs.count).first,
        endsArticle: lines.contains { FieldLine.key(at: $0.bare)?.0 == .editor })
    }
  }

  /// Short lines, and the sentences behind them.
  private struct Group {
    var heads: [Line] = []
    var sentences: [Line] = []

    var isPair: Bool { heads.count == 1 && sentences.count == 1 && !(sentences[0].length > BoxTurns.longestTeaser) }
  }

  private struct Line {
    var index: Int
    var text: Substring
    var isListed: Bool
    /// In columns of Chinese; Latin words take twice as many.
    var length: Int

    init(_ line: TextLine, at index: Int) {
      self.index = index
      text = line.text
      isListed = line.kind == .links || ListMarker.split(text)?.marker == .bullet
      length = text.unicodeScalars.contains(where: \.isIdeograph) ? text.roughColumns : text.roughColumns / 2
    }

    /// `一、`, `（二）`, `第三章`: lists of news count otherwise.
    var isChapter: Bool {
      switch ListMarker.split(text)?.marker {
      case .chapter, .section: true
      case .bullet, .number, nil: false
      }
    }
  }

  private static func groups(_ lines: [TextLine], _ kinds: [TextResumption.Kind]) -> [Group] {
    var groups: [Group] = []
    for index in lines.indices {
      let line = Line(lines[index], at: index)
      switch kinds[index] {
      case .running, .other:
        // A short sentence is one, too: no headline ends so.
        let isSentence = kinds[index] == .running || line.text.lastSignificant == "。"
        if groups.isEmpty || (!isSentence && !groups[groups.count - 1].sentences.isEmpty) { groups.append(Group()) }
        if isSentence {
          groups[groups.count - 1].sentences.append(line)
        } else {
          groups[groups.count - 1].heads.append(line)
        }
      case .aside, .mark, .time: break
      }
    }
    // Short lines at the end belong to no sentence.
    if groups.last?.sentences.isEmpty ?? false { groups.removeLast() }
    return groups
  }
}

// MARK: - Headlines, then sections

extension BoxTurns {
  private mutating func readHeadlines(_ list: Group, _ sections: ArraySlice<Group>) {
    guard sections.allSatisfy({ $0.heads.count < list.heads.count }), let last = list.heads.last,
      let sentence = list.sentences.first
    else { return }
    let isHeading = Self.isHeading(last, among: list.heads.dropLast())
    guard isHeading || !sections.isEmpty else { return }
    let headings = [last] + sections.compactMap(\.heads.last)
    let speaks = Self.score(headings, list.sentences + sections.flatMap(\.sentences))
    guard speaks + min(list.heads.count, Self.mostForList) > 0 else { return }
    textStart = isHeading ? last.index : sentence.index
  }

  /// What headlines without teasers are worth.
  private static let mostForList = 3

  /// Whether a line is numbered, or shorter than the headlines by far.
  private static func isHeading(_ line: Line, among headlines: some Collection<Line>) -> Bool {
    if line.isChapter { return true }
    let mean = mean(of: headlines)
    return line.length <= longestHeading && line.length * 4 <= mean * 3
  }
}

// MARK: - A sentence behind each line

extension BoxTurns {
  private mutating func readPairs(_ pairs: ArraySlice<Group>, _ next: Group?, endsArticle: Bool) {
    guard let first = pairs.first else { return }
    let heads = pairs.flatMap(\.heads)
    let speaks = Self.score(heads, pairs.flatMap(\.sentences)) + (endsArticle ? 1 : 0)
    if speaks > 0, pairs.count > 1 || next != nil || Self.isSurelyHeading(first.heads[0]) {
      textStart = first.heads[0].index
      return
    }
    guard pairs.count > 1 || speaks <= Self.surelyTeasers && next != nil else { return }
    teasers = Set(pairs.flatMap(\.sentences).map(\.index))
    guard let next, next.heads.count == 1, let sentence = next.sentences.first else { return }
    if Self.isHeading(next.heads[0], among: heads) {
      textStart = next.heads[0].index
    } else if sentence.length <= Self.longestTeaser, next.sentences.count > 1 {
      teasers.insert(sentence.index)
    }
  }

  private static let surelyTeasers = -2

  /// Whether a line that stands alone is none of a list's: no headline is so short.
  private static func isSurelyHeading(_ line: Line) -> Bool { line.isChapter || line.length <= shortHeading }
}

// MARK: - What speaks for sections

extension BoxTurns {
  /// In columns: lists cut longer teasers.
  private static let longestTeaser = 140
  private static let longestHeading = 20
  private static let shortHeading = 14
  private static let shortestHeadline = 24
  private static let longSentence = 100
  private static let shortSentence = 64

  /// How much speaks for sections of an article; below zero where more speaks for headlines and teasers.
  private static func score(_ heads: [Line], _ sentences: [Line]) -> Int {
    var score = 0
    if heads.count(where: \.isChapter) * 2 >= heads.count { score += 4 }
    if heads.contains(where: \.isListed) { score -= 3 }
    score += min(2, sentences.count { goesOn($0.text) }) * 2
    let head = mean(of: heads)
    score += head <= shortHeading ? 2 : head <= longestHeading ? 1 : head >= shortestHeadline ? -2 : 0
    let sentence = mean(of: sentences)
    return score + (sentence >= longSentence ? 1 : sentence < shortSentence ? -1 : 0)
  }

  private static func mean(of lines: some Collection<Line>) -> Int {
    lines.isEmpty ? 0 : lines.reduce(0) { $0 + $1.length } / lines.count
  }

  /// Whether a sentence takes up what was said before it, as no teaser does.
  private static func goesOn(_ text: Substring) -> Bool { continuations.match(text) != nil }

  private static let continuations = KeywordTable<Void>([
    (
      (),
      "此外,另外,同时,与此同时,不过,但,然而,因此,所以,对此,为此,其中,而且,并且,随后,此后,据此,值得注意的是,值得一提的是,总的来看,总体来看,"
        + "换句话说,也就是说,相比之下,他,她,这一,这也,这意味着,该公司,上述,公司还,公司也,另一方面,其次,最后,與此同時,不過,對此,"
        + "However,Meanwhile,But,And,In addition,Moreover,Also,He,She,They,As a result,Finally"
    )
  ])
}

extension TextLine {
  /// The text without brackets around all of it.
  fileprivate var bare: Substring { text.enclosed(by: Punctuation.allBrackets) ?? text }
}
