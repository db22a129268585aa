package import Foundation

/// Reads the query language, which docs/query-language.md describes: what `f`, the command line and saved queries are
/// written in.
///
/// Terms that stand beside each other must all hold; `OR` (in capitals) joins alternatives, `-` excludes, parentheses group.
/// A term is a `QueryField` with a value, or a word, a "phrase" or a `/regular expression/`, which is looked for in titles
/// and texts.
package struct QueryParser: Sendable {
  /// What relative dates such as `7d` count from, where the query asks for no moment of its own.
  package let now: Timestamp
  /// What they count from: `since:7d as-of:2022-06-15` asks as it would have been asked then.
  private var asked: Timestamp
  /// The zone of dates.
  package let zone: TimeZone
  /// Whose days and hours sessions, open and close mean.
  package let exchange: TradingCalendar.Exchange
  /// What is wrong with a regular expression; nil where nothing is.
  private let checkPattern: @Sendable (String) -> PatternMistake?
  private let names: QueryNames
  private let asksForArriving: Bool

  /// - Parameters:
  ///   - names: how the store calls the companies and events that a query names.
  ///   - asksForArriving: whether the query is one of news as it arrives, of which nothing was known before.
  ///   - checkPattern: tells what is wrong with a regular expression. Without it all count as right.
  package init(
    now: Timestamp, zone: TimeZone, names: QueryNames = .unchecked,
    exchange: TradingCalendar.Exchange = TradingCalendar.current, asksForArriving: Bool = false,
    checkPattern: @escaping @Sendable (String) -> PatternMistake? = { _ in nil }
  ) {
    self.now = now
    asked = now
    self.zone = zone
    self.names = names
    self.exchange = exchange
    self.asksForArriving = asksForArriving
    self.checkPattern = checkPattern
  }

  /// The query that the text means; all articles where it is blank. Linear in its length.
  package func parse(_ text: String) throws(QueryError) -> Query {
    let query = try read(text)
    guard let moment = query.asOf, moment != asked else { return query }
    var parser = self
    parser.asked = moment
    return try parser.read(text)
  }

  private func read(_ text: String) throws(QueryError) -> Query {
    do throws(QueryError) {
      var lexer = QueryLexer(text)
      var reader = QueryReader(try lexer.tokens(), end: lexer.length, parser: self)
      return try reader.query()
    } catch {
      throw QueryError(error.kind, at: text.characterRange(ofScalars: error.range))
    }
  }

  /// The query of one term; places of errors are in scalars.
  func term(_ field: QueryField, _ value: String?, _ token: QueryToken) throws(QueryError) -> Query {
    guard let value else { throw QueryError(.missingValue(field), at: token.range) }
    switch field {
    case .tag: return .tag(value)
    case .source: return .source(value)
    case .label: return .label(value)
    case .company: return try company(value, token)
    case .event: return .term(.event, try named(value, names.event, .unknownEvent(value), token))
    case .topic: return .term(.topic, try named(value, Topic.init(name:), .unknownTopic(value), token).rawValue)
    case .tone: return .term(.tone, try named(value, Tone.init(name:), .unknownTone(value), token).rawValue)
    case .keyword: return .term(.keyword, value)
    case .amount, .change:
      guard let condition = FigureCondition(value, isChange: field == .change, amount: names.amount) else {
        throw QueryError(.badFigure(field, value), at: token.valueRange)
      }
      return .figure(condition)
    case .title: return .title(value)
    case .author: return .author(value)
    case .folder: return .folder(value)
    case .address: return .address(AddressCondition(value))
    case .language, .has, .kind:
      return try named(value, field.choice, .unknownChoice(field, value), token).query
    case .status:
      guard let status = QueryStatus(name: value) else {
        throw QueryError(.unknownStatus(value), at: token.valueRange)
      }
      return status.query
    case .since: return .since(try date(value, token).range.lowerBound)
    case .until: return .until(try date(value, token).range.upperBound)
    case .seen: return .seen(since: try visit(value, token))
    case .asOf:
      if asksForArriving { throw QueryError(.asOfArriving, at: token.range) }
      // What will be known is not known yet.
      return .asOf(min(now, try date(value, token, from: now).moment))
    case .session: return .session(try session(value, token))
    case .sort: return .sort(try named(value, ArticleOrder.init(name:), .unknownOrder(value), token))
    }
  }

  /// Several companies may share a name: each of them is meant.
  private func company(_ value: String, _ token: QueryToken) throws(QueryError) -> Query {
    let codes = names.companies(value)
    guard !codes.isEmpty else { throw QueryError(.unknownCompany(value), at: token.valueRange) }
    return .anyOf(codes.map { .term(.company, $0) })
  }

  private func named<Value>(
    _ value: String, _ make: (String) -> Value?, _ mistake: QueryError.Kind, _ token: QueryToken
  ) throws(QueryError) -> Value {
    guard let result = make(value) else { throw QueryError(mistake, at: token.valueRange) }
    return result
  }

  private func date(
    _ value: String, _ token: QueryToken, from moment: Timestamp? = nil
  ) throws(QueryError) -> DateExpression {
    guard let date = DateExpression(value, now: moment ?? asked, in: zone, exchange: exchange) else {
      throw QueryError(TradingMoment(value) == nil ? .badDate(value) : .beyondCalendar(exchange), at: token.valueRange)
    }
    return date
  }

  private func visit(_ value: String, _ token: QueryToken) throws(QueryError) -> Query.Visit {
    DateExpression.namesLastVisit(value) ? .last : .begun(try date(value, token).range.lowerBound)
  }

  private func session(_ value: String, _ token: QueryToken) throws(QueryError) -> SessionCondition {
    guard let session = TradingSession(name: value) else {
      throw QueryError(.unknownSession(value), at: token.valueRange)
    }
    guard TradingCalendar.of(exchange).has(session) else {
      throw QueryError(.noSession(session, exchange), at: token.valueRange)
    }
    return SessionCondition(session, of: exchange)
  }

  /// - Parameters:
  ///   - pattern: as it stands between the slashes.
  func regex(_ pattern: String, _ token: QueryToken) throws(QueryError) -> Query {
    guard !pattern.isEmpty else { throw QueryError(.emptyPattern, at: token.range) }
    if let mistake = checkPattern(pattern) {
      let place = token.range.lowerBound + 1 + pattern.prefix(mistake.offset).unicodeScalars.count
      throw QueryError(.badPattern(mistake.reason), at: place..<max(place, token.range.upperBound - 1))
    }
    return .regex(pattern.withoutEscapedSlashes)
  }
}

extension QueryToken {
  fileprivate var valueRange: Range<Int> { valueStart..<range.upperBound }
}

extension String {
  /// The pattern that stands between slashes as this text: `\/` means a slash.
  fileprivate var withoutEscapedSlashes: String {
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == QuerySign.escape, let next = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      if next != QuerySign.slash { result.append(scalar) }
      result.append(next)
    }
    return String(result)
  }

  /// The characters that some scalars belong to; for no scalars, the place where they would stand.
  func characterRange(ofScalars range: Range<Int>) -> Range<Int> {
    var (lower, upper, start) = (0, 0, 0)
    for character in self {
      let end = start + character.unicodeScalars.count
      if end <= range.lowerBound { lower += 1 }
      if start < range.upperBound { upper += 1 }
      start = end
    }
    return lower..<(range.isEmpty ? lower : max(lower, upper))
  }
}

/// Recursive descent over the tokens of one query.
struct QueryReader {
  /// Deeper nesting and more terms than anybody types are refused, so that no input can exhaust stack or store.
  private static let depthLimit = 64
  private static let termLimit = 256

  private let tokens: [QueryToken]
  private let end: Int
  private let parser: QueryParser
  private var position = 0
  private var terms = 0
  /// The terms that ask for an order, where they stand.
  private var orders: [(order: ArticleOrder, range: Range<Int>)] = []

  init(_ tokens: [QueryToken], end: Int, parser: QueryParser) {
    self.tokens = tokens
    self.end = end
    self.parser = parser
  }

  /// The query of all tokens.
  mutating func query() throws(QueryError) -> Query {
    guard next != nil else { return .all }
    let query = try alternatives(depth: 0)
    guard let rest = next else {
      if query.hasMisplacedAsOf { throw QueryError(.misplacedAsOf, at: 0..<end) }
      try check(query)
      return query
    }
    throw QueryError(.unopenedParenthesis, at: rest.range)
  }

  /// That the query has one order at most, which it can have.
  private func check(_ query: Query) throws(QueryError) {
    guard let first = orders.first, let last = orders.last else { return }
    if query.hasMisplacedOrder {
      let found = orders.last { !query.orders.contains($0.order) }
      throw QueryError(.misplacedOrder, at: (found ?? last).range)
    }
    if let other = orders.first(where: { $0.order != first.order }) {
      throw QueryError(.contradictingOrder, at: other.range)
    }
    if first.order == .relevance, query.soughtTexts.isEmpty { throw QueryError(.nothingToRank, at: first.range) }
  }

  private var next: QueryToken? { position < tokens.count ? tokens[position] : nil }

  private mutating func alternatives(depth: Int) throws(QueryError) -> Query {
    var parts = [try conjunction(depth: depth)]
    while next?.kind == .or {
      position += 1
      parts.append(try conjunction(depth: depth))
    }
    return .anyOf(parts)
  }

  private mutating func conjunction(depth: Int) throws(QueryError) -> Query {
    var parts: [Query] = []
    while let token = next, token.kind != .or, token.kind != .close { parts.append(try term(token, depth: depth)) }
    guard !parts.isEmpty else { throw QueryError(.missingTerm, at: next?.range ?? end..<end) }
    return .allOf(parts)
  }

  private mutating func term(_ token: QueryToken, depth: Int) throws(QueryError) -> Query {
    position += 1
    terms += 1
    guard depth < Self.depthLimit, terms <= Self.termLimit else { throw QueryError(.tooComplex, at: token.range) }
    switch token.kind {
    case .word(let text): return .text(text)
    case .pattern(let pattern): return try parser.regex(pattern, token)
    case .field(let field, let value):
      let term = try parser.term(field, value, token)
      if case .sort(let order) = term { orders.append((order, token.range)) }
      return term
    case .unknownField(let name):
      throw QueryError(.unknownField(name), at: token.range.lowerBound..<token.valueStart)
    case .minus:
      guard let operand = next, operand.kind != .or, operand.kind != .close else {
        throw QueryError(.missingTerm, at: token.range)
      }
      return .excluding(try term(operand, depth: depth + 1))
    case .open: return try group(from: token, depth: depth)
    case .or, .close: throw QueryError(.missingTerm, at: token.range)
    }
  }

  private mutating func group(from open: QueryToken, depth: Int) throws(QueryError) -> Query {
    if next?.kind == .close {
      position += 1
      return .all
    }
    let inner = try alternatives(depth: depth + 1)
    guard next?.kind == .close else { throw QueryError(.unclosedParenthesis, at: open.range) }
    position += 1
    return inner
  }
}
