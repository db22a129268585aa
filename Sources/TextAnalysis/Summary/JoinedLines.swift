import TextBasics

/// A text whose lines a page joined with commas of half width: `上半年净利增长,来源：…`. The others are of full width there, so that the joints
/// can be told from them.
struct JoinedLines {
  private static let fullWidthComma: [UInt8] = [0xEF, 0xBC, 0x8C]
  private static let limit = 4_500

  /// The text with line breaks in place of the joints, and without a title; nil where it has none.
  let parted: AnalysedText?

  init(_ text: AnalysedText) {
    var lines = text.original.string.withBytes { bytes in
      let start = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      return Array(UnsafeBufferPointer(rebasing: bytes[start...].prefix(Self.limit)))
    }
    // Not within a character.
    while let last = lines.last, last >= 0x80, lines.count == Self.limit || last >= 0xC0 { lines.removeLast() }
    parted = Self.part(&lines) ? AnalysedText(title: "", text: String(decoding: lines, as: UTF8.self)) : nil
  }

  /// Whether it parted something.
  private static func part(_ lines: inout [UInt8]) -> Bool {
    var (fullWidth, joints) = (0, [Int]())
    for index in lines.indices {
      if lines[index] == UInt8(ascii: ",") {
        let isBesideIdeograph =
          index > 0 && lines[index - 1] >= 0x80 || index + 1 < lines.count && lines[index + 1] >= 0x80
        if isBesideIdeograph || index == 0 { joints.append(index) }
      } else if lines[index] == fullWidthComma[0], lines[index...].starts(with: fullWidthComma) {
        fullWidth += 1
      }
    }
    guard fullWidth > 1, !joints.isEmpty else { return false }
    for joint in joints { lines[joint] = UInt8(ascii: "\n") }
    return true
  }
}
