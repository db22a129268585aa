import Decoding
import TextScanning

/// The bytes of a feed as UTF-8: where they are, or a converted copy.
///
/// What counts, in this order: a byte order mark, or the shape of the first bytes; that all is valid UTF-8; the HTTP header's
/// character set, then that of the XML declaration, when all bytes have a meaning in it; UTF-8 with a few damaged places; a declared
/// set with a few; the likeliest set. Before all these come texts of two sets, each of which is read in its own.
struct FeedBytes {
  /// nil where the feed's own bytes are UTF-8, apart from places that decoding replaces.
  private(set) var converted: [UInt8]?
  /// How many bytes a mark takes at the start.
  private(set) var start = 0
  /// The set in which the feed is written.
  private(set) var charset: CharsetLabel = .utf8
  private(set) var notes: [FeedNote] = []

  init(_ bytes: UnsafeRawBufferPointer, contentType: String?) {
    if let signature = CharsetLabel(signatureOf: bytes, markLength: &start) {
      read(bytes, signature: signature)
      return
    }
    let written = [contentType.flatMap(Self.charset(ofContentType:)), Self.charset(ofDeclaration: bytes)].compactMap(
      \.self)
    let labels = written.compactMap(CharsetLabel.init).filter { !$0.isWide }
    let validity = UTF8Validity(bytes)
    if validity.invalid == 0 {
      readSoundUTF8(bytes, validity, labels)
    } else {
      readOther(bytes, validity, labels)
    }
    if let first = labels.first, first != charset, !validity.isASCII {
      notes.append(.wrongCharset(declared: first.name, actual: charset.name))
    }
  }

  /// Gives the UTF-8 bytes to `body`.
  func withUTF8<R>(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if let converted { return converted.withUnsafeBufferPointer(body) }
    return UnsafeRawBufferPointer(rebasing: bytes.dropFirst(start)).withMemoryRebound(to: UInt8.self, body)
  }

  private mutating func read(_ bytes: UnsafeRawBufferPointer, signature: CharsetLabel) {
    let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(start))
    charset = signature
    if signature == .utf8 {
      if UTF8Validity(rest).invalid > 0 { notes.append(.invalidBytes) }
      return
    }
    if signature.name == "IBM037",
      let (head, _) = signature.convert(UnsafeRawBufferPointer(rebasing: rest.prefix(200))),
      let declared = head.withUnsafeBytes({ Self.charset(ofDeclaration: $0) }).flatMap(CharsetLabel.init)
    {
      charset = declared
    }
    guard let (text, invalid) = charset.convert(rest) else { return }
    take(text, invalid, charset)
  }

  private mutating func readSoundUTF8(
    _ bytes: UnsafeRawBufferPointer, _ validity: UTF8Validity, _ labels: [CharsetLabel]
  ) {
    for label in labels {
      if label == .utf8 { return }
      guard label.isSevenBit ? validity.isASCII : label.isDoubleByte && validity.short > 0 && validity.long == 0 else {
        continue
      }
      if let (text, invalid) = label.convert(bytes), invalid == 0 { return take(text, 0, label) }
    }
  }

  private mutating func readOther(_ bytes: UnsafeRawBufferPointer, _ validity: UTF8Validity, _ labels: [CharsetLabel]) {
    if let mixed = MixedText(bytes, validity, labels) {
      notes.append(.mixedCharsets(CharsetLabel.utf8.name, mixed.other.name))
      return take(mixed.text, mixed.invalid, .utf8)
    }
    var nearly: (text: [UInt8], invalid: Int, label: CharsetLabel)?
    for label in labels where label != .utf8 {
      guard let (text, invalid) = label.convert(bytes) else { continue }
      if invalid == 0 { return take(text, 0, label) }
      if nearly.map({ invalid < $0.invalid }) ?? true { nearly = (text, invalid, label) }
    }
    // Who declares UTF-8 is believed while most of the text agrees.
    if validity.isDamagedUTF8 || labels.contains(.utf8) && validity.short + validity.long > validity.invalid {
      notes.append(.invalidBytes)
      return
    }
    if let nearly, nearly.invalid * 20 <= validity.invalid { return take(nearly.text, nearly.invalid, nearly.label) }
    let label = CharsetGuess.likeliest(bytes)
    guard let (text, invalid) = label.convert(bytes) else {
      notes.append(.invalidBytes)
      return
    }
    take(text, invalid, label)
  }

  private mutating func take(_ text: [UInt8], _ invalid: Int, _ label: CharsetLabel) {
    converted = text
    charset = label
    start = 0
    if invalid > 0 { notes.append(.invalidBytes) }
  }
}

extension FeedBytes {
  /// `utf-8` of `text/xml; charset="utf-8"`.
  static func charset(ofContentType header: String) -> String? {
    for parameter in header.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].trimmed.lowercased() == "charset" else { continue }
      return String(parts[1].trimmed(of: ["\"", "'"]))
    }
    return nil
  }

  /// The encoding of `<?xml version="1.0" encoding="gb2312"?>`, which must stand near the start.
  static func charset(ofDeclaration bytes: UnsafeRawBufferPointer) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self)[...]
    guard let start = head.firstRange(of: "<?xml"), let end = head[start.upperBound...].firstRange(of: "?>"),
      let name = head[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[name.upperBound..<end.lowerBound].trimmed
    guard let rest = value.dropping(prefix: "=")?.trimmed, let quote = rest.unicodeScalars.first,
      quote == "\"" || quote == "'"
    else { return nil }
    return String(rest.unicodeScalars.dropFirst().prefix { $0 != quote })
  }
}
