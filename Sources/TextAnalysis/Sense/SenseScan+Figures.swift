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
    if let end = halfOfUnit(at: index) ?? fraction(at: index) ?? ratio(at: index) ?? shortNumeral(at: index) {
      return end
    }
    if isDigit, let end = share(at: index) { return end }
    if isDigit || bytes[index] >= 0xE0,
      let end = discount(at: index) ?? coins(at: index) ?? sharesForShares(at: index)
    {
      return end
    }
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

  // MARK: Numbers

  private mutating func figure(digitsAt index: Int) -> Int? {
    guard let quantity = quantities.quantity(at: index) else { return nil }
    // 5g, a350: a word of letters and digits.
    let end = max(quantity.end, quantity.number.end)
    if quantity.unit == nil, end < range.upperBound, bytes[end].isWordByte, measure(behind: quantity) == nil {
      // 3x is three times.
      guard bytes[end] == UInt8(ascii: "x"), end + 1 == range.upperBound || !bytes[end + 1].isWordByte else {
        return nil
      }
      var figure = SenseFigure(low: quantity.number.low, high: quantity.number.high)
      // Beside Chinese it stands for 倍.
      if index > range.lowerBound, bytes[index - 1] >= 0x80 {
        figure = SenseFigure(low: figure.low * 100, high: figure.high * 100, unit: "%")
      }
      return add(figure, index..<end + 1)
    }
    if bytes.stands("‰", at: quantity.number.end) {
      let size = quantity.number.low / 10
      return add(SenseFigure(low: size, high: size, unit: "%"), index..<quantity.number.end + 3)
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
    // 8万元一吨 is 8万元 of each.
    if quantity.number.low == 1, let last = tokens.last, last.range.upperBound == index, last.figure?.isMoney ?? false,
      let size = measure(behind: quantity)
    {
      return size.end
    }
    let isOrdinal = NumeralSign.scalar(bytes, index - 3, range.upperBound) == 0x7B2C && index - 3 >= range.lowerBound
    let counts = NumeralSign.scalar(bytes, end, range.upperBound).map { Self.counters.contains($0) } ?? false
    let isRank = bytes.stands("前", before: index)
    // 十 counts what stands behind it, 百 and 万 do not.
    guard
      !quantity.number.isBare || end >= index + 6
        || bytes.stands("十", at: index)
          && (counts || isGift(quantity) || measure(behind: quantity) != nil)
    else { return nil }
    guard
      quantity.unit != nil || quantity.number.magnitude > 1 || isOrdinal || counts || isRank
        || measure(behind: quantity) != nil || isGift(quantity) || beginsRange(end)
    else { return nil }
    return add(quantity, unit: isOrdinal ? SenseFigure.ordinal : isCountOfNamed(quantity) ? SenseFigure.both : nil)
  }

  /// 两百 in 两百至三百人
  private func beginsRange(_ end: Int) -> Bool {
    (bytes.stands("至", at: end) || bytes.stands("到", at: end))
      && NumeralSign.scalar(bytes, end + 3, range.upperBound).flatMap(NumeralSign.init) != nil
  }

  private static let counters = Set(
    "家名人位只个项次年月天周倍成条款辆座起宗批件艘架笔吨期层台套口轮艺种类届连日部省县校地国大票颗枚幢栋瓶盒箱桶份班趟列节站城区市县镇村户季".unicodeScalars.map(\.value))

  /// two in five
  private mutating func share(at index: Int) -> Int? {
    let numbers = quantities.words.numberWords
    func count(at place: Int) -> (value: Double, end: Int)? {
      smallNumber(at: place)
        ?? numbers.longest(in: bytes, at: place, before: range.upperBound).map { ($0.value, $0.end) }
    }
    guard let (part, middle) = count(at: index),
      let mark = Self.shareMarks.first(where: { bytes.stands($0, at: middle) }),
      let (whole, end) = count(at: middle + mark.utf8CodeUnitCount), part < whole, part >= 1,
      end == range.upperBound || !bytes[end].isWordByte && bytes[end] != UInt8(ascii: "."),
      !bytes[index].isDigit || Self.wholes.contains(whole), measure(at: end + 1) == nil
    else { return nil }
    return addFraction(part, of: whole, index..<end)
  }

  private static let shareMarks: [StaticString] = [" in ", " out of "]
  /// Of which parts are told in digits: 9 in 10.
  private static let wholes: Set<Double> = [3, 4, 5, 6, 8, 10, 20, 100]

  private mutating func wordOfNumber(at index: Int) -> Int? {
    if let end = share(at: index) ?? withHalf(at: index) { return end }
    if let number = numberOfWords(at: index) {
      var number = number
      if let (factor, end) = quantities.words.magnitudes.longest(
        in: bytes, at: number.end + 1, before: range.upperBound),
        bytes[number.end] == UInt8(ascii: " "), end - number.end > 4
      {
        number.multiply(by: factor)
        number.end = end
      }
      return add(quantities.quantity(of: number, at: index))
    }
    if let quantity = quantities.quantity(at: index) { return add(quantity) }
    if let (value, end) = quantities.words.numberWords.longest(in: bytes, at: index, before: range.upperBound),
      value > 1
    {
      var quantity = quantities.quantity(of: ScannedNumber(low: value, high: value, end: end), at: index)
      // Four workers are four, whatever else they are called.
      if quantity.isCounted { (quantity.unit, quantity.end) = (nil, end) }
      return add(quantity)
    }
    if let end = quarter(at: index) { return end }
    // one hectare
    if bytes.stands("one ", at: index),
      let size = measured(ScannedNumber(low: 1, high: 1, end: index + 3), at: index + 4), size.unit != "min"
    {
      return add(SenseFigure(low: size.low, high: size.high, unit: size.unit), index..<size.end)
    }
    guard let ordinal = Self.ordinals.firstIndex(where: { stands($0, at: index) }) else { return nil }
    return add(
      SenseFigure(low: Double(ordinal + 2), high: Double(ordinal + 2), unit: SenseFigure.ordinal),
      index..<index + Self.ordinals[ordinal].count)
  }

  /// "A quarter" behind "fell by" is a part; elsewhere it is a time.
  private mutating func quarter(at index: Int) -> Int? {
    let quarters: [StaticString] = ["a quarter", "one quarter"]
    let others: [StaticString] = [" of", " point", "-", " percentage", " ago", " earlier", " later", " before"]
    guard let quarter = quarters.first(where: { bytes.stands($0, at: index) }),
      bytes.stands("by ", before: index) || tokens.last?.says("move") ?? false
    else { return nil }
    let end = index + quarter.utf8CodeUnitCount
    guard end == range.upperBound || !bytes[end].isWordByte, !others.contains(where: { bytes.stands($0, at: end) })
    else {
      return nil
    }
    return add(SenseFigure(low: 25, high: 25, unit: "%"), index..<end)
  }

  static let ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    .map {
      Array($0.utf8)
    }

  /// - Parameter unit: what it counts where no unit stands behind it.
  mutating func add(_ quantity: Quantity, unit other: String? = nil) -> Int {
    var figure = SenseFigure(low: quantity.number.low, high: quantity.number.high)
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
      } else if quantity.sign == nil, other == nil, let size = measure(behind: quantity) {
        figure = SenseFigure(low: size.low, high: size.high, unit: size.unit)
        figure.isConverted = size.isConverted
        end = max(size.end, end)
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
        if let size = measure(behind: last), last.number.low > 0 {
          (figure.unit, _) = (size.unit, scale(by: size.low / last.number.low))
        }
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
    // 增至两倍 is a rise by 100%.
    if figure.unit == "%", isMultiple(quantity) {
      (figure.low, figure.high, figure.isReached) = (figure.low - 100, figure.high - 100, nil)
    }
    end = takeBound(of: quantity, &figure, end)
    figure.isAside = isAside(quantity.start)
    if bytes.stands("no. ", before: quantity.start) { figure.unit = SenseFigure.ordinal }
    // 两三百人 are 200至300人.
    if quantity.number.isChinese, figure.low < figure.high, !isVague(quantity) {
      var first = figure
      (first.high, figure.low) = (figure.low, figure.high)
      _ = add(first, quantity.start..<end)
    }
    return add(figure, quantity.start..<end)
  }

  /// 几百, 数百
  private func isVague(_ quantity: Quantity) -> Bool {
    let number = bytes[quantity.start..<quantity.number.end]
    return ["几", "数"].contains { number.firstRange(of: Array($0.utf8)) != nil }
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

  /// 十 in 十派3.5元
  private func isGift(_ quantity: Quantity) -> Bool {
    quantity.number.low == 10 && quantity.unit == nil
      && Self.gifts.contains { bytes.stands($0, at: quantity.number.end) }
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
  private func measure(behind quantity: Quantity) -> Measured? {
    var place = quantity.number.end
    if place < range.upperBound, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "-") { place += 1 }
    if let word = quantity.word { place = word.lowerBound }
    // 连续8日 are days of trade.
    if bytes.stands("连", before: quantity.start - 3) || bytes.stands("连", before: quantity.start),
      bytes.stands("日", at: place) || bytes.stands("天", at: place)
    {
      return nil
    }
    return measured(quantity.number, at: place)
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
}
