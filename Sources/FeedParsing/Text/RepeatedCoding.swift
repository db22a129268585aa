import ArticleFields
import Markup
import TextScanning

/// Undoes what programs do to a text once too often: put it into a CDATA section that is then escaped, or escape it twice.
enum RepeatedCoding {
  /// The text without the marks of CDATA sections that came to stand in it as characters; nil where there are none.
  static func withoutSectionMarks(_ bytes: [UInt8]) -> [UInt8]? {
    guard let first = bytes.withUnsafeBufferPointer({ start(in: $0, from: 0) }) else { return nil }
    var output = Array(bytes[..<first])
    var index = first
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: sectionStart) {
        index += sectionStart.count
      } else if bytes[index] == UInt8(ascii: "]"), bytes[index...].starts(with: sectionEnd) {
        index += sectionEnd.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static func start(in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var index = from
    while let found = bytes.offset(of: UInt8(ascii: "<"), from: index) {
      if bytes[found...].starts(with: sectionStart) { return found }
      index = found + 1
    }
    return nil
  }

  private static let sectionStart = Array("<![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)

  /// HTML that was escaped twice as it was before; nil where it is sound.
  ///
  /// All tags are escaped once more where there is none, and what is read as text would be HTML that parts or links it. A reference
  /// escaped twice (`&amp;nbsp;`) stands for itself nowhere, other than those of `<` and `>`, with which texts talk about HTML.
  static func undone(inHTML bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "&")) else { return nil }
    if !bytes.contains(UInt8(ascii: "<")), bytes.withUnsafeBufferPointer({ hasEscapedTag($0) }) {
      let decoded = MarkupDecoding.decoded(bytes)
      if HTMLSigns.areOfLayout(in: decoded) { return decoded }
    }
    return withSimpleReferences(bytes)
  }

  private static func hasEscapedTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let found = bytes.offset(of: UInt8(ascii: "&"), from: index) {
      if bytes[found...].starts(with: "&lt;".utf8) { return true }
      index = found + 1
    }
    return false
  }

  private static func withSimpleReferences(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while let found = bytes.offset(of: UInt8(ascii: "&"), from: index) {
        index = found + 1
        guard bytes[found...].starts(with: doubled), isReference(bytes[(found + doubled.count)...]) else { continue }
        output += bytes[copied...found]
        copied = found + doubled.count
        index = copied
      }
      if copied > 0 { output += bytes[copied...] }
    }
    return copied > 0 ? output : nil
  }

  private static let doubled = Array("&amp;".utf8)

  /// Whether a name or a number of a character and a semicolon stand here.
  private static func isReference(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = bytes.prefix(12).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
    guard name.count >= 2, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      !name.elementsEqual("lt".utf8), !name.elementsEqual("gt".utf8)
    else { return false }
    let reference = "&\(String(decoding: name, as: UTF8.self));"
    return MarkupLexer.decoded(reference, dialect: .xml) != reference
  }
}
