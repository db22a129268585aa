/// The part of an article that tells its topics, and how much a word in it counts by its place.
///
/// The head counts in full: the title or, where there is none, what stands within 【 】 at the beginning, or the first sentence. The next
/// sentences count a third, what follows little.
struct TopicLead {
  /// All that is read.
  let range: Range<Int>
  let headEnd: Int
  /// Behind the speaker of the head, `央行:`; the beginning where none is named.
  let speakerEnd: Int
  let isEnglish: Bool

  /// What stands before the first colon of the head.
  var speaker: Range<Int>? { speakerEnd > range.lowerBound ? range.lowerBound..<speakerEnd : nil }

  /// Some 400, 60, 25, and 120 characters.
  private static let reach = 1_200
  private static let headReach = 180
  private static let speakerReach = 75
  private static let nearReach = 360

  init(_ text: AnalysedText) {
    let bytes = text.bytes
    let hasTitle = text.title.contains { bytes[$0] > 0x20 }
    let start = hasTitle ? text.title.lowerBound : text.text.lowerBound
    range = start..<min(bytes.count, (hasTitle ? text.text.lowerBound : start) + Self.reach)
    headEnd = hasTitle ? min(text.titleEnd, start + 2 * Self.headReach) : Self.headEnd(bytes, range)
    speakerEnd = Self.speakerEnd(bytes, start..<headEnd)
    isEnglish = bytes.isMostlyEnglish(range)
  }

  func factor(at place: Int) -> Double {
    if place < headEnd { return 1 }
    return place < headEnd + Self.nearReach ? 0.35 : 0.12
  }

  /// Whether a place lies among the first characters, where headlines name what they are about.
  func isFirst(_ place: Int, within characters: Int) -> Bool { place < range.lowerBound + 3 * characters }

  private static func headEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    if let close = bytes.closingBracket(range.prefix(3 + headReach * 3 / 2)) { return close }
    var index = start
    while index < min(range.upperBound, start + headReach) {
      if bytes.break(at: index) == .sentence { return index }
      index += 1
    }
    return index
  }

  private static func speakerEnd(_ bytes: [UInt8], _ head: Range<Int>) -> Int {
    head.prefix(speakerReach).first { bytes[$0] == UInt8(ascii: ":") && bytes.break(at: $0) == .clause }
      ?? head.lowerBound
  }
}

extension [UInt8] {
  /// Where 】 stands, if the range begins with 【.
  fileprivate func closingBracket(_ range: Range<Int>) -> Int? {
    guard isBracket(0x90, at: range.lowerBound) else { return nil }
    return range.first { isBracket(0x91, at: $0) }
  }

  private func isBracket(_ last: UInt8, at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xE3 && self[index + 1] == 0x80 && self[index + 2] == last
  }
}
