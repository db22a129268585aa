import ArticleFields
import NewsModel
import TextScanning
import WebAddresses

/// The day that an address names: `/n1/2024/0105/c1004-1.html`, `/2024/01/05/`, `/a/2024-01-05/1.shtml`, `t20240105_12.html`.
enum AddressDate {
  /// The day, where it lies between 1995 and a day after the present.
  static func find(in address: String, _ context: ParsingContext) -> Timestamp? {
    let address = WebAddress(address)
    guard address.authority != nil else { return nil }
    let numbers = Self.numbers(in: Array(address.bytes[address.path]))
    for index in numbers.indices {
      guard let time = day(numbers[index...]), time.isValid, (1995...2199).contains(time.year) else { continue }
      let moment = time.timestamp(in: context.zone)
      if moment <= context.now + 86_400 { return moment }
    }
    return nil
  }

  private static let slash = UInt8(ascii: "/")

  /// A run of digits, and whether the next one follows behind a single mark.
  private struct Number {
    var digits: ArraySlice<UInt8>
    var joins = false

    func value(_ range: Range<Int>) -> Int {
      digits.dropFirst(range.lowerBound).prefix(range.count).reduce(0) { $0 * 10 + Int($1 & 15) }
    }

    var whole: Int { value(0..<digits.count) }
  }

  private static func numbers(in path: [UInt8]) -> [Number] {
    var numbers: [Number] = []
    var index = 0
    while index < path.count, numbers.count < 24 {
      guard path[index].isDigit else {
        index += 1
        continue
      }
      let end = path[index...].firstIndex { !$0.isDigit } ?? path.count
      let isMark = end + 1 < path.count && [slash, UInt8(ascii: "-"), UInt8(ascii: "_")].contains(path[end])
      numbers.append(Number(digits: path[index..<end], joins: isMark && path[end + 1].isDigit))
      index = end
    }
    return numbers
  }

  private static func day(_ numbers: ArraySlice<Number>) -> CivilTime? {
    guard let first = numbers.first else { return nil }
    let second = first.joins ? numbers.dropFirst().first : nil
    let third = second?.joins ?? false ? numbers.dropFirst(2).first : nil
    switch first.digits.count {
    case 4:
      if let second, second.digits.count == 4 {
        return CivilTime(year: first.whole, month: second.value(0..<2), day: second.value(2..<4))
      }
      guard let second, let third, second.digits.count <= 2, third.digits.count <= 2 else { return nil }
      return CivilTime(year: first.whole, month: second.whole, day: third.whole)
    case 6:
      guard let second, second.digits.count == 2 else { return nil }
      return CivilTime(year: first.value(0..<4), month: first.value(4..<6), day: second.whole)
    case 8: return CivilTime(year: first.value(0..<4), month: first.value(4..<6), day: first.value(6..<8))
    default: return nil
    }
  }
}
