import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// The article reader as it is drawn.
struct ReaderPane: CacheablePane {
  let context: PaneContext
  let title: String
  /// Nil where there is no article yet.
  let document: Document?
  /// The article that the document shows.
  let article: Article?
  let offset: Int
  let foot: SafeText?
  /// With the foot.
  let lineCount: Int
  let find: ReaderMatches?
  /// Whether an article is being loaded.
  let isLoading: Bool

  init(_ reader: Reader, title: String, _ context: PaneContext) {
    self.context = context
    self.title = title
    document = reader.article == nil ? nil : reader.document
    article = reader.article
    offset = reader.offset
    foot = reader.foot
    lineCount = reader.lineCount
    find = reader.find
    isLoading = reader.wantedKey != nil
  }

  private var styles: Styles { presentation.styles }

  /// Where the text stands in the pane: a readable measure, with a margin on either side, and in the right one room for signs that hang.
  static func textArea(in body: Rect, _ presentation: Presentation) -> Rect {
    let margin = body.width >= 40 ? 2 : 1
    // Beside a sign that hangs stands the scrollbar.
    let hanging = presentation.typesetting.hanging
    let right = hanging > 0 ? hanging + 1 : margin
    let width = min(presentation.measure, body.width - margin - right)
    let left = min((body.width - width) / 2, body.width - width - right)
    return Rect(x: body.x + left, y: body.y, width: width, height: body.height)
  }

  func draw(into buffer: inout Buffer) {
    let area = Self.textArea(in: frame.body, presentation)
    presentation.drawTitle(title, isFocused: isFocused, in: frame.title, &buffer)
    guard let document else {
      let text = isLoading ? presentation.words.loading : presentation.words.nothingSelected
      for (offset, line) in presentation.widths.wrap(SafeText(text), columns: max(2, area.width)).enumerated() {
        buffer.write(line, in: area.row(offset + 1), style: styles.muted)
      }
      return
    }
    for row in 0..<area.height {
      let number = offset + row
      guard document.lines.indices.contains(number) else { break }
      draw(document.lines[number], in: area.row(row), &buffer)
      addLinks(ofLine: number, document, in: area.row(row), &buffer)
      markCompanies(ofLine: number, document, in: area.row(row), &buffer)
    }
    drawFoot(below: document.lines.count - offset, in: area, &buffer)
    highlightMatches(document, in: area, &buffer)
    if lineCount > area.height {
      Scrollbar(
        total: lineCount, visible: area.height, offset: offset, symbols: presentation.symbols,
        style: styles.border
      ).draw(in: frame.body.splitLeft(frame.body.width - 1).rest, into: &buffer)
    }
  }

  /// Draws the foot where the text ends on screen, with an empty line above it where there is room.
  private func drawFoot(below lines: Int, in area: Rect, _ buffer: inout Buffer) {
    guard let foot, lines < area.height else { return }
    let row = area.row(min(lines + 1, area.height - 1))
    buffer.write(presentation.truncate(foot, to: area.width), in: row, style: styles.muted)
  }

  private func draw(_ line: DocumentLine, in rect: Rect, _ buffer: inout Buffer) {
    let style = style(of: line.role)
    if let marker = marker(of: line) {
      buffer.write(SafeText(marker), in: rect.inset(left: line.role == .list ? line.indent - 2 : 0), style: style)
    }
    let row = row(of: line, in: rect)
    let text = presentation.typesetting.hasGaps ? line.text.withPlainGaps : line.text
    buffer.write(text, in: row, style: style)
    switch line.role {
    case .title, .summary, .text, .heading, .quote, .list, .table:
      presentation.colorFigures(in: text, row: row, &buffer)
    case .meta, .tableHead, .code, .figure, .tags, .relatedTitle, .related, .linksTitle, .link, .note, .blank: break
    }
  }

  private func addLinks(ofLine number: Int, _ document: Document, in rect: Rect, _ buffer: inout Buffer) {
    guard let article, document.basis.key == article.headline.key else { return }
    let line = document.lines[number]
    let row = row(of: line, in: rect)
    for link in document.links(inLine: number, of: article) {
      buffer.link(presentation.widths.cells(of: link.range, in: line.text, row: row), toText: link.address)
    }
  }

  private func markCompanies(ofLine number: Int, _ document: Document, in rect: Rect, _ buffer: inout Buffer) {
    guard let marks = document.companyMarks[number] else { return }
    let line = document.lines[number]
    let row = row(of: line, in: rect)
    for mark in marks {
      buffer.restyle(presentation.widths.cells(of: mark.range, in: line.text, row: row), styles.naming)
    }
  }

  /// The company that is named at a place on screen.
  func company(at point: Point) -> String? {
    let area = Self.textArea(in: frame.body, presentation)
    let (row, number) = (point.y - area.y, offset + point.y - area.y)
    guard 0..<area.height ~= row, let document, let marks = document.companyMarks[number] else { return nil }
    let line = document.lines[number]
    let place = self.row(of: line, in: area.row(row))
    return marks.first { presentation.widths.cells(of: $0.range, in: line.text, row: place).contains(point) }?.company
  }

  /// What stands before a line; before the first alone where it marks a thing and not its extent.
  private func marker(of line: DocumentLine) -> String? {
    switch line.role {
    case .heading: presentation.symbols.heading
    case .quote: presentation.symbols.vertical
    case .list: line.isFirst ? presentation.symbols.bullet : nil
    case .figure: line.isFirst ? presentation.symbols.figure : nil
    case .title, .meta, .summary, .text, .tableHead, .table, .code, .tags, .relatedTitle, .related, .linksTitle, .link,
      .note, .blank:
      nil
    }
  }

  /// Where a line's text stands, with the part of the margin in which a sign may hang.
  private func row(of line: DocumentLine, in rect: Rect) -> Rect {
    Rect(
      x: rect.x + line.indent, y: rect.y, width: rect.width - line.indent + presentation.typesetting.hanging,
      height: 1)
  }

  private func style(of role: DocumentRole) -> Style {
    switch role {
    case .title: styles.articleTitle
    case .tableHead: styles.text.adding(.bold)
    case .meta: styles.meta
    case .text, .list, .table, .blank: styles.text
    case .summary, .quote: styles.quote
    case .heading, .relatedTitle, .linksTitle: styles.heading
    case .code: styles.code
    case .figure: styles.figure
    case .tags: styles.tag
    case .related, .link: styles.link
    case .note: styles.muted
    }
  }

  private func highlightMatches(_ document: Document, in area: Rect, _ buffer: inout Buffer) {
    guard let find else { return }
    let shown = offset..<offset + area.height
    for (index, match) in find.matches.enumerated() {
      for piece in match.pieces where shown.contains(piece.line) {
        let line = document.lines[piece.line]
        let row = row(of: line, in: area.row(piece.line - offset))
        buffer.restyle(presentation.widths.cells(of: piece.range, in: line.text, row: row)) { style in
          let marked = style.marked(by: styles.match)
          return index == find.current ? marked.adding(.reverse) : marked
        }
      }
    }
  }
}

extension SafeText {
  /// With blanks for thin ones, which not all fonts have.
  fileprivate var withPlainGaps: SafeText {
    string.utf8.contains(0xE2) ? SafeText(string.replacing(AnnotatedText.gap, with: " ")) : self
  }
}
