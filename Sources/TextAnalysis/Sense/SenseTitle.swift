import TextBasics

/// What of a headline says something: without the label before it and brackets behind it.
enum SenseTitle {
  private static let longestLabel = 30

  static func words(of text: AnalysedText) -> Range<Int> {
    let bytes = text.bytes
    var range = text.title
    while let end = endOfLabel(bytes, range), end < range.upperBound { range = end..<range.upperBound }
    if let start = startOfNote(bytes, range), start > range.lowerBound { range = range.lowerBound..<start }
    return range
  }

  static func asks(_ text: AnalysedText) -> Bool { text.bytes[text.title].last == UInt8(ascii: "?") }

  static func hasQuestionWord(_ text: AnalysedText) -> Bool {
    !SenseTables.shared.asks.longestMatches(in: text.bytes, text.title).isEmpty
  }

  /// `快讯:`, 【独家】, `update 1-`.
  private static func endOfLabel(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let head = bytes[range.prefix(longestLabel)]
    if let close = head.firstIndex(of: UInt8(ascii: "]")), head.first == UInt8(ascii: "[") {
      return isLabel(bytes[range.lowerBound + 1..<close]) ? close + 1 : nil
    }
    // 【 is no bracket of ASCII.
    if bytes.stands("【", at: range.lowerBound) {
      var close = range.lowerBound + 3
      while close + 2 < range.upperBound, close < range.lowerBound + longestLabel {
        if bytes.stands("】", at: close) { return isLabel(bytes[range.lowerBound + 3..<close]) ? close + 3 : nil }
        close += 1
      }
      return nil
    }
    if let end = endOfColumn(bytes, range) { return end }
    let marks = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "!")]
    guard let mark = head.firstIndex(where: marks.contains), isLabel(bytes[range.lowerBound..<mark]) else { return nil }
    return mark + 1
  }

  private static let longestColumn = 24

  /// 收盘丨: what stands before a bar names the column.
  private static func endOfColumn(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var place = range.lowerBound + 1
    while place < min(range.upperBound, range.lowerBound + longestColumn) {
      if bytes[place] == UInt8(ascii: "|") { return place + 1 }
      if bytes.stands("丨", at: place) { return place + 3 }
      place += 1
    }
    return nil
  }

  /// `(更新)`, `(update)`
  private static func startOfNote(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard bytes[range].last == UInt8(ascii: ")"),
      let open = bytes[range].suffix(longestLabel).lastIndex(of: UInt8(ascii: "(")),
      isLabel(bytes[open + 1..<range.upperBound - 1])
    else { return nil }
    return open
  }

  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    var word = bytes
    while word.first == UInt8(ascii: " ") { word.removeFirst() }
    while let last = word.last, last == UInt8(ascii: " ") { word.removeLast() }
    return SenseTables.shared.labels.contains(String(decoding: word, as: UTF8.self))
  }
}
