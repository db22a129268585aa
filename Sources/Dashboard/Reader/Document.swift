import Foundation
import NewsModel
import TextAnalysis
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
  case tableHead
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
  /// What stands side by side in a line of a table; empty where the line is a part of one passage.
  var parts: [Part] = []

  /// A part of a passage in a line, with its beginning there and in the line, in bytes of UTF-8.
  struct Part: Hashable, Sendable {
    var passage: Int
    var offset: Int
    var lineOffset: Int
    var count: Int
  }

  /// Whether the passage begins here, so that a mark stands before it.
  var isFirst: Bool { offset == 0 && parts.isEmpty }
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
    var setting = Typesetting()
  }

  /// A text before it was broken into lines, so that what crosses the end of a line is found.
  struct Passage: Hashable, Sendable {
    var role: DocumentRole
    var text: SafeText
    /// What stands in the text that the article does not say.
    var additions: [AnnotatedText.Addition] = []
    /// Those that hold a part of it, and maybe parts of others.
    var lines: Range<Int>
  }

  let basis: Basis
  let lines: [DocumentLine]
  let passages: [Passage]
  /// Where companies are named, by lines.
  private(set) var companyMarks: [Int: [CompanyMark]] = [:]

  init(_ article: Article, _ companies: ArticleCompanies = ArticleCompanies(), words: Words, basis: Basis) {
    self.basis = basis
    var composer = DocumentComposer(basis)
    composer.compose(article, companies, words: words, zone: basis.zone)
    lines = composer.lines
    passages = composer.passages
    mark(companies.words, where: \.isAnalysed)
    mark(companies.titles) { $0 == .tags }
  }
}

extension Document {
  /// A part of a line that names a company.
  struct CompanyMark: Hashable, Sendable {
    let range: Range<String.Index>
    /// The name under which the store keeps the company.
    let company: String
  }

  private mutating func mark(
    _ namings: [ArticleCompanies.Naming], where isSought: @escaping (DocumentRole) -> Bool
  ) {
    for (index, piece) in pieces(of: namings.map(\.text), where: isSought) {
      companyMarks[piece.line, default: []].append(
        CompanyMark(range: piece.range, company: namings[index].company))
    }
  }
}

/// How the reader sets text beyond its measure.
struct Typesetting: Hashable, Sendable {
  /// Columns of the margin in which a closing sign may stand.
  var hanging = 0
  /// Whether a gap parts Han from Latin signs.
  var hasGaps = false
}

extension Document.Basis {
  init(_ article: Article, width: Int, _ presentation: Presentation) {
    self.init(
      key: article.headline.key, width: width, widths: presentation.widths, isEnglish: presentation.language == .en,
      zone: presentation.zone, setting: presentation.typesetting)
  }
}

/// Builds a document's lines: a value that grows by one block after the other.
struct DocumentComposer {
  private let width: Int
  private let widths: ColumnWidths
  private let setting: Typesetting
  private(set) var lines: [DocumentLine] = []
  private(set) var passages: [Document.Passage] = []
  private var linkNumbers = LinkNumbers([])
  /// What a level of a list is set in by.
  private static let indent = 2

  init(_ basis: Document.Basis) {
    (width, widths, setting) = (basis.width, basis.widths, basis.setting)
  }

  mutating func compose(_ article: Article, _ companies: ArticleCompanies, words: Words, zone: TimeZone) {
    add(article.headline.title, as: .title)
    add(words.meta(article, zone: zone), as: .meta)
    if let withdrawn = article.headline.withdrawn {
      add(words.withdrawnNote(CivilTime(withdrawn, in: zone)), as: .note)
    }
    if let note = words.changeNote(article.headline.change) { add(note, as: .note) }
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
    addSubjects(article.headline, companies, words)
    addRelated(article, words: words, zone: zone)
    addLinks(article.links, words: words)
  }

  private mutating func add(_ block: Block, words: Words) {
    blank()
    switch block {
    case .paragraph(let text): add(linked: text, as: .text)
    case .heading(let text, _): add(linked: text, as: .heading, indent: 1)
    case .quote(let text): add(linked: text, as: .quote, indent: 2)
    case .list(let items):
      for item in items.map(ListItem.init) {
        add(linked: item.text, as: .list, indent: Self.indent * (1 + min(item.level, width / 8)))
      }
    case .table(let rows): add(table: rows)
    case .code(let text):
      for line in SafeText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: false) {
        add(line: SafeText(String(line)), as: .code)
      }
    case .figure(let caption): add(words.figure(caption), as: .figure, indent: 1)
    }
  }

  private mutating func add(table rows: [[String]]) {
    let layout = TableLayout(rows, width: width, widths: widths)
    let first = passages.count
    let columns = layout.cells.first?.count ?? 0
    for cell in layout.cells.joined() { passages.append(Document.Passage(role: .table, text: cell, lines: 0..<0)) }
    for line in layout.lines() {
      let parts = line.parts.map { part in
        DocumentLine.Part(
          passage: first + part.row * columns + part.column, offset: part.cellOffset, lineOffset: part.lineOffset,
          count: part.count)
      }
      for part in parts {
        let known = passages[part.passage].lines
        passages[part.passage].lines = (known.isEmpty ? lines.count : known.lowerBound)..<lines.count + 1
      }
      lines.append(
        DocumentLine(role: line.isHead ? .tableHead : .table, text: line.text, passage: first, parts: parts))
    }
  }

  /// Tags and companies. Where the page has no tags, keywords stand for them, and say that they are automatic.
  private mutating func addSubjects(_ headline: Headline, _ companies: ArticleCompanies, _ words: Words) {
    let keywords = headline.pageTags.isEmpty ? headline.facets.keywords : []
    let lines = [
      headline.tags.withoutContained.map { "#" + $0 }.joined(separator: " "),
      companies.titles.isEmpty
        ? "" : words.name(of: TermField.company) + " " + companies.titles.map(\.text).joined(separator: " · "),
      keywords.isEmpty ? "" : words.labelled(words.group(of: .keyword), keywords.joined(separator: " ")),
    ]
    .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    blank()
    for line in lines { add(line, as: .tags) }
  }

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
      add(parts.joined(separator: " "), as: .link, indent: 1)
    }
  }

  private mutating func add(_ text: String, as role: DocumentRole, indent: Int = 0) {
    wrap(AnnotatedText(SafeText(lines: text).string), as: role, indent: indent)
  }

  /// Adds a text of the body, with the numbers of its links.
  private mutating func add(linked text: String, as role: DocumentRole, indent: Int = 0) {
    wrap(linkNumbers.add(to: SafeText(lines: text).string), as: role, indent: indent)
  }

  private mutating func wrap(_ text: AnnotatedText, as role: DocumentRole, indent: Int) {
    let text = setting.hasGaps && role.isProse ? text.withGaps() : text
    let passage = SafeText(lines: text.text)
    append(
      widths.wrapped(passage, columns: max(2, width - indent), hanging: setting.hanging).map { line in
        DocumentLine(role: role, text: line.text, indent: indent, offset: line.offset)
      }, of: passage, additions: text.additions)
  }

  /// Adds what takes one line, cut where it is too long.
  private mutating func add(line text: SafeText, as role: DocumentRole, indent: Int = 0) {
    let shown = widths.truncate(text, to: max(0, width - indent))
    append([DocumentLine(role: role, text: shown, indent: indent)], of: shown)
  }

  private mutating func append(_ added: [DocumentLine], of text: SafeText, additions: [AnnotatedText.Addition] = []) {
    guard let role = added.first?.role else { return }
    let range = lines.count..<lines.count + added.count
    lines += added.map { line in
      var line = line
      line.passage = passages.count
      return line
    }
    passages.append(Document.Passage(role: role, text: text, additions: additions, lines: range))
  }

  private mutating func blank() {
    if lines.last?.role != .blank { append([DocumentLine(role: .blank, text: "")], of: "") }
  }
}

extension DocumentRole {
  /// Whether it is the article's own words in sentences.
  fileprivate var isProse: Bool {
    switch self {
    case .title, .summary, .text, .heading, .quote, .list, .figure: true
    case .meta, .tableHead, .table, .code, .tags, .relatedTitle, .related, .linksTitle, .link, .note, .blank: false
    }
  }
}
