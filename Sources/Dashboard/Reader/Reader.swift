import NewsModel
import TextBasics

/// The article reader: what it shows, and where in it the reader is.
struct Reader: Sendable {
  private(set) var article: Article?
  /// The article that is wanted; differs from `article` while it is being loaded.
  var wantedKey: ArticleKey?
  /// Opened on purpose, not only shown beside the selection.
  var isOpen = false
  private(set) var document: Document?
  /// Whether the document shows the article as it is.
  private var isLaidOut = false
  /// The first line on screen.
  private(set) var offset = 0
  /// What is marked in the text; nil where nothing is looked for.
  private(set) var find: ReaderMatches?
  /// What the reader looks for in this text, and else the search that found it.
  private var ownSearch: Highlights?
  private var listSearch = Highlights(.all)
  /// A step to a match that waits for its article.
  var pendingStep: Int?

  mutating func show(_ article: Article) {
    if article.headline.key != self.article?.headline.key {
      offset = 0
      ownSearch = nil
    }
    self.article = article
    wantedKey = article.headline.key
    document = nil
    isLaidOut = false
  }

  mutating func clear() {
    let search = listSearch
    self = Reader()
    listSearch = search
  }

  mutating func apply(_ change: StatusChange) {
    guard var shown = article, change.keys.contains(shown.headline.key) else { return }
    let tags = shown.headline.tags
    shown.headline.apply(change.action)
    article = shown
    if shown.headline.tags != tags { isLaidOut = false }
  }

  /// Wraps the article for a width, where that has not been done, keeping the place in the text.
  mutating func layOut(width: Int, presentation: Presentation) {
    guard let article, width > 0 else { return }
    let basis = Document.Basis(
      key: article.headline.key, width: width, widths: presentation.widths,
      isEnglish: presentation.language == .en, zone: presentation.zone)
    guard document?.basis != basis || !isLaidOut else { return }
    isLaidOut = true
    let place = document.map { Double(offset) / Double(max(1, $0.lines.count)) } ?? 0
    let laidOut = Document(article, words: presentation.words, basis: basis)
    document = laidOut
    offset = Int(place * Double(laidOut.lines.count))
    find = nil
    markMatches()
  }

  var lineCount: Int { document?.lines.count ?? 0 }

  mutating func scroll(by lines: Int) { offset += lines }
  mutating func scroll(to line: Int) { offset = line }

  /// Keeps the offset within the text, for a view of `height` lines.
  mutating func clampOffset(height: Int) {
    offset = min(max(0, offset), max(0, lineCount - height))
  }

  /// The screenful on show and how many there are, both from 1.
  func pages(height: Int) -> (current: Int, count: Int) {
    let height = max(1, height)
    let count = max(1, (lineCount + height - 1) / height)
    let isAtEnd = offset + height >= lineCount
    // The nearest one: a page key leaves a line of the screenful before.
    return (isAtEnd ? count : min(count, (offset + height / 2) / height + 1), count)
  }
}

// MARK: - Find

extension Reader {
  /// Finds the text everywhere in the article; the first match at or below the view becomes the current one.
  mutating func search(_ text: String) {
    ownSearch = text.isEmpty ? nil : Highlights(text: text)
    markMatches()
    if ownSearch != nil, find?.current == nil { _ = find?.step(1, from: offset) }
  }

  /// Marks what the list's search looks for, unless the reader looks for something else here.
  mutating func mark(_ search: Highlights) {
    guard search != listSearch else { return }
    listSearch = search
    markMatches()
  }

  mutating func endSearch() {
    ownSearch = nil
    markMatches()
  }

  private mutating func markMatches() {
    let wanted = ownSearch ?? listSearch
    guard find?.highlights != wanted else { return }
    find = wanted.isEmpty ? nil : document.map { ReaderMatches(wanted, in: $0) }
  }

  /// Goes to the next match in a direction; false where it went around the end.
  mutating func step(_ direction: Int, height: Int) -> Bool {
    let isOnward = find?.step(direction, from: offset) ?? true
    revealMatch(height: height)
    return isOnward
  }

  /// Scrolls so that the current match is on screen.
  mutating func revealMatch(height: Int) {
    guard let find, let current = find.current else { return }
    let line = find.matches[current].line
    if line < offset || line >= offset + height { offset = max(0, line - height / 3) }
    clampOffset(height: height)
  }
}
