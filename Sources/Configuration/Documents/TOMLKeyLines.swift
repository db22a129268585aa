/// The lines on which the keys of a TOML file stand.
///
/// The parser tells the place of mistakes in the notation but not of values, so this scans the file once more for its
/// keys: table headers, dotted and quoted keys, and keys of inline tables. It expects a file that the parser accepts;
/// of any other it finds less, and never fails.
struct TOMLKeyLines: Sendable {
  private var lines: [[String]: Int] = [:]

  init(_ text: String) {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.scanDocument()
    lines = scanner.lines
  }

  /// The line of the key at `path`, counted from 1; of a table that only its members name, the line of the first.
  subscript(path: [String]) -> Int? { lines[path] }
}

private struct Scanner {
  let bytes: [UInt8]
  var lines: [[String]: Int] = [:]
  private var position = 0
  private var line = 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count {
      guard let byte = current else { return }
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private func sees(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = current, condition(byte) { advance() }
  }

  private mutating func skipBlanks() { skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  private mutating func skipLine() {
    skip { $0 != UInt8(ascii: "\n") }
    advance()
  }

  /// Blanks, line ends, commas and comments, as they stand between the members of arrays and inline tables.
  private mutating func skipFiller() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ","): advance()
      case UInt8(ascii: "#"): skipLine()
      default: return
      }
    }
  }

  private mutating func record(_ path: [String]) {
    for length in path.indices {
      let prefix = Array(path[...length])
      if lines[prefix] == nil { lines[prefix] = line }
    }
  }

  mutating func scanDocument() {
    if sees("\u{FEFF}") { advance(3) }
    var table: [String] = []
    while true {
      skipFiller()
      guard let byte = current else { return }
      if byte == UInt8(ascii: "[") {
        skip { $0 == UInt8(ascii: "[") }
        table = scanKey()
        record(table)
      } else {
        scanMember(of: table)
      }
      skipLine()
    }
  }

  /// `key = value`.
  private mutating func scanMember(of table: [String]) {
    let path = table + scanKey()
    record(path)
    guard current == UInt8(ascii: "=") else { return }
    advance()
    skipBlanks()
    scanValue(at: path)
  }

  /// A bare, quoted or dotted key with the blanks around it.
  private mutating func scanKey() -> [String] {
    var parts: [String] = []
    while true {
      skipBlanks()
      let start = position
      if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        skipString()
        parts.append(String(decoding: bytes[start..<position].dropFirst().dropLast(), as: UTF8.self))
      } else {
        skip { $0.isBareKey }
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipBlanks()
      guard current == UInt8(ascii: ".") else { return parts }
      advance()
    }
  }

  private mutating func scanValue(at path: [String]) {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
    case UInt8(ascii: "["): scanMembers(closedBy: UInt8(ascii: "]")) { $0.scanValue(at: path) }
    case UInt8(ascii: "{"): scanMembers(closedBy: UInt8(ascii: "}")) { $0.scanMember(of: path) }
    default: skip { !$0.endsPlainValue }
    }
  }

  private mutating func scanMembers(closedBy end: UInt8, scanOne: (inout Scanner) -> Void) {
    advance()
    while true {
      skipFiller()
      guard let byte = current else { return }
      if byte == end { return advance() }
      let start = position
      scanOne(&self)
      // A byte that starts no member belongs to a broken file: step over it.
      if position == start { advance() }
    }
  }

  /// A string in any of the four notations.
  private mutating func skipString() {
    guard let quote = current else { return }
    let multiline = quote == UInt8(ascii: "\"") ? sees("\"\"\"") : sees("'''")
    advance(multiline ? 3 : 1)
    while let byte = current {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        advance(2)
      } else if byte == quote, !multiline {
        return advance()
      } else if byte == quote, sees("\"\"\"") || sees("'''") {
        // Up to two more quotation marks belong to the text itself.
        return skip { $0 == quote }
      } else {
        advance()
      }
    }
  }
}

extension UInt8 {
  fileprivate var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  fileprivate var endsPlainValue: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
