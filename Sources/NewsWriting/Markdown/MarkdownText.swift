import TextBasics

extension [UInt8] {
  /// Appends text of others so that Markdown shows it as it is: no emphasis, link, HTML, heading or list comes of it.
  ///
  /// A line break becomes a hard one.
  ///
  /// - Parameter indent: what each further line begins with.
  mutating func append(markdown text: String, indent: StaticString = "") {
    let lines = KeptText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: true)
    for (index, line) in lines.enumerated() {
      if index > 0 { self += "  \n\(indent)".utf8 }
      append(markdownLine: line.drop { $0 == " " })
    }
  }

  private mutating func append(markdownLine line: Substring) {
    if let mark = Self.markAtStart(line) {
      self += line.utf8.prefix(mark)
      append(UInt8(ascii: "\\"))
      append(inline: line.utf8.dropFirst(mark), isEscaped: true)
    } else {
      append(inline: line.utf8[...], isEscaped: false)
    }
  }

  /// Appends text with a backslash before whatever means something within a line.
  private mutating func append(inline text: Substring.UTF8View.SubSequence, isEscaped: Bool) {
    var isEscaped = isEscaped
    for byte in text {
      if !isEscaped, Self.special.contains(byte) { append(UInt8(ascii: "\\")) }
      isEscaped = false
      append(byte)
    }
  }

  private static let special = Set("\\`*_[]<>&|~".utf8)

  /// The offset of the sign that would begin a heading, a list, a quotation, a rule or a fence; nil where none would.
  private static func markAtStart(_ line: Substring) -> Int? {
    let digits = line.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard let first = line.utf8.dropFirst(digits).first else { return nil }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
      return digits == 0 ? 0 : nil
    case UInt8(ascii: "."), UInt8(ascii: ")"): return digits > 0 ? digits : nil
    default: return nil
    }
  }
}
