internal import Foundation
internal import NewsModel
internal import SeededRandom

/// Makes the articles of a corpus. The same seed, rank and length make the same article whatever the size of the corpus: a
/// thousand are the newest of a million.
public struct NewsGenerator: Sendable {
  public struct Options: Sendable {
    public var seed: UInt64 = 1
    /// Characters of a body on average.
    public var meanLength = 700
    public var englishShare = 0.05

    public init() {}
  }

  public let times: PublishTimes
  public let vocabulary: Vocabulary
  private let options: Options
  private let chinese: any ProseWriter
  private let english: any ProseWriter

  /// Makes articles of invented text.
  public init(count: Int, vocabulary: Vocabulary, options: Options = Options()) {
    self.init(
      count: count, vocabulary: vocabulary, options: options,
      chinese: ChineseWriter(vocabulary, seed: options.seed), english: EnglishWriter(seed: options.seed))
  }

  /// Makes articles of the paragraphs of others.
  public init(count: Int, vocabulary: Vocabulary, paragraphs: ParagraphCollection, options: Options = Options()) {
    self.init(
      count: count, vocabulary: vocabulary, options: options, chinese: RecombiningWriter(paragraphs.chinese),
      english: paragraphs.english.isEmpty ? EnglishWriter(seed: options.seed) : RecombiningWriter(paragraphs.english))
  }

  private init(
    count: Int, vocabulary: Vocabulary, options: Options, chinese: any ProseWriter, english: any ProseWriter
  ) {
    self.vocabulary = vocabulary
    self.options = options
    self.chinese = chinese
    self.english = english
    times = PublishTimes(count: count, seed: options.seed)
  }

  public var count: Int { times.seconds.count }

  /// Writes the article of a rank, from 0 for the newest up to `count`.
  public func write(_ rank: Int, to article: inout NewsArticle) {
    var random = SeededGenerator(seed: options.seed, kind: 4, number: rank)
    let topic = begin(rank, &random, &article)
    let writer = writer(of: article)
    let length = length(&random) - writer.overshoot
    article.body.removeAll()
    writer.writeBody(topic, length: max(Int(length), 1), &random, to: &article.body)
  }

  /// The title of another article, as its neighbours list it.
  func title(of rank: Int) -> NewsArticle {
    var random = SeededGenerator(seed: options.seed, kind: 4, number: rank)
    var article = NewsArticle()
    _ = begin(rank, &random, &article)
    return article
  }

  /// All but the body.
  private func begin(_ rank: Int, _ random: inout SeededGenerator, _ article: inout NewsArticle) -> Topic {
    article.rank = rank
    article.published = times.seconds[rank]
    article.isEnglish = random.chance(options.englishShare)
    var topic = Topic(published: article.publishedInShanghai)
    for _ in 0..<random.number(in: 1...5) {
      let tag = vocabulary.tagChoice.draw(&random)
      if !topic.tags.contains(tag) { topic.tags.append(tag) }
    }
    for _ in 0..<random.below(3) { topic.companies.append(vocabulary.companyChoice.draw(&random)) }
    article.tags = topic.tags.map { vocabulary.tags[$0] }
    article.label = !article.isEnglish && random.chance(0.35) ? Media.labels[random.below(Media.labels.count)] : nil
    article.source =
      article.isEnglish
      ? Media.englishSources[random.below(Media.englishSources.count)]
      : Media.sources[Media.sourceChoice.draw(&random)]
    article.author.removeAll()
    if !article.isEnglish, random.chance(0.6) { People.write(&random, to: &article.author) }
    article.title.removeAll()
    writer(of: article).writeTitle(topic, &random, to: &article.title)
    return topic
  }

  private func writer(of article: NewsArticle) -> any ProseWriter { article.isEnglish ? english : chinese }

  /// Many short items and a few long reports: a log-normal distribution, cut at both ends.
  private func length(_ random: inout SeededGenerator) -> Double {
    let spread = 0.65
    let mean = Double(options.meanLength)
    return min(max(mean * exp(spread * random.normal() - spread * spread / 2), 40), mean * 8)
  }
}
