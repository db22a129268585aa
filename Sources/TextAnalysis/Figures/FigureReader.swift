package import NewsModel

/// Reads the numbers of a text that have a unit: money, shares, what else is counted, prices and percentages; Chinese and English.
///
/// Linear: each number looks at most some 60 bytes back. What counts as a figure, `Tests/TextAnalysisTests/Fixtures/figures.tsv` says.
package struct FigureReader: Sendable {
  /// How far words before a number tell something of it.
  static let reach = 66

  let words: FigureWords

  package init() { words = .shipped }

  /// The figures of the title and of the beginning of the text, in their order.
  ///
  /// - Parameter limit: how many bytes of the text are read.
  package func figures(in text: AnalysedText, limit: Int = 1_200) -> [Figure] {
    let lead = text.text.lowerBound..<min(text.text.lowerBound + limit, text.text.upperBound)
    return (figures(in: text.bytes, text.title) + figures(in: text.bytes, lead)).map {
      Figure(range: $0.bounds, measure: $0.measure(in: text), quote: text.quote($0.range))
    }
  }

  /// The amount that a title speaks of, as that of an event is chosen; nil where it has none.
  package func mainAmount(ofTitle text: AnalysedText) -> Amount? {
    figures(in: text.bytes, text.title).mainAmount()?.amount(in: text)
  }

  func figures(in bytes: [UInt8], _ range: Range<Int>) -> [FoundFigure] {
    guard range.count < 64 << 10, range.lowerBound >= 0, range.upperBound <= bytes.count else { return [] }
    var pass = FigurePass(bytes, range, words)
    return pass.read()
  }
}

/// One pass over a range.
private struct FigurePass {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let words: FigureWords
  private let numbers: NumberScan
  private let clauses: [Int]
  private var clause = 0
  private var lastEnd: Int
  /// The currency that 元 stands for, once a word before a number has named it: 新台币45亿元.
  private var currencyOfYuan: String?
  private var found: [FoundFigure] = []

  init(_ bytes: [UInt8], _ range: Range<Int>, _ words: FigureWords) {
    self.bytes = bytes
    self.range = range
    self.words = words
    numbers = NumberScan(bytes: bytes, limit: range.upperBound, words: words)
    clauses = Clauses(bytes, range).ends
    lastEnd = range.lowerBound
  }

  mutating func read() -> [FoundFigure] {
    var index = range.lowerBound
    while index < range.upperBound, found.count < 64 {
      index = step(at: index)
    }
    return found
  }

  /// Reads what begins at a place, and returns where to go on.
  private mutating func step(at index: Int) -> Int {
    let byte = bytes[index]
    if byte == UInt8(ascii: "("), let end = endOfQuotes(at: index) { return end }
    if byte.isDigit {
      guard mayBegin(at: index) else { return numbers.endOfToken(at: index) }
    } else {
      guard let scalar = NumeralSign.scalar(bytes, index, range.upperBound), NumeralSign(scalar) != nil else {
        return index + 1
      }
    }
    while clause + 1 < clauses.count, clauses[clause] <= index { clause += 1 }
    guard let first = quantity(at: index) else {
      return byte.isDigit ? numbers.endOfToken(at: index) : index + 3
    }
    return take(first)
  }

  /// Prices of a share as portals put them behind a name: (11.47,-0.19,-1.63%).
  private func endOfQuotes(at place: Int) -> Int? {
    var (index, commas) = (place + 1, 0)
    while index < range.upperBound, index - place < 48 {
      switch bytes[index] {
      case UInt8(ascii: ")"): return commas == 2 ? index + 1 : nil
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: " "): break
      case let byte where byte.isDigit: break
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether digits may begin a figure: not in Q3, A350, 5+3, 第3 and 每10股.
  private func mayBegin(at place: Int) -> Bool {
    guard place > range.lowerBound else { return true }
    switch bytes[place - 1] {
    case UInt8(ascii: "+"), UInt8(ascii: "/"): return place < 2 || !bytes[place - 2].isDigit
    case UInt8(ascii: "#"): return false
    case let byte where byte.isWordByte:
      return words.signs.longest(in: bytes, endingAt: place, after: range.lowerBound) != nil
    default: break
    }
    let before = NumeralSign.scalar(bytes, place - 3, range.upperBound)
    return before != 0x7B2C && before != 0x6BCF  // 第 and 每
  }
}

// MARK: - A number with what stands around it

extension FigurePass {
  private struct Quantity {
    var number: ScannedNumber
    var start: Int
    var end: Int
    var sign: String?
    var unit: UnitWord?
    /// The word of the unit.
    var word: Range<Int>?
    var isNegative = false

    var isPercent: Bool { if case .percent? = unit { true } else { false } }
  }

  private func quantity(at place: Int) -> Quantity? {
    guard let number = numbers.number(at: place) else { return nil }
    var result = Quantity(number: number, start: place, end: number.end)
    readSign(&result)
    readUnit(&result)
    return result
  }

  private func readSign(_ quantity: inout Quantity) {
    var start = quantity.start
    if isMinus(at: start - 1) {
      quantity.isNegative = true
      start -= 1
    }
    let end = start > range.lowerBound && bytes[start - 1] == UInt8(ascii: " ") ? start - 1 : start
    if let (code, first) = words.signs.longest(in: bytes, endingAt: end, after: range.lowerBound) {
      quantity.sign = code == "CNY" && bytes[first] == 0xC2 && isJapanese ? "JPY" : code
      start = first
      if isMinus(at: start - 1) {
        quantity.isNegative = true
        start -= 1
      }
    }
    quantity.start = start
  }

  /// A dash that joins nothing before it.
  private func isMinus(at place: Int) -> Bool {
    guard place >= range.lowerBound, bytes[place] == UInt8(ascii: "-") else { return false }
    guard place > range.lowerBound else { return true }
    let before = bytes[place - 1]
    return !before.isWordByte && before != UInt8(ascii: "-") && before != UInt8(ascii: "%")
      && before != UInt8(ascii: ")")
      && before != UInt8(ascii: "+")
  }

  /// Whether ¥ is the yen of Japan.
  private var isJapanese: Bool { words.context(in: bytes, range).contains { $0.role == .japan } }

  private func readUnit(_ quantity: inout Quantity) {
    if quantity.number.isPercent {
      quantity.unit = .percent
      return
    }
    var place = quantity.number.end
    if place < range.upperBound,
      bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "-") && quantity.sign == nil,
      place + 1 < range.upperBound, !bytes[place + 1].isDigit
    {
      place += 1
    }
    if let (unit, end) = words.units.longest(in: bytes, at: place, before: range.upperBound) {
      guard accepts(unit, quantity, behind: place > quantity.number.end) else { return }
      quantity.unit = unit
      quantity.word = place..<end
      quantity.end = end
    } else if quantity.sign == nil, quantity.number.low >= 1_000 || quantity.number.magnitude > 1 {
      readDistantUnit(&quantity)
    }
  }

  /// `250,000 ordinary shares` and `3,000 new jobs`: a word or two may stand between.
  private func readDistantUnit(_ quantity: inout Quantity) {
    var place = quantity.number.end
    for _ in 0..<2 {
      guard place < range.upperBound, bytes[place] == UInt8(ascii: " ") else { return }
      var end = place + 1
      while end < range.upperBound, bytes[end].isWordByte || bytes[end] == UInt8(ascii: "-") { end += 1 }
      guard end > place + 1, end < range.upperBound, bytes[end] == UInt8(ascii: " ") else { return }
      if let (unit, last) = words.units.longest(in: bytes, at: end + 1, before: range.upperBound) {
        switch unit {
        case .shares, .counted:
          guard accepts(unit, quantity, behind: true) else { return }
          (quantity.unit, quantity.word, quantity.end) = (unit, end + 1..<last, last)
        default: break
        }
        return
      }
      place = end
    }
  }

  /// Small numbers with a counter tell nothing; a year before an English word is a year; 三元 and 一股 are parts of names.
  private func accepts(_ unit: UnitWord, _ quantity: Quantity, behind isBehindBlank: Bool) -> Bool {
    let number = quantity.number
    switch unit {
    case .none: return false
    case .counted(let least):
      if number.isBare || number.isChinese && number.low < 10 { return false }
      return number.low >= least && !(isBehindBlank && isYear(number))
    case .shares, .sharesOrMoney:
      if number.isBare || number.isChinese && number.magnitude == 1 && number.low < 100 { return false }
      return !(isBehindBlank && isYear(number))
    case .currency, .cents:
      // 520p per share; 1080p is no money.
      if case .cents = unit, !isBehindBlank, number.end < range.upperBound, bytes[number.end] == UInt8(ascii: "p") {
        return perBehind(number.end + 1) != nil
      }
      if number.isBare { return isPlausibleBare(quantity) }
      return !(number.isChinese && number.magnitude == 1 && number.low < 10)
    case .percent, .points, .basisPoints: return !number.isBare
    }
  }

  private func isYear(_ number: ScannedNumber) -> Bool {
    number.magnitude == 1 && number.end >= 4 && (1990...2050).contains(number.low) && number.low == number.low.rounded()
      && bytes[(number.end - 4)..<number.end].allSatisfy(\.isDigit)
  }

  /// 百亿元 is a number; 亿元 is one only behind 近, 逾 and the like, and a unit of tables elsewhere.
  private func isPlausibleBare(_ quantity: Quantity) -> Bool {
    if quantity.number.end - quantity.start > 3 { return true }
    guard let before = NumeralSign.scalar(bytes, quantity.start - 3, range.upperBound) else { return false }
    return Self.about.contains(before)
  }

  private static let about: Set<UInt32> = Set("近上过超逾破约达".unicodeScalars.map(\.value))
}

// MARK: - From quantities to figures

extension FigurePass {
  private mutating func take(_ first: Quantity) -> Int {
    let former = isFormer(first.start)
    var merged = first
    if let second = joined(to: first, former), let both = merge(first, second) { merged = both }
    if isDividendCount(merged) { return max(merged.number.end, first.number.end) }
    guard let measure = measure(of: merged) else { return max(first.number.end, merged.number.end) }
    var figure = FoundFigure(
      range: merged.start..<merged.end, clause: clause, low: merged.number.low, high: merged.number.high,
      measure: measure.measure, word: measure.word, isFormer: former)
    figure.low *= measure.factor
    figure.high *= measure.factor
    if merged.isNegative || (measure.isChange && isFall(merged)) {
      (figure.low, figure.high) = (-figure.low, -figure.high)
    }
    figure.range = merged.start..<max(merged.end, measure.end)
    figure.isSum = context(before: merged.start, reach: 24).contains { $0.role == .sum || $0.role == .total }
    found.append(figure)
    lastEnd = figure.range.upperBound
    return figure.range.upperBound
  }

  /// The 10 of 10派3元 and the numbers of 送 and 转.
  private func isDividendCount(_ quantity: Quantity) -> Bool {
    var place = quantity.number.end
    if NumeralSign.scalar(bytes, place, range.upperBound) == 0x80A1 { place += 3 }  // 股
    switch NumeralSign.scalar(bytes, place, range.upperBound) {
    case 0x6D3E, 0x9001, 0x8F6C: return quantity.sign == nil  // 派 送 转
    default: return false
    }
  }

  /// 由, 从 and "from" before the old level.
  private func isFormer(_ start: Int) -> Bool {
    guard let last = context(before: start, reach: 12).last, last.role == .former else { return false }
    return start - last.range.upperBound <= 3
  }

  /// The second number of a range.
  private func joined(to first: Quantity, _ isFormer: Bool) -> Quantity? {
    guard !isFormer else { return nil }
    var place = first.end
    if isBlank(place) { place += 1 }
    guard place < range.upperBound else { return nil }
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "~") {
      place += 1
      if place < range.upperBound, bytes[place] == UInt8(ascii: "-") { place += 1 }
    } else if let scalar = NumeralSign.scalar(bytes, place, range.upperBound), scalar == 0x81F3 || scalar == 0x5230 {
      place += 3  // 至 到
    } else if word("to ", at: place) {
      place += 3
    } else if word("and ", at: place), context(before: first.start, reach: 12).last?.role == .between {
      place += 4
    } else {
      return nil
    }
    if isBlank(place) { place += 1 }
    if place < range.upperBound, bytes[place] == UInt8(ascii: "-") { place += 1 }
    if let (_, end) = words.signs.longest(in: bytes, at: place, before: range.upperBound) { place = end }
    if isBlank(place) { place += 1 }
    guard place < range.upperBound,
      bytes[place].isDigit || NumeralSign.scalar(bytes, place, range.upperBound).flatMap(NumeralSign.init) != nil
    else { return nil }
    return quantity(at: place)
  }

  private func merge(_ first: Quantity, _ second: Quantity) -> Quantity? {
    guard second.unit != nil || second.sign != nil || second.number.magnitude > 1 else { return nil }
    var result = first
    if first.unit == nil {
      guard first.sign == nil || second.sign == nil || first.sign == second.sign else { return nil }
      if first.number.magnitude == 1, second.number.magnitude > 1 {
        // 900-1.1 billion does not tell the size of the first.
        guard first.number.low <= second.number.low / second.number.magnitude else { return nil }
        result.number.multiply(by: second.number.magnitude)
      } else if first.number.low > second.number.high, !second.number.isPercent,
        first.number.magnitude > second.number.magnitude
      {
        return nil
      }
      result.unit = second.unit
      result.word = second.word
    } else {
      guard second.unit.map({ isSame(first.unit, $0) }) ?? false else { return nil }
    }
    result.sign = first.sign ?? second.sign
    result.number.low = min(result.number.low, second.number.low)
    result.number.high = max(result.number.high, second.number.high)
    result.number.magnitude = max(result.number.magnitude, second.number.magnitude)
    result.number.end = second.number.end
    result.number.isBare = false
    result.end = second.end
    return result
  }

  private func isSame(_ a: UnitWord?, _ b: UnitWord) -> Bool {
    switch (a, b) {
    case (.currency(let one), .currency(let other)): one == other || one == "CNY" || other == "CNY"
    case (.cents(let one), .cents(let other)): one == other
    case (.shares, .shares), (.percent, .percent), (.points, .points), (.basisPoints, .basisPoints),
      (.counted, .counted):
      true
    default: false
    }
  }

  private func isBlank(_ place: Int) -> Bool { place < range.upperBound && bytes[place] == UInt8(ascii: " ") }

  private func word(_ word: StaticString, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= range.upperBound else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
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
      let isMoney = context(before: quantity.start).contains { $0.role == .money }
      return isMoney ? money("CNY", quantity, 1) : Measured(measure: .amount(.shares))
    case .counted:
      guard quantity.sign == nil else { return money(nil, quantity, 1) }
      return quantity.word.map {
        Measured(measure: .amount(.other(String(decoding: bytes[$0], as: UTF8.self))), word: $0)
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
    return bytes[word.lowerBound] < 0x80 ? "bp" : "基点"
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
    if let (per, end) = perBehind(quantity.end) {
      return Measured(measure: .amount(.price(currency: currency, per: per)), factor: factor, end: end)
    }
    guard quantity.number.magnitude == 1, quantity.number.high < 1_000_000 else {
      return Measured(measure: .amount(.currency(currency)), factor: factor)
    }
    let before = context(before: quantity.start, ignoringFigures: true)
    if isTenSharesDividend(quantity.start) {
      return Measured(measure: .amount(.price(currency: currency, per: "share")), factor: factor / 10)
    }
    if let per = perBefore(quantity.start) {
      return Measured(measure: .amount(.price(currency: currency, per: per)), factor: factor)
    }
    if before.contains(where: { $0.role == .price }) || isQuoted(quantity.start, before) {
      return Measured(measure: .amount(.price(currency: currency, per: "share")), factor: factor)
    }
    return Measured(measure: .amount(.currency(currency)), factor: factor)
  }

  /// `报22.1港元` and `shares … at $18.40`.
  private func isQuoted(_ start: Int, _ before: [(role: ContextRole, range: Range<Int>)]) -> Bool {
    if NumeralSign.scalar(bytes, start - 3, range.upperBound) == 0x62A5 { return true }
    return start - 3 >= range.lowerBound && word("at ", at: start - 3) && before.contains { $0.role == .stock }
  }

  /// `/股`, 每桶, `a share`, `per ounce`, `apiece`.
  private func perBehind(_ end: Int) -> (per: String, end: Int)? {
    var place = end
    if place < range.upperBound, bytes[place] == UInt8(ascii: "/") {
      place += 1
    } else if NumeralSign.scalar(bytes, place, range.upperBound) == 0x6BCF {
      place += 3
    } else if word(" apiece", at: place) {
      return ("share", place + 7)
    } else if let next = [" a ", " an ", " per ", "-a-", "-per-", " each "].first(where: { matches($0, at: place) }) {
      place += next.utf8.count
    } else {
      return nil
    }
    guard let (meaning, last) = words.per.longest(in: bytes, at: place, before: range.upperBound) else { return nil }
    return (meaning == .share ? "share" : String(decoding: bytes[place..<last], as: UTF8.self), last)
  }

  private func matches(_ word: String, at place: Int) -> Bool {
    place + word.utf8.count <= range.upperBound && word.utf8.elementsEqual(bytes[place..<place + word.utf8.count])
  }

  /// 每股 or 每桶 before the number.
  private func perBefore(_ start: Int) -> String? {
    let window = window(before: start, ignoringFigures: true)
    var place = start - 3
    while place >= window.lowerBound {
      if NumeralSign.scalar(bytes, place, start) == 0x6BCF {  // 每
        guard let (meaning, end) = words.per.longest(in: bytes, at: place + 3, before: start), meaning != .behind else {
          return nil
        }
        return meaning == .share ? "share" : String(decoding: bytes[(place + 3)..<end], as: UTF8.self)
      }
      place -= 1
    }
    return nil
  }

  /// 10派3元, 10转4派3.5元, 每10股派发现金红利3元.
  private func isTenSharesDividend(_ start: Int) -> Bool {
    let window = clauseStart(start, reach: 54)..<start
    guard let pays = place(of: 0x6D3E, in: window), start - pays <= 30 else { return false }
    let before = window.lowerBound..<pays
    return before.contains { index in
      NumeralSign.scalar(bytes, index, pays) == 0x5341
        || word("10", at: index) && index + 2 <= pays && !(index > 0 && bytes[index - 1].isWordByte)
          && !(index + 2 < bytes.count && bytes[index + 2].isWordByte)
    }
  }

  private func place(of scalar: UInt32, in window: Range<Int>) -> Int? {
    window.last { NumeralSign.scalar(bytes, $0, window.upperBound) == scalar }
  }

  /// 亿 and 万 without a unit are yuan behind or before a word of money; 亿 also elsewhere, but not of users and the like.
  private func isMoneyWithoutUnit(_ quantity: Quantity) -> Bool {
    guard quantity.number.magnitude >= 1e4, isChineseMagnitude(quantity.number) else { return false }
    if quantity.end < range.upperBound, bytes[quantity.end].isWordByte { return false }
    let roles = context(before: quantity.start).map(\.role)
    if roles.contains(.count) { return false }
    if quantity.number.magnitude >= 1e8, !quantity.number.isBare { return true }
    if roles.contains(.money) || roles.contains(.total) { return true }
    let behind = quantity.end..<min(quantity.end + 15, range.upperBound)
    return words.context(in: bytes, behind).first.map { $0.role == .money && $0.range.lowerBound - quantity.end <= 3 }
      ?? false
  }

  private func isChineseMagnitude(_ number: ScannedNumber) -> Bool {
    number.end > 0 && bytes[number.end - 1] >= 0x80
  }
}

// MARK: - Words around a number

extension FigurePass {
  private func clauseStart(_ place: Int, reach: Int) -> Int {
    let start = clause > 0 ? clauses[clause - 1] : range.lowerBound
    return max(start, place - reach, range.lowerBound)
  }

  private func window(before start: Int, reach: Int = FigureReader.reach, ignoringFigures: Bool = false) -> Range<Int> {
    var first = clauseStart(start, reach: reach)
    if !ignoringFigures { first = max(first, min(lastEnd, start)) }
    // Not from the middle of a character.
    while first < start, bytes[first] & 0xC0 == 0x80 { first += 1 }
    return first..<max(first, start)
  }

  private func context(
    before start: Int, reach: Int = FigureReader.reach, ignoringFigures: Bool = false
  ) -> [(role: ContextRole, range: Range<Int>)] {
    words.context(in: bytes, window(before: start, reach: reach, ignoringFigures: ignoringFigures))
  }

  /// Whether a percentage is a fall: by the last word of change before it, or the word behind it; a level (降至5%) is none.
  private func isFall(_ quantity: Quantity) -> Bool {
    let before = context(before: quantity.start)
    let change = before.last { Self.changes.contains($0.role) && ($0.role != .other || quantity.isPercent) }
    if let change {
      switch change.role {
      case .fallen, .cut: return true
      case .fall: return !isLevel(quantity.start) && !isPart(quantity.end)
      default: break
      }
    }
    guard change == nil || change?.role == .other else { return false }
    return isFallBehind(quantity.end)
  }

  private static let changes: Set<ContextRole> = [.fall, .fallen, .rise, .other, .cut]

  /// `6.5% drop`
  private func isFallBehind(_ end: Int) -> Bool {
    guard isBlank(end) else { return false }
    let next = words.context(in: bytes, end + 1..<min(end + 16, range.upperBound)).first
    return next.map { $0.role == .fall && $0.range.lowerBound == end + 1 } ?? false
  }

  private func isPart(_ end: Int) -> Bool { word(" of ", at: end) }

  /// 至, 到, 为 or "to" right before the number, but for 约, 近 and the like.
  private func isLevel(_ start: Int) -> Bool {
    if start - 3 >= range.lowerBound, word("to ", at: start - 3) { return true }
    var place = start - 3
    for _ in 0..<3 {
      guard let scalar = NumeralSign.scalar(bytes, place, range.upperBound) else { return false }
      if scalar == 0x81F3 || scalar == 0x5230 || scalar == 0x4E3A { return true }  // 至 到 为
      place -= 3
    }
    return false
  }
}
