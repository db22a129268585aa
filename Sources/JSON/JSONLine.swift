import TextBasics

/// Writes values as JSON on one line: keys in the order in which they are encoded, what is missing as null.
///
/// `JSONEncoder` keeps no order and leaves out what is nil, and people read what commands print.
package enum JSONLine {
  /// Appends the value without a line break.
  ///
  /// - Throws: what the value throws; nothing is appended then.
  package static func append(_ value: some Encodable, to bytes: inout [UInt8]) throws {
    // The sink writes into the array itself: nothing is copied.
    let start = bytes.count
    let sink = JSONSink(taking: &bytes)
    do {
      try sink.write(value, path: [])
      bytes = sink.removeBytes()
    } catch {
      bytes = Array(sink.removeBytes().prefix(start))
      throw error
    }
  }

  package static func string(_ value: some Encodable) throws -> String {
    var bytes: [UInt8] = []
    try append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The text so far and the brackets that are still open; one for all containers of a value.
private final class JSONSink {
  private struct State {
    var bytes: [UInt8] = []
    var open: [(end: UInt8, isEmpty: Bool)] = []
  }

  /// In memory of its own, which this object alone gives back: properties of an object are guarded at each access, which costs more than
  /// most of what is written.
  private let state: UnsafeMutablePointer<State>

  private var bytes: [UInt8] {
    @inline(__always) get { state.pointee.bytes }
    @inline(__always) _modify { yield &state.pointee.bytes }
  }

  private var open: [(end: UInt8, isEmpty: Bool)] {
    @inline(__always) get { state.pointee.open }
    @inline(__always) _modify { yield &state.pointee.open }
  }

  init(taking output: inout [UInt8]) {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    swap(&bytes, &output)
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Gives the array back.
  func removeBytes() -> [UInt8] {
    var output: [UInt8] = []
    swap(&bytes, &output)
    return output
  }

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
    // Most are names of properties; those of counted values may hold anything.
    writeString(key.stringValue)
    bytes.append(UInt8(ascii: ":"))
  }

  func beginElement(at depth: Int) {
    close(to: depth)
    if !open[depth - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[depth - 1].isEmpty = false
  }

  func writeNull() { bytes.append(contentsOf: "null".utf8) }

  func write(_ value: some LosslessStringConvertible) { bytes.append(contentsOf: value.description.utf8) }

  func write(_ value: some Encodable, path: [any CodingKey]) throws {
    let (depth, start) = (open.count, bytes.count)
    try value.encode(to: JSONLineEncoder(sink: self, depth: depth, codingPath: path))
    close(to: depth)
    if bytes.count == start { bytes += Array("{}".utf8) }
  }

  func writeString(_ text: String) { bytes.append(jsonString: text) }
}

private struct JSONLineEncoder: Encoder {
  let sink: JSONSink
  /// How many brackets are open around the value.
  let depth: Int
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A value that asks again gets the same object.
  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let object = sink.depth > depth ? depth + 1 : sink.begin(UInt8(ascii: "{"), UInt8(ascii: "}"))
    return KeyedEncodingContainer(ObjectContainer(sink: sink, depth: object, codingPath: codingPath))
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

  // What is missing is null, not left out. The library leaves out what it has a form of its own for.
  func encodeIfPresent(_ value: String?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) { write(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) { write(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) { write(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) { write(value, key) }

  private func write(_ value: (some LosslessStringConvertible)?, _ key: Key) {
    if let value { write(value, key) } else { encodeNil(forKey: key) }
  }

  func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    sink.writeKey(key, at: depth)
    return JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    sink.writeKey(key, at: depth)
    return JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath) }
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
    return JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return JSONLineEncoder(sink: sink, depth: sink.depth, codingPath: codingPath)
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
