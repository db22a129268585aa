internal import NewsModel

/// What an article is about: title, text and tags come back to it.
struct Topic {
  /// Indices into `Vocabulary.tags`, each once.
  var tags: [Int] = []
  /// Indices into `Vocabulary.companies`.
  var companies: [Int] = []
  var source = 0
  /// Where and when it was published, on the clocks of Shanghai.
  var published = CivilTime(dayNumber: 0)
}
