import ArticleFields
import TextScanning

/// Finds the headline of a page among the lines of its dump by what stands around it.
///
/// The first lines of a dump may be navigation, a path, a clock or the name of the site. A headline has the line of source and date
/// close below it, and then running text; the page's title element repeats it; Markdown marks it; a path leads to it. Each of these
/// counts, and the line for which most speaks is the headline.
struct HeadlineFinder {
  private let lines: ArraySlice<TextLine>
  /// What the page is called, where that is known: the title element stands in the first line of some dumps.
  private let name: Substring?
  private var roles: [Role]

  /// What a line may do for a headline near it.
  private enum Role {
    /// Fields or a date of the head, and how much that says.
    case fields(Int)
    case prose
    /// Buttons, counters, paths: passed over.
    case noise
    /// The end of a path: what follows it is the article.
    case path
    case plain
  }

  /// Lines that are looked at; a page whose article begins below them is read from its first line.
  private static let reach = 4_000

  init(_ lines: ArraySlice<TextLine>, name: Substring?) {
    self.lines = lines.prefix(Self.reach)
    self.name = name ?? lines.first?.text
    roles = []
    isNameKnown = name != nil
  }

  private let isNameKnown: Bool

  struct Found {
    var index: Int
    var score: Int
    /// Whether the page's name repeats it.
    var isRepeated: Bool
    /// Whether no running text stands above it.
    var isFirst: Bool
    /// Whether fields of a head stand below it.
    var hasFields: Bool
  }

  /// The line that most speaks for; nil where no line can be a headline. Linear.
  mutating func find() -> Found? {
    var best: Found?
    var prose = 0
    var proseAtBest = 0
    for index in lines.indices {
      if case .prose = role(at: index) {
        prose += 1
        // The article has begun: what follows are its own headings, and lists of other articles.
        if let best, best.score >= Self.certain, prose - proseAtBest >= Self.enoughProse { break }
      }
      guard let found = candidate(at: index, behind: prose), found.score > best?.score ?? .min else { continue }
      best = found
      proseAtBest = prose
    }
    return best
  }

  private static let certain = 11
  private static let enoughProse = 4

  // MARK: What speaks for a line

  private mutating func candidate(at index: Int, behind prose: Int) -> Found? {
    guard case .plain = role(at: index) else { return nil }
    let line = lines[index].text
    let marked = HeadingMark.markdown(HeadReader.withoutBullet(line))
    let text = HeadReader.title(line)
    let columns = text.roughColumns
    guard columns >= Self.shortest || index == lines.startIndex, columns <= Self.longest,
      PageDumpParser.isHeadline(text)
    else { return nil }
    let isRepeated = repeats(text, columns, at: index)
    let (surroundings, hasFields) = surroundings(of: index)
    var score = surroundings - min(prose, Self.mostProse) * 2
    score += isRepeated ? 6 : 0
    if let marked { score += line.starts(with: "# ") ? 4 : marked.level <= 2 ? 3 : 2 }
    if index == lines.startIndex, !isNameKnown { score += 4 }
    if index > lines.startIndex, case .path = role(at: index - 1) { score += 3 }
    score += columns < Self.shortHeadline ? -3 : columns > Self.longHeadline ? -2 : 2
    if Self.isSentence(text) { score -= 4 }
    if Self.isListItem(line) { score -= 5 }
    // A page seldom links its own headline.
    if lines[index].kind == .links, marked == nil { score -= 4 }
    return Found(index: index, score: score, isRepeated: isRepeated, isFirst: prose == 0, hasFields: hasFields)
  }

  /// In columns.
  private static let shortest = 8
  private static let shortHeadline = 12
  private static let longHeadline = 120
  private static let longest = 200
  private static let mostProse = 4

  /// `◆ 某某`, `- 某某`, `[arrow.png] 某某`: headlines of other articles.
  private static func isListItem(_ line: Substring) -> Bool {
    if let first = line.words.first, first.utf8.first == UInt8(ascii: "["), HeadNoise.matches(first) { return true }
    return if case .bullet = ListMarker.split(line)?.marker { true } else { false }
  }

  /// A full sentence, or a subtitle behind a dash.
  private static func isSentence(_ text: Substring) -> Bool {
    text.endsWithFullStop || text.starts(with: "——")
  }

  /// How many lines below a headline its fields may stand, and its text.
  private static let fieldReach = 14
  private static let proseReach = 45

  /// What the fields and the text below the line say for it, less what stands between.
  private mutating func surroundings(of index: Int) -> (score: Int, hasFields: Bool) {
    var fields = 0
    var prose = 0
    var hasSentence = false
    var isDated = false
    var hasOtherHeadline = false
    var gap = 0
    for next in lines.indices[(index + 1)...].prefix(Self.proseReach) where prose < Self.enoughProse {
      switch role(at: next) {
      case .fields(let weight):
        guard prose == 0, next <= index + Self.fieldReach else { break }
        // Another headline with a date of its own: this one is an entry of a list.
        if hasOtherHeadline, !hasSentence, weight >= Self.date {
          return (min(fields, Self.mostFieldsWithoutText) - gap, true)
        }
        fields += weight
        isDated = isDated || weight >= Self.date
      case .prose: prose += 1
      case .noise: break
      case .path: if prose == 0, fields == 0 { return (-Self.mostGap, false) }
      case .plain:
        let line = lines[next].text
        // A headline may ask or exclaim; above all fields only a full stop proves a text.
        if line.endsSentence, !line.fits(Self.shortestSentence), fields > 0 || line.endsWithFullStop {
          hasSentence = true
        }
        if isDated, !line.fits(Self.shortestSentence - 1), !line.endsSentence, !line.contains(anyOf: ["。", "：", ":"]) {
          hasOtherHeadline = true
        }
        guard prose == 0, fields == 0, !hasSentence, !isSame(line, lines[index].text) else { break }
        gap += line.fits(Self.shortest) ? 1 : 2
      }
    }
    let text = prose > 0 ? min(prose + 2, 5) : hasSentence ? 2 : 0
    // Lists of headlines have dates, and no text.
    let most = text > 0 ? Self.mostFields : Self.mostFieldsWithoutText
    return (min(fields, most) + text - min(gap, Self.mostGap), fields > 0)
  }

  /// In columns.
  private static let shortestSentence = 20
  private static let mostFields = 7
  private static let mostFieldsWithoutText = 3
  private static let mostGap = 8

  private func isSame(_ line: Substring, _ headline: Substring) -> Bool {
    line.starts(with: String(headline.trimmed(of: ["#"])))
  }

  /// Whether the page's name begins with the line, or, where it is known, the line with it.
  private func repeats(_ text: Substring, _ columns: Int, at index: Int) -> Bool {
    guard let name, columns >= Self.shortHeadline, isNameKnown || index > lines.startIndex else { return false }
    let bare = String(text)
    if name.starts(with: bare) || (columns >= 2 * Self.shortHeadline && name.holds(bare)) {
      return true
    }
    return isNameKnown && name.roughColumns >= Self.shortHeadline && text.starts(with: String(name))
  }

  // MARK: Roles

  private mutating func role(at index: Int) -> Role {
    while roles.count <= index - lines.startIndex {
      let next = lines.startIndex + roles.count
      if isWrapped(at: next) {
        roles.append(.prose)
      } else if ScatteredDate.read(lines[next...]) != nil {
        roles.append(.fields(Self.scatteredDate))
      } else {
        roles.append(Self.role(of: lines[next]))
      }
    }
    return roles[index - lines.startIndex]
  }

  /// What a date says, and one that is spread over lines.
  private static let date = 4
  private static let scatteredDate = 5
  /// In columns: shorter lines may be anything, longer ones that pause within are running text.
  private static let shortestProse = 56

  /// Whether a paragraph that was cut into lines goes on below.
  private func isWrapped(at index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == .words, index + 1 < lines.endIndex, !lines[index + 1].isAfterBlank else { return false }
    // A headline may be long, too, and so may the fields below it.
    let next = lines[index + 1].text
    guard !line.text.fits(Self.wrappedWidth), line.text.contains(anyOf: Self.pauseMarks) else { return false }
    return (next.endsSentence || !next.fits(Self.shortestProse)) && Self.weight(of: next) == nil
  }

  private static func role(of line: TextLine) -> Role {
    if line.kind == .picture { return .noise }
    return role(of: line.text, isLink: line.kind == .links)
  }

  private static func role(of line: Substring, isLink: Bool) -> Role {
    if !isLink, !line.fits(shortestProse), isProse(line) { return .prose }
    guard line.fits(longestFields) else { return .plain }
    if isPath(line) { return .path }
    if let weight = weight(of: line) { return weight > 0 ? .fields(weight) : .noise }
    return HeadNoise.matches(line) ? .noise : .plain
  }

  /// Whether a long line pauses and ends, or pauses often, as running text does.
  private static func isProse(_ line: Substring) -> Bool {
    let pauses = line.unicodeScalars.lazy.filter { pauseMarks.contains($0) }.prefix(2).count
    return pauses > 0 && line.endsSentence || pauses > 1 && !line.fits(longestHeading)
  }

  private static let longestHeading = 90
  /// Lines that are cut to a width fill it.
  private static let wrappedWidth = 70
  private static let pauseMarks: ScalarSet = ["，", "。", ","]
  private static let longestFields = 180

  /// How much a line says of being part of a head: a date with its time most. Nil for a line that holds no field, and for one that
  /// names the headline.
  private static func weight(of line: Substring) -> Int? {
    var header = PageHeader()
    guard line.utf8.count >= 4, header.take(line), header.title == nil else { return nil }
    var weight = 0
    if let date = header.date { weight += date.year == nil ? 2 : date.clock == nil ? 4 : 5 }
    if header.source != nil || header.pending == .source { weight += 3 }
    if header.byline != nil || header.pending == .published { weight += 2 }
    return weight
  }

  /// `首页 > 财经 > 正文`, `您的位置：`, ` > 正文`.
  private static func isPath(_ line: Substring) -> Bool {
    if line.fits(16), line.dropping(suffix: "正文") != nil { return true }
    if line.starts(with: ">") || pathOpenings.contains(where: line.starts(with:)) { return line.fits(longestPath) }
    return !line.endsSentence
      && pathMarks.contains { mark in
        line.range(ofBytes: mark).map { $0.lowerBound > line.startIndex && $0.upperBound < line.endIndex } ?? false
      }
  }

  /// In columns.
  private static let longestPath = 100
  private static let pathMarks = [" > ", ">>", " » ", " › ", "> 正文", ">正文"]
  private static let pathOpenings = ["当前位置", "您的位置", "你的位置", "您现在的位置", "所在位置", "首页 > ", "首页>", "Home >"]
}

extension Substring {
  /// Whether the text ends with a full stop, and is not cut short by points.
  fileprivate var endsWithFullStop: Bool {
    unicodeScalars.last == "。" || (utf8.last == UInt8(ascii: ".") && dropping(suffix: "..") == nil)
  }
}
