import TextScanning

/// Recognises what stands around an article on its page and is no part of it: buttons, paths, notices, credits.
///
/// A phrase alone proves nothing, since news is about such things too (`监管部门称,该平台未经许可开展业务`). A line is boilerplate
/// when it is a button or a labelled notice, or when most of its words are words of notices. How large a share that must be depends
/// on where the line stands: notices stand above and below an article.
package enum Boilerplate {
  /// Where a line stands.
  package enum Place {
    /// Between the paragraphs of an article.
    case within
    /// Above its first paragraph, or below its last.
    case edge
    /// Directly below the heading of a notice.
    case notice
  }

  package static func matches(_ line: Substring, at place: Place) -> Bool {
    if let inner = line.enclosed(by: Punctuation.allBrackets) { return matchesBare(inner, place) }
    return matchesBare(line, place)
  }

  /// Whether the line is only the heading of a notice, so that the next line may belong to it.
  package static func opensNotice(_ line: Substring) -> Bool {
    let line = line.enclosed(by: Punctuation.allBrackets) ?? line
    guard let (opening, rest) = openings.match(line), opening == .label(.notice) else { return false }
    return rest.unicodeScalars.allSatisfy { $0.isBlank || padding.contains($0) }
  }

  /// Where the lines below an article begin, given which lines are its text and not to be taken for boilerplate.
  package static func tailStart(of lines: Range<Int>, isText: (Int) -> Bool) -> Int {
    lines.last(where: isText).map { $0 + 1 } ?? lines.lowerBound
  }

  /// Longer lines, in columns, are running text unless a label says otherwise.
  private static let longestNotice = 520
  private static let longestLabelled = 100
  private static let longestButton = 60

  private static func matchesBare(_ line: Substring, _ place: Place) -> Bool {
    let text = (line.dropping(prefix: "(BUTTON)") ?? line).trimmed(of: decoration)
    guard let first = text.unicodeScalars.first, text.unicodeScalars.contains(where: \.isWordlike) else { return true }
    let opening = openings.match(text)
    if let (opening, rest) = opening, isLabelled(opening, text, rest) { return true }
    guard text.fits(longestNotice) else { return false }
    if isWayBack(text) || isRegistration(text, place) || scripts.matches(text) { return true }
    let mayBeNotice =
      place == .notice || opening.map { mayOpenNotice($0.0, $0.rest) } ?? false || isInvitation(text)
      || phrases.matches(text)
    if mayBeNotice, isNotice(text, place) { return true }
    guard text.fits(longestButton) else { return false }
    return isFileName(text) || isPagination(text, first) || consistsOfWords(text) || isNavigation(text)
      || isRequest(text) || (place != .within && isGlued(text))
  }

  private static let decoration: ScalarSet = [
    ">", "<", "»", "«", "›", "‹", "|", "｜", "[", "]", "【", "】", "·", "•", "*", "#", "=", "_", "-", "+", "▲", "▼", "★",
    "☆", "—", "–", "－", "~", "～", "/", "／",
  ]
  private static let padding = decoration.union(Punctuation.closing).union(Punctuation.colons).union([".", "…"])
}

// MARK: - Notices

extension Boilerplate {
  /// Whether the line says that the text is over: `- END -`, `（完）`.
  package static func endsText(_ line: Substring) -> Bool {
    guard line.utf8.count <= longestEnding else { return false }
    let line = line.trimmed(of: decoration)
    return endings.contains((line.enclosed(by: Punctuation.allBrackets) ?? line).trimmed(of: decoration).lowercased())
  }

  /// In bytes.
  private static let longestEnding = 40
  private static let endings: Set<String> = ["end", "ends", "the end", "fin", "完", "全文完", "本文完", "正文完", "全文结束"]

  /// Whether enough of the words are words of notices. Words that only reports have (`表示`, `said`) ask for nearly all.
  private static func isNotice(_ text: Substring, _ place: Place) -> Bool {
    let words = NoticeWords(in: text)
    guard words.total > 0 else { return false }
    return words.notice * 100 >= leastShare(words, place, isSentence: text.endsSentence) * words.total
  }

  /// In percent.
  private static func leastShare(_ words: NoticeWords, _ place: Place, isSentence: Bool) -> Int {
    if words.hasNews { return 75 }
    return switch place {
    case .within: isSentence ? 60 : 50
    case .edge: isSentence ? 50 : 0
    case .notice: 25
    }
  }

  /// How many columns of a line are words of notices, of all that are words.
  private struct NoticeWords {
    private(set) var notice = 0
    private(set) var total = 0
    /// Whether a word that reports have, and notices do not, stands outside of them.
    private(set) var hasNews = false

    init(in text: Substring) {
      let scalars = text.unicodeScalars
      var position = scalars.startIndex
      var isInWord = false
      while position < scalars.endIndex {
        let isLetter = scalars[position].isASCIILetter
        if !(isLetter && isInWord), let (word, rest) = Boilerplate.vocabulary.match(text[position...]) {
          let columns = Self.columns(of: text[position..<rest.startIndex])
          total += columns
          if word == .notice { notice += columns } else { hasNews = true }
          position = rest.startIndex
          isInWord = false
        } else {
          isInWord = isLetter
          total += Self.columns(of: scalars[position])
          scalars.formIndex(after: &position)
        }
      }
    }

    private static func columns(of text: Substring) -> Int {
      text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
      scalar.isWordlike ? scalar.value < 0x1100 ? 1 : 2 : 0
    }
  }

  /// Whether what follows an opening says that the whole line belongs to it.
  private static func isLabelled(_ opening: Opening, _ text: Substring, _ rest: Substring) -> Bool {
    let mark = rest.trimmed.unicodeScalars.first
    let hasColon = mark.map { Punctuation.colons.contains($0) || $0 == "】" || $0 == "]" } ?? true
    switch opening {
    case .label(.notice): return hasColon
    case .label(.line): return hasColon && text.fits(longestLabelled)
    case .label(.contact):
      guard text.fits(longestLabelled), let mark else { return text.fits(longestLabelled) }
      return hasColon || mark.isASCIIDigit || mark.isASCIILetter
    case .label(.path): return text.fits(longestLabelled) && mark.map(pathMarks.contains) ?? false
    case .label(.whole): return text.fits(longestNotice)
    case .label(.credit): return isCredit(text)
    case .notice: return false
    }
  }

  private static let pathMarks: ScalarSet = [">", "›", "»", "＞"]

  /// Whether a line that begins so may be a notice without a mark behind the opening; `Home Savings and Loan` is a bank.
  private static func mayOpenNotice(_ opening: Opening, _ rest: Substring) -> Bool {
    guard opening == .label(.path) else { return true }
    return rest.words.allSatisfy { $0.fits(8) }
  }

  /// `Reporting by Ann Poe in Port Ford; editing by Tom Roe`: names, and not a sentence that goes on from such words.
  private static func isCredit(_ text: Substring) -> Bool {
    text.fits(longestNotice)
      && text.pieces(between: [";", "；"]).allSatisfy { part in
        guard let (opening, rest) = openings.match(part.trimmed(of: ["(", ")", "."])), opening == .label(.credit),
          let first = rest.trimmed.unicodeScalars.first
        else { return false }
        return first.properties.isUppercase || first.isIdeograph
      }
  }
}

// MARK: - Buttons

extension Boilerplate {
  /// `关注某报微信公众号`: a notice, if the rest bears it out.
  private static func isInvitation(_ text: Substring) -> Bool {
    invitations.contains(where: text.starts(with:)) && invitedTo.matches(text)
  }

  /// `某ICP备00000000号`
  private static func isRegistration(_ text: Substring, _ place: Place) -> Bool {
    (place != .within || text.fits(longestLabelled)) && !text.endsSentence && registrations.matches(text)
      && !countsReports(text)
  }

  /// `全国受理不良信息举报184万件`: news about such reports gives their number.
  private static func countsReports(_ text: Substring) -> Bool {
    guard let word = text.range(ofBytes: "举报") else { return false }
    let rest = text[word.upperBound...].unicodeScalars
    let unit = rest.drop { $0.isASCIIDigit || $0 == "." || $0 == "," || $0.isBlank }
    return unit.startIndex > rest.startIndex && unit.first.map(reportUnits.contains) ?? false
  }

  private static let reportUnits: ScalarSet = ["万", "亿", "件", "条", "次", "余", "起"]

  /// The foot of a site: several of the words that name its pages about itself, and no sentence.
  package static func isFoot(_ line: Substring) -> Bool {
    guard line.utf8.count <= longestFoot, !line.endsSentence else { return false }
    let names = line.unicodeScalars.split { $0.isBlank || footSeparators.contains($0) }
      .count { footNames.contains(Substring($0)) }
    return names > 1 || registrations.matches(line)
  }

  /// In bytes.
  private static let longestFoot = 600
  private static let footSeparators: ScalarSet = ["|", "｜", "丨", "-", "·", "•", "/", "┊", ">", "*", "、"]

  /// `打开某网APP，查看更多精彩内容`, `您有未读新闻，点击查看`: a button that speaks.
  private static func isRequest(_ text: Substring) -> Bool {
    guard !text.endsSentence || text.dropping(suffix: "！") != nil || text.dropping(suffix: "!") != nil else {
      return false
    }
    return requests.contains { opening, ending in
      (opening.isEmpty || text.starts(with: opening)) && text.dropping(suffix: ending) != nil
    }
  }

  /// `返回某网首页`
  private static func isWayBack(_ text: Substring) -> Bool {
    guard text.starts(with: "返回"), text.fits(30) else { return false }
    return waysBack.contains { text.dropping(suffix: $0) != nil }
  }

  /// The name of a picture's file, alone.
  private static func isFileName(_ text: Substring) -> Bool {
    let endings = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
    return endings.contains { text.dropping(suffix: $0) != nil } && !text.utf8.contains { $0 <= 0x20 || $0 > 0x7e }
  }

  /// `1 2 3 4 下一页`
  private static func isPagination(_ text: Substring, _ first: Unicode.Scalar) -> Bool {
    guard first.isASCIIDigit else { return false }
    // `[1] [2] 下一页`, `【1】【2】`
    let words = text.pieces(between: [" ", "[", "]", "【", "】", "　"])
    return words.count >= 2
      && words.allSatisfy { word in
        (word.utf8.count <= 2 && word.unicodeScalars.allSatisfy(\.isASCIIDigit)) || isWord(word)
      }
  }

  /// `分享到 微信 微博`, `【打印】【关闭】`, `评论(0)`, `1.2万次阅读`
  private static func consistsOfWords(_ text: Substring) -> Bool {
    guard !isEndOfSentence(text) else { return false }
    if isWord(text) { return true }
    guard buttons.match(withoutCount(text)) != nil else { return false }
    return text.unicodeScalars.split(whereSeparator: wordSeparators.contains).allSatisfy { piece in
      let rest = withoutCount(Substring(piece))
      return rest.isEmpty || isWord(rest)
    }
  }

  /// `share.`: what a wrapped line left over. Buttons begin with a capital, or end without a point.
  private static func isEndOfSentence(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.dropping(suffix: ".").map { $0.utf8.last != UInt8(ascii: ".") } ?? false
  }

  /// `打印关闭`: buttons whose blanks a tool dropped.
  private static func isGlued(_ text: Substring) -> Bool {
    guard text.fits(24), var rest = buttons.match(text)?.rest else { return false }
    while !rest.isEmpty {
      guard let (_, next) = buttons.match(rest) else { return false }
      rest = next
    }
    return true
  }

  /// The text without the number at its start, and its unit.
  private static func withoutCount(_ text: Substring) -> Substring {
    let scalars = text.trimmed(of: decoration).unicodeScalars
    guard scalars.first?.isASCIIDigit ?? false else { return Substring(scalars) }
    return Substring(scalars.drop { $0.isASCIIDigit || $0.isBlank || countMarks.contains($0) })
  }

  private static let countMarks: ScalarSet = [
    ".", ",", "+", "万", "亿", "千", "百", "次", "条", "人", "个", "篇", "k", "K", "w",
  ]

  /// `登录 注册 首页 财经 股票 基金`: short words in a row, one of which only a site's navigation has.
  private static func isNavigation(_ text: Substring) -> Bool {
    let words = text.unicodeScalars.split { $0.isBlank || $0 == "|" || $0 == "｜" }.map { Substring($0) }
    return words.count >= 4 && words.allSatisfy { $0.fits(8) } && words.contains { navigation.contains($0) }
  }

  private static func isWord(_ text: Substring) -> Bool {
    guard let (_, rest) = buttons.match(text.trimmed(of: decoration)) else { return false }
    return rest.unicodeScalars.allSatisfy { $0.isBlank || padding.contains($0) }
  }

  private static let wordSeparators = Punctuation.fieldSeparators.union(Punctuation.colons).union([
    " ", "　", "(", ")", "（", "）", "[", "]", "【", "】",
  ])
}
