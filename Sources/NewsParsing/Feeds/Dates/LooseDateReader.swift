internal import NewsModel

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
    guard digits <= 4, numbers.count < 3 else {
      // Behind a date and a time it says nothing more.
      while input.peek.isDigit { input.index += 1 }
      return clock != nil
    }
    let separator = input.index > 0 ? input.bytes[input.index - 1] : 0
    guard let value = input.number(digits) else { return false }
    numbers.append((value, digits, separator))
    return true
  }

  private mutating func takeWord() -> Bool {
    let start = input.index
    let word = input.word()
    // The T between date and time belongs to no word: `13T9:15`.
    if word == "t", input.peek.isDigit { return true }
    // "Mar" is also a weekday of some languages, which stands before all numbers: a second name then counts.
    if month == nil || numbersBeforeMonth == 0, let found = DateNames.month(word) {
      month = found
      numbersBeforeMonth = numbers.count
      return true
    }
    if let half = DateNames.halves[word] {
      isAfternoon = half
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
      // `2031年6月`
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
