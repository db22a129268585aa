public import Foundation

/// Reads the query language: what `f`, the command line's `list` and saved filters are written in.
///
/// Terms that stand beside each other must all hold; `OR` (in capitals) joins alternatives, `-` excludes, parentheses group.
/// A term is `tag:`, `source:`, `label:`, `title:` or `author:` with a value, `is:unread|read|starred|stub|muted`,
/// `since:` or `until:` with a date (`DateExpression`), or a word or "phrase" or `/regular expression/`, which is looked
/// for in titles and texts. Chinese names of the fields serve too.
public struct QueryParser: Sendable {
  /// What relative dates such as `7d` count from.
  public let now: Timestamp
  /// The zone of dates.
  public let zone: TimeZone
  /// What is wrong with a regular expression; nil where nothing is.
  private let checkPattern: @Sendable (String) -> PatternMistake?

  /// - Parameters:
  ///   - checkPattern: tells what is wrong with a regular expression. Without it all count as right.
  public init(
    now: Timestamp, zone: TimeZone, checkPattern: @escaping @Sendable (String) -> PatternMistake? = { _ in nil }
  ) {
    self.now = now
    self.zone = zone
    self.checkPattern = checkPattern
  }

  /// The query that the text means; all articles where it is blank. Linear in its length.
  public func parse(_ text: String) throws(QueryError) -> Query {
    var lexer = QueryLexer(text)
    var reader = TokenReader(tokens: try lexer.tokens(), end: lexer.length, parser: self)
    guard !reader.isAtEnd else { return .all }
    let query = try reader.alternatives(depth: 0)
    guard let rest = reader.next else { return query }
    throw QueryError(.unopenedParenthesis, at: rest.range)
  }

  /// The names of the fields, in both languages, and those of the statuses.
  public static let fieldNames = ["tag", "source", "label", "title", "author", "is", "since", "until"]
  public static let statusNames = ["unread", "read", "starred", "stub", "muted"]

  private static let chineseNames = [
    "标签": "tag", "来源": "source", "栏目": "label", "标题": "title", "作者": "author", "起": "since", "止": "until",
  ]

  fileprivate func term(_ name: String, _ value: String?, at range: Range<Int>) throws(QueryError) -> Query {
    let field = Self.chineseNames[name] ?? name
    guard Self.fieldNames.contains(field) else { throw QueryError(.unknownField(name), at: range) }
    guard let value else { throw QueryError(.missingValue(field), at: range) }
    switch field {
    case "tag": return .tag(value)
    case "source": return .source(value)
    case "label": return .label(value)
    case "title": return .title(value)
    case "author": return .author(value)
    case "is": return try status(value, at: range)
    default:
      guard let date = DateExpression(value, now: now, in: zone) else { throw QueryError(.badDate(value), at: range) }
      return field == "since" ? .since(date.range.lowerBound) : .until(date.range.upperBound)
    }
  }

  /// - Parameters:
  ///   - pattern: as it stands between the slashes.
  fileprivate func regex(_ pattern: String, at range: Range<Int>) throws(QueryError) -> Query {
    guard !pattern.isEmpty else { throw QueryError(.emptyPattern, at: range) }
    if let mistake = checkPattern(pattern) {
      let place = range.lowerBound + 1 + mistake.offset
      throw QueryError(.badPattern(mistake.reason), at: place..<max(place, range.upperBound - 1))
    }
    return .regex(pattern.withoutEscapesOfSlashes)
  }

  private func status(_ name: String, at range: Range<Int>) throws(QueryError) -> Query {
    switch name.lowercased() {
    case "unread": return .unread
    case "read": return .read
    case "starred": return .starred
    case "stub": return .stub
    case "muted": return .muted
    default: throw QueryError(.unknownStatus(name), at: range)
    }
  }
}

/// Recursive descent over the tokens of one query.
private struct TokenReader {
  /// Deeper nesting than anybody types is refused, so that no input can exhaust the stack.
  private static let depthLimit = 64

  let tokens: [QueryToken]
  let end: Int
  let parser: QueryParser
  private var position = 0

  init(tokens: [QueryToken], end: Int, parser: QueryParser) {
    self.tokens = tokens
    self.end = end
    self.parser = parser
  }

  var next: QueryToken? { position < tokens.count ? tokens[position] : nil }
  var isAtEnd: Bool { next == nil }

  mutating func alternatives(depth: Int) throws(QueryError) -> Query {
    var parts = [try terms(depth: depth)]
    while next?.kind == .or {
      position += 1
      parts.append(try terms(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func terms(depth: Int) throws(QueryError) -> Query {
    var parts: [Query] = []
    while let token = next, token.kind != .or, token.kind != .close { parts.append(try term(token, depth: depth)) }
    guard !parts.isEmpty else { throw QueryError(.missingTerm, at: next?.range ?? end..<end) }
    return .allOf(parts)
  }

  private mutating func term(_ token: QueryToken, depth: Int) throws(QueryError) -> Query {
    position += 1
    guard depth < Self.depthLimit else { throw QueryError(.unclosedParenthesis, at: token.range) }
    switch token.kind {
    case .word(let text): return .text(text)
    case .pattern(let pattern): return try parser.regex(pattern, at: token.range)
    case .field(let name, let value): return try parser.term(name, value, at: token.range)
    case .minus:
      guard let operand = next, operand.kind != .or, operand.kind != .close else {
        throw QueryError(.missingTerm, at: token.range)
      }
      return .not(try term(operand, depth: depth + 1))
    case .open:
      if next?.kind == .close {
        position += 1
        return .all
      }
      let inner = try alternatives(depth: depth + 1)
      guard next?.kind == .close else { throw QueryError(.unclosedParenthesis, at: token.range) }
      position += 1
      return inner
    case .or, .close: throw QueryError(.missingTerm, at: token.range)
    }
  }
}

extension String {
  fileprivate var withoutEscapesOfSlashes: String {
    var result = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      if next != "/" { result.append(character) }
      result.append(next)
    }
    return result
  }
}
