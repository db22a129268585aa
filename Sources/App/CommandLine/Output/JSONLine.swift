/// Writes values as JSON on one line: keys in the order in which they are encoded, what is missing as null.
///
/// `JSONEncoder` keeps no order and leaves out what is nil, and people read what commands print.
enum JSONLine {
  static func append(_ value: some Encodable, to bytes: inout [UInt8]) throws {
    let sink = JSONSink()
    try sink.write(value, path: [])
    bytes += sink.bytes
  }

  static func string(_ value: some Encodable) throws -> String {
    var bytes: [UInt8] = []
    try append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The text so far and the brackets that are still open; one for all containers of a value.
private final class JSONSink {
  var bytes: [UInt8] = []
  private var open: [(end: UInt8, isEmpty: Bool)] = []

  var depth: Int { open.count }

  func begin(_ start: UInt8, _ end: UInt8) -> Int {
    bytes.append(start)
    open.append((end, true))
    return depth
  }

  /// Closes what stands deeper than `depth`: containers are not told when they end.
  func close(to depth: Int) {
    while open.count > depth, let last = open.popLast() { bytes.append(last.end) }
  }

  func writeKey(_ key: any CodingKey, at depth: Int) {
    beginElement(at: depth)
    writeString(key.stringValue)
    bytes.append(UInt8(ascii: ":"))
  }

  func beginElement(at depth: Int) {
    close(to: depth)
    if !open[depth - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[depth - 1].isEmpty = false
  }

  func writeNull() { bytes += Array("null".utf8) }

  func write(_ value: some LosslessStringConvertible) { bytes.append(contentsOf: value.description.utf8) }

  func write(_ value: some Encodable, path: [any CodingKey]) throws {
    let (depth, start) = (open.count, bytes.count)
    try value.encode(to: JSONLineEncoder(sink: self, codingPath: path))
    close(to: depth)
    if bytes.count == start { bytes += Array("{}".utf8) }
  }

  /// Writes a string. Beside what must be escaped, invisible characters are, which could mislead a terminal.
  func writeString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices where Self.isSpecial[Int(utf8[index])] {
        guard let escaped = Self.escape(utf8, at: index) else { continue }
        bytes += utf8[start..<index]
        bytes += Array(escaped.text.utf8)
        start = index + escaped.length
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The bytes at which something begins that may have to be escaped.
  private static let isSpecial: [Bool] = (0...255).map { (byte: Int) in
    byte < 0x20 || byte >= 0xEF || [0x22, 0x5C, 0x7F, 0xC2, 0xCD, 0xD8, 0xDB, 0xDC, 0xE1, 0xE2, 0xE3].contains(byte)
  }

  private static func escape(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (text: String, length: Int)? {
    let byte = utf8[index]
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case ..<0x80: return (unicodeEscape(UInt16(byte)), 1)
    default:
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard let scalar = scalar(utf8[index..<min(index + length, utf8.count)]), isHidden(scalar) else { return nil }
      return (UTF16.encode(scalar).map { $0.map(unicodeEscape).joined() } ?? "", length)
    }
  }

  /// The scalar of a sequence of more than one byte.
  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let first = UInt32(bytes.first ?? 0) & (0x7F >> UInt32(bytes.count))
    return Unicode.Scalar(bytes.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) })
  }

  /// Whether a scalar shows nothing by itself: controls, bidirectional and zero-width characters, what is unassigned.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Chinese punctuation and full-width forms share a first byte with hidden characters, and are everywhere.
    case 0x2030...0x205E, 0x3000...0x3163, 0x3165...0x3FFF, 0xFF01...0xFF9F: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func unicodeEscape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

private struct JSONLineEncoder: Encoder {
  let sink: JSONSink
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      ObjectContainer(sink: sink, depth: sink.begin(UInt8(ascii: "{"), UInt8(ascii: "}")), codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListContainer(sink: sink, depth: sink.begin(UInt8(ascii: "["), UInt8(ascii: "]")), codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(sink: sink, codingPath: codingPath)
  }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: JSONSink
  let depth: Int
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) {
    sink.writeKey(key, at: depth)
    sink.writeNull()
  }

  func encode(_ value: String, forKey key: Key) {
    sink.writeKey(key, at: depth)
    sink.writeString(value)
  }

  func encode(_ value: Bool, forKey key: Key) { write(value, key) }
  func encode(_ value: Int, forKey key: Key) { write(value, key) }
  func encode(_ value: Int64, forKey key: Key) { write(value, key) }
  func encode(_ value: Double, forKey key: Key) { write(value, key) }

  private func write(_ value: some LosslessStringConvertible, _ key: Key) {
    sink.writeKey(key, at: depth)
    sink.write(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    sink.writeKey(key, at: depth)
    try sink.write(value, path: codingPath)
  }

  // What is missing is null, not left out.
  func encodeIfPresent(_ value: String?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func encodeIfPresent(_ value: Int?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    sink.writeKey(key, at: depth)
    return JSONLineEncoder(sink: sink, codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    sink.writeKey(key, at: depth)
    return JSONLineEncoder(sink: sink, codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONLineEncoder(sink: sink, codingPath: codingPath) }
  func superEncoder(forKey key: Key) -> any Encoder {
    sink.writeKey(key, at: depth)
    return superEncoder()
  }
}

private struct ListContainer: UnkeyedEncodingContainer {
  let sink: JSONSink
  let depth: Int
  let codingPath: [any CodingKey]
  private(set) var count = 0

  init(sink: JSONSink, depth: Int, codingPath: [any CodingKey]) {
    self.sink = sink
    self.depth = depth
    self.codingPath = codingPath
  }

  private mutating func begin() {
    sink.beginElement(at: depth)
    count += 1
  }

  mutating func encodeNil() {
    begin()
    sink.writeNull()
  }

  mutating func encode(_ value: String) {
    begin()
    sink.writeString(value)
  }

  mutating func encode(_ value: Int) {
    begin()
    sink.write(value)
  }

  mutating func encode(_ value: some Encodable) throws {
    begin()
    try sink.write(value, path: codingPath)
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    begin()
    return JSONLineEncoder(sink: sink, codingPath: codingPath).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return JSONLineEncoder(sink: sink, codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return JSONLineEncoder(sink: sink, codingPath: codingPath)
  }
}

private struct ValueContainer: SingleValueEncodingContainer {
  let sink: JSONSink
  let codingPath: [any CodingKey]

  func encodeNil() { sink.writeNull() }
  func encode(_ value: Bool) { sink.write(value) }
  func encode(_ value: String) { sink.writeString(value) }
  func encode(_ value: Double) { sink.write(value) }
  func encode(_ value: Float) { sink.write(value) }
  func encode(_ value: Int) { sink.write(value) }
  func encode(_ value: Int8) { sink.write(value) }
  func encode(_ value: Int16) { sink.write(value) }
  func encode(_ value: Int32) { sink.write(value) }
  func encode(_ value: Int64) { sink.write(value) }
  func encode(_ value: UInt) { sink.write(value) }
  func encode(_ value: UInt8) { sink.write(value) }
  func encode(_ value: UInt16) { sink.write(value) }
  func encode(_ value: UInt32) { sink.write(value) }
  func encode(_ value: UInt64) { sink.write(value) }
  func encode(_ value: some Encodable) throws { try sink.write(value, path: codingPath) }
}
