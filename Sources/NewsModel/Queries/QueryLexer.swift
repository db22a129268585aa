/// A part of a query's text.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open
    case close
    case minus
    case or
    /// `name` is in lower case; the value is nil where nothing follows the colon.
    case field(name: String, value: String?)
    case word(String)
    /// A regular expression as it stands between its slashes, those within it still with their backslash.
    case pattern(String)
  }

  var kind: Kind
  /// In characters.
  var range: Range<Int>
}

/// Cuts a query's text into tokens. Linear in its length.
struct QueryLexer {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// The number of characters of the text.
  var length: Int { characters.count }

  mutating func tokens() throws(QueryError) -> [QueryToken] {
    var tokens: [QueryToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(QueryError) -> QueryToken? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    switch characters[position] {
    case "(", "（": return single(.open)
    case ")", "）": return single(.close)
    case "-": return single(.minus)
    case "\"", "“": return QueryToken(kind: .word(try quoted()), range: start..<position)
    case "/": return QueryToken(kind: .pattern(try pattern()), range: start..<position)
    default: return try wordOrField(from: start)
    }
  }

  private mutating func single(_ kind: QueryToken.Kind) -> QueryToken {
    position += 1
    return QueryToken(kind: kind, range: position - 1..<position)
  }

  private mutating func wordOrField(from start: Int) throws(QueryError) -> QueryToken {
    while position < characters.count, !endsWord(characters[position]) {
      if characters[position] == ":" || characters[position] == "：" {
        return try field(named: String(characters[start..<position]).lowercased(), from: start)
      }
      position += 1
    }
    let word = String(characters[start..<position])
    return QueryToken(kind: word == "OR" ? .or : .word(word), range: start..<position)
  }

  private mutating func field(named name: String, from start: Int) throws(QueryError) -> QueryToken {
    position += 1
    guard position < characters.count, !characters[position].isWhitespace else {
      return QueryToken(kind: .field(name: name, value: nil), range: start..<position)
    }
    if characters[position] == "\"" || characters[position] == "“" {
      let value = try quoted()
      return QueryToken(kind: .field(name: name, value: value), range: start..<position)
    }
    let valueStart = position
    while position < characters.count, !endsWord(characters[position]) { position += 1 }
    let value = String(characters[valueStart..<position])
    return QueryToken(kind: .field(name: name, value: value.isEmpty ? nil : value), range: start..<position)
  }

  /// Text in quotation marks; a backslash takes the next character as it is.
  private mutating func quoted() throws(QueryError) -> String {
    let start = position
    let closing: Character = characters[position] == "“" ? "”" : "\""
    position += 1
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == closing { return text }
      if character == "\\", position < characters.count {
        text.append(characters[position])
        position += 1
      } else {
        text.append(character)
      }
    }
    throw QueryError(.unclosedQuote, at: start..<position)
  }

  /// A regular expression between slashes; a backslash takes the next character with it.
  private mutating func pattern() throws(QueryError) -> String {
    let start = position
    position += 1
    while position < characters.count, characters[position] != "/" { position += characters[position] == "\\" ? 2 : 1 }
    guard position < characters.count else { throw QueryError(.unclosedPattern, at: start..<characters.count) }
    position += 1
    return String(characters[start + 1..<position - 1])
  }

  private func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || "()（）\"“".contains(character)
  }
}
