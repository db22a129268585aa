package import TextScanning

/// What a `key:` on a page announces.
package enum FieldKey: Hashable, Sendable {
  case title, originalTitle, source, author, editor, published, updated, tags, summary, url
  case previous, next, related
  /// What begins the foot of a site, below all that belongs to the page.
  case foot
  /// Numbers of readers and comments, buttons: read over.
  case boilerplate
  /// The note of a picture or a table; it belongs to the body.
  case figure

  /// Whether a line that consists of this field says so wherever it stands, not only at the head of a page.
  package var isStrong: Bool {
    switch self {
    case .originalTitle, .source, .author, .editor, .published, .updated: true
    default: false
    }
  }

  package static let table = KeywordTable<FieldKey>(named.map { ($0.key, $0.names) })

  /// What fields are called on pages; `FieldNames` has the names of columns and keys beside them.
  package static let named: [(key: FieldKey, names: String)] = [
    (.title, FieldKeyWords.title),
    (.originalTitle, FieldKeyWords.originalTitle),
    (.source, FieldKeyWords.source),
    (.author, FieldKeyWords.author),
    (.editor, FieldKeyWords.editor),
    (.published, FieldKeyWords.published),
    (.updated, FieldKeyWords.updated),
    (.tags, FieldKeyWords.tags),
    (.summary, FieldKeyWords.summary),
    (.url, FieldKeyWords.url),
    (.previous, FieldKeyWords.previous),
    (.next, FieldKeyWords.next),
    (.related, FieldKeyWords.related),
    (.boilerplate, FieldKeyWords.boilerplate),
    (.foot, FieldKeyWords.foot),
    (.figure, FieldKeyWords.figure),
  ]
}
