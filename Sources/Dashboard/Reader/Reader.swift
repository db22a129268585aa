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
  /// The first line on screen.
  private(set) var offset = 0
  private(set) var find: FindState?

  /// The words found in the text, and which of them was stepped to.
  struct FindState: Hashable, Sendable {
    var pattern: String
    var matches: [Match] = []
    var current: Int?

    struct Match: Hashable, Sendable {
      var line: Int
      var range: Range<String.Index>
    }
  }

  mutating func show(_ article: Article) {
    if article.headline.key != self.article?.headline.key {
      offset = 0
      find = nil
    }
    self.article = article
    wantedKey = article.headline.key
    document = nil
  }

  mutating func clear() {
    self = Reader()
  }

  mutating func apply(_ change: StatusChange) {
    guard var shown = article, change.keys.contains(shown.headline.key) else { return }
    shown.headline.apply(change.action)
    article = shown
  }

  /// Wraps the article for a width, where that has not been done, keeping the place in the text.
  mutating func layOut(width: Int, presentation: Presentation) {
    guard let article, width > 0 else { return }
    let basis = Document.Basis(
      key: article.headline.key, width: width, widths: presentation.widths,
      isEnglish: presentation.language == .en, zone: presentation.zone)
    guard document?.basis != basis else { return }
    let place = document.map { Double(offset) / Double(max(1, $0.lines.count)) } ?? 0
    let laidOut = Document(article, words: presentation.words, basis: basis)
    document = laidOut
    offset = Int(place * Double(laidOut.lines.count))
    if let pattern = find?.pattern { search(pattern) }
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
  /// Finds the pattern in every line; the first match at or below the view becomes the current one.
  mutating func search(_ pattern: String) {
    guard !pattern.isEmpty, let document else {
      find = nil
      return
    }
    var state = FindState(pattern: pattern)
    for (number, line) in document.lines.enumerated() {
      state.matches += Folding.ranges(of: pattern, in: line.text).map { .init(line: number, range: $0) }
    }
    state.current = state.matches.firstIndex { $0.line >= offset } ?? (state.matches.isEmpty ? nil : 0)
    find = state
  }

  mutating func endSearch() { find = nil }

  /// Goes to the next match in a direction, around the end.
  mutating func step(_ direction: Int, height: Int) {
    guard var state = find, !state.matches.isEmpty else { return }
    let count = state.matches.count
    state.current = ((state.current ?? -direction) + direction + count) % count
    find = state
    revealMatch(height: height)
  }

  /// Scrolls so that the current match is on screen.
  mutating func revealMatch(height: Int) {
    guard let state = find, let current = state.current else { return }
    let line = state.matches[current].line
    if line < offset || line >= offset + height { offset = max(0, line - height / 3) }
    clampOffset(height: height)
  }
}
