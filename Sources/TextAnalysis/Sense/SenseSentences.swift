import TextBasics

/// The signs of sentences that came or went whole.
enum SenseSentences {
  /// The bytes of a range with the capitals around full stops, by which the end of a sentence is told from that of an abbreviation.
  static func withCapitals(_ text: AnalysedText, _ range: Range<Int>) -> [UInt8] {
    var bytes = Array(text.bytes[range])
    let stops = bytes.indices.dropLast().filter { bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: " ") }
    var places: [Int] = []
    for stop in stops {
      let around = max(stop - 4, (places.last ?? -1) + 1)..<min(stop + 3, bytes.count)
      places += around.filter { UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[$0] }
    }
    let letters = text.quotes(places.map { $0 + range.lowerBound..<$0 + range.lowerBound + 1 })
    guard letters.count == places.count else { return bytes }
    for (place, letter) in zip(places, letters) {
      if letter.utf8.count == 1, let byte = letter.utf8.first { bytes[place] = byte }
    }
    return bytes
  }

  static func count(in text: AnalysedText, _ range: Range<Int>) -> Int {
    Pieces(text.bytes, range).reduce(0) { count, _ in count + 1 }
  }

  struct Sentence {
    var tokens: [SenseToken]
    /// Whether it tells what happened next: a figure in it is news then.
    var isSequel: Bool
    var isBackground: Bool
  }

  /// Without those that tell what has long been so, and corrections of spelling or pictures.
  static func all(_ text: AnalysedText, _ range: Range<Int>, names: SenseScan.Names) -> [Sentence] {
    Pieces(text.bytes, range).map { sentence in
      let tables = SenseTables.shared
      func holds(_ words: WordMatcher) -> Bool { !words.longestMatches(in: text.bytes, sentence).isEmpty }
      let isBackground = holds(tables.backgrounds)
      let isTrifle = holds(tables.trifles)
      let events = isBackground || isTrifle ? [] : tables.events.longestMatches(in: text.bytes, sentence)
      let tokens = SenseScan.tokens(in: text.bytes, sentence, names: names).map { token in
        events.contains { $0.range.overlaps(token.range) } ? token.asEvent : token
      }.filter { token in
        guard let sign = token.sign, !token.isFunction else { return false }
        if case .word(let word) = sign, word.values["correction"] != nil { return !isTrifle }
        return true
      }
      let isCorrection = tokens.contains { $0.says("correction") }
      return Sentence(
        tokens: tokens, isSequel: !isBackground && holds(tables.sequels), isBackground: isBackground && !isCorrection)
    }
  }

  /// The sentences of a range, as far as background goes.
  private struct Pieces: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var range: Range<Int>

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      self.bytes = bytes
      self.range = range
    }

    mutating func next() -> Range<Int>? {
      guard !range.isEmpty else { return nil }
      var end = range.lowerBound + 1
      while end < range.upperBound, !isEnd(end) { end += 1 }
      defer { range = end..<range.upperBound }
      return range.lowerBound..<end
    }

    /// Behind 。 and a line break, and behind a full stop before a blank.
    private func isEnd(_ place: Int) -> Bool {
      bytes[place - 1] == UInt8(ascii: "\n") || bytes.stands("。", before: place)
        || bytes[place - 1] == UInt8(ascii: ".") && bytes[place] == UInt8(ascii: " ")
    }
  }
}

extension SenseToken {
  /// A word for an event counts in a sentence that came or went.
  fileprivate var asEvent: SenseToken {
    var token = self
    let values = if case .word(let word)? = sign { word.values } else { ["event": "yes"] }
    token.sign = .word(SenseWord(values: values, weight: 3))
    token.isFunction = false
    return token
  }
}

/// Lines that say who wrote or published an article.
enum SenseCredits {
  private static let longestLine = 360
  /// A line of credits that is longer may have the report behind it.
  private static let longestHead = 120

  /// What of a line says something: nothing of a credit, and what stands behind 本报记者 林未央 北京报道.
  static func withoutCredit(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    guard isCredit(bytes, line) else { return withoutNote(bytes, line) }
    return reportBehind(bytes, line) ?? line.upperBound..<line.upperBound
  }

  /// Without (以上内容由智能算法生成) and other credits in brackets at the end.
  private static func withoutNote(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    guard bytes[line].last == UInt8(ascii: ")"),
      let open = bytes[line].suffix(longestLine).lastIndex(of: UInt8(ascii: "(")), open > line.lowerBound,
      SenseTables.shared.credits.contains(where: { bytes[(open + 1)...].starts(with: $0) })
    else { return line }
    return line.lowerBound..<open
  }

  private static func isCredit(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let isLineStart = line.lowerBound == 0 || bytes[line.lowerBound - 1] == UInt8(ascii: "\n")
    guard isLineStart, line.count < longestLine else { return false }
    // By Nora Finch, but not "By 0710 GMT copper was up."
    if bytes.stands("by ", at: line.lowerBound) {
      return line.count < 80 && bytes[line.upperBound - 1] != UInt8(ascii: ".")
        && !bytes[line].contains(where: \.isDigit)
    }
    // 记者从国家能源局获悉 begins a report.
    if bytes.stands("记者", at: line.lowerBound),
      line.count > longestHead || bytes.stands("从", at: line.lowerBound + 6) || bytes[line].containsStop
    {
      return false
    }
    return SenseTables.shared.credits.contains { word in
      word.count <= line.count && bytes[line.lowerBound..<line.lowerBound + word.count].elementsEqual(word)
    }
  }

  private static func reportBehind(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard bytes.stands("记者", at: line.lowerBound) || bytes.stands("本报记者", at: line.lowerBound) else { return nil }
    var place = line.lowerBound
    while place + 6 < min(line.upperBound, line.lowerBound + longestHead) {
      if bytes.stands("报道", at: place) { return line.upperBound - place > 36 ? place + 6..<line.upperBound : nil }
      place += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// 。
  fileprivate var containsStop: Bool {
    indices.contains { self[$0] == 0xE3 && self[$0...].starts(with: [0xE3, 0x80, 0x82]) }
  }
}

/// What of a headline says something: without the label before it and brackets behind it.
enum SenseTitle {
  private static let longestLabel = 30

  static func words(of text: AnalysedText) -> Range<Int> {
    let bytes = text.bytes
    var range = text.title
    while let end = endOfLabel(bytes, range), end < range.upperBound { range = end..<range.upperBound }
    if let start = startOfNote(bytes, range), start > range.lowerBound { range = range.lowerBound..<start }
    return range
  }

  static func asks(_ text: AnalysedText) -> Bool { text.bytes[text.title].last == UInt8(ascii: "?") }

  static func hasQuestionWord(_ text: AnalysedText) -> Bool {
    !SenseTables.shared.asks.longestMatches(in: text.bytes, text.title).isEmpty
  }

  /// `快讯:`, 【独家】, `update 1-`.
  private static func endOfLabel(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let head = bytes[range.prefix(longestLabel)]
    if let close = head.firstIndex(of: UInt8(ascii: "]")), head.first == UInt8(ascii: "[") {
      return isLabel(bytes[range.lowerBound + 1..<close]) ? close + 1 : nil
    }
    // 【 is no bracket of ASCII.
    if bytes.stands("【", at: range.lowerBound) {
      var close = range.lowerBound + 3
      while close + 2 < range.upperBound, close < range.lowerBound + longestLabel {
        if bytes.stands("】", at: close) { return isLabel(bytes[range.lowerBound + 3..<close]) ? close + 3 : nil }
        close += 1
      }
      return nil
    }
    if let end = endOfColumn(bytes, range) { return end }
    for mark in head.indices where Self.marks.contains(head[mark]) {
      let label = bytes[range.lowerBound..<mark]
      if isLabel(label) { return mark + 1 }
      // precious-update 2-
      if let dash = label.firstIndex(of: UInt8(ascii: "-")), !label[..<dash].contains(UInt8(ascii: " ")),
        isLabel(label[(dash + 1)...])
      {
        return mark + 1
      }
    }
    return nil
  }

  private static let marks = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "!")]

  private static let longestColumn = 24

  /// 收盘丨: what stands before a bar names the column.
  private static func endOfColumn(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var place = range.lowerBound + 1
    while place < min(range.upperBound, range.lowerBound + longestColumn) {
      if bytes[place] == UInt8(ascii: "|") { return place + 1 }
      if bytes.stands("丨", at: place) { return place + 3 }
      place += 1
    }
    return nil
  }

  /// `(更新)`, `(update)`
  private static func startOfNote(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard bytes[range].last == UInt8(ascii: ")"),
      let open = bytes[range].suffix(longestLabel).lastIndex(of: UInt8(ascii: "(")),
      isLabel(bytes[open + 1..<range.upperBound - 1])
    else { return nil }
    return open
  }

  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    var word = bytes
    while word.first == UInt8(ascii: " ") { word.removeFirst() }
    while let last = word.last, last == UInt8(ascii: " ") { word.removeLast() }
    return SenseTables.shared.labels.contains(String(decoding: word, as: UTF8.self))
  }
}
