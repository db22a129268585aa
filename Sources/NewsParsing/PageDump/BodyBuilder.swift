import NewsModel

/// Makes blocks of the lines of an article's body, and takes out what is no part of it.
struct BodyBuilder {
  /// Which lines may be section headings.
  enum HeadingPolicy: Hashable {
    /// Short lines between paragraphs, and numbered ones: saved pages put every block on a line of its own.
    case shortLines
    /// Only numbered lines: in other texts a short line may be anything.
    case numberedLines
  }

  /// A line, or several, on the way to a block.
  enum Draft: Hashable {
    case text(Substring)
    case joined(String)
    case item(ListMarker, whole: Substring, rest: Substring)
    case quote(Substring)
    case row([Substring])
    case figure(Substring)
  }

  private(set) var blocks: [Block] = []
  private(set) var byline: String?
  /// The paragraph that stands before the byline; it is not among the blocks.
  private(set) var summary: String?
  /// Fields that stood within the body.
  private(set) var header: PageHeader
  private let policy: HeadingPolicy

  /// - Parameter header: what is known so far; fields in the body add to it.
  init(_ lines: [TextLine], header: PageHeader, headings policy: HeadingPolicy) {
    self.header = header
    self.policy = policy
    let drafts = draft(LineMending.mended(lines, joinsFragments: policy == .numberedLines))
    blocks = Self.blocks(of: drafts, policy)
  }

  /// The first paragraph that stays in the body.
  var firstParagraph: String? {
    for case .paragraph(let text) in blocks { return text }
    return nil
  }
}

// MARK: - Lines to drafts

extension BodyBuilder {
  private mutating func draft(_ lines: [MendedLine]) -> [Draft] {
    var drafts: [Draft] = []
    drafts.reserveCapacity(lines.count)
    var isDisclaimerNext = false
    for line in lines {
      switch line {
      case .joined(let text):
        isDisclaimerNext = false
        drafts.append(.joined(text))
      case .plain(let text):
        if isDisclaimerNext {
          isDisclaimerNext = false
          continue
        }
        // Long lines are running text; nothing below can be.
        if text.utf8.count > Self.longestSpecialLine {
          if !Furniture.matches(text) { drafts.append(.text(text)) }
        } else if Furniture.opensDisclaimer(text) {
          isDisclaimerNext = true
        } else if let draft = special(text, after: drafts) {
          drafts.append(draft)
        }
      }
    }
    return drafts
  }

  private static let longestSpecialLine = 600

  /// The draft of a short line; nil where the line is taken as a field, a byline, or thrown away.
  private mutating func special(_ line: Substring, after drafts: [Draft]) -> Draft? {
    if Furniture.matches(line) { return nil }
    let author = header.byline
    if header.takeInBody(line) {
      if author == nil, header.byline != nil { takeSummary(of: drafts) }
      return nil
    }
    if let caption = FigureNote.caption(of: line) { return .figure(caption) }
    if let names = Byline.names(in: line) {
      if byline == nil {
        byline = names
        takeSummary(of: drafts)
        return nil
      }
      if byline == names { return nil }
    }
    if drafts.count <= 3, header.takeBareDate(line) { return nil }
    if let cells = Self.cells(of: line) { return .row(cells) }
    if let quoted = line.dropping(prefix: ">") ?? line.dropping(prefix: "＞") { return .quote(quoted.trimmed) }
    if let (marker, rest) = ListMarker.split(line) { return .item(marker, whole: line, rest: rest) }
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
}

// MARK: - Drafts to blocks

extension BodyBuilder {
  private static func blocks(of drafts: [Draft], _ policy: HeadingPolicy) -> [Block] {
    let headings = HeadingFinder(drafts, policy: policy).levels
    var blocks: [Block] = []
    blocks.reserveCapacity(drafts.count)
    var index = 0
    while index < drafts.count {
      if let level = headings[index] {
        blocks.append(.heading(drafts[index].text, level: level))
        index += 1
        continue
      }
      switch drafts[index] {
      case .text(let text): blocks.append(.paragraph(String(text)))
      case .joined(let text): blocks.append(.paragraph(text))
      case .quote: blocks.append(.quote(run(of: drafts, from: &index).map(\.text).joined(separator: "\n")))
      case .figure(let caption): blocks.append(.figure(String(caption)))
      case .row: append(run(of: drafts, from: &index), asTableTo: &blocks)
      case .item(let marker, let whole, _):
        let items = run(of: drafts, from: &index, except: headings)
        if items.count > 1 || marker == .bullet {
          blocks.append(.list(items.map(\.itemText)))
        } else {
          blocks.append(.paragraph(String(whole)))
        }
      }
      index += 1
    }
    return blocks
  }

  /// The drafts of one kind from `index` on; `index` moves to the last of them.
  private static func run(of drafts: [Draft], from index: inout Int, except headings: [Int: Int] = [:]) -> [Draft] {
    var run = [drafts[index]]
    while index + 1 < drafts.count, drafts[index + 1].isSameKind(as: run[0]), headings[index + 1] == nil {
      index += 1
      run.append(drafts[index])
    }
    return run
  }

  private static func append(_ rows: [Draft], asTableTo blocks: inout [Block]) {
    let cells = rows.compactMap { row -> [String]? in
      guard case .row(let cells) = row, cells.contains(where: { $0.unicodeScalars.contains(where: \.isWordlike) })
      else {
        return nil
      }
      return cells.map(String.init)
    }
    if !cells.isEmpty { blocks.append(.table(cells)) }
  }
}

extension BodyBuilder.Draft {
  var text: String {
    switch self {
    case .text(let text), .quote(let text), .figure(let text), .item(_, let text, _): String(text)
    case .joined(let text): text
    case .row(let cells): cells.joined(separator: " ")
    }
  }

  /// A bullet is a mark and goes; a number is part of the text and stays.
  fileprivate var itemText: String {
    if case .item(.bullet, _, let rest) = self { String(rest) } else { text }
  }

  fileprivate func isSameKind(as other: Self) -> Bool {
    switch (self, other) {
    case (.row, .row), (.quote, .quote): true
    case (.item(let a, _, _), .item(let b, _, _)): a == b
    default: false
    }
  }
}
