import ArticleFields
import TextScanning

// Lines to drafts: what each line of a body is, and what is no part of the article.
extension BodyBuilder {
  mutating func draft(_ lines: [RepairedLine]) -> [Draft] {
    var drafts: [Draft] = []
    drafts.reserveCapacity(lines.count)
    let table = LooseTable(lines)
    let tailStart = Boilerplate.tailStart(of: lines.indices) { Self.isText(lines[$0]) }
    var isBelowNotice = false
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      switch lines[index] {
      case .joined(let text):
        isBelowNotice = false
        drafts.append(.joined(text))
      case .picture(let text): drafts.append(.figure(text))
      case .plain(let text):
        let isAtEdge = index >= tailStart || drafts.isEmpty
        let place: Boilerplate.Place = isBelowNotice ? .notice : isAtEdge ? .edge : .within
        isBelowNotice = Boilerplate.opensNotice(text)
        // Long lines are running text; nothing below can be.
        if text.utf8.count > Self.longestSpecialLine {
          if Boilerplate.matches(text, at: place) { removed.append(text) } else { drafts.append(.text(text)) }
        } else if let code = Self.code(in: lines, from: index) {
          drafts.append(.code(code))
          index += code.count + 1
        } else if let cells = table.rows[index] {
          drafts.append(.row(cells))
        } else if place == .within, policy == .numberedLines, Self.isEmptyCell(lines, at: index) {
          drafts.append(.text(text))
        } else if Boilerplate.matches(text, at: place) || Self.isSectionNumber(text) {
          removed.append(text)
        } else if let draft = special(text, after: drafts, isLast: index + 1 == lines.count) {
          drafts.append(draft)
        }
      }
    }
    takeDateline(of: drafts)
    takeSignature(of: &drafts)
    return drafts
  }

  /// Whether a line is a sentence of the article, so that what stands below the last one stands below the text.
  private static func isText(_ line: RepairedLine) -> Bool {
    switch line {
    case .joined: true
    case .picture: false
    case .plain(let text): text.endsSentence && !text.fits(shortestText) && !Boilerplate.matches(text, at: .edge)
    }
  }

  /// In columns.
  private static let shortestText = 30
  package static let longestSpecialLine = 600

  /// The draft of a short line; nil where the line is taken as a field or a byline, or removed.
  private mutating func special(_ line: Substring, after drafts: [Draft], isLast: Bool) -> Draft? {
    let author = header.byline
    if header.takeInBody(line) {
      if author == nil, header.byline != nil { takeSummary(of: drafts) }
      noteTaken(line)
      return nil
    }
    if drafts.count <= 3 || (isLast && policy == .shortLines) {
      // In a record the day below a title belongs to a document.
      if header.takeBareDate(line), policy == .shortLines { return nil }
      if header.takeClosingNote(line) {
        noteTaken(line)
        return nil
      }
    }
    if let caption = FigureNote.caption(of: line, isOnPage: policy == .shortLines) { return .figure(caption) }
    if let names = Byline.names(in: line) {
      if byline == nil {
        byline = names
        header.takeEmployer(line)
        takeSummary(of: drafts)
        noteTaken(line)
        return nil
      }
      if byline == names || line.enclosed(by: Punctuation.roundBrackets) != nil {
        removed.append(line)
        return nil
      }
    }
    return Self.shaped(line)
  }

  /// What a page says in its head is expected to become fields. A record has fields of its own, which go before those that its text
  /// names: there the line is one that is left out.
  private mutating func noteTaken(_ line: Substring) {
    if policy == .numberedLines { removed.append(line) }
  }

  /// The draft of a short line by the marks in it, whatever it says.
  package static func shaped(_ line: Substring) -> Draft {
    if let cells = cells(of: line) { return .row(cells) }
    if let (heading, level) = HeadingMark.markdown(line) { return .heading(heading, level: level) }
    if let quoted = line.dropping(prefix: ">") ?? line.dropping(prefix: "＞") { return .quote(quoted.trimmed) }
    if let (marker, rest) = ListMarker.split(line) {
      return .item(marker, whole: line, rest: HeadingMark.markdown(rest)?.text ?? rest)
    }
    return .text(line)
  }

  /// Exactly one paragraph before the byline is the summary.
  private mutating func takeSummary(of drafts: [Draft]) {
    let texts = drafts.filter { if case .figure = $0 { false } else { true } }
    guard texts.count == 1, header.summary == nil, let first = texts.first else { return }
    switch first {
    case .text(let text): summary = String(text)
    case .joined(let text): summary = text
    default: break
    }
  }

  /// The cells of a row drawn with bars: `| a | b |`.
  private static func cells(of line: Substring) -> [Substring]? {
    guard line.starts(with: "|"), line.utf8.last == UInt8(ascii: "|"), line.utf8.count > 3 else { return nil }
    let cells = line.unicodeScalars.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
    return cells.count >= 2 ? cells.map { Substring($0).trimmed } : nil
  }

  /// The `01` that stands above a heading and says nothing by itself.
  private static func isSectionNumber(_ line: Substring) -> Bool {
    line.utf8.count == 2 && line.utf8.first == UInt8(ascii: "0") && line.utf8.last.map(\.isDigit) ?? false
  }

  /// Whether a line of strokes stands for no value among the cells of a table that has each on a line of its own.
  private static func isEmptyCell(_ lines: [RepairedLine], at index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count, case .plain(let text) = lines[index], text.utf8.count <= 6,
      text.unicodeScalars.allSatisfy({ $0 == "—" || $0 == "–" || $0 == "-" || $0 == "－" })
    else { return false }
    return [lines[index - 1], lines[index + 1]].allSatisfy { neighbour in
      guard case .plain(let cell) = neighbour else { return false }
      return cell.fits(longestCell) && !cell.endsSentence
    }
  }

  /// In columns.
  private static let longestCell = 24

  /// The lines between a pair of fences; nil where none begins here.
  package static func code(in lines: [RepairedLine], from start: Int) -> [Substring]? {
    guard lines[start].isFence else { return nil }
    var code: [Substring] = []
    for line in lines[(start + 1)...] {
      if line.isFence { return code }
      guard case .plain(let text) = line else { return nil }
      code.append(text)
    }
    return nil
  }
}

// MARK: - Bylines within running text

extension BodyBuilder {
  private mutating func takeDateline(of drafts: [Draft]) {
    guard byline == nil, header.byline == nil, let first = drafts.first(where: { !$0.isFigure }),
      let text = first.runningText
    else { return }
    header.byline = Byline.names(inDatelineOf: text)
  }

  private mutating func takeSignature(of drafts: inout [Draft]) {
    guard let index = drafts.lastIndex(where: { !$0.isFigure }), let text = drafts[index].runningText,
      let signature = Byline.signature(endOf: text)
    else { return }
    drafts[index] = .text(signature.text)
    noteTaken(text[signature.text.endIndex...].trimmed)
    header.source = header.source ?? signature.source
    if header.byline == nil { byline = byline ?? signature.byline }
  }
}

extension RepairedLine {
  fileprivate var isFence: Bool { if case .plain(let text) = self { text.starts(with: "```") } else { false } }
}

extension BodyBuilder.Draft {
  var isFigure: Bool { if case .figure = self { true } else { false } }

  fileprivate var runningText: Substring? {
    switch self {
    case .text(let text): text
    case .joined(let text): text[...]
    default: nil
    }
  }
}
