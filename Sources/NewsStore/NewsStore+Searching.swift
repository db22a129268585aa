import Foundation
import GRDB
package import NewsModel
import TextBasics

extension NewsStore {
  /// The most relevant of the newest matching articles, best first, of equal ones the newest; where the query looks for no text,
  /// the newest.
  ///
  /// Only the newest are ranked: to rank all would read all. Where the file is damaged they are not ranked. Takes some 10 ms for 2,000.
  package func mostRelevant(
    to query: Query, amongNewest count: Int = 2_000, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> [Headline] {
    try read(cancellation) { db in
      try ArticleByArticle.answer(db, damage) {
        try ranked(query, amongNewest: count, limit: limit, db)
      } instead: {
        try $0.articles(matching: query, from: .start, limit: limit).map { try names.headline($0, db) }
      }
    }
  }

  /// The beginning of a list by relevance, and where the rest begins, which comes by publish time.
  package func ranked(
    _ query: Query, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> (headlines: [Headline], rest: PageCursor) {
    let headlines = try mostRelevant(to: query, limit: limit, cancellation: cancellation)
    return (headlines, headlines.map(\.id).min().map { .after(ArticlePlace(id: $0)) } ?? .start)
  }

  private func ranked(_ query: Query, amongNewest count: Int, limit: Int, _ db: Database) throws -> [Headline] {
    let query = query.withoutOrder
    var compiled = try QueryCompiler(db).compile(query)
    compiled.rows += " CROSS JOIN body b ON b.key = a.key"
    let relevance = try relevance(of: query.soughtTexts, db)
    var found: [(score: Double, article: StoredArticle)] = []
    let rows = try compiled.cursor(
      db, ArticleRow.columns + ", b.summary, b.blocks", order: .newestFirst, limit: count)
    while let row = try rows.next() {
      guard let article = try damage.article(row, ArticleRow.article) else { continue }
      found.append((try relevance.score(row, title: article.title), article))
    }
    if let moment = query.asOf {
      try PastArticles(db, asOf: moment, damage).forEach(matching: query, withBodies: true) { article in
        found.append((relevance.score(article), article))
        return true
      }
      found.sort { $0.article.id > $1.article.id }
      found = Array(found.prefix(count))
    }
    // Stable: equal scores stay newest first.
    return try found.sorted { $0.score > $1.score }.prefix(limit).map { try names.headline($0.article, db) }
  }

  private func relevance(of texts: [String], _ db: Database) throws -> Relevance {
    let total = try QueryCompiler(db).totals(of: Schema.everything).articles
    return try Relevance(texts, total: total) { text in
      guard let candidates = CandidateQuery([.text(text)]) else { return total }
      return try CandidateEstimate(db, total: total).count(candidates)
    }
  }
}

extension Relevance {
  /// The score of an article with its body.
  fileprivate func score(_ article: StoredArticle) -> Double {
    var (title, summary) = (article.title, article.body.details.summary ?? "")
    return title.withUTF8 { title in
      summary.withUTF8 { summary in
        article.body.blocks.withUnsafeBytes { blocks in
          score(title: title, summary: summary, blocks: blocks.bindMemory(to: UInt8.self))
        }
      }
    }
  }

  /// The score of a row whose last two columns are summary and blocks.
  fileprivate func score(_ row: Row, title: String) throws -> Double {
    var title = title
    let columns = row.count
    return try row.withUnsafeData(atIndex: columns - 2) { summary in
      try row.withUnsafeData(atIndex: columns - 1) { blocks in
        (summary ?? Data()).withUnsafeBytes { summary in
          (blocks ?? Data()).withUnsafeBytes { blocks in
            title.withUTF8 { title in
              score(
                title: title, summary: summary.bindMemory(to: UInt8.self), blocks: blocks.bindMemory(to: UInt8.self))
            }
          }
        }
      }
    }
  }
}

/// Ranks articles by how much they are about the texts that a query looks for.
///
/// BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with a title that weighs as much as eight mentions and a
/// summary as two; how rare a text is comes from the search index.
struct Relevance {
  private let texts: [(pattern: FoldedPattern, weight: Double)]

  private static let titleWeight = 8.0
  private static let summaryWeight = 2.0
  /// How soon more mentions cease to add, and how much length counts: the usual values.
  private static let saturation = 1.2
  private static let lengthShare = 0.5
  /// Bytes of an ordinary article.
  private static let usualLength = 2_000.0

  /// - Parameters:
  ///   - texts: what is looked for.
  ///   - frequency: about how many articles contain a text.
  ///   - total: the number of articles.
  init(_ texts: [String], total: Int, frequency: (String) throws -> Int) rethrows {
    self.texts = try texts.map { text in
      let found = Double(try frequency(text))
      return (FoldedPattern(text), log1p((Double(total) - found + 0.5).magnitude / (found + 0.5)))
    }
  }

  func score(title: UnsafeBufferPointer<UInt8>, summary: UnsafeBufferPointer<UInt8>, blocks: UnsafeBufferPointer<UInt8>)
    -> Double
  {
    let length = 1 - Self.lengthShare + Self.lengthShare * Double(blocks.count) / Self.usualLength
    return texts.reduce(0) { sum, text in
      let mentions =
        Double(text.pattern.count(in: title)) * Self.titleWeight
        + Double(text.pattern.count(in: summary)) * Self.summaryWeight
        + Double(BodyTexts(blocks).reduce(0) { $0 + text.pattern.count(in: $1) }) / length
      return sum + text.weight * mentions / (mentions + Self.saturation)
    }
  }
}
