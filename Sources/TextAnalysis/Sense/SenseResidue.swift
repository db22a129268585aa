import TextVersions

/// What of two rows of tokens has no equal in the other one.
struct SenseResidue {
  /// How a piece of text changed: a headline and a changed sentence are compared word by word; a sentence that came or went whole says less
  /// of what the others say.
  enum Place: Int {
    case sentence = 3
    case changed = 2
    case title = 1
  }

  struct Piece {
    var token: SenseToken
    /// Pieces of one gap stand between the same tokens that both rows have.
    var gap: Int
  }

  /// No more of either row is compared: what is longer says something else.
  private static let mostPieces = 400

  /// More on either side is another way to say it; a little more in a long row.
  private static let mostOfLight = 3

  let place: Place
  /// Of the older row, and of the newer one.
  var old: [Piece] = []
  var new: [Piece] = []
  /// Pairs of tokens that both have, in order.
  private(set) var shared: [(SenseToken, SenseToken)] = []
  /// What took the place of what, as far as it is known so far.
  var contradictions: [(SenseToken, SenseToken)] = []
  /// How many words took the place of others that say the same, or stand at another place: the sentence was put in other words.
  private(set) var reworded = 0
  /// How many words stand at another place.
  private(set) var moved = 0
  /// Where something was put in or taken out, and nothing else stands in its place: in the older text, and in the newer one.
  private(set) var insertions: (old: [Range<Int>], new: [Range<Int>]) = ([], [])
  /// Where something stands in the place of something else.
  private var replacements: (old: [Range<Int>], new: [Range<Int>]) = ([], [])
  /// A text that was cut short takes nothing back.
  var isCut = false
  /// A sentence that tells what has long been so; what it says may still have moved elsewhere.
  var isBackground = false
  /// Of a sentence that came or went whole, what the other version says, by the keys of its tokens.
  var said: Set<String> = []
  /// Whether little of the row changed: it was corrected rather than put in other words.
  private(set) var isLight = false

  /// - Parameter oldBytes: those of the older text; the others those of the newer one.
  init(_ a: [SenseToken], _ b: [SenseToken], _ place: Place, _ oldBytes: [UInt8], _ newBytes: [UInt8]) {
    self.place = place
    var numbers: [String: Int] = [:]
    func numbered(_ tokens: [SenseToken]) -> [Int] {
      tokens.map { token in
        let number = numbers[token.key] ?? numbers.count
        numbers[token.key] = number
        return number
      }
    }
    var (nextA, nextB, gap) = (0, 0, 0)
    for (x, y) in SequenceMatch(numbered(a), numbered(b)).pairs() + [(a.count, b.count)] {
      if nextA < x || nextB < y {
        if nextA == x { insertions.new.append(Self.place(b, nextB, y)) }
        if nextB == y { insertions.old.append(Self.place(a, nextA, x)) }
        if nextA < x, nextB < y {
          replacements.old.append(Self.place(a, nextA, x))
          replacements.new.append(Self.place(b, nextB, y))
        }
        old += a[nextA..<x].map { Piece(token: $0, gap: gap) }
        new += b[nextB..<y].map { Piece(token: $0, gap: gap) }
        gap += 1
      }
      if x < a.count, y < b.count {
        shared.append((a[x], b[y]))
        if oldBytes[a[x].range] != newBytes[b[y].range], !Self.isInflection(a[x], b[y]) { reworded += 1 }
      }
      (nextA, nextB) = (x + 1, y + 1)
    }
    // A row that came or went whole is no edit of one.
    let most = shared.isEmpty ? -1 : max(Self.mostOfLight, min(shared.count / 2, Self.mostOfLight + 3))
    isLight = gap <= 3 && old.count <= most && new.count <= most
    old = Array(old.prefix(Self.mostPieces))
    new = Array(new.prefix(Self.mostPieces))
  }

  /// Price and prices: a word in another form is no other word.
  private static func isInflection(_ a: SenseToken, _ b: SenseToken) -> Bool {
    a.sign == nil && a.key == b.key && !a.key.hasPrefix("s") && abs(a.range.count - b.range.count) < 3
      && a.key.utf8.allSatisfy { $0 < 0x80 }
  }

  /// From the token before those of a place to the token behind them.
  private static func place(_ tokens: [SenseToken], _ start: Int, _ end: Int) -> Range<Int> {
    let first = start > 0 ? tokens[start - 1].range.upperBound : tokens[start].range.lowerBound
    let last = end < tokens.count ? tokens[end].range.lowerBound : tokens[end - 1].range.upperBound
    return first..<last
  }

  /// Small words that came or went tell that the row was put in other words: two of Chinese, four of English, which has more of them. Those
  /// of a clause that came or went whole do not.
  mutating func compareFunctions(_ a: [SenseToken], _ b: [SenseToken]) {
    // Of one clause or two that took the place of others.
    let (oldOnes, newOnes) = replacements.old.count <= 2 ? replacements : ([], [])
    func counts(_ tokens: [SenseToken], _ places: [Range<Int>]) -> (all: [String: Int], ofClauses: [String: Int]) {
      var (all, ofClauses) = ([String: Int](), [String: Int]())
      for token in tokens where token.isFunction {
        all[token.key, default: 0] += 1
        if places.contains(where: { $0.contains(token.range.lowerBound) }) { ofClauses[token.key, default: 0] += 1 }
      }
      return (all, ofClauses)
    }
    let (before, after) = (counts(a, insertions.old + oldOnes), counts(b, insertions.new + newOnes))
    let changes = Set(before.all.keys).union(after.all.keys).reduce(0) { changes, key in
      let more = before.all[key, default: 0] - after.all[key, default: 0]
      let spare = (more > 0 ? before : after).ofClauses[key, default: 0]
      return changes + max(abs(more) - spare, 0) * (key.utf8.first ?? 0 < 0x80 ? 2 : 4)
    }
    if changes > 7 { reworded += 1 }
  }

  /// What of a gap still has to be explained.
  enum Rest { case all, signs, nothing }

  /// Calls `body` with the tokens of each gap, and keeps what it says.
  mutating func filterGaps(_ body: (_ old: [SenseToken], _ new: [SenseToken]) -> Rest) {
    var (rests, start, other) = ([Int: Rest](), 0, 0)
    while start < old.count, other < new.count {
      let gap = max(old[start].gap, new[other].gap)
      while start < old.count, old[start].gap < gap { start += 1 }
      while other < new.count, new[other].gap < gap { other += 1 }
      guard start < old.count, other < new.count, old[start].gap == gap, new[other].gap == gap else { continue }
      let (left, right) = (old[start...].prefix { $0.gap == gap }, new[other...].prefix { $0.gap == gap })
      rests[gap] = body(left.map(\.token), right.map(\.token))
      (start, other) = (left.endIndex, right.endIndex)
    }
    func isDone(_ piece: Piece) -> Bool {
      switch rests[piece.gap] {
      case .all, nil: false
      case .signs: piece.token.sign == nil
      case .nothing: true
      }
    }
    old.removeAll(where: isDone)
    new.removeAll(where: isDone)
    reworded += rests.values.count { $0 == .signs }
  }

  // MARK: What both have after all

  /// Takes out what stands in one gap on both sides, or, later, anywhere in the row.
  mutating func cancel(withinGaps: Bool) {
    cancel(withinGaps: withinGaps) { $0.key == $1.key }
  }

  /// Takes out signs that say the same: 昨日 and 11月19日.
  mutating func cancelAgreeing(withinGaps: Bool) {
    cancel(withinGaps: withinGaps) { $0.agrees(with: $1) }
  }

  /// Takes out 或 where 预计 stands on the other side: both tell that it is a guess.
  mutating func cancelHedges() {
    cancel(withinGaps: false) { $0.isHedge && $1.isHedge }
  }

  /// Takes out words that can mean one thing.
  mutating func cancelKin(withinGaps: Bool, _ oldBytes: [UInt8], _ newBytes: [UInt8]) {
    cancel(withinGaps: withinGaps) { $0.isKin(of: $1) || $0.sharesStem(with: $1, oldBytes, newBytes) }
  }

  private mutating func cancel(withinGaps: Bool, _ isEqual: (SenseToken, SenseToken) -> Bool) {
    guard !new.isEmpty else { return }
    let count = old.count
    defer {
      moved += count - old.count
      reworded += count - old.count
    }
    old.removeAll { piece in
      func isOther(_ other: Piece) -> Bool {
        (!withinGaps || other.gap == piece.gap) && isEqual(piece.token, other.token)
      }
      // 高开 is 涨 rather than 开盘: what counts by itself is taken first.
      guard let index = new.firstIndex(where: { isOther($0) && $0.token.weight > 0 }) ?? new.firstIndex(where: isOther)
      else { return false }
      let other = new.remove(at: index)
      if piece.token.hasOtherUnit(than: other.token) { contradictions.append((piece.token, other.token)) }
      return true
    }
  }

  /// A word that stands elsewhere in the row still says what it said, but where it took the place of another one and nothing else changed.
  mutating func removeRepeated(_ a: [SenseToken], _ b: [SenseToken]) {
    let (keysA, keysB) = (Set(a.map(\.key)), Set(b.map(\.key)))
    let isOneChange = isLight && reworded == 0 && !old.isEmpty && !new.isEmpty && Set((old + new).map(\.gap)).count == 1
    guard !isOneChange else { return }
    // 增长 that stands twice and became 下降 at one of its places is no longer said there.
    func isOpposed(_ piece: Piece, _ others: [Piece], _ own: Set<String>) -> Bool {
      others.contains { piece.token.opposes($0.token) && !own.contains($0.token.key) }
    }
    let before = old
    old.removeAll { piece in
      piece.token.mayBeRepeated && keysB.contains(piece.token.key) && !isOpposed(piece, new, keysA)
    }
    new.removeAll { piece in
      piece.token.mayBeRepeated && keysA.contains(piece.token.key) && !isOpposed(piece, before, keysB)
    }
  }

  /// Takes out figures that are others only in their digits, where the row was put in other words.
  mutating func cancelRounded() {
    guard reworded > 0 || !isLight else { return }
    cancel(withinGaps: false) { one, other in
      if case .figure(let a)? = one.sign, case .figure(let b)? = other.sign { a.isRounded(b) } else { false }
    }
  }

  /// Takes out a number of a whole that both rows name, where the other row says which part it is: two thirds of the 1,500 and 1,000 of them.
  mutating func cancelShares() {
    let wholes = shared.prefix(60).compactMap { $0.0.figure?.low }
    guard !wholes.isEmpty else { return }
    cancel(withinGaps: false) { one, other in
      guard let a = one.figure, let b = other.figure else { return false }
      return wholes.contains { a.isShare(b, of: $0) || b.isShare(a, of: $0) }
    }
  }

  /// Dates and figures of which each took the place of one other, and nothing else changed: none of them moved.
  mutating func contradictOneByOne() {
    guard old.count > 1, old.count == new.count, moved == 0, old.map(\.gap) == new.map(\.gap),
      Set(old.map(\.gap)).count == old.count,
      zip(old, new).allSatisfy({ ($0.token.figure != nil || $0.token.isDate) && $0.token.contradicts($1.token) })
    else { return }
    contradictions += zip(old, new).map { ($0.token, $1.token) }
    old = []
    new = []
  }

  /// The only words of a place that count by themselves and contradict each other: 提交 and 已完成, 增仓 and 减仓.
  mutating func contradictInPlace() {
    var found: [(SenseToken, SenseToken)] = []
    filterGaps { left, right in
      guard left.count + right.count <= 6 else { return .all }
      let (a, b) = (left.filter(\.isWeighty), right.filter(\.isWeighty))
      guard a.count == 1, b.count == 1, a[0].contradicts(b[0]), !a[0].agreesInPart(with: b[0]) else { return .all }
      found.append((a[0], b[0]))
      return .nothing
    }
    contradictions += found
  }

  /// Two words that turn a sentence round leave it as it was: beside each other, as in 并非没有, or one on either side.
  mutating func removeDoubleNegations() {
    let (before, after) = (old.filter { $0.token.turns }, new.filter { $0.token.turns })
    guard Self.areBalanced(before, after) || Self.areDouble(before, after) || Self.areDouble(after, before) else {
      return
    }
    old.removeAll { $0.token.turns }
    new.removeAll { $0.token.turns }
  }

  private static func areBalanced(_ a: [Piece], _ b: [Piece]) -> Bool { !a.isEmpty && a.count == b.count }

  private static func areDouble(_ a: [Piece], _ b: [Piece]) -> Bool {
    guard b.isEmpty, a.count == 2 else { return false }
    return a[1].token.range.lowerBound - a[0].token.range.upperBound <= widestDouble
  }

  /// 不是不 and not un-; a few words of English.
  private static let widestDouble = 8

  /// Takes out FDA where Food and Drug Administration stands on the other side.
  mutating func cancelInitials(_ oldBytes: [UInt8], _ newBytes: [UInt8]) {
    Self.cancelInitials(&old, oldBytes, of: &new, newBytes)
    Self.cancelInitials(&new, newBytes, of: &old, oldBytes)
  }

  private static func cancelInitials(
    _ short: inout [Piece], _ bytes: [UInt8], of long: inout [Piece], _ others: [UInt8]
  ) {
    short.removeAll { piece in
      let word = bytes[piece.token.range]
      guard piece.token.sign == nil || piece.token.isName, 2...6 ~= word.count,
        word.allSatisfy({ $0 < 0x80 && !$0.isDigit }),
        long.count >= word.count
      else { return false }
      let start = (0...long.count - word.count).first { start in
        long[start..<start + word.count].map { others[$0.token.range.lowerBound] }.elementsEqual(word)
      }
      guard let start else { return false }
      long.removeSubrange(start..<start + word.count)
      return true
    }
  }

  /// Whether a figure only tells how far two others are apart: from 25% to 20%, a fall of 5 points.
  func isDifference(_ figure: SenseFigure) -> Bool {
    let values = (shared.map(\.0) + old.map(\.token) + new.map(\.token)).prefix(60).compactMap { token -> Double? in
      if case .figure(let other)? = token.sign { other.low } else { nil }
    }
    guard figure.low == figure.high, figure.low != 0 else { return false }
    let others = values.filter { $0 != figure.low }
    let isPercent = figure.unit == "%"
    return others.contains { one in
      others.contains { other in
        abs(abs(one - other) - figure.low) < 1e-6 || abs(one + other - figure.low) < 1e-6
          // From 100 to 120: 20%.
          || isPercent && other > 0 && abs(abs(one / other - 1) * 100 - figure.low) < 0.051
      }
    }
  }

  /// Whether a figure says in other units what the one beside it says, either of them in brackets: 3个月(91天), 2亿克朗(约合2900万美元).
  static func isRestated(_ place: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let (before, after) = (
      bytes[max(place.lowerBound - longestAside, 0)..<place.lowerBound], bytes[place.upperBound...]
    )
    if after.first == UInt8(ascii: "(")
      || after.first == UInt8(ascii: " ") && after.dropFirst().first == UInt8(ascii: "(")
    {
      let inside = after.prefix(longestAside).drop { !$0.isDigit && !$0.isWordByte }
      return inside.first?.isDigit ?? false && after.prefix(longestAside).contains(UInt8(ascii: ")"))
    }
    // 91天)
    let rest = after.drop { $0 >= 0x80 }
    guard rest.first == UInt8(ascii: ")"), rest.startIndex - place.upperBound <= 9,
      let open = before.lastIndex(of: UInt8(ascii: "("))
    else { return false }
    let between = before[(open + 1)...]
    let isAlone = between.isEmpty || restaters.contains { between.elementsEqual($0) }
    return isAlone && before[..<open].suffix(longestAside / 2).contains(where: \.isDigit)
  }

  private static let longestAside = 48
  private static let restaters = ["约合", "折合", "约", "合", "即", "相当于", "折合约", "约为", "or ", "about ", "around ", "some "]
    .map {
      Array($0.utf8)
    }

  /// 将 that went where 审议通过 came, anywhere in the row: what was planned has happened.
  mutating func contradictPlans() {
    guard let plan = old.firstIndex(where: { $0.token.isPlan }) else { return swapPlans() }
    guard let fact = new.firstIndex(where: { $0.token.isAchieved }), !new.contains(where: { $0.token.isPlan }),
      !old.contains(where: { $0.token.isAchieved })
    else { return }
    contradictions.append((old.remove(at: plan).token, new.remove(at: fact).token))
  }

  private mutating func swapPlans() {
    guard let plan = new.firstIndex(where: { $0.token.isPlan }),
      let fact = old.firstIndex(where: { $0.token.isAchieved }),
      !new.contains(where: { $0.token.isAchieved })
    else { return }
    contradictions.append((old.remove(at: fact).token, new.remove(at: plan).token))
  }

  /// Finds signs that took the place of others.
  ///
  /// At different places of a row only signs that count by themselves contradict each other.
  mutating func contradict(withinGaps: Bool) {
    guard !new.isEmpty else { return }
    old.removeAll { piece in
      guard piece.token.sign != nil, withinGaps || piece.token.countsAnywhere else { return false }
      let index = new.firstIndex {
        (withinGaps ? $0.gap == piece.gap : $0.token.countsAnywhere) && piece.token.contradicts($0.token)
          && (isLight || !piece.token.isIdleBeside($0.token) && (withinGaps || place == .title || !piece.token.isName))
      }
      guard let index else { return false }
      contradictions.append((piece.token, new.remove(at: index).token))
      return true
    }
  }
}
