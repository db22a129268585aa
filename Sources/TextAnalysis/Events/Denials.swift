/// Tells from the words before an event, in its clause, that it is denied.
enum Denials {
  private static let words = WordMatcher([
    "否认", "坚决否认", "辟谣", "澄清", "不存在", "并不存在", "并非", "denies", "denied", "deny", "refutes", "refuted",
  ])
  /// Words by which a whole headline denies what the text then tells of.
  private static let ofTitles = WordMatcher([
    "否认", "辟谣", "澄清", "不存在", "并非", "无关", "不属实", "并未", "从未", "没有为", "没有参与", "与我司无关", "denies", "denied", "refutes",
  ])

  static func stand(before event: Range<Int>, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = event.lowerBound
    while start > range.lowerBound, bytes.break(at: start - 1) == .none { start -= 1 }
    return !words.matches(in: bytes, start..<event.lowerBound).isEmpty
  }

  static func rule(_ title: Range<Int>, in bytes: [UInt8]) -> Bool { !ofTitles.matches(in: bytes, title).isEmpty }
}
