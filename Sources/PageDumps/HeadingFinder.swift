import ArticleFields
import TextScanning

/// Tells section headings from short paragraphs.
///
/// A heading is a short line that does not end as a sentence does, stands behind something and before running text.
/// A line at the end of a body, the third such line in a row, and one behind a colon are none: those are
/// signatures, the cells of a lost table, and the items of a list.
struct HeadingFinder {
  /// The level of each draft that is a heading, by its index.
  private(set) var levels: [Int: Int] = [:]

  /// More such lines in a row are something else.
  private static let longestRun = 2
  /// In columns: some 36 Chinese characters.
  private static let longestHeading = 72
  private static let mostLatinWords = 14

  init(_ drafts: [BodyBuilder.Draft], policy: BodyBuilder.HeadingPolicy) {
    let shapes = drafts.indices.map { Self.isListed($0, in: drafts) ? nil : Self.shape(of: drafts[$0], policy) }
    var index = 0
    var hasBefore = false
    var isAfterColon = false
    while index < drafts.count {
      let start = index
      while index < drafts.count, shapes[index] != nil || drafts[index].isFigure { index += 1 }
      let run = (start..<index).filter { !drafts[$0].isFigure }
      if run.count <= Self.longestRun, index < drafts.count, !isAfterColon, drafts[index].mayFollowHeading {
        for position in run {
          guard let shape = shapes[position], hasBefore || shape.isNumbered else {
            hasBefore = true
            continue
          }
          levels[position] = shape.level
          hasBefore = true
        }
      }
      guard index < drafts.count else { break }
      // An item that is no heading by shape may go on as a list: its neighbours are its own kind.
      hasBefore = hasBefore || !drafts[index].isFigure
      isAfterColon = drafts[index].endsWithColon
      index += 1
    }
  }

  /// Two items in a row with the same mark are a list.
  private static func isListed(_ position: Int, in drafts: [BodyBuilder.Draft]) -> Bool {
    guard let marker = drafts[position].marker else { return false }
    return [position - 1, position + 1].contains { drafts.indices.contains($0) && drafts[$0].marker == marker }
  }

  private struct Shape {
    var level: Int
    var isNumbered: Bool
  }

  private static func shape(of draft: BodyBuilder.Draft, _ policy: BodyBuilder.HeadingPolicy) -> Shape? {
    switch draft {
    case .text(let text):
      guard policy == .shortLines, looksLikeHeading(text, from: text) else { return nil }
      return Shape(level: 2, isNumbered: false)
    case .item(let marker, let whole, let rest):
      guard looksLikeHeading(whole, from: rest) else { return nil }
      switch marker {
      case .chapter: return Shape(level: 2, isNumbered: true)
      case .section, .number: return Shape(level: 3, isNumbered: true)
      case .bullet: return policy == .shortLines ? Shape(level: 3, isNumbered: true) : nil
      }
    case .joined, .quote, .row, .figure, .heading, .code: return nil
    }
  }

  /// - Parameter start: the text without its number.
  private static func looksLikeHeading(_ text: Substring, from start: Substring) -> Bool {
    guard text.fits(longestHeading), text.roughColumns >= 4,
      !text.endsSentence || isQuestion(text), let last = text.unicodeScalars.last, !Punctuation.joining.contains(last),
      let first = start.unicodeScalars.first, !openings.contains(first),
      !text.contains(anyOf: ["。", "；"]),
      text.unicodeScalars.contains(where: { $0.isIdeograph || $0.isASCIILetter })
    else { return false }
    if !text.unicodeScalars.contains(where: \.isIdeograph) {
      guard text.words.count <= mostLatinWords, !first.isLowercaseASCII else { return false }
    }
    return DateParsing.whole(text) == nil && !text.holds("://")
  }

  /// A question without a pause, and not one that somebody is quoted with.
  private static func isQuestion(_ text: Substring) -> Bool {
    guard let last = text.unicodeScalars.last, last == "？" || last == "?" else { return false }
    return text.fits(longestQuestion) && !text.contains(anyOf: ["，", ",", ":", "：", "“", "\"", "！", "!"])
  }

  private static let longestQuestion = 44

  /// A line that begins so goes on with something: a dash before a name, a mark in the middle of a sentence.
  private static let openings: ScalarSet = [
    "—", "-", "，", ",", "、", "。", "：", ":", "(", "（", "@", "#", "”", "’", ")", "）",
  ]
}

extension BodyBuilder.Draft {
  fileprivate var marker: ListMarker? { if case .item(let marker, _, _) = self { marker } else { nil } }

  /// Whether a heading may stand above: a sentence or something drawn, and not another scrap.
  fileprivate var mayFollowHeading: Bool {
    switch self {
    case .text(let text):
      text.endsSentence || !text.fits(24) || text.unicodeScalars.last.map(Punctuation.colons.contains) ?? false
    case .joined, .item, .quote, .row, .figure, .heading, .code: true
    }
  }

  fileprivate var endsWithColon: Bool {
    switch self {
    case .text(let text), .item(_, let text, _): text.unicodeScalars.last.map(Punctuation.colons.contains) ?? false
    case .joined(let text): text.unicodeScalars.last.map(Punctuation.colons.contains) ?? false
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLowercaseASCII: Bool { (0x61...0x7a).contains(value) }
}

/// The marks with which pages set headings off: `### `, `▍`, `■ `, `**…**`, `【…】`.
enum HeadingMark {
  /// A heading in Markdown's form with its level, which is 2 at least: the title is the first.
  static func markdown(_ line: Substring) -> (text: Substring, level: Int)? {
    let marks = line.unicodeScalars.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    let rest = Substring(line.unicodeScalars.dropFirst(marks))
    guard rest.unicodeScalars.first?.isBlank ?? false, !rest.trimmed.isEmpty else { return nil }
    return (rest.trimmed(of: ["#"]), max(marks, 2))
  }

  /// The text of a heading without what only sets it off.
  static func stripped(_ heading: Substring) -> Substring {
    if let bold = heading.dropping(prefix: "**")?.dropping(suffix: "**"), !bold.isEmpty { return bold.trimmed }
    if let slanted = heading.dropping(prefix: "*")?.dropping(suffix: "*"), !slanted.isEmpty { return slanted.trimmed }
    if let inner = heading.enclosed(by: ["【": ["】"]]) { return inner }
    let scalars = heading.unicodeScalars.drop { $0.isBlank || signs.contains($0) }
    return scalars.isEmpty ? heading : Substring(scalars)
  }

  private static let signs: ScalarSet = [
    "▍", "▌", "▎", "▏", "▋", "▊", "▉", "█", "┃", "│", "|", "｜", "丨", "■", "◆", "●", "▶", "►", "◎", "★", "※", "▪", "◇",
    "○",
  ]
}
