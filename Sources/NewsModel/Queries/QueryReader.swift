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

  init(_ tokens: [QueryToken], end: Int, parser: QueryParser) {
    self.tokens = tokens
    self.end = end
    self.parser = parser
  }

  /// The query of all tokens.
  mutating func query() throws(QueryError) -> Query {
    guard next != nil else { return .all }
    let query = try alternatives(depth: 0)
    guard let rest = next else { return query }
    throw QueryError(.unopenedParenthesis, at: rest.range)
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
    case .field(let field, let value): return try parser.term(field, value, token)
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
