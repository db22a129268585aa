import TextBasics

/// Writes the members of an object one after the other, for what prints objects by the thousand: an encoder's containers cost several
/// times what is written. It writes what `JSONLine` writes: what is missing is null, and strings are safe for a terminal.
package struct JSONLineWriter {
  private var bytes: [UInt8]
  private var isFirst = true

  /// Appends an object without a line break.
  package static func append(to bytes: inout [UInt8], _ body: (inout JSONLineWriter) -> Void) {
    // The writer takes the array itself: nothing is copied.
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    var writer = JSONLineWriter(bytes: taken)
    taken = []
    writer.write(between: UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    bytes = writer.bytes
  }

  private init(bytes: consuming [UInt8]) { self.bytes = bytes }

  // MARK: Members

  package mutating func member(_ key: StaticString, _ value: String?) {
    begin(key)
    write(value)
  }

  package mutating func member(_ key: StaticString, _ value: Double) {
    begin(key)
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func member(_ key: StaticString, _ value: Int) {
    begin(key)
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func member(_ key: StaticString, _ value: Bool) {
    begin(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func member(_ key: StaticString, _ values: [String]) {
    begin(key)
    write(between: UInt8(ascii: "["), UInt8(ascii: "]")) { list in
      for value in values {
        list.separate()
        list.write(value)
      }
    }
  }

  package mutating func member(_ key: StaticString, _ body: (inout JSONLineWriter) -> Void) {
    begin(key)
    write(between: UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// A list of objects; `body` gets the place of each. No generic type, which other modules would call through tables.
  package mutating func member(
    _ key: StaticString, objects places: Range<Int>, _ body: (Int, inout JSONLineWriter) -> Void
  ) {
    begin(key)
    write(between: UInt8(ascii: "["), UInt8(ascii: "]")) { list in
      for place in places {
        list.separate()
        list.write(between: UInt8(ascii: "{"), UInt8(ascii: "}")) { body(place, &$0) }
      }
    }
  }

  // MARK: Pieces

  private mutating func begin(_ key: StaticString) {
    separate()
    // Names of the program's own, in which nothing must be escaped.
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func write(_ value: String?) {
    if let value { bytes.append(jsonString: value) } else { bytes.append(contentsOf: "null".utf8) }
  }

  private mutating func write(between start: UInt8, _ end: UInt8, _ body: (inout JSONLineWriter) -> Void) {
    bytes.append(start)
    isFirst = true
    body(&self)
    isFirst = false
    bytes.append(end)
  }
}

extension [UInt8] {
  /// Appends a text as a string. Beside what must be escaped, all is that `SafeText` would not hold: it could mislead a terminal.
  mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while let (scalar, range) = SafeText.firstUnsafe(in: utf8, from: index) {
        Self.appendShown(utf8[index..<range.lowerBound], to: &self)
        self += Self.escape(scalar)
        index = range.upperBound
      }
      Self.appendShown(utf8[index...], to: &self)
    }
    append(UInt8(ascii: "\""))
  }

  /// Writes text without control characters, eight bytes at a time up to the next quotation mark or backslash.
  private static func appendShown(_ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    let text = UnsafeBufferPointer(rebasing: text)
    var start = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count, !mayNeedEscape(text, at: index) {
        index += 8
        continue
      }
      if text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "\\") {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        output.append(UInt8(ascii: "\\"))
        start = index
      }
      index += 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether one of eight bytes is a quotation mark or a backslash ("Determine if a word has a byte equal to n": Anderson, Bit
  /// Twiddling Hacks).
  private static func mayNeedEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let base = text.baseAddress else { return true }
    let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let quotes = word ^ 0x2222_2222_2222_2222
    let slashes = word ^ 0x5c5c_5c5c_5c5c_5c5c
    let ones: UInt64 = 0x0101_0101_0101_0101
    return ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & 0x8080_8080_8080_8080 != 0
  }

  private static func escape(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "\n": Array("\\n".utf8)
    case "\r": Array("\\r".utf8)
    case "\t": Array("\\t".utf8)
    default: Array(String(scalar).utf16.map(unicodeEscape).joined().utf8)
    }
  }

  private static func unicodeEscape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
