import ArticleFields
import JSON
package import SourceForms
import TextScanning

extension SourceFormat {
  /// A list of mappings, or documents of them.
  package static let yaml = SourceFormat("YAML", extensions: ["yaml", "yml"], container: .records, isMet: \.isYAML) {
    TranscodedReader<YAMLTranscoder>(context: $0)
  }
}

/// Turns the part of YAML in which news is kept into JSON: mappings of names and texts, alone, in a list or in documents.
///
/// Scalars are read in all five styles, and lists of scalars in both. What lies deeper, anchors, tags and references are text.
struct YAMLTranscoder: JSONTranscoder {
  let notes = ParseNotes()
  let refusal: ParseRefusal.Reason? = nil

  /// A key with the lines behind it, before they are understood.
  private struct Entry {
    let key: String
    let first: Substring
    let indent: Int
    var lines: [(indent: Int, text: Substring)] = []
  }

  private var entries: [Entry] = []
  /// How far the dashes of the records stand in, and how far their keys.
  private var dashIndent: Int?
  private var keyIndent: Int?
  /// Whether a headline or a text is among the entries.
  private var holdsArticle = false
  private var size = 0
  private var breaks = 0
  private let limit: Int

  init(context: ParsingContext) { limit = context.sizeLimit }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    for line in bytes.wholeLines {
      take(
        Substring(decoding: line, as: UTF8.self).dropping(suffix: "\r") ?? Substring(decoding: line, as: UTF8.self),
        &json)
      breaks += 1
    }
    if isLast { endRecord(&json) }
  }

  private mutating func take(_ line: Substring, _ json: inout JSONText) {
    let content = line.trimmed
    let indent = line.utf8.prefix { $0 == 0x20 }.count
    if content.isEmpty {
      if !entries.isEmpty { entries[entries.count - 1].lines.append((indent, "")) }
      return
    }
    if indent == 0, content == "---" || content == "..." || content.starts(with: "--- ") { return endRecord(&json) }
    if let last = entries.last, let keyIndent, indent > keyIndent, dashOfRecord(content, indent) == nil || isBlock(last)
    {
      return keep(indent, content)
    }
    if content.starts(with: "#") { return }
    if let inner = dashOfRecord(content, indent) {
      // What stands before the list is about the whole.
      if dashIndent == nil, !entries.isEmpty { entries = [] }
      endRecord(&json)
      dashIndent = indent
      let rest = inner.utf8.drop { $0 == 0x20 }
      begin(Substring(rest), indent: indent + content.utf8.count - rest.count)
    } else if content.starts(with: "- ") || Self.pair(of: content) == nil {
      keep(indent, content)
    } else {
      begin(content, indent: indent)
    }
  }

  /// What stands behind the dash with which a record begins; nil for any other line.
  private func dashOfRecord(_ content: Substring, _ indent: Int) -> Substring? {
    guard let inner = content.dropping(prefix: "- ") ?? (content == "-" ? "" : nil) else { return nil }
    if let dashIndent { return indent <= dashIndent ? inner : nil }
    // The list may stand below a name of the whole, and each dash on a line of its own.
    return !holdsArticle && (inner.isEmpty || Self.pair(of: inner[...].trimmed) != nil) ? inner : nil
  }

  private func isBlock(_ entry: Entry) -> Bool { entry.first.starts(with: "|") || entry.first.starts(with: ">") }

  private mutating func begin(_ content: Substring, indent: Int) {
    keyIndent = entries.isEmpty ? indent : keyIndent ?? indent
    guard let (key, value) = Self.pair(of: content) else { return keep(indent, content) }
    size += content.utf8.count
    guard size <= limit, entries.count < 1_000 else { return }
    holdsArticle = holdsArticle || FieldNames.named(FieldNames.folded(key))?.makesAnArticle ?? false
    entries.append(Entry(key: key, first: Self.withoutComment(value), indent: indent))
  }

  private mutating func keep(_ indent: Int, _ content: Substring) {
    size += content.utf8.count + 1
    guard size <= limit, !entries.isEmpty else { return }
    entries[entries.count - 1].lines.append((indent, content))
  }

  private mutating func endRecord(_ json: inout JSONText) {
    let holds = entries.contains { !$0.first.isEmpty || !$0.lines.allSatisfy(\.text.isEmpty) }
    if size > limit {
      json.appendOversized(limit: limit)
    } else if holds {
      json.append(object: entries.map { ($0.key, Self.values(of: $0)) }.filter { !$0.1.isEmpty })
    }
    json.append(lineBreaks: breaks)
    (entries, keyIndent, holdsArticle, size, breaks) = ([], nil, false, 0, 0)
  }

  /// `key: value`, the key perhaps in quotation marks.
  private static func pair(of line: Substring) -> (key: String, value: Substring)? {
    guard
      let colon = line.utf8.indices.first(where: { index in
        guard line.utf8[index] == UInt8(ascii: ":") else { return false }
        let next = line.utf8.index(after: index)
        return next == line.endIndex || line.utf8[next] == 0x20
      })
    else { return nil }
    let key = line[..<colon].trimmed.trimmed(of: ["\"", "'"])
    guard !key.isEmpty, key.utf8.count <= 80, !key.utf8.contains(0x20) || key.words.count <= 3 else { return nil }
    return (String(key), line[line.utf8.index(after: colon)...].trimmed)
  }

  private static func withoutComment(_ value: Substring) -> Substring {
    guard let first = value.utf8.first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'"),
      let mark = value.range(ofBytes: " #")
    else { return value }
    return value[..<mark.lowerBound].trimmed
  }
}

// MARK: - Values

extension YAMLTranscoder {
  private static func values(of entry: Entry) -> [String] {
    if let style = entry.first.utf8.first, style == UInt8(ascii: "|") || style == UInt8(ascii: ">") {
      return [block(entry.lines, isFolded: style == UInt8(ascii: ">"))]
    }
    let lines = entry.lines.map(\.text).filter { !$0.isEmpty }
    if entry.first.isEmpty, !lines.isEmpty, lines.allSatisfy({ $0.starts(with: "- ") || $0 == "-" }) {
      return lines.map { scalar($0.dropFirst(2).trimmed) }.filter { !$0.isEmpty }
    }
    let joined = ([entry.first] + lines).filter { !$0.isEmpty }.joined(separator: " ")
    if joined.utf8.first == UInt8(ascii: "["), joined.utf8.last == UInt8(ascii: "]") {
      return TagList.split(joined.dropFirst().dropLast()).map { scalar($0[...].trimmed) }
    }
    let value = scalar(joined[...])
    return value.isEmpty ? [] : [value]
  }

  /// A block: as it stands, or with its lines joined to paragraphs.
  private static func block(_ lines: [(indent: Int, text: Substring)], isFolded: Bool) -> String {
    let margin = lines.filter { !$0.text.isEmpty }.map(\.indent).min() ?? 0
    let texts = lines.map { String(repeating: " ", count: max(0, min($0.indent - margin, 40))) + $0.text }
    guard isFolded else { return texts.joined(separator: "\n") }
    let paragraphs = texts.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
    return paragraphs.joined(separator: "\n\n")
  }

  private static func scalar(_ text: Substring) -> String {
    if let inner = text.dropping(prefix: "'"), let whole = inner.dropping(suffix: "'") {
      return String(whole.replacing("''", with: "'"))
    }
    guard let inner = text.dropping(prefix: "\""), let whole = inner.dropping(suffix: "\"") else {
      return text == "~" || text == "null" ? "" : String(text)
    }
    // The escapes are those of JSON, and some more that nobody writes.
    let quoted = Array("{\"\":\"\(whole)\"}".utf8)
    return quoted.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      guard case .object(let members)? = reader.readValueIfAny(), case .string(let value)? = members[""] else {
        return String(whole)
      }
      return value
    }
  }
}

extension FormatSample {
  /// `- title: …`
  private var beginsWithEntry: Bool {
    let lines = text.utf8.split(maxSplits: 20) { $0 == 0x0a || $0 == 0x0d }.prefix(20).map { Substring($0).trimmed }
    let first = lines.first { !$0.isEmpty && !$0.starts(with: "#") && $0 != "---" }
    guard let entry = first?.dropping(prefix: "- "), let colon = entry.range(ofBytes: ":"),
      entry[colon.upperBound...].utf8.first ?? 0x20 == 0x20
    else { return false }
    return FieldNames.named(FieldNames.folded(String(entry[..<colon.lowerBound]))) != nil
  }

  fileprivate var isYAML: Bool {
    if beginsWithEntry { return true }
    let census = LineCensus(text)
    guard census.mostly(\.keyed), census.isNested else { return false }
    let names = text.utf8.split(maxSplits: 40) { $0 == 0x0a || $0 == 0x0d }.prefix(40).map { line in
      Substring(
        Substring(line).trimmed.utf8.drop { $0 == UInt8(ascii: "-") || $0 == 0x20 }.prefix { $0 != UInt8(ascii: ":") })
    }
    return names.contains { FieldNames.named(FieldNames.folded(String($0)))?.makesAnArticle ?? false }
  }
}
