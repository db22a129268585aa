/// A number as it stands in a text, without its unit.
struct ScannedNumber {
  /// Both are equal but for vague numbers: 十几 is 10 to 20, 数千万 ten to a hundred million.
  var low: Double
  var high: Double
  /// What it was multiplied by: 1e8 for 亿; 1 where no such word stands.
  var magnitude = 1.0
  var end: Int
  var isChinese = false
  /// Only magnitudes, no digit: 百亿, 万.
  var isBare = false
  /// 三成, 百分之五.
  var isPercent = false

  mutating func multiply(by factor: Double) {
    low *= factor
    high *= factor
    magnitude *= factor
  }
}

/// Reads numbers at a place of folded text: digits with commas and a point, Chinese numerals, and the magnitudes behind them.
///
/// Linear: a number of more than 15 digits is none.
struct NumberScan {
  let bytes: [UInt8]
  let limit: Int
  let words: FigureWords

  /// The number that begins at a place; nil where none does, or where it is part of a date, a version or a code.
  func number(at place: Int) -> ScannedNumber? {
    guard place < limit else { return nil }
    if bytes[place].isDigit { return digits(at: place).map(withMagnitudes) }
    return bytes[place] < 0x80 ? numberWord(at: place) : numerals(at: place)
  }

  /// Behind digits, letters and points that belong together.
  func endOfToken(at place: Int) -> Int {
    var end = place
    while end < limit,
      bytes[end].isWordByte || (bytes[end] == UInt8(ascii: ".") && end + 1 < limit && bytes[end + 1].isDigit)
    {
      end += 1
    }
    return max(end, place + 1)
  }

  // MARK: Words

  /// Whether an English number of words stands at the beginning of a word.
  func beginsWithWord(at place: Int) -> Bool { numberWord(at: place) != nil }

  /// Behind the letters at a place.
  func endOfWord(at place: Int) -> Int {
    var end = place + 1
    while end < limit, bytes[end] &- UInt8(ascii: "a") < 26 { end += 1 }
    return end
  }

  /// `two million`, `half a billion`, `five percent`; a word of a number alone counts nothing.
  private func numberWord(at place: Int) -> ScannedNumber? {
    guard let (value, end) = words.numberWords.longest(in: bytes, at: place, before: limit), end < limit,
      bytes[end] == UInt8(ascii: " ")
    else { return nil }
    var number = ScannedNumber(low: value, high: value, end: end)
    if let (factor, last) = words.magnitudes.longest(in: bytes, at: end + 1, before: limit), last - end > 4 {
      number.multiply(by: factor)
      number.end = last
      return number
    }
    if case .percent? = words.units.longest(in: bytes, at: end + 1, before: limit)?.value { return number }
    return nil
  }

  // MARK: Digits

  /// The digits as a whole number, and how many of them stand behind the point: dividing comes last, so that 1,025.6亿 is exact.
  private func digits(at place: Int) -> (number: ScannedNumber, scale: Double)? {
    var (value, index) = run(from: place)
    var scale = 1.0
    let first = index - place
    guard first <= 15 else { return nil }
    while first <= 3, isGroup(at: index) {
      value = value * 1_000 + run(from: index + 1).value
      index += 4
    }
    if index + 1 < limit, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
      let (fraction, end) = run(from: index + 1)
      guard end - index <= 15 else { return nil }
      for _ in (index + 1)..<end { scale *= 10 }
      value = value * scale + fraction
      index = end
      // 3.5.1 and 2024.3.5
      if index + 1 < limit, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit { return nil }
    }
    // 14:30
    if index + 1 < limit, bytes[index] == UInt8(ascii: ":"), bytes[index + 1].isDigit, first <= 2 { return nil }
    return (ScannedNumber(low: value, high: value, end: index), scale)
  }

  private func run(from place: Int) -> (value: Double, end: Int) {
    var (value, index) = (0.0, place)
    while index < limit, bytes[index].isDigit {
      value = value * 10 + Double(bytes[index] &- UInt8(ascii: "0"))
      index += 1
    }
    return (value, index)
  }

  /// A comma and three digits.
  private func isGroup(at place: Int) -> Bool {
    guard place + 3 < limit, bytes[place] == UInt8(ascii: ",") else { return false }
    guard bytes[place + 1].isDigit, bytes[place + 2].isDigit, bytes[place + 3].isDigit else { return false }
    return place + 4 >= limit || !bytes[place + 4].isDigit
  }

  /// With what stands behind the digits: 亿, 余, million.
  private func withMagnitudes(_ digits: ScannedNumber, _ scale: Double) -> ScannedNumber {
    var number = digits
    number.end = skipVague(number.end)
    guard let (factor, end) = magnitude(at: number.end) else {
      number.low /= scale
      number.high = number.low
      return tenths(number)
    }
    number.magnitude = factor
    number.low = number.low * factor / scale
    number.end = skipVague(end)
    if factor == 1e8 || factor == 1e4, number.end == end, let (value, last) = rest(at: end, below: factor) {
      number.low += value
      number.end = last
    }
    number.high = number.low
    return number
  }

  /// The 5000万 of 1亿5000万, and the 5千 of 1万5千.
  private func rest(at place: Int, below limit: Double) -> (value: Double, end: Int)? {
    guard place < self.limit, bytes[place].isDigit, let (number, scale) = digits(at: place) else { return nil }
    // 12万9800
    if limit == 1e4, scale == 1, number.end == place + 4, magnitude(at: number.end) == nil {
      return (number.low, number.end)
    }
    guard let (factor, end) = magnitude(at: number.end), factor < limit, number.low * factor / scale < limit
    else { return nil }
    return (number.low * factor / scale, end)
  }

  /// A magnitude right at the place, or an English word of more than one letter behind a blank.
  private func magnitude(at place: Int) -> (factor: Double, end: Int)? {
    if let (factor, end) = words.magnitudes.longest(in: bytes, at: place, before: limit) {
      // 千瓦 and 千克 are units.
      return factor == 1e3 && bytes[place] >= 0x80 && isThousandOfUnit(end) ? nil : (factor, end)
    }
    guard place < limit, bytes[place] == UInt8(ascii: " "),
      let (factor, end) = words.magnitudes.longest(in: bytes, at: place + 1, before: limit),
      end - place > 2
    else { return nil }
    return (factor, end)
  }

  private func isThousandOfUnit(_ place: Int) -> Bool {
    guard let sign = NumeralSign.scalar(bytes, place, limit) else { return false }
    return sign == 0x74E6 || sign == 0x514B || sign == 0x7C73  // 瓦 克 米
  }

  /// 余, 多 and 几 between a number and what follows say no more than "about".
  private func skipVague(_ place: Int) -> Int {
    switch NumeralSign.scalar(bytes, place, limit) {
    case 0x4F59, 0x591A, 0x51E0: place + 3
    default: place
    }
  }

  // MARK: Chinese numerals

  private func numerals(at place: Int) -> ScannedNumber? {
    if let end = end(of: [0x767E, 0x5206, 0x4E4B], at: place) {  // 百分之
      // Not 百分之百分之….
      guard self.end(of: [0x767E, 0x5206], at: end) == nil, var number = number(at: end) else { return nil }
      number.isPercent = true
      return number
    }
    var reading = NumeralReading()
    var index = place
    while let scalar = NumeralSign.scalar(bytes, index, limit), let sign = NumeralSign(scalar) {
      // 五百万千瓦 are five million of 千瓦.
      if scalar == 0x5343, index > place, isThousandOfUnit(index + 3) { break }
      guard reading.take(sign) else { return nil }
      index += 3
    }
    // 点 behind 二百三十五 is what they count.
    if index > place + 3, NumeralSign.scalar(bytes, index - 3, limit) == 0x70B9 { index -= 3 }
    guard index > place, let value = reading.value else { return nil }
    let number = ScannedNumber(
      low: value.low, high: value.high, magnitude: reading.magnitude, end: index, isChinese: true,
      isBare: reading.isBare)
    return tenths(number)
  }

  /// 三成 is 30 %, 三成五 and 三成半 35 %; other words that begin with 成 are none.
  private func tenths(_ number: ScannedNumber) -> ScannedNumber {
    guard number.magnitude == 1, number.high <= 10, !number.isBare,
      NumeralSign.scalar(bytes, number.end, limit) == 0x6210
    else { return number }
    var result = number
    result.end += 3
    if let next = NumeralSign.scalar(bytes, result.end, limit) {
      // 约两成为: a share, unlike 一、二成为.
      let isShare = number.isChinese && next == 0x4E3A && isVague(before: number.end - 3)
      if !isShare, Self.afterTenths.contains(next) { return number }
      if case .digit(let digit)? = NumeralSign(next) {
        result.low += digit / 10
        result.high += digit / 10
        result.end += 3
      } else if next == 0x534A {  // 半
        result.low += 0.5
        result.high += 0.5
        result.end += 3
      } else if next == 0x591A || next == 0x4F59 {
        result.end += 3
      }
    }
    result.low *= 10
    result.high *= 10
    result.isPercent = true
    return result
  }

  /// Behind 约, 近, 逾, 超, 过 and 有.
  private func isVague(before place: Int) -> Bool {
    guard place >= 3 else { return false }
    return [0x7EA6, 0x8FD1, 0x903E, 0x8D85, 0x8FC7, 0x6709].contains(NumeralSign.scalar(bytes, place - 3, limit))
  }

  /// 立功为员本交都长果份熟分套绩品就人年文才: 成立, 成交 and the like.
  private static let afterTenths: Set<UInt32> = Set("立功为员本交都长果份熟分套绩品就人年文才".unicodeScalars.map(\.value))

  private func end(of scalars: [UInt32], at place: Int) -> Int? {
    var index = place
    for scalar in scalars {
      guard NumeralSign.scalar(bytes, index, limit) == scalar else { return nil }
      index += 3
    }
    return index
  }
}
