/// A feed that a program put together from texts of two character sets: some are UTF-8, the others are not.
///
/// Each text between two tags, or two quotation marks of JSON, is looked at by itself; none of the sets that are met uses those signs
/// within a character.
package struct MixedText {
  /// All of it as UTF-8.
  package private(set) var text: [UInt8] = []
  /// How many bytes were replaced.
  package private(set) var invalid = 0
  /// The set of the texts that are no UTF-8.
  package let other: CharsetLabel

  /// Nil unless there is enough of both.
  package init?(_ bytes: UnsafeRawBufferPointer, _ validity: UTF8Validity, _ labels: [CharsetLabel]) {
    // By chance, two characters of another set look like one of UTF-8 now and then.
    guard validity.long * 20 >= validity.invalid, validity.long >= Self.least else { return nil }
    let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    var foreign: [UInt8] = []
    var ownLetters = 0
    Self.forEachPiece(of: bytes, isJSON: isJSON) { piece, kind in
      switch kind {
      case .utf8(let letters): ownLetters += letters
      case .foreign: foreign += piece + [0x0a]
      }
    }
    guard ownLetters >= Self.least, foreign.count(where: { $0 >= 0x80 }) >= Self.least * 2 else { return nil }
    let found = foreign.withUnsafeBytes { foreign in
      let declared = labels.first { $0 != .utf8 && $0.convert(foreign)?.invalid == 0 }
      let label = declared ?? CharsetGuess.likeliest(foreign)
      return label.convert(foreign).map { (label, $0.invalid) }
    }
    guard let (label, unread) = found, unread * 20 <= foreign.count else { return nil }
    other = label
    convert(bytes, isJSON: isJSON)
  }

  /// Characters of each set that tell that it is there.
  private static let least = 4

  private mutating func convert(_ bytes: UnsafeRawBufferPointer, isJSON: Bool) {
    var text: [UInt8] = []
    var invalid = 0
    text.reserveCapacity(bytes.count + bytes.count / 4)
    Self.forEachPiece(of: bytes, isJSON: isJSON) { piece, kind in
      if kind == .foreign, let (converted, replaced) = other.convert(UnsafeRawBufferPointer(rebasing: piece)) {
        text += converted
        invalid += replaced
      } else {
        text += piece
        // What is damaged in UTF-8 is replaced when it is decoded.
      }
    }
    (self.text, self.invalid) = (text, invalid)
  }

  private enum Kind: Equatable {
    /// With so many characters that take three bytes and more.
    case utf8(letters: Int)
    case foreign
  }

  private static func forEachPiece(
    of bytes: UnsafeRawBufferPointer, isJSON: Bool, _ body: (Slice<UnsafeRawBufferPointer>, Kind) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, !isBorder(bytes[end], isJSON) { end += 1 }
      let piece = bytes[start..<end]
      let validity = UTF8Validity(UnsafeRawBufferPointer(rebasing: piece))
      // A text that was cut within a character is UTF-8 all the same.
      let isUTF8 = validity.invalid == 0 || validity.long > validity.invalid
      body(piece, isUTF8 ? .utf8(letters: validity.long) : .foreign)
      start = end
    }
  }

  private static func isBorder(_ byte: UInt8, _ isJSON: Bool) -> Bool {
    isJSON ? byte == UInt8(ascii: "\"") : byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }
}
