/// Reads the lines of a file: comments, headers of tables, and keys with values.
///
/// No mistake ends it, but for those of `Limits`: it reports what is wrong and goes on where the next value, or at the latest
/// the next line, begins. So every mistake is found in one run, and few are found twice.
struct TOMLParser {
  var cursor: TOMLCursor
  var tree = TOMLTree()
  private(set) var mistakes: [TOMLMistake] = []
  private let limits: TOMLDocument.Limits
  /// The table that keys are written to; nil below a header that could not be read.
  private var section: Int? = TOMLTree.root
  private var sectionDepth = 0
  private var nesting = 0
  private var keyCount = 0
  private var isOver = false

  init(_ bytes: [UInt8], limits: TOMLDocument.Limits) {
    cursor = TOMLCursor(bytes)
    self.limits = limits
  }

  mutating func parseDocument() {
    checkEncoding()
    while true {
      skipFiller()
      if cursor.isAtEnd { return }
      nesting = sectionDepth
      let isRead = cursor.sees("[") ? parseHeader() : parseAssignment(into: section)
      if isRead { expectLineEnd() } else { cursor.skipLine() }
    }
  }

  /// Notes a mistake. Of several at one place only the first says something.
  mutating func report(_ kind: TOMLMistake.Kind, at place: TOMLPlace) {
    guard !isOver, mistakes.last?.place != place else { return }
    guard mistakes.count < limits.mistakes else { return end(.tooManyMistakes(limits.mistakes), at: place) }
    mistakes.append(TOMLMistake(kind, at: place))
  }

  /// Notes a mistake about something that began before others were found in it.
  mutating func reportOnce(_ kind: TOMLMistake.Kind, at place: TOMLPlace) {
    if !mistakes.contains(where: { $0.place == place }) { report(kind, at: place) }
  }

  /// Notes a mistake that ends the reading.
  private mutating func end(_ kind: TOMLMistake.Kind, at place: TOMLPlace) {
    guard !isOver else { return }
    mistakes.append(TOMLMistake(kind, at: place))
    isOver = true
    cursor.skipToEnd()
  }

  // MARK: - Lines

  private mutating func checkEncoding() {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = cursor.bytes[cursor.position...].makeIterator()
    var checked = cursor
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): checked.advance(scalar.count)
      case .error: return report(.badEncoding, at: checked.place)
      case .emptyInput: return
      }
    }
  }

  /// Skips blanks, line ends and comments. Returns whether a line ended.
  @discardableResult
  mutating func skipFiller() -> Bool {
    let line = cursor.place.line
    while let byte = cursor.current {
      switch byte {
      case " ", "\t": cursor.advance()
      case "\n", "\r": skipNewline()
      case "#": skipComment()
      default: return cursor.place.line > line
      }
    }
    return cursor.place.line > line
  }

  /// Skips a line end, and reports one that is no end in TOML.
  mutating func skipNewline() {
    if cursor.sees("\r"), !cursor.sees("\r\n"), !mistakes.contains(where: { $0.kind == .loneCarriageReturn }) {
      report(.loneCarriageReturn, at: cursor.place)
    }
    if !cursor.takes("\r\n") { cursor.advance() }
  }

  private mutating func skipComment() {
    while let byte = cursor.current, !cursor.isAtLineEnd {
      if byte.isControl { report(.controlCharacter(byte), at: cursor.place) }
      cursor.advance()
    }
  }

  private mutating func expectLineEnd() {
    cursor.skipBlanks()
    guard !cursor.isAtLineEnd, !cursor.sees("#") else { return }
    let place = cursor.place
    let rest = cursor.skip { $0 != .lineFeed && $0 != .carriageReturn }
    report(.unexpectedText(String(excerpt: rest)), at: place)
  }

  // MARK: - Headers and keys

  /// `[table]` or `[[list of tables]]`; false where the rest of the line makes no sense.
  private mutating func parseHeader() -> Bool {
    let isList = cursor.sees("[[")
    cursor.advance(isList ? 2 : 1)
    section = nil
    nesting = 0
    guard let path = parseKey() else { return false }
    sectionDepth = path.count
    guard cursor.takes(isList ? "]]" : "]") else {
      report(.headerUnclosed, at: cursor.place)
      return false
    }
    do {
      section = try tree.open(path, isList: isList)
    } catch {
      report(error.kind, at: error.place)
    }
    return true
  }

  /// `key = value`. False where no value could be read; then the cursor stands at what spoils it.
  mutating func parseAssignment(into table: Int?) -> Bool {
    let start = nesting
    defer { nesting = start }
    let path = parseKey()
    if path != nil, !cursor.sees("="), !reportLookalike() { report(.equalsMissing, at: cursor.place) }
    // The value of a key that makes no sense is read all the same: its further lines would be taken for others.
    cursor.skip { !$0.endsSpoiledKey }
    guard cursor.takes("=") else { return false }
    cursor.skipBlanks()
    guard let value = parseValue() else { return false }
    guard let path, let table else { return true }
    do {
      try tree.insert(value, at: path, in: table)
    } catch {
      report(error.kind, at: error.place)
    }
    return true
  }

  /// A key with the blanks around it; each of its parts is one level more of nesting.
  private mutating func parseKey() -> [TOMLKey]? {
    var path: [TOMLKey] = []
    repeat {
      cursor.skipBlanks()
      guard let key = parseSimpleKey() else { return nil }
      path.append(key)
      keyCount += 1
      guard keyCount <= limits.keys else {
        end(.tooManyKeys(limits.keys), at: key.place)
        return nil
      }
      guard enter(at: key.place) else { return nil }
      cursor.skipBlanks()
    } while cursor.takes(".")
    return path
  }

  private mutating func parseSimpleKey() -> TOMLKey? {
    let place = cursor.place
    if cursor.sees("\"\"\"") || cursor.sees("'''") {
      report(.keyOfSeveralLines, at: place)
      return nil
    }
    if cursor.sees("\"") || cursor.sees("'") { return parseString().map { TOMLKey(name: $0, place: place) } }
    if reportLookalike() { return nil }
    let name = cursor.skip { !$0.endsBareKey }
    guard !name.isEmpty else {
      report(.keyMissing, at: place)
      return nil
    }
    if let bad = name.first(where: { !$0.isBareKey }) {
      if let (found, meant) = TOMLParser.lookalike(in: name) {
        report(.lookalike(found, instead: meant), at: place)
        return nil
      }
      if bad.isControl {
        report(.controlCharacter(bad), at: place)
        return nil
      }
      report(.keyNeedsQuotes(String(excerpt: name)), at: place)
    }
    return TOMLKey(name: String(decoding: name, as: UTF8.self), place: place)
  }

  /// Goes one level deeper; false, and the reading ends, where that is too deep.
  mutating func enter(at place: TOMLPlace) -> Bool {
    nesting += 1
    if nesting > limits.depth { end(.tooDeep(levels: limits.depth), at: place) }
    return nesting <= limits.depth
  }

  mutating func leave() { nesting -= 1 }
}
