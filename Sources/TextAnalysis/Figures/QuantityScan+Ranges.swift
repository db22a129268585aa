/// Two quantities that are one range: 3-5亿元, 5000万至1亿元, `between $1.2 and $1.5 billion`.
extension QuantityScan {
  /// The range that begins with a quantity; nil where the next number is another figure.
  ///
  /// - Parameter isBetween: whether "between" stands before it, so that "and" joins.
  func range(from first: Quantity, isBetween: Bool) -> Quantity? {
    joined(to: first, isBetween: isBetween).flatMap { merge(first, $0) }
  }

  /// Whether a word or a sign stands there that joins two numbers; a first look.
  func mayJoin(_ place: Int) -> Bool {
    guard place < range.upperBound else { return false }
    switch bytes[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: " "): return true
    default:
      let scalar = NumeralSign.scalar(bytes, place, range.upperBound)
      return scalar == 0x81F3 || scalar == 0x5230
    }
  }

  /// The second number of a range.
  private func joined(to first: Quantity, isBetween: Bool) -> Quantity? {
    // 7元/股-8元/股
    var place = perBehind(first.end)?.end ?? first.end
    if isBlank(place) { place += 1 }
    guard place < range.upperBound else { return nil }
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "~") {
      place += 1
      if place < range.upperBound, bytes[place] == UInt8(ascii: "-") { place += 1 }
    } else if let scalar = NumeralSign.scalar(bytes, place, range.upperBound), scalar == 0x81F3 || scalar == 0x5230 {
      place += 3  // 至 到
    } else if word("to ", at: place) {
      place += 3
    } else if word("and ", at: place), isBetween {
      place += 4
    } else {
      return nil
    }
    if isBlank(place) { place += 1 }
    let isNegative = place < range.upperBound && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    if let (_, end) = words.signs.longest(in: bytes, at: place, before: range.upperBound) { place = end }
    if isBlank(place) { place += 1 }
    guard place < range.upperBound,
      bytes[place].isDigit || NumeralSign.scalar(bytes, place, range.upperBound).flatMap(NumeralSign.init) != nil
    else { return nil }
    guard var second = quantity(at: place) else { return nil }
    second.isNegative = isNegative
    return second
  }

  private func merge(_ first: Quantity, _ second: Quantity) -> Quantity? {
    guard second.unit != nil || second.sign != nil || second.number.magnitude > 1 else { return nil }
    var result = first
    if first.unit == nil {
      guard first.sign == nil || second.sign == nil || first.sign == second.sign else { return nil }
      if first.number.magnitude == 1, second.number.magnitude > 1 {
        // 900-1.1 billion does not tell the size of the first.
        guard first.number.low <= second.number.low / second.number.magnitude else { return nil }
        result.number.multiply(by: second.number.magnitude)
      } else if first.number.low > second.number.high, !second.number.isPercent,
        first.number.magnitude > second.number.magnitude
      {
        return nil
      }
      result.unit = second.unit
      result.word = second.word
    } else {
      guard second.unit.map({ isSame(first.unit, $0) }) ?? false else { return nil }
    }
    result.sign = first.sign ?? second.sign
    if first.isNegative {
      // -5000万至-3000万元, -5%至3%
      result.number.low = -result.number.high
      result.number.high = second.isNegative ? -second.number.low : second.number.high
      result.isNegative = false
      result.isSigned = true
    } else {
      result.number.low = min(result.number.low, second.number.low)
      result.number.high = max(result.number.high, second.number.high)
    }
    result.number.magnitude = max(result.number.magnitude, second.number.magnitude)
    result.number.end = second.number.end
    result.number.isBare = false
    result.end = second.end
    return result
  }

  private func isSame(_ a: UnitWord?, _ b: UnitWord) -> Bool {
    switch (a, b) {
    case (.currency(let one), .currency(let other)): one == other || one == "CNY" || other == "CNY"
    case (.cents(let one), .cents(let other)): one == other
    case (.shares, .shares), (.percent, .percent), (.points, .points), (.basisPoints, .basisPoints),
      (.counted, .counted):
      true
    default: false
    }
  }
}
