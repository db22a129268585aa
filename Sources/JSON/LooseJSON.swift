import TextScanning

/// Reads JSON as pages carry it: between the marks of a comment or of CDATA, with commas before brackets and marks behind its end.
package enum LooseJSON {
  /// The value; nil where no reading of the bytes is one. Linear in them.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONReader.Value? {
    // What stands before the first bracket opens a comment: `//<![CDATA[` brings a bracket of its own.
    let rest = bytes[(cdataEnd(bytes) ?? 0)...]
    guard let start = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
      return nil
    }
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    var reader = JSONReader(text)
    if let value = reader.readValueIfAny() { return value }
    return withoutSpareCommas(text).withUnsafeBufferPointer { mended in
      var reader = JSONReader(mended)
      return reader.readValueIfAny()
    }
  }

  /// Where the text behind `<![CDATA[` begins.
  private static func cdataEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
    let mark = Array("<![CDATA[".utf8)
    return mark.withUnsafeBufferPointer { head.offset(of: $0) }.map { $0 + mark.count }
  }

  private static let reach = 64

  private static func withoutSpareCommas(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        while let last = output.last, last == UInt8(ascii: ",") || last <= 0x20 { output.removeLast() }
      }
      output.append(byte)
    }
    return output
  }
}
