/// One block of an article's body, as a reader sees it.
package enum Block: Hashable, Sendable {
  case paragraph(String)
  /// `level` is 1 … 6.
  case heading(String, level: Int)
  case quote(String)
  /// Its items; blanks before one tell its level (`ListItem`).
  case list([String])
  case table([[String]])
  case code(String)
  /// A picture that the page showed here; the text is its caption.
  case figure(String)

  /// The block as plain text; rows are lines, cells are separated by tabs.
  package var text: String {
    switch self {
    case .paragraph(let text), .heading(let text, _), .quote(let text), .code(let text), .figure(let text): text
    case .list(let items): items.joined(separator: "\n")
    case .table(let rows): rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }
  }
}

extension Sequence<Block> {
  /// The body as plain text: blocks joined by a blank line, without figure captions.
  package var plainText: String {
    compactMap { block in
      if case .figure = block { return nil }
      return block.text
    }
    .joined(separator: "\n\n")
  }
}

extension Block: Codable {
  private enum CodingKeys: String, CodingKey { case kind, text, level, items, rows }

  private enum Kind: String, Codable { case paragraph, heading, quote, list, table, code, figure }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func text() throws -> String { try fields.decode(String.self, forKey: .text) }
    switch try fields.decode(Kind.self, forKey: .kind) {
    case .paragraph: self = .paragraph(try text())
    case .heading: self = .heading(try text(), level: try fields.decode(Int.self, forKey: .level))
    case .quote: self = .quote(try text())
    case .list: self = .list(try fields.decode([String].self, forKey: .items))
    case .table: self = .table(try fields.decode([[String]].self, forKey: .rows))
    case .code: self = .code(try text())
    case .figure: self = .figure(try text())
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    func write(_ kind: Kind) throws {
      try fields.encode(kind, forKey: .kind)
      try fields.encode(text, forKey: .text)
    }
    switch self {
    case .paragraph: try write(.paragraph)
    case .heading(_, let level):
      try write(.heading)
      try fields.encode(level, forKey: .level)
    case .quote: try write(.quote)
    case .list(let items):
      try write(.list)
      try fields.encode(items, forKey: .items)
    case .table(let rows):
      try write(.table)
      try fields.encode(rows, forKey: .rows)
    case .code: try write(.code)
    case .figure: try write(.figure)
    }
  }
}

/// An item of a list, and how many lists lie around that list.
///
/// Written as its text behind two blanks for each level, so that a list of one level is just its texts, in the store as in exports.
package struct ListItem: Hashable, Sendable {
  /// 0 for the outermost list.
  package var level: Int
  package var text: String

  package static let mostLevels = 8
  private static let blanks = "  "

  package init(level: Int, text: String) {
    self.level = min(max(0, level), Self.mostLevels)
    self.text = text
  }

  package init(_ written: String) {
    let start = written.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    self.init(level: start / Self.blanks.count, text: String(written.utf8.dropFirst(start)) ?? written)
  }

  /// The item as lists hold it.
  package var written: String { String(repeating: Self.blanks, count: level) + text }
}
