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
    var index = 0
    while index < bytes.count {
      guard bytes[index].isWordByte else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, bytes[end].isWordByte { end += 1 }
      if end - index <= 8, let mention = mention(index..<end) { mentions.append(mention) }
      index = end
    }
    return mentions
  }

  private func mention(_ run: Range<Int>) -> Mention? {
    let digits = bytes[run].count { $0 < 0x40 }
    if digits == run.count { return number(run, exchanges(beside: run)) }
    if digits == run.count - 2, let exchanges = Self.prefixes[String(decoding: bytes[run.prefix(2)], as: UTF8.self)] {
      return number(run.dropFirst(2), exchanges)
    }
    return run.count <= 5 ? ticker(run) : nil
  }

  private static let mainland: Set<StockExchange> = [.shanghai, .shenzhen, .beijing]
  private static let prefixes: [String: Set<StockExchange>] = [
    "sh": [.shanghai], "sz": [.shenzhen], "bj": [.beijing], "hk": [.hongKong],
  ]
  private static let suffixes: [String: Set<StockExchange>] = [
    "sh": [.shanghai], "ss": [.shanghai], "xshg": [.shanghai], "sz": [.shenzhen], "xshe": [.shenzhen], "bj": [.beijing],
    "hk": [.hongKong],
  ]
}

// MARK: - Numbers

extension CompanyCodes {
  /// The exchanges that the letters before or behind a number name: `sh:`, `hk.`, `.ss`.
  private func exchanges(beside run: Range<Int>) -> Set<StockExchange>? {
    if let word = word(behind: run.upperBound, "."), let exchanges = Self.suffixes[word] { return exchanges }
    let separator = run.lowerBound - 1
    guard separator >= 2, ":. ".utf8.contains(bytes[separator]) else { return nil }
    let start = separator - 2
    guard start == 0 || !bytes[start - 1].isWordByte else { return nil }
    return Self.prefixes[String(decoding: bytes[start..<separator], as: UTF8.self)]
  }

  private func word(behind index: Int, _ separator: Unicode.Scalar) -> String? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: separator) else { return nil }
    var end = index + 1
    while end < bytes.count, end < index + 6, bytes[end].isWordByte { end += 1 }
    guard end == bytes.count || !bytes[end].isWordByte else { return nil }
    return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
  }

  private func number(_ run: Range<Int>, _ exchanges: Set<StockExchange>?) -> Mention? {
    if run.count == 6 {
      guard exchanges != nil || isBracketed(run) || isCalledCode(run) else { return nil }
      return mention(bytes[run], run, exchanges ?? Self.mainland)
    }
    guard run.count <= 5 else { return nil }
    let code = Array(repeating: UInt8(ascii: "0"), count: 5 - run.count) + bytes[run]
    if let exchanges { return exchanges == [.hongKong] ? mention(code[...], run, exchanges) : nil }
    guard run.count >= 4, bytes[run.lowerBound] == UInt8(ascii: "0") || run.count == 5,
      isBracketed(run) || isCalledCode(run)
    else { return nil }
    var mention = mention(code[...], run, [.hongKong])
    mention?.needsName = bytes[run.lowerBound] != UInt8(ascii: "0")
    return mention
  }

  private func mention(_ code: ArraySlice<UInt8>, _ range: Range<Int>, _ exchanges: Set<StockExchange>) -> Mention? {
    guard let (company, exchange) = table.company(code: code), exchanges.contains(exchange) else { return nil }
    return Mention(
      company: company, listing: Listing(code: String(decoding: code, as: UTF8.self), exchange: exchange), range: range)
  }

  /// `(600519)`, `(600519,股吧)`, `[600519]`, `(600519/sh)`.
  private func isBracketed(_ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0, run.upperBound < bytes.count else { return false }
    return "([".utf8.contains(bytes[run.lowerBound - 1]) && ")],;/ ".utf8.contains(bytes[run.upperBound])
  }

  /// `代码600519`, `代码:600519`.
  private func isCalledCode(_ run: Range<Int>) -> Bool {
    var start = run.lowerBound
    while start > 0, start > run.lowerBound - 3, ": ".utf8.contains(bytes[start - 1]) { start -= 1 }
    return bytes.stands("代码", before: start)
  }
}

// MARK: - Tickers

extension CompanyCodes {
  private static let american: Set<StockExchange> = [.nasdaq, .newYork, .american]

  /// `$AAPL`, `NASDAQ:AAPL`, `(AAPL.O)`, `AAPL.US`, and `(AAPL)` behind the company's name.
  private func ticker(_ run: Range<Int>) -> Mention? {
    let code = bytes[run].map { $0 &- UInt8(ascii: "a") < 26 ? $0 & 0xDF : $0 }
    guard code[0] >= 0x41, let (company, exchange) = table.company(code: code), Self.american.contains(exchange) else {
      return nil
    }
    let isNamed =
      isBehindDollar(run) || isBehindExchange(run)
      || word(behind: run.upperBound, ".").map { ["o", "n", "us", "oq", "k", "a"].contains($0) } == true
        && (word(behind: run.upperBound, ".") == "us" || isAfterBracket(run))
    guard isNamed || isBracketed(run) else { return nil }
    let listing = Listing(code: String(decoding: code, as: UTF8.self), exchange: exchange)
    return Mention(company: company, listing: listing, range: run, needsName: !isNamed)
  }

  private func isBehindDollar(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && bytes[run.lowerBound - 1] == UInt8(ascii: "$")
  }

  private func isAfterBracket(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && bytes[run.lowerBound - 1] == UInt8(ascii: "(")
  }

  private static let exchangeNames: [StaticString] = [
    "nasdaq", "nyse", "amex", "nasdaqgs", "nasdaqgm", "nasdaqcm", "us", "纳斯达克", "纽交所", "美股代码", "股票代码",
  ]

  private func isBehindExchange(_ run: Range<Int>) -> Bool {
    var start = run.lowerBound
    while start > 0, start > run.lowerBound - 2, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start > 0, ":.".utf8.contains(bytes[start - 1]) else { return false }
    start -= 1
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return Self.exchangeNames.contains { bytes.stands($0, before: start) }
  }
}
