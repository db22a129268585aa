/// The texts of an article beside its headline and its body.
///
/// This is the one declaration of these fields: items, saved articles and rows of the store hold the details and copy them as a
/// whole. Another field is a case, a property, a line in the subscript, and a column in the schema of the store.
package struct ArticleDetails: Hashable, Sendable {
  /// A field by the name of its column in the store. The cases stand in the order of the columns.
  package enum Field: String, CaseIterable, Sendable {
    case originID = "origin_id"
    case url, byline, summary, previous, next

    /// Made once: `allCases` makes an array each time.
    package static let all = allCases
  }

  /// The origin's own id for the article, unique within its source; nil where the origin gives none.
  package var originID: String?
  package var url: String?
  package var byline: String?
  package var summary: String?
  /// The titles of the pages that the article's own page calls previous and next.
  package var previous: String?
  package var next: String?

  package init(
    originID: String? = nil, url: String? = nil, byline: String? = nil, summary: String? = nil, previous: String? = nil,
    next: String? = nil
  ) {
    self.originID = originID
    self.url = url
    self.byline = byline
    self.summary = summary
    self.previous = previous
    self.next = next
  }

  package subscript(field: Field) -> String? {
    get {
      switch field {
      case .originID: originID
      case .url: url
      case .byline: byline
      case .summary: summary
      case .previous: previous
      case .next: next
      }
    }
    set {
      switch field {
      case .originID: originID = newValue
      case .url: url = newValue
      case .byline: byline = newValue
      case .summary: summary = newValue
      case .previous: previous = newValue
      case .next: next = newValue
      }
    }
  }

  /// These details; of the fields that are empty here those of `other`.
  package func filled(from other: ArticleDetails, _ fields: [Field] = Field.all) -> ArticleDetails {
    var result = self
    for field in fields where result[field] == nil { result[field] = other[field] }
    return result
  }

  /// Replaces each text that is there.
  package mutating func replaceTexts(_ transform: (String) -> String?) {
    for field in Field.all { self[field] = self[field].flatMap(transform) }
  }
}
