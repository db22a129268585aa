import TextBasics

/// Reads a range of folded text as tokens. Signs of punctuation and blanks say nothing and are left out.
struct SenseScan {
  /// Names as the text writes them, and what they stand for.
  typealias Names = [(word: [UInt8], name: String)]

  private let bytes: [UInt8]
  private let range: Range<Int>
  private let names: Names
  private let tables = SenseTables.shared
  private let quantities: QuantityScan
  private let dates: DateScan
  private var tokens: [SenseToken] = []

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ names: Names) {
    self.bytes = bytes
    self.range = range
    self.names = names
    quantities = QuantityScan(bytes, range, FigureWords.shipped)
    dates = DateScan(bytes: bytes, limit: range.upperBound)
  }

  static func tokens(in bytes: [UInt8], _ range: Range<Int>, names: Names) -> [SenseToken] {
    var tokens: [SenseToken] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      if !isCredit(bytes, start..<end) {
        var scan = SenseScan(bytes, start..<end, names)
        scan.read()
        tokens += scan.joined()
      }
      start = end + 1
    }
    return tokens
  }

  /// A line that says who wrote or published the article: short, and no sentence.
  static func isCredit(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let isLineStart = line.lowerBound == 0 || bytes[line.lowerBound - 1] == UInt8(ascii: "\n")
    guard isLineStart, line.count < 360 else { return false }
    return SenseTables.shared.credits.contains { word in
      word.count <= line.count && bytes[line.lowerBound..<line.lowerBound + word.count].elementsEqual(word)
    }
  }

  private mutating func read() {
    var index = range.lowerBound
    while index < range.upperBound { index = step(at: index) }
  }

  /// The tokens with characters that are no sign cut into words: 浙江 and 江苏 have nothing in common.
  private func joined() -> [SenseToken] {
    var (result, index) = ([SenseToken](), 0)
    while index < tokens.count {
      var end = index
      while end < tokens.count, isCharacter(tokens[end]),
        end == index || tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 1
      }
      if end > index + 1 {
        var cutter = WordCutter()
        cutter.cut(bytes, tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound)
        result += cutter.words.map {
          SenseToken(range: $0.range, key: String(decoding: bytes[$0.range], as: UTF8.self))
        }
      } else {
        end = index + 1
        result.append(tokens[index])
      }
      index = end
    }
    return result
  }

  private func isCharacter(_ token: SenseToken) -> Bool {
    token.sign == nil && token.range.count == 3 && bytes[token.range.lowerBound].beginsIdeograph
  }

  /// Reads what begins at a place, and gives where to go on.
  private mutating func step(at index: Int) -> Int {
    if let end = code(at: index) { return end }
    if isWordStart(index) {
      if let (date, end) = dates.date(at: index) {
        return add(.date(date), "d\(date.key)", index..<end, unless: dates.isDateline(end))
      }
      if let name = names.first(where: { stands($0.word, at: index) }) {
        return add(.name(name.name), "n" + name.name, index..<index + name.word.count)
      }
      if let end = figure(at: index) { return end }
      if let match = tables.words.longestMatch(in: bytes, at: index), match.range.upperBound <= range.upperBound {
        return take(match)
      }
    }
    return plain(at: index)
  }

  private mutating func take(_ match: WordMatch) -> Int {
    switch tables.uses[match.word] {
    case .sign(let word):
      let key = word.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
      return add(.word(word), "w" + key, match.range)
    case .hidden: return addPlain(match.range)
    case .same(let row):
      tokens.append(SenseToken(range: match.range, key: "s\(row)"))
      return match.range.upperBound
    case .alias(let row): return add(.name("#\(row)"), "n#\(row)", match.range)
    }
  }

  private mutating func add(_ sign: SenseSign, _ key: String, _ range: Range<Int>, unless isIdle: Bool = false) -> Int {
    if !isIdle { tokens.append(SenseToken(range: range, key: key, sign: sign)) }
    return range.upperBound
  }

  private mutating func addPlain(_ range: Range<Int>) -> Int {
    tokens.append(SenseToken(range: range, key: String(decoding: bytes[range], as: UTF8.self)))
    return range.upperBound
  }

  /// Letters and digits of ASCII are one word, others stand alone.
  private mutating func plain(at index: Int) -> Int {
    var end = index + 1
    if bytes[index].isWordByte {
      while end < range.upperBound, bytes[end].isWordByte { end += 1 }
    } else {
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if isPunctuation(index) { return end }
    }
    return addPlain(index..<end)
  }

  private func isPunctuation(_ index: Int) -> Bool {
    switch bytes[index] {
    case ..<0x80, 0xC2: true
    case 0xE2: true
    // Blanks and signs from U+3000 to U+303F.
    case 0xE3: index + 1 < range.upperBound && bytes[index + 1] == 0x80
    default: false
    }
  }

  private func isWordStart(_ index: Int) -> Bool {
    index == range.lowerBound || !bytes[index].isWordByte || !bytes[index - 1].isWordByte
  }

  private func stands(_ word: [UInt8], at index: Int) -> Bool {
    guard word.count <= range.upperBound - index, bytes[index..<index + word.count].elementsEqual(word) else {
      return false
    }
    let end = index + word.count
    return end == range.upperBound || !(bytes[end].isWordByte && bytes[end - 1].isWordByte)
  }

  // MARK: Codes

  /// `(600519.sh)`, `(nyse: abc)`: what stands in brackets behind a name.
  private mutating func code(at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "("),
      let end = bytes[index..<min(range.upperBound, index + 28)].firstIndex(of: UInt8(ascii: ")")), end > index + 3
    else { return nil }
    let inner = bytes[index + 1..<end]
    guard
      inner.allSatisfy({
        $0.isWordByte || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ")
      })
    else { return nil }
    let digits = inner.filter(\.isDigit)
    let isListed = inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "."))
    guard 4...6 ~= digits.count || isListed && !inner.contains(UInt8(ascii: " ")) || isListed && digits.isEmpty else {
      return nil
    }
    // The exchange may be written or not.
    let code = String(decoding: digits.isEmpty ? Array(inner) : digits, as: UTF8.self)
    return add(.code(code), "c" + code, index..<end + 1)
  }

  // MARK: Figures

  private mutating func figure(at index: Int) -> Int? {
    let isDigit = bytes[index].isDigit
    // The sign of money stands before the digits.
    if let end = endOfMoneySign(at: index) {
      guard end < range.upperBound, bytes[end].isDigit else { return nil }
      return figure(digitsAt: end)
    }
    let isMinus = bytes[index] == UInt8(ascii: "-") && index + 1 < range.upperBound && bytes[index + 1].isDigit
    if isMinus { return figure(digitsAt: index + 1) }
    if isDigit { return figure(digitsAt: index) }
    if bytes[index] < 0x80 { return wordOfNumber(at: index) }
    return numeral(at: index)
  }

  private func endOfMoneySign(at index: Int) -> Int? {
    guard !bytes[index].isDigit,
      let (_, end) = quantities.words.signs.longest(in: bytes, at: index, before: range.upperBound)
    else { return nil }
    var place = end
    if place < range.upperBound, bytes[place] == UInt8(ascii: " ") { place += 1 }
    return place
  }

  private mutating func figure(digitsAt index: Int) -> Int? {
    guard let quantity = quantities.quantity(at: index) else { return nil }
    // 5g, a350: a word of letters and digits.
    let end = max(quantity.end, quantity.number.end)
    if quantity.unit == nil, end < range.upperBound, bytes[end].isWordByte { return nil }
    return add(quantity)
  }

  /// 三家, 三成, 两亿元, 第二: numerals that count something.
  private mutating func numeral(at index: Int) -> Int? {
    guard let scalar = NumeralSign.scalar(bytes, index, range.upperBound),
      NumeralSign(scalar) != nil || scalar == 0x767E,
      let quantity = quantities.quantity(at: index), !quantity.number.isBare
    else { return nil }
    let end = quantity.number.end
    let isOrdinal = NumeralSign.scalar(bytes, index - 3, range.upperBound) == 0x7B2C && index - 3 >= range.lowerBound
    let counts = NumeralSign.scalar(bytes, end, range.upperBound).map { Self.counters.contains($0) } ?? false
    guard quantity.unit != nil || quantity.number.magnitude > 1 || isOrdinal || counts else { return nil }
    return add(quantity, unit: isOrdinal ? "th" : nil)
  }

  private static let counters = Set("家名人位只个项次年月天周倍成条款辆座起宗批件艘架笔吨期层台套口轮".unicodeScalars.map(\.value))

  private mutating func wordOfNumber(at index: Int) -> Int? {
    if let quantity = quantities.quantity(at: index) { return add(quantity) }
    if let (value, end) = quantities.words.numberWords.longest(in: bytes, at: index, before: range.upperBound),
      value > 1
    {
      return add(.figure(low: value, high: value, unit: nil), Self.key(value, value), index..<end)
    }
    guard let ordinal = Self.ordinals.firstIndex(where: { stands($0, at: index) }) else { return nil }
    return add(
      .figure(low: Double(ordinal + 2), high: Double(ordinal + 2), unit: "th"),
      Self.key(Double(ordinal + 2), Double(ordinal + 2)),
      index..<index + Self.ordinals[ordinal].count)
  }

  private static let ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    .map {
      Array($0.utf8)
    }

  /// - Parameter unit: what it counts where no unit stands behind it.
  private mutating func add(_ quantity: Quantity, unit other: String? = nil) -> Int {
    var (low, high) = (quantity.number.low, quantity.number.high)
    var unit: String?
    switch quantity.unit {
    case .currency(let code): unit = quantity.sign ?? code
    case .cents(let code):
      unit = code
      (low, high) = (low / 100, high / 100)
    case .shares, .sharesOrMoney: unit = "shares"
    case .percent: unit = "%"
    case .points: unit = "pp"
    case .basisPoints:
      unit = "pp"
      (low, high) = (low / 100, high / 100)
    case .counted: unit = quantity.word.map { String(decoding: bytes[$0], as: UTF8.self) }
    case .some(.none), nil: unit = quantity.sign ?? other
    }
    if quantity.isNegative { (low, high) = (-high, -low) }
    let end = max(quantity.end, quantity.number.end)
    return add(.figure(low: low, high: high, unit: unit), Self.key(low, high), quantity.start..<end)
  }

  /// What is lost in dividing is no change.
  private static func key(_ low: Double, _ high: Double) -> String {
    func text(_ value: Double) -> String { String((value * 1e6).rounded() / 1e6) }
    return "f\(text(low))~\(text(high))"
  }
}
