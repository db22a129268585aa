/// Reads days, months, times of day and spans of the year at places of folded text, so that 第三季度, 三季度 and Q3 are one.
struct DateScan {
  let bytes: [UInt8]
  let limit: Int

  func date(at index: Int) -> (date: SenseDate, end: Int)? {
    if bytes[index].isDigit {
      if let time = timeOfDay(at: index, half: halfBefore(index)) ?? timeOfZone(at: index) { return time }
      if let day = digitsOfDay(at: index) ?? fiscalYear(at: index) ?? season(at: index) { return day }
      if let months = monthsUntil(at: index) ?? monthsOfYear(at: index) { return months }
      if let day = chineseDay(at: index) ?? englishDayFirst(at: index) { return day }
      return quarter(at: index) ?? word(at: index, Self.words)
    }
    if let found = monthsUntil(at: index) { return found }
    // 投产后年均
    if Self.notYears.contains(where: { bytes.stands($0, at: index) }) { return nil }
    if let (words, end) = word(at: index, Self.words) { return lengthen(words, end) }
    if bytes[index] < 0x80,
      let found = englishThird(at: index) ?? timePastHour(at: index) ?? fiscalYear(at: index) ?? periodUntil(at: index)
    {
      return found
    }
    if bytes[index] < 0x80 { return englishMonths(at: index) ?? englishMonth(at: index) ?? quarter(at: index) }
    return firstMonths(at: index) ?? monthsOfYear(at: index) ?? numeralDay(at: index) ?? timeInWords(at: index)
  }

  /// 新华社11月20日电 tells when the report was sent.
  func isDateline(_ end: Int) -> Bool {
    var place = end
    if place < limit, bytes[place] == UInt8(ascii: ")") || bytes[place] == UInt8(ascii: " ") { place += 1 }
    return bytes.stands("电", at: place) || bytes.stands("讯", at: place)
  }

  // MARK: Chinese

  private func chineseDay(at index: Int) -> (SenseDate, Int)? {
    var date = SenseDate()
    var end = index
    if let (value, next) = number(at: end, digits: 4...4), 1990...2099 ~= value,
      let last = mark("年", at: next)
    {
      date.parts[.year] = value
      end = last
      if bytes.stands("度", at: end) {
        date.parts[.span] = Self.wholeYear
        return (date, end + 3)
      }
      if end + 1 < limit, bytes[end] == UInt8(ascii: " "), bytes[end + 1].isDigit { end += 1 }
    }
    if end < limit, let (value, next) = number(at: end, digits: 1...2), 1...12 ~= value,
      let last = mark("月", at: next)
    {
      date.parts[.month] = value
      end = bytes.stands("份", at: last) ? last + 3 : last
      if end + 1 < limit, bytes[end] == UInt8(ascii: " "), bytes[end + 1].isDigit { end += 1 }
    }
    if date.parts[.month] != nil, let (third, last) = word(at: end, Self.thirds) {
      date.parts[.third] = third
      return (date, last)
    }
    if date.parts[.month] != nil, let (span, last) = daysOfMonth(at: end) {
      date.parts[.span] = span
      return (date, last)
    }
    if end < limit, let (value, next) = number(at: end, digits: 1...2), 1...31 ~= value,
      let last = mark("日", at: next) ?? mark("号", at: next), !bytes.stands("均", at: last),
      !bytes.stands("内", at: last),
      date.parts[.month] != nil || !Self.spans.contains(where: { bytes.stands($0, before: index) })
    {
      date.parts[.day] = value
      end = last
    }
    if end > index, end < limit, date.parts[.day] == nil, let (more, last) = word(at: end, Self.words),
      let span = more.parts[.span]
    {
      date.parts[.span] = span
      end = last
    }
    return end > index ? (date, min(end, limit)) : nil
  }

  /// 1-17日 behind 8月
  private func daysOfMonth(at index: Int) -> (span: Int, end: Int)? {
    guard index < limit, let (first, end) = number(at: index, digits: 1...2) else { return nil }
    let behind = mark("日", at: end) ?? end
    guard let joint = Self.joints.first(where: { bytes.stands($0, at: behind) }),
      let (last, next) = number(at: behind + joint.utf8CodeUnitCount, digits: 1...2), first < last, last <= 31,
      let stop = mark("日", at: next)
    else { return nil }
    return (Self.partOfMonth + first * 100 + last, stop)
  }

  /// Numbers of spans of days are larger.
  static let partOfMonth = 10_000

  /// Behind a sign of a date, before which a blank may stand: 2026 年.
  private func mark(_ sign: StaticString, at place: Int) -> Int? {
    if bytes.stands(sign, at: place) { return place + 3 }
    return place < limit && bytes[place] == UInt8(ascii: " ") && bytes.stands(sign, at: place + 1) ? place + 4 : nil
  }

  private static let notYears: [StaticString] = [
    "后年均", "后年产", "后年销", "后年收", "后年化", "后年发", "后年新", "全年迄今", "今年迄今", "今年至今",
  ]

  /// What stands before a number of days: 连续8日.
  private static let spans: [StaticString] = ["连续", "近", "过去", "最近", "为期", "连涨", "连跌", "逾", "超"]

  /// 2026-03-15, 2026/3/15, 2026.3.15
  private func digitsOfDay(at index: Int) -> (SenseDate, Int)? {
    if let found = dayFirst(at: index) { return found }
    guard let (year, end) = number(at: index, digits: 4...4), 1990...2099 ~= year, end < limit else { return nil }
    let mark = bytes[end]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      let (month, next) = number(at: end + 1, digits: 1...2), 1...12 ~= month, next < limit, bytes[next] == mark,
      let (day, last) = number(at: next + 1, digits: 1...2), 1...31 ~= day, last == limit || !bytes[last].isWordByte
    else { return nil }
    return (SenseDate(parts: [.year: year, .month: month, .day: day]), last)
  }

  /// 12.06.2024
  private func dayFirst(at index: Int) -> (SenseDate, Int)? {
    guard let (day, end) = number(at: index, digits: 1...2), 1...31 ~= day, end < limit,
      bytes[end] == UInt8(ascii: "."),
      let (month, next) = number(at: end + 1, digits: 1...2), 1...12 ~= month, next < limit,
      bytes[next] == UInt8(ascii: "."), let (year, last) = number(at: next + 1, digits: 4...4), 1990...2099 ~= year,
      last == limit || !bytes[last].isWordByte
    else { return nil }
    return (SenseDate(parts: [.year: year, .month: month, .day: day]), last)
  }

  /// 2025/26, 2025-2026: a year that ends in the next one.
  private func season(at index: Int) -> (SenseDate, Int)? {
    guard let (year, end) = number(at: index, digits: 4...4), 1990...2099 ~= year, end < limit,
      bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-"),
      let (next, last) = number(at: end + 1, digits: 2...4), next == year + 1 || next == (year + 1) % 100,
      last == limit || !bytes[last].isWordByte && bytes[last] != bytes[end]
    else { return nil }
    return (SenseDate(parts: [.year: year]), bytes.stands("年", at: last) ? last + 3 : last)
  }

  /// 止六个月, six months to june: how long the time is that ends on a day.
  private func monthsUntil(at index: Int) -> (SenseDate, Int)? {
    guard let (months, next) = lengthInMonths(at: index), [3, 6, 9, 12].contains(months) else { return nil }
    if let found = spanUntil(at: next, months) { return found }
    let date = SenseDate(parts: [.length: months])
    if bytes.stands("个月", at: next) {
      let isBehind = bytes.stands("止", before: index) || bytes.stands("止的", before: index)
      return isBehind ? (date, next + 6) : nil
    }
    guard let end = Self.untils.first(where: { bytes.stands($0, at: next) })?.utf8CodeUnitCount else { return nil }
    return (date, next + end)
  }

  private func lengthInMonths(at index: Int) -> (value: Int, end: Int)? {
    let words = FigureWords.shipped
    if bytes[index] < 0x80, !bytes[index].isDigit {
      return words.numberWords.longest(in: bytes, at: index, before: limit).map { (Int($0.value), $0.end) }
    }
    return NumberScan(bytes: bytes, limit: limit, words: words).number(at: index).flatMap {
      1...12 ~= $0.low ? (Int($0.low), $0.end) : nil
    }
  }

  static let untils: [StaticString] = [
    " months to ", " months ended ", " months ending ", " months through ", " months that ended ",
  ]

  /// 二〇二五年六月十五日, 六月
  private func numeralDay(at index: Int) -> (SenseDate, Int)? {
    var date = SenseDate()
    var end = index
    if let (year, next) = digitRow(at: end), bytes.stands("年", at: next) {
      date.parts[.year] = year
      end = next + 3
    }
    if let (month, next) = numeral(at: end), 1...12 ~= month, bytes.stands("月", at: next) {
      if let (day, last) = numeral(at: next + 3), 1...31 ~= day, bytes.stands("日", at: last) {
        date.parts[.month] = month
        date.parts[.day] = day
        end = last + 3
      } else if !bytes.stands("期", at: next + 3) {
        // 十月; 三月期 is how long something runs.
        date.parts[.month] = month
        end = bytes.stands("份", at: next + 3) ? next + 6 : next + 3
        if let (third, last) = word(at: end, Self.thirds) { (date.parts[.third], end) = (third, last) }
      }
    }
    return end > index ? (date, end) : nil
  }

  /// 二〇二五
  private func digitRow(at index: Int) -> (value: Int, end: Int)? {
    var (value, end, count) = (0, index, 0)
    while let scalar = NumeralSign.scalar(bytes, end, limit), case .digit(let digit)? = NumeralSign(scalar) {
      value = value * 10 + Int(digit)
      (end, count) = (end + 3, count + 1)
      guard count <= 4 else { return nil }
    }
    return count == 4 && 1990...2099 ~= value ? (value, end) : nil
  }

  private func numeral(at index: Int) -> (value: Int, end: Int)? {
    guard index < limit, bytes[index] >= 0xE0,
      let number = NumberScan(bytes: bytes, limit: limit, words: FigureWords.shipped).number(at: index),
      number.low == number.high, number.magnitude == 1, 1...59 ~= number.low
    else { return nil }
    return (Int(number.low), number.end)
  }

  /// 1-10月, 7至9月: a span of the year.
  private func monthsOfYear(at index: Int) -> (SenseDate, Int)? {
    guard let (first, end) = number(at: index, digits: 1...2) ?? numeral(at: index), 1...12 ~= first,
      let joint = Self.joints.first(where: { bytes.stands($0, at: end) }), end + joint.utf8CodeUnitCount < limit,
      let (last, next) = number(at: end + joint.utf8CodeUnitCount, digits: 1...2)
        ?? numeral(at: end + joint.utf8CodeUnitCount),
      first < last, last <= 12,
      bytes.stands("月", at: next)
    else { return nil }
    let behind = next + 3
    return (SenseDate(parts: [.span: Self.span(first, last)]), bytes.stands("份", at: behind) ? behind + 3 : behind)
  }

  private static let joints: [StaticString] = ["-", "—", "–", "~", "至", "到"]

  /// 前10个月, 前十月
  private func firstMonths(at index: Int) -> (SenseDate, Int)? {
    // 与前两个月 are the last two.
    guard bytes.stands("前", at: index) || bytes.stands("头", at: index) || bytes.stands("首", at: index),
      !["与", "较", "比", "之", "此"].contains(where: { (word: StaticString) in bytes.stands(word, before: index) }),
      let months = NumberScan(bytes: bytes, limit: limit, words: FigureWords.shipped).number(at: index + 3),
      2...11 ~= months.low, months.low == months.high, months.low == months.low.rounded()
    else { return nil }
    let end = bytes.stands("个", at: months.end) ? months.end + 3 : months.end
    return bytes.stands("月", at: end) ? (SenseDate(parts: [.span: Self.span(1, Int(months.low))]), end + 3) : nil
  }

  /// The number of a span of months; quarters and halves have those of their own words.
  static let wholeYear = 14

  static func span(_ first: Int, _ last: Int) -> Int {
    switch (first, last) {
    case (1, 3): 1
    case (4, 6): 2
    case (7, 9): 3
    case (10, 12): 4
    case (1, 6): 11
    case (7, 12): 12
    case (1, 9): 13
    case (1, 12): wholeYear
    default: first * 100 + last
    }
  }

  /// 今年三季度 is one date.
  private func lengthen(_ date: SenseDate, _ end: Int) -> (SenseDate, Int)? {
    // 下周一
    if date.parts[.relativeWeek] != nil, let (day, last) = word(at: end, Self.weekdays) {
      return (SenseDate(parts: date.parts.merging([.weekday: day]) { first, _ in first }), last)
    }
    if date.parts[.relativeMonth] != nil, let (third, last) = word(at: end, Self.thirds) {
      return (SenseDate(parts: date.parts.merging([.third: third]) { first, _ in first }), last)
    }
    guard date.parts[.relativeYear] != nil, end < limit else { return (date, end) }
    let next = word(at: end, Self.words).map { ($0.0, $0.1) } ?? (bytes[end].isDigit ? chineseDay(at: end) : nil)
    guard let (more, last) = next else { return (date, end) }
    return (SenseDate(parts: date.parts.merging(more.parts) { first, _ in first }), last)
  }

  // MARK: Words

  func number(at index: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var (value, end) = (0, index)
    while end < limit, bytes[end].isDigit, end - index <= digits.upperBound {
      value = value * 10 + Int(bytes[end]) - 0x30
      end += 1
    }
    return digits.contains(end - index) ? (value, end) : nil
  }

  func word<Value>(at index: Int, _ words: AnchoredWords<Value>) -> (Value, Int)? {
    words.longest(in: bytes, at: index, before: limit).map { ($0.value, $0.end) }
  }

  static let months = AnchoredWords<Int>(
    """
    1 january|jan,2 february|feb,3 march|mar,4 april|apr,5 may,6 june|jun,7 july|jul,8 august|aug,9 september|sept|sep,\
    10 october|oct,11 november|nov,12 december|dec
    """
  ) { key, _ in Int(String(key)) }

  /// 上旬, 中旬, 下旬, and how a month begins and ends.
  private static let thirds = AnchoredWords<Int>("0 初,1 上旬,2 中旬,3 下旬,4 底|末") { key, _ in Int(String(key)) }

  private static let weekdays = AnchoredWords<Int>("1 一,2 二,3 三,4 四,5 五,6 六,7 日|天|末") { key, _ in Int(String(key)) }

  /// A letter for the part, and its value.
  private static let words = AnchoredWords<SenseDate>(
    """
    s1 一季度|第一季度|首季度|首季|第一季|一季|1季度|第1季度|一季报|first_quarter|first-quarter|1st_quarter,\
    s2 二季度|第二季度|第二季|二季|次季|2季度|第2季度|second_quarter|second-quarter|2nd_quarter,\
    s3 三季度|第三季度|第三季|三季|3季度|第3季度|third_quarter|third-quarter|3rd_quarter,\
    s1 first_three_months|first_3_months,s102 first_2_months,s104 first_4_months,s105 first_5_months,s107 first_7_months,s108 first_8_months,s13 first_9_months,s11 first_6_months,s110 first_ten_months|first_10_months,s111 first_eleven_months|first_11_months,s108 first_eight_months,s107 first_seven_months,s105 first_five_months,s104 first_four_months,s102 first_two_months,s4 四季度|第四季度|第四季|四季|末季|4季度|第4季度|fourth_quarter|fourth-quarter|4th_quarter,\
    s11 上半年|首半年|中期|半年度|前两季度|前两季|首两季|first_half|first-half|first_six_months,s12 下半年|second_half|second-half,\
    b1 上年末|去年末|去年底|上年底|去年年底|去年年末,b2 上年同期|去年同期,\
    e3 一季度末|一季末|第一季度末,e6 二季度末|二季末|第二季度末|上半年末|半年末,e9 三季度末|三季末|第三季度末|前三季度末,e12 四季度末|年末|年底|第四季度末,\
    s13 前三季度|前三季|首三季|首三季度|头三季|头三季度|前3季度|首3季|first_nine_months,s14 全年|年度|full_year|full-year,\
    w1 周一|星期一|礼拜一|monday,w2 周二|星期二|礼拜二|tuesday,w3 周三|星期三|礼拜三|wednesday,w4 周四|星期四|礼拜四|thursday,\
    w5 周五|星期五|礼拜五|friday,w6 周六|星期六|礼拜六|saturday,w7 周日|星期日|星期天|礼拜天|sunday,\
    t720 正午|noon|midday,t0 午夜|midnight,\
    d0 今日|今天|今早|今晚|今晨|today|tonight,d-1 昨日|昨天|昨晚|昨夜|yesterday,d1 明日|明天|明早|明晚|tomorrow,d2 后天,d-2 前天,\
    k0 本周|这周|this_week,k-1 上周|last_week,k1 下周|next_week,m0 本月|这个月|this_month,m-1 上月|上个月|last_month,\
    m1 下月|下个月|next_month,q0 本季|本季度|this_quarter,q-1 上季|上季度|last_quarter|previous_quarter,q1 下季|下季度|next_quarter,y0 今年|本年|this_year,y-1 去年|上年|last_year,y1 明年|next_year,y-2 前年,y2 后年
    """
  ) { key, _ in
    let parts: [Character: SenseDate.Part] = [
      "s": .span, "w": .weekday, "d": .relativeDay, "k": .relativeWeek, "m": .relativeMonth, "q": .relativeQuarter,
      "y": .relativeYear, "t": .minute,
    ]
    guard let letter = key.first, let value = Int(String(key.dropFirst())) else { return nil }
    // The last day of a quarter.
    if letter == "e" {
      return SenseDate(parts: [.month: value, .day: value.isMultiple(of: 6) && value < 12 || value == 9 ? 30 : 31])
    }
    // What of the last year a figure is compared with: its end, or the same time.
    if letter == "b" { return SenseDate(parts: [.relativeYear: -1, .base: value]) }
    guard let part = parts[letter] else { return nil }
    return SenseDate(parts: [part: value])
  }
}

extension SenseDate {
  var key: String { parts.map { "\($0.key)\($0.value)" }.sorted().joined(separator: " ") }
}
