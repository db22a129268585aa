package import ArticleFields
package import NewsModel
package import TextScanning

/// Makes blocks of the lines of an article's body, and takes out what is no part of it.
package struct BodyBuilder {
  /// Which lines may be section headings.
  package enum HeadingPolicy: Hashable {
    /// Short lines between paragraphs, and numbered ones: saved pages put every block on a line of its own.
    case shortLines
    /// Only numbered lines: in other texts a short line may be anything.
    case numberedLines
  }

  /// A line, or several, on the way to a block.
  package enum Draft: Hashable {
    case text(Substring)
    case joined(String)
    case item(ListMarker, whole: Substring, rest: Substring)
    case quote(Substring)
    case row([Substring])
    case figure(Substring)
    /// A heading whose mark leaves no doubt.
    case heading(Substring, level: Int)
    case code([Substring])
  }

  package private(set) var blocks: [Block] = []
  package var byline: String?
  /// The paragraph that stands before the byline; it is not among the blocks.
  package var summary: String?
  /// Fields that stood within the body.
  package var header: PageHeader
  /// Lines that are no part of the article.
  package var removed: [Substring] = []
  let policy: HeadingPolicy

  /// - Parameter header: what is known so far; fields in the body add to it.
  package init(_ lines: [TextLine], header: PageHeader, headings policy: HeadingPolicy) {
    self.header = header
    self.policy = policy
    let drafts = draft(LineRepair.repaired(lines, joinsFragments: policy == .numberedLines))
    blocks = Self.blocks(of: drafts, policy)
  }

  /// The first paragraph that stays in the body.
  var firstParagraph: String? {
    for case .paragraph(let text) in blocks { return text }
    return nil
  }
}

// MARK: - Drafts to blocks

extension BodyBuilder {
  package static func blocks(of drafts: [Draft], _ policy: HeadingPolicy) -> [Block] {
    let headings = HeadingFinder(drafts, policy: policy).levels
    var blocks: [Block] = []
    blocks.reserveCapacity(drafts.count)
    var index = 0
    while index < drafts.count {
      if let level = headings[index] {
        blocks.append(.heading(String(HeadingMark.stripped(drafts[index].headingText)), level: level))
        index += 1
        continue
      }
      switch drafts[index] {
      case .text(let text): blocks.append(.paragraph(String(text)))
      case .joined(let text): blocks.append(.paragraph(text))
      case .quote: blocks.append(.quote(run(of: drafts, from: &index).map(\.text).joined(separator: "\n")))
      case .figure(let caption): blocks.append(.figure(String(caption)))
      case .heading(let text, let level): blocks.append(.heading(String(HeadingMark.stripped(text)), level: level))
      case .code(let lines): blocks.append(.code(lines.joined(separator: "\n")))
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
    case .text(let text), .quote(let text), .figure(let text), .item(_, let text, _), .heading(let text, _):
      String(text)
    case .joined(let text): text
    case .row(let cells): cells.joined(separator: " ")
    case .code(let lines): lines.joined(separator: "\n")
    }
  }

  /// A bullet before a heading only sets it off.
  fileprivate var headingText: Substring {
    if case .item(.bullet, _, let rest) = self { rest } else { text[...] }
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
