import TOMLKit

/// A TOML file as plain values, each with the line that its key stands on.
struct TOMLDocument: Hashable, Sendable {
  /// The entries at the top of the file, in the order of their lines.
  let entries: [TOMLEntry]

  /// Parses `text`; a mistake in the notation is thrown as a problem at its line of `file`.
  init(_ text: String, file: String) throws(ConfigurationProblem) {
    // The parser takes a C string and would silently stop at a zero byte.
    if let zero = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<zero].count { $0 == UInt8(ascii: "\n") } + 1
      throw ConfigurationProblem(.syntax("zero byte"), at: .file(file, line: line))
    }
    do {
      // The parser first: it bounds how deep values nest, on which the scan for lines relies.
      let table = try TOMLTable(string: text)
      entries = TOMLDocument.entries(of: table, at: [], lines: TOMLKeyLines(text))
    } catch let error as TOMLParseError {
      throw ConfigurationProblem(.syntax(error.description), at: .file(file, line: error.source.begin.line))
    } catch {
      throw ConfigurationProblem(.syntax("\(error)"), at: .file(file, line: nil))
    }
  }

  subscript(key: String) -> TOMLEntry? { entries.first { $0.key == key } }

  private static func entries(of table: TOMLTable, at path: [String], lines: TOMLKeyLines) -> [TOMLEntry] {
    table.map { key, value in
      let path = path + [key]
      return TOMLEntry(path: path, value: node(value, at: path, lines: lines), line: lines[path])
    }
    // The parser sorts keys by name; messages should follow the file.
    .sorted { ($0.line ?? .max, $0.key) < ($1.line ?? .max, $1.key) }
  }

  private static func node(
    _ value: any TOMLValueConvertible, at path: [String], lines: TOMLKeyLines
  ) -> TOMLNode {
    if let text = value.string { return .text(text) }
    if let number = value.int { return .number(number) }
    if let flag = value.bool { return .flag(flag) }
    if let array = value.array { return .list(array.map { node($0, at: path, lines: lines) }) }
    if let table = value.table { return .table(entries(of: table, at: path, lines: lines)) }
    return .other(value.debugDescription)
  }
}
