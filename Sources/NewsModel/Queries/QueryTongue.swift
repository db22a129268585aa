/// The language of the names in a query. What is typed is understood in either; what is shown has one.
package enum QueryTongue: Hashable, Sendable {
  case english
  case chinese
}

extension CaseIterable {
  /// The case of a name, in any case of letters.
  ///
  /// - Parameter names: those of a case in either language, in small letters.
  static func called(_ name: String, _ names: (Self) -> [String]) -> Self? {
    let name = name.lowercased()
    return allCases.first { names($0).contains(name) }
  }
}

extension QueryTongue {
  /// The text of a query with the names of fields, statuses and spans of time in this language: `tag:央行 since:7d` is
  /// `标签：央行 起：7天`. All else stays as it was written, also what means nothing.
  ///
  /// Both texts mean the same. Linear in the text.
  package func worded(_ text: String) -> String {
    var lexer = QueryLexer(text)
    var result = String.UnicodeScalarView()
    var copied = 0
    do throws(QueryError) {
      while let token = try lexer.next() {
        guard case .field(let field, let value) = token.kind else { continue }
        result.append(contentsOf: lexer.scalars[copied..<token.range.lowerBound])
        result.append(contentsOf: (field.name(in: self) + colon).unicodeScalars)
        copied = token.valueStart
        if let word = value.flatMap({ word(for: $0, of: field) }) {
          result.append(contentsOf: word.unicodeScalars)
          copied = token.range.upperBound
        }
      }
    } catch {  // The rest is no query: it stays as it was typed.
    }
    result.append(contentsOf: lexer.scalars[copied...])
    return String(result)
  }

  private var colon: String { self == .chinese ? "：" : ":" }

  /// What stands for a value in this language; nil where it is nobody's word but the writer's.
  private func word(for value: String, of field: QueryField) -> String? {
    switch field {
    case .status: QueryStatus(name: value)?.name(in: self)
    case .since, .until, .seen, .asOf: DateExpression.worded(value, in: self)
    case .session: TradingSession(name: value).map { self == .chinese ? $0.chineseName : $0.rawValue }
    case .event: TermField.event.word(for: value, in: self)
    case .topic: TermField.topic.word(for: value, in: self)
    case .tone: TermField.tone.word(for: value, in: self)
    case .sort: ArticleOrder(name: value).map { self == .chinese ? $0.chineseName : $0.rawValue }
    case .language, .has, .kind: field.choice(named: value)?.name(in: self)
    case .tag, .source, .label, .company, .keyword, .amount, .change, .title, .author, .folder, .address: nil
    }
  }
}

extension QueryField {
  fileprivate func name(in tongue: QueryTongue) -> String { tongue == .chinese ? chineseName : rawValue }
}

extension QueryChoice {
  fileprivate func name(in tongue: QueryTongue) -> String { tongue == .chinese ? chineseName : name }
}

extension QueryStatus {
  fileprivate func name(in tongue: QueryTongue) -> String { tongue == .chinese ? chineseName : rawValue }
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
