import TextBasics

/// Tells from what stands beside a name whether a company is meant.
struct CompanySigns: Sendable {
  private enum Kind { case announces, acts, english, otherFirm }

  private let following: WordMatcher
  private let kinds: [Kind]
  private let before: [[UInt8]]
  private let institutions = WordMatcher(of: CompanyGuardWords.institution)
  private let countries: [[UInt8]]
  private let preceding = WordMatcher(of: CompanyGuardWords.preceding)
  private let bodies: OtherBodies
  private let stemEnds: [[UInt8]] = ["集团", "控股", "股份", "地产", "置业", "实业"].map { Array($0.utf8) }

  static let shared = CompanySigns()

  private init() {
    var matcher = WordMatcher(capacity: 512)
    var kinds: [Kind] = []
    for (list, kind) in [
      (CompanySignWords.announces, Kind.announces), (CompanySignWords.otherFirm, .otherFirm),
      (CompanySignWords.acts, .acts),
      (CompanySignWords.english, .english),
    ] {
      for word in list.parts(",") where matcher.add(String(word)) == kinds.count { kinds.append(kind) }
    }
    following = matcher
    self.kinds = kinds
    bodies = OtherBodies()
    before = CompanySignWords.before.parts(",").map { Array($0.utf8) }
    countries = CompanyGuardWords.country.parts(",").map { Array($0.utf8) }
  }

  /// Whether the words around a name bear out that its company is meant.
  func confirm(_ name: Range<Int>, _ trust: CompanyNames.Trust, in text: AnalysedText) -> Bool {
    let bytes = text.bytes
    var next = bytes.skippingBlanks(from: name.upperBound)
    if let bracket = bytes.bracket(at: next) {
      if bytes.isPrice(bracket) { return true }
      next = bytes.skippingBlanks(from: bracket.upperBound + 1)
    }
    if trust == .english, confirmEnglish(name, next, in: bytes) { return true }
    if trust != .english, bytes.tellsBlockTrades(at: next) { return true }
    if trust != .english, next < bytes.count, bytes[next] == UInt8(ascii: ":"), text.beginsSentence(at: name.lowerBound)
    {
      return true
    }
    // 机器人 ends the name of another firm in 云杉机器人有限公司.
    if trust == .common, bytes.stands("有限", at: next) || bytes.stands("股份有限", at: next),
      name.lowerBound >= 3, bytes[name.lowerBound - 3].beginsIdeograph
    {
      return false
    }
    if let sign = following.longestMatch(in: bytes, at: next) {
      if kinds[sign.word] == .announces { return true }
      if trust != .common, kinds[sign.word] == .acts, bytes[next] >= 0x80 || trust == .doubtful { return true }
    }
    return trust == .doubtful && before.contains { bytes.stands($0, before: name.lowerBound) }
  }

  private func confirmEnglish(_ name: Range<Int>, _ next: Int, in bytes: [UInt8]) -> Bool {
    var next = next
    if bytes.stands(Array("'s ".utf8), before: next + 3) { next += 3 }
    if let sign = following.longestMatch(in: bytes, at: next), kinds[sign.word] == .english { return true }
    return bytes.stands(Array("shares of ".utf8), before: name.lowerBound)
      || bytes.stands(Array("shares in ".utf8), before: name.lowerBound)
  }

  /// Whether a name of two characters is no word of the text, because the word before it ends with its first character: 其中|金价.
  func isTornApart(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard name.count == 6, bytes[name.lowerBound] >= 0xE0 else { return false }
    var isTorn = false
    preceding.forEachMatch(in: bytes, max(0, name.lowerBound - 6)..<(name.lowerBound + 3)) {
      isTorn = isTorn || $0.range.upperBound == name.lowerBound + 3
    }
    return isTorn
  }

  /// What is left of a name without the word that ends many: 泰禾 of 泰禾集团. None of a place or a common word.
  func stem(of name: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard name.count >= 12, let end = stemEnds.first(where: { bytes.stands($0, before: name.upperBound) }) else {
      return nil
    }
    let stem = name.lowerBound..<(name.upperBound - end.count)
    guard stem.count <= 9, bytes[stem].allSatisfy({ $0 >= 0x80 }),
      preceding.longestMatch(in: bytes, at: stem.lowerBound)?.range != stem
    else { return nil }
    return stem
  }

  /// Whether a short name begins that of another firm: 万豪投资有限公司.
  func beginsOtherFirm(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard name.count <= 9, let sign = following.longestMatch(in: bytes, at: name.upperBound) else { return false }
    return kinds[sign.word] == .otherFirm
  }

  /// Whether the name is a part of that of another body or of a person: 中国汽车工业协会, 俄罗斯农业银行, 茅台农商行, 拳王阿里.
  func belongsToAnother(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    if bodies.hold(name, in: bytes) || bodies.isPerson(name, in: bytes) { return true }
    if bytes.stands("中国", at: name.lowerBound) {
      let end = bytes.endOfPhrase(from: name.upperBound, limit: 36)
      var isInstitution = false
      institutions.forEachMatch(in: bytes, name.upperBound..<end) { _ in isInstitution = true }
      return isInstitution
    }
    return bytes.stands("银行", before: name.upperBound)
      && countries.contains { bytes.stands($0, before: name.lowerBound) }
  }
}

extension AnalysedText {
  /// Whether a sentence, a headline or what follows a label begins here.
  func beginsSentence(at index: Int) -> Bool {
    var index = index
    while index > 0, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
    guard index > 0 else { return true }
    if bytes[index - 1] < 0x80 { return "\n:!?;|*[".utf8.contains(bytes[index - 1]) }
    let ends: [StaticString] = ["【", "。", "】", "》", "丨"]
    return ends.contains { bytes.stands($0, before: index) }
  }
}

extension [UInt8] {
  fileprivate func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index] == UInt8(ascii: " ") || self[index] == UInt8(ascii: "\"") { index += 1 }
    return index
  }

  /// What stands in the brackets that open at `index`, at most 64 bytes.
  func bracket(at index: Int) -> Range<Int>? {
    guard index < count, self[index] == UInt8(ascii: "(") else { return nil }
    var end = index + 1
    while end < count, end < index + 64 {
      if self[end] == UInt8(ascii: ")") { return (index + 1)..<end }
      if self[end] == UInt8(ascii: "\n") { return nil }
      end += 1
    }
    return nil
  }

  /// `6.460,-0.01,-0.15%`: price and change, as portals put them behind a name.
  fileprivate func isPrice(_ range: Range<Int>) -> Bool {
    guard range.count >= 5, self[range.upperBound - 1] == UInt8(ascii: "%") else { return false }
    return self[range].allSatisfy { $0 &- 0x30 < 10 || "+-.,% ".utf8.contains($0) }
  }

  /// `现3笔大宗交易`, as exchanges report of shares alone.
  fileprivate func tellsBlockTrades(at index: Int) -> Bool {
    guard stands("现", at: index) else { return false }
    var index = index + 3
    let start = index
    while index < count, self[index].isDigit { index += 1 }
    return index > start && stands("笔", at: index)
  }

  /// Where the phrase ends that goes on at `start`: at a sign of ASCII, or after `limit` bytes.
  fileprivate func endOfPhrase(from start: Int, limit: Int) -> Int {
    var index = start
    while index < count, index < start + limit, self[index] >= 0x80 || self[index].isWordByte { index += 1 }
    return index
  }

  func stands(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { self[start + $0] == word[$0] } }
  }

  func stands(_ word: StaticString, before end: Int) -> Bool { stands(word, at: end - word.utf8CodeUnitCount) }

  func stands(_ word: [UInt8], before end: Int) -> Bool {
    let start = end - word.count
    guard start >= 0, end <= count else { return false }
    return word.indices.allSatisfy { self[start + $0] == word[$0] }
  }
}

/// Where a name tells who took a picture or printed a text, which says nothing of the company: `图片来源：视觉中国`, `视觉中国 资料图`.
struct CompanyCredits {
  private static let before = AnchoredWords<Void>(lists: [
    (
      "来源:,来源: ,来源/,图源:,图源: ,图:,图/,供图:,供图/,摄影:,摄影/,制图:,via ,photo:,photo: ,source:,source: ",
      ()
    )
  ])
  private static let behind = AnchoredWords<Void>(lists: [
    ("资料图, 资料图,供图, 供图,/供图,图片,/图, 图), 图\n,配图,制图, 摄", ())
  ])

  static func isCredit(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    var isCredit = false
    before.forEachWord(in: bytes, endingAt: name.lowerBound, after: 0) { isCredit = true }
    behind.forEachWord(in: bytes, at: name.upperBound, before: bytes.count) { isCredit = true }
    return isCredit
  }
}
