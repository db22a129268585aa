/// Tells where a broker or a bank is no subject of the news: as the seat of an order (`买方营业部为中信证券…营业部`), or as who speaks of others
/// (`中信证券认为`, `中信证券：白酒进入补库周期`).
///
/// A house that acts itself, or of which the sentence tells figures of its own, stays what the news is about.
struct HouseRoles: Sendable {
  private let houses = WordMatcher(of: CompanySignWords.houses)
  private let seats = WordMatcher(of: CompanySignWords.seats)
  private let trades = WordMatcher(of: CompanySignWords.trades)
  private let analysts = WordMatcher(of: CompanySignWords.analysts)
  private let says = WordMatcher(of: CompanySignWords.says)
  private let views = WordMatcher(of: CompanySignWords.views)
  private let ownActs = WordMatcher(of: CompanySignWords.ownActs)
  private let ownBeginnings = WordMatcher(of: CompanySignWords.ownBeginnings)

  /// How far behind a house its seat or its analyst is named: thirty and ten characters.
  private static let seatReach = 90
  private static let analystReach = 30
  private static let longestSentence = 600

  /// Whether a name is that of a house which is the place of an order, or speaks.
  ///
  /// - Parameter others: where other companies are named, in order.
  func isNoSubject(_ name: Range<Int>, others: [Range<Int>], in text: AnalysedText) -> Bool {
    let bytes = text.bytes
    guard isHouse(name, in: bytes) else { return false }
    if isSeat(name, in: bytes) { return true }
    let end = bytes.endOfSentence(from: name.upperBound, limit: Self.longestSentence)
    let phrase = name.upperBound..<bytes.endOfClause(from: name.upperBound, before: end)
    let words = analysts.matches(in: bytes, phrase.prefix(Self.analystReach))
    var next = words.last?.range.upperBound ?? name.upperBound
    if words.isEmpty, let said = says.longestMatch(in: bytes, at: next) {
      return !tellsOwn(said.range.upperBound..<end, in: bytes)
    }
    let isColon = phrase.upperBound < end && bytes[phrase.upperBound] == UInt8(ascii: ":")
    if isColon, text.beginsSentence(at: name.lowerBound) || !words.isEmpty {
      next = phrase.upperBound + 1
      return speaks(behind: next..<end, others, in: bytes)
    }
    return !words.isEmpty && !ownActs.hasMatch(in: bytes, phrase)
  }

  private func isHouse(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    houses.hasMatch(in: bytes, name)
  }

  /// Whether an order came from here: the name of a branch follows or a label of seats stands before, in a sentence about trades.
  private func isSeat(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    let label = seats.matches(in: bytes, max(0, name.lowerBound - 30)..<name.lowerBound).last
    if let label, label.range.upperBound >= name.lowerBound - 6,
      trades.hasMatch(in: bytes, max(0, label.range.lowerBound - 12)..<name.lowerBound)
    {
      return true
    }
    let end = bytes.endOfSentence(from: name.upperBound, limit: Self.seatReach)
    guard seats.hasMatch(in: bytes, name.upperBound..<bytes.endOfClause(from: name.upperBound, before: end)) else {
      return false
    }
    let start = bytes.startOfSentence(before: name.lowerBound, limit: Self.longestSentence)
    return trades.hasMatch(in: bytes, start..<bytes.endOfSentence(from: name.upperBound, limit: Self.longestSentence))
  }

  /// Whether what stands behind a colon is a view of others and no matter of the house.
  private func speaks(behind range: Range<Int>, _ others: [Range<Int>], in bytes: [UInt8]) -> Bool {
    let start = range.first { bytes[$0] != UInt8(ascii: " ") } ?? range.upperBound
    if ownBeginnings.longestMatch(in: bytes, at: start) != nil { return false }
    if others.contains(where: { range.contains($0.lowerBound) && !isHouse($0, in: bytes) }) { return true }
    return views.hasMatch(in: bytes, range) && !ownActs.hasMatch(in: bytes, range)
  }

  private func tellsOwn(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let start = range.first { bytes[$0] != UInt8(ascii: " ") && bytes[$0] != UInt8(ascii: ",") } ?? range.upperBound
    return ownBeginnings.longestMatch(in: bytes, at: start) != nil
  }
}

extension [UInt8] {
  /// Where the sentence ends that goes on at `start`, or `limit` bytes on.
  fileprivate func endOfSentence(from start: Int, limit: Int) -> Int {
    let end = Swift.min(count, start + limit)
    var index = start
    while index < end, self.break(at: index) != .sentence { index += 1 }
    return index
  }

  fileprivate func startOfSentence(before start: Int, limit: Int) -> Int {
    let least = Swift.max(0, start - limit)
    var index = start
    while index > least, self.break(at: index - 1) != .sentence { index -= 1 }
    return index
  }

  /// Where the clause ends that goes on at `start`: at a comma, a colon or a blank, or at `end`.
  fileprivate func endOfClause(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end {
      if self[index] == UInt8(ascii: ",") || self[index] == UInt8(ascii: ":") { return index }
      index += 1
    }
    return index
  }
}
