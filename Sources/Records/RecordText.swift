import ArticleFields
import Markup
import NewsModel
import PageDumps
import TextBasics
import TextScanning

/// The text of a record as blocks, with what it says of its source, writer and time.
///
/// HTML is read as HTML. In any other text each line is kept, whatever it says: only marks that draw a list, a table, a quotation or a
/// heading go.
struct RecordText {
  private(set) var blocks: [Block] = []
  private(set) var links: [ArticleLink] = []
  private(set) var source: String?
  private(set) var byline: String?
  private(set) var date: FoundDate?
  /// What the article is called by its text, where the record does not name it.
  private(set) var title: String?
  /// The lines that cleaning leaves out, also those whose fields were read.
  private(set) var removed: [String] = []

  /// - Parameters:
  ///   - title: the headline with its label; empty where there is none.
  ///   - headline: the headline without it.
  ///   - base: what links are relative to.
  init(_ raw: String, title: String, headline: Substring, base: String?, _ context: ParsingContext) {
    guard !raw.isEmpty else { return }
    if RecordMarkup.isHTML(raw) {
      (blocks, links) = HTMLContent.read(RecordMarkup.withBreaks(raw), base: base)
      if let first = blocks.first?.text, !title.isEmpty, first == title || first == headline { blocks.removeFirst() }
      if title.isEmpty { self.title = TitleOfText.title(of: blocks) }
      return
    }
    let text = TextLines.cleaned(raw)
    let (start, rest) = Self.divided(text)
    var lines = TextLines.split(start)
    if let first = lines.first, !title.isEmpty, first.text == title[...] || first.text == headline {
      lines.removeFirst()
    }
    if title.isEmpty, let first = Self.headline(of: lines) {
      self.title = String(first.text)
      lines.removeFirst()
    }
    if context.cleansRecords { clean(lines, headline) } else { keep(lines, headline) }
    if !rest.isEmpty { blocks.append(.paragraph(String(rest))) }
    if title.isEmpty, self.title == nil { self.title = TitleOfText.title(of: blocks) }
  }

  /// No article has as many lines. Those behind them stay one paragraph, line by line: a block for each would take thirty times the
  /// memory of a short line.
  static let mostLines = 20_000

  private static func divided(_ text: String) -> (start: Substring, rest: Substring) {
    var count = 0
    let end = text.utf8.firstIndex { byte in
      if byte == UInt8(ascii: "\n") { count += 1 }
      return count == mostLines
    }
    guard let end else { return (text[...], "") }
    return (text[..<end], text[text.utf8.index(after: end)...])
  }

  /// A first line that can only be a headline: short, above others, and no sentence.
  private static func headline(of lines: [TextLine]) -> TextLine? {
    guard lines.count > 1, let first = lines.first, first.text.unicodeScalars.count <= 60, !first.text.endsSentence,
      first.text.unicodeScalars.contains(where: \.isWordlike), ListMarker.split(first.text) == nil
    else { return nil }
    return first
  }

  /// Cleans the text as the body of a saved page.
  private mutating func clean(_ lines: [TextLine], _ headline: Substring) {
    let body = BodyBuilder(ArticleLead.split(lines, title: headline), header: PageHeader(), headings: .numberedLines)
    source = body.header.source
    byline = body.byline ?? body.header.byline
    date = body.header.date
    blocks = (body.summary.map { [.paragraph($0)] } ?? []) + body.blocks
    removed = body.removed.map(String.init)
  }

  private mutating func keep(_ lines: [TextLine], _ headline: Substring) {
    readFields(of: lines, headline)
    let repaired = LineRepair.repaired(lines, joinsFragments: true)
    blocks = BodyBuilder.blocks(of: Self.drafts(of: repaired), .numberedLines)
  }
}

// MARK: - Lines

extension RecordText {
  private static func drafts(of lines: [RepairedLine]) -> [BodyBuilder.Draft] {
    var drafts: [BodyBuilder.Draft] = []
    drafts.reserveCapacity(lines.count)
    let table = LooseTable(lines)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      switch lines[index] {
      case .joined(let text): drafts.append(.joined(text))
      case .picture(let text): drafts.append(.figure(text))
      case .plain(let text):
        if text.utf8.count > BodyBuilder.longestSpecialLine {
          drafts.append(.text(text))
        } else if let code = BodyBuilder.code(in: lines, from: index) {
          drafts.append(.code(code))
          index += code.count + 1
        } else if let cells = table.rows[index] {
          drafts.append(.row(cells))
        } else {
          // A caption keeps the word before it, too.
          drafts.append(FigureNote.caption(of: text, isOnPage: false) == nil ? BodyBuilder.shaped(text) : .figure(text))
        }
      }
    }
    return drafts
  }

  /// How many lines at the start and the end may name source, writer and time.
  private static let reach = 4

  /// Reads the fields among the first and last lines, also those that a crawler joined by commas. The lines stay.
  private mutating func readFields(of lines: [TextLine], _ headline: Substring) {
    guard let first = lines.first?.text, let last = lines.last?.text else { return }
    let parts = ArticleLead.split(lines, title: headline)
    var header = PageHeader()
    for line in parts.prefix(Self.reach) + parts.dropFirst(Self.reach).suffix(Self.reach) where line.text.fits(120) {
      if !header.takeInBody(line.text) { byline = byline ?? Byline.names(in: line.text) }
    }
    source = header.source
    date = header.date
    byline = byline ?? header.byline ?? Byline.names(inDatelineOf: first)
    guard let signature = Byline.signature(endOf: last) else { return }
    source = source ?? signature.source
    byline = byline ?? signature.byline
  }
}

// MARK: - HTML

/// Tells values that are HTML from those that are text.
enum RecordMarkup {
  /// Whether the text is a piece of HTML that says itself where its paragraphs end. Tags within the lines of a text alone do not.
  static func isHTML(_ text: String) -> Bool {
    guard text.contains(ascii: "<") else { return false }
    var text = text
    if CodeSpans.mayBe(in: text) {
      text = CodeSpans.split(text).lazy.filter { !$0.isCode }.map(\.text).joined(separator: "`")
    }
    let holdsBlocks = text.withUTF8 { bytes in
      var position = 0
      while let start = bytes.offset(of: UInt8(ascii: "<"), from: position) {
        if isBlockTag(UnsafeBufferPointer(rebasing: bytes[(start + 1)...].prefix(80))) { return true }
        position = start + 1
      }
      return false
    }
    return holdsBlocks && HTMLSigns.areIn(Array(text.utf8))
  }

  private static func isBlockTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = bytes.prefix { $0.isLetter || $0.isDigit }
    guard name.count <= 10, MarkupRemnants.mayFollowName(bytes.dropFirst(name.count)) else { return false }
    return blocks.contains { $0.utf8.elementsEqual(name.lazy.map { $0 | 0x20 }) }
  }

  private static let blocks = [
    "p", "br", "div", "li", "td", "h1", "h2", "h3", "h4", "section", "article", "blockquote",
  ]

  /// The text with a break for each empty line, and for each line that ends a Chinese sentence: who writes so means paragraphs.
  static func withBreaks(_ html: String) -> String {
    guard html.contains(ascii: "\n") else { return html }
    var output: [UInt8] = []
    output.reserveCapacity(html.utf8.count + 64)
    var isAfterTag = true
    for line in html.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let text = Substring(line).trimmed
      if !isAfterTag { output += (text.isEmpty ? "<br>" : "").utf8 }
      output += line
      output.append(0x0a)
      if !text.isEmpty { isAfterTag = text.utf8.last == UInt8(ascii: ">") }
      if let last = text.unicodeScalars.last, finals.contains(last) {
        output += "<br>".utf8
        isAfterTag = true
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let finals: ScalarSet = ["。", "！", "？", "”"]
}
