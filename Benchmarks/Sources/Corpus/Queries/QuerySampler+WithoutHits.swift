extension QuerySampler {
  /// Texts of four characters whose three pairs are common and occur in many articles together, while the text itself
  /// occurs in none of the sample. The hardest first; 中央视网 leads.
  ///
  /// - Returns: queries with the share of articles that hold all three pairs.
  public func queriesWithoutHits(count: Int) -> [SampledQuery] {
    let pairs = commonPairs(200)
    var chains: [SampledQuery] = [candidates(of: "中央视网")]
    var found: [SampledQuery] = []
    for first in pairs {
      for second in pairs where second.text[0] == first.text[1] && second != first {
        let both = first.articles.intersection(second.articles)
        guard both.count * 20 > sampleCount else { continue }
        for third in pairs where third.text[0] == second.text[1] && third != second {
          let share = Double(both.intersection(third.articles).count) / Double(sampleCount)
          let text = Self.string(first.text + third.text)
          if share >= 0.05, Set(text.unicodeScalars).count == 4 { found.append(SampledQuery(text: text, share: share)) }
        }
      }
    }
    found.sort { ($0.share, $0.text) > ($1.share, $1.text) }
    for query in found where chains.count < count && self.share(of: query.text) == 0 { chains.append(query) }
    return chains
  }

  private struct Pair: Equatable {
    var text: [Unicode.Scalar]
    var articles: Set<Int>

    /// By how many articles; the text decides among equals, so that every run has the same order.
    var rank: (Int, Unicode.Scalar, Unicode.Scalar) { (articles.count, text[0], text[1]) }
  }

  /// The pairs of Han characters that most articles hold.
  private func commonPairs(_ count: Int) -> [Pair] {
    var articles: [[Unicode.Scalar]: Set<Int>] = [:]
    for (index, text) in texts.enumerated() {
      for place in text.indices.dropLast() where text[place].isHan && text[place + 1].isHan {
        articles[[text[place], text[place + 1]], default: []].insert(index)
      }
    }
    let pairs = articles.map { Pair(text: $0.key, articles: $0.value) }
    return Array(pairs.sorted { $0.rank > $1.rank }.prefix(count))
  }

  private func candidates(of query: String) -> SampledQuery {
    let scalars = Array(query.unicodeScalars)
    let held = texts.count { text in
      zip(scalars, scalars.dropFirst()).allSatisfy { pair in
        zip(text, text.dropFirst()).contains { $0 == pair }
      }
    }
    return SampledQuery(text: query, share: Double(held) / Double(sampleCount))
  }
}
