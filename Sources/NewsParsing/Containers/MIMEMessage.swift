import Decoding
import TextScanning

/// The fields at the head of a mail, an answer of a server, or a record of an archive, by their names in small letters.
struct MIMEFields {
  private var values: [String: String] = [:]

  /// - Parameter bytes: the head; its lines may go on in the next, which then begins with a blank.
  init(_ bytes: ArraySlice<UInt8>) {
    var last: String?
    for line in bytes.split(separator: 0x0a) {
      let text = Substring(decoding: line, as: UTF8.self)
      if let name = last, text.utf8.first == 0x20 || text.utf8.first == 0x09 {
        values[name, default: ""] += " " + text.trimmed
        continue
      }
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = text[..<colon].trimmed.lowercased()
      // The first counts: what a mail passes through puts its own before it, and nobody asks for those.
      last = values[name] == nil ? name : nil
      if last != nil, values.count < 500 {
        values[name] = String(text[text.utf8.index(after: colon)...].trimmed)
      }
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// Where the empty line behind a head ends; nil where there is none.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while let newline = bytes.offset(of: 0x0a, from: position) {
        let next = newline + 1
        if next < bytes.count, bytes[next] == 0x0a { return next + 1 }
        if next + 1 < bytes.count, bytes[next] == 0x0d, bytes[next + 1] == 0x0a { return next + 2 }
        position = next
      }
      return nil
    }
  }
}

/// One part of a mail (RFC 2045): its fields and its content without the coding in which it was sent.
struct MIMEPart {
  let fields: MIMEFields
  let body: [UInt8]

  private static let deepest = 8
  private static let mostParts = 2_000

  /// The parts of a message that hold no further ones, in its order.
  static func leaves(of bytes: [UInt8]) -> [MIMEPart] {
    var leaves: [MIMEPart] = []
    collect(bytes, depth: 0, &leaves)
    return leaves
  }

  private static func collect(_ bytes: [UInt8], depth: Int, _ leaves: inout [MIMEPart]) {
    guard leaves.count < mostParts else { return }
    // A part without fields begins with the empty line.
    let end =
      bytes.first == 0x0a
      ? 1 : bytes.starts(with: [0x0d, 0x0a]) ? 2 : MIMEFields.end(in: bytes, from: 0) ?? bytes.count
    let fields = MIMEFields(bytes[..<end])
    let body = bytes[end...]
    let type = fields["content-type"] ?? "text/plain"
    if type.lowercased().hasPrefix("multipart/"), depth < deepest, let boundary = parameter("boundary", of: type) {
      for part in split(body, at: boundary) { collect(Array(part), depth: depth + 1, &leaves) }
      return
    }
    leaves.append(MIMEPart(fields: fields, body: decoded(body, fields["content-transfer-encoding"])))
  }

  /// A parameter of a field: `boundary` of `multipart/related; boundary="…"`.
  static func parameter(_ name: String, of field: String) -> String? {
    for piece in field.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == name else { continue }
      let value = pair[1].trimmed.trimmed(of: ["\""])
      return value.isEmpty ? nil : String(value)
    }
    return nil
  }

  private static func split(_ bytes: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = bytes.startIndex
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.endIndex
      if bytes[line..<end].starts(with: mark) {
        if let start { parts.append(bytes[start..<line]) }
        if bytes[line..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
        start = end
      }
      line = end
    }
    // A message that was cut off ends within a part.
    if let start { parts.append(bytes[start...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ coding: String?) -> [UInt8] {
    switch coding?[...].trimmed.lowercased() {
    case "quoted-printable": QuotedPrintable.decoded(body)
    case "base64": Base64.bytes(Array(body)) ?? Array(body)
    default: Array(body)
    }
  }
}

/// RFC 2045, 6.7.
enum QuotedPrintable {
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        continue
      }
      let rest = bytes[index...]
      if rest.starts(with: [0x0d, 0x0a]) {
        index += 2
      } else if rest.first == 0x0a {
        index += 1
      } else if let value = value(of: rest.prefix(2)) {
        output.append(value)
        index += 2
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// The byte that two digits name; nil for other characters, such as a sign before a digit.
  private static func value(of digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// Words in the fields of a mail that are not ASCII (RFC 2047): `=?UTF-8?B?…?=`.
enum EncodedWords {
  static func decoded(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let start = rest.range(ofBytes: "=?") {
      let inner = rest[start.upperBound...]
      let pieces = inner.split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard pieces.count == 4, pieces[3].starts(with: "="), let word = word(pieces[0], pieces[1], pieces[2]) else {
        output += rest[..<start.upperBound]
        rest = inner
        continue
      }
      let before = rest[..<start.lowerBound]
      // Blanks between two such words belong to neither.
      if output.isEmpty || !before.trimmed.isEmpty { output += before }
      output += word
      rest = pieces[3].dropFirst()
    }
    return output + rest
  }

  private static func word(_ charset: Substring, _ coding: Substring, _ text: Substring) -> String? {
    let bytes: [UInt8]? =
      switch coding {
      case "B", "b": Base64.bytes(Array(text.utf8))
      case "Q", "q": QuotedPrintable.decoded(Array(text.replacing("_", with: " ").utf8)[...])
      default: nil
      }
    return bytes?.withUnsafeBytes { TextDecoding.decode($0, declared: String(charset)).text }
  }
}
