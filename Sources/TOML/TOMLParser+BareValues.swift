extension TOMLParser {
  /// A value without quotation marks: `true` or `false`, a number, a date or a time.
  mutating func parseBareValue() -> TOMLNode? {
    let place = cursor.place
    var token = cursor.skip { !$0.endsBareValue }
    // A blank may stand between a date and a time.
    if token.count == 10, Moment(token).isWhole, cursor.sees(" "), let digit = cursor.byte(ahead: 1), digit.isDigit {
      cursor.advance()
      cursor.skip { !$0.endsBareValue }
      token = cursor.bytes[token.startIndex..<cursor.position]
    }
    do {
      return try TOMLParser.node(token)
    } catch {
      report(error, at: place)
      return nil
    }
  }

  private static func node(_ token: ArraySlice<UInt8>) throws(TOMLMistake.Kind) -> TOMLNode {
    guard let first = token.first else { throw .valueMissing }
    let text = String(decoding: token, as: UTF8.self)
    if text == "true" || text == "false" { return .flag(text == "true") }
    if let (found, meant) = lookalike(in: token) { throw .lookalike(found, instead: meant) }
    let unsigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? token.dropFirst() : token
    if unsigned.elementsEqual("inf".utf8) || unsigned.elementsEqual("nan".utf8) { return .fraction(text) }
    guard unsigned.first?.isDigit == true else { throw .badValue(String(excerpt: token)) }
    if Moment.resembles(token) {
      guard Moment(token).isWhole else { throw .badMoment(String(excerpt: token)) }
      return .moment(text)
    }
    return try number(token, unsigned: unsigned)
  }

  // MARK: - Numbers

  private static func number(
    _ token: ArraySlice<UInt8>, unsigned: ArraySlice<UInt8>
  ) throws(TOMLMistake.Kind) -> TOMLNode {
    if token.first == UInt8(ascii: "0"), let radix = token.dropFirst().first?.radix {
      return try integer(token.dropFirst(2), sign: "", radix: radix, token)
    }
    let end = unsigned.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? unsigned.endIndex
    let parts = unsigned[..<end].split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let exponent = unsigned[end...].dropFirst()
    let hasSign = exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-")
    let startsWithZero = parts[0].first == UInt8(ascii: "0") && parts[0].count > 1
    guard !startsWithZero, parts.allSatisfy({ areDigits($0, radix: 10) }),
      end == unsigned.endIndex || areDigits(hasSign ? exponent.dropFirst() : exponent, radix: 10)
    else { throw .badNumber(String(excerpt: token)) }
    guard parts.count == 1, end == unsigned.endIndex else { return .fraction(String(decoding: token, as: UTF8.self)) }
    return try integer(unsigned, sign: token.first == UInt8(ascii: "-") ? "-" : "", radix: 10, token)
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, sign: String, radix: Int, _ token: ArraySlice<UInt8>
  ) throws(TOMLMistake.Kind) -> TOMLNode {
    guard areDigits(digits, radix: radix) else { throw .badNumber(String(excerpt: token)) }
    let plain = sign + String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let number = Int(plain, radix: radix) else { throw .numberTooLarge(String(excerpt: token)) }
    return .number(number)
  }

  /// Whether these are digits, with single underscores between them at most.
  private static func areDigits(_ bytes: ArraySlice<UInt8>, radix: Int) -> Bool {
    bytes.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { group in
      !group.isEmpty && group.allSatisfy { Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } ?? false }
    }
  }
}

extension UInt8 {
  /// What the sign behind the zero in `0x1F` stands for.
  fileprivate var radix: Int? {
    switch self {
    case "x": 16
    case "o": 8
    case "b": 2
    default: nil
    }
  }
}

/// A date, a time or both, in the notation of RFC 3339.
private struct Moment {
  /// Whether the text is one from its first byte to its last.
  private(set) var isWhole = false
  private var rest: ArraySlice<UInt8>

  init(_ token: ArraySlice<UInt8>) {
    rest = token
    isWhole = readWhole()
  }

  /// Whether a text is meant as one: `2024-…` or `07:…`.
  static func resembles(_ token: ArraySlice<UInt8>) -> Bool {
    let digits = token.prefix { $0.isDigit }.count
    guard let next = token.dropFirst(digits).first else { return false }
    return digits == 4 && next == UInt8(ascii: "-") || digits == 2 && next == UInt8(ascii: ":")
  }

  private mutating func readWhole() -> Bool {
    guard rest.dropFirst(4).first == UInt8(ascii: "-") else { return readTime() && rest.isEmpty }
    guard readDate() else { return false }
    if rest.isEmpty { return true }
    guard takes("T") || takes("t") || takes(" "), readTime() else { return false }
    return rest.isEmpty || readOffset() && rest.isEmpty
  }

  private mutating func readDate() -> Bool {
    guard let year = number(digits: 4), takes("-"), let month = number(digits: 2), (1...12).contains(month), takes("-"),
      let day = number(digits: 2), day >= 1
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let february = isLeapYear ? 29 : 28
    return day <= [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private mutating func readTime() -> Bool {
    // A minute may have a leap second.
    guard readClock(), takes(":"), let second = number(digits: 2), second <= 60 else { return false }
    guard takes(".") else { return true }
    let digits = rest.prefix { $0.isDigit }.count
    rest = rest.dropFirst(digits)
    return digits > 0
  }

  private mutating func readClock() -> Bool {
    guard let hour = number(digits: 2), hour < 24, takes(":"), let minute = number(digits: 2) else { return false }
    return minute < 60
  }

  private mutating func readOffset() -> Bool {
    if takes("Z") || takes("z") { return true }
    return (takes("+") || takes("-")) && readClock()
  }

  private mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, sign ~= byte else { return false }
    rest = rest.dropFirst()
    return true
  }
}
