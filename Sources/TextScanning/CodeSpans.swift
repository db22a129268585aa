/// Finds what is code in a text, as Markdown marks it: lines between fences, and pieces of a line between backticks. No tag is one there.
package enum CodeSpans {
  /// Whether there may be any.
  package static func mayBe(in text: String) -> Bool { text.contains(ascii: "`") || text.holds("~~~") }

  /// The pieces of the text in order. Linear.
  package static func split(_ text: String) -> [(text: Substring, isCode: Bool)] {
    var pieces: [(text: Substring, isCode: Bool)] = []
    var fence: UInt8?
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: 0x0a).map { text.utf8.index(after: $0) } ?? text.endIndex
      let line = text[start..<end]
      start = end
      if let mark = Self.fence(of: line), fence == nil || fence == mark {
        fence = fence == nil ? mark : nil
        pieces.append((line, true))
      } else if fence != nil {
        pieces.append((line, true))
      } else {
        splitLine(line, into: &pieces)
      }
    }
    return pieces
  }

  private static func fence(of line: Substring) -> UInt8? {
    let body = line.utf8.drop { $0 == UInt8(ascii: " ") }
    guard let mark = body.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    return body.prefix { $0 == mark }.count >= 3 ? mark : nil
  }

  /// A run of backticks ends at the next of the same length.
  private static func splitLine(_ line: Substring, into pieces: inout [(text: Substring, isCode: Bool)]) {
    var runs: [Range<Substring.Index>] = []
    var position = line.startIndex
    while let start = line.utf8[position...].firstIndex(of: UInt8(ascii: "`")) {
      position = line.utf8[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? line.endIndex
      runs.append(start..<position)
    }
    var start = line.startIndex
    var index = 0
    while index + 1 < runs.count {
      let (open, close) = (runs[index], runs[index + 1])
      guard
        line.utf8.distance(from: open.lowerBound, to: open.upperBound)
          == line.utf8.distance(from: close.lowerBound, to: close.upperBound)
      else {
        index += 1
        continue
      }
      pieces.append((line[start..<open.lowerBound], false))
      pieces.append((line[open.lowerBound..<close.upperBound], true))
      start = close.upperBound
      index += 2
    }
    if start < line.endIndex { pieces.append((line[start...], false)) }
  }
}
