import TextBasics

extension [UInt8] {
  /// Appends text of others for HTML or XML, between tags or in a quoted attribute.
  mutating func append(escaped text: KeptText) {
    for byte in text.string.utf8 {
      switch byte {
      case UInt8(ascii: "&"): self += "&amp;".utf8
      case UInt8(ascii: "<"): self += "&lt;".utf8
      case UInt8(ascii: ">"): self += "&gt;".utf8
      case UInt8(ascii: "\""): self += "&quot;".utf8
      default: append(byte)
      }
    }
  }

  /// Appends an element with nothing but text in it; nothing where the text is nil or empty.
  mutating func append(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    self += "<\(name)>".utf8
    append(escaped: KeptText(lines: text))
    self += "</\(name)>".utf8
  }
}
