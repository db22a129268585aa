import NewsModel

/// One pass over a range for all figures.
struct FigurePass {
  /// More figures than these are a table.
  private static let limit = 64

  private let scan: QuantityScan
  private let clauses: [Int]
  private var clause = 0
  private var surroundings: FigureSurroundings
  /// The currency that 元 stands for, once a word before a number has named it: 新台币45亿元.
  private var currencyOfYuan: String?
  private var found: [FoundFigure] = []

  private init(_ scan: QuantityScan) {
    self.scan = scan
    clauses = Clauses(scan.bytes, scan.range).ends
    surroundings = FigureSurroundings(scan: scan, clauseStart: scan.range.lowerBound, lastEnd: scan.range.lowerBound)
  }

  static func figures(in bytes: [UInt8], _ range: Range<Int>, _ words: FigureWords) -> [FoundFigure] {
    var pass = FigurePass(QuantityScan(bytes, range, words))
    var index = range.lowerBound
    while pass.found.count < limit {
      index = pass.scan.nextCandidate(from: index)
      guard index < range.upperBound else { break }
      index = pass.step(at: index)
    }
    return pass.found
  }

  /// Reads what begins at a place, and returns where to go on.
  private mutating func step(at index: Int) -> Int {
    let byte = scan.bytes[index]
    if byte == UInt8(ascii: "("), let end = scan.endOfQuotes(at: index) { return end }
    if byte.isDigit {
      guard scan.mayBegin(at: index) else { return scan.numbers.endOfToken(at: index) }
    } else if byte &- UInt8(ascii: "a") < 26 {
      // A word: `two million`, or none that counts.
      guard !scan.numbers.beginsWithWord(at: index) else {
        return take(at: index, orGoOn: scan.numbers.endOfToken(at: index))
      }
      return scan.numbers.endOfWord(at: index)
    } else {
      guard let scalar = NumeralSign.scalar(scan.bytes, index, scan.range.upperBound), NumeralSign(scalar) != nil else {
        return index + (byte >= 0xE0 ? 3 : 1)
      }
    }
    return take(at: index, orGoOn: byte.isDigit ? scan.numbers.endOfToken(at: index) : index + 3)
  }

  private mutating func take(at index: Int, orGoOn next: Int) -> Int {
    while clause + 1 < clauses.count, clauses[clause] <= index {
      surroundings.clauseStart = clauses[clause]
      clause += 1
    }
    return scan.quantity(at: index).map { take($0) } ?? next
  }

  private mutating func take(_ quantity: Quantity) -> Int {
    let first = withoutForeignSign(quantity)
    // Most numbers of a text are part of a word or a date.
    guard first.unit != nil || first.sign != nil || first.number.magnitude >= 1e4 || scan.mayJoin(first.end) else {
      return first.number.end
    }
    surroundings.look(before: first.start)
    let former = surroundings.isFormer(first.start)
    let merged = former ? first : scan.range(from: first, isBetween: surroundings.isBetween(first.start)) ?? first
    if isDividendCount(merged) || isBonusCount(merged) { return max(merged.number.end, first.number.end) }
    guard let measure = measure(of: merged) else { return max(first.number.end, merged.number.end) }
    var figure = FoundFigure(
      range: merged.start..<merged.end, clause: clause, low: merged.number.low, high: merged.number.high,
      measure: measure.measure, word: measure.word, isFormer: former)
    figure.low *= measure.factor
    figure.high *= measure.factor
    if merged.isNegative || (measure.isChange && !merged.isSigned && surroundings.isFall(merged)) {
      (figure.low, figure.high) = (-figure.low, -figure.high)
    }
    figure.range = merged.start..<max(merged.end, measure.end)
    figure.isSum = surroundings.isSum(merged.start)
    figure.isHoldersStake = merged.isPercent && surroundings.isHoldersStake(merged.end)
    found.append(figure)
    surroundings.lastEnd = figure.range.upperBound
    return figure.range.upperBound
  }

  /// 3亿美元2028年到期: the word of money belongs to the figure before.
  private func withoutForeignSign(_ quantity: Quantity) -> Quantity {
    guard quantity.sign != nil, quantity.start < surroundings.lastEnd else { return quantity }
    var result = quantity
    (result.sign, result.start) = (nil, quantity.digits)
    return result
  }

  /// The 10 of 10派3元 and the numbers of 送 and 转.
  private func isDividendCount(_ quantity: Quantity) -> Bool {
    var place = quantity.number.end
    if NumeralSign.scalar(scan.bytes, place, scan.range.upperBound) == 0x80A1 { place += 3 }  // 股
    switch NumeralSign.scalar(scan.bytes, place, scan.range.upperBound) {
    case 0x6D3E, 0x9001, 0x8F6C: return quantity.sign == nil  // 派 送 转
    default: return false
    }
  }

  /// The 4股 of 转增4股 and 送红股3股.
  private func isBonusCount(_ quantity: Quantity) -> Bool {
    guard case .shares? = quantity.unit, quantity.number.magnitude == 1, quantity.number.high < 100 else {
      return false
    }
    var place = quantity.start - 3
    for _ in 0..<3 {
      guard let scalar = NumeralSign.scalar(scan.bytes, place, quantity.start) else { return false }
      if scalar == 0x8F6C || scalar == 0x9001 { return true }  // 转 送
      place -= 3
    }
    return false
  }
}

// MARK: - What a quantity measures

extension FigurePass {
  private struct Measured {
    var measure: Figure.Measure
    var factor = 1.0
    /// Whether it may have the sign of a change.
    var isChange = false
    /// Where the words that tell it end.
    var end = 0
    /// The text's own word for the unit.
    var word: Range<Int>?
  }

  private mutating func measure(of quantity: Quantity) -> Measured? {
    switch quantity.unit {
    case .percent: return Measured(measure: .percent, isChange: true)
    case .points: return Measured(measure: .percentagePoints, isChange: true)
    case .basisPoints:
      return Measured(measure: .amount(.other(basisPoints(quantity))), isChange: true)
    case .shares:
      return Measured(measure: .amount(.shares))
    case .sharesOrMoney:
      guard quantity.number.magnitude > 1 || quantity.number.low < 100_000 && quantity.number.low >= 1_000 else {
        return nil
      }
      let isMoney = surroundings.has(.money)
      return isMoney ? money("CNY", quantity, 1) : Measured(measure: .amount(.shares))
    case .counted:
      guard quantity.sign == nil else { return money(nil, quantity, 1) }
      return quantity.word.map {
        Measured(
          measure: .amount(.other(String(decoding: scan.bytes[$0], as: UTF8.self))),
          word: scan.bytes[$0.lowerBound] < 0x80 ? $0 : nil)
      }
    case .cents(let code): return money(code, quantity, 0.01)
    case .currency(let code): return money(code, quantity, 1)
    case .none?: return nil
    case nil:
      if quantity.sign != nil { return money(nil, quantity, 1) }
      return isMoneyWithoutUnit(quantity) ? money("CNY", quantity, 1) : nil
    }
  }

  private func basisPoints(_ quantity: Quantity) -> String {
    guard let word = quantity.word else { return "bp" }
    return scan.bytes[word.lowerBound] < 0x80 ? "bp" : "基点"
  }

  /// Money, as a total or as a price.
  private mutating func money(_ code: String?, _ quantity: Quantity, _ factor: Double) -> Measured? {
    var currency = code ?? quantity.sign ?? "CNY"
    if code == "CNY" || code == nil, let sign = quantity.sign {
      currency = sign
      if code == "CNY", sign != "CNY" { currencyOfYuan = sign }
    } else if code == "CNY", let other = currencyOfYuan, quantity.word.map({ $0.count == 3 }) ?? false {
      currency = other
    }
    if let (per, end) = scan.perBehind(quantity.end) {
      return Measured(measure: .amount(.price(currency: currency, per: per)), factor: factor, end: end)
    }
    let before = surroundings.perBefore(quantity.start)
    if let before, before.isNear {
      return Measured(measure: .amount(.price(currency: currency, per: before.per)), factor: factor)
    }
    guard quantity.number.magnitude == 1, quantity.number.high < 1_000_000 else {
      return Measured(measure: .amount(.currency(currency)), factor: factor)
    }
    if surroundings.isTenSharesDividend(quantity.start) {
      return Measured(measure: .amount(.price(currency: currency, per: "share")), factor: factor / 10)
    }
    if let before { return Measured(measure: .amount(.price(currency: currency, per: before.per)), factor: factor) }
    if isShares(quantity, currency, factor) {
      return Measured(measure: .amount(.price(currency: currency, per: "share")), factor: factor)
    }
    return Measured(measure: .amount(.currency(currency)), factor: factor)
  }

  /// Whether a small sum is the price of a share, or what is paid for one.
  private func isShares(_ quantity: Quantity, _ currency: String, _ factor: Double) -> Bool {
    let sum = quantity.number.high * factor
    if surroundings.before.contains(where: { $0.role == .price }) { return true }
    if surroundings.isQuoted(quantity.start) { return true }
    guard sum < Self.dearestShare else { return false }
    if surroundings.before.contains(where: { $0.role == .dividend }) { return true }
    // `$17 a share, above the $14-$16 range`: beside the price of a share another one of its size.
    let price = Figure.Measure.amount(.price(currency: currency, per: "share"))
    let isLikeAnother = found.contains { $0.measure == price && $0.high / 4 <= sum && sum <= $0.high * 4 }
    return isLikeAnother || isEnglishCents(quantity)
  }

  private static let dearestShare = 1_000.0

  /// `bid of 230 pence`, `beats by 2 cents`: but for goods, cents are for a share.
  private func isEnglishCents(_ quantity: Quantity) -> Bool {
    guard case .cents? = quantity.unit, let word = quantity.word, scan.bytes[word.lowerBound] < 0x80 else {
      return false
    }
    return !surroundings.before.contains { $0.role == .goods }
  }

  /// 亿 and 万 without a unit are yuan behind or before a word of money; 亿 also elsewhere, but not of users and the like.
  private func isMoneyWithoutUnit(_ quantity: Quantity) -> Bool {
    guard quantity.number.magnitude >= 1e4, isChineseMagnitude(quantity.number) else { return false }
    // The 亿元 of 亿元大单.
    if quantity.number.isBare, quantity.number.end - quantity.start <= 3 { return false }
    if quantity.end < scan.range.upperBound, scan.bytes[quantity.end].isWordByte { return false }
    if surroundings.has(.count) { return false }
    if quantity.number.magnitude >= 1e8, !quantity.number.isBare { return true }
    if surroundings.has(.money) || surroundings.has(.total) { return true }
    let behind = quantity.end..<min(quantity.end + 15, scan.range.upperBound)
    return scan.words.context(in: scan.bytes, behind).first.map {
      $0.role == .money && $0.range.lowerBound - quantity.end <= 3
    }
      ?? false
  }

  private func isChineseMagnitude(_ number: ScannedNumber) -> Bool {
    number.end > 0 && scan.bytes[number.end - 1] >= 0x80
  }
}
