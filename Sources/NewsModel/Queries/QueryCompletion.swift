/// What is being typed at a place of a query, so that it can be completed.
package struct QueryCompletion: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// The beginning of a word, which may become the name of a field.
    case term
    case value(QueryField)
  }

  package let subject: Subject
  /// What has been typed of it, without a quotation mark that it begins with.
  package let typed: String
  /// What a completion takes the place of, in characters of the text; ends at the caret.
  package let range: Range<Int>

  /// - Parameters:
  ///   - caret: in characters; what stands behind it does not count.
  /// - Returns: nil within a phrase or a regular expression, and where something is complete. Linear in the text.
  package init?(of text: String, caret: Int) {
    let text = String(text.prefix(caret))
    var lexer = QueryLexer(text)
    guard let part = lexer.openPart() else { return nil }
    subject = part.subject
    typed = part.typed
    range = text.characterRange(ofScalars: part.start..<lexer.length)
  }

  /// The text with `completion`, a part of a query, in the place of what was typed.
  package func applied(_ completion: String, to text: String) -> String {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(start, offsetBy: range.count)
    return text.replacingCharacters(in: start..<end, with: completion)
  }
}

extension QueryLexer {
  fileprivate typealias OpenPart = (subject: QueryCompletion.Subject, typed: String, start: Int)

  /// What the text ends with, as long as it can go on; places are in scalars.
  fileprivate mutating func openPart() -> OpenPart? {
    var last: QueryToken?
    do throws(QueryError) {
      while let token = try next() { last = token }
    } catch {
      return openValue(from: error.range.lowerBound)
    }
    guard let last, last.range.upperBound == length else { return (.term, "", length) }
    switch last.kind {
    case .open, .minus: return (.term, "", length)
    case .word(let word): return isQuote(at: last.range.lowerBound) ? nil : (.term, word, last.range.lowerBound)
    case .field(let field, let value):
      return isQuote(at: last.valueStart) ? nil : (.value(field), value ?? "", last.valueStart)
    case .close, .or, .unknownField, .pattern: return nil
    }
  }

  /// A value whose quotation mark stands at `quote` and is still open.
  private func openValue(from quote: Int) -> OpenPart? {
    guard let openQuote, tokenStart < quote else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[tokenStart..<quote - 1])
    return QueryField(name: String(name)).map { (.value($0), openQuote, quote) }
  }

  private func isQuote(at index: Int) -> Bool { index < length && QuerySign.quotes[scalars[index]] != nil }
}
