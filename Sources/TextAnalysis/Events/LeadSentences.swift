/// The first sentences of a text in which an event may stand, one after the other, until a limit is reached.
///
/// Copies of agency pieces name the headline behind 原标题: what stands before it is the copying site's own.
struct LeadSentences: Sequence, IteratorProtocol {
  /// Where the headline may stand that a copy names.
  private static let reach = 900
  private static let originalTitle = Array("原标题:".utf8)

  private let bytes: [UInt8]
  private var start: Int
  private let end: Int

  /// - Parameter limit: how many bytes are read.
  init(_ text: AnalysedText, limit: Int) {
    bytes = text.bytes
    let lead = text.text.prefix(Self.reach)
    start = Self.place(of: Self.originalTitle, in: bytes, lead).map { $0 + Self.originalTitle.count } ?? lead.lowerBound
    end = Swift.min(start + limit, text.text.upperBound)
  }

  mutating func next() -> Range<Int>? {
    while start < end {
      let sentence = start..<sentenceEnd(from: start)
      start = sentence.upperBound
      if sentence.count > 6 { return sentence }
    }
    return nil
  }

  private func sentenceEnd(from start: Int) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\n"): return index + 1
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return index + 1
      case UInt8(ascii: ".") where index + 1 < end && index > start:
        if bytes[index + 1] == UInt8(ascii: " "), !bytes[index - 1].isDigit { return index + 1 }
        index += 1
      case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82: return index + 3
      default: index += 1
      }
    }
    return end
  }

  /// Looks for the colon, of which there are few.
  private static func place(of word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var colon = bytes.place(of: UInt8(ascii: ":"), from: range.lowerBound)
      while let end = colon, end < range.upperBound {
        let start = end + 1 - word.count
        if start >= range.lowerBound, bytes[start...end].elementsEqual(word) { return start }
        colon = bytes.place(of: UInt8(ascii: ":"), from: end + 1)
      }
      return nil
    }
  }
}
