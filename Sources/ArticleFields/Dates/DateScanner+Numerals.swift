// Dates in Chinese numerals (二〇二二年六月十五日), and in the years of the Republic of China (民國111年6月15日).
extension DateScanner {
  /// The first byte of 一 and 二, with which the year begins.
  static let numeralLead: UInt8 = 0xe4

  func chineseNumeralDate(at start: Int) -> FoundDate? {
    guard let year = numerals(at: start), year.values.count == 4, let afterYear = after(Self.year, at: year.end),
      let month = numerals(at: afterYear), let afterMonth = after(Self.month, at: month.end),
      let day = numerals(at: afterMonth), let end = after(Self.day, at: day.end)
    else { return nil }
    let date = FoundDate(
      year: year.values.reduce(0) { $0 * 10 + $1 }, month: Self.value(of: month.values),
      day: Self.value(of: day.values), range: start..<end)
    return date.isValid ? date : nil
  }

  /// The first byte of 民.
  static let republicLead: UInt8 = 0xe6

  /// `民國113年1月5日`, `民國一百一十三年一月五日`
  func republicanDate(at start: Int) -> FoundDate? {
    // Many characters share the first byte: one look at the second tells most of them.
    guard bytes[safe: start + 1] == 0xb0,
      let eraEnd = after(Self.republic, at: start) ?? after(Self.plainRepublic, at: start)
    else { return nil }
    let yearStart = skipBlanks(eraEnd)
    let isLong = start >= Self.china.count && after(Self.china, at: start - Self.china.count) != nil
    let start = isLong ? start - Self.china.count : start
    if let year = number(at: yearStart), (1...3).contains(year.digits),
      let date = chineseDate(year: year.value + Self.republicanYears, after: year.end, from: start)
    {
      return date.isValid ? date : nil
    }
    guard let year = numerals(at: yearStart), let afterYear = after(Self.year, at: year.end),
      let month = numerals(at: afterYear), let afterMonth = after(Self.month, at: month.end),
      let day = numerals(at: afterMonth), let end = after(Self.day, at: day.end)
    else { return nil }
    let date = FoundDate(
      year: Self.hundreds(of: year.values) + Self.republicanYears, month: Self.value(of: month.values),
      day: Self.value(of: day.values), range: start..<end)
    return date.isValid ? date : nil
  }

  private static let republic = Array("民國".utf8)
  private static let china = Array("中華".utf8)
  private static let plainRepublic = Array("民国".utf8)
  /// The year 1 is 1912.
  private static let republicanYears = 1_911

  /// Up to 九百九十九.
  private static func hundreds(of numerals: [Int]) -> Int {
    guard let hundred = numerals.firstIndex(of: 100) else { return value(of: numerals) }
    return (hundred == 0 ? 1 : numerals[0]) * 100 + value(of: Array(numerals[(hundred + 1)...]))
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { Array($0.utf8) }
  private static let hundred = Array("百".utf8)

  private func numerals(at start: Int) -> (values: [Int], end: Int)? {
    var values: [Int] = []
    var end = start
    while values.count < 5, let (value, next) = numeral(at: end) {
      values.append(value)
      end = next
    }
    return values.isEmpty ? nil : (values, end)
  }

  private func numeral(at index: Int) -> (value: Int, end: Int)? {
    for (value, text) in Self.digits.enumerated() { if let end = after(text, at: index) { return (value, end) } }
    return after(Self.hundred, at: index).map { (100, $0) }
  }

  /// Up to 三十一: a ten may stand between tens and ones, or lead.
  private static func value(of numerals: [Int]) -> Int {
    guard let ten = numerals.firstIndex(of: 10) else { return numerals.reduce(0) { $0 * 10 + $1 } }
    let tens = ten == 0 ? 1 : numerals[..<ten].reduce(0) { $0 * 10 + $1 }
    return tens * 10 + numerals[(ten + 1)...].reduce(0) { $0 * 10 + $1 }
  }
}
