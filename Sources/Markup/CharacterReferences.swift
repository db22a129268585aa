/// Puts characters in the place of `&name;`, `&#123;` and `&#x7b;`.
enum CharacterReferences {
  /// Where a text stands, which decides what a reference is.
  enum Place {
    case htmlText
    /// A name without its semicolon stays when a letter, a digit or `=` follows: `?a=1&copy=2` is an address.
    case htmlAttribute
    /// Names need their semicolon; those of HTML are read too, since many texts use them without declaring them.
    case xml
    /// The value of a declared entity: only numbers are replaced, so that it cannot grow.
    case declaration
  }

  /// Appends the decoded bytes of a range to `output`. Linear; NULs are left out.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as place: Place, into output: inout [UInt8],
    entity: (Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? = { _ in nil }
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = bytes.firstIndex(of: UInt8(ascii: "&"), from: index, to: range.upperBound)
      appendWithoutNULs(bytes, index..<next, to: &output)
      guard next < range.upperBound else { return }
      index =
        reference(bytes, next + 1..<range.upperBound, place, &output, entity)
        ?? {
          output.append(UInt8(ascii: "&"))
          return next + 1
        }()
    }
  }

  private static func appendWithoutNULs(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = bytes.firstIndex(of: 0, from: index, to: range.upperBound)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<next]))
      index = next + 1
    }
  }

  /// Appends what the reference behind an `&` stands for and gives the index after it; nil when it is none.
  private static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ place: Place, _ output: inout [UInt8],
    _ entity: (Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]?
  ) -> Int? {
    guard let first = range.first else { return nil }
    if bytes[first] == UInt8(ascii: "#") { return number(bytes, first + 1..<range.upperBound, &output) }
    guard place != .declaration else { return nil }
    var end = first
    let last = min(range.upperBound, first + NamedCharacters.longestName * 2)
    while end < last, isNamePart(bytes[end], place) { end += 1 }
    guard end > first else { return nil }
    if end < range.upperBound, bytes[end] == UInt8(ascii: ";") {
      if let text = entity(bytes[first..<end]) {
        output.append(contentsOf: text)
        return end + 1
      }
      if let sign = sign(bytes, first..<end) {
        output.append(sign)
        return end + 1
      }
      if let meaning = NamedCharacters.shared.meaning(of: bytes, first..<end) {
        append(meaning, to: &output)
        return end + 1
      }
    }
    return place == .xml ? nil : bareName(bytes, first..<end, within: range, place, &output)
  }

  /// The signs of markup itself, which are nearly all that escaped HTML refers to.
  private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt8? {
    switch name.count {
    case 2 where bytes.hasBytes("lt", at: name.lowerBound): UInt8(ascii: "<")
    case 2 where bytes.hasBytes("gt", at: name.lowerBound): UInt8(ascii: ">")
    case 3 where bytes.hasBytes("amp", at: name.lowerBound): UInt8(ascii: "&")
    case 4 where bytes.hasBytes("quot", at: name.lowerBound): UInt8(ascii: "\"")
    default: nil
    }
  }

  /// The longest name that needs no semicolon: `&notit;` is `¬it;`, 13.2.5.73.
  private static func bareName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, within range: Range<Int>, _ place: Place,
    _ output: inout [UInt8]
  ) -> Int? {
    var length = min(run.count, NamedCharacters.longestBareName)
    while length >= 2 {
      let end = run.lowerBound + length
      if let meaning = NamedCharacters.shared.meaning(of: bytes, run.lowerBound..<end), meaning.isBare {
        if place == .htmlAttribute, end < range.upperBound {
          let next = bytes[end]
          guard next != UInt8(ascii: "="), !next.isLetter, !next.isDigit else { return nil }
        }
        append(meaning, to: &output)
        return end
      }
      length -= 1
    }
    return nil
  }

  private static func isNamePart(_ byte: UInt8, _ place: Place) -> Bool {
    if byte.isLetter || byte.isDigit { return true }
    guard place == .xml else { return false }
    return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }

  /// Appends the character with the number behind `&#`. The halves of a surrogate pair, which programs write that know UTF-16 alone,
  /// are one character together.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ output: inout [UInt8]
  ) -> Int? {
    guard let first = numeral(bytes, range) else { return nil }
    if 0xd800...0xdbff ~= first.value, first.end + 2 <= range.upperBound, bytes.hasBytes("&#", at: first.end),
      let second = numeral(bytes, first.end + 2..<range.upperBound), 0xdc00...0xdfff ~= second.value
    {
      append(0x10000 + (first.value - 0xd800) << 10 + (second.value - 0xdc00), to: &output)
      return second.end
    }
    append(scalar(numbered: first.value), to: &output)
    return first.end
  }

  /// The digits of a number and the semicolon, which may be missing.
  private static func numeral(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (value: UInt32, end: Int)? {
    var index = range.lowerBound
    let isHexadecimal = index < range.upperBound && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let start = index
    var value: UInt32 = 0
    while index < range.upperBound {
      let byte = bytes[index]
      let digit: UInt32
      if byte.isDigit {
        digit = UInt32(byte) - 0x30
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32(byte | 0x20) - 0x57
      } else {
        break
      }
      // Beyond all characters it is enough to know that it is.
      if value < 0x110000 { value = value * (isHexadecimal ? 16 : 10) + digit }
      index += 1
    }
    guard index > start else { return nil }
    return (value, index < range.upperBound && bytes[index] == UInt8(ascii: ";") ? index + 1 : index)
  }

  /// HTML 5, 13.2.5.80: numbers of the C1 range mean the characters of windows-1252; what is no character is U+FFFD.
  private static func scalar(numbered value: UInt32) -> UInt32 {
    if 0x80...0x9f ~= value { return windows1252[Int(value - 0x80)] }
    return value == 0 || Unicode.Scalar(value) == nil ? 0xfffd : value
  }

  /// The bytes 80 to 9F; those that mean nothing stay what they are, as the standard wants.
  private static let windows1252: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e,
    0x178,
  ]

  private static func append(_ meaning: NamedCharacters.Meaning, to output: inout [UInt8]) {
    append(meaning.first, to: &output)
    if meaning.second != 0 { append(meaning.second, to: &output) }
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    if value < 0x80 {
      output.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
