internal import Foundation
internal import NewsModel

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
    var dice = Dice(seed: options.seed, kind: 4, number: rank)
    let topic = begin(rank, &dice, &article)
    let writer = writer(of: article)
    let length = length(&dice) - writer.overshoot
    article.body.removeAll()
    writer.writeBody(topic, length: max(Int(length), 1), &dice, to: &article.body)
  }

  /// The title of another article, as its neighbours list it.
  func title(of rank: Int) -> NewsArticle {
    var dice = Dice(seed: options.seed, kind: 4, number: rank)
    var article = NewsArticle()
    _ = begin(rank, &dice, &article)
    return article
  }

  /// All but the body.
  private func begin(_ rank: Int, _ dice: inout Dice, _ article: inout NewsArticle) -> Topic {
    article.rank = rank
    article.published = times.seconds[rank]
    article.isEnglish = dice.chance(options.englishShare)
    var topic = Topic(published: article.publishedInShanghai)
    for _ in 0..<dice.number(in: 1...5) {
      let tag = vocabulary.tagChoice.draw(&dice)
      if !topic.tags.contains(tag) { topic.tags.append(tag) }
    }
    for _ in 0..<dice.below(3) { topic.companies.append(vocabulary.companyChoice.draw(&dice)) }
    article.tags = topic.tags.map { vocabulary.tags[$0] }
    article.label = !article.isEnglish && dice.chance(0.35) ? Media.labels[dice.below(Media.labels.count)] : nil
    article.source =
      article.isEnglish
      ? Media.englishSources[dice.below(Media.englishSources.count)]
      : Media.sources[Media.sourceChoice.draw(&dice)]
    article.author.removeAll()
    if !article.isEnglish, dice.chance(0.6) { People.write(&dice, to: &article.author) }
    article.title.removeAll()
    writer(of: article).writeTitle(topic, &dice, to: &article.title)
    return topic
  }

  private func writer(of article: NewsArticle) -> any ProseWriter { article.isEnglish ? english : chinese }

  /// Many short items and a few long reports: a log-normal distribution, cut at both ends.
  private func length(_ dice: inout Dice) -> Double {
    let spread = 0.65
    let mean = Double(options.meanLength)
    return min(max(mean * exp(spread * dice.normal() - spread * spread / 2), 40), mean * 8)
  }
}
