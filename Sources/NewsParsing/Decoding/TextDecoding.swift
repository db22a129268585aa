/// Finds out in which character set bytes are written and makes text of them.
package enum TextDecoding {
  /// Text with what was found out about its bytes.
  package struct Result: Hashable, Sendable {
    package var text: String
    package var encoding: TextEncoding
    /// How many invalid sequences became U+FFFD.
    package var invalidCount: Int
  }

  /// Decodes in this order: byte order mark, valid UTF-8, the declared set, UTF-8 with a few damaged places, and at
  /// last GB18030 or Big5, whichever gives the larger share of common characters.
  ///
  /// - Parameter declared: the label that a header or the text itself gives; only a hint.
  package static func decode(_ bytes: UnsafeRawBufferPointer, declared: String? = nil) -> Result {
    if let mark = TextEncoding.byteOrderMark(of: bytes) {
      return decode(UnsafeRawBufferPointer(rebasing: bytes[mark.length...]), as: mark.encoding)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Result(text: text, encoding: .utf8, invalidCount: 0)
    }
    if let label = declared.flatMap(TextEncoding.init(label:)), label != .utf8 { return decode(bytes, as: label) }
    return decode(bytes, as: guess(bytes))
  }

  /// Decodes in the given set; an invalid sequence becomes U+FFFD.
  package static func decode(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding) -> Result {
    if encoding == .utf8 {
      if let text = String(validating: bytes, as: UTF8.self) {
        return Result(text: text, encoding: .utf8, invalidCount: 0)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let invalid = text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{fffd}" ? 1 : 0) }
      return Result(text: text, encoding: .utf8, invalidCount: invalid)
    }
    guard let converter = CharacterConverter(from: encoding) else {
      return Result(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, invalidCount: bytes.count)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2 + 64)
    let invalid = converter.convert(bytes, into: &output)
    return Result(text: String(decoding: output, as: UTF8.self), encoding: encoding, invalidCount: invalid)
  }

  /// How many bytes a guess looks at.
  private static let sampleSize = 64 << 10

  /// The likeliest set of bytes that are not valid UTF-8.
  static func guess(_ bytes: UnsafeRawBufferPointer) -> TextEncoding {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleSize))
    if isDamagedUTF8(sample) { return .utf8 }
    let simplified = commonShare(of: sample, as: .gb18030, CommonCharacters.simplified)
    let traditional = commonShare(of: sample, as: .big5, CommonCharacters.traditional)
    return traditional > simplified ? .big5 : .gb18030
  }

  /// Whether nearly all of what is not ASCII forms valid UTF-8 sequences. In GBK and Big5 hardly any three bytes do.
  private static func isDamagedUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var valid = 0
    var invalid = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): valid += scalar.value > 0x7f ? 1 : 0
      case .error: invalid += 1
      case .emptyInput: return valid > invalid * 10
      }
    }
  }

  /// The share of common characters among what is not ASCII once decoded.
  private static func commonShare(
    of bytes: UnsafeRawBufferPointer, as encoding: TextEncoding, _ common: Set<Unicode.Scalar>
  ) -> Double {
    var hits = 0
    var total = 1
    for scalar in decode(bytes, as: encoding).text.unicodeScalars where scalar.value > 0x7f {
      total += 1
      if common.contains(scalar) { hits += 1 }
    }
    return Double(hits) / Double(total)
  }
}
