public import SeededRandom

/// Draws queries from the articles themselves, so that every one has a hit, stratified by how many it has.
public struct QuerySampler: Sendable {
  public struct SampledQuery: Hashable, Sendable {
    public var text: String
    /// The share of articles that contain it, as a sample of them says.
    public var share: Double
  }

  private let sample: TextSample
  private let companies: [String]
  private let seed: UInt64

  public init(_ generator: NewsGenerator, sampleSize: Int = 1_500, seed: UInt64 = 1) {
    sample = TextSample(generator, count: sampleSize)
    companies = generator.vocabulary.companies
    self.seed = seed
  }

  var texts: [[Unicode.Scalar]] { sample.texts }
  var sampleCount: Int { sample.texts.count }

  func share(of query: String) -> Double { sample.share(of: query) }

  /// The limits of the strata, as shares of all articles.
  private static let limits = [0.1, 0.01, 0.001]

  /// At most `count` different queries of a class, taken in turn from the frequent, the less frequent and the rare.
  public func queries(_ kind: QueryClass, count: Int) -> [SampledQuery] {
    let index = QueryClass.allCases.firstIndex(of: kind) ?? 0
    var random = SeededGenerator(seed: seed, kind: 6, number: index)
    var strata = Array(repeating: [SampledQuery](), count: Self.limits.count + 1)
    for text in candidates(kind, count: 4 * count, &random) {
      let share = sample.share(of: text)
      guard share > 0 else { continue }
      strata[Self.limits.firstIndex { share >= $0 } ?? Self.limits.count].append(SampledQuery(text: text, share: share))
    }
    var queries: [SampledQuery] = []
    while queries.count < count, strata.contains(where: { !$0.isEmpty }) {
      for stratum in strata.indices {
        if let query = strata[stratum].popLast(), queries.count < count { queries.append(query) }
      }
    }
    return queries
  }

  private func candidates(_ kind: QueryClass, count: Int, _ random: inout SeededGenerator) -> [String] {
    if kind == .companyName { return companies }
    var seen = Set<String>()
    var candidates: [String] = []
    for _ in 0..<count * 50 where candidates.count < count {
      let text = sample.texts[random.below(sample.texts.count)]
      let place = random.below(text.count)
      if let candidate = Self.candidate(kind, in: text, at: place, &random), seen.insert(candidate).inserted {
        candidates.append(candidate)
      }
    }
    return candidates
  }

  private static func candidate(
    _ kind: QueryClass, in text: [Unicode.Scalar], at place: Int, _ random: inout SeededGenerator
  ) -> String? {
    if let lengths = kind.hanLength {
      let piece = text[place...].prefix(random.number(in: lengths))
      return lengths.contains(piece.count) && piece.allSatisfy(\.isHan) ? string(piece) : nil
    }
    if kind == .englishWord {
      let word = word(in: text, around: place)
      return word.count >= 3 && word.allSatisfy { $0.isASCII && $0.properties.isAlphabetic } ? string(word) : nil
    }
    // Some of a number or a Latin word, and some Han characters on one or both sides.
    let word = word(in: text, around: place)
    guard (1...6).contains(word.count) else { return nil }
    let before = text[..<word.startIndex].suffix(random.below(2)).filter(\.isHan)
    let after = text[word.endIndex...].prefix(random.number(in: 1...3)).prefix(while: \.isHan)
    guard let first = after.first else { return nil }
    let follows = first == "月" ? text[after.startIndex...].dropFirst().prefix { $0.isLatinOrDigit || $0 == "日" } : []
    return string(before + Array(word) + (follows.isEmpty ? Array(after) : [first] + follows))
  }

  private static func word(in text: [Unicode.Scalar], around place: Int) -> ArraySlice<Unicode.Scalar> {
    guard text[place].isLatinOrDigit else { return [] }
    let start = text[..<place].lastIndex { !$0.isLatinOrDigit }.map { $0 + 1 } ?? 0
    let end = text[place...].firstIndex { !$0.isLatinOrDigit } ?? text.endIndex
    return text[start..<end]
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
