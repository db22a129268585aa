import TextBasics

/// Days, months and quarters as English writes them.
extension DateScan {
  /// `jan-oct`, `july to september`
  func englishMonths(at index: Int) -> (SenseDate, Int)? {
    guard let (first, end) = word(at: index, Self.months) else { return nil }
    let marks: [StaticString] = ["-", "–", " to ", " through "]
    guard let mark = marks.first(where: { bytes.stands($0, at: end) }),
      let (last, next) = word(at: end + mark.utf8CodeUnitCount, Self.months), first < last,
      next >= limit || !bytes[next].isWordByte
    else { return nil }
    return (SenseDate(parts: [.span: Self.span(first, last)]), next)
  }

  /// Whether what stands before says that a month is meant: `mid-july`, `in may`.
  private func isTimeBefore(_ index: Int) -> Bool {
    let words: [StaticString] = ["mid-", "in ", "early ", "late ", "by ", "until ", "since ", "of ", "next ", "last "]
    return words.contains { bytes.stands($0, before: index) }
  }

  /// `early june`, `the middle of june`, `end-june`
  func englishThird(at index: Int) -> (SenseDate, Int)? {
    guard let (third, end) = word(at: index, Self.englishThirds), end < limit else { return nil }
    let place = bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "-") ? end + 1 : end
    guard place < limit, let (month, last) = word(at: place, Self.months), last >= limit || !bytes[last].isWordByte
    else {
      return nil
    }
    return (SenseDate(parts: [.month: month, .third: third]), last)
  }

  private static let englishThirds = AnchoredWords<Int>(
    """
    0 early|early_in|the_beginning_of|beginning_of|the_start_of|start_of,2 mid|the_middle_of|middle_of,3 late|late_in,\
    4 the_end_of|end_of|end
    """
  ) { key, _ in Int(String(key)) }

  /// `nov. 20, 2026`, `november`.
  func englishMonth(at index: Int) -> (SenseDate, Int)? {
    guard let (month, end) = word(at: index, Self.months), end >= limit || !bytes[end].isWordByte else { return nil }
    var date = SenseDate(parts: [.month: month])
    var last = end
    var place = end < limit && bytes[end] == UInt8(ascii: ".") ? end + 1 : end
    if place < limit, bytes[place] == UInt8(ascii: " ") { place += 1 }
    if place < limit, let (day, next) = number(at: place, digits: 1...2), 1...31 ~= day, !isThousand(next) {
      date.parts[.day] = day
      last = ordinalEnd(next)
      place = last
      if place < limit, bytes[place] == UInt8(ascii: ",") { place += 1 }
      if place < limit, bytes[place] == UInt8(ascii: " ") { place += 1 }
    }
    if place < limit, let (year, next) = number(at: place, digits: 4...4), 1990...2099 ~= year {
      date.parts[.year] = year
      last = next
    }
    // May and March are words too, and so are short forms.
    guard date.parts.count > 1 || end - index > 5 || isTimeBefore(index) || isOnlyMonth(index..<end) else { return nil }
    return (date, last)
  }

  /// Nov, Oct and other months that are no other words.
  private func isOnlyMonth(_ word: Range<Int>) -> Bool {
    ["nov", "oct", "sept", "feb", "aug", "jul", "april", "june", "july"].contains(
      String(decoding: bytes[word], as: UTF8.self))
  }

  private func monthBehindDay(at index: Int) -> (Int, Int)? {
    guard let (day, next) = number(at: index, digits: 1...2), 1...31 ~= day, next < limit,
      bytes[next] == UInt8(ascii: " "), let (month, end) = word(at: next + 1, Self.months),
      end >= limit || !bytes[end].isWordByte
    else { return nil }
    return (month, end)
  }

  /// `20 november 2026`
  func englishDayFirst(at index: Int) -> (SenseDate, Int)? {
    guard let (day, next) = number(at: index, digits: 1...2), 1...31 ~= day else { return nil }
    // 3 to 17 February: the first day is one of the same month.
    let joints: [StaticString] = [" to ", "-", "–", " and "]
    if let joint = joints.first(where: { bytes.stands($0, at: next) }),
      let (month, _) = monthBehindDay(at: next + joint.utf8CodeUnitCount)
    {
      return (SenseDate(parts: [.day: day, .month: month]), next)
    }
    let place = ordinalEnd(next)
    guard place < limit, bytes[place] == UInt8(ascii: " "), let (month, end) = word(at: place + 1, Self.months),
      end >= limit || !bytes[end].isWordByte
    else { return nil }
    var date = SenseDate(parts: [.day: day, .month: month])
    if end + 1 < limit, let (year, last) = number(at: end + 1, digits: 4...4), 1990...2099 ~= year {
      date.parts[.year] = year
      return (date, last)
    }
    return (date, end)
  }

  /// `fy25`, `fiscal 2025`, 2025财年: a year by which books are kept, which is no year of the calendar.
  func fiscalYear(at index: Int) -> (SenseDate, Int)? {
    func year(_ place: Int) -> (value: Int, end: Int)? {
      if let (year, end) = number(at: place, digits: 4...4), 1990...2099 ~= year { return (year, end) }
      return number(at: place, digits: 2...2).map { ($0.value + 2000, $0.end) }
    }
    if bytes[index].isDigit {
      guard let (value, end) = year(index),
        let word = Self.fiscalWords.first(where: { bytes.stands($0, at: end) })
      else { return nil }
      return (SenseDate(parts: [.fiscal: value]), end + word.utf8CodeUnitCount)
    }
    guard let word = Self.fiscals.first(where: { bytes.stands($0, at: index) }) else { return nil }
    let place = index + word.utf8CodeUnitCount
    guard let (value, end) = year(place), end == limit || !bytes[end].isWordByte else { return nil }
    return (SenseDate(parts: [.fiscal: value]), end)
  }

  private static let fiscalWords: [StaticString] = ["财年", "财政年度", "会计年度", "年财年", "年财政年度"]
  private static let fiscals: [StaticString] = ["fy ", "fy", "fiscal year ", "financial year ", "fiscal ", "财年"]

  /// `quarter ended sept. 30`, `half-year to june`, `september quarter`
  func periodUntil(at index: Int) -> (SenseDate, Int)? {
    if let (month, end) = word(at: index, Self.months), month.isMultiple(of: 3), bytes.stands(" quarter", at: end) {
      return (SenseDate(parts: [.span: Self.span(month - 2, month)]), end + 8)
    }
    let periods: [(StaticString, Int)] = [("quarter", 3), ("half-year", 6), ("half year", 6)]
    guard let (word, months) = periods.first(where: { bytes.stands($0.0, at: index) }) else { return nil }
    return spanUntil(at: index + word.utf8CodeUnitCount, months)
  }

  /// The span that ends in a month: ` months to june`, ` ended sept. 30`.
  func spanUntil(at place: Int, _ months: Int) -> (SenseDate, Int)? {
    let start = bytes.stands(" months", at: place) ? place + 7 : place
    guard let mark = Self.spanMarks.first(where: { bytes.stands($0, at: start) }) else { return nil }
    var month = start + mark.utf8CodeUnitCount
    // to 30th September
    if month < limit, let (day, next) = number(at: month, digits: 1...2), 28...31 ~= day {
      month = ordinalEnd(next) + 1
    }
    guard month < limit, let (last, end) = word(at: month, Self.months), end >= limit || !bytes[end].isWordByte,
      months <= last
    else { return nil }
    var (behind, date) = (end, SenseDate(parts: [.span: Self.span(last - months + 1, last)]))
    if behind < limit, bytes[behind] == UInt8(ascii: ".") { behind += 1 }
    if behind < limit, bytes[behind] == UInt8(ascii: " "), let (day, next) = number(at: behind + 1, digits: 1...2),
      28...31 ~= day
    {
      behind = next
    }
    let joint = [", ", " "].first { bytes.stands(Array($0.utf8), before: behind + $0.utf8.count) }?.utf8.count ?? 0
    if joint > 0, behind + joint < limit, let (year, next) = number(at: behind + joint, digits: 4...4),
      1990...2099 ~= year
    {
      date.parts[.year] = year
      behind = next
    }
    return (date, min(behind, limit))
  }

  private static let spanMarks: [StaticString] = [
    " to ", " ended ", " ending ", " through ", " that ended ", " to end-",
  ]

  /// `q3`, `3q`, `1h`, with a year behind.
  func quarter(at index: Int) -> (SenseDate, Int)? {
    guard index + 1 < limit else { return nil }
    // 3q25
    if index + 2 < limit, bytes[index + 2].isWordByte {
      guard let (year, end) = number(at: index + 2, digits: 2...2), end == limit || !bytes[end].isWordByte,
        let (date, _) = DateScan(bytes: bytes, limit: index + 2).quarter(at: index)
      else { return nil }
      return (SenseDate(parts: date.parts.merging([.year: 2000 + year]) { first, _ in first }), end)
    }
    let (first, second) = (bytes[index], bytes[index + 1])
    let (letter, digit) = first.isDigit ? (second, first) : (first, second)
    let number = Int(digit) - 0x30
    switch letter {
    case UInt8(ascii: "q") where 1...4 ~= number: return (SenseDate(parts: [.span: number]), index + 2)
    case UInt8(ascii: "h") where 1...2 ~= number: return (SenseDate(parts: [.span: 10 + number]), index + 2)
    default: return nil
    }
  }

  private func isThousand(_ place: Int) -> Bool {
    place + 1 < limit && (bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: "."))
      && bytes[place + 1].isDigit
      || place < limit && bytes[place] == UInt8(ascii: "%")
  }

  private func ordinalEnd(_ place: Int) -> Int {
    ["st", "nd", "rd", "th"].contains { bytes.stands(Array($0.utf8), before: place + 2) && place + 2 <= limit }
      ? place + 2 : place
  }
}
