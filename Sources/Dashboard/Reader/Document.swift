import Foundation
import NewsModel
import TextBasics

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
  case note
  case blank
}

/// One line of the reader, wrapped to its width.
struct DocumentLine: Hashable, Sendable {
  var role: DocumentRole
  var text: SafeText
  /// Columns by which the text is moved to the right.
  var indent = 0
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

  let basis: Basis
  let lines: [DocumentLine]

  init(_ article: Article, words: Words, basis: Basis) {
    self.basis = basis
    var composer = DocumentComposer(width: basis.width, widths: basis.widths)
    composer.compose(article, words: words, zone: basis.zone)
    lines = composer.lines
  }
}

/// Builds a document's lines: a value that grows by one block after the other.
private struct DocumentComposer {
  let width: Int
  let widths: ColumnWidths
  var lines: [DocumentLine] = []

  mutating func compose(_ article: Article, words: Words, zone: TimeZone) {
    add(article.headline.title, as: .title)
    add(words.byline(article, zone: zone), as: .meta)
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
    for block in article.blocks { add(block, words: words) }
    if !article.headline.tags.isEmpty {
      blank()
      add(article.headline.tags.map { "#" + $0 }.joined(separator: " "), as: .tags)
    }
    addRelated(article, words: words, zone: zone)
  }

  private mutating func add(_ block: Block, words: Words) {
    blank()
    switch block {
    case .paragraph(let text): add(text, as: .text)
    case .heading(let text, _): add(text, as: .heading, indent: 1)
    case .quote(let text): add(text, as: .quote, indent: 2)
    case .list(let items): for item in items { add(item, as: .list, indent: 2) }
    case .table(let rows): add(table: rows)
    case .code(let text):
      for line in SafeText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(DocumentLine(role: .code, text: widths.truncate(SafeText(String(line)), to: width), indent: 0))
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
    for row in cells {
      let text = (0..<count).map { column in
        widths.pad(row.indices.contains(column) ? row[column] : "", to: columnWidths[column], alignment: .left).string
      }
      lines.append(DocumentLine(role: .table, text: widths.truncate(SafeText(text.joined(separator: "  ")), to: width)))
    }
  }

  private mutating func addRelated(_ article: Article, words: Words, zone: TimeZone) {
    let others = article.related.filter { !$0.item.isSelf }
    guard !others.isEmpty else { return }
    blank()
    add(words.relatedTitle, as: .relatedTitle)
    for entry in others {
      let date = entry.item.published.map { CivilTime($0, in: zone).monthAndDay + "  " } ?? ""
      let text = widths.truncate(SafeText(date + entry.item.title), to: max(0, width - 1))
      lines.append(DocumentLine(role: .related, text: text, indent: 1))
    }
  }

  private mutating func add(_ text: String, as role: DocumentRole, indent: Int = 0) {
    let wrapped = widths.wrap(SafeText(lines: text), columns: max(2, width - indent))
    lines += wrapped.map { DocumentLine(role: role, text: $0, indent: indent) }
  }

  private mutating func blank() {
    if lines.last?.role != .blank { lines.append(DocumentLine(role: .blank, text: "")) }
  }
}
