import GRDB
package import NewsModel

extension NewsStore {
  /// What the reader called wrong in one article.
  package func wrongFacets(of key: ArticleKey) throws(StoreError) -> [FacetTerm] {
    try read { db in try FacetCorrections(db).terms(of: key.rawValue) }
  }

  /// Calls a value of one article wrong, or right again, and reads the article anew at once.
  ///
  /// It stays so whatever is read of the article later.
  package func correct(
    _ term: FacetTerm, of key: ArticleKey, isWrong: Bool,
    by reading: (AnalysedWords) -> FacetValues = FacetQueue.read
  ) throws(StoreError) {
    try write { writer in
      let sql =
        isWrong
        ? "INSERT INTO facet_correction (key, kind, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        : "DELETE FROM facet_correction WHERE key = ? AND kind = ? AND name = ?"
      try writer.db.execute(
        sql: sql, arguments: [key.rawValue, TermKind(term.field).rawValue, term.name])
      try writer.analyse(key, by: reading)
    }
  }

  /// Reads one article anew at once, before all that wait. Nothing happens where there is none of the key.
  package func analyse(
    _ key: ArticleKey, by reading: (AnalysedWords) -> FacetValues = FacetQueue.read
  ) throws(StoreError) {
    try write { writer in try writer.analyse(key, by: reading) }
  }
}

/// What the reader called wrong, by the keys of the articles. One person makes few of them: all are read at once.
struct FacetCorrections {
  private var terms: [Int64: [FacetTerm]] = [:]

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT key, kind, name FROM facet_correction") {
      let kind = try row.number(1)
      guard let field = TermField.facets.first(where: { TermKind($0).rawValue == kind }) else { continue }
      terms[try row.number(0), default: []].append(FacetTerm(field, try row.text(2)))
    }
  }

  func terms(of key: Int64) -> [FacetTerm] { terms[key] ?? [] }

  func applied(to facets: FacetValues, of key: Int64) -> FacetValues {
    terms(of: key).reduce(facets) { $0.without($1) }
  }
}
