/// In which order a list shows its articles: what `sort:` asks for.
package enum ArticleOrder: String, CaseIterable, Hashable, Sendable {
  /// By publish time, the newest first.
  case published
  /// By publish time, the oldest first.
  case oldest
  /// By arrival in the store, the latest first; of one second, the newest first. Articles of which it is not known come last.
  case arrived
  /// What is most about the sought words first, of the newest that match; the others follow by publish time.
  case relevance

  package var chineseName: String {
    switch self {
    case .published: "发布"
    case .oldest: "最旧"
    case .arrived: "收到"
    case .relevance: "相关度"
    }
  }

  /// The order of a name in either language, in any case.
  package init?(name: String) {
    guard let order = Self.called(name, { [$0.rawValue, $0.chineseName] }) else { return nil }
    self = order
  }

  /// Whether an article stands before another one. Scores are not known here: by relevance the newer stands first.
  package func puts(_ one: ArticlePlace, before other: ArticlePlace) -> Bool {
    switch self {
    case .published, .relevance: one.id > other.id
    case .oldest: one.id < other.id
    case .arrived:
      (one.arrived ?? ArticlePlace.unknownArrival, one.id) > (other.arrived ?? ArticlePlace.unknownArrival, other.id)
    }
  }
}

extension Query {
  /// The order in which its articles are listed. Where nothing can be scored, none is by relevance; of several the last one holds.
  package var order: ArticleOrder {
    let order = orders.last ?? .published
    return order == .relevance && soughtTexts.isEmpty ? .published : order
  }

  /// The orders that it asks for, each once; more than one contradict each other.
  package var orders: [ArticleOrder] { conjuncts.compactMap(\.ownOrder) }

  /// The query that lists the same articles in an order.
  package func sorted(by order: ArticleOrder) -> Query {
    order == .published ? withoutOrder : .allOf(withoutOrder.conjuncts + [.sort(order)])
  }

  /// What it asks of articles, whatever their order.
  package var withoutOrder: Query { orders.isEmpty ? self : .allOf(conjuncts.filter { $0.ownOrder == nil }) }

  /// What both ask, in the order of the other query where that has one.
  package func narrowed(by other: Query) -> Query {
    .allOf((other.orders.isEmpty ? self : withoutOrder).conjuncts + [other])
  }

  /// Whether an order stands where it cannot hold for the whole query.
  var hasMisplacedOrder: Bool { conjuncts.contains { $0.ownOrder == nil && $0.leaves.contains { $0.ownOrder != nil } } }

  private var ownOrder: ArticleOrder? { if case .sort(let order) = self { order } else { nil } }
}

extension String {
  /// The text of a query without the terms of a field, which stand beside the others; nil where it is no query.
  ///
  /// Linear in the text.
  package func withoutTerms(of field: QueryField) -> String? {
    var lexer = QueryLexer(self)
    let tokens: [QueryToken]
    do throws(QueryError) {
      tokens = try lexer.tokens()
    } catch {  // Whoever types it is told what is wrong.
      return nil
    }
    var result = String.UnicodeScalarView()
    var copied = 0
    for token in tokens {
      guard case .field(field, _) = token.kind else { continue }
      // With the blanks behind it.
      result.append(contentsOf: lexer.scalars[copied..<token.range.lowerBound])
      copied = token.range.upperBound
      while copied < lexer.length, lexer.scalars[copied].properties.isWhitespace { copied += 1 }
    }
    result.append(contentsOf: lexer.scalars[copied...])
    while result.last?.properties.isWhitespace == true { result.removeLast() }
    return String(result)
  }
}
