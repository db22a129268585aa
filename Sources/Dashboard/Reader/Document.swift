import Foundation
import NewsModel
import TextBasics
import Wording

/// What a line of the reader is, so that its style follows from the theme when it is drawn.
enum DocumentRole: Hashable, Sendable {
  case title
  case meta
  case summary
  case text
  case heading
  case quote
  case list
  case table
  case code
  case figure
  case tags
  case relatedTitle
  case related
  case linksTitle
  case link
  case note
  case blank
}

/// One line of the reader, wrapped to its width.
struct DocumentLine: Hashable, Sendable {
  var role: DocumentRole
  var text: SafeText
  /// Columns by which the text is moved to the right.
  var indent = 0
  /// The passage that the line is part of.
  var passage = 0
  /// The line's beginning in the passage, in bytes of UTF-8.
  var offset = 0
}

/// An article laid out in lines of a width.
struct Document: Hashable, Sendable {
  /// What the lines were made from and for; a change of any of it makes them stale.
  struct Basis: Hashable, Sendable {
    var key: ArticleKey
    var width: Int
    var widths: ColumnWidths
    var isEnglish: Bool
    var zone: TimeZone
  }

  /// A text before it was broken into lines, so that what crosses the end of a line is found.
  struct Passage: Hashable, Sendable {
    var role: DocumentRole
    var text: SafeText
    /// The numbers of links in the text, in bytes of UTF-8: no part of what the article says.
    var numbers: [Range<Int>] = []
    var lines: Range<Int>
  }

  let basis: Basis
  let lines: [DocumentLine]
  let passages: [Passage]

  init(_ article: Article, words: Words, basis: Basis) {
    self.basis = basis
    var composer = DocumentComposer(width: basis.width, widths: basis.widths)
    composer.compose(article, words: words, zone: basis.zone)
    lines = composer.lines
    passages = composer.passages
  }
}

extension Document.Basis {
  init(_ article: Article, width: Int, _ presentation: Presentation) {
    self.init(
      key: article.headline.key, width: width, widths: presentation.widths, isEnglish: presentation.language == .en,
      zone: presentation.zone)
  }
}

/// Builds a document's lines: a value that grows by one block after the other.
struct DocumentComposer {
  let width: Int
  let widths: ColumnWidths
  private(set) var lines: [DocumentLine] = []
  private(set) var passages: [Document.Passage] = []
  private var linkNumbers = LinkNumbers([])

  init(width: Int, widths: ColumnWidths) {
    self.width = width
    self.widths = widths
  }

  mutating func compose(_ article: Article, words: Words, zone: TimeZone) {
    add(article.headline.title, as: .title)
    add(words.meta(article, zone: zone), as: .meta)
    if let summary = article.summary, !summary.isEmpty, article.blocks.first?.text != summary {
      blank()
      add(summary, as: .summary)
    }
    if article.headline.isStub {
      blank()
      add(words.stubNote, as: .note)
    } else if article.blocks.isEmpty {
      blank()
      add(words.emptyBody, as: .note)
    }
    linkNumbers = LinkNumbers(article.links)
    for block in article.blocks { add(block, words: words) }
    if article.bytesLeftOut > 0 {
      blank()
      add(words.leftOut(article.bytesLeftOut, of: article.headline.key), as: .note)
    }
    if let note = words.textOrigin(article.textOrigin) {
      blank()
      add(note, as: .note)
    }
    if !article.headline.tags.isEmpty {
      blank()
      add(article.headline.tags.map { "#" + $0 }.joined(separator: " "), as: .tags)
    }
    addRelated(article, words: words, zone: zone)
    addLinks(article.links, words: words)
  }

  private mutating func add(_ block: Block, words: Words) {
    blank()
    switch block {
    case .paragraph(let text): add(linked: text, as: .text)
    case .heading(let text, _): add(linked: text, as: .heading, indent: 1)
    case .quote(let text): add(linked: text, as: .quote, indent: 2)
    case .list(let items): for item in items { add(linked: item, as: .list, indent: 2) }
    case .table(let rows): add(table: rows)
    case .code(let text):
      for line in SafeText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: false) {
        add(line: SafeText(String(line)), as: .code)
      }
    case .figure(let caption): add(words.figure(caption), as: .figure, indent: 1)
    }
  }

  /// Sets a table in columns as wide as their widest cell, the widest one cut where the line is too short.
  private mutating func add(table rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return }
    let cells = rows.map { row in row.map { SafeText($0) } }
    var columnWidths = (0..<count).map { column in
      cells.map { $0.indices.contains(column) ? widths.columns($0[column]) : 0 }.max() ?? 0
    }
    let room = max(count, width - 2 * (count - 1))
    while columnWidths.reduce(0, +) > room, let widest = columnWidths.max(), widest > 1,
      let index = columnWidths.firstIndex(of: widest)
    {
      columnWidths[index] -= 1
    }
    let alignments = (0..<count).map { column in
      Self.isNumeric(rows.dropFirst().map { $0.indices.contains(column) ? $0[column] : "" })
        ? ColumnWidths.Alignment.right : .left
    }
    for row in cells {
      let text = (0..<count).map { column in
        widths.pad(
          row.indices.contains(column) ? row[column] : "", to: columnWidths[column], alignment: alignments[column]
        ).string
      }
      add(line: SafeText(text.joined(separator: "  ")), as: .table)
    }
  }

  /// Whether a column of a table, below its head, holds numbers, with their signs and units or with strokes for none.
  private static func isNumeric(_ cells: [String]) -> Bool {
    let filled = cells.filter { cell in cell.unicodeScalars.contains { !numberless.contains($0) } }
    return !filled.isEmpty
      && filled.allSatisfy { cell in
        cell.unicodeScalars.contains(where: digits.contains) && cell.unicodeScalars.allSatisfy(numeric.contains)
      }
  }

  private static let digits = Set("0123456789".unicodeScalars)
  /// What stands where there is no number.
  private static let numberless = Set(" -–—－/".unicodeScalars)
  private static let numeric = digits.union(numberless).union(
    "+−,.，．%％‰()（）¥￥$€£倍万萬亿億元港美吨噸股手点點個个bpBPxX".unicodeScalars)

  private mutating func addRelated(_ article: Article, words: Words, zone: TimeZone) {
    let others = article.related.filter { !$0.item.isSelf }
    guard !others.isEmpty else { return }
    blank()
    add(words.relatedTitle, as: .relatedTitle)
    for entry in others {
      let date = entry.item.published.map { CivilTime($0, in: zone).monthAndDay + "  " } ?? ""
      add(line: SafeText(date + entry.item.title), as: .related, indent: 1)
    }
  }

  private mutating func addLinks(_ links: [ArticleLink], words: Words) {
    guard !links.isEmpty else { return }
    blank()
    add(words.linksTitle, as: .linksTitle)
    for (index, link) in links.enumerated() {
      let parts = [LinkNumbers.label(index), link.text, link.address].filter { !$0.isEmpty }
      add(line: SafeText(parts.joined(separator: " ")), as: .link, indent: 1)
    }
  }

  private mutating func add(_ text: String, as role: DocumentRole, indent: Int = 0) {
    wrap(LinkNumbers.Numbered(text: SafeText(lines: text).string), as: role, indent: indent)
  }

  /// Adds a text of the body, with the numbers of its links.
  private mutating func add(linked text: String, as role: DocumentRole, indent: Int = 0) {
    wrap(linkNumbers.add(to: SafeText(lines: text).string), as: role, indent: indent)
  }

  private mutating func wrap(_ numbered: LinkNumbers.Numbered, as role: DocumentRole, indent: Int) {
    let passage = SafeText(lines: numbered.text)
    var place = LinePlace(in: passage)
    append(
      widths.wrap(passage, columns: max(2, width - indent)).map { line in
        DocumentLine(role: role, text: line, indent: indent, offset: place.find(line))
      }, of: passage, numbers: numbered.numbers)
  }

  /// Adds what takes one line, cut where it is too long.
  private mutating func add(line text: SafeText, as role: DocumentRole, indent: Int = 0) {
    let shown = widths.truncate(text, to: max(0, width - indent))
    append([DocumentLine(role: role, text: shown, indent: indent)], of: shown)
  }

  private mutating func append(_ added: [DocumentLine], of text: SafeText, numbers: [Range<Int>] = []) {
    guard let role = added.first?.role else { return }
    let range = lines.count..<lines.count + added.count
    lines += added.map { line in
      var line = line
      line.passage = passages.count
      return line
    }
    passages.append(Document.Passage(role: role, text: text, numbers: numbers, lines: range))
  }

  private mutating func blank() {
    if lines.last?.role != .blank { append([DocumentLine(role: .blank, text: "")], of: "") }
  }
}

/// Finds the lines of a wrapped text in it: each is a part of it, and only blanks and line breaks lie between two.
private struct LinePlace {
  private var rest: Substring.UTF8View
  private var offset = 0

  init(in text: SafeText) { rest = text.string[...].utf8 }

  /// The line's beginning, in bytes of UTF-8.
  mutating func find(_ line: SafeText) -> Int {
    while let byte = rest.first, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n"),
      !rest.starts(with: line.string.utf8)
    {
      advance(by: 1)
    }
    defer { advance(by: line.string.utf8.count) }
    return offset
  }

  private mutating func advance(by count: Int) {
    rest = rest.dropFirst(count)
    offset += count
  }
}
