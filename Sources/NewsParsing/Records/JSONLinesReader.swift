/// Reads articles from JSON Lines. Forgives what editors make of them: a list around the objects, commas between them,
/// and objects spread over several lines.
struct JSONLinesReader {
  private let context: ParsingContext
  /// The character set of lines that are not UTF-8, once guessed.
  private var encoding: TextEncoding?
  /// An object that goes on over lines, with the number of its first line.
  private var open: (text: [UInt8], line: Int)?

  init(context: ParsingContext) { self.context = context }

  /// Reads one line; nil where it holds no record of its own.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, number: Int) -> ParsedRecord? {
    let trimmed = Self.trimmed(line)
    if open != nil { return readOpen(line, trimmed) }
    switch (trimmed.first, trimmed.count) {
    case (nil, _), (UInt8(ascii: "["), 1), (UInt8(ascii: "]"), 1): return nil
    case (UInt8(ascii: "{"), 1):
      open = (Array(line), number)
      return nil
    default: return record(trimmed, number)
    }
  }

  /// What is left at the end of the input.
  mutating func finish() -> ParsedRecord? {
    guard let rest = open else { return nil }
    open = nil
    return .refused(ParseRefusal(.badJSON(.cutShort), path: context.fileName, line: rest.line, offset: rest.text.count))
  }

  /// An object over several lines ends with a bracket that is set in as far as its first.
  private mutating func readOpen(
    _ line: UnsafeBufferPointer<UInt8>, _ trimmed: UnsafeBufferPointer<UInt8>
  ) -> ParsedRecord? {
    guard let (start, number) = open else { return nil }
    var text = start
    open = nil
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: line)
    guard text.count <= context.sizeLimit else { return refusal(.tooLarge(limit: context.sizeLimit), number) }
    let indent = text.prefix { $0 <= 0x20 && $0 != UInt8(ascii: "\n") }.count
    let isEnd = trimmed.first == UInt8(ascii: "}") && trimmed.count == 1 && line.prefix { $0 <= 0x20 }.count == indent
    guard isEnd else {
      open = (text, number)
      return nil
    }
    return text.withUnsafeBufferPointer { record(Self.trimmed($0), number) }
  }

  private mutating func record(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> ParsedRecord {
    do throws(JSONReader.Failure) {
      return try item(line, number)
    } catch {
      if case .malformed(let problem, let offset) = error { return refusal(.badJSON(problem), number, offset) }
      let bytes = UnsafeRawBufferPointer(line)
      let set = encoding ?? TextDecoding.guess(bytes)
      encoding = set
      let decoded = Array(TextDecoding.decode(bytes, as: set).text.utf8)
      return decoded.withUnsafeBufferPointer { line in
        (try? item(line, number)) ?? refusal(.binary, number)
      }
    }
  }

  private func item(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(JSONReader.Failure) -> ParsedRecord {
    var record = ArticleRecord()
    var reader = JSONReader(line)
    var exported = ExportedRecord()
    try reader.readObject { (key, reader) throws(JSONReader.Failure) in
      let (own, common) = (ExportedRecord.Field(rawValue: key), ArticleRecord.Field(name: key))
      guard own != nil || common != nil else { return try reader.skipValue() }
      let value = try reader.readValue()
      if let own { exported.set(own, to: value) }
      if let common { record.set(common, to: value) }
    }
    do throws(ParseRefusal.Reason) {
      if let item = exported.item(record, context) { return .item(item) }
      return .item(try record.item(context))
    } catch {
      return refusal(error, number)
    }
  }

  private func refusal(_ reason: ParseRefusal.Reason, _ line: Int, _ offset: Int? = nil) -> ParsedRecord {
    .refused(ParseRefusal(reason, path: context.fileName, line: line, offset: offset))
  }

  /// Without blanks around, and without the comma that separates the objects of a list.
  private static func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var bytes = line[...]
    while let last = bytes.last, last <= 0x20 || last == UInt8(ascii: ",") { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return UnsafeBufferPointer(rebasing: bytes)
  }
}

extension ArticleRecord {
  /// Takes a JSON value; objects are looked into for a name.
  mutating func set(_ field: Field, to value: JSONReader.Value) {
    switch value {
    case .array(let values): set(field, to: values.compactMap(\.text))
    default: if let text = value.text { set(field, to: text) }
    }
  }
}

extension JSONReader.Value {
  /// The value as text; of an object its name.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .object(let members): (members["name"] ?? members["title"] ?? members["text"] ?? members["$date"])?.text
    case .null, .bool, .array: nil
    }
  }
}
