/// JSON as it is written, piece by piece.
package struct JSONText {
  @usableFromInline package internal(set) var bytes: [UInt8] = []

  package init() {}

  @inlinable package mutating func append(_ byte: UInt8) { bytes.append(byte) }
  @inlinable package mutating func append(raw text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// Appends one byte of the inside of a string. A line break stays one, so that lines can be counted.
  @inlinable package mutating func appendWithinString(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    default: bytes.append(byte)
    }
  }

  /// Appends a string. Its line breaks become escapes: no line of the input ends there.
  @inlinable package mutating func append(string: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string {
      if byte == 0x0a { bytes.append(contentsOf: "\\n".utf8) } else { appendWithinString(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends an object: one text a member is a string, several are a list.
  package mutating func append(object members: [(name: String, values: [String])]) {
    bytes.append(UInt8(ascii: "{"))
    for (place, member) in members.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(string: member.name.utf8)
      bytes.append(UInt8(ascii: ":"))
      if member.values.count == 1, let value = member.values.first {
        append(string: value.utf8)
      } else {
        append(list: member.values)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(list values: [String]) {
    bytes.append(UInt8(ascii: "["))
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(string: value.utf8)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends an object that is longer than may be: its reader says so in the words for all.
  package mutating func appendOversized(limit: Int) {
    append(raw: "{\"\":\"".utf8)
    append(raw: repeatElement(0x20, count: limit))
    append(raw: "\"}".utf8)
  }

  /// As many line breaks as the input had there.
  package mutating func append(lineBreaks count: Int) { bytes.append(contentsOf: repeatElement(0x0a, count: count)) }

  package mutating func takeAll() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
