/// A text in the making, as UTF-8, that knows how many characters (Unicode scalars) it has.
public struct TextBuffer: Sendable {
  public private(set) var bytes: [UInt8] = []
  public private(set) var characters = 0

  public init() {}

  public var string: String { String(decoding: bytes, as: UTF8.self) }
  public var isEmpty: Bool { bytes.isEmpty }

  /// Forgets the text and keeps its memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    characters = 0
  }

  mutating func append(_ piece: ArraySlice<UInt8>, characters count: Int) {
    bytes.append(contentsOf: piece)
    characters += count
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { utf8 in
      bytes.append(contentsOf: utf8)
      characters += utf8.count { $0 & 0xC0 != 0x80 }
    }
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    characters += text.unicodeScalars.count
  }

  /// A whole number, with a sign where it is negative.
  mutating func append(_ number: Int) {
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[start...].reverse()
    characters += bytes.count - start
  }

  /// A number of hundredths as `12.34`.
  mutating func append(hundredths number: Int) {
    append(number / 100)
    append(".")
    if number % 100 < 10 { append("0") }
    append(number % 100)
  }

  /// Makes the character at an offset a capital where it is a Latin letter.
  mutating func capitalise(at offset: Int) {
    let small = UInt8(ascii: "a")...UInt8(ascii: "z")
    if bytes.indices.contains(offset), small.contains(bytes[offset]) { bytes[offset] -= 0x20 }
  }
}
