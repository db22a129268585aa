import TextBasics

/// Figures in all their forms.
extension SenseScan {
  mutating func figure(at index: Int) -> Int? {
    let isDigit = bytes[index].isDigit
    // The sign of money stands before the digits.
    if let end = endOfMoneySign(at: index) {
      guard end < range.upperBound, bytes[end].isDigit else { return nil }
      if isMinus(at: index - 1) { addMinus(index - 1..<index) }
      return figure(digitsAt: end)
    }
    // +2.7% is a rise where the other version says so.
    if bytes[index] == UInt8(ascii: "+"), index + 1 < range.upperBound, bytes[index + 1].isDigit {
      addPlus(index..<index + 1)
      return figure(digitsAt: index + 1)
    }
    if let end = endOfMinus(at: index) {
      addMinus(index..<end)
      return figure(digitsAt: end)
    }
    if let end = fraction(at: index) ?? ratio(at: index) ?? shortNumeral(at: index) { return end }
    if isDigit { return figure(digitsAt: index) }
    if bytes[index] < 0x80 { return wordOfNumber(at: index) }
    return numeral(at: index)
  }

  private func endOfMoneySign(at index: Int) -> Int? {
    if let end = endOfMoneyCode(at: index) { return end }
    guard !bytes[index].isDigit,
      let (_, end) = quantities.words.signs.longest(in: bytes, at: index, before: range.upperBound)
    else { return nil }
    var place = end
    if place < range.upperBound, bytes[place] == UInt8(ascii: " ") { place += 1 }
    return place
  }

  /// eur2.5
  private func endOfMoneyCode(at index: Int) -> Int? {
    guard let digit = (index..<min(index + 5, range.upperBound)).first(where: { bytes[$0].isDigit }), digit > index,
      quantities.words.signs.longest(in: bytes, endingAt: digit, after: range.lowerBound)?.start == index
    else { return nil }
    return digit
  }

  // MARK: Minus

  /// Behind `-`, `minus` and 负 before digits.
  private func endOfMinus(at index: Int) -> Int? {
    for word in Self.minuses where bytes.stands(word, at: index) {
      let end = index + word.utf8CodeUnitCount
      return end < range.upperBound && bytes[end].isDigit ? end : nil
    }
    guard index + 1 < range.upperBound, bytes[index + 1].isDigit else { return nil }
    return isMinus(at: index) ? index + 1 : nil
  }

  private static let minuses: [StaticString] = ["负", "minus ", "negative "]

  /// A dash that joins no figure before it: 2亿元—4亿元 is a range.
  private func isMinus(at index: Int) -> Bool {
    guard index >= range.lowerBound, bytes[index] == UInt8(ascii: "-") else { return false }
    guard index > range.lowerBound else { return true }
    let before = bytes[index - 1]
    if before.isWordByte || before == UInt8(ascii: "%") || before == UInt8(ascii: "-") || before == UInt8(ascii: ")") {
      return false
    }
    if case .figure? = tokens.last?.sign, let end = tokens.last?.range.upperBound, end == index { return false }
    return true
  }

  // MARK: Fractions

  /// 三分之一, 1/3: a part of a hundred.
  private mutating func fraction(at index: Int) -> Int? {
    guard bytes[index].isDigit || bytes[index] >= 0xE0, let first = quantities.numbers.number(at: index) else {
      return nil
    }
    let middle = first.end
    if bytes.stands("分之", at: middle), let second = quantities.numbers.number(at: middle + 6) {
      return addFraction(second.low, of: first.low, index..<second.end)
    }
    guard middle < range.upperBound, bytes[middle] == UInt8(ascii: "/"), middle - index <= 2,
      index == range.lowerBound || bytes[index - 1] != UInt8(ascii: "/"),
      let second = quantities.numbers.number(at: middle + 1), second.end - middle <= 3, first.low < second.low,
      second.end == range.upperBound || bytes[second.end] != UInt8(ascii: "/") && !bytes[second.end].isWordByte
    else { return nil }
    return addFraction(first.low, of: second.low, index..<second.end)
  }

  private mutating func addFraction(_ part: Double, of whole: Double, _ range: Range<Int>) -> Int? {
    guard whole > 0 else { return nil }
    // 33.3% is a third; 千分之一点五 is 0.15%.
    let size = whole < 100 ? 10.0 : 1e4
    let percent = (part / whole * 100 * size).rounded() / size
    return add(SenseFigure(low: percent, high: percent, unit: "%"), range)
  }

  /// 5比4, 5:4, voted 5-4: two figures, as in "five votes to four".
  private mutating func ratio(at index: Int) -> Int? {
    guard bytes[index].isDigit, index == range.lowerBound || !bytes[index - 1].isWordByte,
      let (first, middle) = smallNumber(at: index)
    else { return nil }
    let isVote = bytes[max(range.lowerBound, index - 24)..<index].split { !$0.isWordByte }.contains {
      $0.starts(with: "vot".utf8)
    }
    let marks: [StaticString] = isVote ? ["比", ":", "-"] : ["比", ":"]
    guard let mark = marks.first(where: { bytes.stands($0, at: middle) }),
      let (second, end) = smallNumber(at: middle + mark.utf8CodeUnitCount),
      end == range.upperBound || !bytes[end].isWordByte && !":%.".utf8.contains(bytes[end])
    else { return nil }
    _ = add(SenseFigure(low: first, high: first), index..<middle)
    return add(SenseFigure(low: second, high: second), middle + mark.utf8CodeUnitCount..<end)
  }

  /// Of three digits at most.
  private func smallNumber(at index: Int) -> (value: Double, end: Int)? {
    var (value, end) = (0, index)
    while end < range.upperBound, bytes[end].isDigit, end - index < 3 {
      value = value * 10 + Int(bytes[end]) - 0x30
      end += 1
    }
    return end > index ? (Double(value), end) : nil
  }

  /// 二万五 is 25000: a digit behind a power of ten is of the next lower one.
  private mutating func shortNumeral(at index: Int) -> Int? {
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

  // MARK: Numbers

  private mutating func figure(digitsAt index: Int) -> Int? {
    guard let quantity = quantities.quantity(at: index) else { return nil }
    // 5g, a350: a word of letters and digits.
    let end = max(quantity.end, quantity.number.end)
    if quantity.unit == nil, end < range.upperBound, bytes[end].isWordByte, measure(behind: quantity) == nil {
      return nil
    }
    return add(quantity)
  }

  /// 三家, 三成, 两亿元, 第二: numerals that count something.
  private mutating func numeral(at index: Int) -> Int? {
    guard let scalar = NumeralSign.scalar(bytes, index, range.upperBound),
      NumeralSign(scalar) != nil || scalar == 0x767E,
      let quantity = quantities.quantity(at: index)
    else { return nil }
    let end = quantity.number.end
    let isOrdinal = NumeralSign.scalar(bytes, index - 3, range.upperBound) == 0x7B2C && index - 3 >= range.lowerBound
    let counts = NumeralSign.scalar(bytes, end, range.upperBound).map { Self.counters.contains($0) } ?? false
    let isRank = bytes.stands("前", before: index)
    // 十 counts what stands behind it, 百 and 万 do not.
    guard !quantity.number.isBare || end >= index + 6 || counts && bytes.stands("十", at: index) else { return nil }
    guard quantity.unit != nil || quantity.number.magnitude > 1 || isOrdinal || counts || isRank else { return nil }
    return add(quantity, unit: isOrdinal ? SenseFigure.ordinal : isCountOfNamed(quantity) ? SenseFigure.both : nil)
  }

  private static let counters = Set(
    "家名人位只个项次年月天周倍成条款辆座起宗批件艘架笔吨期层台套口轮艺种类届连日部省县校地国大票颗枚幢栋瓶盒箱桶份班趟列节站城区市县镇村户季".unicodeScalars.map(\.value))

  /// two in five
  private mutating func share(at index: Int) -> Int? {
    let numbers = quantities.words.numberWords
    guard let (part, middle) = numbers.longest(in: bytes, at: index, before: range.upperBound),
      let mark = Self.shareMarks.first(where: { bytes.stands($0, at: middle) }),
      let (whole, end) = numbers.longest(in: bytes, at: middle + mark.utf8CodeUnitCount, before: range.upperBound),
      part < whole, part >= 1
    else { return nil }
    return addFraction(part, of: whole, index..<end)
  }

  private static let shareMarks: [StaticString] = [" in "]

  private mutating func wordOfNumber(at index: Int) -> Int? {
    if let end = share(at: index) ?? withHalf(at: index) ?? compound(at: index) { return end }
    if let quantity = quantities.quantity(at: index) { return add(quantity) }
    if let (value, end) = quantities.words.numberWords.longest(in: bytes, at: index, before: range.upperBound),
      value > 1
    {
      // five years are 5 years
      if end < range.upperBound, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "-"),
        let (measure, last) = tables.measures.longest(in: bytes, at: end + 1, before: range.upperBound),
        last == range.upperBound || !bytes[last].isWordByte
      {
        let size = value * measure.factor
        return add(SenseFigure(low: size, high: size, unit: measure.unit), index..<last)
      }
      return add(SenseFigure(low: value, high: value), index..<end)
    }
    guard let ordinal = Self.ordinals.firstIndex(where: { stands($0, at: index) }) else { return nil }
    return add(
      SenseFigure(low: Double(ordinal + 2), high: Double(ordinal + 2), unit: SenseFigure.ordinal),
      index..<index + Self.ordinals[ordinal].count)
  }

  static let ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    .map {
      Array($0.utf8)
    }

  /// - Parameter unit: what it counts where no unit stands behind it.
  private mutating func add(_ quantity: Quantity, unit other: String? = nil) -> Int {
    var figure = SenseFigure(low: quantity.number.low, high: quantity.number.high)
    // 四十余 is 40余.
    if bytes.stands("余", before: quantity.number.end) || bytes.stands("多", before: quantity.number.end) {
      figure.high = figure.low
    }
    var end = max(quantity.end, quantity.number.end)
    func scale(by factor: Double) { (figure.low, figure.high) = (figure.low * factor, figure.high * factor) }
    switch quantity.unit {
    case .currency(let code): figure.unit = quantity.sign ?? (isVague(quantity.word) ? SenseFigure.money : code)
    case .cents(let code):
      figure.unit = code
      (figure.low, figure.high) = (figure.low / 100, figure.high / 100)
    case .shares, .sharesOrMoney: figure.unit = "shares"
    case .percent: figure.unit = "%"
    case .points: figure.unit = "pp"
    case .basisPoints:
      figure.unit = "pp"
      (figure.low, figure.high) = (figure.low / 100, figure.high / 100)
    case .counted, .some(.none), nil:
      figure.unit = quantity.sign ?? other
      if let (factor, code, last) = hyphenated(quantity) {
        figure.unit = quantity.sign ?? code
        scale(by: factor)
        end = last
      } else if quantity.sign == nil, other == nil, let (measure, last) = measure(behind: quantity) {
        figure.unit = measure.unit
        figure.isConverted = measure.isConverted
        scale(by: measure.factor)
        end = max(last, end)
      } else if case .counted? = quantity.unit,
        [" people ", " sources "].contains(where: { bytes.stands($0, at: quantity.number.end) }),
        tables.words.longestMatch(in: bytes, at: quantity.number.end + 1).map({ $0.range.upperBound > end }) ?? false
      {
        // 3 people familiar with the matter
        end = quantity.number.end
      } else if case .counted? = quantity.unit {
        figure.unit = figure.unit ?? SenseFigure.counted
      }
    }
    let span = sizeOfRange(from: quantity)
    if span == nil, figure.unit == nil, quantity.number.magnitude == 1, !figure.isYear, let last = endOfList(end) {
      let factor = last.number.magnitude
      switch last.unit {
      case .currency(let code): (figure.unit, _) = (code, scale(by: factor))
      case .percent: figure.unit = "%"
      case .points: figure.unit = "pp"
      case .basisPoints: (figure.unit, _) = ("pp", scale(by: 0.01))
      case .shares, .sharesOrMoney: (figure.unit, _) = ("shares", scale(by: factor))
      case .cents, .counted, .some(.none), nil:
        scale(by: factor)
        if let (measure, _) = measure(behind: last) { (figure.unit, _) = (measure.unit, scale(by: measure.factor)) }
      }
    }
    let isPriced = Self.gifts.contains { bytes.stands($0, at: end) } && figure.unit == nil && figure.low == 10
    if figure.unit == "shares" && figure.low == figure.high && bytes.stands("每", before: quantity.start) || isPriced {
      sharesOfPrice = (figure.low, end)
      return end
    }
    if figure.unit == "shares" || figure.unit.map({ $0.utf8.count == 3 }) ?? false {
      scale(by: 1 / sharesPriced(before: quantity.start))
    }
    if quantity.unit == nil || quantity.isCounted, quantity.sign == nil, isOfCents(quantity.start, quantity.number.end)
    {
      figure.unit = bytes.stands("仙", at: quantity.number.end) ? "HKD" : "CNY"
      scale(by: 0.01)
      end = quantity.number.end + 3
    }
    if isPerJin(quantity.start, end) { scale(by: 2) }
    if quantity.unit == nil, quantity.number.magnitude == 1, let size = span {
      figure.unit = figure.unit ?? size.unit
      scale(by: size.factor)
    }
    figure.isReached = isReached(before: quantity.start)
    figure.isAside = isAside(quantity.start)
    if bytes.stands("no. ", before: quantity.start) { figure.unit = SenseFigure.ordinal }
    return add(figure, quantity.start..<end)
  }

  private static let longestList = 8
  private static let listMarks: [StaticString] = ["/", "、", "-", "~", "至", "—", "–"]

  /// The last number of 1.02、1.26、1.51亿元 or 22/18/15倍, whose unit is that of all.
  private func endOfList(_ end: Int) -> Quantity? {
    var (place, last) = (end, Quantity?.none)
    for _ in 0..<Self.longestList {
      guard let mark = Self.listMarks.first(where: { bytes.stands($0, at: place) }),
        place + mark.utf8CodeUnitCount < range.upperBound,
        bytes[place + mark.utf8CodeUnitCount].isDigit,
        let next = quantities.quantity(at: place + mark.utf8CodeUnitCount)
      else { break }
      last = next
      place = next.number.end
    }
    guard let last, !SenseFigure(low: last.number.low, high: last.number.high).isYear else { return nil }
    return last
  }

  private static let gifts: [StaticString] = ["派", "送", "转增"]

  /// 每10股派3.5元 is 每股派0.35元: of how many shares a clause speaks.
  private func sharesPriced(before start: Int) -> Double {
    guard let (count, end) = sharesOfPrice, count > 0, start - end < 120,
      !bytes[end..<max(start, end)].contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";")
      }),
      bytes[end..<max(start, end)].firstRange(of: Array("。".utf8)) == nil
    else { return 1 }
    return count
  }

  /// 三部门 behind their names, 三项议案: how many have been named, and no claim where it comes or goes. Two of anything are both.
  private func isCountOfNamed(_ quantity: Quantity) -> Bool {
    guard quantity.unit == nil || quantity.isCounted, quantity.number.isChinese,
      quantity.number.low == quantity.number.high,
      let counter = NumeralSign.scalar(bytes, quantity.number.end, range.upperBound)
    else { return false }
    return quantity.number.low == 2 && Self.countersOfTwo.contains(counter)
      || 2...9 ~= quantity.number.low && Self.countersOfNamed.contains(counter)
  }

  private static let countersOfTwo = Set("家名位人国方者只".unicodeScalars.map(\.value))
  private static let countersOfNamed = Set("项部国大点".unicodeScalars.map(\.value))

  /// Tons, kilowatts and the like: what a number measures.
  private func measure(behind quantity: Quantity) -> (value: SenseTables.Measure, end: Int)? {
    var place = quantity.number.end
    if place < range.upperBound, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "-") { place += 1 }
    if let word = quantity.word { place = word.lowerBound }
    guard let found = tables.measures.longest(in: bytes, at: place, before: range.upperBound),
      !bytes.stands("度", at: found.end)
    else { return nil }
    return found
  }

  /// `400-million-euro`
  private func hyphenated(_ quantity: Quantity) -> (factor: Double, code: String?, end: Int)? {
    let place = quantity.number.end
    guard quantity.number.magnitude == 1, place < range.upperBound, bytes[place] == UInt8(ascii: "-"),
      let (factor, end) = quantities.words.magnitudes.longest(in: bytes, at: place + 1, before: range.upperBound),
      end > place + 2
    else { return nil }
    if end < range.upperBound, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: " "),
      case .currency(let code)? = quantities.words.units.longest(in: bytes, at: end + 1, before: range.upperBound)?
        .value,
      let last = quantities.words.units.longest(in: bytes, at: end + 1, before: range.upperBound)?.end
    {
      return (factor, code, last)
    }
    return (factor, nil, end)
  }

  // MARK: To or by

  /// 增加至2万吨 reaches the number, 增加2万吨 goes by it; a range and all else say neither.
  private func isReached(before start: Int) -> Bool? {
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
