import TextBasics

/// The first sentence of a text in letters: news agencies tell in it what happened, to whom and how much.
///
/// It begins behind a dateline, and is cut at a comma where it is long.
struct EnglishSummary {
  private static let limit = 1_200
  private static let longest = 220
  private static let shortest = 25
  private static let longestDateline = 60

  let pieces: [Range<Int>]

  init(_ text: AnalysedText) {
    let sentence = SummaryClauses(text.bytes, text.text.prefix(Self.limit)).sentenceRanges.first {
      $0.count >= Self.shortest
    }
    pieces = sentence.map { [Self.cut(Self.behindDateline($0, text.bytes), text.bytes)] } ?? []
  }

  /// `LONDON, March 3 (Reuters) - ` is none of the sentence.
  private static func behindDateline(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    for index in range.prefix(longestDateline).dropLast(2)
    where bytes[index] == UInt8(ascii: " ") && bytes[index + 1] == UInt8(ascii: "-")
      && bytes[index + 2] == UInt8(ascii: " ")
    {
      return min(index + 3, range.upperBound)..<range.upperBound
    }
    return range
  }

  private static func cut(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard range.count > longest else { return range }
    let start = range.lowerBound
    let comma = (start + shortest..<start + longest).last {
      bytes[$0] == UInt8(ascii: ",") && bytes[$0 + 1] == UInt8(ascii: " ")
    }
    let blank = (start + shortest..<start + longest).last { bytes[$0] == UInt8(ascii: " ") }
    return start..<(comma ?? blank ?? start + longest)
  }
}
