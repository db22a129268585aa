import TextBasics

/// What English words and figures say by what stands around them.
extension SenseScan {
  // MARK: Figures

  /// `two and a half million metric tons`, `one and a half`
  mutating func withHalf(at index: Int) -> Int? {
    let numbers = quantities.words.numberWords
    guard let (value, middle) = numbers.longest(in: bytes, at: index, before: range.upperBound),
      let (word, part) = Self.andParts.first(where: { bytes.stands($0.0, at: middle) })
    else { return nil }
    var (size, end, unit) = (value + part, middle + word.utf8CodeUnitCount, String?.none)
    if isBlank(end),
      let (factor, last) = quantities.words.magnitudes.longest(in: bytes, at: end + 1, before: range.upperBound)
    {
      (size, end) = (size * factor, last)
    }
    if isBlank(end), let (measure, last) = tables.measures.longest(in: bytes, at: end + 1, before: range.upperBound) {
      (size, end, unit) = (size * measure.factor, last, measure.unit)
    }
    return add(SenseFigure(low: size, high: size, unit: unit), index..<end)
  }

  private static let andParts: [(StaticString, Double)] = [
    (" and a half", 0.5), ("-and-a-half", 0.5), (" and a quarter", 0.25), ("-and-a-quarter", 0.25),
    (" and three-quarters", 0.75), (" and three quarters", 0.75), (" and three-quarter", 0.75),
  ]

  /// `twenty-five`, `a hundred and fifty`, `twelve hundred`, `two dozen`: a number of several words.
  func numberOfWords(at index: Int) -> ScannedNumber? {
    let numbers = quantities.words.numberWords
    var (total, part, place, count) = (0.0, 0.0, index, 0)
    var end = index
    while let (value, next) = Self.numberUnits.longest(in: bytes, at: place, before: range.upperBound)
      ?? numbers.longest(in: bytes, at: place, before: range.upperBound)
    {
      switch value {
      case 1_000: (total, part) = (total + max(part, 1) * 1_000, 0)
      case 12 where bytes.stands("dozen", at: place): part = max(part, 1) * 12
      case 100 where next - place < 8: part = max(part, 1) * 100
      case 1...
      where part == 0 || part.truncatingRemainder(dividingBy: 100) == 0 && value < 100 || isTens(part) && value < 10:
        part += value
      default: return nil
      }
      (end, count) = (next, count + 1)
      let joints: [StaticString] = part >= 100 || part == 0 ? [" and ", " ", "-"] : [" ", "-"]
      guard let joint = joints.first(where: { bytes.stands($0, at: end) }) else { break }
      place = end + joint.utf8CodeUnitCount
    }
    return count > 1 ? ScannedNumber(low: total + part, high: total + part, end: end) : nil
  }

  private static let numberUnits = AnchoredWords<Double>("100 hundred,1000 thousand,12 dozen") { key, _ in
    Double(String(key))
  }

  private func isTens(_ part: Double) -> Bool {
    let rest = part.truncatingRemainder(dividingBy: 100)
    return rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0
  }

  /// `half a billion dollars`, `a quarter of a billion`, `half an hour`, `an hour and a half`
  mutating func partOfUnit(at index: Int) -> Int? {
    if let article = [2, 3].first(where: { bytes.stands($0 == 2 ? "a " : "an ", at: index) }),
      let size = measured(ScannedNumber(low: 1, high: 1, end: index), at: index + article),
      bytes.stands("half", before: size.end)
    {
      return add(SenseFigure(low: size.low, high: size.high, unit: size.unit), index..<size.end)
    }
    guard let (word, part) = Self.parts.first(where: { bytes.stands($0.0, at: index) }) else { return nil }
    let place = index + word.utf8CodeUnitCount
    if let (factor, end) = quantities.words.magnitudes.longest(in: bytes, at: place, before: range.upperBound),
      end - place > 2
    {
      var number = ScannedNumber(low: part, high: part, end: end)
      number.multiply(by: factor)
      return add(quantities.quantity(of: number, at: index))
    }
    let percents: [StaticString] = ["percent", "per cent", "pct"]
    if let percent = percents.first(where: { bytes.stands($0, at: place) && !bytes.stands("percentage", at: place) }) {
      return add(SenseFigure(low: part, high: part, unit: "%"), index..<place + percent.utf8CodeUnitCount)
    }
    let points: [StaticString] = ["percentage point", "percentage-point", "point"]
    if let point = points.first(where: { bytes.stands($0, at: place) }),
      case let end = place + point.utf8CodeUnitCount, end == range.upperBound || !bytes[end].isWordByte
    {
      return add(SenseFigure(low: part, high: part, unit: "pp"), index..<end)
    }
    let number = ScannedNumber(low: part, high: part, end: place)
    if let size = measured(number, at: place), !bytes.stands("half-year", at: index) {
      return add(SenseFigure(low: size.low, high: size.high, unit: size.unit), index..<size.end)
    }
    guard case .currency? = quantities.words.units.longest(in: bytes, at: place, before: range.upperBound)?.value
    else { return nil }
    var quantity = quantities.quantity(of: number, at: index)
    quantity.start = index
    return add(quantity)
  }

  private static let parts: [(StaticString, Double)] = [
    ("half a ", 0.5), ("half an ", 0.5), ("half-a-", 0.5), ("half-", 0.5), ("a half ", 0.5), ("a half-", 0.5),
    ("a quarter of a ", 0.25), ("a quarter of an ", 0.25), ("quarter of an ", 0.25), ("a quarter-", 0.25),
    ("one quarter of a ", 0.25), ("one-half ", 0.5), ("one half ", 0.5), ("half of one ", 0.5), ("one-quarter ", 0.25),
    ("a quarter ", 0.25), ("quarter-", 0.25), ("three-quarter ", 0.75),
    ("three quarters of a ", 0.75), ("three-quarters of a ", 0.75), ("three quarters of an ", 0.75),
    ("three-quarters of an ", 0.75),
  ]

  /// A third of the shares is a part; a third session, a third-party tool are none.
  func isOrdinal(_ match: Range<Int>) -> Bool {
    guard bytes.stands("a ", at: match.lowerBound), match.upperBound < range.upperBound else { return false }
    if bytes[match.upperBound] == UInt8(ascii: "-") { return true }
    guard bytes[match.upperBound] == UInt8(ascii: " ") else { return false }
    let next = bytes[(match.upperBound + 1)..<range.upperBound].prefix { $0.isWordByte }
    return !next.isEmpty && !next[next.startIndex].isDigit
      && Self.ordinals.contains { $0.elementsEqual(bytes[(match.lowerBound + 2)..<match.upperBound]) }
      && !Self.behindParts.contains { $0.utf8.elementsEqual(next) }
  }

  private static let behindParts: Set = [
    "of", "from", "in", "to", "on", "as", "and", "since", "by", "this", "last", "compared", "over", "at", "more",
    "less",
    "higher", "lower", "than", "after", "or", "while", "the", "when", "during", "for", "its", "their", "but", "versus",
    "with", "below", "above", "amid", "before", "next", "within", "against", "because", "between",
  ]

  /// 8-k, 10-q: a form of a regulator.
  func endOfForm(at index: Int) -> Int? {
    Self.forms.first { form in
      let end = index + form.utf8CodeUnitCount
      return bytes.stands(form, at: index) && (end >= range.upperBound || !bytes[end].isWordByte)
    }.map { index + $0.utf8CodeUnitCount }
  }

  private static let forms: [StaticString] = ["8-k", "10-k", "10-q", "20-f", "6-k", "13-f", "13-d", "40-f"]

  /// us10yt=rr: a code of an instrument.
  func endOfInstrument(at index: Int) -> Int? {
    var (end, hasMark) = (index, false)
    while end < range.upperBound, bytes[end].isWordByte || bytes[end] == UInt8(ascii: "=") {
      hasMark = hasMark || bytes[end] == UInt8(ascii: "=") && end > index
      end += 1
    }
    return hasMark && end - index > 3 && bytes[end - 1] != UInt8(ascii: "=") ? end : nil
  }

  /// Behind "close to" and the like before what is nearly reached: close to securing, near a deal.
  func isNeared(_ match: Range<Int>) -> Bool {
    guard Self.nearings.contains(where: { $0.utf8.elementsEqual(bytes[match]) }) else { return false }
    var words = bytes[min(match.upperBound + 1, range.upperBound)..<min(match.upperBound + 28, range.upperBound)]
      .split { !$0.isWordByte }[...]
    if let first = words.first, ["a", "an", "its", "the"].contains(where: { $0.utf8.elementsEqual(first) }) {
      words = words.dropFirst()
    }
    guard let word = words.first.map({ String(decoding: $0, as: UTF8.self) }) else { return false }
    return word.hasSuffix("ing") && word.utf8.count > 4 || Self.neared.contains(word)
  }

  private static let nearings: Set = ["close to", "near", "nears", "nearing", "neared", "closer to", "approaching"]
  private static let neared: Set = [
    "deal", "agreement", "pact", "accord", "takeover", "settlement", "purchase", "sale", "acquisition", "merger", "ipo",
    "default", "bankruptcy", "approval", "insolvency", "buyout", "truce", "ceasefire", "decision", "collapse",
  ]

  private func isBlank(_ place: Int) -> Bool {
    place < range.upperBound && (bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "-"))
  }

  /// What the first number of a range is of: kilotons in `19-21 kt`, billions in `$5-6 billion`.
  func sizeOfRange(from first: Quantity) -> (factor: Double, unit: String?)? {
    let isBetween = bytes.stands("between ", before: first.start)
    let joints: [StaticString] = isBetween ? ["-", "–", " to ", " and "] : ["-", "–", " to "]
    guard let joint = joints.first(where: { bytes.stands($0, at: first.number.end) }) else { return nil }
    var place = first.number.end + joint.utf8CodeUnitCount
    if let (_, end) = quantities.words.signs.longest(in: bytes, at: place, before: range.upperBound) { place = end }
    guard place < range.upperBound, bytes[place].isDigit, let second = quantities.quantity(at: place),
      first.number.low <= second.number.low / second.number.magnitude
    else { return nil }
    if second.number.magnitude > 1 { return (second.number.magnitude, nil) }
    let last = second.number.end
    guard second.unit == nil, isBlank(last),
      let (measure, end) = tables.measures.longest(in: bytes, at: last + 1, before: range.upperBound),
      end == range.upperBound || !bytes[end].isWordByte
    else { return nil }
    return (measure.factor, measure.unit)
  }

  /// $290 million in `2 billion crowns ($290 million)`: the same money for readers elsewhere.
  func isAside(_ start: Int) -> Bool {
    let head = bytes[max(range.lowerBound, start - 24)..<start]
    if let last = tokens.last, last.figure != nil || tokens.dropLast().suffix(4).contains(where: { $0.figure != nil }),
      Self.orders.contains(where: { bytes.stands($0, before: start) })
    {
      return true
    }
    guard let open = head.lastIndex(of: UInt8(ascii: "(")), !bytes[open..<start].contains(UInt8(ascii: ")")),
      let last = tokens.last(where: { $0.range.upperBound <= open }), last.range.upperBound + 2 > open
    else { return false }
    return last.figure != nil
  }

  private static let orders: [StaticString] = [
    ", or ", ", or about ", ", or roughly ", ", or around ", ", or some ", ", or nearly ",
  ]

  /// Crowns and pesos are of more than one country.
  func isVague(_ word: Range<Int>?) -> Bool {
    guard let word else { return false }
    return Self.vagueMoney.contains { $0.utf8.elementsEqual(bytes[word]) }
  }

  private static let vagueMoney: Set = [
    "crowns", "crown", "kronor", "kroner", "pesos", "peso", "francs", "franc", "rupees", "rupee", "dinars", "rials",
    "riyals", "shillings",
  ]

  // MARK: Words

  /// "Sell" in "downgraded from hold to sell" is a rating, in quotes or without them.
  func grade(_ match: Range<Int>) -> SenseWord? {
    guard let value = Self.grades[String(decoding: bytes[match], as: UTF8.self)],
      Self.beforeGrades.contains(where: { bytes.stands($0, before: match.lowerBound) }),
      Self.graders.contains(where: { bytes[range].firstRange(of: $0) != nil })
    else { return nil }
    return SenseWord(values: ["rating": value], weight: 2)
  }

  private static let grades = [
    "buy": "buy", "outperform": "buy", "overweight": "buy", "hold": "hold", "sell": "sell", "underperform": "sell",
    "underweight": "sell",
  ]
  private static let beforeGrades: [StaticString] = ["from ", "to ", "at ", "a ", "an ", "its "]
  private static let graders = ["upgrad", "downgrad", "rating"].map { Array($0.utf8) }

  /// "Has" tells that something is done before a participle alone: it has closed, it has eight plants.
  func isPossession(_ match: Range<Int>) -> Bool {
    guard bytes[match].elementsEqual("has".utf8) || bytes[match].elementsEqual("have".utf8) else { return false }
    let next = bytes[min(match.upperBound + 1, range.upperBound)..<range.upperBound].prefix { $0.isWordByte }
    return !next.reversed().starts(with: "de".utf8)
      && !Self.behindHas.contains { $0.utf8.elementsEqual(next) }
  }

  private static let behindHas: Set = [
    "been", "begun", "won", "sold", "bought", "cut", "hit", "held", "made", "met", "paid", "put", "risen", "fallen",
    "seen", "sent", "set", "shut", "struck", "taken", "told", "withdrawn", "written", "broken", "built", "chosen",
    "come", "become", "gone", "grown", "had", "kept", "led", "left", "lost", "run", "said", "shown", "spent", "stood",
    "thrown", "sought", "found", "fought", "drawn", "driven", "given", "got", "already", "also", "now", "not", "since",
    "recently", "just", "yet", "never", "begun", "quit", "split", "spread", "swung", "slid", "sunk", "dealt", "laid",
    "overtaken", "undergone", "done", "raised",
  ]

  /// Behind the "un" of undisclosed, unpaid and unsold, which says what "not" says.
  func endOfUn(_ word: Range<Int>) -> Int? {
    let rest = word.dropFirst(2)
    guard bytes[word].starts(with: "un".utf8), rest.count > 4, !bytes[word].starts(with: "under".utf8),
      bytes[rest].reversed().starts(with: "de".utf8), bytes[rest.lowerBound] != UInt8(ascii: "i")
    else { return nil }
    return rest.lowerBound
  }
}

extension SenseScan {
  /// Without "wins" before the approval that is won.
  static func withoutLightVerbs(_ tokens: [SenseToken]) -> [SenseToken] {
    tokens.enumerated().filter { place, token in
      // To enter talks is to be in talks.
      if token.says("part", "in") {
        return !tokens[(place + 1)...].prefix(3).contains { $0.says("stage", "considering") }
      }
      guard token.says("result", "won") else { return true }
      return !tokens[(place + 1)...].prefix(4).contains { $0.says("stage", "approved") || $0.says("stance", "yes") }
    }.map(\.element)
  }

  /// "From March" behind "in April": what a figure is compared with.
  func endOfMonthBefore(at index: Int) -> Int? {
    guard bytes.stands("from ", at: index), let last = tokens.last(where: { $0.sign != nil }),
      case .date(let date)? = last.sign,
      date.parts.keys.elementsEqual([.month]), index - last.range.upperBound < 3
    else { return nil }
    return index + 4
  }
}

extension SenseToken {
  /// Whether two English words that no table knows have one stem: appoint and appointment, expand and expansion.
  func sharesStem(with other: SenseToken, _ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard sign == nil || other.sign == nil, !isNumber, !other.isNumber else { return false }
    let (a, b) = (old[range], new[other.range])
    guard a.count > 3, b.count > 3, a.first == b.first else { return false }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    guard shared > 3, shared * 2 >= min(a.count, b.count) else { return false }
    let ends = [a, b].map { String(decoding: $0.dropFirst(shared), as: UTF8.self) }
    return ends.allSatisfy(Self.endings.contains) && Set(ends).isDisjoint(with: ["ee", "ees"])
  }

  private var isNumber: Bool {
    switch sign {
    case .figure, .date, .code, .name: true
    case .word, nil: false
    }
  }

  private static let endings = Set(
    """
     s es ed d ing e er ers or ors r rs ion ions tion tions ation ations sion sions ment ments al als ial ional ance \
    ence ly y ies ied ive ily ity ness able ful ish ic ical t ted ting ts d ding ded ning ned ring red ling led ping ped \
    se sed sing ce ced cing ise ised ising ize ized izing nt nts ian ians an ans
    """.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
}
