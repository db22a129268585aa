/// The text of a source as it is kept and written into files: all that it says, without what could only mislead.
///
/// Joiners, variation selectors and skin tones stay, since they make what is read: 👩‍💻, ❤️, می‌خواهد. So do marks, however many, and
/// characters that are younger than our tables. How a terminal shows them is the business of `SafeText`, which everything passes on
/// its way to the screen.
///
/// Left out are control characters, direction marks, zero-width blanks and other marks that are never shown; tags, but in a flag
/// that they spell (🏴󠁧󠁢󠁥󠁮󠁧󠁿). U+FFFD stands for what is no character. Text of which nothing would be seen is empty.
package struct KeptText: Hashable, Sendable {
  package let string: String

  /// One line of text: a line break of any kind or a tab becomes one blank.
  ///
  /// Linear in the text; where nothing is to be changed `raw` itself is kept and nothing is allocated.
  package init(_ raw: String) { string = Self.kept(raw, Sanitiser.singleLine) }

  /// Text of several lines: every line break becomes `\n`, a tab one blank.
  package init(lines raw: String) { string = Self.kept(raw, Sanitiser.multiLine) }

  private static func kept(_ raw: String, _ scan: Sanitiser) -> String {
    raw.withBytes { bytes -> String? in
      let plainEnd = scan.endOfPlain(bytes, from: 0)
      guard plainEnd < bytes.count else { return nil }
      var line = KeptLine(lineBreak: scan.lineBreak)
      line.output.reserveCapacity(bytes.count)
      line.append(run: bytes[..<plainEnd])
      var index = plainEnd
      while index < bytes.count {
        let (scalar, end) = bytes.scalar(at: index)
        line.append(scalar)
        index = scan.endOfPlain(bytes, from: end)
        line.append(run: bytes[end..<index])
      }
      return line.hasShown ? String(decoding: line.output, as: UTF8.self) : ""
    } ?? raw
  }
}

/// Kept text that grows by a scalar at a time.
private struct KeptLine {
  let lineBreak: UInt8
  var output: [UInt8] = []
  /// Whether anything that can be seen, or a blank, was appended.
  private(set) var hasShown = false
  private var isAfterCarriageReturn = false
  private var isInTags = false

  private static let blackFlag: UInt32 = 0x1F3F4
  private static let tags: ClosedRange<UInt32> = 0xE0020...0xE007F

  init(lineBreak: UInt8) { self.lineBreak = lineBreak }

  /// Takes plain scalars.
  mutating func append(run: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let first = run.first else { return }
    // A line feed is plain where lines stay.
    output.append(contentsOf: isAfterCarriageReturn && first == UInt8(ascii: "\n") ? run.dropFirst() : run)
    hasShown = true
    isAfterCarriageReturn = false
    // A flag that begins a run of tags is plain.
    isInTags = run.suffix(4).elementsEqual([0xF0, 0x9F, 0x8F, 0xB4])
  }

  /// Takes a scalar that is not plain.
  mutating func append(_ scalar: UInt32) {
    let endsLine = isAfterCarriageReturn && scalar == 0x0A
    isAfterCarriageReturn = scalar == 0x0D
    switch ScalarTable.shared.traits(scalar).fate {
    case .keep: appendShown(scalar)
    case .hide: output.append(scalar: scalar)
    case .replace: appendShown(Self.isNoCharacter(scalar) ? 0xFFFD : scalar)
    case .blank: appendShown(0x20)
    case .lineBreak where !endsLine: appendShown(UInt32(lineBreak))
    case .lineBreak: break
    case .remove where isInTags && Self.tags.contains(scalar):
      output.append(scalar: scalar)
      return
    case .remove: break
    }
    isInTags = scalar == Self.blackFlag
  }

  private mutating func appendShown(_ scalar: UInt32) {
    output.append(scalar: scalar)
    hasShown = true
  }

  /// What Unicode promises never to make a character.
  private static func isNoCharacter(_ scalar: UInt32) -> Bool { scalar & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar }
}
