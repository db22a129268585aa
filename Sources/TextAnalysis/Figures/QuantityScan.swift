/// A number with the sign of money before it and the unit behind it, as they stand in a text.
struct Quantity {
  var number: ScannedNumber
  /// Where its sign begins, and where its digits do.
  var start: Int
  let digits: Int
  var end: Int
  var sign: String?
  var unit: UnitWord?
  /// The word of the unit.
  var word: Range<Int>?
  /// A minus stands before it.
  var isNegative = false
  /// The bounds of a range have the signs that were written.
  var isSigned = false

  var isCounted: Bool { if case .counted? = unit { true } else { false } }

  var isPercent: Bool { if case .percent? = unit { true } else { false } }
}

/// Reads quantities at places of a range of folded text.
struct QuantityScan {
  let bytes: [UInt8]
  let range: Range<Int>
  let words: FigureWords
  let numbers: NumberScan
  /// Whether ¥ is the yen of Japan.
  private let isJapanese: Bool

  init(_ bytes: [UInt8], _ range: Range<Int>, _ words: FigureWords) {
    self.bytes = bytes
    self.range = range
    self.words = words
    numbers = NumberScan(bytes: bytes, limit: range.upperBound, words: words)
    isJapanese = bytes.holdYenSign(range) && words.context(in: bytes, range).contains { $0.role == .japan }
  }

  /// The quantity whose number begins at a place.
  func quantity(at place: Int) -> Quantity? {
    numbers.number(at: place).map { quantity(of: $0, at: place) }
  }

  /// The quantity of a number that was read at a place.
  func quantity(of number: ScannedNumber, at place: Int) -> Quantity {
    var result = Quantity(number: number, start: place, digits: place, end: number.end)
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
      return number.low >= least && !(isBehindBlank && (isYear(number) || isModel(number)))
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

  /// 737 jets
  private func isModel(_ number: ScannedNumber) -> Bool {
    number.magnitude == 1 && 707...787 ~= number.low && number.low.truncatingRemainder(dividingBy: 10) == 7
  }

  /// 百亿元 is a number; 亿元 is one only behind 近, 逾 and the like, and a unit of tables elsewhere.
  private func isPlausibleBare(_ quantity: Quantity) -> Bool {
    if quantity.number.end - quantity.start > 3 { return true }
    guard let before = NumeralSign.scalar(bytes, quantity.start - 3, range.upperBound) else { return false }
    return Self.about.contains(before)
  }

  private static let about: Set<UInt32> = Set("近上过超逾破约达".unicodeScalars.map(\.value))

  /// `/股`, 每桶, `a share`, `per ounce`, `apiece`.
  func perBehind(_ end: Int) -> (per: String, end: Int)? {
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

  func isBlank(_ place: Int) -> Bool { place < range.upperBound && bytes[place] == UInt8(ascii: " ") }

  func word(_ word: StaticString, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= range.upperBound else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
  }
}

// MARK: - What is no quantity

extension QuantityScan {
  /// The next place at which a bracket, a word, digits or perhaps a Chinese number begin; the end of the range where there is none.
  func nextCandidate(from start: Int) -> Int {
    let thirds = NumeralSign.thirds
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < range.upperBound {
        let byte = bytes[index]
        if byte >= 0xE0 {
          if index &+ 2 < range.upperBound,
            thirds[Int(bytes[index &+ 1] & 0x3F)] & 1 << UInt64(bytes[index &+ 2] & 0x3F) != 0
          {
            return index
          }
          index &+= 3
        } else if byte.isWordByte || byte == UInt8(ascii: "(") {
          return index
        } else {
          index &+= 1
        }
      }
      return range.upperBound
    }
  }

  /// Prices of a share as portals put them behind a name: (11.47,-0.19,-1.63%).
  func endOfQuotes(at place: Int) -> Int? {
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
  func mayBegin(at place: Int) -> Bool {
    guard place > range.lowerBound else { return true }
    switch bytes[place - 1] {
    case UInt8(ascii: "+"), UInt8(ascii: "/"): return place < 2 || !bytes[place - 2].isDigit
    case UInt8(ascii: "#"): return false
    // F-35
    case UInt8(ascii: "-") where place > 1 && bytes[place - 2] &- UInt8(ascii: "a") < 26: return false
    case let byte where byte.isWordByte:
      return words.signs.longest(in: bytes, endingAt: place, after: range.lowerBound) != nil
    default: break
    }
    let before = NumeralSign.scalar(bytes, place - 3, range.upperBound)
    return before != 0x7B2C && before != 0x6BCF  // 第 and 每
  }
}

extension [UInt8] {
  /// Whether ¥ stands in a range.
  fileprivate func holdYenSign(_ range: Range<Int>) -> Bool {
    self[range].withUnsafeBufferPointer { bytes in
      var place = bytes.place(of: 0xC2)
      while let found = place, found + 1 < bytes.count {
        if bytes[found + 1] == 0xA5 { return true }
        place = bytes.place(of: 0xC2, from: found + 1)
      }
      return false
    }
  }
}
