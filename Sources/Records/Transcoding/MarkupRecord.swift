import ArticleFields
import Markup
import TextScanning

/// The fields of one record in XML or SGML, by the names of its elements and attributes.
struct MarkupRecord {
  private var members: [(name: String, values: [String])] = []
  private var places: [String: Int] = [:]
  /// The elements that are open, with the text of each.
  private var open: [Element] = []

  private struct Element {
    let name: String
    var bytes: [UInt8] = []
    /// Where its content begins, for what is kept with its tags.
    let start: Int
    var holdsParagraphs = false
    var holdsFields = false
  }

  private static let paragraphs: Set<String> = ["p", "br", "para", "paragraph", "block", "div", "h1", "h2", "li", "ul"]
  private static let deepest = 64
  private static let mostMembers = 500

  /// Reads the record from its start tag on.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lexer = MarkupLexer(bytes, dialect: .xml)
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end:
        while !open.isEmpty { close(bytes, end: bytes.count) }
        return
      case .startTag: start(token, &lexer, bytes)
      case .endTag: end(lexer.verbatim(lexer.localName(token.name)).lowercased(), token, bytes)
      case .text: if !open.isEmpty { lexer.append(token.content, to: &open[open.count - 1].bytes) }
      case .cdata: if !open.isEmpty { open[open.count - 1].bytes += bytes[token.content] }
      case .comment, .declaration, .instruction: break
      }
    }
  }

  private mutating func start(_ token: MarkupToken, _ lexer: inout MarkupLexer, _ bytes: UnsafeBufferPointer<UInt8>) {
    let name = lexer.verbatim(lexer.localName(token.name)).lowercased()
    if Self.paragraphs.contains(name), let last = open.indices.dropFirst().last {
      open[last].holdsParagraphs = true
      open[last].bytes.append(0x0a)
      return
    }
    readAttributes(token, name, &lexer)
    guard !token.isSelfClosing, open.count < Self.deepest else { return }
    if let last = open.indices.last, !Self.isInline(name) { open[last].holdsFields = true }
    open.append(Element(name: name, start: token.range.upperBound))
  }

  /// The fields. Where an agency gives its headline twice, once behind the place it is about, the bare one counts.
  var fields: [(name: String, values: [String])] {
    let headline = members.first { $0.name == "headline" }?.values.first
    return members.compactMap { member in
      guard member.name == "title" || member.name == "headline" else { return member }
      if member.name == "title", let headline, member.values.first?.hasSuffix(headline) ?? false { return nil }
      return (member.name, member.values.map(Self.withoutStop))
    }
  }

  /// A headline of an agency without the full stop behind it; the point of an abbreviation stays.
  private static func withoutStop(_ title: String) -> String {
    guard let rest = title[...].dropping(suffix: "."), let last = rest.words.last, last.utf8.count > 4,
      !last.utf8.contains(UInt8(ascii: "."))
    else { return title }
    return String(rest)
  }

  /// `<newsitem date="…">`, and `<dc element="dc.date.published" value="…"/>`.
  private mutating func readAttributes(_ token: MarkupToken, _ name: String, _ lexer: inout MarkupLexer) {
    var key: String?
    var value: String?
    for attribute in lexer.attributes(of: token).prefix(40) {
      let attributeName = lexer.verbatim(lexer.localName(attribute.name)).lowercased()
      let text = lexer.string(attribute.value, in: .attribute)
      switch attributeName {
      case "element", "name", "property", "key": key = text
      case "value", "content": value = text
      default:
        // An attribute that is called like tags says whether there are some.
        let meaning = open.isEmpty ? FieldNames.named(FieldNames.folded(attributeName)) : nil
        if let meaning, meaning.field != .tags { add(attributeName, text) }
      }
    }
    guard let key, let value, let last = key.split(separator: ".").last else { return }
    add(String(last), value)
  }

  /// Elements of running text.
  private static func isInline(_ name: String) -> Bool {
    ["a", "b", "i", "em", "strong", "span", "font", "u", "sup", "sub", "hl1", "person", "org", "location"].contains(
      name)
  }

  private mutating func end(_ name: String, _ token: MarkupToken, _ bytes: UnsafeBufferPointer<UInt8>) {
    if Self.paragraphs.contains(name) {
      if let last = open.indices.last { open[last].bytes.append(0x0a) }
      return
    }
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > place { close(bytes, end: token.range.lowerBound) }
  }

  private mutating func close(_ bytes: UnsafeBufferPointer<UInt8>, end: Int) {
    let element = open.removeLast()
    // The record itself is no field of its own.
    guard let parent = open.indices.last else { return }
    if Self.isInline(element.name) {
      open[parent].bytes += element.bytes
      return
    }
    let text = Self.text(element, bytes, end)
    guard !text.isEmpty else { return }
    // `<TOPICS><D>…</D></TOPICS>`: elements of a list that say nothing by themselves bear the name of the list.
    let isUnknown = FieldNames.named(FieldNames.folded(element.name)) == nil
    let isListed = FieldNames.named(FieldNames.folded(open[parent].name))?.field == .tags
    add(isUnknown && isListed ? open[parent].name : element.name, text)
  }

  /// Paragraphs as they are marked, or as their first lines stand in.
  private static func text(_ element: Element, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> String {
    // What surrounds fields is no text of its own: blanks, and what an agency sends beside it.
    if element.holdsFields, !element.holdsParagraphs { return "" }
    let text = String(decoding: element.bytes, as: UTF8.self)
    guard !element.holdsParagraphs else { return text }
    return withoutIndents(text)
  }

  /// Joins lines that were broken at a width, where only the first line of a paragraph stands in.
  private static func withoutIndents(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0a).map { Substring($0) }
    let indented = lines.dropFirst().count { $0.utf8.first == 0x20 && !$0.trimmed.isEmpty }
    guard lines.count > 2, indented > 0, indented < lines.count - 1 else { return String(text[...].trimmed) }
    var paragraphs: [String] = []
    for line in lines {
      if let last = paragraphs.indices.last, line.utf8.first != 0x20 {
        paragraphs[last] += " " + line.trimmed
      } else {
        paragraphs.append(String(line.trimmed))
      }
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private mutating func add(_ name: String, _ value: String) {
    // Agencies wrote signs of their machines between the texts.
    let bytes = Array(value.utf8.filter { $0 >= 0x20 || $0 == 0x0a || $0 == 0x09 }).trimmed
    let value = String(decoding: bytes, as: UTF8.self)
    guard !value.isEmpty else { return }
    if let place = places[name] {
      members[place].values.append(value)
    } else if members.count < Self.mostMembers {
      places[name] = members.count
      members.append((name, [value]))
    }
  }
}
