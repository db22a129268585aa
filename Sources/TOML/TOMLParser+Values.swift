extension TOMLParser {
  /// A value. Nil where there is none: then what is wrong was reported, and the cursor stands behind it or at a line end.
  mutating func parseValue() -> TOMLValue? {
    let place = cursor.place
    guard let byte = cursor.current, !cursor.isAtLineEnd else {
      report(.valueMissing, at: place)
      return nil
    }
    switch byte {
    case "\"", "'": return parseString().map { TOMLValue(.text($0), at: place) }
    case "[": return parseList()
    case "{": return parseInlineTable()
    default: return parseBareValue().map { TOMLValue($0, at: place) }
    }
  }

  // MARK: - Lists

  private mutating func parseList() -> TOMLValue? {
    let start = cursor.place
    guard enter(at: start) else { return nil }
    defer { leave() }
    cursor.advance()
    var elements: [TOMLValue] = []
    while true {
      guard goesOn(from: start) else { return nil }
      if cursor.takes("]") { return TOMLValue(.list(elements), at: start) }
      if let element = parseValue() { elements.append(element) } else { skipSpoiled(until: "]") }
      guard goesOn(from: start) else { return nil }
      if cursor.takes(",") { continue }
      if !cursor.sees("]"), !reportLookalike() { report(.commaMissing, at: cursor.place) }
    }
  }

  /// Skips to what follows in a list. A line that can only be the next of the file tells that the list was not closed; then the
  /// cursor stays before it.
  private mutating func goesOn(from start: TOMLPlace) -> Bool {
    let before = cursor
    let isNewLine = skipFiller()
    guard cursor.isAtEnd || isNewLine && looksLikeStatement else { return true }
    report(.listUnclosed, at: start)
    cursor = before
    return false
  }

  /// Whether `[name]` or `name =` stands here, neither of which a list can hold.
  private var looksLikeStatement: Bool {
    var ahead = cursor
    let isHeader = ahead.takes("[")
    if isHeader { _ = ahead.takes("[") }
    while let byte = ahead.current {
      switch byte {
      case "\"", "'": ahead.skipQuoted(byte)
      case ".", " ", "\t": ahead.advance()
      default:
        guard ahead.skip(while: { $0.isBareKey }).isEmpty else { continue }
        return isHeader ? ahead.sees("]") && isName(from: cursor, to: ahead) : ahead.sees("=")
      }
    }
    return false
  }

  /// Whether what stands in brackets is a name, and neither a text nor a number.
  private func isName(from start: TOMLCursor, to end: TOMLCursor) -> Bool {
    let name = cursor.bytes[start.position..<end.position].drop { $0 == UInt8(ascii: "[") || $0.isBlank }
    guard let first = name.first, first.isBareKey, !first.isDigit else { return false }
    return !["true", "false", "inf", "nan"].contains(String(decoding: name.prefix { $0.isBareKey }, as: UTF8.self))
  }

  /// Skips the rest of a member that could not be read, up to the comma, the bracket or the line end behind it.
  private mutating func skipSpoiled(until end: Unicode.Scalar) {
    cursor.skip { $0 != UInt8(ascii: ",") && !(end ~= $0) && $0 != .lineFeed && $0 != .carriageReturn }
  }

  // MARK: - Inline tables

  private mutating func parseInlineTable() -> TOMLValue? {
    let start = cursor.place
    guard enter(at: start) else { return nil }
    defer { leave() }
    cursor.advance()
    let table = tree.addInlineTable(at: start)
    var comma: TOMLPlace?
    while !cursor.isAtEnd {
      var before = cursor
      var isNewLine = skipFiller()
      if isNewLine, cursor.sees("[") { return tableUnclosed(from: start, at: before) }
      // That it spans lines is a mistake, yet what stands there is read, so that it is a single one.
      if isNewLine, !cursor.isAtEnd { reportOnce(.tableOfSeveralLines, at: start) }
      if cursor.takes("}") {
        if let comma { report(.commaAtEnd, at: comma) }
        return TOMLValue(.table(tree.entries(of: table)), at: start)
      }
      if !parseAssignment(into: table) { skipSpoiled(until: "}") }
      before = cursor
      isNewLine = skipFiller()
      if isNewLine, !cursor.sees(","), !cursor.sees("}") { return tableUnclosed(from: start, at: before) }
      if isNewLine { reportOnce(.tableOfSeveralLines, at: start) }
      comma = cursor.sees(",") ? cursor.place : nil
      if cursor.takes(",") || cursor.sees("}") { continue }
      if !reportLookalike() { report(.commaMissing, at: cursor.place) }
    }
    return tableUnclosed(from: start, at: cursor)
  }

  /// Goes back to the end of the line that an inline table should have ended on.
  private mutating func tableUnclosed(from start: TOMLPlace, at end: TOMLCursor) -> TOMLValue? {
    reportOnce(.tableUnclosed, at: start)
    if !cursor.isAtEnd { cursor = end }
    return nil
  }

  // MARK: - Look-alikes

  /// Reports a sign at the cursor that only looks like one of the notation.
  mutating func reportLookalike() -> Bool {
    let rest = cursor.bytes[cursor.position...].prefix(4)
    guard let (found, meant) = TOMLParser.lookalike(in: rest.prefix { $0 >= 0x80 }), rest.starts(with: found.utf8)
    else {
      return false
    }
    report(.lookalike(found, instead: meant), at: cursor.place)
    return true
  }

  /// The first sign in a text that an input method for Chinese, or a word processor, writes for one of the notation.
  static func lookalike(in bytes: ArraySlice<UInt8>) -> (found: String, meant: String)? {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let meant = lookalikes[scalar] { return (String(scalar), meant) }
    }
    return nil
  }

  private static let lookalikes: [Unicode.Scalar: String] = [
    "＝": "=", "“": "\"", "”": "\"", "‘": "'", "’": "'", "＂": "\"", "＇": "'", "「": "\"", "」": "\"", "，": ",", "、": ",",
    "［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}", "＃": "#", "．": ".", "。": ".", "\u{3000}": " ",
    "\u{A0}": " ",
  ]
}

extension TOMLCursor {
  /// Moves over a text in quotation marks on one line.
  fileprivate mutating func skipQuoted(_ quote: UInt8) {
    advance()
    while let byte = current, !isAtLineEnd {
      advance(byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1)
      if byte == quote { return }
    }
  }
}
