import ArticleFields
import JSON
import TextScanning

/// A JSON object as it is read: the fields of an article, those of newstape's own export, and what nobody knows.
struct JSONObjectRecord {
  private(set) var record = ArticleRecord()
  private(set) var exported = ExportedRecord()
  /// The places of keys that hold content which nobody took.
  private var unknown: [Int] = []
  /// Where objects and lists lie that nobody took, with the places of their keys.
  private var nested: [(place: Int, range: Range<Int>)] = []
  /// Whether a headline is a list, as in a table that is written column by column.
  private(set) var hasListOfTitles = false

  /// Reads the object here; false where it is damaged, or none.
  mutating func readIfWhole(_ reader: inout JSONReader, _ names: inout FieldResolver) -> Bool {
    do throws(JSONReader.Failure) {
      try read(&reader, &names)
      return true
    } catch {  // What is wrong with the whole is told when it is read.
      return false
    }
  }

  /// Reads the object here.
  mutating func read(_ reader: inout JSONReader, _ names: inout FieldResolver) throws(JSONReader.Failure) {
    try reader.readMembers { (key, reader) throws(JSONReader.Failure) in
      let place = names.place(of: key)
      reader.skipBlanks()
      if names.names[place].isUnknown {
        try skip(place, &reader, isRowNumber: names.names[place].isRowNumber)
      } else {
        try readValue(place, &reader, &names)
      }
    }
  }

  private mutating func skip(
    _ place: Int, _ reader: inout JSONReader, isRowNumber: Bool
  ) throws(JSONReader.Failure) {
    let start = reader.position
    try reader.skipValue()
    let value = reader.slice(from: start)
    guard Self.holdsContent(value), !isRowNumber || !RowNumber.isOne(value) else { return }
    leave(place, start..<reader.position, reader)
  }

  private mutating func leave(_ place: Int, _ range: Range<Int>, _ reader: JSONReader) {
    unknown.append(place)
    let first = reader.slice(from: range.lowerBound).first
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { nested.append((place, range)) }
  }

  private mutating func readValue(
    _ place: Int, _ reader: inout JSONReader, _ names: inout FieldResolver
  ) throws(JSONReader.Failure) {
    let start = reader.position
    let value = try reader.readValue()
    let name = names.names[place]
    if let own = name.own { exported.set(own, to: value) }
    for entry in name.nested {
      guard let found = value.value(at: entry.steps.dropFirst()), found.holdsContent else { continue }
      if take(found, FieldNames.Meaning(field: entry.field, rank: FieldResolver.rankOfMap), place) {
        names.countMapped(entry)
      }
    }
    let isTaken = name.meaning.map { take(value, $0, place) } ?? false
    // `"text": true` says something, but no text.
    guard value.holdsContent || !isTaken && value == .bool(true) else { return }
    if !isTaken, name.nested.isEmpty {
      leave(place, start..<reader.position, reader)
    } else {
      leaveMembers(of: value, name, &names)
    }
  }

  /// Takes a value for a field; false where nothing in it can be that.
  private mutating func take(_ value: JSONReader.Value, _ meaning: FieldNames.Meaning, _ place: Int) -> Bool {
    switch value {
    case .null: return true
    case .bool(let flag):
      guard meaning.field == .estimated else { return false }
      record.set(meaning, name: place, to: flag ? "true" : "false")
    case .array(let values):
      // A list of objects is a headline or a source of nothing.
      if meaning.field.isOneLine, meaning.field != .source || meaning.rank > 0, values.contains(where: \.isContainer) {
        return false
      }
      var texts = values.compactMap { $0.text(for: meaning.field) }
      // Of several providers the first is the one that wrote it.
      if meaning.field == .source { texts = Array(texts.prefix(1)) }
      if meaning.field == .title, texts.count > 1 { hasListOfTitles = true }
      if texts.isEmpty { return values.isEmpty }
      record.set(meaning, name: place, to: texts)
    case .object(let members) where meaning.field == .summary && members["content"]?.scalar != nil:
      // Readers of feeds keep the whole text there.
      record.set(
        FieldNames.Meaning(field: .text, rank: FieldNames.weakTextRank), name: place,
        to: members["content"]?.scalar ?? "")
    case .object, .string, .number:
      guard let text = value.text(for: meaning.field) else { return false }
      record.set(meaning, name: place, to: text)
    }
    return true
  }

  /// Notes what an object says beside that which was taken of it.
  private mutating func leaveMembers(
    of value: JSONReader.Value, _ name: FieldResolver.Name, _ names: inout FieldResolver
  ) {
    var left: Set<String> = []
    for case .object(let members) in value.objects where members.count > 1 {
      let taken = name.meaning.flatMap { JSONReader.Value.object(members).member(for: $0.field) }
      for (key, member) in members where key != taken && member.holdsContent {
        let isMapped = name.nested.contains { $0.steps.dropFirst().first == FieldNames.folded(key) }
        if !isMapped { left.insert(key) }
      }
    }
    unknown += left.sorted().map { names.place(of: "\(name.text).\($0)") }
  }

  /// Whether a value as it is written says anything.
  private static func holdsContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{"): bytes.dropFirst().dropLast().contains { $0 > 0x20 }
    // Neither true nor false, null nor NaN tells of an article.
    case let byte?: byte.isDigit && !(bytes.count == 1 && byte == UInt8(ascii: "0")) || byte == UInt8(ascii: "-")
    case nil: false
    }
  }
}

// MARK: - Once it is read

extension JSONObjectRecord {
  /// Names under which answers of interfaces keep their list, beside a title or a description of the whole.
  private static let listNames: Set<String> = [
    "items", "articles", "feed", "value", "response", "rolldata", "children", "news", "results", "result", "data",
    "entries", "docs", "documents", "list", "rows", "hits",
    "records", "stories", "posts", "feeds",
  ]

  /// Where the list of articles may lie that the object only wraps: none where it is an article itself.
  func lists(_ names: FieldResolver) -> [Range<Int>] {
    if record.hasText || nested.isEmpty { return [] }
    if !record.isArticle { return nested.map(\.range) }
    return nested.filter { Self.listNames.contains(FieldNames.folded(names.names[$0.place].text)) }.map(\.range)
  }

  /// Counts the keys of newstape's own export that it does not write.
  func countForeign(in names: inout FieldResolver) {
    for place in unknown where names.names[place].own == nil { names.countUnknown(place) }
  }

  /// Whether it may be a data frame that is written column by column, or apart from its names.
  func mayBeFrame(_ names: FieldResolver) -> Bool {
    hasListOfTitles
      || !record.isArticle
        && nested.contains { entry in
          let name = names.names[entry.place]
          return name.meaning?.makesAnArticle ?? false || name.text == "columns"
        }
  }

  /// Where an object lies that holds more of the article that this one is: none where the article is whole.
  func parts(_ names: FieldResolver) -> [(place: Int, range: Range<Int>)] {
    if record.hasText || !record.isArticle { return [] }
    return nested.filter { Self.partNames.contains(FieldNames.folded(names.names[$0.place].text)) }
  }

  private static let partNames: Set<String> = ["fields", "attributes", "_source", "properties", "article", "detail"]

  /// What an object within it says of the same article.
  mutating func takeOver(_ part: JSONObjectRecord, at place: Int) {
    record.append(part.record)
    unknown.removeAll { $0 == place }
    unknown += part.unknown
  }

  /// What the object says around the only article within it, such as its id and its time.
  mutating func takeOver(_ outer: JSONObjectRecord) { record.append(outer.record) }

  /// The objects within it, without the lists.
  func objects(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    nested.map(\.range).filter { bytes[$0.lowerBound] == UInt8(ascii: "{") }
  }

  /// Counts the keys that were passed over, once the object is known to be an article.
  func count(in names: inout FieldResolver) {
    for place in unknown { names.countUnknown(place) }
    record.countSurplus(in: &names)
  }
}

extension ArticleField {
  fileprivate var isOneLine: Bool {
    switch self {
    case .title, .summary, .source, .label, .estimated: true
    case .text, .published, .arrived, .author, .tags, .url, .id: false
    }
  }
}

// MARK: - Values

extension JSONReader.Value {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }

  /// The value, or those of a list.
  fileprivate var objects: [JSONReader.Value] { if case .array(let values) = self { values } else { [self] } }

  /// Whether it says anything.
  fileprivate var holdsContent: Bool {
    switch self {
    case .null, .bool: false
    case .number(let text): text != "0"
    case .string(let text): !text[...].trimmed.isEmpty
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    }
  }

  /// A text or a number as it is written; nil for other values.
  var scalar: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The value as text; of an object the member that says what the field wants.
  func text(for field: ArticleField) -> String? {
    switch self {
    case .string, .number: scalar
    case .object(let members): member(for: field).flatMap { members[$0]?.text(for: field) }
    case .array(let values):
      field == .text
        ? values.compactMap { $0.text(for: field) }.joined(separator: "\n\n") : values.first?.text(for: field)
    case .null, .bool: nil
    }
  }

  /// The key of an object's member that says what the field wants; nil where none does.
  fileprivate func member(for field: ArticleField) -> String? {
    guard case .object(let members) = self else { return nil }
    return Self.members(for: field).first { members[$0]?.text(for: field) != nil }
  }

  private static func members(for field: ArticleField) -> [String] {
    switch field {
    case .text: ["text", "content", "rendered", "html", "value", "body", "main", "#text", "_text", "$t"]
    case .url: ["href", "url", "link", "address"]
    case .published, .arrived: ["$date", "$numberLong", "value", "time", "_seconds", "seconds"]
    case .id: ["$oid", "id", "value", "#text"]
    case .tags:
      [
        "value", "name", "title", "topic", "term", "label", "symbol", "ticker", "text", "slug", "content", "#text",
        "_text", "$t",
      ]
    case .title, .summary, .source, .author, .label, .estimated:
      [
        "name", "title", "rendered", "main", "original", "text", "value", "label", "term", "content", "#text", "_text",
        "$t",
      ]
    }
  }

  /// The value that a way of names and numbers leads to; of a list in between, all that it leads to.
  fileprivate func value(at steps: ArraySlice<String>) -> JSONReader.Value? {
    guard let step = steps.first else { return self }
    let rest = steps.dropFirst()
    switch self {
    case .object(let members):
      let member = members[step] ?? members.first { FieldNames.folded($0.key) == step }?.value
      return member?.value(at: rest)
    case .array(let values):
      if let index = Int(step) { return values.indices.contains(index) ? values[index].value(at: rest) : nil }
      let found = values.compactMap { $0.value(at: steps) }
      return found.isEmpty ? nil : .array(found)
    case .null, .bool, .number, .string: return nil
    }
  }
}
