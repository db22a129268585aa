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
