/// Times of day, as clocks and words tell them.
extension DateScan {
  /// 14:30, 下午2点, 2:30 pm, 10.35 am, 十时三十五分, 9点三刻.
  func timeOfDay(at index: Int, half: Int) -> (SenseDate, Int)? {
    guard let (hour, next) = number(at: index, digits: 1...2) ?? word(at: index, Self.hours), hour < 25 else {
      return nil
    }
    var (minutes, end) = (0, next)
    if end < limit, bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "."),
      let (value, last) = number(at: end + 1, digits: 2...2), value < 60,
      bytes[end] == UInt8(ascii: ":") || meridiem(at: last) != nil
    {
      (minutes, end) = (value, last)
    } else if bytes.stands("点", at: end) || bytes.stands("时", at: end) && !isTimeWord(end) {
      let behind = minutesInWords(at: end + 3)
      guard behind != nil || half > 0 || bytes.stands("时", at: end) && (bytes[index].isDigit || isHour(hour)) else {
        return nil
      }
      (minutes, end) = behind ?? (0, end + 3)
    }
    var isLate = half == 2
    var first = hour
    if let (late, last) = meridiem(at: end) {
      isLate = late == 1
      if late == 0, hour == 12 { first = 0 }
      end = last
    } else if end == next {
      return nil
    }
    first = isLate && hour < 12 ? hour + 12 : first
    return (SenseDate(parts: [.minute: first % 24 * 60 + minutes]), end)
  }

  /// `half past nine`, `a quarter to ten`
  func timePastHour(at index: Int) -> (SenseDate, Int)? {
    guard let (word, minutes) = Self.pasts.first(where: { bytes.stands($0.0, at: index) }),
      case let place = index + word.utf8CodeUnitCount, place < limit,
      let (hour, end) = number(at: place, digits: 1...2)
        ?? FigureWords.shipped.numberWords.longest(in: bytes, at: place, before: limit).map({ (Int($0.value), $0.end) }),
      1...12 ~= hour, end == limit || !bytes[end].isWordByte, end + 1 >= limit || !bytes[end + 1].isDigit
    else { return nil }
    let late = meridiem(at: end)
    let first = late?.isLate == 1 && hour < 12 ? hour + 12 : hour
    return (SenseDate(parts: [.minute: first * 60 + minutes]), late?.end ?? end)
  }

  private static let pasts: [(StaticString, Int)] = [
    ("half past ", 30), ("a quarter past ", 15), ("a quarter to ", -15), ("quarter past ", 15),
  ]

  /// 一时 and 三时 may be other words.
  private func isHour(_ hour: Int) -> Bool { hour == 0 || hour > 6 }

  private func meridiem(at end: Int) -> (isLate: Int, end: Int)? {
    let place = end < limit && bytes[end] == UInt8(ascii: " ") ? end + 1 : end
    return word(at: place, Self.meridiems).map { ($0.0, $0.1) }
  }

  /// 35分, 三十五分, 半, 一刻, 整 behind 点 and 时.
  private func minutesInWords(at place: Int) -> (minutes: Int, end: Int)? {
    if bytes.stands("半", at: place), !bytes.stands("半年", at: place), !bytes.stands("半导", at: place) {
      return (30, place + 3)
    }
    if let (quarters, last) = word(at: place, Self.quarters) { return (quarters * 15, last) }
    guard place < limit, let (value, last) = number(at: place, digits: 1...2) ?? minutes(at: place), value < 60,
      bytes.stands("分", at: last), !bytes.stands("分之", at: last)
    else { return nil }
    return (value, last + 3)
  }

  private func minutes(at place: Int) -> (value: Int, end: Int)? {
    guard bytes[place] >= 0xE0,
      let number = NumberScan(bytes: bytes, limit: limit, words: FigureWords.shipped).number(at: place),
      number.low == number.high, number.magnitude == 1, 0..<60 ~= number.low
    else { return nil }
    return (Int(number.low), number.end)
  }

  /// 上午十点, 今晚八点半, 二十时三十分.
  func timeInWords(at index: Int) -> (SenseDate, Int)? {
    guard let (half, end) = word(at: index, Self.halves) else {
      return word(at: index, Self.hours) == nil ? nil : timeOfDay(at: index, half: halfBefore(index))
    }
    return end < limit ? timeOfDay(at: end, half: half) : nil
  }

  /// 8点 behind 今晚, and 20点: which half of the day; 0 where 8点 may be points.
  func halfBefore(_ index: Int) -> Int {
    if bytes.stands("晚", before: index) || bytes.stands("晚间", before: index) { return 2 }
    if bytes.stands("早", before: index) || bytes.stands("今晨", before: index) { return 1 }
    let isLate = number(at: index, digits: 2...2).map { 13...23 ~= $0.value && bytes.stands("点", at: $0.end) } ?? false
    let isTold = ["周", "时间", "截至", "今日", "日"].contains { word in
      bytes[..<index].suffix(9).firstRange(of: Array(word.utf8)) != nil
    }
    return isLate && isTold ? 1 : 0
  }

  /// `0710 GMT`
  func timeOfZone(at index: Int) -> (SenseDate, Int)? {
    let zones: [StaticString] = [" gmt", " utc", " et", " edt", " est", " bst", " cet", " hrs", " hours gmt"]
    guard let (value, end) = number(at: index, digits: 4...4), value / 100 < 24, value % 100 < 60,
      zones.contains(where: { bytes.stands($0, at: end) })
    else { return nil }
    return (SenseDate(parts: [.minute: value / 100 * 60 + value % 100]), end)
  }

  /// 时间, 时代
  private func isTimeWord(_ place: Int) -> Bool {
    let words: [StaticString] = ["时间", "时代", "时期", "时候", "时段", "时速", "时许", "时差", "时常", "时隔", "时刻", "时装", "时效"]
    return words.contains { bytes.stands($0, at: place) } && !bytes.stands("时许", at: place)
  }

  private static let hours = AnchoredWords<Int>(
    """
    0 零,1 一,2 两|二,3 三,4 四,5 五,6 六,7 七,8 八,9 九,10 十,11 十一,12 十二,13 十三,14 十四,15 十五,16 十六,17 十七,18 十八,19 十九,\
    20 二十,21 二十一,22 二十二,23 二十三,24 二十四
    """
  ) { key, _ in Int(String(key)) }

  private static let quarters = AnchoredWords<Int>("0 整|钟|正,1 一刻|1刻,3 三刻|3刻") { key, _ in Int(String(key)) }

  private static let halves = AnchoredWords<Int>("1 上午|早上|凌晨|早间|清晨,2 下午|晚上|晚|晚间|傍晚|午后|中午") { key, _ in Int(String(key))
  }

  private static let meridiems = AnchoredWords<Int>("0 am|a.m.|a.m,1 pm|p.m.|p.m|noon") { key, _ in Int(String(key)) }
}
