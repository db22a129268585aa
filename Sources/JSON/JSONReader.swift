import TextScanning

/// Reads JSON (RFC 8259) from UTF-8 bytes, for one purpose: a few wanted keys of an object as fast as memory allows.
///
/// Lenient where sources are sloppy: raw control characters within strings are taken.
package struct JSONReader {
  /// A value that somebody wants.
  package enum Value: Hashable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([Value])
    case object([String: Value])
  }

  /// What is wrong with bytes that should be a JSON object.
  package enum Problem: String, Hashable, Sendable {
    case notAnObject = "not an object"
    case cutShort = "cut short"
    case unexpected = "unexpected character"
    case badEscape = "bad escape"
    case badNumber = "bad number"
    case tooDeep = "nested too deeply"
    case trailing = "something after the object"
  }

  package enum Failure: Error, Hashable {
    case malformed(Problem, offset: Int)
    /// The bytes are written in another character set.
    case notUTF8
  }

  /// Deeper values are refused: no article needs them, and they would cost stack.
  package static let deepest = 64

  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline package internal(set) var position = 0
  private var scratch: [UInt8] = []

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The bytes of what was read or skipped since a position.
  package func slice(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<position])
  }

  /// Reads the object that the bytes are; `body` is asked for each key and must read or skip its value.
  package mutating func readObject(_ body: (String, inout JSONReader) throws(Failure) -> Void) throws(Failure) {
    skipBlanks()
    guard peek == UInt8(ascii: "{") else { throw failure(position < bytes.count ? .notAnObject : .cutShort) }
    try readMembers(body)
    skipBlanks()
    if position < bytes.count { throw failure(.trailing) }
  }

  /// Reads the value here.
  package mutating func readValue(depth: Int = 1) throws(Failure) -> Value {
    skipBlanks()
    guard depth <= Self.deepest else { throw failure(.tooDeep) }
    switch peek {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"):
      var members: [String: Value] = [:]
      try readMembers { (key, reader) throws(Failure) in members[key] = try reader.readValue(depth: depth + 1) }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [Value] = []
      try readElements { (reader) throws(Failure) in values.append(try reader.readValue(depth: depth + 1)) }
      return .array(values)
    default: return try readScalar()
    }
  }

  /// Reads the value here; nil where the bytes hold none, for whoever tries whether they do.
  package mutating func readValueIfAny() -> Value? {
    do throws(Failure) {
      return try readValue()
    } catch {  // The caller takes the bytes for something else.
      return nil
    }
  }

  /// Passes over the value here; false where the bytes hold none.
  package mutating func skipValueIfAny() -> Bool {
    do throws(Failure) {
      try skipValue()
      return true
    } catch {  // The caller takes the bytes for something else.
      return false
    }
  }

  /// Passes over the value here without making anything of it.
  package mutating func skipValue(depth: Int = 1) throws(Failure) {
    skipBlanks()
    guard depth <= Self.deepest else { throw failure(.tooDeep) }
    switch peek {
    case UInt8(ascii: "\""):
      position += 1
      try skipString()
    case UInt8(ascii: "{"): try readMembers { (_, reader) throws(Failure) in try reader.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["): try readElements { (reader) throws(Failure) in try reader.skipValue(depth: depth + 1) }
    default: _ = try readScalar()
    }
  }
}

// MARK: - Structure

extension JSONReader {
  @inlinable package var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func failure(_ problem: Problem) -> Failure {
    .malformed(position >= bytes.count ? .cutShort : problem, offset: position)
  }

  @inlinable package mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0a, 0x0d: position += 1
      default: return
      }
    }
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    skipBlanks()
    guard peek == byte, position < bytes.count else { throw failure(.unexpected) }
    position += 1
  }

  package mutating func readMembers(_ body: (String, inout JSONReader) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "{"))
    skipBlanks()
    if peek == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw failure(.unexpected) }
      let key = try readString()
      try expect(UInt8(ascii: ":"))
      try body(key, &self)
      skipBlanks()
      if peek == UInt8(ascii: "}") {
        position += 1
        return
      }
      try expect(UInt8(ascii: ","))
    }
  }

  package mutating func readElements(_ body: (inout JSONReader) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "["))
    skipBlanks()
    if peek == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      try body(&self)
      skipBlanks()
      if peek == UInt8(ascii: "]") {
        position += 1
        return
      }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func readScalar() throws(Failure) -> Value {
    let start = position
    while position < bytes.count, !Self.isDelimiter(bytes[position]) { position += 1 }
    // What touches the end may go on behind it.
    guard position < bytes.count else { throw failure(.cutShort) }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
    switch word.first {
    case UInt8(ascii: "t") where word.elementsEqual("true".utf8): return .bool(true)
    case UInt8(ascii: "f") where word.elementsEqual("false".utf8): return .bool(false)
    case UInt8(ascii: "n") where word.elementsEqual("null".utf8): return .null
    // What Python writes for numbers that are none.
    case UInt8(ascii: "N") where word.elementsEqual("NaN".utf8): return .null
    case UInt8(ascii: "I") where word.elementsEqual("Infinity".utf8): return .null
    case UInt8(ascii: "-") where word.elementsEqual("-Infinity".utf8): return .null
    case nil: throw failure(.unexpected)
    default:
      let text = String(decoding: word, as: UTF8.self)
      guard Double(text) != nil, word[0] == UInt8(ascii: "-") || word[0].isDigit else {
        position = start
        throw failure(word[0].isDigit ? .badNumber : .unexpected)
      }
      return .number(text)
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""): true
    default: byte <= 0x20
    }
  }
}

// MARK: - Strings

extension JSONReader {
  /// The string whose opening quotation mark is here.
  private mutating func readString() throws(Failure) -> String {
    position += 1
    let start = position
    skipPlain()
    guard position < bytes.count else { throw failure(.cutShort) }
    if bytes[position] == UInt8(ascii: "\"") {
      let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
      position += 1
      guard let text else { throw .notUTF8 }
      return text
    }
    return try readEscapedString(from: start)
  }

  private mutating func readEscapedString(from start: Int) throws(Failure) -> String {
    scratch.removeAll(keepingCapacity: true)
    var runStart = start
    while true {
      skipPlain()
      guard position < bytes.count else { throw failure(.cutShort) }
      scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<position]))
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard let text = String(validating: scratch, as: UTF8.self) else { throw .notUTF8 }
        return text
      }
      try readEscape()
      runStart = position
    }
  }

  private mutating func skipString() throws(Failure) {
    while true {
      skipPlain()
      guard position < bytes.count else { throw failure(.cutShort) }
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        return
      }
      position = min(position + 2, bytes.count)
    }
  }

  /// Moves to the next quotation mark or backslash, eight bytes at a time.
  private mutating func skipPlain() {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    while position + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      // "Determine if a word has a byte equal to n": Anderson, Bit Twiddling Hacks.
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5c5c_5c5c_5c5c_5c5c
      let found =
        ((quotes &- 0x0101_0101_0101_0101) & ~quotes | (slashes &- 0x0101_0101_0101_0101) & ~slashes)
        & 0x8080_8080_8080_8080
      if found != 0 {
        position += UInt64(littleEndian: found).trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
      position += 1
    }
  }

  /// Appends the character of the escape here to `scratch`.
  private mutating func readEscape() throws(Failure) {
    guard position + 1 < bytes.count else {
      position = bytes.count
      throw failure(.cutShort)
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): scratch.append(0x0a)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(letter)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0d)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0c)
    case UInt8(ascii: "u"): try readUnicodeEscape()
    default:
      position -= 2
      throw failure(.badEscape)
    }
  }

  /// A lone half of a surrogate pair becomes U+FFFD.
  private mutating func readUnicodeEscape() throws(Failure) {
    var value = UInt32(try readHexadecimal())
    if (0xd800...0xdbff).contains(value), position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let back = position
      position += 2
      let low = UInt32(try readHexadecimal())
      if (0xdc00...0xdfff).contains(low) {
        value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
      } else {
        position = back
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func readHexadecimal() throws(Failure) -> UInt16 {
    guard position + 4 <= bytes.count else {
      position = bytes.count
      throw failure(.cutShort)
    }
    var value: UInt16 = 0
    for byte in bytes[position..<(position + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x57)
      default: throw failure(.badEscape)
      }
    }
    position += 4
    return value
  }
}

// MARK: - Lists

extension JSONReader {
  /// Where the first object lies of each list that is open at the end of the bytes, outermost first.
  package static func openLists(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var open: [Int?] = []
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: bytes, from: position) else { return open.compactMap(\.self) }
        position = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let first = bytes[(position + 1)...].firstIndex { $0 > 0x20 }
        let isList = bytes[position] == UInt8(ascii: "[")
        open.append(isList ? first.flatMap { bytes[$0] == UInt8(ascii: "{") ? $0 : nil } : nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
      position += 1
    }
    return open.compactMap(\.self)
  }

  private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""): return position
      default: position += 1
      }
    }
    return nil
  }
}
