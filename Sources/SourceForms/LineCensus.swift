import TextScanning

/// What the lines of a text look like: how many are sentences, and how many are written for machines.
///
/// One pass over the bytes of a sample.
package struct LineCensus {
  /// Lines that hold something, and are complete.
  package private(set) var lines = 0
  package private(set) var sentences = 0
  /// Addresses alone.
  package private(set) var addresses = 0
  /// A time at the start, and a level or a process behind it.
  private(set) var logged = 0
  /// `key = value`, `[section]`
  private(set) var assigned = 0
  /// `key: value`, `- item`
  package private(set) var keyed = 0
  package private(set) var encoded = 0
  package private(set) var code = 0
  private var comments = 0
  /// Whether the first line that is no comment is code: in an article on programming it is the headline.
  private var beginsWithCode = false
  package private(set) var isNested = false
  private var braces = 0
  private var bytes = 0
  /// How many of each sign that can part cells stand in the first line, and how many lines have as many.
  private var cells: [(count: Int, lines: Int)] = []

  package init(_ text: Substring) {
    for line in text.utf8.split(omittingEmptySubsequences: true, whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      let whole = Substring(line)
      let trimmed = whole.trimmed
      if !trimmed.isEmpty { take(trimmed, isIndented: trimmed.startIndex > whole.startIndex) }
      if lines >= Self.enough, sentences * 3 >= lines { return }
    }
  }

  /// Where so many lines hold sentences, the rest needs no look.
  private static let enough = 12
  /// Fewer lines prove nothing.
  private static let fewest = 3

  /// Whether nine of ten lines are of a kind, and there are some.
  package func mostly(_ kind: KeyPath<LineCensus, Int>) -> Bool {
    lines >= Self.fewest && self[keyPath: kind] * 10 >= lines * 9 && sentences * 5 <= lines
  }

  /// Whether every line has as many cells as the first. What sentences have too parts no cells of a text that consists of them.
  package var isTable: Bool {
    zip(cells, Self.separators).contains { cell, separator in
      lines >= separator.fewestLines && cell.count >= 2 && cell.lines * 10 >= lines * 9
        && (!separator.isMarkOfSentences || sentences * 5 <= lines)
    }
  }

  /// Whether most lines are code, or what stands on few lines is full of braces.
  package var isCode: Bool {
    let isWritten = lines >= 6 && code * 10 >= (lines - comments) * 6 && sentences * 5 <= lines
    return beginsWithCode && isWritten || (bytes >= 200 && braces * 60 >= bytes && sentences == 0)
  }

  /// What can part cells, and how many lines prove it: the marks of sentences come in equal numbers by chance, too.
  private static let separators: [(mark: UInt8, fewestLines: Int, isMarkOfSentences: Bool)] = [
    (0x09, 3, false), (UInt8(ascii: "|"), 3, false), (UInt8(ascii: "!"), 3, false), (UInt8(ascii: ","), 6, true),
    (UInt8(ascii: ";"), 6, true),
  ]

  private mutating func take(_ line: Substring, isIndented: Bool) {
    lines += 1
    bytes += line.utf8.count
    let isComment = line.starts(with: "#") || line.starts(with: "//") || line.starts(with: ";")
    let isKeyed = Self.isKeyed(line)
    let isSentence = !isComment && !isKeyed && Self.isSentence(line)
    if isSentence { sentences += 1 }
    countCells(line)
    for byte in line.utf8 where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { braces += 1 }
    if Self.isAddress(line) { addresses += 1 }
    if Self.isLogged(line) { logged += 1 }
    if Self.isEncoded(line) { encoded += 1 }
    if Self.isAssigned(line) || isComment { assigned += 1 }
    if isKeyed || isComment {
      keyed += 1
      isNested = isNested || isIndented || line.starts(with: "- ")
    }
    let isCode = !isSentence && Self.isCode(line)
    if isCode { code += 1 } else if isComment { comments += 1 }
    if lines == comments + 1 { beginsWithCode = isCode }
  }

  private mutating func countCells(_ line: Substring) {
    let counts = Self.separators.map { separator in line.utf8.count { $0 == separator.mark } }
    if cells.isEmpty { cells = counts.map { ($0, 0) } }
    for (index, count) in counts.enumerated() where cells[index].count == count { cells[index].lines += 1 }
  }
}

// MARK: - Lines

extension LineCensus {
  /// Running text: Chinese with its marks, or several words of letters that end in a full stop.
  private static func isSentence(_ line: Substring) -> Bool {
    if line.contains(anyOf: ["。", "，", "！", "？", "、"]) { return true }
    if line.unicodeScalars.contains(where: \.isIdeograph), line.utf8.count > 60 { return true }
    guard line.endsSentence, line.utf8.last != UInt8(ascii: ";") else { return false }
    return line.words.count { $0.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ",") } } >= 6
  }

  private static func isAddress(_ line: Substring) -> Bool {
    (line.starts(with: "http://") || line.starts(with: "https://")) && !line.contains(anyOf: [" ", "\u{3000}"])
  }

  private static let levels = [
    "INFO", "WARN", "ERROR", "DEBUG", "TRACE", "FATAL", "NOTICE", "CRITICAL", "info", "warn", "error", "debug",
    "\"GET /", "\"POST /",
    "]: ", "[pid",
  ]

  private static func isLogged(_ line: Substring) -> Bool {
    let start = line.utf8.prefix(60)
    guard start.count(where: \.isDigit) >= 4, start.contains(UInt8(ascii: ":")) else { return false }
    let head = Substring(line.utf8.prefix(200))
    return levels.contains { head.holds($0) }
  }

  private static func isAssigned(_ line: Substring) -> Bool {
    if line.starts(with: "["), line.utf8.last == UInt8(ascii: "]"), line.utf8.count < 80 { return true }
    let rest = line.utf8.drop { isNameByte($0) }
    guard rest.count < line.utf8.count else { return false }
    return Substring(rest).trimmed.utf8.first == UInt8(ascii: "=")
  }

  private static func isKeyed(_ line: Substring) -> Bool {
    if line.starts(with: "- ") || line == "---" || line == "-" { return true }
    let rest = line.utf8.drop { isNameByte($0) }
    guard rest.count < line.utf8.count, rest.first == UInt8(ascii: ":") else { return false }
    let value = rest.dropFirst()
    return value.isEmpty || value.first == 0x20
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// A long run of letters and digits without a blank.
  private static func isEncoded(_ line: Substring) -> Bool {
    line.utf8.count >= 40
      && line.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=")
      }
  }

  private static let keywords = KeywordTable<Void>([
    (
      (),
      "import,from,package,using,namespace,def,class,struct,enum,interface,function,func,fn,var,let,const,return,if,else,elif,"
        + "for,while,switch,case,try,except,catch,finally,with,public,private,protected,static,void,int,#include,#define,@,end,"
        + "begin,select,do,done,fi,export,echo,print,module,use,pub,impl,mod,type,async,await,raise,throw,yield,/*,*/,<?,?>"
    )
  ])

  private static func isCode(_ line: Substring) -> Bool {
    guard let last = line.utf8.last else { return false }
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "\\"): return true
    default: break
    }
    let isWritten = line.contains(anyOf: ["(", "=", "{", "[", ":", ";"])
    if keywords.match(line) != nil, isWritten || line.words.count <= 3 { return true }
    if isAssigned(line) { return true }
    // `name(…)`, `name.call(…)`
    let rest = line.utf8.drop { isNameByte($0) }
    return rest.first == UInt8(ascii: "(") && rest.count < line.utf8.count
      && [")", ",", "("].contains(line.unicodeScalars.last)
  }
}
