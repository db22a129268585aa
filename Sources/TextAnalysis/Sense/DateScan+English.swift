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

  /// `q3`, `3q`, `1h`, with a year behind.
  func quarter(at index: Int) -> (SenseDate, Int)? {
    guard index + 1 < limit, index + 2 >= limit || !bytes[index + 2].isWordByte else { return nil }
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
