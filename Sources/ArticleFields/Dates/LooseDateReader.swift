import NewsModel
import TextScanning

/// Reads dates out of words, numbers, a time and a zone in nearly any order.
struct LooseDateReader {
  private var input: DateBytes
  private var month: Int?
  private var clock: (hour: Int, minute: Int, second: Int)?
  private var isAfternoon: Bool?
  private var zone: WrittenZone?
  /// In their order, with what stood before each.
  private var numbers: [(value: Int, digits: Int, separator: UInt8)] = []
  /// Where the month's name stood among the numbers.
  private var numbersBeforeMonth = 0
  /// Where the last number ended.
  private var numberEnd = 0
  /// Years that an era's own count lies behind the common one, where its name has come.
  private var era = 0
  private var isPartial = false
  private var isExchangeable = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { input = DateBytes(bytes) }

  mutating func read() -> WrittenDate? {
    while !input.isAtEnd { guard step() else { return nil } }
    guard let (year, month, day) = date() else { return nil }
    var time = CivilTime(year: year, month: month, day: day)
    if let clock { (time.hour, time.minute, time.second) = clock }
    if let isAfternoon, (1...12).contains(time.hour) { time.hour = time.hour % 12 + (isAfternoon ? 12 : 0) }
    return WrittenDate(
      time: time, zone: zone, hasClock: clock != nil, isPartial: isPartial, isExchangeable: isExchangeable,
      hasImpossibleOffset: input.hasImpossibleOffset)
  }

  /// Takes the next piece; false where the text is no date.
  private mutating func step() -> Bool {
    let byte = input.peek
    if byte.isDigit { return takeNumber() }
    if byte.isLetter || byte >= 0x80 { return takeWord() }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), clock != nil, zone == nil, input.peek(1).isDigit,
      let seconds = input.offset()
    {
      zone = .offset(seconds)
      return true
    }
    if byte == UInt8(ascii: "(") {
      // A comment, RFC 822, 3.4.3; some write the zone there.
      if clock != nil, zone == nil {
        input.index += 1
        zone = input.zone()
      }
      while !input.isAtEnd, !input.take(UInt8(ascii: ")")) { input.index += 1 }
      return true
    }
    input.index += 1
    return true
  }

  private mutating func takeNumber() -> Bool {
    if clock == nil, let found = input.clock() {
      clock = found
      return true
    }
    let digits = input.digitCount
    if takeClockPart(digits) { return true }
    guard digits <= 4, numbers.count < 3 else {
      // Behind a date and a time it says nothing more.
      while input.peek.isDigit { input.index += 1 }
      return clock != nil
    }
    let separator = input.index > 0 ? input.bytes[input.index - 1] : 0
    guard let value = input.number(digits) else { return false }
    numbers.append(era == 0 ? (value, digits, separator) : (value + era, 4, separator))
    era = 0
    numberEnd = input.index
    return true
  }

  /// A number with a sign of hours, minutes or seconds behind it: `下午3时05分`.
  private mutating func takeClockPart(_ digits: Int) -> Bool {
    guard digits <= 2 else { return false }
    var ahead = input
    guard let value = ahead.number(digits) else { return false }
    ahead.skipBlanks()
    guard ahead.peek >= 0x80,
      let part = DateWords.clockParts.first(where: { ahead.bytes[ahead.index...].starts(with: $0.sign) })
    else { return false }
    input.index = ahead.index + part.sign.count
    switch part.unit {
    case .hour: clock = (value, 0, 0)
    case .minute: clock?.minute = value
    case .second: clock?.second = value
    }
    return true
  }

  private mutating func takeWord() -> Bool {
    let start = input.index
    let word = input.word()
    // The T between date and time belongs to no word: `13T9:15`.
    if word == "t", input.peek.isDigit { return true }
    if input.bytes[start] >= 0x80, takeUnits(of: word, from: start) { return true }
    if takeDottedHalf(word) { return true }
    // "Mar" is also a weekday of some languages, which stands before all numbers: a second name then counts.
    if month == nil || numbersBeforeMonth == 0, let found = MonthNames.any(word) {
      month = found
      numbersBeforeMonth = numbers.count
      return true
    }
    if let half = DateWords.half(named: word) {
      isAfternoon = half == .afternoon
      return true
    }
    if clock != nil, zone == nil {
      input.index = start
      if let found = input.zone() {
        zone = found
        return true
      }
      input.index = start
      _ = input.word()
    }
    // Weekdays, "at", "de", the signs of Korean years: whatever else stands there says nothing.
    return true
  }

  /// `p.m.`
  private mutating func takeDottedHalf(_ word: String) -> Bool {
    guard word == "a" || word == "p", clock != nil, input.peek == UInt8(ascii: "."),
      input.peek(1) | 0x20 == UInt8(ascii: "m"), !input.peek(2).isLetter
    else { return false }
    isAfternoon = word == "p"
    input.index += 2
    return true
  }

  /// What stands behind the numbers of Chinese, Japanese and Korean dates, written together with what follows: the `日下午` of `5日下午3时`.
  /// False where it is none of these.
  private mutating func takeUnits(of word: String, from start: Int) -> Bool {
    var rest = word[...]
    if !numbers.isEmpty, input.bytes[numberEnd..<start].allSatisfy({ $0 <= 0x20 }),
      let first = rest.unicodeScalars.first,
      let unit = DateWords.units[first]
    {
      take(unit)
      rest.unicodeScalars.removeFirst()
      if rest.isEmpty { return true }
    }
    if let half = DateWords.half(endingIn: rest) {
      isAfternoon = half == .afternoon
      return true
    }
    if let years = DateWords.era(endingIn: rest) {
      era = years
      return true
    }
    if rest.utf8.count < word.utf8.count { return true }
    return false
  }

  /// Says of the last number what it is.
  private mutating func take(_ unit: DateWords.Unit) {
    guard let last = numbers.popLast() else { return }
    switch unit {
    // Years of three digits are counted as Taiwan counts them.
    case .year: numbers.append((last.digits == 3 ? last.value + 1_911 : fullYear(last), 4, last.separator))
    case .day: numbers.append(last)
    case .month:
      guard month == nil, 1...12 ~= last.value else { return numbers.append(last) }
      month = last.value
      numbersBeforeMonth = numbers.count
    }
  }

  private mutating func date() -> (year: Int, month: Int, day: Int)? {
    if let month {
      guard numbers.count >= 2 else {
        // `June 2031`
        guard let year = numbers.first, year.digits == 4 else { return nil }
        isPartial = true
        return (year.value, month, 1)
      }
      let (first, second) = (numbers[0], numbers[1])
      let yearFirst = first.digits >= 3 || first.value > 31
      let (year, day) = yearFirst ? (first, second) : (second, first)
      return (fullYear(year), month, day.value)
    }
    if numbers.count == 2, numbers[0].digits == 4, numbers[1].digits <= 2, (1...12).contains(numbers[1].value) {
      // `2031/6`
      isPartial = true
      return (numbers[0].value, numbers[1].value, 1)
    }
    guard numbers.count == 3 else { return nil }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if first.digits == 4 { return (first.value, second.value, third.value) }
    if third.digits <= 2, second.separator != UInt8(ascii: ".") {
      let isMonthFirst = second.separator == UInt8(ascii: "/")
      let order = ShortYearOrder(
        first.value, second.value, third.value, isYearFirst: first.digits == 2 && first.value > 12,
        isMonthFirst: isMonthFirst)
      isExchangeable = order.isExchangeable
      return (ISODateReader.century(order.year), order.month, order.day)
    }
    let year = fullYear(third)
    isExchangeable =
      second.separator != UInt8(ascii: ".") && max(first.value, second.value) <= 12 && first.value != second.value
    // `06/15/2022` is how America writes it; a day that no month can be tells the other way.
    let isMonthFirst = second.separator == UInt8(ascii: "/") && first.value <= 12
    return isMonthFirst ? (year, first.value, second.value) : (year, second.value, first.value)
  }

  private func fullYear(_ number: (value: Int, digits: Int, separator: UInt8)) -> Int {
    switch number.digits {
    case 1, 2: ISODateReader.century(number.value)
    // RFC 2822, 4.3: what some programs made of the year 2000.
    case 3: 1_900 + number.value
    default: number.value
    }
  }
}
