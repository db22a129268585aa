import Corpus

/// News that many tests look at, made once.
enum SharedNews {
  static let vocabulary = Result { try Vocabulary(data: Vocabulary.dataFolder) }

  static let articles = Result { try articles(2_000) }

  static func generator(
    _ count: Int, _ options: NewsGenerator.Options = NewsGenerator.Options()
  ) throws -> NewsGenerator {
    NewsGenerator(count: count, vocabulary: try vocabulary.get(), options: options)
  }

  /// The newest `count` articles, the newest first.
  static func articles(
    _ count: Int, _ options: NewsGenerator.Options = NewsGenerator.Options()
  ) throws -> [NewsArticle] {
    let generator = try generator(count, options)
    return (0..<count).map { rank in
      var article = NewsArticle()
      generator.write(rank, to: &article)
      return article
    }
  }

  static func line(of article: NewsArticle) -> [UInt8] {
    var line: [UInt8] = []
    JSONLinesFormat.append(article, to: &line)
    return line
  }
}
