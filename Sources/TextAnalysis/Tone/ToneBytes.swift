/// What the reading of tone asks of the bytes between words.
extension [UInt8] {
  enum ClauseBreak {
    case none
    case blank
    case clause
    case sentence
  }

  /// What the byte at `index` ends. Signs within a number end nothing.
  func `break`(at index: Int) -> ClauseBreak {
    switch self[index] {
    case UInt8(ascii: " "): isBesideLetter(index) ? .none : .blank
    case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): .sentence
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "."): isInNumber(index) ? .none : .clause
    case UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): .clause
    case 0xE3: ideographicBreak(at: index)
    default: .none
    }
  }

  /// 、 。 【 】
  private func ideographicBreak(at index: Int) -> ClauseBreak {
    guard index + 2 < count, self[index + 1] == 0x80 else { return .none }
    switch self[index + 2] {
    case 0x82: return .sentence
    case 0x81, 0x90, 0x91: return .clause
    default: return .none
    }
  }

  /// Whether a Latin word stands on a side: 终止 IPO is one clause.
  private func isBesideLetter(_ index: Int) -> Bool {
    (index > 0 && self[index - 1].isLetter) || (index + 1 < count && self[index + 1].isLetter)
  }

  /// Whether a digit stands on both sides, or, for a full stop, a letter follows: 1.2, 23:30, U.S., e.g.
  private func isInNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < count else { return false }
    if self[index] == UInt8(ascii: "."), self[index + 1].isWordByte { return true }
    return self[index - 1].isDigit && self[index + 1].isDigit
  }

  /// Whether a range is English: a Chinese headline with English names is Chinese.
  func isMostlyEnglish(_ range: Range<Int>) -> Bool {
    // Chinese text has so many ideographs that its beginning tells.
    let most = (range.count + 19) / 20
    return withUnsafeBufferPointer { bytes in
      var chinese = 0
      for index in range where bytes[index] >= 0xE3 {
        chinese &+= 1
        if chinese >= most { return false }
      }
      return chinese * 20 < range.count
    }
  }

  /// Whether a figure stands here, or behind 逾, 近, 约, 超, 至, 到, 达, 了: so 增逾三成 is a rise and 增资 is none.
  func hasFigure(at start: Int, before end: Int) -> Bool {
    var index = start
    for _ in 0..<3 where index + 3 <= end && Self.approximations.contains(character(at: index)) { index += 3 }
    guard index < end else { return false }
    return self[index].isDigit || (index + 3 <= end && Self.numerals.contains(character(at: index)))
  }

  /// Whether an amount in 万 or 亿 stands at most four characters on: 1 where it is above zero, -1 below, nil where there is none.
  func signOfAmount(at start: Int, before end: Int) -> Int? {
    var index = start
    while index < end, index < start + 12, !self[index].isDigit, `break`(at: index) == .none { index += 1 }
    guard index < end, self[index].isDigit else { return nil }
    let sign = index > start && self[index - 1] == UInt8(ascii: "-") ? -1 : 1
    for _ in 0..<2 {
      index = endOfNumber(at: index, before: end)
      guard index < end else { return nil }
      if isMyriad(at: index, before: end) { return sign }
      // 3000万至5000万, 2.1-2.4亿
      if self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "~") {
        index += 1
      } else if index + 3 <= end, Self.spans.contains(character(at: index)) {
        index += 3
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether an amount in 亿 or 万元, or a percentage of a company, stands in the range.
  func holdsSize(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard self[index].isDigit else {
        index += 1
        continue
      }
      index = endOfNumber(at: index, before: range.upperBound)
      guard index + 4 <= range.upperBound else { return false }
      if isMyriad(at: index, before: range.upperBound), isMoney(at: index, before: range.upperBound) { return true }
      if self[index] == UInt8(ascii: "%"), isStake(at: index + 1, before: range.upperBound) { return true }
    }
    return false
  }

  private func isMoney(at index: Int, before end: Int) -> Bool {
    if character(at: index) == Self.hundredMillion { return true }
    return index + 6 <= end && Self.currencies.contains(character(at: index + 3))
  }

  private func isStake(at start: Int, before end: Int) -> Bool {
    guard start + 3 <= end else { return false }
    let isGenitive = character(at: start) == Self.genitive
    let index = isGenitive ? start + 3 : start
    return index + 3 <= end && character(at: index) == Self.share
  }

  private func endOfNumber(at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, self[index].isDigit || self[index] == UInt8(ascii: ".") || self[index] == UInt8(ascii: ",") {
      index += 1
    }
    return index
  }

  private func isMyriad(at index: Int, before end: Int) -> Bool {
    index + 3 <= end && (character(at: index) == Self.hundredMillion || character(at: index) == Self.tenThousand)
  }

  /// Three bytes as a number.
  private func character(at index: Int) -> UInt32 {
    UInt32(self[index]) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
  }

  private static func characters(_ text: StaticString) -> [UInt32] {
    text.withUTF8Buffer { bytes in
      stride(from: 0, to: bytes.count - 2, by: 3).map {
        UInt32(bytes[$0]) << 16 | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2])
      }
    }
  }

  private static let approximations = characters("逾近约超至到达了幅")
  private static let numerals = characters("一二两三四五六七八九十百")
  private static let spans = characters("至到")
  private static let currencies = characters("元美港欧英日")
  private static let hundredMillion: UInt32 = 0xE4_BA_BF
  private static let tenThousand: UInt32 = 0xE4_B8_87
  private static let genitive: UInt32 = 0xE7_9A_84
  private static let share: UInt32 = 0xE8_82_A1
}

extension UInt8 {
  /// Whether this is a small letter of ASCII, as folded text has it.
  fileprivate var isLetter: Bool { self &- UInt8(ascii: "a") < 26 }
}
