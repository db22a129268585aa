import NewsModel

/// Finds the codes of listings in a text, in the forms in which the press and data vendors write them.
///
/// Six digits alone are no code: they need an exchange (`sh600519`, `600519.SS`), brackets, or the word for a code before them.
struct CompanyCodes {
  /// A listing that a text names by its code.
  struct Mention {
    var company: CompanyTable.Company
    var listing: Listing
    var range: Range<Int>
    /// Brackets alone say that this is a code: it counts behind the company's name only.
    var needsName = false
  }

  let table: CompanyTable
  let bytes: [UInt8]

  /// All codes, by their places. Linear: no run of letters or digits is read twice.
  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index].isWordByte else {
          // Past an ideograph at once.
          index &+= bytes[index] >= 0xE0 ? 3 : 1
          continue
        }
        let start = index
        var digits = 0
        while index < bytes.count, bytes[index].isWordByte {
          if bytes[index] < 0x40 { digits &+= 1 }
          index &+= 1
        }
        guard index - start <= 8, Self.mayBeCode(bytes, start..<index, digits) else { continue }
        if let mention = mention(start..<index, digits) { mentions.append(mention) }
      }
    }
    return mentions
  }

  /// Whether the signs beside a run of letters and digits, or the letters of an exchange in it, allow a code: a first look.
  @inline(__always)
  private static func mayBeCode(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, _ digits: Int) -> Bool {
    if digits >= 3, digits == run.count &- 2 { return true }
    if run.upperBound < bytes.count, bytes[run.upperBound] == UInt8(ascii: ".") { return true }
    guard run.lowerBound > 0 else { return true }
    switch bytes[run.lowerBound &- 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: " "),
      UInt8(ascii: "$"):
      return true
    // The last byte of 代码.
    case 0x81: return true
    default: return false
    }
  }

  private func mention(_ run: Range<Int>, _ digits: Int) -> Mention? {
    if digits == run.count { return digits <= 6 ? number(run, exchanges(beside: run)) : nil }
    if digits >= 3, digits == run.count - 2, let exchanges = Self.exchanges(before: bytes[run.prefix(2)]) {
      return number(run.dropFirst(2), exchanges)
    }
    return run.count <= 5 ? ticker(run) : nil
  }
}

/// Exchanges that a code may belong to.
private struct Exchanges: OptionSet {
  let rawValue: UInt8

  static let shanghai = Exchanges(rawValue: 1)
  static let shenzhen = Exchanges(rawValue: 2)
  static let beijing = Exchanges(rawValue: 4)
  static let hongKong = Exchanges(rawValue: 8)
  static let american = Exchanges(rawValue: 16)
  static let mainland: Exchanges = [.shanghai, .shenzhen, .beijing]

  func holds(_ exchange: StockExchange) -> Bool {
    switch exchange {
    case .shanghai: contains(.shanghai)
    case .shenzhen: contains(.shenzhen)
    case .beijing: contains(.beijing)
    case .hongKong: contains(.hongKong)
    case .nasdaq, .newYork, .american: contains(.american)
    case .none: false
    }
  }
}

// MARK: - Numbers

extension CompanyCodes {
  /// The exchanges that the letters before or behind a number name: `sh:`, `hk.`, `.ss`.
  private func exchanges(beside run: Range<Int>) -> Exchanges? {
    if let word = word(behind: run.upperBound), let exchanges = Self.exchanges(behind: bytes[word]) { return exchanges }
    let separator = run.lowerBound - 1
    guard separator >= 2, bytes[separator].isOne(of: run.count >= 5 ? ":. " : ":.") else { return nil }
    let start = separator - 2
    guard start == 0 || !bytes[start - 1].isWordByte else { return nil }
    return Self.exchanges(before: bytes[start..<separator])
  }

  private static func exchanges(before letters: ArraySlice<UInt8>) -> Exchanges? {
    if letters.elementsEqual("sh".utf8) { return .shanghai }
    if letters.elementsEqual("sz".utf8) { return .shenzhen }
    if letters.elementsEqual("bj".utf8) { return .beijing }
    return letters.elementsEqual("hk".utf8) ? .hongKong : nil
  }

  private static func exchanges(behind letters: ArraySlice<UInt8>) -> Exchanges? {
    if letters.elementsEqual("ss".utf8) || letters.elementsEqual("xshg".utf8) { return .shanghai }
    return letters.elementsEqual("xshe".utf8) ? .shenzhen : exchanges(before: letters)
  }

  /// The letters behind a dot at `index`, as in `.hk`.
  private func word(behind index: Int) -> Range<Int>? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") else { return nil }
    var end = index + 1
    while end < bytes.count, end < index + 6, bytes[end].isWordByte { end += 1 }
    return end == bytes.count || !bytes[end].isWordByte ? (index + 1)..<end : nil
  }

  private func number(_ run: Range<Int>, _ exchanges: Exchanges?) -> Mention? {
    if run.count == 6 {
      guard exchanges != nil || isBracketed(run) || isCalledCode(run) else { return nil }
      return mention(bytes[run], run, exchanges ?? .mainland)
    }
    guard run.count <= 5, exchanges == .hongKong || exchanges == nil && run.count >= 4 else { return nil }
    let begins = bytes[run.lowerBound] == UInt8(ascii: "0")
    guard exchanges != nil || (begins || run.count == 5) && (isBracketed(run) || isCalledCode(run)) else { return nil }
    let code = Array(repeating: UInt8(ascii: "0"), count: 5 - run.count) + bytes[run]
    var mention = mention(code[...], run, .hongKong)
    // `(12345)` may count anything.
    mention?.needsName = exchanges == nil && !begins
    return mention
  }

  private func mention(_ code: ArraySlice<UInt8>, _ range: Range<Int>, _ exchanges: Exchanges) -> Mention? {
    guard let (company, exchange) = table.company(code: code), exchanges.holds(exchange) else { return nil }
    return Mention(
      company: company, listing: Listing(code: String(decoding: code, as: UTF8.self), exchange: exchange), range: range)
  }

  /// `(600519)`, `(600519,股吧)`, `[600519]`, `(600519 sh)`; but `(0900 gmt)` is a time.
  private func isBracketed(_ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0, run.upperBound < bytes.count else { return false }
    return bytes[run.lowerBound - 1].isOne(of: "([")
      && bytes[run.upperBound].isOne(of: run.count == 6 ? ")],;/ " : ")],;/")
  }

  /// `代码600519`, `代码:600519`.
  private func isCalledCode(_ run: Range<Int>) -> Bool {
    var start = run.lowerBound
    while start > 0, start > run.lowerBound - 3, bytes[start - 1].isOne(of: ": ") { start -= 1 }
    return bytes.stands("代码", before: start)
  }
}

// MARK: - Tickers

extension CompanyCodes {
  /// `$AAPL`, `NASDAQ:AAPL`, `(AAPL.O)`, `AAPL.US`, and `(AAPL)` behind the company's name.
  private func ticker(_ run: Range<Int>) -> Mention? {
    guard let isNamed = isNamed(run) else { return nil }
    let code = bytes[run].map { $0 &- UInt8(ascii: "a") < 26 ? $0 & 0xDF : $0 }
    guard code[0] >= 0x41 else { return nil }
    var mention = mention(code[...], run, .american)
    mention?.needsName = !isNamed
    return mention
  }

  /// Whether what stands beside a word says that it is a ticker; nil where nothing does.
  private func isNamed(_ run: Range<Int>) -> Bool? {
    guard run.lowerBound > 0 else { return isAmerican(run) ? true : nil }
    switch bytes[run.lowerBound - 1] {
    case UInt8(ascii: "$"): return true
    case UInt8(ascii: "("), UInt8(ascii: "["):
      if let word = word(behind: run.upperBound), isSuffix(bytes[word]), word.upperBound < bytes.count,
        bytes[word.upperBound].isOne(of: "),; ")
      {
        return true
      }
      return isBracketed(run) ? false : nil
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: " "):
      return isBehindExchange(run) || isAmerican(run) ? true : nil
    default: return isAmerican(run) ? true : nil
    }
  }

  private func isAmerican(_ run: Range<Int>) -> Bool {
    word(behind: run.upperBound).map { bytes[$0].elementsEqual("us".utf8) } == true
  }

  /// `.O` for Nasdaq, `.N` for New York, `.A` for American, as Reuters has them.
  private func isSuffix(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count == 1 && letters.first.map { $0.isOne(of: "onak") } == true
      || letters.elementsEqual("us".utf8) || letters.elementsEqual("oq".utf8)
  }

  private static let exchangeNames: [StaticString] = [
    "nasdaq", "nyse", "amex", "nasdaqgs", "nasdaqgm", "nasdaqcm", "us", "纳斯达克", "纽交所", "美股代码", "股票代码",
  ]

  private func isBehindExchange(_ run: Range<Int>) -> Bool {
    var start = run.lowerBound
    while start > 0, start > run.lowerBound - 2, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start > 0, bytes[start - 1].isOne(of: ":.") else { return false }
    start -= 1
    if start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return Self.exchangeNames.contains { bytes.stands($0, before: start) }
  }
}

extension UInt8 {
  @inline(__always)
  fileprivate func isOne(of signs: StaticString) -> Bool {
    signs.withUTF8Buffer { signs in signs.contains(self) }
  }
}
