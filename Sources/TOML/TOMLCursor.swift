/// A place in the bytes of a file that moves forward, and knows its line and column.
struct TOMLCursor {
  let bytes: [UInt8]
  private(set) var position = 0
  private(set) var place = TOMLPlace(line: 1, column: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no column of the first line.
    if sees("\u{FEFF}") { position = 3 }
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }
  var isAtEnd: Bool { position >= bytes.count }

  /// Whether a line ends here, or the file.
  var isAtLineEnd: Bool { isAtEnd || isAtNewline }
  private var isAtNewline: Bool { current == UInt8.lineFeed || current == UInt8.carriageReturn }

  func byte(ahead count: Int) -> UInt8? { position + count < bytes.count ? bytes[position + count] : nil }

  func sees(_ text: StaticString) -> Bool { text.withUTF8Buffer { bytes[position...].starts(with: $0) } }

  /// Steps over `text` where it stands here.
  mutating func takes(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    advance(text.utf8CodeUnitCount)
    return true
  }

  /// Moves over bytes, or to the end.
  mutating func advance(_ count: Int = 1) {
    for _ in 0..<min(count, bytes.count - position) {
      let byte = bytes[position]
      position += 1
      if byte == .lineFeed || byte == .carriageReturn && current != .lineFeed {
        place = TOMLPlace(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }

  /// Moves over the bytes for which `condition` holds, and returns them.
  @discardableResult
  mutating func skip(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while let byte = current, condition(byte) { advance() }
    return bytes[start..<position]
  }

  mutating func skipBlanks() { skip { $0.isBlank } }

  mutating func skipLine() { skip { $0 != .lineFeed && $0 != .carriageReturn } }

  mutating func skipToEnd() { position = bytes.count }
}

/// Lets a byte be compared with a sign in a `switch`.
func ~= (sign: Unicode.Scalar, byte: UInt8) -> Bool { sign.value == UInt32(byte) }

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// A sign of a key without quotation marks.
  var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), "-", "_": true
    default: isDigit
    }
  }

  var endsBareKey: Bool {
    switch self {
    case "=", "[", "{", "\"", "'", ".": true
    default: endsBareValue
    }
  }

  /// What ends the search for the value of a key that makes no sense.
  var endsSpoiledKey: Bool {
    switch self {
    case "=", ",", "}", "\n", "\r": true
    default: false
    }
  }

  /// What ends a value without quotation marks.
  var endsBareValue: Bool {
    switch self {
    case ",", "]", "}", "#", "\n", "\r": true
    default: isBlank
    }
  }

  /// What may stand neither in a text nor in a comment; line ends are looked at before.
  var isControl: Bool { self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F }
}

extension String {
  /// A piece of a file for a message, cut to 40 scalars.
  init(excerpt bytes: ArraySlice<UInt8>) {
    let scalars = String(decoding: bytes.prefix(200), as: UTF8.self).unicodeScalars
    self = scalars.count <= 40 ? String(scalars) : String(scalars.prefix(39)) + "…"
  }
}
