// Dates in Chinese numerals: 二〇二二年六月十五日.
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

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { Array($0.utf8) }

  private func numerals(at start: Int) -> (values: [Int], end: Int)? {
    var values: [Int] = []
    var end = start
    while values.count < 5,
      let (value, next) = Self.digits.enumerated().lazy.compactMap({ value, text in
        after(text, at: end).map { (value, $0) }
      }).first
    {
      values.append(value)
      end = next
    }
    return values.isEmpty ? nil : (values, end)
  }

  /// Up to 三十一: a ten may stand between tens and ones, or lead.
  private static func value(of numerals: [Int]) -> Int {
    guard let ten = numerals.firstIndex(of: 10) else { return numerals.reduce(0) { $0 * 10 + $1 } }
    let tens = ten == 0 ? 1 : numerals[..<ten].reduce(0) { $0 * 10 + $1 }
    return tens * 10 + numerals[(ten + 1)...].reduce(0) { $0 * 10 + $1 }
  }
}
