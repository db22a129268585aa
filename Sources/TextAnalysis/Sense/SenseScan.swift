import TextBasics

/// Reads a range of folded text as tokens. Signs of punctuation, blanks and words that only hold others together are left out.
struct SenseScan {
  /// Names as the text writes them, and what they stand for.
  typealias Names = [(word: [UInt8], name: String)]

  let bytes: [UInt8]
  let range: Range<Int>
  let quantities: QuantityScan
  let tables = SenseTables.shared
  private let names: Names
  private let dates: DateScan
  /// The words of the best cut of the range, by their places.
  private let cut: [TextWord]
  private var nextCut = 0
  private(set) var tokens: [SenseToken] = []
  /// How many shares a price is of, and where that was said.
  var sharesOfPrice: (count: Double, end: Int)?

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ names: Names) {
    self.bytes = bytes
    self.range = range
    self.names = names
    quantities = QuantityScan(bytes, range, FigureWords.shipped)
    dates = DateScan(bytes: bytes, limit: range.upperBound)
    var cutter = WordCutter()
    cutter.cut(bytes, range)
    cut = cutter.takeWords()
  }

  /// The tokens of a headline, or of another line that is no credit.
  static func tokens(inLine bytes: [UInt8], _ range: Range<Int>, names: Names) -> [SenseToken] {
    var scan = SenseScan(bytes, range, names)
    scan.read()
    return withoutLightVerbs(scan.joined())
  }

  static func tokens(in bytes: [UInt8], _ range: Range<Int>, names: Names) -> [SenseToken] {
    var tokens: [SenseToken] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      let line = SenseCredits.withoutCredit(bytes, start..<end)
      if !line.isEmpty { tokens += self.tokens(inLine: bytes, line, names: names).map { $0.inSentence(of: bytes) } }
      start = end + 1
    }
    return tokens
  }

  private mutating func read() {
    var index = range.lowerBound
    while index < range.upperBound { index = step(at: index) }
  }

  /// Reads what begins at a place, and gives where to go on.
  private mutating func step(at index: Int) -> Int {
    if let end = code(at: index) ?? definition(at: index) ?? enumerator(at: index) { return end }
    if isWordStart(index) {
      if bytes[index] < 0x80 {
        if let end = endOfForm(at: index) { return addPlain(index..<end) }
        if let end = endOfInstrument(at: index) { return end }
        if let end = partOfUnit(at: index) { return end }
        if let end = endOfMonthBefore(at: index) {
          add(SenseWord(values: ["basis": "before"], weight: 0), index..<end)
          return end
        }
      }
      if let (date, end) = dates.date(at: index) ?? untilTime(at: index) {
        let isDateline = dates.isDateline(end)
        if isDateline { dropSource(before: index) }
        return add(.date(date), "d\(date.key)", index..<end, unless: isDateline)
      }
      let match = wordMatch(at: index)
      // 三分之一, half: before the numbers that stand in them.
      if let match, case .amount(let value, let unit, let word) = tables.uses[match.word], !isOrdinal(match.range) {
        return takeAmount(value, unit, word, match.range)
      }
      // 2期临床: a sign that begins with a number.
      if let match, bytes[index].isDigit, case .signs = tables.uses[match.word] { return take(match) }
      // 两市, 一线城市, 一审.
      if let match, match.range.count >= 6,
        NumeralSign.scalar(bytes, index, range.upperBound).flatMap(NumeralSign.init) != nil
      {
        return take(match)
      }
      let name = names.first { stands($0.word, at: index) }
      // 央行 is one name in all its forms, which the table of companies does not know.
      if let match, case .alias = tables.uses[match.word], match.range.count >= name?.word.count ?? 0 {
        return take(match)
      }
      if let name {
        return add(.name(name.name), "n" + name.name, index..<index + name.word.count)
      }
      if let end = figure(at: index) { return end }
      if let match { return take(match) }
    }
    return plain(at: index)
  }

  /// 5点 in 下午2点至5点.
  private func untilTime(at index: Int) -> (SenseDate, Int)? {
    guard bytes[index].isDigit, let last = tokens.last(where: { $0.sign != nil }), case .date(let date)? = last.sign,
      let minute = date.parts[.minute], 0...3 ~= index - last.range.upperBound
    else { return nil }
    return dates.timeOfDay(at: index, half: minute >= 720 ? 2 : 1)
  }

  private static let longestSource = 48

  /// 新华财经北京 before 11月20日电: who reports says nothing of what is reported.
  private mutating func dropSource(before index: Int) {
    var start = index
    while start > range.lowerBound, bytes[start - 1] != UInt8(ascii: "\n"), !bytes.stands("。", before: start) {
      start -= 1
    }
    guard index - start <= Self.longestSource else { return }
    while let last = tokens.last, last.range.lowerBound >= start { tokens.removeLast() }
  }

  /// The longest word of the tables that begins here and is a word of its own.
  private mutating func wordMatch(at index: Int) -> WordMatch? {
    guard let match = tables.words.longestMatch(in: bytes, at: index), match.range.upperBound <= range.upperBound else {
      return nil
    }
    guard bytes[index] >= 0x80 else { return match }
    while nextCut < cut.count, cut[nextCut].range.upperBound <= index { nextCut += 1 }
    // 向特定对象发行股票 is no word of another one.
    guard nextCut < cut.count, match.range.count < Self.surelyAWord else { return match }
    let word = cut[nextCut].range
    // 目前 in 项目前景; 涨 in 高涨, 铜 in 铜陵, but for what turns a sentence round.
    let straddles = word.lowerBound < index && index < word.upperBound && word.upperBound < match.range.upperBound
    let isWithin = match.range.count == 3 && word.contains(index) && word.count > 3
    return straddles || isWithin && !speaks(match, within: word) ? nil : match
  }

  private static let surelyAWord = 15

  private func isWithinWord(_ match: WordMatch) -> Bool {
    nextCut < cut.count && match.range.count == 3 && cut[nextCut].range.count == 6
      && cut[nextCut].range.contains(match.range.lowerBound)
      && cut[nextCut].range.lowerBound == match.range.lowerBound
  }

  /// Whether a character says within a word what it says alone: what turns a sentence round, 拟 in 拟用, 副 in 副行长, a direction at the end, as in 日增.
  private func speaks(_ match: WordMatch, within word: Range<Int>) -> Bool {
    switch tables.uses[match.word] {
    case .signs(let words):
      words.contains {
        // 涨跌不一 and other sayings turn nothing round.
        $0.values["not"] != nil && (word.count <= 6 || word.lowerBound == match.range.lowerBound)
          || $0.values["move"] != nil
            && (match.range.upperBound == word.upperBound
              || Self.reaches.contains { bytes.stands($0, at: match.range.upperBound) })
          // 逾 in 涨逾
          || $0.values["bound"] != nil && match.range.upperBound == word.upperBound && word.count == 6
          || ($0.values["stage"] ?? $0.values["capacity"]) != nil && match.range.lowerBound == word.lowerBound
      }
    case .hidden, .alias, .same, .kin, .amount: false
    }
  }

  /// What stands between 涨 and a figure.
  private static let reaches: [StaticString] = ["超", "逾", "近", "至", "达", "约"]

  private mutating func take(_ match: WordMatch) -> Int {
    let count = tokens.count
    defer { if let kin = tables.kin[match.word], count < tokens.count { tokens[count].kin = kin } }
    return takeUse(match)
  }

  private mutating func takeUse(_ match: WordMatch) -> Int {
    switch tables.uses[match.word] {
    case .signs(let words):
      if isPreposition(match) { return match.range.upperBound }
      if isPossession(match.range) { return addPlain(match.range) }
      if isNeared(match.range) {
        add(SenseWord(values: ["stage": "neared"], weight: 2), match.range)
        return match.range.upperBound
      }
      if let rating = rating(match) ?? grade(match.range) {
        add(rating, match.range)
        return match.range.upperBound
      }
      for word in words { add(word, match.range) }
      // 不振, 无力: a word of its own, which may be said in other words.
      if isWithinWord(match), let last = tokens.last, case .word(let word)? = last.sign, word.values["not"] != nil {
        tokens[tokens.count - 1].sign = .word(SenseWord(values: word.values, weight: 1))
      }
      return match.range.upperBound
    case .kin:
      guard let rest = endOfUn(match.range) else { return addPlain(match.range) }
      add(SenseWord(values: ["not": "not"], weight: 1), match.range.lowerBound..<rest)
      return addPlain(rest..<match.range.upperBound)
    case .hidden: return addPlain(match.range)
    case .same(let row):
      tokens.append(SenseToken(range: match.range, key: "s\(row)"))
      return match.range.upperBound
    case .alias(let name): return add(.name(name), "n" + name, match.range)
    // A third session: the number stands behind "a".
    case .amount where isOrdinal(match.range): return match.range.lowerBound + 2
    case .amount(let value, let unit, let word): return takeAmount(value, unit, word, match.range)
    }
  }

  /// 通过 in 通过集中竞价方式: by which way, and no approval.
  private func isPreposition(_ match: WordMatch) -> Bool {
    guard match.range.count == 6, bytes.stands("通过", at: match.range.lowerBound) else { return false }
    let clause = bytes[match.range.upperBound..<range.upperBound].prefix(Self.longestWay).prefix {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";")
    }
    return Self.ways.contains { clause.firstRange(of: $0) != nil }
  }

  private static let longestWay = 60
  private static let ways = ["方式", "渠道", "途径", "手段", "形式", "平台", "子公司"].map { Array($0.utf8) }

  /// 买入 and 增持 behind 维持 or before 评级 are ratings, in quotes or without them.
  private func rating(_ match: WordMatch) -> SenseWord? {
    guard match.range.count == 6, let value = Self.ratings[String(decoding: bytes[match.range], as: UTF8.self)] else {
      return nil
    }
    let start = match.range.lowerBound
    guard
      bytes.stands("评级", at: match.range.upperBound) || Self.raters.contains(where: { bytes.stands($0, before: start) })
    else { return nil }
    return SenseWord(values: ["rating": value], weight: 2)
  }

  private static let ratings = ["买入": "buy", "增持": "add", "卖出": "sell", "减持": "sell"]
  private static let raters: [StaticString] = [
    "重申", "维持", "给予", "首予", "予以", "评级", "评级为", "评为", "评级至", "上调至", "下调至", "升至", "降至", "调升至", "调降至",
  ]

  private mutating func takeAmount(_ value: Double, _ unit: String, _ word: SenseWord?, _ range: Range<Int>) -> Int {
    if let word { add(word, range) }
    return add(SenseFigure(low: value, high: value, unit: unit == "-" ? nil : unit), range)
  }

  mutating func add(_ word: SenseWord, _ range: Range<Int>) {
    let key = word.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    tokens.append(SenseToken(range: range, key: "w" + key, sign: .word(word)))
  }

  mutating func add(_ sign: SenseSign, _ key: String, _ range: Range<Int>, unless isIdle: Bool = false) -> Int {
    if !isIdle { tokens.append(SenseToken(range: range, key: key, sign: sign)) }
    return range.upperBound
  }

  mutating func add(_ figure: SenseFigure, _ range: Range<Int>) -> Int { add(.figure(figure), figure.key, range) }

  /// A minus is a fall, a loss, or whatever is below nothing.
  mutating func addMinus(_ range: Range<Int>) {
    // -3亿元至-2亿元 is one loss.
    if tokens.count > 1,
      tokens[tokens.count - 2].isMinus(bytes) || tokens.count > 2 && tokens[tokens.count - 3].isMinus(bytes),
      let figure = tokens.last(where: { $0.figure != nil }), 0...7 ~= range.lowerBound - figure.range.upperBound,
      ["至", "到", "-", "~", "—"].contains(where: { bytes.stands(Array($0.utf8), before: range.lowerBound) })
    {
      return
    }
    // 增长-3% is a fall by 3%.
    if let last = tokens.last, case .word(let word)? = last.sign, word.values["move"] == "up",
      bytes[last.range.lowerBound] >= 0x80, range.lowerBound - last.range.upperBound <= 6
    {
      tokens.removeLast()
    }
    add(SenseWord(values: ["move": "down", "profit": "down"], weight: 2), range)
  }

  mutating func addBound(_ bound: String, _ range: Range<Int>) {
    add(SenseWord(values: ["bound": bound], weight: 0), range)
  }

  mutating func addPlus(_ range: Range<Int>) {
    add(SenseWord(values: ["move": "up", "profit": "up"], weight: 0), range)
  }

  private mutating func addPlain(_ range: Range<Int>) -> Int {
    let word = String(decoding: bytes[range], as: UTF8.self)
    tokens.append(SenseToken(range: range, key: bytes[range.lowerBound] < 0x80 ? EnglishForms.stem(word) : word))
    return range.upperBound
  }

  /// Letters and digits of ASCII are one word, others stand alone.
  private mutating func plain(at index: Int) -> Int {
    var end = index + 1
    if bytes[index].isWordByte {
      while end < range.upperBound, bytes[end].isWordByte || isAccent(end) { end += 1 }
      if let last = endOfGrade(index..<end) { return addGrade(index..<last) }
      if let rest = endOfUn(index..<end) {
        add(SenseWord(values: ["not": "not"], weight: 1), index..<rest)
        return addPlain(rest..<end)
      }
    } else {
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if isPunctuation(index) { return end }
    }
    return addPlain(index..<end)
  }

  private static let grades: Set = [
    "aaa", "aa", "bbb", "ccc", "aa1", "aa2", "aa3", "baa1", "baa2", "baa3", "ba1", "ba2", "ba3", "caa1", "caa2", "caa3",
  ]

  /// Behind bbb-, aa+ and ba2: a grade of credit.
  private func endOfGrade(_ word: Range<Int>) -> Int? {
    let end = word.upperBound
    if Self.grades.contains(String(decoding: bytes[word], as: UTF8.self)),
      end == range.upperBound || bytes[end] != UInt8(ascii: "+") && bytes[end] != UInt8(ascii: "-")
        || end + 1 < range.upperBound && bytes[end + 1].isWordByte
    {
      return end
    }
    guard word.count <= 3,
      bytes[word].allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "d") ~= $0 && $0 == bytes[word.lowerBound] }),
      end < range.upperBound, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-"),
      end + 1 == range.upperBound || !bytes[end + 1].isWordByte
    else { return nil }
    return end + 1
  }

  private mutating func addGrade(_ range: Range<Int>) -> Int {
    add(SenseWord(values: ["grade": String(decoding: bytes[range], as: UTF8.self)], weight: 1), range)
    return range.upperBound
  }

  /// The bytes of ń and other letters with accents.
  private func isAccent(_ index: Int) -> Bool {
    0xC3...0xC9 ~= bytes[index] || bytes[index] & 0xC0 == 0x80 && 0xC3...0xC9 ~= bytes[index - 1]
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

  func stands(_ word: [UInt8], at index: Int) -> Bool {
    guard word.count <= range.upperBound - index, bytes[index..<index + word.count].elementsEqual(word) else {
      return false
    }
    let end = index + word.count
    return end == range.upperBound || !(bytes[end].isWordByte && bytes[end - 1].isWordByte)
  }
}
