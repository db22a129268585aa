import NewsModel

extension Query {
  /// Whether articles are found by words in them, not only by what was counted or marked.
  var searchesWords: Bool {
    switch self {
    case .text, .title, .author, .regex: true
    case .and(let terms), .or(let terms): terms.contains(where: \.searchesWords)
    case .not(let term): term.searchesWords
    default: false
    }
  }

  /// The part of the query that is a search; `all` where none is.
  var search: Query { .allOf(conjuncts.filter(\.searchesWords)) }
}
