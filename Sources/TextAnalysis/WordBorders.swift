/// Tells a word from the same characters across the borders of two others: 定增 in 定增获批 from 定增 in 稳定增长.
///
/// The characters around it are cut as keywords are (`WordCutter`): where a word of the best cut begins before it and ends within it, it is
/// no word there. One that begins within it and goes on tells nothing, since tables have beginnings of words too: 前三季 of 前三季度. A cut
/// of some twelve characters takes a microsecond.
struct WordBorders {
  /// Words of more bytes say enough by themselves: three characters.
  private static let longest = 9
  /// How many bytes on either side are looked at: five characters, as many as the longest word has.
  private static let reach = 15

  private var cutter = WordCutter()

  /// Whether the characters of `range` may be a word of their own, within `bounds`.
  mutating func isWord(_ range: Range<Int>, in bytes: [UInt8], _ bounds: Range<Int>) -> Bool {
    guard range.count <= Self.longest, bytes[range.lowerBound].beginsIdeograph else { return true }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start - 3 >= max(bounds.lowerBound, range.lowerBound - Self.reach), bytes[start - 3].beginsIdeograph {
      start -= 3
    }
    while end + 3 <= min(bounds.upperBound, range.upperBound + Self.reach), bytes[end].beginsIdeograph { end += 3 }
    guard start < range.lowerBound, cutter.mayStraddle(range, from: start, bytes) else { return true }
    cutter.removeWords()
    cutter.cut(bytes, start..<end)
    return !cutter.words.contains { word in
      word.range.lowerBound < range.lowerBound && range.lowerBound < word.range.upperBound
        && word.range.upperBound < range.upperBound
    }
  }
}
