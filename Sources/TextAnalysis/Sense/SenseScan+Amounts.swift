/// What a number is of, and how the number that stands there becomes one of that unit: halves, parts of a unit behind it, coins, discounts and
/// shares for shares.
extension SenseScan {
  /// A number of something that can be measured.
  struct Measured {
    var low: Double
    var high: Double
    /// Nil for what Hong Kong counts in 厘, of which a number says as much as one of points.
    var unit: String?
    var isConverted = false
    var end: Int
  }

  // MARK: Measures

  /// The measure at a place; 吨度 and 周年 are other words.
  func measure(at place: Int) -> (value: SenseTables.Measure, end: Int)? {
    guard let found = tables.measures.longest(in: bytes, at: place, before: range.upperBound),
      !bytes.stands("度", at: found.end)
    else { return nil }
    return found
  }

  /// 1.5吨, 一个半小时, 两年半, 一年零六个月, `two years and a half`.
  func measured(_ number: ScannedNumber, at place: Int) -> Measured? {
    var (place, half) = (place, 0.0)
    for mark in Self.halvesBefore where bytes.stands(mark, at: place) {
      (place, half) = (place + mark.utf8CodeUnitCount, 0.5)
      break
    }
    guard let (value, last) = halvedMeasure(at: place, isHalf: half > 0) ?? measure(at: place) else { return nil }
    var result = Measured(
      low: (number.low + half) * value.factor, high: (number.high + half) * value.factor,
      unit: value.unit == Self.none ? nil : value.unit, isConverted: value.isConverted, end: last)
    guard number.low == number.high, half == 0, Self.divided.contains(value.unit) else { return result }
    if let behind = Self.halvesBehind.first(where: { bytes.stands($0, at: last) }), !isOtherHalf(last) {
      result.low += value.factor / 2
      result.end = last + behind.utf8CodeUnitCount
    } else if let (more, end) = smallerPart(of: value, behind: last) {
      result.low += more
      result.end = end
    }
    result.high = result.low
    return result
  }

  private static let none = "-"
  private static let halvesBefore: [StaticString] = ["个半"]
  private static let halvesBehind: [StaticString] = ["半", " and a half", "-and-a-half"]
  /// What is told in a whole and a part.
  private static let divided: Set = ["mo", "min", "%", none]

  /// 月 in 一个半月, 小时 and 个小时 in 一个半小时.
  private func halvedMeasure(at place: Int, isHalf: Bool) -> (value: SenseTables.Measure, end: Int)? {
    guard isHalf, bytes.stands("月", at: place) else { return nil }
    return (SenseTables.Measure(unit: "mo", factor: 1), place + 3)
  }

  /// 半年 and 半导体 behind a number are other words.
  private func isOtherHalf(_ place: Int) -> Bool {
    let words: [StaticString] = ["半年", "半导", "半数", "半成", "半挂", "半程"]
    return words.contains { bytes.stands($0, at: place) }
  }

  /// 六个月 in 一年零六个月, 30分钟 in 2小时30分钟.
  private func smallerPart(of whole: SenseTables.Measure, behind end: Int) -> (value: Double, end: Int)? {
    let joints: [StaticString] = ["零", "又", " and ", " "]
    let place = joints.first { bytes.stands($0, at: end) }.map { end + $0.utf8CodeUnitCount } ?? end
    guard place < range.upperBound, bytes[place].isDigit || bytes[place] >= 0xE0,
      let number = quantities.numbers.number(at: place), number.low == number.high, number.magnitude == 1
    else { return nil }
    let isBlank = number.end < range.upperBound && bytes[number.end] == UInt8(ascii: " ")
    guard let (part, last) = measure(at: isBlank ? number.end + 1 : number.end), part.unit == whole.unit,
      part.factor < whole.factor, number.low * part.factor < whole.factor
    else { return nil }
    return (number.low * part.factor, last)
  }

  // MARK: Halves

  /// 半小时, 半个百分点, 半厘, 半亿元.
  mutating func halfOfUnit(at index: Int) -> Int? {
    guard bytes.stands("半", at: index) else { return nil }
    let place = bytes.stands("个", at: index + 3) ? index + 6 : index + 3
    let half = ScannedNumber(low: 0.5, high: 0.5, end: place, isChinese: true)
    if bytes.stands("百分点", at: place) {
      return add(SenseFigure(low: 0.5, high: 0.5, unit: "pp"), index..<place + 9)
    }
    if place == index + 3, bytes.stands("亿", at: place) {
      var number = half
      number.multiply(by: 1e8)
      number.end = place + 3
      return add(quantities.quantity(of: number, at: index))
    }
    guard !bytes.stands("年度", at: place), !bytes.stands("年报", at: place), !bytes.stands("天", at: place),
      let size = measured(half, at: place) ?? (place > index + 3 ? measured(half, at: place - 3) : nil)
    else { return nil }
    return add(SenseFigure(low: size.low, high: size.high, unit: size.unit), index..<size.end)
  }

  // MARK: Money

  /// 五仙, 一毫半, 三角五分: parts of a unit of money in words. 三角 and 五分 are more than that elsewhere.
  mutating func coins(at index: Int) -> Int? {
    guard let number = quantities.numbers.number(at: index), number.low == number.high, number.magnitude == 1 else {
      return nil
    }
    var (value, end, code) = (0.0, number.end, "CNY")
    if bytes.stands("仙", at: end), number.isChinese {
      (value, end, code) = (number.low / 100, end + 3, "HKD")
      if bytes.stands("半", at: end) { (value, end) = (value + 0.005, end + 3) }
    } else if bytes.stands("毫", at: end), isPriced(index) {
      (value, end, code) = (number.low / 10, end + 3, "HKD")
      if bytes.stands("半", at: end) {
        (value, end) = (value + 0.05, end + 3)
      } else if let rest = quantities.numbers.number(at: end), bytes.stands("仙", at: rest.end) {
        (value, end) = (value + rest.low / 100, rest.end + 3)
      }
    } else if bytes.stands("角", at: end), isPriced(index) || isPerUnit(end, number) {
      (value, end) = (number.low / 10, end + 3)
      if let rest = quantities.numbers.number(at: end) {
        (value, end) = (value + rest.low / 100, bytes.stands("分", at: rest.end) ? rest.end + 3 : rest.end)
      }
    } else {
      return nil
    }
    return add(SenseFigure(low: value, high: value, unit: code), index..<end)
  }

  private func isPriced(_ start: Int) -> Bool {
    bytes[max(range.lowerBound, start - 36)..<start].firstRange(of: Array("每".utf8)) != nil
  }

  /// 三角五分/千瓦时
  private func isPerUnit(_ end: Int, _ number: ScannedNumber) -> Bool {
    bytes[end..<min(range.upperBound, end + 10)].contains(UInt8(ascii: "/"))
  }

  // MARK: Discounts

  /// 八折, 85折: a fall by 20 % and by 15 %.
  mutating func discount(at index: Int) -> Int? {
    var (value, end, digits) = (0.0, index, 0)
    if bytes[index].isDigit {
      guard let number = quantities.numbers.number(at: index), number.magnitude == 1 else { return nil }
      (value, end) = (number.low < 10 ? number.low * 10 : number.low, number.end)
    } else {
      while digits < 2, let digit = digit(at: end) {
        (value, end, digits) = (value * 10 + digit, end + 3, digits + 1)
      }
      if digits == 1 { value *= 10 }
    }
    guard 10...99 ~= value, bytes.stands("折", at: end), !Self.otherFolds.contains(where: { bytes.stands($0, at: end) })
    else { return nil }
    add(SenseWord(values: ["move": "down"], weight: 1), index..<end)
    return add(SenseFigure(low: 100 - value, high: 100 - value, unit: "%"), index..<end + 3)
  }

  private static let otherFolds: [StaticString] = ["折叠", "折屏", "折线", "折合", "折算", "折旧", "折扇"]

  // MARK: Shares for shares

  /// 二供一, 10送5, 一拆十, 每10股合并为1股: how many shares become of one.
  mutating func sharesForShares(at index: Int) -> Int? {
    let isEach = bytes.stands("每", at: index)
    let start = isEach ? index + 3 : index
    guard start < range.upperBound, isEach || bytes[start].isDigit || bytes[start] >= 0xE0 else { return nil }
    var (count, place) = (1.0, start)
    if let number = wholeNumber(at: start) {
      (count, place) = number
    } else if !isEach {
      return nil
    }
    guard place > start || bytes.stands("股", at: start) else { return nil }
    if bytes.stands("股", at: place) { place += 3 }
    for filler in Self.holdings where bytes.stands(filler, at: place) { place += filler.utf8CodeUnitCount }
    guard let verb = Self.exchanges.first(where: { bytes.stands($0, at: place) }) else { return nil }
    place += verb.utf8CodeUnitCount
    for filler in Self.exchangeFillers where bytes.stands(filler, at: place) { place += filler.utf8CodeUnitCount }
    guard let (given, end) = wholeNumber(at: place), count > 0, given > 0,
      end == range.upperBound || !bytes[end].isWordByte && !isDecimalPoint(end)
    else { return nil }
    if verb.isGift { sharesOfPrice = (count, end) }
    let last = bytes.stands("股", at: end) ? end + 3 : end
    let size = given / count
    return add(SenseFigure(low: size, high: size, unit: verb.isGrant ? nil : "\(verb)"), index..<last)
  }

  private func wholeNumber(at place: Int) -> (value: Double, end: Int)? {
    guard place < range.upperBound, bytes[place].isDigit || bytes[place] >= 0xE0,
      let number = quantities.numbers.number(at: place), number.low == number.high, number.magnitude == 1,
      number.low <= 1_000, !number.isPercent
    else { return nil }
    return (number.low, number.end)
  }

  private static let exchanges: [StaticString] = ["供", "拆", "合", "转增", "配", "送", "转", "获发", "获配", "可认购"]
  private static let holdings: [StaticString] = ["现有", "已发行", "股份", "可"]
  private static let exchangeFillers: [StaticString] = ["并", "股", "细", "分", "为", "成"]

  // MARK: Fractions

  /// 三分之一, 1/3: a part of a hundred.
  mutating func fraction(at index: Int) -> Int? {
    guard bytes[index].isDigit || bytes[index] >= 0xE0, let first = quantities.numbers.number(at: index) else {
      return nil
    }
    let middle = first.end
    if bytes.stands("分之", at: middle), let second = quantities.numbers.number(at: middle + 6) {
      return addPart(second.low / first.low, index..<second.end)
        ?? addFraction(second.low, of: first.low, index..<second.end)
    }
    guard middle < range.upperBound, bytes[middle] == UInt8(ascii: "/"), middle - index <= 2,
      index == range.lowerBound || bytes[index - 1] != UInt8(ascii: "/"),
      let second = quantities.numbers.number(at: middle + 1), second.end - middle <= 3, first.low < second.low,
      second.end == range.upperBound || bytes[second.end] != UInt8(ascii: "/") && !bytes[second.end].isWordByte
    else { return nil }
    return addPart(first.low / second.low, index..<second.end)
      ?? addFraction(first.low, of: second.low, index..<second.end)
  }

  /// 四分之一个百分点, 四分之一厘
  private mutating func addPart(_ part: Double, _ range: Range<Int>) -> Int? {
    let percents: [StaticString] = ["%", " percent", " per cent", " pct", " of a percent", " of one percent"]
    if let percent = percents.first(where: { bytes.stands($0, at: range.upperBound) }) {
      let end = range.upperBound + percent.utf8CodeUnitCount
      return add(SenseFigure(low: part, high: part, unit: "%"), range.lowerBound..<end)
    }
    let place = bytes.stands("个", at: range.upperBound) ? range.upperBound + 3 : range.upperBound
    guard bytes.stands("百分点", at: place) else { return nil }
    return add(SenseFigure(low: part, high: part, unit: "pp"), range.lowerBound..<place + 9)
  }

  mutating func addFraction(_ part: Double, of whole: Double, _ range: Range<Int>) -> Int? {
    guard whole > 0 else { return nil }
    // 33.3% is a third; 千分之一点五 is 0.15%.
    let size = whole < 100 ? 10.0 : 1e4
    let percent = (part / whole * 100 * size).rounded() / size
    return add(SenseFigure(low: percent, high: percent, unit: "%"), range)
  }

  /// 5比4, 5:4, voted 5-4: two figures, as in "five votes to four".
  mutating func ratio(at index: Int) -> Int? {
    guard index == range.lowerBound || !bytes[index].isDigit || !bytes[index - 1].isWordByte,
      let (first, middle) = smallNumber(at: index)
    else { return nil }
    let isVote = bytes[max(range.lowerBound, index - 24)..<index].split { !$0.isWordByte }.contains {
      $0.starts(with: "vot".utf8)
    }
    let marks: [StaticString] = bytes[index] >= 0x80 ? ["比"] : isVote ? ["比", ":", "-"] : ["比", ":"]
    guard let mark = marks.first(where: { bytes.stands($0, at: middle) }),
      let (second, end) = smallNumber(at: middle + mark.utf8CodeUnitCount),
      end == range.upperBound
        || !bytes[end].isWordByte && !":%".utf8.contains(bytes[end])
          && !isDecimalPoint(end)
    else { return nil }
    _ = add(SenseFigure(low: first, high: first), index..<middle)
    return add(SenseFigure(low: second, high: second), middle + mark.utf8CodeUnitCount..<end)
  }

  private func isDecimalPoint(_ place: Int) -> Bool {
    bytes[place] == UInt8(ascii: ".") && place + 1 < range.upperBound && bytes[place + 1].isDigit
  }

  /// Of three digits at most, or one numeral.
  func smallNumber(at index: Int) -> (value: Double, end: Int)? {
    if let digit = digit(at: index) { return self.digit(at: index + 3) == nil ? (digit, index + 3) : nil }
    var (value, end) = (0, index)
    while end < range.upperBound, bytes[end].isDigit, end - index < 3 {
      value = value * 10 + Int(bytes[end]) - 0x30
      end += 1
    }
    return end > index ? (Double(value), end) : nil
  }

  /// 二万五 is 25000: a digit behind a power of ten is of the next lower one.
  mutating func shortNumeral(at index: Int) -> Int? {
    guard bytes[index] >= 0xE0, let first = digit(at: index), let power = power(at: index + 3),
      let last = digit(at: index + 6), digit(at: index + 9) == nil, self.power(at: index + 9) == nil,
      !bytes.stands("十", at: index + 9), !bytes.stands("成", at: index + 9),
      !bytes.stands("点", at: index + 9) || digit(at: index + 12) == nil
    else { return nil }
    let value = first * power + last * power / 10
    return add(SenseFigure(low: value, high: value), index..<index + 9)
  }

  private func digit(at index: Int) -> Double? {
    guard let scalar = NumeralSign.scalar(bytes, index, range.upperBound),
      case .digit(let digit)? = NumeralSign(scalar),
      digit > 0
    else { return nil }
    return Double(digit)
  }

  private func power(at index: Int) -> Double? {
    let powers: [(StaticString, Double)] = [("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000)]
    return powers.first { bytes.stands($0.0, at: index) && index + 3 <= range.upperBound }?.1
  }
}

// MARK: - What is said of a number

extension SenseScan {
  func isMultiple(_ quantity: Quantity) -> Bool {
    quantity.number.low > 1 && bytes.stands("倍", at: quantity.number.end)
      && Self.multiples.contains { bytes.stands($0, before: quantity.start) }
  }

  private static let multiples: [StaticString] = [
    "增至", "增加至", "增加到", "增长至", "增长到", "扩大至", "扩大到", "翻至", "增到",
  ]

  // MARK: Bounds

  /// 1200余人, 三十多%, 300+, 300-plus: at least so many, as 逾 says before the number.
  mutating func takeBound(of quantity: Quantity, _ figure: inout SenseFigure, _ end: Int) -> Int {
    let number = bytes[quantity.start..<quantity.number.end]
    var last = end
    if Self.surpluses.contains(where: { number.firstRange(of: $0) != nil }) {
      figure.high = figure.low
    } else if figure.unit == "%", bytes.stands("多", at: end), !bytes.stands("多数", at: end) {
      last = end + 3
    } else if let (mark, bound) = Self.boundsBehind.first(where: { bytes.stands($0.0, at: end) }) {
      addBound(bound, quantity.start..<quantity.number.end)
      return end + mark.utf8CodeUnitCount
    } else if let mark = Self.pluses.first(where: { bytes.stands($0, at: end) }),
      end + mark.utf8CodeUnitCount >= range.upperBound || !bytes[end + mark.utf8CodeUnitCount].isDigit
    {
      last = end + mark.utf8CodeUnitCount
    } else {
      return end
    }
    addBound("least", quantity.start..<quantity.number.end)
    return last
  }

  private static let surpluses = ["余", "多"].map { Array($0.utf8) }
  private static let boundsBehind: [(StaticString, String)] = [
    ("以上", "least"), ("以内", "most"), ("以下", "most"), (" or more", "least"), (" or less", "most"), (" or fewer", "most"),
  ]
  private static let pluses: [StaticString] = ["+", "-plus"]

  // MARK: To or by

  /// 增加至2万吨 reaches the number, 增加2万吨 goes by it; a range and all else say neither.
  func isReached(before start: Int) -> Bool? {
    let last = tokens.last { $0.sign != nil }
    let gap = last.map { start - $0.range.upperBound } ?? .max
    if case .figure? = last?.sign, gap < 6 { return nil }
    // 涨幅扩大至3% is a rise by 3%.
    if tokens.suffix(3).contains(where: { $0.range.count > 3 && bytes.stands("幅", before: $0.range.upperBound) }) {
      return nil
    }
    if bytes.stands("to ", before: start) || bytes.stands("至", before: start) || bytes.stands("到", before: start) {
      return true
    }
    if bytes.stands("by ", before: start) { return false }
    guard let last, case .word(let word)? = last.sign, word.values["move"] != nil, 0...3 ~= gap,
      bytes[last.range.lowerBound] >= 0x80
    else { return nil }
    return gap == 0 || bytes.stands("了", before: start) ? false : nil
  }
}

extension StaticString {
  /// What does not tell how the shares come.
  fileprivate var isGrant: Bool { utf8CodeUnitCount > 3 && !isGift }

  /// Shares that are given, before the money that is.
  fileprivate var isGift: Bool { description == "送" || description == "转增" || description == "转" }
}
