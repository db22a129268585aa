import TextScanning

/// Walks over UTF-8 bytes and stops at each date.
struct DateScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  /// Whether eight digits are a date.
  var acceptsCompact = false
  /// A time of day that may belong to a date directly behind it.
  private var earlierClock: (clock: FoundDate.Clock, range: Range<Int>)?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next date, read to the end of its time of day.
  mutating func next() -> FoundDate? {
    while position < bytes.count {
      let start = position
      let byte = bytes[start]
      if digit(at: start) != nil {
        if let date = numericDate(at: start) { return finish(date) }
        if var clock = clock(at: start), bytes[start..<clock.end].contains(where: { $0 == Self.colon }) {
          zone(after: &clock)
          earlierClock = clock.value.isValid ? (clock.value, start..<clock.end) : nil
          position = clock.end
        } else {
          position = skipDigits(start)
        }
      } else if byte == Self.numeralLead, let date = chineseNumeralDate(at: start) {
        return finish(date)
      } else if byte == Self.republicLead, let date = republicanDate(at: start) {
        return finish(date)
      } else if byte.isLetter {
        if let date = monthFirstDate(at: start) { return finish(date) }
        while position < bytes.count, bytes[position].isLetter { position += 1 }
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func finish(_ found: FoundDate) -> FoundDate {
    var date = found
    if date.clock == nil {
      addClock(to: &date)
      if date.clock == nil, let earlier = earlierClock, isGap(earlier.range.upperBound..<date.range.lowerBound) {
        date.clock = earlier.clock
        date.range = earlier.range.lowerBound..<date.range.upperBound
      }
    }
    if date.clock != nil { date.isWeak = false }
    earlierClock = nil
    position = max(date.range.upperBound, position + 1)
    return date
  }

  /// Whether at most a weekday stands between a time of day and the date behind it: `05:42, Wed, Jun 15, 2022`.
  private func isGap(_ range: Range<Int>) -> Bool {
    guard range.count <= 14, let first = range.first else { return range.isEmpty }
    let start = skip(first) { $0 == Self.blank || $0 == UInt8(ascii: ",") }
    let end = word(at: start).flatMap { DateWords.padding.contains($0.text) ? $0.end : nil } ?? start
    return skip(end) { $0 == Self.blank || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") } >= range.upperBound
  }
}

// MARK: - Dates

extension DateScanner {
  private func numericDate(at start: Int) -> FoundDate? {
    guard let first = number(at: start) else { return nil }
    let date: FoundDate? =
      switch first.digits {
      case 4: yearFirst(first, from: start)
      case 1, 2: shortFirst(first, from: start)
      case 8, 12, 14: acceptsCompact ? compact(first, from: start) : nil
      default: nil
      }
    guard let date, date.isValid else { return nil }
    return date
  }

  private func yearFirst(_ year: Number, from start: Int) -> FoundDate? {
    if let date = chineseDate(year: year.value, after: year.end, from: start) { return date }
    guard let separator = separator(at: year.end), let month = number(at: separator.end), month.digits <= 2,
      let second = self.separator(at: month.end), second.value == separator.value,
      let day = number(at: second.end).map(withoutGluedHour), day.digits <= 2
    else { return nil }
    return FoundDate(year: year.value, month: month.value, day: day.value, range: start..<day.end)
  }

  /// Month and day, or two digits of a year, or a day before an English month.
  private func shortFirst(_ first: Number, from start: Int) -> FoundDate? {
    if let date = chineseDate(year: first.value + 2000, after: first.end, from: start) { return date }
    if let month = after(Self.month, at: first.end), let day = number(at: skipBlanks(month)),
      let end = after(Self.day, at: skipBlanks(day.end)) ?? after(Self.number, at: skipBlanks(day.end))
    {
      return FoundDate(year: nil, month: first.value, day: day.value, range: start..<end)
    }
    if let date = dayFirstDate(first, from: start) { return date }
    guard let separator = separator(at: first.end),
      let second = number(at: separator.end).map(withoutGluedHour), second.digits <= 2
    else { return nil }
    if let next = self.separator(at: second.end), next.value == separator.value,
      let third = number(at: next.end).map(withoutGluedHour)
    {
      return threeNumbers(first, second, third, separator: separator.value, from: start)
    }
    // A decimal, and one of several joined numbers (a telephone's), is no date.
    guard separator.value != UInt8(ascii: ".") || clock(at: skipBlanks(second.end)) != nil, first.digits == 2,
      second.digits == 2 || separator.value == UInt8(ascii: "/"), !isJoined(start, second.end)
    else { return nil }
    return FoundDate(
      year: nil, month: first.value, day: second.value, range: start..<second.end, isWeak: true)
  }

  /// `06/15/2022`, `15/06/2022`, `15.06.2022`, `22-06-15`.
  private func threeNumbers(
    _ first: Number, _ second: Number, _ third: Number, separator: UInt8, from start: Int
  ) -> FoundDate? {
    // Who writes points between the numbers begins with the day.
    let isExchangeable =
      separator != UInt8(ascii: ".") && max(first.value, second.value) <= 12 && first.value != second.value
    if third.digits == 4 {
      let isDayFirst = first.value > 12 || (separator == UInt8(ascii: ".") && second.value <= 12)
      return FoundDate(
        year: third.value, month: isDayFirst ? second.value : first.value,
        day: isDayFirst ? first.value : second.value, range: start..<third.end, isExchangeable: isExchangeable)
    }
    guard third.digits == 2, first.digits == 2, separator != UInt8(ascii: ".") else { return nil }
    let order = ShortYearOrder(
      first.value, second.value, third.value, isYearFirst: separator == UInt8(ascii: "-") || first.value > 12,
      isMonthFirst: true)
    return FoundDate(
      year: ISODateReader.century(order.year), month: order.month, day: order.day, range: start..<third.end,
      isExchangeable: order.isExchangeable)
  }

  /// The day alone where a dump dropped what stood between it and the hour: `2022-06-1505:42`.
  private func withoutGluedHour(_ number: Number) -> Number {
    guard number.digits == 4, number.end < bytes.count, bytes[number.end] == Self.colon,
      let minute = self.number(at: number.end + 1), minute.digits == 2, number.value % 100 <= 23, minute.value <= 59,
      bytes[number.end - 1].isDigit
    else { return number }
    return Number(value: number.value / 100, digits: 2, end: number.end - 2)
  }

  /// `年6月15日` after a year.
  func chineseDate(year: Int, after end: Int, from start: Int) -> FoundDate? {
    guard let afterYear = after(Self.year, at: skipBlanks(end)), let month = number(at: skipBlanks(afterYear)),
      let afterMonth = after(Self.month, at: skipBlanks(month.end)), let day = number(at: skipBlanks(afterMonth))
    else { return nil }
    let after = after(Self.day, at: skipBlanks(day.end)) ?? after(Self.number, at: skipBlanks(day.end)) ?? day.end
    return FoundDate(year: year, month: month.value, day: day.value, range: start..<after)
  }

  private func compact(_ digits: Number, from start: Int) -> FoundDate? {
    func field(_ offset: Int, _ count: Int) -> Int {
      bytes[(start + offset)..<(start + offset + count)].reduce(0) { $0 * 10 + Int($1 & 15) }
    }
    guard digits.end - start == digits.digits else { return nil }
    var date = FoundDate(year: field(0, 4), month: field(4, 2), day: field(6, 2), range: start..<digits.end)
    if digits.digits >= 12 {
      date.clock = FoundDate.Clock(
        hour: field(8, 2), minute: field(10, 2), second: digits.digits == 14 ? field(12, 2) : 0)
    }
    return date
  }

  /// `15 June 2022`, `15th Jun, 2022`, `15-Jun-2022`, `15 June`.
  private func dayFirstDate(_ day: Number, from start: Int) -> FoundDate? {
    let gap = skipOrdinal(day.end)
    let nameStart = skip(gap) { $0 == Self.blank || $0 == UInt8(ascii: "-") }
    guard nameStart > day.end, let (month, end) = monthName(at: nameStart) else {
      return foreignDate(day, from: start)
    }
    let yearStart = skip(end) { $0 == Self.blank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",") }
    if let year = number(at: yearStart), year.digits == 4, yearStart > end {
      return FoundDate(year: year.value, month: month, day: day.value, range: start..<year.end)
    }
    return FoundDate(year: nil, month: month, day: day.value, range: start..<end)
  }

  /// `8. Mai 2024`, `1er août 2023`, `8 de mayo de 2024`, `8 мая 2024`: only with a year, since such words are others in English.
  private func foreignDate(_ day: Number, from start: Int) -> FoundDate? {
    guard day.value <= 31, bytes[safe: day.end].map({ $0 < 0xe0 }) ?? false, let gap = skipForeignGap(day.end),
      let (word, end) = foreignWord(at: gap),
      let month = MonthNames.european(word)
    else { return nil }
    let afterName = end < bytes.count && bytes[end] == UInt8(ascii: ".") ? end + 1 : end
    guard let yearStart = skipForeignGap(afterName), let year = number(at: yearStart), year.digits == 4 else {
      return nil
    }
    return FoundDate(year: year.value, month: month, day: day.value, range: start..<year.end)
  }

  /// Behind the blank between the parts of a date, and what languages write there.
  private func skipForeignGap(_ start: Int) -> Int? {
    var index = start
    for mark in Self.dayMarks {
      if let end = after(mark, at: index) {
        index = end
        break
      }
    }
    let blank = skipBlanks(index)
    guard blank > start else { return nil }
    for word in Self.genitives { if let end = after(word, at: blank) { return skipBlanks(end) } }
    return blank
  }

  private static let dayMarks = [".", "er ", "º", "ª", "°", "-го", ","].map { Array($0.utf8) }
  private static let genitives = ["de ", "del ", "di ", "d'", "d’"].map { Array($0.utf8) }

  /// A word of Latin or Cyrillic letters.
  private func foreignWord(at start: Int) -> (Substring, end: Int)? {
    let end = skip(start) { $0.isLetter || (0x80..<0xe0).contains($0) }
    guard (3...MonthNames.longest).contains(end - start) else { return nil }
    return (Substring(String(decoding: bytes[start..<end], as: UTF8.self)), end)
  }

  /// `June 15, 2022`, `Jun. 15 2022`, `June 15`.
  private func monthFirstDate(at start: Int) -> FoundDate? {
    guard let (month, end) = monthName(at: start), let day = number(at: skipBlanks(end)), day.digits <= 2,
      skipBlanks(end) > end
    else { return nil }
    let afterDay = skipOrdinal(day.end)
    let yearStart = skip(afterDay) { $0 == Self.blank || $0 == UInt8(ascii: ",") }
    var date = FoundDate(year: nil, month: month, day: day.value, range: start..<afterDay)
    if let year = number(at: yearStart), year.digits == 4, yearStart > afterDay {
      date.year = year.value
      date.range = start..<year.end
    }
    return date.isValid ? date : nil
  }
}

// MARK: - Pieces

extension DateScanner {
  struct Number {
    var value: Int
    var digits: Int
    var end: Int
  }

  static let blank = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let year = Array("年".utf8)
  static let month = Array("月".utf8)
  static let day = Array("日".utf8)
  static let number = Array("号".utf8)

  /// The digit here and the bytes it takes: full-width ones take three.
  func digit(at index: Int) -> (value: Int, size: Int)? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte.isDigit { return (Int(byte & 15), 1) }
    guard byte == 0xef, index + 2 < bytes.count, bytes[index + 1] == 0xbc, (0x90...0x99).contains(bytes[index + 2])
    else { return nil }
    return (Int(bytes[index + 2] - 0x90), 3)
  }

  /// The whole number that begins here; nil for more digits than a date has.
  func number(at start: Int) -> Number? {
    var number = Number(value: 0, digits: 0, end: start)
    while let next = digit(at: number.end) {
      number.digits += 1
      if number.digits > 14 { return nil }
      number.value = number.value * 10 + next.value
      number.end += next.size
    }
    return number.digits > 0 ? number : nil
  }

  func skipDigits(_ start: Int) -> Int {
    var end = start
    while let next = digit(at: end) { end += next.size }
    return end
  }

  /// What stands between the numbers of a date; full-width forms count as the plain ones.
  private func separator(at index: Int) -> (value: UInt8, end: Int)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): return (bytes[index], index + 1)
    default: break
    }
    for (full, plain) in Self.wideSeparators { if let end = after(full, at: index) { return (plain, end) } }
    return nil
  }

  private static let wideSeparators = [
    (Array("－".utf8), UInt8(ascii: "-")), (Array("／".utf8), UInt8(ascii: "/")), (Array("．".utf8), UInt8(ascii: ".")),
    (Array("–".utf8), UInt8(ascii: "-")),
  ]

  /// Whether a further number is joined to these two.
  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    if start > 0, separator(at: start - 1) != nil { return true }
    return separator(at: end).map { digit(at: $0.end) != nil } ?? false
  }

  /// The place behind `text` where it stands here.
  func after(_ text: [UInt8], at index: Int) -> Int? {
    guard index + text.count <= bytes.count, bytes[index..<(index + text.count)].elementsEqual(text) else { return nil }
    return index + text.count
  }

  func skip(_ start: Int, while condition: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, condition(bytes[end]) { end += 1 }
    return end
  }

  /// Blanks of any width, so `2022 年` and the ideographic blank read alike.
  func skipBlanks(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == Self.blank || bytes[end] == 9 {
        end += 1
      } else if let wide = after([0xe3, 0x80, 0x80], at: end) {
        end = wide
      } else if let fixed = after([0xc2, 0xa0], at: end) {
        end = fixed
      } else {
        break
      }
    }
    return end
  }

  func word(at start: Int) -> (text: String, end: Int)? {
    let end = skip(start, while: \.isLetter)
    guard end > start, end - start <= 12 else { return nil }
    return (String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), end)
  }

  private func monthName(at start: Int) -> (month: Int, end: Int)? {
    guard let (text, end) = word(at: start), let month = MonthNames.english(text) else { return nil }
    return (month, end < bytes.count && bytes[end] == UInt8(ascii: ".") ? end + 1 : end)
  }

  /// Behind `st`, `nd`, `rd` or `th`.
  private func skipOrdinal(_ end: Int) -> Int {
    guard let (text, after) = word(at: end), ["st", "nd", "rd", "th"].contains(text) else { return end }
    return after
  }
}
